"""Why an actor may not do something with a reading of the law now, or nothing if they may."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Instrument, NotAccepted
from bangvang.lawbook.models import Reading
from bangvang.lawbook.states import LIFE, STATE_NAMES, Move, State

Span = tuple[date, date | None]
"""The days on which a reading counts: the first, and the first on which it no longer does."""


@dataclass(frozen=True)
class Waiting:
    """A value that waits for its second person: its reference, its days, who entered what."""

    ref: str
    days: Span
    sentence: str


NOT_OFFICE = Objection(
    "NOT_OFFICE", "Việc này của chuyên viên hoặc Trưởng phòng Thi đua, khen thưởng."
)
OWN_READING = Objection(
    "OWN_READING", "Người nhập không tự xác nhận giá trị của mình; cần người thứ hai đối chiếu."
)
HEAD_NEEDED = Objection(
    "HEAD_NEEDED", "Chuyên viên đã nhập thì Trưởng phòng Thi đua, khen thưởng phải xác nhận."
)
NOT_YOURS_TO_WITHDRAW = Objection(
    "NOT_YOURS_TO_WITHDRAW",
    "Giá trị chờ xác nhận do người nhập rút; giá trị đang dùng do Trưởng phòng rút.",
)
NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
COMPARED_LATER = Objection("COMPARED_LATER", "Ngày đối chiếu còn ở phía trước.")
PLACE_WITHOUT_ARTICLE = Objection(
    "PLACE_WITHOUT_ARTICLE", "Đã ghi khoản hoặc điểm thì phải ghi cả số của Điều."
)
STALE = Objection("STALE", "Người khác vừa lưu thay đổi; hãy xem bản mới trước khi làm tiếp.")
INSTRUMENT_KNOWN = Objection(
    "INSTRUMENT_KNOWN", "Văn bản có số này đã có trong danh mục; hãy chọn trong danh sách."
)
INSTRUMENT_UNCLEAR = Objection(
    "INSTRUMENT_UNCLEAR", "Văn bản mới cần có số, ký hiệu, tên và ngày bắt đầu có hiệu lực."
)
INSTRUMENT_DAYS = Objection(
    "INSTRUMENT_DAYS", "Ngày văn bản hết hiệu lực phải sau ngày bắt đầu có hiệu lực."
)


def objection_to_proposing(actor: Actor) -> Objection | None:
    """Specialists and the head of the standing office compare and enter."""
    return None if actor.has(Role.SPECIALIST, Role.OFFICE_HEAD) else NOT_OFFICE


def objection_to_comparing(
    compared_on: date, instrument: Instrument | None, *, on: date
) -> Objection | None:
    """Nobody has compared on a day to come, nor with a text that was not there yet."""
    if compared_on > on:
        return COMPARED_LATER
    if instrument is None or compared_on >= instrument.exists_from:
        return None
    return Objection(
        "COMPARED_EARLIER",
        f"Ngày đối chiếu {say_date(compared_on)} sớm hơn ngày có {instrument.name}: trước ngày "
        f"{say_date(instrument.exists_from)} chưa có văn bản để đối chiếu.",
    )


def objection_to_place(article: int | None, clause: int | None, point: str) -> Objection | None:
    """A clause or a point stands in an article."""
    return PLACE_WITHOUT_ARTICLE if article is None and (clause or point.strip()) else None


def objection_to_move(reading: Reading, what: Move) -> Objection | None:
    """Each act starts in its own state."""
    state = State(reading.state)
    if LIFE.can(what, state):
        return None
    said = STATE_NAMES[state].lower()
    return Objection("WRONG_STATE", f"Giá trị này đang ở trạng thái “{said}” nên không làm được.")


def objection_to_confirming(actor: Actor, reading: Reading) -> Objection | None:
    """Another person than the one who entered; one of the two is the head of the office."""
    if objection := objection_to_proposing(actor) or objection_to_move(reading, Move.CONFIRM):
        return objection
    if actor.account_ref == reading.proposed_by_ref:
        return OWN_READING
    return None if reading.proposed_by_head or actor.has(Role.OFFICE_HEAD) else HEAD_NEEDED


def objection_to_rejecting(actor: Actor, reading: Reading) -> Objection | None:
    """Another person of the office says that it is not so; who entered it withdraws it."""
    if objection := objection_to_proposing(actor) or objection_to_move(reading, Move.REJECT):
        return objection
    return OWN_READING if actor.account_ref == reading.proposed_by_ref else None


def objection_to_withdrawing(actor: Actor, reading: Reading) -> Objection | None:
    """Who entered it while it waits; the head once it is in use."""
    if objection := objection_to_proposing(actor) or objection_to_move(reading, Move.WITHDRAW):
        return objection
    if reading.state == State.CONFIRMED:
        return None if actor.has(Role.OFFICE_HEAD) else NOT_YOURS_TO_WITHDRAW
    return None if actor.account_ref == reading.proposed_by_ref else NOT_YOURS_TO_WITHDRAW


def objection_to_no_reason(reason: str) -> Objection | None:
    """A reading ends with a reason."""
    return None if reason.strip() else NO_REASON


def objection_to_version(current: int, seen: int) -> Objection | None:
    """Nobody acts on what they have not seen."""
    return None if current == seen else STALE


def objection_to_overlap(days: Span, confirmed: Iterable[Span]) -> Objection | None:
    """No two confirmed readings speak about one entry on one day."""
    for other in confirmed:
        if _meet(days, other):
            return Objection(
                "OVERLAP",
                f"Từ ngày {say_date(other[0])} đã có giá trị được xác nhận cho mục này; "
                "hãy rút giá trị đó trước, hoặc chọn thời gian khác.",
            )
    return None


def objection_to_waiting(days: Span, waiting: Iterable[Waiting]) -> Objection | None:
    """One value of an entry waits at a time for the same days; who comes second is told of it."""
    met = next((one for one in waiting if _meet(days, one.days)), None)
    if met is None:
        return None
    return Objection(
        "ALREADY_WAITING",
        f"{met.sentence} Hãy đối chiếu giá trị đó trước; chưa đúng thì người thứ hai không xác "
        "nhận, hoặc người nhập rút, rồi nhập lại.",
    )


def _meet(one: Span, other: Span) -> bool:
    (since, until), (begins, ends) = one, other
    return (ends is None or since < ends) and (until is None or begins < until)


def objection_of_law(refused: NotAccepted) -> Objection:
    """What the law's own rules say against a value."""
    return Objection(refused.code, refused.sentence)
