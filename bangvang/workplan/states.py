"""The life of a task."""

from enum import StrEnum

from bangvang.foundation.transitions import Transitions


class TaskState(StrEnum):
    """Whether a task still waits."""

    OPEN = "OPEN"
    DONE = "DONE"


class TaskMove(StrEnum):
    """What can happen to a task."""

    CLOSE = "CLOSE"


TASK_LIFE = Transitions[TaskState, TaskMove](
    {TaskMove.CLOSE: (frozenset({TaskState.OPEN}), TaskState.DONE)}
)

TASK_STATE_NAMES = {TaskState.OPEN: "Đang thực hiện", TaskState.DONE: "Đã hoàn thành"}
