"""Enter what was held before this system, and since when that record is whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from bangvang.foundation.actor import Actor, Origin
from bangvang.foundation.audit.record import record
from bangvang.registry.models import (
    Award,
    Completeness,
    Grade,
    Initiative,
    Organisation,
    Person,
)
from bangvang.registry.selectors.holders import holder_named
from bangvang.registry.states import HolderKind


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
    """All that one office knows of the earlier years of a person or an organisation.

    `complete_from` maps `AWARD`, `GRADE`, `INITIATIVE` to the first achievement year for which
    the office answers that nothing is missing.
    """

    awards: tuple[PastAward, ...] = ()
    grades: tuple[PastGrade, ...] = ()
    initiatives: tuple[PastInitiative, ...] = ()
    complete_from: Mapping[str, int] = field(default_factory=dict)


@transaction.atomic
def record_history(
    holder_ref: str,
    history: History,
    *,
    of: HolderKind = HolderKind.PERSON,
    actor: Actor,
    at: datetime,
) -> None:
    """Add the history to the record of a person or an organisation, marked as entered afterwards.

    Raises:
        Unseen: there is no such person or organisation.
        ValueError: initiatives of an organisation; they have authors, and authors are people.
        IntegrityError: a part of it is already there; then nothing is added.
    """
    holder = holder_named(of, holder_ref, lock=True)
    whose: dict[str, Any] = {of.value: holder}
    Award.objects.bulk_create(_award(holder, award) for award in history.awards)
    Grade.objects.bulk_create(Grade(**whose, code=g.code, year=g.year) for g in history.grades)
    Initiative.objects.bulk_create(_initiative(holder, i) for i in history.initiatives)
    for record_kind, year in history.complete_from.items():
        Completeness.objects.update_or_create(
            defaults={"from_year": year}, record_kind=record_kind, **whose
        )
    record(
        actor=actor,
        at=at,
        verb="record_history",
        subject=(of.value, holder.ref),
        said=f"Nhập kết quả các năm trước: {len(history.awards)} lượt khen thưởng, "
        f"{len(history.grades)} năm xếp loại, {len(history.initiatives)} sáng kiến.",
    )


def _award(holder: Person | Organisation, award: PastAward) -> Award:
    if isinstance(holder, Person):
        person, organisation, unit, name = holder, None, holder.organisation, holder.full_name
    else:
        person, organisation, unit, name = None, holder, holder, holder.name
    return Award(
        person=person,
        organisation=organisation,
        unit=unit,
        code=award.code,
        kind=award.kind,
        year=award.year,
        name_as_written=name,
        unit_as_written=award.unit_as_written,
        achievement=award.achievement,
        decision_no=award.decision_no,
        decided_on=award.decided_on,
        issued_by=award.issued_by,
        origin=Origin.BACK_ENTRY,
    )


def _initiative(holder: Person | Organisation, past: PastInitiative) -> Initiative:
    if not isinstance(holder, Person):
        raise ValueError("an initiative belongs to people")  # noqa: TRY004  # the history is wrong
    return Initiative(
        person=holder,
        code=past.code,
        year=past.year,
        title=past.title,
        decision_no=past.decision_no,
        decided_on=past.decided_on,
        recognised_by=past.recognised_by,
    )
