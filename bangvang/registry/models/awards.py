"""Awards held: each row is a fact that stands on a decision, kept as plain text and days."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.actor import Origin
from bangvang.foundation.ref import new_ref
from bangvang.registry.models.holders import HeldByEither, one_holder
from bangvang.registry.models.joining import MOVES, Joining, Way
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.standing import STANDS, AllRows, CountingRows, StandingRows


class Award(HeldByEither):
    """One award to one person or one organisation, as the decision wrote it.

    `year` is the achievement year. Names and units are kept as on the decision and never follow
    later changes. Nothing is deleted: a revoked award keeps its row, and so does one whose import
    was undone (`withdrawn_at`): `every` finds it, `objects` does not. `unit` is the holder's unit;
    for an organisation it is the organisation itself.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    code = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    year = models.IntegerField()
    name_as_written = models.CharField(max_length=300)
    unit_as_written = models.CharField(max_length=400)
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    achievement = models.TextField(blank=True)
    decision_no = models.CharField(max_length=60)
    decided_on = models.DateField()
    issued_by = models.CharField(max_length=300)
    order_no = models.IntegerField(null=True)
    decision_ref = models.CharField(max_length=20, blank=True, db_index=True)
    origin = models.CharField(max_length=12, choices=[(o.value, o.value) for o in Origin])
    revoked_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    set_aside = models.BooleanField(default=False, db_default=False)

    joining = {
        "person": Joining(Way.ONCE, ("code", "kind", "year", "decision_no")),
        "organisation": Joining(Way.ONCE, ("code", "kind", "year", "decision_no")),
        "unit": MOVES,
    }

    objects = CountingRows()
    with_set_aside = StandingRows()
    every = AllRows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "code", "kind", "year", "decision_no"],
                condition=STANDS,
                name="award_once_per_decision",
            ),
            models.UniqueConstraint(
                fields=["organisation", "code", "kind", "year", "decision_no"],
                condition=STANDS & Q(organisation__isnull=False),
                name="organisation_award_once_per_decision",
            ),
            one_holder("award_has_one_holder"),
            models.CheckConstraint(condition=~Q(decision_no=""), name="award_has_a_decision"),
        ]
        indexes = [
            models.Index(fields=["decided_on"], name="award_decided_on"),
            models.Index(
                fields=["decision_no"],
                name="award_decision_no",
                opclasses=["varchar_pattern_ops"],
            ),
            models.Index(fields=["code", "year"], name="award_code_year"),
        ]

    @property
    def stands(self) -> bool:
        """Whether it counts: not revoked, struck out, replaced or set aside."""
        return self.withdrawn_at is None and self.revoked_on is None and not self.set_aside

    def __str__(self) -> str:
        """Return code and year."""
        return f"{self.code} {self.year}"
