"""Say what came of a task."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.workplan.permissions import objection_to_closing
from bangvang.workplan.selectors.tasks import task_for
from bangvang.workplan.states import TASK_LIFE, TaskMove, TaskState


@transaction.atomic
def close_task(ref: str, result: str, *, actor: Actor, at: datetime) -> None:
    """Close an open task with its result.

    Raises:
        Unseen: this actor has no such task.
        Refused: somebody else's, done already, or without a result.
    """
    task = task_for(actor, ref, lock=True)
    result = tidy(result)
    refuse_if(objection_to_closing(actor, task, result=result))
    task.state = TASK_LIFE.target(TaskMove.CLOSE, TaskState(task.state))
    task.result, task.done_on = result, at.date()
    task.save(update_fields=["state", "result", "done_on"])
    record(
        actor=actor,
        at=at,
        verb="close_task",
        subject=(task.source_kind, task.source_ref),
        said=f"Hoàn thành nhiệm vụ “{task.title}”: {result}",
        details={"task": ref},
    )
