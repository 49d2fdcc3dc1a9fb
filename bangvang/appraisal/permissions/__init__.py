"""Why an actor may not appraise a row so, or nothing if they may."""

from dataclasses import dataclass, replace

from bangvang.appraisal.models import Judgement, StoredFinding
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.law import Answer, Change, Reason
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import LIFE, STATE_NAMES, Move, State
from bangvang.registry.permissions import READERS, may_read_bars

NOT_OFFICE = Objection("NOT_OFFICE", "Việc này của chuyên viên thẩm định.")
NOT_OFFICE_HEAD = Objection("NOT_OFFICE_HEAD", "Việc này cần Trưởng phòng Thi đua, khen thưởng.")
NOTHING_TO_TAKE_UP = Objection("NOTHING_TO_TAKE_UP", "Danh sách không có dòng nào chờ tiếp nhận.")
NOTHING_TO_RELEASE = Objection("NOTHING_TO_RELEASE", "Danh sách chưa có dòng nào thẩm định xong.")
ROWS_STILL_OPEN = Objection(
    "ROWS_STILL_OPEN", "Còn dòng đang thẩm định; hãy kết luận hoặc trả lại trước."
)
NOT_MET_NEEDS_OVERRULE = Objection(
    "NOT_MET_NEEDS_OVERRULE",
    "Đối chiếu cho kết quả không đủ điều kiện: muốn chấp nhận phải đề nghị Trưởng phòng, có lý do.",
)
NOTHING_TO_OVERRULE = Objection(
    "NOTHING_TO_OVERRULE", "Kết quả đối chiếu không phải là không đủ điều kiện."
)
NOT_UNDER_APPRAISAL = Objection(
    "NOT_UNDER_APPRAISAL", "Chỉ đối chiếu lại khi dòng đang được thẩm định."
)
CONCLUDED = frozenset({State.APPRAISED, State.READY})
"""What the office concluded and the council has not taken up."""
NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
NO_JUDGEMENT = Objection("NO_JUDGEMENT", "Luật để người thẩm định đánh giá: cần ghi đánh giá.")
OWN_PROPOSAL = Objection(
    "OWN_PROPOSAL", "Người đề nghị không tự xác nhận đề nghị của mình; cần người thứ hai."
)

NOT_AFTER_BALLOT = Objection(
    "NOT_AFTER_BALLOT",
    "Chỉ ghi ý kiến này khi Hội đồng đã đồng ý và quyết định, tờ trình chưa được xác nhận.",
)
NOTHING_TO_ANSWER = Objection(
    "NOTHING_TO_ANSWER", "Không có mục tạm dừng xét nào đang chờ ý kiến đối với dòng này."
)
NO_AUTHORITY = Objection(
    "NO_AUTHORITY", "Cần ghi người có thẩm quyền đã cho ý kiến: họ tên, chức vụ."
)
NOT_A_READER = Objection("NOT_A_READER", "Việc này của cơ quan thường trực hoặc thanh tra.")
NOT_COMPARABLE = Objection(
    "NOT_COMPARABLE", "Danh hiệu, hình thức này không có ở một trong hai ngày nên không so được."
)
SWEEP_IS_OLD = Objection(
    "SWEEP_IS_OLD",
    "Chưa có kết quả của thay đổi này, hoặc sổ, hồ sơ, quy định đã khác từ lúc tính. "
    "Hãy quay lại trang thay đổi quy định, bấm Tính rồi tải.",
)


@dataclass(frozen=True)
class Barred:
    """Whose newest finding an open bar stands against; by name, for the standing office.

    ``unseen``: the finding did not look at it. ``resting``: the finding rests on it; ``refused``:
    whom of these the law refuses by it. ``ended``: the finding rests on bars that are over.
    """

    unseen: tuple[str, ...] = ()
    resting: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()

    @property
    def stopped(self) -> tuple[str, ...]:
        """Who goes no further while it is so."""
        return tuple(dict.fromkeys((*self.unseen, *self.refused)))


def objection_to_taking_up(actor: Actor) -> Objection | None:
    """A specialist, or the head of the office, takes lists up."""
    return None if actor.has(Role.SPECIALIST, Role.OFFICE_HEAD) else NOT_OFFICE


def objection_to_checking_again(
    actor: Actor, nomination: Nomination, *, barred: Barred
) -> Objection | None:
    """The office asks again under appraisal, and of a concluded row whose bars changed."""
    if objection := objection_to_taking_up(actor):
        return objection
    is_stopped = (barred.stopped or barred.ended) and nomination.state in CONCLUDED
    return None if nomination.state == State.CHECKED or is_stopped else NOT_UNDER_APPRAISAL


def objection_to_new_bars(barred: Barred) -> Objection | None:
    """A finding that did not look at an open bar concludes nothing, nor one by bars that are over.

    Shown to the office only.
    """
    if not barred.unseen:
        return objection_to_ended_bars(barred)
    return Objection(
        "CHECK_AGAIN",
        f"Sổ có mục tạm dừng xét ghi sau lần đối chiếu của {', '.join(barred.unseen)}; đối chiếu "
        "lại trước khi kết luận.",
    )


def objection_to_ended_bars(barred: Barred) -> Objection | None:
    """A bar holds a file up while it lasts, so the file goes on by what is found after its end."""
    if not barred.ended:
        return None
    return Objection(
        "CHECK_AGAIN",
        f"Mục tạm dừng xét của {', '.join(barred.ended)} đã hết hoặc đã rút, kết quả đối chiếu "
        "dưới đây còn dựa vào mục đó: bấm “Đối chiếu lại”, kết quả mới xét đến ngày đối chiếu lại.",
    )


def objection_to_open_bars(names: tuple[str, ...]) -> Objection | None:
    """An open bar stands above all ways and is not for overruling; shown to the office only."""
    if not names:
        return None
    return Objection(
        "BARRED",
        f"Còn mục tạm dừng xét đối với {', '.join(names)}: chờ đến khi hết tạm dừng, rồi bấm "
        "“Đối chiếu lại”. Trong lúc chờ, dòng đang thẩm định có thể trả lại hoặc dừng xét.",
    )


def objection_to_answering_bars(
    actor: Actor, nomination: Nomination, *, waits: bool, authority: str, reason: str
) -> Objection | None:
    """The head records who answers for going on, between the ballot and the decision."""
    if objection := objection_to_heading(actor):
        return objection
    if nomination.state != State.VOTED_FOR:
        return NOT_AFTER_BALLOT
    if not waits:
        return NOTHING_TO_ANSWER
    if not authority:
        return NO_AUTHORITY
    return None if reason else NO_REASON


def objection_to_deciding_on(names: tuple[str, ...]) -> Objection | None:
    """Nothing is decided or submitted of a barred person without a recorded answer.

    Shown to the office only.
    """
    if not names:
        return None
    return Objection(
        "BARRED",
        f"Sổ có mục tạm dừng xét đối với {', '.join(names)}: mở trang của dòng đó, Trưởng phòng "
        "ghi ý kiến của người có thẩm quyền và lý do; hoặc chờ đến khi hết tạm dừng.",
    )


def objection_to_voting(barred: Barred) -> Objection | None:
    """The council waits for rows that the office must look at again; why is not the council's."""
    if not barred.stopped:
        return None
    return Objection(
        "CHECK_AGAIN",
        f"Cơ quan thường trực phải đối chiếu lại hồ sơ của {', '.join(barred.stopped)} trước khi "
        "Hội đồng bỏ phiếu. Hồ sơ đã trong chương trình thì đưa ra để đối chiếu.",
    )


def objection_to_moving(nomination: Nomination, what: Move) -> Objection | None:
    """Each conclusion starts in its own states."""
    state = State(nomination.state)
    if LIFE.can(what, state):
        return None
    return Objection(
        "WRONG_STATE", f"Dòng này đang ở trạng thái “{STATE_NAMES[state]}” nên không làm được."
    )


def objection_to_accepting(
    actor: Actor,
    nomination: Nomination,
    finding: StoredFinding,
    *,
    reason: str,
    barred: Barred,
) -> Objection | None:
    """A specialist accepts what the law does not refuse, and says what was judged."""
    if objection := objection_to_taking_up(actor) or objection_to_moving(nomination, Move.ACCEPT):
        return objection
    if objection := objection_to_new_bars(barred):
        return objection
    if finding.answer == Answer.NOT_MET:
        return objection_to_open_bars(barred.refused) or NOT_MET_NEEDS_OVERRULE
    return NO_JUDGEMENT if finding.answer == Answer.FOR_A_PERSON and not reason else None


def objection_to_returning(
    actor: Actor, nomination: Nomination, *, reason: str
) -> Objection | None:
    """A specialist returns a row with a reason."""
    if objection := objection_to_taking_up(actor) or objection_to_moving(nomination, Move.RETURN):
        return objection
    return None if reason else NO_REASON


def objection_to_overruling(
    actor: Actor,
    nomination: Nomination,
    finding: StoredFinding,
    *,
    reason: str,
    barred: Barred,
) -> Objection | None:
    """A specialist proposes to accept what the law refuses, no bar open; only with a reason."""
    if objection := objection_to_taking_up(actor) or objection_to_moving(
        nomination, Move.PROPOSE_OVERRULE
    ):
        return objection
    if objection := objection_to_new_bars(barred):
        return objection
    if finding.answer != Answer.NOT_MET:
        return NOTHING_TO_OVERRULE
    if objection := objection_to_open_bars(barred.resting):
        return objection
    return None if reason else NO_REASON


def objection_to_deciding_overrule(
    actor: Actor,
    nomination: Nomination,
    proposal: Judgement | None,
    *,
    agree: bool,
    barred: Barred,
) -> Objection | None:
    """The head decides on somebody else's proposal; an open bar leaves only the refusal."""
    if objection := objection_to_heading(actor) or objection_to_moving(
        nomination, Move.CONFIRM_OVERRULE
    ):
        return objection
    own = proposal is not None and proposal.by_ref == actor.account_ref
    if own:
        return OWN_PROPOSAL
    if not agree:
        return None
    return objection_to_new_bars(barred) or objection_to_open_bars(barred.resting)


def objection_to_declining(
    actor: Actor, nomination: Nomination, *, reason: str
) -> Objection | None:
    """The head of the office ends a row that will not go to the council."""
    if objection := objection_to_heading(actor) or objection_to_moving(nomination, Move.DECLINE):
        return objection
    return None if reason else NO_REASON


def objection_to_heading(actor: Actor) -> Objection | None:
    """Only the head of the standing office."""
    return None if actor.has(Role.OFFICE_HEAD) else NOT_OFFICE_HEAD


def objection_to_releasing(
    actor: Actor, *, still_open: int, appraised: int, barred: Barred
) -> Objection | None:
    """A list is released when no row is under appraisal; returned rows follow later."""
    if objection := objection_to_heading(actor):
        return objection
    if still_open:
        return ROWS_STILL_OPEN
    if not appraised:
        return NOTHING_TO_RELEASE
    new = replace(barred, ended=())
    return objection_to_new_bars(new) or objection_to_open_bars(barred.refused)


def only_judgement_left(answer: str, reasons: list[str]) -> bool:
    """Whether all that can be computed is met and only a person's judgement is left."""
    return answer == Answer.FOR_A_PERSON and reasons == [Reason.JUDGEMENT]


def as_reader(actor: Actor) -> Actor:
    """Return the actor with nothing but the roles that read the register as a whole.

    What is computed so is the same for all of them: lists of a unit that the person serves as well
    stay out of it.
    """
    return replace(actor, roles=actor.roles & frozenset(READERS))


def objection_to_sweeping(actor: Actor, change: Change) -> Objection | None:
    """Whoever reads the register as a whole may ask what a change of law does to it."""
    if not may_read_bars(actor):
        return NOT_A_READER
    return None if change.is_comparable else NOT_COMPARABLE
