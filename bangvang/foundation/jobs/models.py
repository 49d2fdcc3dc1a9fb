"""One row a job. Moments are the machine's own, also where the demonstration's clock stands."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.jobs.states import HOLDS_KEY, State
from bangvang.foundation.ref import new_ref


class Job(models.Model):
    """Work that was asked for, who asked, and how far it is.

    `claim` names the attempt that holds the job until `lease_until`; every later write of that
    attempt asks for it, so an attempt that lost the job changes nothing any more. `asker` is the
    `Actor` as it stood when the job was asked for.
    """

    ref = models.CharField(max_length=14, unique=True, default=new_ref, editable=False)
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=200, blank=True)
    arguments = models.JSONField(default=dict)
    asker = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in State])
    attempts = models.PositiveSmallIntegerField(default=0)
    most_attempts = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField()
    run_after = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    claim = models.CharField(max_length=14, blank=True)
    lease_until = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(null=True)
    of = models.PositiveIntegerField(null=True)
    error = models.CharField(max_length=300, blank=True)
    error_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=Q(state__in=[state.value for state in HOLDS_KEY]) & ~Q(key=""),
                name="job_once_a_key",
            ),
        ]
        indexes = [models.Index(fields=["state", "run_after"], name="job_due")]

    def __str__(self) -> str:
        """Return the kind and the state."""
        return f"{self.kind} {self.state}"
