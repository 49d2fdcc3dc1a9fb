"""Files that a unit sends piece by piece over a poor line, until a form takes them."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref


class ComingIn(models.Model):
    """A file on its way: `received_bytes` of `size_bytes` are on the disk.

    It belongs to one account acting for one unit, and goes when a form took it or after a day.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    account_ref = models.CharField(max_length=40, db_index=True)
    unit_ref = models.CharField(max_length=20)
    name = models.CharField(max_length=255)
    size_bytes = models.BigIntegerField()
    received_bytes = models.BigIntegerField(default=0)
    begun_at = models.DateTimeField()
    touched_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(size_bytes__gt=0, received_bytes__gte=0)
                & Q(received_bytes__lte=F("size_bytes")),
                name="coming_in_within_its_size",
            )
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref
