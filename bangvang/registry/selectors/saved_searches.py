"""The searches that somebody keeps."""

from bangvang.foundation.actor import Actor
from bangvang.registry.models import SavedSearch


def saved_searches_of(actor: Actor) -> tuple[SavedSearch, ...]:
    """Return the actor's own, by name; one query."""
    return tuple(SavedSearch.objects.filter(account_ref=actor.account_ref).order_by("key"))
