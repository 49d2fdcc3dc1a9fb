"""Keep a conclusion of the chair as a task with an owner and a day."""

from datetime import datetime

from django.db import transaction

from bangvang.council.permissions.sessions import objection_to_concluding
from bangvang.council.selectors.sessions import session_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.workplan.actions.assign_task import TaskToDo, assign_task


@transaction.atomic
def add_conclusion(session_ref: str, todo: TaskToDo, *, actor: Actor, at: datetime) -> str:
    """Hand out what the chair asked for and return the task's reference.

    Raises:
        Unseen: no such session or organisation.
        Refused: not the secretary, not yet open, minutes signed, or an incomplete task.
    """
    session = session_for(actor, session_ref, lock=True)
    refuse_if(objection_to_concluding(actor, session))
    return assign_task(todo, source=("session", session_ref), actor=actor, at=at)
