"""Write to many units at once, as it was seen in the preview."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.selectors.rounds import round_named
from bangvang.notifications.actions.look_out import NOTICES_TURN
from bangvang.notifications.actions.telling import Wishes, tell
from bangvang.notifications.models import Announcement
from bangvang.notifications.permissions import (
    ALREADY_SENT,
    NOBODY,
    RECIPIENTS_CHANGED,
    objection_to_announcing,
    objection_to_words,
)
from bangvang.notifications.selectors.announcements import fingerprint_of, recipients
from bangvang.notifications.states import Audience, Kind


@dataclass(frozen=True)
class Message:
    """What is written to whom; `ref` was made with the preview, `seen` are the people it showed."""

    ref: str
    title: str
    text: str
    audience: Audience
    seen: str


@transaction.atomic
def announce(round_ref: str, message: Message, *, actor: Actor, at: datetime) -> int:
    """Tell everybody in the audience, and return how many people that were.

    Raises:
        Unseen: there is no such round.
        Refused: not the head of the office, nothing written, something like an identity number in
            it, sent already, nobody to send to, or other recipients than the preview showed.
    """
    wait_for_turn(NOTICES_TURN)
    round_ = round_named(round_ref)
    refuse_if(objection_to_announcing(actor))
    refuse_if(objection_to_words(message.title, message.text))
    refuse_if(ALREADY_SENT if Announcement.objects.filter(ref=message.ref).exists() else None)
    holders = recipients(actor, round_ref, message.audience, on=localtime(at).date())
    refuse_if(None if holders else NOBODY)
    refuse_if(None if fingerprint_of(holders) == message.seen else RECIPIENTS_CHANGED)
    sent = Announcement.objects.create(
        ref=message.ref,
        round=round_,
        audience=message.audience,
        title=message.title,
        text=message.text,
        recipient_count=len(holders),
        sent_by_ref=actor.account_ref,
        sent_by_name=actor.name,
        sent_at=at,
    )
    wishes = Wishes(holders)
    for holder in holders:
        tell(
            holder,
            Kind.ANNOUNCED,
            round_ref,
            announcement=sent,
            cause=f"announcement:{sent.ref}",
            is_for_mail=wishes.wants_mail(holder),
            at=at,
        )
    record(
        actor=actor,
        at=at,
        verb="announce",
        subject=("round", round_ref),
        said=f"Gửi thông báo «{message.title}» cho {len(holders)} người "
        f"({message.audience.label.lower()}).",
        details={"announcement": sent.ref, "recipients": len(holders)},
    )
    return len(holders)
