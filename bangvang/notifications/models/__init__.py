"""Records of notices: what was told to whom, mails, wishes, messages of the office."""

from bangvang.notifications.models.announcements import Announcement
from bangvang.notifications.models.mails import Mail, MailWish
from bangvang.notifications.models.notifications import Notification, Watch

__all__ = ["Announcement", "Mail", "MailWish", "Notification", "Watch"]
