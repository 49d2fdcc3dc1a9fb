"""That a person asked for data to be erased, what was erased, and what was answered."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref
from bangvang.privacy.states import About, RequestState
from bangvang.registry.models import MOVES, Person


class ErasureRequest(models.Model):
    """One request: about whom, by which paper, which parts are to go, what was answered.

    `subject_ref` names an opinion or a discovery, `subject_said` its number as people say it; of
    somebody of the register `person` is the record. `parts` are values of `Part`, `ground` why the
    rest stays as the office writes it. `answer` holds the sentences of the answer once given:
    `[{"said": …, "is_erased": …}]`, without anything of what was erased.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    about = models.CharField(max_length=10, choices=About.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    subject_ref = models.CharField(max_length=20, blank=True)
    subject_said = models.CharField(max_length=40, blank=True)
    came_on = models.DateField()
    paper = models.CharField(max_length=120)
    words = models.TextField()
    parts = models.JSONField(default=list)
    ground = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in RequestState])
    recorded_by_ref = models.CharField(max_length=40)
    recorded_by_name = models.CharField(max_length=200)
    recorded_by_head = models.BooleanField()
    recorded_at = models.DateTimeField()
    decided_by_ref = models.CharField(max_length=40, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    answer = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    joining = {"person": MOVES}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="request_number_is_unique"),
            models.CheckConstraint(
                condition=Q(about=About.PERSON, person__isnull=False, subject_ref="")
                | (~Q(about=About.PERSON) & Q(person__isnull=True) & ~Q(subject_ref="")),
                name="request_is_about_one",
            ),
            models.CheckConstraint(
                condition=Q(state=RequestState.RECEIVED)
                | (~Q(decided_by_ref="") & ~Q(decided_by_ref=F("recorded_by_ref"))),
                name="request_is_decided_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.SENT_BACK) | ~Q(reason=""),
                name="request_is_sent_back_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """Return the number as people say it."""
        return self.said

    @property
    def said(self) -> str:
        """The number as people say it, `0003/2026`."""
        return f"{self.number:04d}/{self.year}"
