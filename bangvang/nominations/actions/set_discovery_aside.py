"""Set a report aside that is sent to nobody."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.permissions import objection_to_setting_aside, objection_to_version
from bangvang.nominations.selectors.discoveries import discovery_for
from bangvang.nominations.states import DISCOVERY_LIFE, AsideWhy, DiscoveryMove, DiscoveryState


@transaction.atomic
def set_discovery_aside(
    ref: str, why: AsideWhy, words: str, *, version: int, actor: Actor, at: datetime
) -> None:
    """End it with a reason; whoever reported it reads `why`, never the words.

    Raises:
        Unseen: this actor has no such discovery.
        Refused: not the office, sent or ended already, no words, or changed meanwhile.
    """
    discovery, words = discovery_for(actor, ref, lock=True), tidy(words)
    refuse_if(objection_to_setting_aside(actor, discovery, words=words))
    refuse_if(objection_to_version(discovery.version, version))
    move, before = DiscoveryMove.SET_ASIDE, DiscoveryState(discovery.state)
    discovery.state = DISCOVERY_LIFE.target(move, before)
    discovery.aside_why, discovery.words = why.value, words
    discovery.ended_by, discovery.ended_at = actor.name, at
    discovery.version += 1
    discovery.save(update_fields=["state", "aside_why", "words", "ended_by", "ended_at", "version"])
    record(
        actor=actor,
        at=at,
        verb="set_discovery_aside",
        subject=("discovery", ref),
        said=f"Không chuyển tiếp tin báo số {discovery.said}: {why.label}. {words}",
    )
