"""One row an act. Names and roles are kept as text: an entry never changes with the people."""

from django.db import models

from bangvang.foundation.actor import Origin


class Entry(models.Model):
    """What somebody did; append-only, guarded by triggers on both engines."""

    seq = models.BigIntegerField(primary_key=True)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    origin = models.CharField(max_length=12, choices=[(o.value, o.value) for o in Origin])
    actor_ref = models.CharField(max_length=40)
    actor_name = models.CharField(max_length=200)
    actor_roles = models.CharField(max_length=300)
    organisation = models.CharField(max_length=300)
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_ref = models.CharField(max_length=60)
    said = models.TextField()
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_ref", "seq"], name="audit_subject")
        ]

    def __str__(self) -> str:
        """Return the number and the verb."""
        return f"{self.seq} {self.verb}"
