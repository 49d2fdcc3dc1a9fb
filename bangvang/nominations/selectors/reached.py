"""At the year's end: what was registered beside what was reached, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bangvang.foundation.actor import Actor
from bangvang.law import Subject
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.registrations import TitleSeen, titles_of, year_for
from bangvang.nominations.states import STATE_NAMES, State
from bangvang.registry.models import Award


class Outcome(StrEnum):
    """What became of a title that somebody strove for."""

    REACHED = "REACHED"
    NOT_NOMINATED = "NOT_NOMINATED"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"
    UNDECIDED = "UNDECIDED"


OUTCOME_NAMES = {
    Outcome.REACHED: "Đã đạt",
    Outcome.NOT_NOMINATED: "Chưa đề nghị",
    Outcome.REFUSED: "Không được khen thưởng",
    Outcome.WITHDRAWN: "Đơn vị đã rút đề nghị",
    Outcome.UNDECIDED: "Chưa có quyết định",
}
REFUSED = (State.REFUSED, State.VOTED_AGAINST)


@dataclass(frozen=True)
class Reached:
    """One registered title; `why` is the decision or the reason, `nomination_ref` its row."""

    unit_name: str
    title: TitleSeen
    outcome: Outcome
    why: str
    nomination_ref: str = ""


Key = tuple[str, str]


def registered_and_reached(actor: Actor, year_ref: str) -> list[Reached]:
    """Return every approved title of a year with what became of it; five queries.

    Raises:
        Unseen: no such year for this actor.
    """
    year = year_for(actor, year_ref).year
    rows = titles_of(actor, year_ref)
    codes = {title.award_code for _, title in rows}
    awards = _awards(year, codes, rows)
    nominations = _nominations(year, codes, rows)
    return [
        _reached(unit, title, awards.get(_key(title)), nominations.get(_key(title)))
        for unit, title in rows
    ]


def _key(title: TitleSeen) -> Key:
    return title.holder_ref, title.award_code


def _refs(rows: Iterable[tuple[str, TitleSeen]], subject: Subject) -> set[str]:
    return {title.holder_ref for _, title in rows if title.subject is subject}


def _awards(
    year: int, codes: set[str], rows: list[tuple[str, TitleSeen]]
) -> dict[Key, str]:  # fmt: skip
    """Return the decision by which each holder has each title of the year."""
    standing = Award.objects.filter(year=year, code__in=codes, revoked_on=None)
    found: dict[Key, str] = {}
    for field, subject in (("person", Subject.PERSON), ("organisation", Subject.COLLECTIVE)):
        held = standing.filter(**{f"{field}__ref__in": _refs(rows, subject)})
        columns = (f"{field}__ref", "code", "decision_no", "decided_on")
        for ref, code, number, on in held.values_list(*columns):
            found[ref, code] = f"Quyết định số {number} ngày {on:%d/%m/%Y}"
    return found


def _nominations(
    year: int, codes: set[str], rows: list[tuple[str, TitleSeen]]
) -> dict[Key, Nomination]:  # fmt: skip
    """Return the newest nomination of each holder for each title of the year."""
    asked = Nomination.objects.filter(achievement_year=year, award_code__in=codes)
    found: dict[Key, Nomination] = {}
    for field, subject in (("person", Subject.PERSON), ("body", Subject.COLLECTIVE)):
        named = asked.filter(**{f"{field}__ref__in": _refs(rows, subject)})
        for row in named.select_related(field).order_by("pk"):
            found[getattr(row, field).ref, row.award_code] = row
    return found


def _reached(
    unit: str, title: TitleSeen, award: str | None, row: Nomination | None
) -> Reached:  # fmt: skip
    if award is not None:
        return Reached(unit, title, Outcome.REACHED, award, row.ref if row else "")
    if row is None:
        return Reached(unit, title, Outcome.NOT_NOMINATED, "")
    state = State(row.state)
    said = STATE_NAMES[state]
    if state in REFUSED:
        why = f"{said}. {row.reason}" if row.reason else said
        return Reached(unit, title, Outcome.REFUSED, why, row.ref)
    if state is State.WITHDRAWN:
        return Reached(unit, title, Outcome.WITHDRAWN, row.reason, row.ref)
    return Reached(unit, title, Outcome.UNDECIDED, said, row.ref)
