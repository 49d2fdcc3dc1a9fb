"""Where somebody worked, as what, and to which class they belonged, from one day to another."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.joining import MOVES, Joining, NotSetAside, Way, Whole
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.people import Person


class SubjectClass(models.TextChoices):
    """The class of a subject of commendation, as the law's standards tell them apart."""

    LEADER = "LEADER", "Cán bộ lãnh đạo, quản lý"
    OFFICIAL = "OFFICIAL", "Cán bộ, công chức, viên chức"
    ARMED = "ARMED", "Lực lượng vũ trang"
    WORKER = "WORKER", "Công nhân"
    FARMER = "FARMER", "Nông dân"
    LABOURER = "LABOURER", "Người lao động khác"
    BUSINESS = "BUSINESS", "Doanh nhân"


class Posting(models.Model):
    """One posting on `[since, until)`: unit, position, class, and what says so.

    `since` is None where nobody knows the first day, `until` while it goes on. Nothing is deleted:
    what was entered wrongly is withdrawn with a reason.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    position = models.CharField(max_length=300, blank=True)
    subject_class = models.CharField(max_length=10, choices=SubjectClass.choices, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    source = models.CharField(max_length=300)
    end_source = models.CharField(max_length=300, blank=True)
    recorded_by_ref = models.CharField(max_length=20)
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    withdrawn_reason = models.TextField(blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)
    set_aside = models.BooleanField(default=False, db_default=False)

    joining = {
        "person": Joining(
            Way.ONCE, ("unit", "position", "subject_class", "since", "until", "withdrawn_at")
        ),
        "unit": MOVES,
    }

    objects = NotSetAside()
    with_set_aside = Whole()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gt=F("since")),
                name="posting_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="posting_has_a_source"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="posting_is_withdrawn_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_class", "person"], name="posting_of_a_class"),
        ]

    def __str__(self) -> str:
        """Return the reference; a log that prints it tells nobody anything."""
        return self.ref
