"""Mails that go out, and how each person wants them."""

from django.db import models
from django.db.models import Q

from bangvang.accounts.models import Account
from bangvang.foundation.ref import new_ref
from bangvang.notifications.states import MailState, MailWay


class MailWish(models.Model):
    """How one person wants notices by mail; whoever has none gets `USUAL_WAY`."""

    account = models.OneToOneField(Account, models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=MailWay.choices)

    def __str__(self) -> str:
        """Return the way."""
        return self.way


class Mail(models.Model):
    """One mail to one person; neither its text nor its address is kept.

    Both are read when it is handed over, so the mail says what holds then. `on` is the day it was
    made; of each person there is one digest a day.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=MailWay.choices)
    on = models.DateField()
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in MailState])
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "on"],
                condition=Q(way=MailWay.DIGEST),
                name="one_digest_a_day",
            ),
        ]

    def __str__(self) -> str:
        """Return the way and the state."""
        return f"{self.way} {self.state}"
