"""The head confirms a decision with its signed paper; then its awards are in the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor, Origin
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.actions.join_years import YEARS_TURN
from bangvang.registry.actions.own_changes import refuse_stale, touch
from bangvang.registry.actions.register_person import PersonAsKnown, register_person
from bangvang.registry.actions.state_year_whole import state_year_whole
from bangvang.registry.intake.granting import objection_to_granting
from bangvang.registry.intake.own_preview import OwnRow, own_preview
from bangvang.registry.intake.own_trouble import objection_to_rows
from bangvang.registry.models import Award, Grade, OwnDecision, OwnDecisionRow, Person
from bangvang.registry.permissions.own import (
    OwnPaper,
    objection_to_heading_own,
    objection_to_own_paper,
)
from bangvang.registry.selectors.own_decisions import GRADE, own_decision_for, own_rows_of
from bangvang.registry.selectors.whole_years import unit_in_year
from bangvang.registry.states import OWN_LIFE, OwnMove, OwnState

ENTERING_TURN = 4_170_015
"""Own decisions are entered one after the other: nobody new is entered twice."""

SAME_DECISION = Objection(
    "SAME_DECISION", "Quyết định số này đã được ghi cho cùng danh hiệu, cùng năm."
)


@dataclass(frozen=True)
class Entered:
    """How many rows were entered, how many stood there already, how many people are new."""

    entered: int
    held: int
    new_people: int


@transaction.atomic
def confirm_own_decision(
    ref: str,
    paper: OwnPaper,
    scan: bytes,
    *,
    scan_name: str,
    says_whole: bool,
    version: int,
    actor: Actor,
    at: datetime,
) -> Entered:
    """Enter everybody whom the decision names with its paper; what is there is not doubled.

    The awards are marked as entered afterwards (`BACK_ENTRY`); the decision's row leads from each
    award to the scan. With `says_whole` the head also states that the year is whole.

    Raises:
        Unseen: no such decision.
        Refused: not the head, prepared by the same person, a row not settled, no authority by the
            law of the day of the decision, no paper, the same decision once more, a statement
            that cannot be, or changed by somebody else meanwhile (`STALE`).
    """
    own = own_decision_for(actor, ref, lock=True)
    refuse_if(objection_to_heading_own(actor, own))
    refuse_stale(own, version)
    refuse_if(objection_to_own_paper(paper, own.year, on=at.date()))
    refuse_if(_objection_to_authority(own, paper))
    wait_for_turn(ENTERING_TURN)
    if says_whole:  # before any row of a person, as a merge does: neither waits for the other
        wait_for_turn(YEARS_TURN)
    refuse_if(_objection_to_twin(own, paper))
    rows = own_preview(own)
    refuse_if(objection_to_rows(rows))
    _sign(own, paper, scan, scan_name, actor, at)
    entered = _enter(own, rows, paper, actor, at)
    if says_whole and unit_in_year(own.unit, own.record_kind, own.year).fresh:
        state_year_whole(own.record_kind, year=own.year, actor=actor, at=at, decision=own)
    record(
        actor=actor,
        at=at,
        verb="confirm_own_decision",
        subject=("own_decision", ref),
        said=f"Xác nhận Quyết định số {own.decision_no} ngày {say_date(paper.decided_on)}: ghi sổ "
        f"{entered.entered} lượt, {entered.held} lượt đã có sẵn.",
        details={"digest": own.scan.digest if own.scan else "", "entered": entered.entered},
    )
    return entered


def _objection_to_authority(own: OwnDecision, paper: OwnPaper) -> Objection | None:
    if own.record_kind == GRADE:
        return None
    return objection_to_granting(
        own.code, own.unit.kind, grantor=paper.grantor, on=paper.decided_on
    )


def _objection_to_twin(own: OwnDecision, paper: OwnPaper) -> Objection | None:
    twins = OwnDecision.objects.filter(
        unit=own.unit,
        record_kind=own.record_kind,
        code=own.code,
        kind=own.kind,
        year=own.year,
        decision_no=paper.decision_no,
        state=OwnState.CONFIRMED,
    )
    return SAME_DECISION if twins.exists() else None


def _sign(
    own: OwnDecision, paper: OwnPaper, scan: bytes, scan_name: str, actor: Actor, at: datetime
) -> None:
    own.scan = keep(scan, original_name=scan_name, actor=actor, at=at, accept=SCANS)
    own.state = OWN_LIFE.target(OwnMove.CONFIRM, OwnState(own.state))
    own.decision_no, own.decided_on = paper.decision_no, paper.decided_on
    own.issued_by, own.grantor = paper.issued_by, paper.grantor
    own.confirmed_by_ref, own.confirmed_by_name = actor.account_ref, actor.name
    own.confirmed_at = at
    touch(own)


def _enter(
    own: OwnDecision, rows: Sequence[OwnRow], paper: OwnPaper, actor: Actor, at: datetime
) -> Entered:
    kept = {row.ref: row for row in own_rows_of(own)}
    new = [row for row in rows if row.is_new]
    refs = {row.ref: row.person.ref for row in rows if row.person}
    refs |= {row.ref: _register(kept[row.ref], actor, at) for row in new}
    people = {
        person.ref: person
        for person in Person.objects.filter(ref__in=list(refs.values())).select_related(
            "organisation"
        )
    }
    for ref in refs:
        kept[ref].person = people[refs[ref]]
    there = _there_by_this(own)
    fresh = [kept[row.ref] for row in rows if not row.is_held]
    fresh = [row for row in fresh if (row.person_id, row.body_id) not in there]
    if own.record_kind == GRADE:
        grades = Grade.objects.bulk_create(_grade(own, row) for row in fresh)
        for row, grade in zip(fresh, grades, strict=True):
            row.grade = grade
    else:
        awards = Award.objects.bulk_create(_award(own, row, paper.decided_on) for row in fresh)
        for row, award in zip(fresh, awards, strict=True):
            row.award = award
    OwnDecisionRow.objects.bulk_update(kept.values(), ["person", "award", "grade"], batch_size=500)
    return Entered(len(fresh), len(rows) - len(fresh), len(new))


def _there_by_this(own: OwnDecision) -> frozenset[tuple[int | None, int | None]]:
    """Return who holds just this award of just this decision already: people, collectives."""
    if own.record_kind == GRADE:
        return frozenset()
    held = Award.objects.filter(
        code=own.code,
        kind=own.kind,
        year=own.year,
        decision_no=own.decision_no,
    )
    return frozenset(held.values_list("person_id", "organisation_id"))


def _register(row: OwnDecisionRow, actor: Actor, at: datetime) -> str:
    return register_person(
        PersonAsKnown(
            full_name=row.name,
            organisation_ref=row.unit.ref,
            birth_on=row.birth_on,
            birth_year=row.birth_year,
            sex=row.sex,
            position=row.position,
            identity_digest=row.identity_digest or None,
            identity_tail=row.identity_tail,
        ),
        actor=actor,
        at=at,
    )


def _award(own: OwnDecision, row: OwnDecisionRow, decided_on: date) -> Award:
    unit = row.body or (row.person.organisation if row.person else row.unit)
    return Award(
        person=row.person,
        organisation=row.body,
        unit=unit,
        code=own.code,
        kind=own.kind,
        year=own.year,
        name_as_written=row.name,
        unit_as_written=row.unit_as_written or unit.name,
        decision_no=own.decision_no,
        decided_on=decided_on,
        issued_by=own.issued_by,
        origin=Origin.BACK_ENTRY,
    )


def _grade(own: OwnDecision, row: OwnDecisionRow) -> Grade:
    return Grade(
        person=row.person,
        organisation=row.body,
        code=row.code,
        year=own.year,
        decision_no=own.decision_no,
        decided_on=own.decided_on,
    )
