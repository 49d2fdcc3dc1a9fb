"""Days on which the law changes: which awards are asked otherwise from that day on.

A change is a rule that differs between the eve and the day: a way that begins or ends, a number
that another replaces, or a text that was not read. What changes around the rules (prizes, papers,
deadlines) is no change here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bangvang.law.asking import Matter, gaps_of, routes_of
from bangvang.law.catalogue import Subject, award_of, catalogue
from bangvang.law.instruments import instruments
from bangvang.law.kinds import Kind
from bangvang.law.regimes import in_force
from bangvang.law.rule import Rule
from bangvang.law.rulebook import rulebook


@dataclass(frozen=True)
class Change:
    """One award held against two laws: that of the day and that of the eve.

    Both are asked about the same achievement year, the one before the day, so that nothing but
    the law differs.
    """

    code: str
    kind: Kind
    subject: Subject
    on: date

    @property
    def eve(self) -> date:
        """The last day of the former law."""
        return self.on - timedelta(days=1)

    @property
    def year(self) -> int:
        """The achievement year asked about."""
        return self.on.year - 1

    @property
    def before(self) -> Matter:
        """What is asked of the former law."""
        return Matter(self.code, self.kind, self.subject, self.year, self.eve)

    @property
    def after(self) -> Matter:
        """What is asked of the new law."""
        return Matter(self.code, self.kind, self.subject, self.year, self.on)

    @property
    def is_comparable(self) -> bool:
        """Whether the award existed on both days."""
        names = award_of(self.code).names
        return names.get(self.eve) is not None and names.get(self.on) is not None


@dataclass(frozen=True)
class ChangeDay:
    """A day on which awards begin to be asked otherwise; ``instruments`` are ids, oldest first."""

    on: date
    instruments: tuple[str, ...]
    changes: tuple[Change, ...]


def changes_of_law() -> tuple[ChangeDay, ...]:
    """Return the days on which some award is asked otherwise, newest first.

    The first day that the rulebook knows is none: nothing is known of its eve.
    """
    found = []
    for on in sorted(_starts(), reverse=True):
        if not in_force(on - timedelta(days=1)):
            continue
        asked = (Change(*key, on) for key in asked_ever())
        changes = tuple(one for one in asked if _ways(one.before) != _ways(one.after))
        if changes:
            found.append(ChangeDay(on, _instruments_of(on), changes))
    return tuple(found)


def asked_ever() -> tuple[tuple[str, Kind, Subject], ...]:
    """Return each award, kind and subject to which a way was ever coded, as in the catalogue."""
    order = list(catalogue())
    kinds, subjects = list(Kind), list(Subject)
    found = {(route.code, route.kind, route.subject) for route in rulebook().routes}
    return tuple(
        sorted(
            found,
            key=lambda one: (order.index(one[0]), subjects.index(one[2]), kinds.index(one[1])),
        )
    )


def _starts() -> set[date]:
    book = rulebook()
    days = {entry.since for row in book.texts.rows.values() for entry in row.items}
    for route in book.routes:
        days |= {route.since} | ({route.until} if route.until else set())
    return days


def _ways(matter: Matter) -> tuple[object, ...]:
    """Return everything that answers on a day: what is read, what is not, what is not coded."""
    texts = rulebook().texts
    read: list[tuple[str, str, Rule | None]] = []
    for route in routes_of(matter):
        is_read = route.is_read_on(matter.on, texts)
        rule = route.rule_on(matter.on, texts) if is_read else None
        read.append((route.id, route.claim, rule))
    return (*read, *(gap.way for gap in gaps_of(matter)))


def _instruments_of(on: date) -> tuple[str, ...]:
    """Return the instruments that begin to apply that day; all that are cited if none does."""
    cited = sorted(set(_cited(on)))
    starting = [one for one in cited if instruments()[one].starts_on(on)]
    order = sorted(starting or cited, key=lambda one: (instruments()[one].since, one))
    return tuple(order)


def _cited(on: date) -> Iterator[str]:
    book = rulebook()
    for row in book.texts.rows.values():
        yield from (e.text_unseen or e.cite.instrument for e in row.items if e.since == on)
    yield from (route.cite.instrument for route in book.routes if route.since == on)
