"""Hand out a task."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.registry.selectors.organisations import organisation_named
from bangvang.workplan.models import Task
from bangvang.workplan.permissions import objection_to_assigning
from bangvang.workplan.states import TaskState


@dataclass(frozen=True)
class TaskToDo:
    """What is to be done; the owner is a name, and an organisation where it is in the register."""

    title: str
    owner_name: str
    due_on: date
    owner_organisation_ref: str = ""


@transaction.atomic
def assign_task(todo: TaskToDo, *, source: tuple[str, str], actor: Actor, at: datetime) -> str:
    """Hand the task out and return its reference; `source` is what it came from.

    Raises:
        Unseen: there is no such organisation.
        Refused: not the secretary, no words, no owner, or a day that has passed.
    """
    title, owner_name = tidy(todo.title), tidy(todo.owner_name)
    owner = None
    if todo.owner_organisation_ref:
        owner = organisation_named(todo.owner_organisation_ref)
        owner_name = owner_name or owner.name
    refuse_if(
        objection_to_assigning(
            actor, title=title, owner_name=owner_name, due_on=todo.due_on, on=at.date()
        )
    )
    task = Task.objects.create(
        title=title,
        owner_name=owner_name,
        owner_organisation=owner,
        due_on=todo.due_on,
        source_kind=source[0],
        source_ref=source[1],
        state=TaskState.OPEN,
        assigned_by=actor.name,
        assigned_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="assign_task",
        subject=source,
        said=f"Giao {owner_name}, hạn {say_date(todo.due_on)}: {title}",
        details={"task": task.ref},
    )
    return task.ref
