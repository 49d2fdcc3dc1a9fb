"""What was recorded of an award or a grade later: revoked, corrected, struck out, restored."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.registry.models.assessments import Grade
from bangvang.registry.models.awards import Award
from bangvang.registry.models.joining import MOVES
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.own_decisions import OwnDecision
from bangvang.registry.states import (
    AMENDMENT_NAMES,
    AMENDMENT_STATE_NAMES,
    AmendmentKind,
    AmendmentState,
)


class Amendment(models.Model):
    """One change of what stands in the register: proposed by one, confirmed by another.

    `unit` is the unit that amends its own decision (`own_decision`), None for the standing office.
    `said` holds the corrected values by field, as text. The paper may be missing only where the
    register, not a decision, was wrong. Nothing is ever taken out: what was wrong itself is
    restored by another amendment.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    kind = models.CharField(
        max_length=12, choices=[(kind.value, name) for kind, name in AMENDMENT_NAMES.items()]
    )
    state = models.CharField(
        max_length=12,
        choices=[(state.value, name) for state, name in AMENDMENT_STATE_NAMES.items()],
    )
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    own_decision = models.ForeignKey(OwnDecision, models.PROTECT, null=True, related_name="+")
    reason = models.TextField()
    paper_no = models.CharField(max_length=60, blank=True)
    paper_on = models.DateField(null=True)
    paper_by = models.CharField(max_length=300, blank=True)
    scan = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    said = models.JSONField(default=dict)
    proposed_by_ref = models.CharField(max_length=20)
    proposed_by_name = models.CharField(max_length=200)
    proposed_by_head = models.BooleanField()
    proposed_at = models.DateTimeField()
    decided_by_ref = models.CharField(max_length=20, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_reason = models.TextField(blank=True)
    version = models.IntegerField(default=1)

    joining = {"unit": MOVES}

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="amendment_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(kind=AmendmentKind.REVOKED)
                | (~Q(paper_no="") & ~Q(paper_by="") & Q(paper_on__isnull=False)),
                name="revocation_stands_on_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(paper_no="", paper_on__isnull=True, paper_by="")
                | (~Q(paper_no="") & ~Q(paper_by="") & Q(paper_on__isnull=False)),
                name="paper_of_an_amendment_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=AmendmentState.PROPOSED, decided_at__isnull=True)
                | (~Q(state=AmendmentState.PROPOSED) & Q(decided_at__isnull=False)),
                name="decided_amendment_says_when",
            ),
        ]
        indexes = [models.Index(fields=["state", "proposed_at"], name="amendment_state")]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref


class AmendedRow(models.Model):
    """One award or grade of an amendment, and the row that took its place, if any did.

    `is_open` while the amendment waits: a row has one waiting amendment at most.
    """

    amendment = models.ForeignKey(Amendment, models.PROTECT, related_name="+")
    award = models.ForeignKey(Award, models.PROTECT, null=True, related_name="+")
    grade = models.ForeignKey(Grade, models.PROTECT, null=True, related_name="+")
    new_award = models.OneToOneField(Award, models.PROTECT, null=True, related_name="+")
    new_grade = models.OneToOneField(Grade, models.PROTECT, null=True, related_name="+")
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["award"], condition=Q(is_open=True), name="one_open_amendment_an_award"
            ),
            models.UniqueConstraint(
                fields=["grade"], condition=Q(is_open=True), name="one_open_amendment_a_grade"
            ),
            models.CheckConstraint(
                condition=Q(award__isnull=False, grade__isnull=True, new_grade__isnull=True)
                | Q(award__isnull=True, grade__isnull=False, new_award__isnull=True),
                name="amended_row_is_of_one_record",
            ),
        ]

    def __str__(self) -> str:
        """Return the number of the row."""
        return str(self.pk)
