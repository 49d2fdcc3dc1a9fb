"""Reading tasks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.workplan.models import Task
from bangvang.workplan.states import TASK_STATE_NAMES, TaskState

SEE_ALL = (Role.SECRETARY, Role.CHAIR, Role.MEMBER, Role.TELLER, Role.OFFICE_HEAD, Role.INSPECTOR)


@dataclass(frozen=True)
class TaskRow:
    """One task, as lists and papers show it; `owner_organisation_ref` may be empty."""

    ref: str
    title: str
    owner_name: str
    owner_organisation_ref: str
    due_on: date
    source_kind: str
    source_ref: str
    state: str
    state_name: str
    result: str
    done_on: date | None

    @property
    def is_open(self) -> bool:
        """Whether it still waits."""
        return self.state == TaskState.OPEN


def visible_to(actor: Actor) -> QuerySet[Task]:
    """Return the tasks an actor may see: the council and the office all, others their own."""
    if actor.has(*SEE_ALL):
        return Task.objects.all()
    return Task.objects.filter(
        Q(owner_organisation__isnull=False) & Q(owner_organisation__ref=actor.organisation_ref)
    )


def task_for(actor: Actor, ref: str, *, lock: bool = False) -> Task:
    """Return a task to act on.

    Raises:
        Unseen: this actor has no such task.
    """
    found = visible_to(actor).filter(ref=ref).select_related("owner_organisation")
    if lock:
        found = found.select_for_update(of=("self",))
    task = found.first()
    if task is None:
        raise Unseen
    return task


def open_tasks(actor: Actor) -> list[TaskRow]:
    """Return the open tasks an actor may see, nearest day first."""
    return _rows(visible_to(actor).filter(state=TaskState.OPEN).order_by("due_on", "pk"))


def tasks_of_source(kind: str, ref: str) -> list[TaskRow]:
    """Return the tasks that came from one thing, in the order in which they were handed out.

    The caller has already asked its own selector who may see that thing.
    """
    return _rows(Task.objects.filter(source_kind=kind, source_ref=ref).order_by("pk"))


def _rows(tasks: QuerySet[Task]) -> list[TaskRow]:
    found: Iterable[Task] = tasks.select_related("owner_organisation")
    return [
        TaskRow(
            ref=t.ref,
            title=t.title,
            owner_name=t.owner_name,
            owner_organisation_ref=t.owner_organisation.ref if t.owner_organisation else "",
            due_on=t.due_on,
            source_kind=t.source_kind,
            source_ref=t.source_ref,
            state=t.state,
            state_name=TASK_STATE_NAMES[TaskState(t.state)],
            result=t.result,
            done_on=t.done_on,
        )
        for t in found
    ]
