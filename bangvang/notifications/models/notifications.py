"""One notice to one person, and how far the record has been read."""

from django.db import models

from bangvang.accounts.models import Account
from bangvang.foundation.ref import new_ref
from bangvang.notifications.models.announcements import Announcement
from bangvang.notifications.models.mails import Mail
from bangvang.notifications.states import Kind
from bangvang.registry.models import MOVES, Organisation


class Watch(models.Model):
    """How far the record has been read, and on which day the last days were looked at; one row."""

    read_to = models.BigIntegerField()
    began_at = models.DateTimeField()
    looked_on = models.DateField(null=True)

    def __str__(self) -> str:
        """Return the number of the last entry read."""
        return str(self.read_to)


class Notification(models.Model):
    """That something concerns somebody who acts for an organisation.

    It keeps references and no text: what may be said is read anew each time, as this person may see
    it then. `cause` is the entry or the day it came from and for which body, so that nothing is
    told twice; `row_refs` are rows of the list `about_ref`. It is joined by more rows until it was
    read or mailed.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    about_ref = models.CharField(max_length=20)
    row_refs = models.JSONField(default=list)
    announcement = models.ForeignKey(
        Announcement, models.PROTECT, null=True, related_name="notifications"
    )
    cause = models.CharField(max_length=60)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    is_for_mail = models.BooleanField()
    mail = models.ForeignKey(Mail, models.PROTECT, null=True, related_name="notifications")

    joining = {"organisation": MOVES}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "cause"], name="told_once_a_cause"),
        ]
        indexes = [
            models.Index(fields=["account", "organisation", "read_at"], name="notification_unread"),
            models.Index(fields=["is_for_mail", "mail", "read_at"], name="notification_to_mail"),
        ]

    def __str__(self) -> str:
        """Return the kind."""
        return self.kind
