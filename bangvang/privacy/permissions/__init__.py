"""Why an actor may not do something about keeping and erasing now, or nothing if they may."""

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection

READERS = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR, Role.ADMINISTRATOR)
NOT_OFFICE = Objection(
    "NOT_OFFICE", "Việc này của chuyên viên hoặc Trưởng phòng Thi đua, khen thưởng."
)
NOT_HEAD = Objection("NOT_HEAD", "Việc này của Trưởng phòng Thi đua, khen thưởng.")
OWN = Objection("OWN", "Người ghi không tự xác nhận; cần người thứ hai đối chiếu.")
HEAD_NEEDED = Objection(
    "HEAD_NEEDED", "Chuyên viên đã ghi thì Trưởng phòng Thi đua, khen thưởng phải xác nhận."
)
NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
STALE = Objection("STALE", "Người khác vừa lưu thay đổi; hãy xem bản mới trước khi làm tiếp.")


def objection_to_office(actor: Actor) -> Objection | None:
    """Specialists and the head of the standing office do this."""
    return None if actor.has(Role.SPECIALIST, Role.OFFICE_HEAD) else NOT_OFFICE


def objection_to_second(actor: Actor, first_ref: str, *, first_is_head: bool) -> Objection | None:
    """Another person than the first; one of the two is the head of the office."""
    if objection := objection_to_office(actor):
        return objection
    if actor.account_ref == first_ref:
        return OWN
    return None if first_is_head or actor.has(Role.OFFICE_HEAD) else HEAD_NEEDED


def objection_to_forgetting(actor: Actor) -> Objection | None:
    """The head of the office, or whoever runs the server, has done what two people confirmed."""
    return None if actor.has(Role.OFFICE_HEAD, Role.ADMINISTRATOR) else NOT_HEAD


def objection_to_version(current: int, seen: int) -> Objection | None:
    """Nobody acts on what they have not seen."""
    return None if current == seen else STALE
