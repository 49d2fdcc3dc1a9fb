"""Rounds in which lists are received and considered."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models import Joining, Organisation, Way


class Round(models.Model):
    """One round: for which achievement year, from when, until when, and what it receives.

    `families` are codes of `families.toml`, `levels` values of `law.Level`, `award_codes` codes of
    the catalogue; each empty list means that nothing is left out. `submit_by` is the last day of
    every row for which no `IntakeDay` says another.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    title = models.CharField(max_length=200, unique=True)
    achievement_year = models.IntegerField()
    opens_on = models.DateField()
    submit_by = models.DateField()
    ballot_by = models.DateField()
    families = models.JSONField(default=list)
    levels = models.JSONField(default=list)
    award_codes = models.JSONField(default=list)
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(submit_by__gte=F("opens_on")) & Q(ballot_by__gte=F("submit_by")),
                name="round_days_in_order",
            )
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class IntakeDay(models.Model):
    """Another last day for some rows of a round: of an award, a kind, a sector, or of several.

    `sector` is a body; it means the lists of that body and of everything below it. What is empty
    restricts nothing; of several that fit a row the one that names most decides.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    round = models.ForeignKey(Round, models.PROTECT, related_name="intake_days")
    award_code = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    sector = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    submit_by = models.DateField()

    joining = {
        "sector": Joining(
            Way.MOVE,
            clash="Hai cơ quan có hạn nhận riêng trong cùng một đợt xét; hãy bỏ một hạn rồi gộp.",
        )
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "award_code", "kind", "sector"],
                name="one_intake_day_a_case",
            ),
            models.UniqueConstraint(
                fields=["round", "award_code", "kind"],
                condition=Q(sector__isnull=True),
                name="one_intake_day_a_case_everywhere",
            ),
            models.CheckConstraint(
                condition=~Q(award_code="") | ~Q(kind="") | Q(sector__isnull=False),
                name="intake_day_is_of_something",
            ),
        ]

    def __str__(self) -> str:
        """Return what it is of, and the day."""
        return f"{self.award_code} {self.kind} {self.submit_by}"
