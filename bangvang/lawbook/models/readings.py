"""One value as it was read in the official text, with the document and the two people."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.lawbook.states import State


class Reading(models.Model):
    """A dated value of one entry of the rulebook; in force on [since, until) once confirmed.

    `value` is in the plain form of the shipped files. `instrument` is a code of the rulebook or of
    `Instrument`. `act_no` numbers the newest act on this reading among the acts on all of them, so
    that one small query says whether anything changed. `version` grows with every change.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    entry_id = models.CharField(max_length=160)
    since = models.DateField()
    until = models.DateField(null=True)
    value = models.JSONField()
    unit = models.CharField(max_length=30)
    instrument = models.CharField(max_length=80)
    article = models.PositiveIntegerField(null=True)
    clause = models.PositiveIntegerField(null=True)
    point = models.CharField(max_length=10, blank=True)
    why_this_day = models.TextField(blank=True)
    compared_on = models.DateField()
    document = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in State])
    proposed_by_ref = models.CharField(max_length=40)
    proposed_by_name = models.CharField(max_length=200)
    proposed_by_head = models.BooleanField()
    proposed_at = models.DateTimeField()
    decided_by_ref = models.CharField(max_length=40, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    withdrawn_by_ref = models.CharField(max_length=40, blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    act_no = models.PositiveIntegerField(unique=True)
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="reading_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(decided_by_ref=F("proposed_by_ref")),
                name="reading_decided_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.CONFIRMED, State.REJECTED]) | ~Q(decided_by_ref=""),
                name="reading_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WITHDRAWN) | ~Q(withdrawn_by_ref=""),
                name="reading_withdrawn_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.REJECTED, State.WITHDRAWN]) | ~Q(reason=""),
                name="reading_ended_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["state", "entry_id"], name="reading_state_entry")]

    def __str__(self) -> str:
        """Return the entry and its first day."""
        return f"{self.entry_id} {self.since}"
