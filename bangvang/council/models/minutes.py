"""Minutes: printed from the record with the audit chain's head, signed on paper, scanned."""

from django.db import models
from django.db.models import Q

from bangvang.council.models.ballots import Ballot
from bangvang.council.models.sessions import Session
from bangvang.council.states import MinutesState
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref


class MinutesKind(models.TextChoices):
    """Of which the minutes are."""

    COUNTING = "COUNTING", "Biên bản kiểm phiếu"
    SESSION = "SESSION", "Biên bản họp Hội đồng"


class Minutes(models.Model):
    """The minutes of a count or of a session; printing again replaces the document till signed.

    `head_seq` and `head_digest` are the head of the audit chain that the paper prints.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    session = models.ForeignKey(Session, models.PROTECT, related_name="minutes")
    kind = models.CharField(max_length=8, choices=MinutesKind.choices)
    ballot = models.OneToOneField(Ballot, models.PROTECT, null=True, related_name="minutes")
    document = models.ForeignKey(KeptDocument, models.PROTECT, related_name="+")
    head_seq = models.BigIntegerField()
    head_digest = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in MinutesState])
    scan = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    signers = models.CharField(max_length=400, blank=True)
    signed_on = models.DateField(null=True)
    signing_recorded_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session"], condition=Q(kind="SESSION"), name="one_minutes_a_session"
            ),
            models.CheckConstraint(
                condition=(Q(kind="COUNTING") & Q(ballot__isnull=False))
                | (Q(kind="SESSION") & Q(ballot__isnull=True)),
                name="counting_minutes_have_a_ballot",
            ),
            models.CheckConstraint(
                condition=~Q(state=MinutesState.SIGNED)
                | (Q(scan__isnull=False, signed_on__isnull=False) & ~Q(signers="")),
                name="signed_minutes_have_a_scan",
            ),
        ]

    def __str__(self) -> str:
        """Return kind and session."""
        return f"{self.kind} {self.session_id}"
