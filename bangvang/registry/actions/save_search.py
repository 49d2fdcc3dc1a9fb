"""Keep a search under a name, for oneself."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import fold, tidy
from bangvang.registry.models import SavedSearch
from bangvang.registry.permissions.saved_searches import NAME_TAKEN, objection_to_saving

SAVED_SEARCHES_TURN = 4_170_013


@transaction.atomic
def save_search(name: str, words: str, *, actor: Actor, at: datetime) -> SavedSearch:
    """Keep what stands in the address of a search; saving the same again changes nothing.

    Args:
        name: how its owner calls it, tidied here.
        words: the query of the address, as ``urlencode`` writes it.
        actor: whose it is.
        at: now.

    Raises:
        Refused: the role searches nothing, nothing is asked, no name or one too long or taken, or
            too many are kept.
    """
    wait_for_turn(SAVED_SEARCHES_TURN)
    name = tidy(name)
    mine = SavedSearch.objects.filter(account_ref=actor.account_ref)
    same = mine.filter(key=fold(name)).first()
    saved = mine.count() - (same is not None)
    refuse_if(objection_to_saving(actor, name, words, saved=saved))
    if same is not None:
        refuse_if(NAME_TAKEN if same.words != words else None)
        return same
    kept = SavedSearch.objects.create(
        account_ref=actor.account_ref, name=name, key=fold(name), words=words, saved_at=at
    )
    record(
        actor=actor,
        at=at,
        verb="save_search",
        subject=("saved_search", kept.ref),
        said="Lưu một câu tìm trong sổ khen thưởng.",
    )
    return kept
