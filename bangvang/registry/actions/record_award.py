"""Enter one award of a decision in the record of whoever holds it from now on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.models import Award, Initiative, InitiativeUse, Organisation, Person
from bangvang.registry.selectors.holders import holder_named
from bangvang.registry.states import HolderKind


@dataclass(frozen=True)
class AwardAsDecided:
    """One line of a decision. `year` is the achievement year; names stand as on the decision.

    `of` says whether `holder_ref` is a person, or a collective or household.
    """

    holder_ref: str
    unit_ref: str
    code: str
    kind: str
    year: int
    award_name: str
    name_as_written: str
    unit_as_written: str
    achievement: str
    decision_no: str
    decided_on: date
    issued_by: str
    order_no: int | None = None
    decision_ref: str = ""
    of: HolderKind = HolderKind.PERSON


@transaction.atomic
def record_award(
    decided: AwardAsDecided,
    *,
    initiative_refs: Collection[str] = (),
    actor: Actor,
    at: datetime,
) -> str:
    """Enter the award and return its reference.

    `initiative_refs` are the person's initiatives that the award rested on; each is marked as used
    for it, once. Collectives have none.

    Raises:
        Unseen: there is no such holder, or one of the initiatives is not theirs.
        IntegrityError: the same award of the same decision is already there.
    """
    holder = holder_named(decided.of, decided.holder_ref, lock=True)
    award = Award.objects.create(
        **{decided.of.value: holder},
        unit=Organisation.objects.get(ref=decided.unit_ref),
        code=decided.code,
        kind=decided.kind,
        year=decided.year,
        name_as_written=decided.name_as_written,
        unit_as_written=decided.unit_as_written,
        achievement=decided.achievement,
        decision_no=decided.decision_no,
        decided_on=decided.decided_on,
        issued_by=decided.issued_by,
        order_no=decided.order_no,
        decision_ref=decided.decision_ref,
        origin=actor.origin,
    )
    _mark_used(holder, decided, frozenset(initiative_refs))
    record(
        actor=actor,
        at=at,
        verb="record_award",
        subject=(decided.of.value, holder.ref),
        said=f"Ghi sổ: {decided.award_name}, thành tích năm {decided.year}, "
        f"Quyết định số {decided.decision_no} ngày {say_date(decided.decided_on)}.",
        details={"award": award.ref, "decision": decided.decision_no},
    )
    return award.ref


def _mark_used(
    holder: Person | Organisation, decided: AwardAsDecided, refs: frozenset[str]
) -> None:
    if not refs:
        return
    if not isinstance(holder, Person):
        raise Unseen
    found = list(Initiative.objects.filter(person=holder, ref__in=refs).order_by("pk"))
    if len(found) != len(refs):
        raise Unseen
    for initiative in found:
        InitiativeUse.objects.get_or_create(
            initiative=initiative,
            award_code=decided.code,
            year=decided.year,
            decision_no=decided.decision_no,
            defaults={"since": decided.decided_on},
        )
