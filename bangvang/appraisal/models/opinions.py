"""What the people said of a public list, and what the office made of each opinion."""

from django.db import models
from django.db.models import Q

from bangvang.appraisal.models.consultations import Consultation, ConsultedRow
from bangvang.appraisal.states import OpinionState
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref


class OpinionWay(models.TextChoices):
    """How an opinion came."""

    PORTAL = "PORTAL", "qua cổng thông tin"
    PAPER = "PAPER", "bằng văn bản"


class ResolutionKind(models.TextChoices):
    """What the office made of an opinion."""

    NOTED = "NOTED", "Ghi nhận"
    FORWARDED = "FORWARDED", "Chuyển xử lý theo pháp luật về khiếu nại, tố cáo"
    TAKEN = "TAKEN", "Tiếp thu"
    UNFOUNDED = "UNFOUNDED", "Không có cơ sở"


ERASED = "erased"
"""What stands in the place of a sender who was erased; such an opinion names no key."""


class Opinion(models.Model):
    """One opinion about a row, or about the list as a whole.

    Personal data: `sealed_sender` holds name and contact, sealed and bound to `ref`; `words` and
    `attachment` may speak of people. `code_digest` is of the code by which the sender asks how
    far it is, `form_digest` of the form it came by, so that a form pressed twice counts once.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="opinions")
    row = models.ForeignKey(ConsultedRow, models.PROTECT, null=True, related_name="opinions")
    number = models.PositiveIntegerField()
    way = models.CharField(max_length=8, choices=OpinionWay.choices)
    words = models.TextField()
    sealed_sender = models.TextField()
    key_id = models.CharField(max_length=20)
    code_digest = models.CharField(max_length=64)
    form_digest = models.CharField(max_length=64, unique=True)
    attachment = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    came_on = models.DateField()
    received_at = models.DateTimeField()
    recorded_by_ref = models.CharField(max_length=40, blank=True)
    recorded_by_name = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in OpinionState])
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="one_opinion_a_number"),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(sealed_sender=""),
                name="an_opinion_has_words_and_a_sender",
            ),
            models.CheckConstraint(
                condition=Q(way="PORTAL", recorded_by_ref="")
                | (Q(way="PAPER", attachment__isnull=False) & ~Q(recorded_by_ref="")),
                name="a_paper_opinion_has_a_scan_and_a_recorder",
            ),
        ]

    def __str__(self) -> str:
        """Return the receipt's number."""
        return self.receipt_no

    @property
    def receipt_no(self) -> str:
        """The number of the receipt, `01/2026-0003`."""
        return f"{self.consultation.number}-{self.number:04d}"


class OpinionResolution(models.Model):
    """What an officer made of an opinion, and what the head said to it; the newest holds.

    `to_whom`, `paper_no` and `paper_on` belong to one that was passed on. `is_confirmed` None:
    waits for the head.
    """

    opinion = models.ForeignKey(Opinion, models.PROTECT, related_name="resolutions")
    kind = models.CharField(max_length=10, choices=ResolutionKind.choices)
    why = models.TextField()
    to_whom = models.CharField(max_length=300, blank=True)
    paper_no = models.CharField(max_length=60, blank=True)
    paper_on = models.DateField(null=True)
    by_ref = models.CharField(max_length=40)
    by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()
    is_confirmed = models.BooleanField(null=True)
    answered_by_name = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(why="")
                & (
                    ~Q(kind="FORWARDED")
                    | (~Q(to_whom="") & ~Q(paper_no="") & Q(paper_on__isnull=False))
                ),
                name="an_opinion_resolution_is_whole",
            ),
        ]

    def __str__(self) -> str:
        """Return the kind."""
        return self.kind
