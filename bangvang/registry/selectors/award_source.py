"""Where one award, grade or initiative comes from, for whoever may read the holder's record."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.db.search import Words, matching
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import AmendedRow, Award, CorrectedInitiative, Grade, Initiative
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.permissions.amendments import Paper
from bangvang.registry.selectors.holdings import UsedFor, uses_of
from bangvang.registry.selectors.own_households import households_of
from bangvang.registry.selectors.own_people import unit_of
from bangvang.registry.states import (
    BODIES,
    PEOPLE,
    AmendmentKind,
    AmendmentState,
    HolderKind,
)


@dataclass(frozen=True)
class RowChange:
    """What was recorded of a row later, without its reason, which is the amendment's own to say.

    `new_ref` is the row that replaced it, `old_ref` the one that it replaced.
    """

    amendment_ref: str
    kind: AmendmentKind
    paper: Paper
    decided_at: datetime | None
    new_ref: str
    old_ref: str


@dataclass(frozen=True)
class GradeSource:
    """A yearly grade; `is_gone`: it was replaced or struck out."""

    ref: str
    holder_name: str
    code: str
    year: int
    decision_no: str
    decided_on: date | None
    is_gone: bool


@dataclass(frozen=True)
class InitiativeSource:
    """An initiative of one author; `together` is what its authors have in common."""

    ref: str
    holder_name: str
    code: str
    year: int
    title: str
    decision_no: str
    decided_on: date
    recognised_by: str
    share: str
    together: str
    used_for: tuple[UsedFor, ...]
    is_gone: bool = False
    """Whether a correction put another row in its place."""


@dataclass(frozen=True)
class AwardSource:
    """An award as its decision wrote it; ``origin`` is how it reached the register."""

    ref: str
    holder_name: str
    code: str
    kind: str
    year: int
    name_as_written: str
    unit_as_written: str
    achievement: str
    decision_no: str
    decided_on: date
    issued_by: str
    order_no: int | None
    decision_ref: str
    origin: str
    revoked_on: date | None
    is_gone: bool = False
    """Whether another row took its place, or it was struck out."""


def award_source(actor: Actor, of: HolderKind, holder_ref: str, ref: str) -> AwardSource:
    """Return what the register keeps of one award of just this holder.

    Raises:
        Unseen: the holder is not the actor's to read, or has no such award.
    """
    found = Award.every.filter(_readable(actor, of, holder_ref), _kept("award"), ref=ref)
    award = found.select_related(of.value).first()
    if award is None:
        raise Unseen
    return AwardSource(
        ref=award.ref,
        holder_name=str(getattr(award, of)),
        code=award.code,
        kind=award.kind,
        year=award.year,
        name_as_written=award.name_as_written,
        unit_as_written=award.unit_as_written,
        achievement=award.achievement,
        decision_no=award.decision_no,
        decided_on=award.decided_on,
        issued_by=award.issued_by,
        order_no=award.order_no,
        decision_ref=award.decision_ref,
        origin=award.origin,
        revoked_on=award.revoked_on,
        is_gone=award.withdrawn_at is not None,
    )


def grade_source(actor: Actor, of: HolderKind, holder_ref: str, ref: str) -> GradeSource:
    """Return what the register keeps of one grade of just this holder.

    Raises:
        Unseen: the holder is not the actor's to read, or has no such grade.
    """
    found = Grade.every.filter(_readable(actor, of, holder_ref), _kept("grade"), ref=ref)
    grade = found.select_related(of.value).first()
    if grade is None:
        raise Unseen
    return GradeSource(
        ref=grade.ref,
        holder_name=str(getattr(grade, of)),
        code=grade.code,
        year=grade.year,
        decision_no=grade.decision_no,
        decided_on=grade.decided_on,
        is_gone=grade.withdrawn_at is not None,
    )


def initiative_source(actor: Actor, person_ref: str, ref: str) -> InitiativeSource:
    """Return what the register keeps of one initiative of just this person.

    Raises:
        Unseen: the person is not the actor's to read, or has no such initiative.
    """
    corrected = CorrectedInitiative.objects.filter(
        initiative__isnull=False, correction__state=AmendmentState.DONE
    )
    kept = Q(withdrawn_at__isnull=True) | Q(pk__in=corrected.values("initiative"))
    readable = _readable(actor, HolderKind.PERSON, person_ref)
    found = Initiative.every.filter(readable, kept, ref=ref, set_aside=False)
    made = found.select_related("person").first()
    if made is None:
        raise Unseen
    share = made.share_percent
    return InitiativeSource(
        ref=made.ref,
        holder_name=str(made.person),
        code=made.code,
        year=made.year,
        title=made.title,
        decision_no=made.decision_no,
        decided_on=made.decided_on,
        recognised_by=made.recognised_by,
        share="" if share is None else f"{share.normalize():f}".replace(".", ","),
        together=made.together,
        used_for=tuple(uses_of([made.pk]).get(made.pk, ())),
        is_gone=made.withdrawn_at is not None,
    )


def changes_of_row(ref: str) -> tuple[RowChange, ...]:
    """Return what was recorded of one award or grade that somebody may read, oldest first."""
    names = Q(award__ref=ref) | Q(grade__ref=ref) | Q(new_award__ref=ref) | Q(new_grade__ref=ref)
    rows = AmendedRow.objects.filter(names, amendment__state=AmendmentState.DONE)
    held = rows.select_related("amendment", "award", "grade", "new_award", "new_grade")
    return tuple(_change(row, ref) for row in held.order_by("amendment__decided_at", "pk"))


def _change(row: AmendedRow, ref: str) -> RowChange:
    of, old, new = row.amendment, row.award or row.grade, row.new_award or row.new_grade
    return RowChange(
        of.ref,
        AmendmentKind(of.kind),
        Paper(of.paper_no, of.paper_on, of.paper_by),
        of.decided_at,
        new.ref if new and new.ref != ref else "",
        old.ref if old and old.ref != ref else "",
    )


def _kept(field: str) -> Q:
    """Return the condition of rows that count, or that an amendment took out."""
    rows: QuerySet[AmendedRow] = AmendedRow.objects.filter(
        **{f"{field}__isnull": False}, amendment__state=AmendmentState.DONE
    )
    return Q(set_aside=False) & (Q(withdrawn_at__isnull=True) | Q(pk__in=rows.values(field)))


def _readable(actor: Actor, of: HolderKind, holder_ref: str) -> Q:
    """Return the condition that a row is just this holder's, who is the actor's to read.

    Raises:
        Unseen: the actor has nothing to read.
    """
    whose = Q(**{f"{of}__ref": holder_ref})
    if may_read_bars(actor):
        return whose
    unit = unit_of(actor)
    if unit is None:
        raise Unseen
    index = PEOPLE if of is HolderKind.PERSON else BODIES
    own = Q(**{f"{of}__in": matching(index, Words(under=((unit.pk,),)))})
    if of is HolderKind.ORGANISATION:
        own |= Q(organisation__in=households_of(unit))
    return whose & own
