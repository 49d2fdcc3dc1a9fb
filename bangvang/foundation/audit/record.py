"""Writing an entry: the last thing an action does, in the action's own transaction."""

from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.chain import START, Json, Written, digest_of
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.clock import recorded_now
from bangvang.foundation.db.turns import wait_for_turn

AUDIT_TURN = 4_170_001


def record(
    *,
    actor: Actor,
    at: datetime,
    verb: str,
    subject: tuple[str, str],
    said: str,
    details: dict[str, Json] | None = None,
) -> None:
    """Append one entry to the chain.

    Args:
        actor: who acted; name, roles and organisation are kept as text.
        at: when it happened (the moment of the act, which a replay or back-entry sets itself).
        verb: the action's name, as `submit_batch`.
        subject: kind and reference of what was changed, as `("batch", "abc…")`.
        said: one Vietnamese sentence for the history of the thing. No personal data beyond names.
        details: what a later reader needs, as plain JSON; never how somebody voted, no identity
            numbers.

    Raises:
        TransactionManagementError: called outside a transaction.
    """
    wait_for_turn(AUDIT_TURN)
    last = Entry.objects.order_by("-seq").values_list("seq", "digest").first() or (0, START)
    written = Written(
        seq=last[0] + 1,
        happened_at=at,
        recorded_at=recorded_now(),
        origin=actor.origin,
        actor_ref=actor.account_ref,
        actor_name=actor.name,
        actor_roles=actor.role_names,
        organisation=actor.organisation_name,
        verb=verb,
        subject_kind=subject[0],
        subject_ref=subject[1],
        said=said,
        details=details or {},
        previous=last[1],
    )
    fields = {name: getattr(written, name) for name in Written.__dataclass_fields__}
    Entry.objects.create(**(fields | {"digest": digest_of(written)}))
