"""What units register at the start of a year: the titles that their people strive for."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.nominations.models.nominations import Subject
from bangvang.nominations.states import RegistrationState
from bangvang.registry.models import Joining, Organisation, Person, Way


class RegistrationYear(models.Model):
    """A year for which units register, until `submit_by`; later nothing is handed in anew."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    year = models.IntegerField(unique=True)
    submit_by = models.DateField()
    opened_by_name = models.CharField(max_length=200)
    opened_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        """Return the year."""
        return str(self.year)


class Registration(models.Model):
    """What one unit registers for a year; the unit's head hands it in, the level above answers.

    `reason` is why it was returned last. `version` grows with every change of it or of its rows.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    year = models.ForeignKey(RegistrationYear, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in RegistrationState])
    submitted_by_name = models.CharField(max_length=200, blank=True)
    submitted_at = models.DateTimeField(null=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    joining = {
        "unit": Joining(
            Way.MOVE,
            clash="Hai cơ quan đều đã đăng ký thi đua của cùng một năm; không gộp được hai bản "
            "đăng ký.",
        )
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "unit"], name="one_registration_a_unit_a_year"),
            models.CheckConstraint(
                condition=~Q(state=RegistrationState.RETURNED) | ~Q(reason=""),
                name="returned_registration_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[RegistrationState.SUBMITTED, RegistrationState.APPROVED])
                | Q(submitted_at__isnull=False),
                name="submitted_registration_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref


class RegisteredTitle(models.Model):
    """One title that a person or a collective of the unit strives for, named as it was then."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    registration = models.ForeignKey(Registration, models.PROTECT, related_name="titles")
    subject = models.CharField(max_length=12, choices=Subject.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=300)
    sort_key = models.CharField(max_length=600)
    award_code = models.CharField(max_length=20)

    joining = {
        "person": Joining(Way.FILL, ("registration", "award_code")),
        "body": Joining(Way.FILL, ("registration", "award_code")),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "person", "award_code"],
                name="one_registered_title_a_person",
            ),
            models.UniqueConstraint(
                fields=["registration", "body", "award_code"], name="one_registered_title_a_body"
            ),
            models.CheckConstraint(
                condition=Q(subject=Subject.PERSON, person__isnull=False, body__isnull=True)
                | Q(subject=Subject.COLLECTIVE, person__isnull=True, body__isnull=False),
                name="registered_title_is_of_one",
            ),
        ]

    def __str__(self) -> str:
        """Return the award; never a name."""
        return self.award_code
