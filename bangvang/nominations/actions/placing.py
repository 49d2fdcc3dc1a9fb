"""Put rows into a superior's list and back into their own; their papers go with them."""

from collections.abc import Collection
from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Attachment, Batch, Nomination
from bangvang.nominations.selectors.gathered import rows_locked
from bangvang.nominations.states import Move


def place(row: Nomination, into: Batch, number: int) -> None:
    """Place a locked row of a lower list in a list of the superior, under a number there."""
    row.origin_id, row.origin_row = row.batch_id, row.source_row
    _put(row, into.pk, number)


def put_back(row: Nomination) -> None:
    """Place a locked row, moved on already, where it came from, under its number there."""
    assert row.origin_id is not None  # noqa: S101  the database knows where a gathered row is from
    assert row.origin_row is not None  # noqa: S101
    origin, number = row.origin_id, row.origin_row
    row.origin_id, row.origin_row = None, None
    _put(row, origin, number)


def split_rows(refs: Collection[str], *, actor: Actor, at: datetime) -> list[Nomination]:
    """Let gathered rows of locked lists wait in their own again; tell each of those lists."""
    rows = rows_locked(refs)
    counts: dict[str, int] = {}
    for row in rows:
        origin = row.origin
        assert origin is not None  # noqa: S101  the database knows where a gathered row is from
        move(row, Move.SPLIT_OFF, holder=origin.holder, actor=actor, at=at)
        put_back(row)
        counts[origin.ref] = counts.get(origin.ref, 0) + 1
    for ref, count in sorted(counts.items()):
        said = f"Cấp trên tách {count} dòng khỏi danh sách tổng hợp; các dòng chờ tổng hợp lại."
        record(actor=actor, at=at, verb="rows_split_off", subject=("batch", ref), said=said)
    return rows


def _put(row: Nomination, batch_id: int, number: int) -> None:
    row.batch_id, row.source_row = batch_id, number
    row.save(update_fields=["batch", "source_row", "origin", "origin_row"])
    Attachment.objects.filter(nomination=row).update(batch=batch_id)
