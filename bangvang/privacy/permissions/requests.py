"""Why a request to erase may not be recorded or answered so, or nothing if it may."""

from collections.abc import Collection
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.foundation.identity_numbers import names_a_number
from bangvang.foundation.objection import Objection
from bangvang.privacy.models import ErasureRequest
from bangvang.privacy.permissions import NO_REASON, objection_to_office, objection_to_second
from bangvang.privacy.states import REQUEST_LIFE, REQUEST_STATE_NAMES, RequestMove, RequestState

NO_PAPER = Objection("NO_PAPER", "Cần ghi văn bản, đơn hoặc cách người đó đã yêu cầu.")
NUMBER_WRITTEN = Objection(
    "NUMBER_WRITTEN",
    "Không ghi số định danh ở đây: nội dung này được lưu lại sau khi đã xóa số đó.",
)
NO_WORDS = Objection("NO_WORDS", "Cần ghi người đó yêu cầu gì.")
CAME_LATER = Objection("CAME_LATER", "Ngày nhận yêu cầu ở sau ngày ghi.")
NO_GROUND = Objection("NO_GROUND", "Phần không xóa được phải có căn cứ để trả lời người yêu cầu.")
NOT_THERE = Objection("NOT_THERE", "Phần được chọn không có trong dữ liệu hoặc đã xóa.")
ALREADY_ASKED = Objection(
    "ALREADY_ASKED", "Một yêu cầu về đúng người này đang chờ xác nhận; hãy giải quyết xong trước."
)


def objection_to_recording(
    actor: Actor, *, paper: str, words: str, came_on: date, on: date
) -> Objection | None:
    """The office records what came, with its paper and words."""
    if objection := objection_to_office(actor):
        return objection
    if came_on > on:
        return CAME_LATER
    if not paper:
        return NO_PAPER
    if names_a_number(f"{paper} {words}"):
        return NUMBER_WRITTEN
    return None if words else NO_WORDS


def objection_to_parts(
    chosen: Collection[str], possible: Collection[str], *, something_stays: bool, ground: str
) -> Objection | None:
    """Only what is there and may go is erased; of what stays the ground is told."""
    if not set(chosen) <= set(possible):
        return NOT_THERE
    return NO_GROUND if something_stays and not ground else None


def objection_to_move(request: ErasureRequest, what: RequestMove) -> Objection | None:
    """A request is decided once."""
    state = RequestState(request.state)
    if REQUEST_LIFE.can(what, state):
        return None
    said = REQUEST_STATE_NAMES[state].lower()
    return Objection("WRONG_STATE", f"Yêu cầu này đang ở trạng thái “{said}” nên không làm được.")


def objection_to_answering(actor: Actor, request: ErasureRequest) -> Objection | None:
    """Another person than the one who recorded it; one of the two is the head of the office."""
    return objection_to_move(request, RequestMove.ANSWER) or objection_to_second(
        actor, request.recorded_by_ref, first_is_head=request.recorded_by_head
    )


def objection_to_sending_back(
    actor: Actor, request: ErasureRequest, reason: str
) -> Objection | None:
    """Likewise; and says why it is not to be answered so."""
    if objection := objection_to_move(request, RequestMove.SEND_BACK) or objection_to_second(
        actor, request.recorded_by_ref, first_is_head=request.recorded_by_head
    ):
        return objection
    return None if reason else NO_REASON
