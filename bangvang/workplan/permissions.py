"""Why an actor may not hand out or close a task now."""

from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.workplan.models import Task
from bangvang.workplan.states import TASK_LIFE, TaskMove, TaskState

NOT_SECRETARY = Objection("NOT_SECRETARY", "Việc này của thư ký Hội đồng.")
NOT_OWNER = Objection(
    "NOT_OWNER", "Chỉ cơ quan được giao hoặc thư ký Hội đồng được ghi kết quả nhiệm vụ."
)
NO_TITLE = Objection("NO_TITLE", "Cần ghi nội dung nhiệm vụ.")
NO_OWNER = Objection("NO_OWNER", "Cần ghi cơ quan hoặc người được giao.")
DUE_BEFORE_GIVEN = Objection("DUE_BEFORE_GIVEN", "Hạn hoàn thành đứng trước ngày giao.")
NO_RESULT = Objection("NO_RESULT", "Cần ghi kết quả thực hiện.")
ALREADY_DONE = Objection("ALREADY_DONE", "Nhiệm vụ này đã được ghi hoàn thành.")


def objection_to_assigning(
    actor: Actor, *, title: str, owner_name: str, due_on: date, on: date
) -> Objection | None:
    """The secretary hands out tasks that have words, an owner and a day to come."""
    if not actor.has(Role.SECRETARY):
        return NOT_SECRETARY
    if not title:
        return NO_TITLE
    if not owner_name:
        return NO_OWNER
    return DUE_BEFORE_GIVEN if due_on < on else None


def objection_to_closing(actor: Actor, task: Task, *, result: str) -> Objection | None:
    """Whoever was given an open task, or the secretary, says what came of it."""
    owner = task.owner_organisation
    is_owner = owner is not None and owner.ref == actor.organisation_ref
    if not is_owner and not actor.has(Role.SECRETARY):
        return NOT_OWNER
    if not TASK_LIFE.can(TaskMove.CLOSE, TaskState(task.state)):
        return ALREADY_DONE
    return None if result else NO_RESULT
