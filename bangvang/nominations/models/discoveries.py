"""Good deeds that somebody reported, and, sealed and apart, who did."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.nominations.states import AsideWhy, DiscoveryAnswer, DiscoveryState
from bangvang.registry.models import MOVES, Organisation


class Discovery(models.Model):
    """A good deed or brave act that was reported through the portal.

    `number` counts within `year`. `code_digest` stands for the code by which whoever reported it
    follows it; the code itself is kept nowhere. `sender` stands for where it was sent from, under
    a key that is thrown away with the day: it limits how much one place sends. `place` is the
    commune or body that was chosen, `sent_to` the unit that answers for it, until `due_on`.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    year = models.IntegerField()
    number = models.IntegerField()
    code_digest = models.CharField(max_length=64, unique=True)
    sender = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=200)
    place = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    place_text = models.CharField(max_length=300, blank=True)
    happened_on = models.DateField(null=True)
    story = models.TextField()
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in DiscoveryState])
    sent_to = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    answer = models.CharField(max_length=16, blank=True, choices=DiscoveryAnswer.choices)
    aside_why = models.CharField(max_length=16, blank=True, choices=AsideWhy.choices)
    words = models.TextField(blank=True)
    ended_by = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    joining = {"place": MOVES, "sent_to": MOVES}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="discovery_number_is_unique"),
            models.CheckConstraint(
                condition=~Q(state__in=("SENT_TO_UNIT", "ANSWERED"))
                | Q(sent_to__isnull=False, due_on__isnull=False),
                name="sent_discovery_has_unit_and_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="ANSWERED") | (~Q(answer="") & ~Q(words="")),
                name="answered_discovery_has_an_answer",
            ),
            models.CheckConstraint(
                condition=~Q(state="SET_ASIDE") | (~Q(aside_why="") & ~Q(words="")),
                name="discovery_is_set_aside_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["sender", "received_at"], name="discovery_sender")]

    def __str__(self) -> str:
        """Return the number as people say it."""
        return self.said

    @property
    def said(self) -> str:
        """The number as people say it, `0017/2026`."""
        return f"{self.number:04d}/{self.year}"


class Reporter(models.Model):
    """Who reported, sealed; opened by one act only, never read beside the discovery."""

    discovery = models.OneToOneField(Discovery, models.PROTECT, related_name="reporter")
    sealed = models.TextField()
    key_id = models.CharField(max_length=20)

    def __str__(self) -> str:
        """Return nothing of the person."""
        return f"Reporter of {self.discovery_id}"
