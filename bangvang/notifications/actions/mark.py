"""Mark one's own notices as read, or as unread again.

No entry in the record: when somebody read their notices is nobody else's matter.
"""

from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.notifications.selectors.notifications import notification_for, visible_to


def mark_read(ref: str, *, actor: Actor, at: datetime) -> None:
    """Mark one as read; once more is harmless.

    Raises:
        Unseen: this person has no such notice.
    """
    one = notification_for(actor, ref)
    visible_to(actor).filter(pk=one.pk, read_at=None).update(read_at=at)


def mark_unread(ref: str, *, actor: Actor) -> None:
    """Mark one as unread; a mail that was sent is not sent again.

    Raises:
        Unseen: this person has no such notice.
    """
    one = notification_for(actor, ref)
    visible_to(actor).filter(pk=one.pk).update(read_at=None)


def mark_all_read(*, newest_ref: str, actor: Actor, at: datetime) -> int:
    """Mark what the person saw as read, up to the newest one on the page; return how many.

    Raises:
        Unseen: this person has no such notice.
    """
    newest = notification_for(actor, newest_ref)
    unread = visible_to(actor).filter(read_at=None, pk__lte=newest.pk)
    return unread.update(read_at=at)
