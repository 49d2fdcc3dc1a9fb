"""The law as a reader meets it: an award's ways on a day, and which rules rest on a clause."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from bangvang.law.catalogue import Subject, catalogue, existing_on
from bangvang.law.citation import Citation
from bangvang.law.gaps import Gap, gaps
from bangvang.law.instruments import Seen, instruments, weakest
from bangvang.law.kinds import Kind
from bangvang.law.loading import shipped
from bangvang.law.outlook import read_day
from bangvang.law.overlay import AS_CODED, WORDING
from bangvang.law.regimes import regime_on
from bangvang.law.routes import COMPARED_ON, Route
from bangvang.law.rule import RuleText
from bangvang.law.rulebook import rulebook


@dataclass(frozen=True)
class WayRead:
    """One way to an award as written; ``compared_on``: the day its wording was compared.

    ``read_until``: where an amendment of it was not read, the last day of what is shown.
    """

    id: str
    way: str
    kind: Kind
    subject: Subject
    claim: str
    cite: Citation
    conditions: tuple[RuleText, ...]
    seen: Seen
    compared_on: date
    read_until: date | None

    @property
    def text_unseen(self) -> bool:
        """Whether an amendment of it was not read."""
        return self.read_until is not None


@dataclass(frozen=True)
class ClauseUse:
    """A clause and what rests on it: conditions by award; ``compared_on`` the oldest comparison.

    ``read_until``: where an amendment was not read, the last day of a condition that is shown.
    """

    cite: Citation
    seen: Seen
    compared_on: date
    used_by: tuple[tuple[str, str], ...]
    read_until: date | None


def ways_read(code: str, on: date) -> tuple[WayRead, ...]:
    """Return every coded way to an award that exists on a day, in the order of the rulebook.

    Where the text in force that day was not read, the ways are shown as they stood before it.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    existing_on(code, on)
    shown_on = read_day(code, on)
    book = rulebook()
    return tuple(
        _way(route, on, on if route.is_read_on(on, book.texts) else shown_on)
        for route in book.routes
        if route.code == code and route.exists_on(on)
    )


def ways_not_coded(code: str, on: date) -> tuple[Gap, ...]:
    """Return the ways of an award on a day that a person has to compare with the text."""
    return tuple(
        gap
        for gap in gaps().get(code, ())
        if gap.since <= on and (gap.until is None or on < gap.until)
    )


def clauses_used(on: date) -> dict[str, tuple[ClauseUse, ...]]:
    """Return, per instrument in force order, each clause with the conditions that rest on it.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    regime_on("clauses", on)
    found: defaultdict[Citation, list[tuple[str, WayRead, RuleText]]] = defaultdict(list)
    for line in catalogue().values():
        if not line.is_award or line.names.get(on) is None:
            continue
        for way in ways_read(line.code, on):
            for text in way.conditions:
                found[text.cite].append((line.code, way, text))
    uses: defaultdict[str, list[ClauseUse]] = defaultdict(list)
    for cite in sorted(found, key=_order):
        uses[cite.instrument].append(_use(cite, found[cite], on))
    return {id_: tuple(uses[id_]) for id_ in instruments() if id_ in uses}


def confirmed_cites(text: RuleText, on: date) -> tuple[Citation, ...]:
    """Return the clauses of those numbers of a condition that people confirmed for that day."""
    found = []
    for id_ in text.entries:
        entry = rulebook().texts.row(id_).get(on)
        wrote = {one.where for one in shipped().row(id_).items}
        if entry is not None and entry.value is not None and entry.where not in wrote:
            found.append(entry.cite)
    return tuple(dict.fromkeys(found))


def _way(route: Route, on: date, shown_on: date) -> WayRead:
    texts = route.rule_on(shown_on, rulebook().texts).texts()
    return WayRead(
        id=route.id,
        way=route.way,
        kind=route.kind,
        subject=route.subject,
        claim=route.claim,
        cite=route.cite,
        conditions=texts,
        seen=weakest(*(text.seen for text in texts)),
        compared_on=_wording_compared(route, shown_on),
        read_until=shown_on if shown_on != on else None,
    )


def _use(cite: Citation, found: list[tuple[str, WayRead, RuleText]], on: date) -> ClauseUse:
    used_by = dict.fromkeys((code, text.sentence) for code, _, text in found)
    return ClauseUse(
        cite=cite,
        seen=weakest(*(text.seen for _, _, text in found)),
        compared_on=min(_compared(way, text, on) for _, way, text in found),
        used_by=tuple(used_by),
        read_until=min((way.read_until for _, way, _ in found if way.read_until), default=None),
    )


def _wording_compared(route: Route, on: date) -> date:
    """Return the day on which people compared the wording, or on which it was coded."""
    row = rulebook().texts.rows.get(WORDING + route.id)
    entry = None if row is None else row.get(on)
    return COMPARED_ON if entry is None or entry.value != AS_CODED else entry.compared_on


def _compared(way: WayRead, text: RuleText, on: date) -> date:
    """Return when a condition was compared with its clause; a number that people took is no word.

    That number has a clause and a day of its own.
    """
    is_by_people = bool(confirmed_cites(text, way.read_until or on))
    return way.compared_on if is_by_people else text.compared_on or way.compared_on


def _order(cite: Citation) -> tuple[str, int, int, str]:
    return (cite.instrument, cite.article or 0, cite.clause or 0, cite.point or "")
