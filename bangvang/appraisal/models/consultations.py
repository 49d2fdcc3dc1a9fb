"""Public lists: which awards are put to the people, what was put to them, and from when to when."""

from django.db import models
from django.db.models import F, Q

from bangvang.appraisal.states import ConsultationState, Gate
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.nominations.models import Nomination, Round


class RulePaper(models.TextChoices):
    """What kind of paper says that the people are asked, or not."""

    REGULATION = "REGULATION", "Quy chế, nghị quyết của Hội đồng"
    OFFICE = "OFFICE", "Văn bản của cơ quan thường trực"


class ConsultationRule(models.Model):
    """That the people are asked about an award, or not, by a paper that is no law.

    Of files received from `since` on, until the next rule of the same award that was not
    withdrawn. `working_days` and `gate` belong to a rule that asks.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    award_code = models.CharField(max_length=20)
    is_asked = models.BooleanField()
    working_days = models.PositiveIntegerField(null=True)
    gate = models.CharField(max_length=20, blank=True, choices=[(g.value, g.value) for g in Gate])
    paper = models.CharField(max_length=12, choices=RulePaper.choices)
    number = models.CharField(max_length=60)
    issued_on = models.DateField()
    clause = models.CharField(max_length=120)
    since = models.DateField()
    scan = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    entered_by_ref = models.CharField(max_length=40)
    entered_by_name = models.CharField(max_length=200)
    entered_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["award_code", "since"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_consultation_rule_an_award_a_day",
            ),
            models.CheckConstraint(
                condition=Q(is_asked=False, working_days__isnull=True, gate="")
                | (Q(is_asked=True, working_days__gte=1) & ~Q(gate="")),
                name="a_rule_that_asks_has_days_and_a_gate",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
                name="withdrawn_consultation_rule_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """Return award and number."""
        return f"{self.award_code} {self.number}"


class ConsultationWaiver(models.Model):
    """That the head lets one row go on unasked where no text that was read says what is right."""

    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="+")
    reason = models.TextField()
    by_ref = models.CharField(max_length=40)
    by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""), name="consultation_waiver_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        """Return the reason."""
        return self.reason


class Consultation(models.Model):
    """One public list, open to opinions from `opens_on` to `last_on`, both days whole.

    `working_days` and `days_ground`: how many are asked at least, and by what paper or on whose
    reasons. The `fingerprint` is over the frozen rows. A number is given when it opens.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in ConsultationState])
    working_days = models.PositiveIntegerField()
    days_ground = models.CharField(max_length=500)
    where_to = models.CharField(max_length=500)
    prepared_by_ref = models.CharField(max_length=40)
    prepared_by_name = models.CharField(max_length=200)
    prepared_at = models.DateTimeField()
    number_in_year = models.PositiveIntegerField(null=True)
    year = models.PositiveIntegerField(null=True)
    opens_on = models.DateField(null=True)
    first_last_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    opened_by_name = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField(null=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    document = models.ForeignKey(KeptDocument, models.PROTECT, null=True, related_name="+")
    closed_by_name = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True)
    certificate = models.ForeignKey(KeptDocument, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["year", "number_in_year"], name="one_consultation_a_number"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["PREPARING", "DISCARDED"])
                | (
                    Q(opens_on__isnull=False, number_in_year__isnull=False, year__isnull=False)
                    & Q(last_on__gte=F("first_last_on"), first_last_on__gt=F("opens_on"))
                    & Q(document__isnull=False)
                    & ~Q(fingerprint="")
                ),
                name="open_consultation_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state="CLOSED")
                | Q(closed_at__isnull=False, certificate__isnull=False),
                name="closed_consultation_has_a_certificate",
            ),
        ]

    def __str__(self) -> str:
        """Return the number."""
        return self.number or self.ref

    @property
    def number(self) -> str:
        """The number as people say it, `01/2026`; empty before it opens."""
        return f"{self.number_in_year:02d}/{self.year}" if self.number_in_year else ""


class Prolongation(models.Model):
    """One further last day of an open list, with the reason that the public reads."""

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="prolongations")
    before = models.DateField()
    last_on = models.DateField()
    reason = models.CharField(max_length=300)
    by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gt=F("before")) & ~Q(reason=""),
                name="prolongation_goes_on_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """Return the new last day."""
        return f"{self.last_on}"


class ConsultedRow(models.Model):
    """One row of a public list, its words frozen when the list opens; a draft has none yet.

    What is frozen is all that the public reads: no birth day, no identity number, no address.
    A row that left the list keeps its place and its trace.
    """

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="rows")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    order = models.PositiveIntegerField()
    award_code = models.CharField(max_length=20)
    award_name = models.CharField(max_length=300, blank=True)
    title = models.CharField(max_length=10, blank=True)
    name = models.CharField(max_length=200, blank=True)
    birth_year = models.IntegerField(null=True)
    position = models.CharField(max_length=300, blank=True)
    unit_name = models.CharField(max_length=400, blank=True)
    unit_now = models.CharField(max_length=500, blank=True)
    achievement_year = models.IntegerField()
    achievement = models.TextField(blank=True)
    left_on = models.DateField(null=True)
    left_reason = models.TextField(blank=True)
    left_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "order"], name="one_consulted_row_a_place"
            ),
            models.UniqueConstraint(
                fields=["nomination"],
                condition=Q(left_on__isnull=True),
                name="a_nomination_stands_on_one_public_list",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | ~Q(left_reason=""),
                name="a_row_leaves_a_public_list_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """Return place and name."""
        return f"{self.order} {self.name}"
