"""Who answers what somebody held before: a history file, or, elsewhere, the database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bangvang.foundation.vietnamese import fold, name_key, name_key_loose
from bangvang.law import Between, Held, Record, RecordKind, Texts, shipped
from bangvang.registry.intake.matching import Asked, Known, may_be_others_too
from bangvang.registry.intake.past_awards import HistoryRead, PastAward


class Register(Protocol):
    """What `check` asks of a register."""

    def token(self, identity_number: str) -> str:
        """Return what stands for an identity number when two are compared."""

    def prepare(self, names: Sequence[str], tokens: Sequence[str]) -> None:
        """Hear everybody of the list once, before any of them is asked about."""

    def candidates(self) -> Sequence[Known]:
        """Return everybody who may be meant by somebody of the list."""

    def record(self, asked: Asked, key: str | None, /) -> Record:
        """Return what the linked person held; without a key, what somebody new held."""

    def roll(self, key: str, year: int, /) -> Mapping[str, Between]:
        """Return what bounds the roll of a linked collective in one year."""

    def texts(self) -> Texts:
        """Return the entries of law that its answers are to be given from."""


@dataclass(eq=False)
class _Holder:
    """Rows of one person, as far as the file shows that they are one person's."""

    name: str
    identity_number: str | None
    rows: list[PastAward] = field(default_factory=list)

    def known(self, key: str) -> Known:
        births = (row.birth for row in self.rows if row.birth)
        birth = max(births, key=lambda read: read.on is not None, default=None)
        return Known(
            key=key,
            name=self.name,
            birth_on=birth.on if birth else None,
            birth_year=birth.year if birth else None,
            identity_digest=self.identity_number,
            unit_names=tuple(sorted({row.unit for row in self.rows if row.unit})),
        )


class FileRegister:
    """A history file as the only register."""

    def __init__(self, history: HistoryRead, *, complete_from: int | None) -> None:
        holders = _holders(history.rows)
        self._known = {str(n): holder.known(str(n)) for n, holder in enumerate(holders, start=1)}
        self._rows = {str(n): tuple(holder.rows) for n, holder in enumerate(holders, start=1)}
        self._complete_from = complete_from
        self._unsure = {name_key_loose(name) for name in history.unusable_names}

    def texts(self) -> Texts:
        """Return the shipped entries: a file knows of no readings."""
        return shipped()

    def token(self, identity_number: str) -> str:
        """Return the number itself: it does not leave this process."""
        return identity_number

    def prepare(self, names: Sequence[str], tokens: Sequence[str]) -> None:
        """Nothing to prepare: the file is all there is."""

    def candidates(self) -> Sequence[Known]:
        """Return everybody of the file."""
        return tuple(self._known.values())

    def roll(self, _key: str, _year: int, /) -> Mapping[str, Between]:
        """Nothing: a file does not say who belongs to a collective."""
        return {}

    def record(self, asked: Asked, key: str | None, /) -> Record:
        """Return the rows of the file; complete from the year that was promised.

        Not complete for somebody who may own further rows: unusable ones, or a namesake's.
        """
        rows = self._rows[key] if key else ()
        linked = self._known[key] if key else None
        is_unsure = not self._unsure.isdisjoint({"", name_key_loose(asked.name)})
        if linked and may_be_others_too(asked, linked, self._known.values()):
            is_unsure = True
        promised = None if is_unsure else self._complete_from
        return Record(
            held=tuple(map(_held, rows)),
            complete_from={} if promised is None else dict.fromkeys(RecordKind, promised),
            born=linked.birth_year if linked else born_by(asked),
        )


def born_by(asked: Asked) -> int | None:
    """Return the year of birth that the list itself writes, for whom nobody else knows one."""
    return asked.birth.year if asked.birth else None


def _held(row: PastAward) -> Held:
    return Held(
        code=row.code,
        kind=row.kind,
        year=row.year,
        decided_on=row.decided_on,
        decision_no=row.decision_no,
        record_id=str(row.row),
    )


def _holders(rows: Iterable[PastAward]) -> list[_Holder]:
    """Put rows together that belong to one person as far as the file can tell.

    By one identity number, or one name with a full birth date, or one name, year and unit. Rows
    without a number that two numbers could claim stay apart.
    """
    holders: dict[tuple[object, ...], _Holder] = {}
    for row in sorted(rows, key=lambda row: (row.identity_number is None, row.row)):
        keys = list(_keys(row))
        key = next((key for key in keys if key in holders), None)
        holder = holders[key] if key else _Holder(row.name, row.identity_number)
        if key and row.identity_number not in (None, holder.identity_number):
            holders[key] = _Holder(row.name, None)
            holder = _Holder(row.name, row.identity_number)
        holder.rows.append(row)
        for own in keys:
            holders.setdefault(own, holder)
    return [holder for holder in dict.fromkeys(holders.values()) if holder.rows]


def _keys(row: PastAward) -> Iterator[tuple[object, ...]]:
    if row.identity_number:
        yield name_key_loose(row.name), row.identity_number
    if row.birth and row.birth.on:
        yield name_key(row.name), row.birth.on
    elif not row.identity_number:
        yield name_key(row.name), row.birth, fold(row.unit)
