"""Taking contents away when their time is over: first said in the database, then done on the disk.

A machine that stops between the two leaves a content that the next call takes away.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.files import disk
from bangvang.foundation.files.models import StoredFile


def mark_removed(files: Iterable[int], *, at: datetime) -> int:
    """Say that the contents of these rows go; call it inside the action's transaction.

    From the commit on nobody reads them. `take_away_removed` does the rest.
    """
    return StoredFile.objects.filter(pk__in=list(files), removed_at=None).update(removed_at=at)


def take_away_removed(most: int) -> int:
    """Take away at most so many contents that were said to go; return how many rows are done.

    A content that another row still has stays on the disk, with that row.
    """
    waiting = StoredFile.objects.exclude(removed_at=None).filter(is_gone=False)
    rows = list(waiting.order_by("pk").values_list("pk", "digest")[:most])
    for pk, digest in rows:
        with transaction.atomic():
            wait_for_turn(disk.turn_of(digest))
            if not StoredFile.objects.filter(digest=digest, removed_at=None).exists():
                disk.take_away(digest)
            StoredFile.objects.filter(pk=pk).update(is_gone=True)
    return len(rows)
