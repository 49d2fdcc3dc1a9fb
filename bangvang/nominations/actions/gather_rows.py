"""Take rows of lower lists into a list of the superior's own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.actions.placing import place
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.permissions.gathering import objection_to_gathering
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.selectors.gathered import lists_locked, rows_locked
from bangvang.nominations.states import BatchState, Move, State
from bangvang.registry.selectors.organisations import organisation_named


@transaction.atomic
def gather_rows(
    chosen: Mapping[str, int], *, into: str, version: int, actor: Actor, at: datetime
) -> str:
    """Move the rows into a draft and return its reference; each keeps what it has.

    Args:
        chosen: references of the rows with the version that the person saw of each.
        into: reference of the superior's draft; empty for a new one.
        version: of that draft as the person saw it; nothing is asked of a new one.
        actor: officer or head of the superior.
        at: the moment of the act.

    Raises:
        Unseen: the superior has no such draft.
        Refused: not of the superior, nothing chosen, a row that waits here no longer or that was
            changed, a list that is no draft or of another round, or changed meanwhile.
    """
    target = batch_for(actor, into) if into else None
    wanted = Nomination.objects.filter(ref__in=chosen).values_list("batch", flat=True)
    lists = lists_locked([*wanted, *([target.pk] if target else [])])
    draft = lists.get(target.pk) if target else None
    waiting = [row for row in rows_locked(chosen) if _waits_here(row, actor)]
    rows = sorted(waiting, key=lambda row: (row.batch_id, row.source_row))
    refuse_if(objection_to_gathering(actor, draft, rows, asked=len(chosen)))
    refuse_if(objection_to_version(draft.version, version) if draft else None)
    for row in rows:
        refuse_if(objection_to_version(row.version, chosen[row.ref]))
    batch = draft or _new_list(rows[0].batch, actor, at)
    origins = Counter(row.batch.ref for row in rows)
    units = Counter(row.batch.unit.name for row in rows)
    _place(batch, rows, actor, at)
    for ref, count in sorted(origins.items()):
        said = f"{batch.unit.name} đưa {count} dòng vào danh sách tổng hợp."
        record(actor=actor, at=at, verb="rows_gathered", subject=("batch", ref), said=said)
    batch.version += 1
    batch.save(update_fields=["version"])
    of = "; ".join(f"{count} dòng của {name}" for name, count in units.items())
    record(
        actor=actor,
        at=at,
        verb="gather_rows",
        subject=("batch", batch.ref),
        said=f"Tổng hợp từ cấp dưới: {of}.",
        details={"rows": len(rows)},
    )
    return batch.ref


def _waits_here(row: Nomination, actor: Actor) -> bool:
    superior = row.batch.superior
    return (
        row.state == State.SENT_UP
        and row.batch.state == BatchState.AT_SUPERIOR
        and superior is not None
        and superior.ref == actor.organisation_ref
    )


def _new_list(like: Batch, actor: Actor, at: datetime) -> Batch:
    return Batch.objects.create(
        round=like.round,
        unit=organisation_named(actor.organisation_ref),
        state=BatchState.DRAFT,
        holder=actor.name,
        holder_ref=actor.account_ref,
        held_since=at,
        prepared_by=actor.name,
    )


def _place(batch: Batch, rows: Sequence[Nomination], actor: Actor, at: datetime) -> None:
    """Number the rows after those that are there; an answer to an earlier return is dealt with."""
    last = Nomination.objects.filter(batch=batch).aggregate(last=Max("source_row"))["last"] or 0
    for number, row in enumerate(rows, start=last + 1):
        place(row, batch, number)
        if row.reply:
            row.reply = ""
            row.save(update_fields=["reply"])
        move(row, Move.GATHER, holder=batch.holder, actor=actor, at=at)
