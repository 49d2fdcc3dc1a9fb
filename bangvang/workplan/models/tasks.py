"""Tasks: what is to be done, by whom, until when, and what came of it."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models import MOVES, Organisation
from bangvang.workplan.states import TaskState


class Task(models.Model):
    """One thing to do. `source_kind` and `source_ref` name what it came from, as in the audit."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    title = models.TextField()
    owner_name = models.CharField(max_length=300)
    owner_organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+"
    )
    due_on = models.DateField()
    source_kind = models.CharField(max_length=40)
    source_ref = models.CharField(max_length=60)
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in TaskState])
    result = models.TextField(blank=True)
    done_on = models.DateField(null=True)
    assigned_by = models.CharField(max_length=200)
    assigned_at = models.DateTimeField()

    joining = {"owner_organisation": MOVES}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=TaskState.DONE) | (~Q(result="") & Q(done_on__isnull=False)),
                name="done_task_has_a_result",
            ),
        ]
        indexes = [models.Index(fields=["source_kind", "source_ref"], name="task_source")]

    def __str__(self) -> str:
        """Return the title."""
        return self.title
