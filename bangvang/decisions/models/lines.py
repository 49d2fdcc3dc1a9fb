"""One line of the annex: somebody whom the council agreed to."""

from django.db import models
from django.db.models import Q

from bangvang.decisions.models.decisions import Decision
from bangvang.decisions.states import Outcome
from bangvang.nominations.models import Nomination
from bangvang.nominations.models.nominations import Subject
from bangvang.registry.models import MOVES, Organisation, Person


class Line(models.Model):
    """One passed row as it stood when the paper was proposed; names never follow later changes.

    `order` counts from 1 as printed. `yes` of `total` members agreed. `person`, or `body` for a
    collective or a household, is filled when the award enters the register.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="lines")
    order = models.PositiveIntegerField()
    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    position = models.CharField(max_length=300, blank=True)
    unit_name = models.CharField(max_length=400)
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    achievement = models.TextField(blank=True)
    yes = models.PositiveIntegerField()
    total = models.PositiveIntegerField()
    outcome = models.CharField(
        max_length=8, choices=[(o.value, o.value) for o in Outcome], default=Outcome.PENDING
    )
    reason = models.TextField(blank=True)
    subject = models.CharField(max_length=12, choices=Subject.choices, default=Subject.PERSON)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")

    joining = {"person": MOVES, "body": MOVES, "unit": MOVES}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "order"], name="one_line_an_order"),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.REFUSED) | ~Q(reason=""),
                name="refused_line_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.GRANTED)
                | Q(person__isnull=False)
                | Q(body__isnull=False),
                name="granted_line_has_a_record",
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
