"""Record a bar of a person or an organisation, as its paper says."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.registry.models import Bar
from bangvang.registry.permissions import BarSaid, objection_to_recording_bar
from bangvang.registry.selectors.bars import objection_to_second_bar
from bangvang.registry.selectors.holders import holder_named
from bangvang.registry.states import HolderKind


@transaction.atomic
def record_bar(
    holder_ref: str,
    said: BarSaid,
    *,
    of: HolderKind = HolderKind.PERSON,
    actor: Actor,
    at: datetime,
) -> str:
    """Record the bar and return its reference.

    The audit entry names neither the holder nor the matter: administrators read it too.

    Raises:
        Unseen: there is no such person or organisation.
        Refused: not the standing office, no paper, a first day to come, days that cannot be, a
            discipline without its form, or the same bar once more.
    """
    holder = holder_named(of, holder_ref, lock=True)
    refuse_if(objection_to_recording_bar(actor, said, of, on=localtime(at).date()))
    refuse_if(objection_to_second_bar(holder, of, said))
    bar = Bar.objects.create(
        **{of.value: holder},
        kind=said.kind.value,
        level=said.level.value if said.level else "",
        since=said.since,
        until=said.until,
        paper_no=said.paper_no,
        paper_on=said.paper_on,
        paper_by=said.paper_by,
        note=said.note,
        recorded_by_ref=actor.account_ref,
        recorded_by_name=actor.name,
        recorded_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="record_bar",
        subject=("bar", bar.ref),
        said="Ghi thêm một mục dùng khi xét khen thưởng vào sổ.",
    )
    return bar.ref
