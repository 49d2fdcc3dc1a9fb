"""What the law said of a row when it was asked, and what people concluded from it."""

from django.db import models
from django.db.models import Q

from bangvang.nominations.models import Nomination


class StoredFinding(models.Model):
    """An answer of the law as it was given: with the facts and the rulebook it was given from.

    `finding` is `law.Appraisal.as_json()` with its `explanation`; `facts` is the record it looked
    at. Neither is ever changed; a row that is handed in again gets a new one. `sentence` is that of
    the part that decided, so that a list need not read the whole finding to show one line of it.
    """

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    on_day = models.DateField()
    answer = models.CharField(max_length=14)
    reasons = models.JSONField(default=list)
    sentence = models.TextField(blank=True)
    rulebook_version = models.CharField(max_length=64)
    finding = models.JSONField()
    facts = models.JSONField()

    def __str__(self) -> str:
        """Return the answer."""
        return self.answer


class Verdict(models.TextChoices):
    """What a person concluded."""

    ACCEPTED = "ACCEPTED", "Chấp nhận"
    OVERRULE = "OVERRULE", "Đề nghị khác kết quả đối chiếu"
    CONFIRMED = "CONFIRMED", "Trưởng phòng đồng ý đề nghị khác kết quả đối chiếu"
    REJECTED = "REJECTED", "Trưởng phòng không đồng ý đề nghị khác kết quả đối chiếu"
    RETURNED = "RETURNED", "Trả lại để bổ sung"
    DECLINED = "DECLINED", "Không đưa vào danh sách trình"
    TAKEN_BACK = "TAKEN_BACK", "Rút kết luận trước"


class Judgement(models.Model):
    """One conclusion of one person about one row, with its reason; the newest holds."""

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    finding = models.ForeignKey(StoredFinding, models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    by_ref = models.CharField(max_length=20)
    by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=[Verdict.ACCEPTED, Verdict.CONFIRMED]) | ~Q(reason=""),
                name="judgement_against_has_a_reason",
            )
        ]

    def __str__(self) -> str:
        """Return the verdict."""
        return self.verdict
