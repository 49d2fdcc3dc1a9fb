"""What a unit granted or graded by its own decision, from the draft to the register."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.registry.models.assessments import Grade
from bangvang.registry.models.awards import Award
from bangvang.registry.models.joining import MOVES, Joining, Way
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.people import Person, Sex
from bangvang.registry.states import OWN_STATE_NAMES, OwnState


class OwnDecision(models.Model):
    """One decision of a unit about one award, or about the grades, of one achievement year.

    `record_kind` is `AWARD` or `GRADE`; `code` is the award, empty for grades, whose rows carry
    their own. Number, day, signer and scan come with the head's confirmation; from then on the row
    never changes. `version` grows with every change, so that a stale form is noticed.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    record_kind = models.CharField(max_length=12)
    code = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    year = models.IntegerField()
    state = models.CharField(
        max_length=12, choices=[(state.value, name) for state, name in OWN_STATE_NAMES.items()]
    )
    annex = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    prepared_by_ref = models.CharField(max_length=20)
    prepared_by_name = models.CharField(max_length=200)
    prepared_at = models.DateTimeField()
    sent_back_reason = models.TextField(blank=True)
    decision_no = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True)
    issued_by = models.CharField(max_length=300, blank=True)
    grantor = models.CharField(max_length=20, blank=True)
    scan = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    confirmed_by_ref = models.CharField(max_length=20, blank=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    joining = {"unit": MOVES}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=OwnState.CONFIRMED)
                | (
                    ~Q(decision_no="")
                    & ~Q(issued_by="")
                    & Q(decided_on__isnull=False, scan__isnull=False, confirmed_at__isnull=False)
                ),
                name="confirmed_own_decision_has_its_paper",
            ),
            models.CheckConstraint(
                condition=Q(record_kind="AWARD") & ~Q(code="") | Q(record_kind="GRADE", code=""),
                name="own_decision_is_of_an_award_or_of_grades",
            ),
            models.UniqueConstraint(
                fields=["unit", "record_kind", "code", "kind", "year", "decision_no"],
                condition=Q(state=OwnState.CONFIRMED),
                name="own_decision_once",
            ),
        ]
        indexes = [models.Index(fields=["unit", "year"], name="own_decision_of_a_year")]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref


class OwnDecisionRow(models.Model):
    """One person or body of such a decision: picked from the register, or as the annex writes them.

    `body` is one that stands below the unit; its row names no person. `choice` is what somebody
    said of namesakes: a person's reference, or "new". After the confirmation `person` is whoever
    was meant, and `award` or `grade` the row it became; neither if the register held it before.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    decision = models.ForeignKey(OwnDecision, models.PROTECT, related_name="+")
    source_row = models.IntegerField(null=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=300)
    sort_key = models.CharField(max_length=600)
    birth_on = models.DateField(null=True)
    birth_year = models.IntegerField(null=True)
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    position = models.CharField(max_length=300, blank=True)
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit_as_written = models.CharField(max_length=400, blank=True)
    identity_digest = models.CharField(max_length=64, blank=True)
    identity_tail = models.CharField(max_length=3, blank=True)
    code = models.CharField(max_length=20, blank=True)
    choice = models.CharField(max_length=20, blank=True)
    award = models.OneToOneField(Award, models.PROTECT, null=True, related_name="+")
    grade = models.OneToOneField(Grade, models.PROTECT, null=True, related_name="+")

    joining = {
        "person": Joining(Way.FILL, ("decision",)),
        "body": Joining(Way.FILL, ("decision",)),
        "unit": MOVES,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "person"],
                condition=Q(person__isnull=False),
                name="own_decision_names_a_person_once",
            ),
            models.UniqueConstraint(
                fields=["decision", "body"],
                condition=Q(body__isnull=False),
                name="own_decision_names_a_body_once",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(body__isnull=True),
                name="own_row_is_of_a_person_or_of_a_body",
            ),
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref
