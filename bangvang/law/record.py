"""What is known of one nominee, as plain frozen rows: holdings, bars, answers to questions, days.

A row that exists is a fact, however old. A row that is absent means «no» only in years in which
its register is complete; elsewhere it is unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bangvang.law.catalogue import RecordKind
from bangvang.law.kinds import Kind

Fact = bool | Decimal | int | None


@dataclass(frozen=True)
class Held:
    """One row of a history; ``year`` is the achievement year, ``code`` an award or a fact.

    ``year`` is the last year of the achievement period; from when the years after it are counted
    is in ``clock``. ``used_for``: the awards an initiative has already supported.
    """

    code: str
    kind: Kind
    year: int
    decided_on: date | None = None
    decision_no: str = ""
    record_id: str = ""
    revoked_on: date | None = None
    used_for: tuple[str, ...] = ()


class BarKind(StrEnum):
    """Why an award may not be given now, or counts anew."""

    CONSIDERED = "CONSIDERED"
    INVESTIGATED = "INVESTIGATED"
    COMPLAINT = "COMPLAINT"
    DISCIPLINED = "DISCIPLINED"


@dataclass(frozen=True)
class Bar:
    """A period in which somebody is barred; open while ``until`` is None, half-open otherwise."""

    kind: BarKind
    since: date
    until: date | None = None
    level: str = ""
    record_id: str = ""

    def is_open(self, on: date) -> bool:
        """Say whether the period runs on that day."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True)
class Between:
    """What the register bounds a count by; ``most`` is None where more people may count."""

    least: int
    most: int | None = None


@dataclass(frozen=True)
class Record:
    """What is known of one nominee.

    ``complete_from``: per register the first achievement year from which every row is there; a
    register not named is complete for no year. Recognised initiatives and accepted research
    works share one register. ``complete_through``: the last such year of a register that is whole
    only up to a year; one not named there is whole without an end. ``facts``: answers to single
    questions, absent or None if unknown; counts are whole numbers. ``known_through``: the last
    year about which anything can be known,
    for looking ahead; None means the achievement year asked about. ``counted_from``: the first
    year whose grades, titles and initiatives count, after discipline; see ``bars``. ``ruled_out``:
    years in which an award is taken not to come, for looking ahead. ``roll``: what the register
    says of a collective's members in the year considered, by the names of ``facts``. ``born``: the
    year of birth, before which nobody earned anything, however incomplete the registers; None
    where it is not known, and for collectives.
    """

    held: tuple[Held, ...]
    complete_from: Mapping[RecordKind, int]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    bars: tuple[Bar, ...] = ()
    known_through: int | None = None
    counted_from: int | None = None
    ruled_out: Mapping[str, frozenset[int]] = field(default_factory=dict)
    complete_through: Mapping[RecordKind, int] = field(default_factory=dict)
    roll: Mapping[str, Between] = field(default_factory=dict)
    born: int | None = None

    def as_json(self) -> dict[str, object]:
        """Return the snapshot to keep beside a finding; the order of rows does not matter."""
        kept: dict[str, object] = {
            "held": [_row_as_json(row) for row in sorted(self.held, key=row_order)],
            "complete_from": {
                kind.value: year for kind, year in sorted(self.complete_from.items())
            },
            "facts": {
                name: str(fact) if isinstance(fact, Decimal) else fact
                for name, fact in sorted(self.facts.items())
            },
            "bars": [_bar_as_json(bar) for bar in sorted(self.bars, key=_bar_order)],
        }
        if self.complete_through:
            kept["complete_through"] = {
                kind.value: year for kind, year in sorted(self.complete_through.items())
            }
        if self.roll:
            kept["roll"] = {name: [one.least, one.most] for name, one in sorted(self.roll.items())}
        if self.born is not None:
            kept["born"] = self.born
        return kept


@dataclass(frozen=True)
class Days:
    """The days that decide.

    ``received_on`` chooses the criteria, ``achievement_year`` anchors the years (the year before
    receipt if not named), ``decided_on`` chooses authority and base salary elsewhere, and shows
    whether a file straddles a change of law. ``asked_on`` is the day of the question: a bar
    counts while it is open on that day, and no longer.
    """

    received_on: date
    achievement_year: int | None = None
    decided_on: date | None = None
    asked_on: date | None = None

    @property
    def anchor_year(self) -> int:
        """The year with which every span of years ends."""
        if self.achievement_year is None:
            return self.received_on.year - 1
        return self.achievement_year

    @property
    def today(self) -> date:
        """The day of the question; that of receipt if none is named."""
        return self.asked_on or self.received_on


def row_order(row: Held) -> tuple[int, str, str, str, str]:
    """Return a sort key that does not depend on how rows were read."""
    return (row.year, row.code, row.kind, row.decision_no, row.record_id)


def _bar_order(bar: Bar) -> tuple[date, str, str]:
    return (bar.since, bar.kind, bar.record_id)


def _row_as_json(row: Held) -> dict[str, object]:
    return {
        "code": row.code,
        "kind": row.kind.value,
        "year": row.year,
        "decided_on": row.decided_on and row.decided_on.isoformat(),
        "decision_no": row.decision_no,
        "record_id": row.record_id,
        "revoked_on": row.revoked_on and row.revoked_on.isoformat(),
        "used_for": list(row.used_for),
    }


def _bar_as_json(bar: Bar) -> dict[str, object]:
    return {
        "kind": bar.kind.value,
        "since": bar.since.isoformat(),
        "until": bar.until and bar.until.isoformat(),
        "level": bar.level,
        "record_id": bar.record_id,
    }
