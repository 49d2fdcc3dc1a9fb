"""Yearly grades, and from which year a record is known to be complete."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.holders import HeldByEither, one_holder
from bangvang.registry.models.joining import Joining, Way
from bangvang.registry.models.standing import COUNTS, AllRows, CountingRows, StandingRows


class Grade(HeldByEither):
    """The grade of a person or an organisation in one year (`HTXSNV`, `HTTNV`, `HTNV`, `KHTNV`)."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    code = models.CharField(max_length=20)
    year = models.IntegerField()
    decision_no = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    set_aside = models.BooleanField(default=False, db_default=False)

    joining = {"person": Joining(Way.SPECIAL), "organisation": Joining(Way.SPECIAL)}

    objects = CountingRows()
    with_set_aside = StandingRows()
    every = AllRows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "year"], condition=COUNTS, name="one_grade_a_person_a_year"
            ),
            models.UniqueConstraint(
                fields=["organisation", "year"],
                condition=COUNTS,
                name="one_grade_an_organisation_a_year",
            ),
            one_holder("grade_has_one_holder"),
        ]

    @property
    def stands(self) -> bool:
        """Whether it counts: not struck out, replaced or set aside."""
        return self.withdrawn_at is None and not self.set_aside

    def __str__(self) -> str:
        """Return grade and year."""
        return f"{self.code} {self.year}"


class Completeness(HeldByEither):
    """From `from_year` on, a row of this kind that is absent is known not to exist.

    `record_kind` is one of `AWARD`, `GRADE`, `INITIATIVE`. Without a row, absence means unknown.
    `through_year` is the last such year where the row rests on what units stated year by year; it
    is None where the standing office promised it without an end. `entered_from` is the year that
    was promised, kept when statements of units carried it further back.
    """

    record_kind = models.CharField(max_length=12)
    from_year = models.IntegerField()
    through_year = models.IntegerField(null=True)
    entered_from = models.IntegerField(null=True)

    joining = {"person": Joining(Way.SPECIAL), "organisation": Joining(Way.SPECIAL)}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "record_kind"], name="one_completeness_a_person_a_kind"
            ),
            models.UniqueConstraint(
                fields=["organisation", "record_kind"],
                name="one_completeness_an_organisation_a_kind",
            ),
            one_holder("completeness_has_one_holder"),
            models.CheckConstraint(
                condition=Q(through_year__isnull=True) | Q(through_year__gte=F("from_year")),
                name="completeness_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return kind and year."""
        return f"{self.record_kind} from {self.from_year}"
