"""Let go of a search that was kept."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import SavedSearch


@transaction.atomic
def forget_search(ref: str, *, actor: Actor, at: datetime) -> None:
    """Take one of the actor's own searches off the list.

    Raises:
        Unseen: there is none, or it is somebody else's.
    """
    gone, _ = SavedSearch.objects.filter(ref=ref, account_ref=actor.account_ref).delete()
    if not gone:
        raise Unseen
    record(
        actor=actor,
        at=at,
        verb="forget_search",
        subject=("saved_search", ref),
        said="Bỏ một câu tìm đã lưu.",
    )
