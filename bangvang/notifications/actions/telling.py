"""Making one notice, or adding to one that nobody has read and no mail has taken up."""

from collections.abc import Sequence
from datetime import datetime

from bangvang.accounts.selectors import Holder
from bangvang.notifications.models import Announcement, MailWish, Notification
from bangvang.notifications.states import USUAL_WAY, Kind, MailWay


class Wishes:
    """How each of these people wants mail; read once."""

    def __init__(self, holders: Sequence[Holder]) -> None:
        """Read the wishes of all of them."""
        ids = {one.account_id for one in holders}
        found = MailWish.objects.filter(account__in=ids).values_list("account", "way")
        self._ways = {account: MailWay(way) for account, way in found}

    def wants_mail(self, holder: Holder) -> bool:
        """Tell whether what is told this person now also goes by mail."""
        way = self._ways.get(holder.account_id, USUAL_WAY)
        return holder.has_mail and way is not MailWay.NONE


def tell(
    holder: Holder,
    kind: Kind,
    about_ref: str,
    *,
    row_refs: Sequence[str] = (),
    announcement: Announcement | None = None,
    cause: str,
    is_for_mail: bool,
    at: datetime,
) -> None:
    """Tell one person, once for a cause; the caller holds the turn of notices."""
    cause = f"{cause}:{holder.organisation_id}"
    if row_refs and _joined(holder, kind, about_ref, row_refs):
        return
    Notification.objects.get_or_create(
        account_id=holder.account_id,
        cause=cause,
        defaults={
            "organisation_id": holder.organisation_id,
            "kind": kind,
            "about_ref": about_ref,
            "row_refs": sorted(set(row_refs)),
            "announcement": announcement,
            "made_at": at,
            "is_for_mail": is_for_mail,
        },
    )


def _joined(holder: Holder, kind: Kind, about_ref: str, row_refs: Sequence[str]) -> bool:
    """Add the rows to an open notice of the same kind about the same list, if there is one."""
    there = (
        Notification.objects.select_for_update()
        .filter(
            account_id=holder.account_id,
            organisation_id=holder.organisation_id,
            kind=kind,
            about_ref=about_ref,
            read_at=None,
            mail=None,
        )
        .order_by("pk")
        .last()
    )
    if there is None:
        return False
    there.row_refs = sorted({*there.row_refs, *row_refs})
    there.save(update_fields=["row_refs"])
    return True
