"""The second person confirms the correction of an initiative: new rows take the old ones' place."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.ref import new_ref
from bangvang.registry.actions.recognise_initiative import objection_to_second
from bangvang.registry.actions.turn import MERGING_TURN
from bangvang.registry.models import (
    CorrectedInitiative,
    Initiative,
    InitiativeCorrection,
    InitiativeUse,
    Person,
    RecordSource,
)
from bangvang.registry.permissions.initiative_corrections import (
    CHANGED_SINCE,
    objection_to_confirming_correction,
    objection_to_seen_correction,
)
from bangvang.registry.permissions.initiatives import InitiativeSaid
from bangvang.registry.selectors.holders import person_named
from bangvang.registry.selectors.initiative_corrections import (
    correction_for,
    said_of_correction,
    shares_of_correction,
)
from bangvang.registry.states import AmendmentState


@transaction.atomic
def confirm_correction(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Record the correction: the rows of all authors at once, or none.

    The old rows stay and count no more. Who stays an author keeps what the initiative was used for,
    and where it came from; of who does not, that stays with the old row.

    Raises:
        Unseen: there is no such correction, or an author is gone.
        Refused: not who may confirm, decided already, changed since it was seen, the initiative is
            no longer as it was when this was proposed, or an author has it already.
    """
    wait_for_turn(MERGING_TURN)
    correction = correction_for(actor, ref, lock=True)
    refuse_if(objection_to_confirming_correction(actor, correction))
    refuse_if(objection_to_seen_correction(correction, version))
    said = said_of_correction(correction)
    links = list(correction.rows.order_by("pk"))
    ids = [pk for link in links if (pk := link.initiative_id) is not None]
    rows = list(
        Initiative.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    )
    refuse_if(CHANGED_SINCE if len(rows) != len(links) else None)
    parts = {person_named(one): part for one, part in shares_of_correction(correction).items()}
    refuse_if(objection_to_second(said, list(parts), besides=rows))
    Initiative.objects.filter(pk__in=ids).update(withdrawn_at=at)
    _put(correction, links, rows, said, parts)
    correction.state = AmendmentState.DONE
    correction.decided_by_ref, correction.decided_by_name = actor.account_ref, actor.name
    correction.decided_at = at
    correction.version += 1
    correction.save()
    record(
        actor=actor,
        at=at,
        verb="confirm_correction",
        subject=("initiative_correction", ref),
        said=f"Ghi sổ: đính chính sáng kiến, đề tài năm {said.year}, {len(parts)} tác giả.",
        details={"records": [row.ref for row in rows], "paper": correction.paper_no},
    )


def _put(
    correction: InitiativeCorrection,
    links: Sequence[CorrectedInitiative],
    rows: Sequence[Initiative],
    said: InitiativeSaid,
    parts: Mapping[Person, Decimal | None],
) -> None:
    """Enter the new rows, each linked with the old one of the same author, if there is one."""
    together = rows[0].together or (new_ref() if len(parts) > 1 else "")
    old = {row.person_id: row for row in rows}
    link_of = {link.initiative_id: link for link in links}
    for person, part in parts.items():
        new = Initiative.objects.create(
            person=person,
            code=said.code,
            year=said.year,
            title=said.title,
            decision_no=said.decision_no,
            decided_on=said.decided_on,
            recognised_by=said.recognised_by,
            together=together,
            share_percent=part,
        )
        before = old.get(person.pk)
        if before is None:
            CorrectedInitiative.objects.create(
                correction=correction, new_initiative=new, is_open=False
            )
            continue
        link_of[before.pk].new_initiative = new
        _hand_on(before, new)
    for link in links:
        link.is_open = False
    CorrectedInitiative.objects.bulk_update(links, ["new_initiative", "is_open"])


def _hand_on(before: Initiative, new: Initiative) -> None:
    """Let the new row tell where it came from and what it was used for, as the old one did."""
    RecordSource.objects.filter(initiative=before).update(initiative=new)
    InitiativeUse.objects.bulk_create(
        InitiativeUse(
            initiative=new,
            award_code=use.award_code,
            year=use.year,
            decision_no=use.decision_no,
            since=use.since,
        )
        for use in InitiativeUse.objects.filter(initiative=before).order_by("pk")
    )
