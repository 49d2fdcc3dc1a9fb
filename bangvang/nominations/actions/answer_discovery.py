"""Answer a discovery that was sent to the unit."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.permissions import objection_to_answering, objection_to_version
from bangvang.nominations.selectors.discoveries import discovery_for
from bangvang.nominations.states import (
    DISCOVERY_LIFE,
    DiscoveryAnswer,
    DiscoveryMove,
    DiscoveryState,
)


@transaction.atomic
def answer_discovery(
    ref: str, answer: DiscoveryAnswer, words: str, *, version: int, actor: Actor, at: datetime
) -> None:
    """Say what the unit did or found; whoever reported it reads `answer`, never the words.

    Raises:
        Unseen: this actor has no such discovery.
        Refused: not the head of the unit it was sent to, answered already, no words, or changed
            by somebody else meanwhile.
    """
    discovery, words = discovery_for(actor, ref, lock=True), tidy(words)
    refuse_if(objection_to_answering(actor, discovery, words=words))
    refuse_if(objection_to_version(discovery.version, version))
    move, before = DiscoveryMove.ANSWER, DiscoveryState(discovery.state)
    discovery.state = DISCOVERY_LIFE.target(move, before)
    discovery.answer, discovery.words = answer.value, words
    discovery.ended_by, discovery.ended_at = actor.name, at
    discovery.version += 1
    discovery.save(update_fields=["state", "answer", "words", "ended_by", "ended_at", "version"])
    record(
        actor=actor,
        at=at,
        verb="answer_discovery",
        subject=("discovery", ref),
        said=f"Trả lời tin báo số {discovery.said}: {answer.label}. {words}",
    )
