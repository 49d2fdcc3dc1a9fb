"""Why an actor may not deal with a job now."""

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.states import LIFE, Move, State
from bangvang.foundation.objection import Objection

NOT_ADMINISTRATOR = Objection("NOT_ADMINISTRATOR", "Chỉ quản trị hệ thống xử lý việc chạy nền.")
NOT_FAILED = Objection(
    "NOT_FAILED", "Chỉ cho chạy lại việc không xong; việc này đã chuyển sang trạng thái khác."
)
ASKED_AGAIN = Objection(
    "ASKED_AGAIN", "Việc này đã được yêu cầu lại và có bản khác đang chờ, đang chạy hoặc đã xong."
)
NOT_TO_DISCARD = Objection(
    "NOT_TO_DISCARD",
    "Chỉ bỏ việc đang chờ hoặc không xong; việc này đã chuyển sang trạng thái khác.",
)


def may_see_jobs(actor: Actor) -> bool:
    """Tell whether the actor sees the list of jobs."""
    return actor.has(Role.ADMINISTRATOR)


def objection_to_retrying(actor: Actor, job: Job, *, is_asked_again: bool) -> Objection | None:
    """An administrator lets a failed job run again, unless somebody asked anew meanwhile."""
    if not may_see_jobs(actor):
        return NOT_ADMINISTRATOR
    if not LIFE.can(Move.RETRY, State(job.state)):
        return NOT_FAILED
    return ASKED_AGAIN if is_asked_again else None


def objection_to_discarding(actor: Actor, job: Job) -> Objection | None:
    """An administrator discards what waits or failed."""
    if not may_see_jobs(actor):
        return NOT_ADMINISTRATOR
    return None if LIFE.can(Move.DISCARD, State(job.state)) else NOT_TO_DISCARD
