"""Reading messages of the office: to whom one would go, and which went."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bangvang.accounts.selectors import Holder, holders_of
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.models import Batch
from bangvang.nominations.states import BatchState
from bangvang.notifications.models import Announcement
from bangvang.notifications.permissions import objection_to_announcing
from bangvang.notifications.states import UNIT, Audience


@dataclass(frozen=True)
class Sent:
    """One message as the page of its round shows it."""

    title: str
    text: str
    audience: str
    recipient_count: int
    read_count: int
    sent_by: str
    sent_at: datetime


def recipients(actor: Actor, round_ref: str, audience: Audience, *, on: date) -> list[Holder]:
    """Return to whom a message about a round would go, by unit.

    Raises:
        Refused: not the head of the office.
    """
    refuse_if(objection_to_announcing(actor))
    holders = holders_of(UNIT, on=on)
    if audience is Audience.ALL:
        return holders
    lists = Batch.objects.filter(round__ref=round_ref).exclude(state=BatchState.DISCARDED)
    if audience is Audience.WITH_A_LIST:
        has = set(lists.values_list("unit", flat=True))
        return [one for one in holders if one.organisation_id in has]
    handed_in = lists.filter(state__in=(BatchState.SUBMITTED, BatchState.AT_SUPERIOR))
    done = set(handed_in.values_list("unit", flat=True))
    return [one for one in holders if one.organisation_id not in done]


def fingerprint_of(holders: Sequence[Holder]) -> str:
    """Return what tells one set of recipients from another."""
    named = sorted(f"{one.account_ref}:{one.organisation_id}" for one in holders)
    return hashlib.sha256("\n".join(named).encode()).hexdigest()


def announcements_about(actor: Actor, round_ref: str) -> list[Sent]:
    """Return what the head of the office wrote about a round, newest first; nobody else reads it.

    Whoever it went to reads it among the own notices.
    """
    if objection_to_announcing(actor):
        return []
    found = Announcement.objects.filter(round__ref=round_ref).order_by("-sent_at", "-pk")
    return [
        Sent(
            one.title,
            one.text,
            str(Audience(one.audience).label),
            one.recipient_count,
            one.notifications.exclude(read_at=None).count(),
            one.sent_by_name,
            one.sent_at,
        )
        for one in found
    ]
