"""Enter what a person held before this system, and since when that record is whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor, Origin
from bangvang.foundation.audit.record import record
from bangvang.registry.models import Award, Completeness, Grade, Initiative, Person


@dataclass(frozen=True)
class PastAward:
    """An award of an earlier decision; the unit is the person's own if none is written."""

    code: str
    kind: str
    year: int
    decision_no: str
    decided_on: date
    issued_by: str
    unit_as_written: str
    achievement: str = ""


@dataclass(frozen=True)
class PastGrade:
    """The grade of one year."""

    code: str
    year: int


@dataclass(frozen=True)
class PastInitiative:
    """A recognised initiative; `code` is its scope."""

    code: str
    year: int
    title: str
    decision_no: str
    decided_on: date
    recognised_by: str


@dataclass(frozen=True)
class History:
    """All that one office knows of one person's earlier years.

    `complete_from` maps `AWARD`, `GRADE`, `INITIATIVE` to the first achievement year for which
    the office answers that nothing is missing.
    """

    awards: tuple[PastAward, ...] = ()
    grades: tuple[PastGrade, ...] = ()
    initiatives: tuple[PastInitiative, ...] = ()
    complete_from: Mapping[str, int] = field(default_factory=dict)


@transaction.atomic
def record_history(person_ref: str, history: History, *, actor: Actor, at: datetime) -> None:
    """Add the history to the person's record, marked as entered afterwards.

    Raises:
        IntegrityError: a part of it is already there; then nothing is added.
    """
    person = Person.objects.select_related("organisation").get(ref=person_ref)
    Award.objects.bulk_create(_award(person, award) for award in history.awards)
    Grade.objects.bulk_create(
        Grade(person=person, code=g.code, year=g.year) for g in history.grades
    )
    Initiative.objects.bulk_create(_initiative(person, i) for i in history.initiatives)
    for record_kind, year in history.complete_from.items():
        Completeness.objects.update_or_create(
            person=person, record_kind=record_kind, defaults={"from_year": year}
        )
    record(
        actor=actor,
        at=at,
        verb="record_history",
        subject=("person", person_ref),
        said=f"Nhập kết quả các năm trước: {len(history.awards)} lượt khen thưởng, "
        f"{len(history.grades)} năm xếp loại, {len(history.initiatives)} sáng kiến.",
    )


def _award(person: Person, award: PastAward) -> Award:
    return Award(
        person=person,
        unit=person.organisation,
        code=award.code,
        kind=award.kind,
        year=award.year,
        name_as_written=person.full_name,
        unit_as_written=award.unit_as_written,
        achievement=award.achievement,
        decision_no=award.decision_no,
        decided_on=award.decided_on,
        issued_by=award.issued_by,
        origin=Origin.BACK_ENTRY,
    )


def _initiative(person: Person, past: PastInitiative) -> Initiative:
    return Initiative(
        person=person,
        code=past.code,
        year=past.year,
        title=past.title,
        decision_no=past.decision_no,
        decided_on=past.decided_on,
        recognised_by=past.recognised_by,
    )
