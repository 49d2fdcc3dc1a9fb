"""The paper that is signed: a decision of the province, or a submission to a higher authority."""

from django.db import models
from django.db.models import F, Q

from bangvang.council.models import Ballot
from bangvang.decisions.states import Kind, SignerPost, State
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref

CONFIRMED = [State.IN_FORCE, State.SENT, State.ANSWER_RECORDED, State.ANSWERED]


class Decision(models.Model):
    """One paper about the passed list of one ballot, from the draft to its effect.

    `list_digest` binds the lines to the ballot's result. `authority_key` is the law's word for who
    decides, `authority_note` says that the head confirmed it where the text was not at hand.
    `number` counts in the issuer's book within `signed_year`; with `symbol` it reads
    `05/QĐ-UBND`. Number, day, signer and scan are recorded by one person and confirmed by another;
    a record that was sent back stays on the row, with the reason, until it is recorded again.
    `version` grows with every change, so that a stale form is noticed.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in Kind])
    ballot = models.OneToOneField(Ballot, models.PROTECT, related_name="+")
    award_code = models.CharField(max_length=20)
    achievement_year = models.IntegerField()
    title = models.CharField(max_length=500)
    extra_grounds = models.TextField(blank=True)
    authority_key = models.CharField(max_length=40)
    authority_name = models.CharField(max_length=300)
    authority_note = models.TextField(blank=True)
    issuer = models.CharField(max_length=300)
    symbol = models.CharField(max_length=30)
    state = models.CharField(max_length=16, choices=[(s.value, s.value) for s in State])
    list_digest = models.CharField(max_length=64)
    document = models.ForeignKey(KeptDocument, models.PROTECT, null=True, related_name="+")
    number = models.PositiveIntegerField(null=True)
    signed_on = models.DateField(null=True)
    signed_year = models.IntegerField(null=True)
    signer_name = models.CharField(max_length=200, blank=True)
    signer_post = models.CharField(
        max_length=12, choices=[(p.value, p.value) for p in SignerPost], blank=True
    )
    scan = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    proposed_by_name = models.CharField(max_length=200)
    proposed_at = models.DateTimeField()
    recorded_by_ref = models.CharField(max_length=40, blank=True)
    recorded_by_name = models.CharField(max_length=200, blank=True)
    recorded_by_head = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(null=True)
    confirmed_by_ref = models.CharField(max_length=40, blank=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    sent_back_reason = models.TextField(blank=True)
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "symbol", "signed_year", "number"],
                condition=~Q(state=State.DRAFT),
                name="number_once_a_year_an_issuer",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT)
                | (
                    Q(number__isnull=False)
                    & Q(signed_on__isnull=False)
                    & Q(scan__isnull=False)
                    & ~Q(recorded_by_ref="")
                ),
                name="recorded_decision_has_number_day_scan",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=CONFIRMED)
                | (~Q(confirmed_by_ref="") & ~Q(confirmed_by_ref=F("recorded_by_ref"))),
                name="decision_confirmed_by_another",
            ),
        ]
        indexes = [models.Index(fields=["state", "signed_on"], name="decision_state_day")]

    def __str__(self) -> str:
        """Return kind and award."""
        return f"{self.kind} {self.award_code}"

    @property
    def number_written(self) -> str:
        """The number as papers write it, `05/QĐ-UBND`; empty before it is recorded."""
        return "" if self.number is None else f"{self.number:02d}/{self.symbol}"
