"""What still waits for the official text on a day: numbers, lists, and the wording of routes.

Most used first, so that whoever holds the text begins where most answers are open.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bangvang.law.citation import Citation
from bangvang.law.dated import Entry, Timeline
from bangvang.law.entry_names import entry_name
from bangvang.law.instruments import Seen, instrument_name
from bangvang.law.loading import Texts, texts
from bangvang.law.overlay import WORDING
from bangvang.law.readers import Reader, readers_on
from bangvang.law.regimes import regime_on
from bangvang.law.rulebook import ROUTES
from bangvang.law.value_forms import (
    NOT_ENTERED,
    WORDING_UNIT,
    form_of,
    value_in_words,
)

Readers = Mapping[str, tuple[Reader, ...]]


@dataclass(frozen=True)
class Unconfirmed:
    """A statement of law that waits for the official text.

    ``name`` says what it is about, ``sentence`` why it waits, both in Vietnamese. ``cite`` is the
    clause by which it is known, ``value`` what is written now in words, empty where nothing is.
    ``unit`` and ``looks_like`` say how a value is given; ``read_by`` what would be answered with
    it.
    """

    id: str
    name: str
    sentence: str
    cite: Citation
    seen: Seen
    text_unseen: bool
    unit: str
    looks_like: str
    value: str
    read_by: tuple[Reader, ...]

    @property
    def used(self) -> int:
        """How many routes and modules read it."""
        return len(self.read_by)


def unconfirmed(on: date) -> tuple[Unconfirmed, ...]:
    """Return what may not decide alone on a day, most used first, then by id.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    regime = regime_on("unconfirmed", on)
    used = texts()
    readers = readers_on(on, used)
    found = [*_entries(on, regime, used, readers), *_wordings(on, regime, used, readers)]
    return tuple(sorted(found, key=lambda one: (-one.used, one.id)))


def _entries(on: date, regime: Entry, used: Texts, readers: Readers) -> Iterator[Unconfirmed]:
    for id_, row in used.rows.items():
        if id_ in NOT_ENTERED or id_.startswith(WORDING) or id_ not in readers:
            continue
        entry = row.get(on)
        if entry is None:
            if _is_closed(row, on, regime, readers[id_]):
                yield _closed(row.items[-1], on, regime, readers[id_])
        elif entry.seen is not Seen.SOURCE or entry.text_unseen is not None:
            yield _open(entry, on, readers[id_])


def _is_closed(row: Timeline[Entry], on: date, regime: Entry, readers: tuple[Reader, ...]) -> bool:
    """Say whether an entry has ended only because its successor was not read."""
    ended = row.items[-1].until
    if ended is None or ended > on or regime.text_unseen is None:
        return False
    was_there = row.get(regime.since - timedelta(days=1)) is not None
    return was_there or any(reader.route for reader in readers)


def _closed(last: Entry, on: date, regime: Entry, readers: tuple[Reader, ...]) -> Unconfirmed:
    form = form_of(last.id)
    return Unconfirmed(
        id=last.id,
        name=entry_name(last.id, on),
        sentence=f"Trước ngày {regime.since:%d/%m/%Y}: {value_in_words(form, last.value)} "
        f"({last.cite.text}). Chưa có nguyên văn {instrument_name(regime.cite.instrument)}.",
        cite=last.cite,
        seen=Seen.UNVERIFIED,
        text_unseen=True,
        unit=form.unit,
        looks_like=form.looks_like,
        value="",
        read_by=readers,
    )


def _open(entry: Entry, on: date, readers: tuple[Reader, ...]) -> Unconfirmed:
    form = form_of(entry.id)
    if entry.text_unseen:
        sentence = f"Chưa có nguyên văn {instrument_name(entry.text_unseen)}."
    else:
        sentence = f"Giá trị đang ghi chưa đối chiếu với {entry.cite.text}."
    return Unconfirmed(
        id=entry.id,
        name=entry_name(entry.id, on),
        sentence=sentence,
        cite=entry.cite,
        seen=entry.seen,
        text_unseen=entry.text_unseen is not None,
        unit=form.unit,
        looks_like=form.looks_like,
        value="" if entry.value is None else value_in_words(form, entry.value),
        read_by=readers,
    )


def _wordings(on: date, regime: Entry, used: Texts, readers: Readers) -> Iterator[Unconfirmed]:
    for route in ROUTES:
        if not route.exists_on(on) or not route.waits_on(on, used):
            continue
        form = form_of(WORDING + route.id)
        is_read = route.is_read_on(on, used)
        law = route.cite.text if is_read else instrument_name(regime.cite.instrument)
        known = " mới có bản dẫn lại," if is_read else ""
        yield Unconfirmed(
            id=form.id,
            name=entry_name(form.id, on),
            sentence=f"Lời văn của trường hợp này{known} chưa đối chiếu với {law}.",
            cite=route.cite,
            seen=Seen.SECONDARY if is_read else Seen.UNVERIFIED,
            text_unseen=not is_read,
            unit=WORDING_UNIT,
            looks_like=form.looks_like,
            value="",
            read_by=readers[form.id],
        )
