"""What follows a decision: the awards enter the register, the rows come to their end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bangvang.appraisal.selectors.findings import findings_of
from bangvang.decisions.models import Line
from bangvang.decisions.states import Outcome
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.law import award_name
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.models.nominations import Subject
from bangvang.nominations.selectors.nominations import visible_to
from bangvang.nominations.states import Move
from bangvang.registry.actions.record_award import AwardAsDecided, record_award
from bangvang.registry.actions.register_person import PersonAsKnown, register_person
from bangvang.registry.models import Person
from bangvang.registry.selectors.holders import holder_named
from bangvang.registry.selectors.people import initiatives_among
from bangvang.registry.selectors.recipients import holds_award
from bangvang.registry.states import HolderKind

REGISTER = "Sổ khen thưởng"


@dataclass(frozen=True)
class Ruling:
    """The decision that grants: of the province, or the answer of a higher authority.

    `is_own` says that the lines stand in our own annex, in our order.
    """

    decision_ref: str
    code: str
    year: int
    number: str
    decided_on: date
    issued_by: str
    is_own: bool


def locked_nominations(actor: Actor, lines: Sequence[Line]) -> Mapping[int, Nomination]:
    """Return the nominations of the lines by id, locked until the transaction ends.

    Raises:
        Unseen: one of them is not this actor's to see.
    """
    wanted = {line.nomination_id for line in lines}
    found = visible_to(actor).filter(pk__in=wanted).select_related("person", "body", "unit")
    locked = {row.pk: row for row in found.select_for_update(of=("self",)).order_by("pk")}
    if locked.keys() != wanted:
        raise Unseen
    return locked


def grant(
    line: Line, nomination: Nomination, ruling: Ruling, *, actor: Actor, at: datetime
) -> None:
    """Enter one award in the register, the person first if the register knows none.

    Raises:
        Refused: the same person or body stands on two lines of the decision, or the register does
            not know the collective or household yet.
        MoveNotAllowed: the row is not where the council or the submission left it.
    """
    of, ref = _holder(nomination, actor, at)
    is_person = of is HolderKind.PERSON
    refuse_if(_objection_to_second_line(line, of, ref, ruling))
    record_award(
        AwardAsDecided(
            of=of,
            holder_ref=ref,
            unit_ref=nomination.unit.ref,
            code=ruling.code,
            kind=line.kind,
            year=ruling.year,
            award_name=award_name(ruling.code, ruling.decided_on),
            name_as_written=line.name,
            unit_as_written=line.unit_name or line.name,
            achievement=line.achievement,
            decision_no=ruling.number,
            decided_on=ruling.decided_on,
            issued_by=ruling.issued_by,
            order_no=line.order if ruling.is_own else None,
            decision_ref=ruling.decision_ref,
        ),
        initiative_refs=_initiatives_used(nomination, ref) if is_person else frozenset(),
        actor=actor,
        at=at,
    )
    holder = holder_named(of, ref)
    if isinstance(holder, Person):
        line.person = holder
    else:
        line.body = holder
    line.outcome = Outcome.GRANTED
    line.save(update_fields=["person", "body", "outcome"])
    move(nomination, Move.GRANT, holder=REGISTER, actor=actor, at=at)


def _holder(nomination: Nomination, actor: Actor, at: datetime) -> tuple[HolderKind, str]:
    if nomination.subject == Subject.PERSON:
        return HolderKind.PERSON, _person_ref(nomination, actor, at)
    refuse_if(None if nomination.body else _not_in_register(nomination.name))
    assert nomination.body is not None  # noqa: S101  tells the type checker what was just refused
    return HolderKind.ORGANISATION, nomination.body.ref


def _not_in_register(name: str) -> Objection:
    return Objection("BODY_UNKNOWN", f"{name} chưa có trong sổ; hãy ghi vào sổ trước.")


def _person_ref(nomination: Nomination, actor: Actor, at: datetime) -> str:
    """Return who is meant: linked before, known meanwhile by identity number, or entered now.

    Without a number nobody is taken for somebody else: a person may have said that the namesakes
    of the register are not meant, and a false link is worse than a second entry.
    """
    if nomination.person is not None:
        return nomination.person.ref
    if nomination.identity_digest:
        known = Person.objects.filter(identity_digest=nomination.identity_digest).first()
        if known is not None:
            return known.ref
    return register_person(
        PersonAsKnown(
            full_name=nomination.name,
            organisation_ref=nomination.unit.ref,
            birth_on=nomination.birth_on,
            birth_year=nomination.birth_year,
            sex=nomination.sex,
            position=nomination.position,
            identity_digest=nomination.identity_digest or None,
            identity_tail=nomination.identity_tail,
        ),
        actor=actor,
        at=at,
    )


def _initiatives_used(nomination: Nomination, person_ref: str) -> frozenset[str]:
    """Return the initiatives of the person that the newest stored answer of the law rests on."""
    found = findings_of([nomination.ref]).get(nomination.ref)
    if found is None:
        return frozenset()
    used = (row.record_id for row in found.appraisal.finding.used)
    return initiatives_among(person_ref, used)


def _objection_to_second_line(
    line: Line, of: HolderKind, ref: str, ruling: Ruling
) -> Objection | None:
    """Nobody holds the same award of the same decision twice; the two lines mean one holder."""
    holder = holder_named(of, ref)
    if not holds_award(holder, ruling.code, line.kind, ruling.year, ruling.number):
        return None
    sentence = (
        f"{line.name} đã có ở một dòng khác của văn bản này; cần trả lại để xử lý dòng trùng."
    )
    return Objection("SAME_PERSON_TWICE", sentence)
