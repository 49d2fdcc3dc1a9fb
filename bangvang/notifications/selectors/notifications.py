"""Reading notices: those of one person acting for one organisation, and nobody else's."""

from dataclasses import dataclass

from django.db.models import QuerySet

from bangvang.accounts.models import Account
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.notifications.models import MailWish, Notification
from bangvang.notifications.selectors.told import Told, told_of
from bangvang.notifications.states import USUAL_WAY, MailWay

SHOWN = 100


@dataclass(frozen=True)
class Wish:
    """How mail is wanted, and whether there is an address it could go to."""

    way: MailWay
    has_address: bool


def notifications_for(actor: Actor, *, unread_only: bool = False) -> list[Told]:
    """Return the newest notices of this person, acting as now; newest first."""
    found = visible_to(actor)
    if unread_only:
        found = found.filter(read_at=None)
    return told_of(list(found.order_by("-pk")[:SHOWN]), actor)


def told_one(actor: Actor, ref: str) -> Told:
    """Return one notice of this person in words.

    Raises:
        Unseen: this person has no such notice.
    """
    return told_of([notification_for(actor, ref)], actor)[0]


def unread_count(actor: Actor) -> int:
    """Return how many notices this person has not read."""
    return visible_to(actor).filter(read_at=None).count()


def notification_for(actor: Actor, ref: str) -> Notification:
    """Return one notice of this person.

    Raises:
        Unseen: this person has no such notice.
    """
    found = visible_to(actor).filter(ref=ref).first()
    if found is None:
        raise Unseen
    return found


def wish_of(actor: Actor) -> Wish:
    """Return how this person wants mail."""
    address = Account.objects.filter(ref=actor.account_ref).values_list("mail_address", flat=True)
    way = MailWish.objects.filter(account__ref=actor.account_ref).values_list("way", flat=True)
    return Wish(MailWay(way.first() or USUAL_WAY), bool(address.first()))


def visible_to(actor: Actor) -> QuerySet[Notification]:
    """Return the notices of this account, made for the organisation it acts for now."""
    return Notification.objects.select_related("announcement").filter(
        account__ref=actor.account_ref, organisation__ref=actor.organisation_ref
    )
