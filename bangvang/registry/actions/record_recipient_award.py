"""Enter an award of a household, a foreign collective or a foreigner from its decision."""

from datetime import datetime
from typing import Any

from django.db import transaction

from bangvang.foundation.actor import Actor, Origin
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.law import Subject, award_name
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.permissions.recipients import (
    HELD_ALREADY,
    AwardSaid,
    objection_to_award,
)
from bangvang.registry.selectors.holders import holder_named
from bangvang.registry.selectors.recipients import COUNTRY, HOUSEHOLD, holds_award
from bangvang.registry.states import HolderKind


@transaction.atomic
def record_recipient_award(
    of: HolderKind, ref: str, said: AwardSaid, *, actor: Actor, at: datetime
) -> str:
    """Enter the award and return its reference.

    A household's award is entered in its commune, whatever else that is called on the decision.

    Raises:
        Unseen: there is no such household, foreign collective or foreigner.
        Refused: not the standing office, an award that such a holder cannot have, no decision, a
            decision of tomorrow or of before the year, or the record holds it already.
    """
    holder = holder_named(of, ref, lock=True)
    refuse_if(
        objection_to_award(
            actor, said, _subject(holder), is_foreign=_is_foreign(holder), on=at.date()
        )
    )
    number = tidy(said.decision_no)
    held = holds_award(holder, said.code, said.kind, said.year, number)
    refuse_if(HELD_ALREADY if held else None)
    award = Award.objects.create(
        **_whose(holder),
        code=said.code,
        kind=said.kind,
        year=said.year,
        achievement=said.achievement.strip(),
        decision_no=number,
        decided_on=said.decided_on,
        issued_by=tidy(said.issued_by),
        order_no=said.order_no,
        origin=Origin.BACK_ENTRY,
        **_written(holder, said),
    )
    record(
        actor=actor,
        at=at,
        verb="record_recipient_award",
        subject=(of.value, holder.ref),
        said=f"Ghi sổ: {award_name(said.code, said.decided_on)}, thành tích năm {said.year}, "
        f"Quyết định số {number} ngày {say_date(said.decided_on)}.",
        details={"award": award.ref, "decision": number},
    )
    return award.ref


def _subject(holder: Person | Organisation) -> Subject:
    """Return as whom the law knows the holder.

    Raises:
        Unseen: a body, a country, or somebody Vietnamese; their awards come another way.
    """
    if isinstance(holder, Person):
        if not holder.nationality:
            raise Unseen
        return Subject.PERSON
    if not holder.is_apart or holder.kind == COUNTRY:
        raise Unseen
    return Subject.HOUSEHOLD if holder.kind == HOUSEHOLD else Subject.COLLECTIVE


def _is_foreign(holder: Person | Organisation) -> bool:
    return isinstance(holder, Person) or holder.kind != HOUSEHOLD


def _whose(holder: Person | Organisation) -> dict[str, Any]:
    return {"person" if isinstance(holder, Person) else "organisation": holder}


def _written(holder: Person | Organisation, said: AwardSaid) -> dict[str, Any]:
    """Return name and unit as on the decision, and the unit that is meant."""
    if isinstance(holder, Person):
        name, unit, where = holder.full_name, holder.organisation, holder.organisation.name
    else:
        above = holder.parent
        if above is None:  # pragma: no cover  # for the type checker: the database knows better
            raise Unseen
        name, where = holder.name, above.name
        unit = above if holder.kind == HOUSEHOLD else holder
    return {
        "name_as_written": tidy(said.name_as_written) or name,
        "unit_as_written": tidy(said.unit_as_written) or where,
        "unit": unit,
    }
