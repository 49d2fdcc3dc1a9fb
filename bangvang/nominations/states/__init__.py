"""The lives of a list and of its rows: every state, every move; and the kinds of papers."""

from enum import StrEnum

from django.db.models import TextChoices

from bangvang.foundation.transitions import Transitions
from bangvang.nominations.states.discoveries import (
    DISCOVERY_LIFE,
    DISCOVERY_STATE_NAMES,
    AsideWhy,
    DiscoveryAnswer,
    DiscoveryMove,
    DiscoveryState,
)
from bangvang.nominations.states.routes import RouteWay
from bangvang.nominations.states.secret_files import (
    SECRET_LIFE,
    SecretMove,
    SecretState,
)

__all__ = [
    "ASKED_WITH_EVERY_LIST",
    "BATCH_LIFE",
    "BATCH_STATE_NAMES",
    "BEFORE_OFFICE",
    "DISCOVERY_LIFE",
    "DISCOVERY_STATE_NAMES",
    "LIFE",
    "LONGEST_PART",
    "OVER",
    "QUARANTINED",
    "REGISTRATION_LIFE",
    "REGISTRATION_STATE_NAMES",
    "REPORT_TABLES",
    "SCAN_PAPER",
    "SECRET_LIFE",
    "STATE_NAMES",
    "AsideWhy",
    "BatchMove",
    "BatchState",
    "DiscoveryAnswer",
    "DiscoveryMove",
    "DiscoveryState",
    "Move",
    "PaperKind",
    "RegistrationMove",
    "RegistrationState",
    "RemarkPart",
    "ReportPart",
    "RouteWay",
    "Scan",
    "SecretMove",
    "SecretState",
    "State",
    "recipients_said",
]


class BatchState(StrEnum):
    """Where a list is before and after it is handed in."""

    DRAFT = "DRAFT"
    WITH_HEAD = "WITH_HEAD"
    AT_SUPERIOR = "AT_SUPERIOR"
    SUBMITTED = "SUBMITTED"
    DISCARDED = "DISCARDED"


class BatchMove(StrEnum):
    """What can happen to a list."""

    HAND_TO_HEAD = "HAND_TO_HEAD"
    HAND_BACK = "HAND_BACK"
    SEND_UP = "SEND_UP"
    GIVE_BACK = "GIVE_BACK"
    SUBMIT = "SUBMIT"
    DISCARD = "DISCARD"
    RECALL = "RECALL"


BATCH_LIFE = Transitions[BatchState, BatchMove](
    {
        BatchMove.HAND_TO_HEAD: (frozenset({BatchState.DRAFT}), BatchState.WITH_HEAD),
        BatchMove.HAND_BACK: (frozenset({BatchState.WITH_HEAD}), BatchState.DRAFT),
        BatchMove.SEND_UP: (frozenset({BatchState.WITH_HEAD}), BatchState.AT_SUPERIOR),
        BatchMove.GIVE_BACK: (frozenset({BatchState.AT_SUPERIOR}), BatchState.WITH_HEAD),
        BatchMove.SUBMIT: (frozenset({BatchState.WITH_HEAD}), BatchState.SUBMITTED),
        BatchMove.DISCARD: (frozenset({BatchState.DRAFT}), BatchState.DISCARDED),
        BatchMove.RECALL: (
            frozenset({BatchState.AT_SUPERIOR, BatchState.SUBMITTED}),
            BatchState.WITH_HEAD,
        ),
    }
)


class State(StrEnum):
    """Where one nomination is, from the draft to the register."""

    DRAFT = "DRAFT"
    SENT_UP = "SENT_UP"
    SENT_BACK = "SENT_BACK"
    GATHERED = "GATHERED"
    SUBMITTED = "SUBMITTED"
    CHECKED = "CHECKED"
    RETURNED = "RETURNED"
    OVERRULING = "OVERRULING"
    APPRAISED = "APPRAISED"
    READY = "READY"
    ON_AGENDA = "ON_AGENDA"
    VOTED_FOR = "VOTED_FOR"
    VOTED_AGAINST = "VOTED_AGAINST"
    FORWARDED = "FORWARDED"
    GRANTED = "GRANTED"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"


class Move(StrEnum):
    """What can happen to one nomination."""

    SEND_UP = "SEND_UP"
    SEND_BACK = "SEND_BACK"
    GIVE_BACK = "GIVE_BACK"
    GATHER = "GATHER"
    SPLIT_OFF = "SPLIT_OFF"
    SUBMIT = "SUBMIT"
    RECALL = "RECALL"
    RECALL_GATHERED = "RECALL_GATHERED"
    WITHDRAW = "WITHDRAW"
    CHECK = "CHECK"
    RETURN = "RETURN"
    RESUBMIT = "RESUBMIT"
    ACCEPT = "ACCEPT"
    PROPOSE_OVERRULE = "PROPOSE_OVERRULE"
    CONFIRM_OVERRULE = "CONFIRM_OVERRULE"
    REJECT_OVERRULE = "REJECT_OVERRULE"
    REOPEN = "REOPEN"
    TAKE_BACK = "TAKE_BACK"
    DECLINE = "DECLINE"
    RELEASE = "RELEASE"
    PUT_ON_AGENDA = "PUT_ON_AGENDA"
    TAKE_OFF_AGENDA = "TAKE_OFF_AGENDA"
    VOTE_FOR = "VOTE_FOR"
    VOTE_AGAINST = "VOTE_AGAINST"
    FORWARD = "FORWARD"
    GRANT = "GRANT"
    REFUSE = "REFUSE"


LIFE = Transitions[State, Move](
    {
        Move.SEND_UP: (frozenset({State.DRAFT, State.SENT_BACK}), State.SENT_UP),
        Move.SEND_BACK: (frozenset({State.SENT_UP, State.GATHERED}), State.SENT_BACK),
        Move.GIVE_BACK: (frozenset({State.SENT_UP, State.SENT_BACK}), State.DRAFT),
        Move.GATHER: (frozenset({State.SENT_UP}), State.GATHERED),
        Move.SPLIT_OFF: (frozenset({State.GATHERED}), State.SENT_UP),
        Move.SUBMIT: (frozenset({State.DRAFT, State.GATHERED}), State.SUBMITTED),
        Move.RECALL: (
            frozenset({State.SENT_UP, State.SENT_BACK, State.SUBMITTED}),
            State.DRAFT,
        ),
        Move.RECALL_GATHERED: (frozenset({State.SUBMITTED}), State.GATHERED),
        Move.WITHDRAW: (
            frozenset({State.DRAFT, State.SENT_BACK, State.RETURNED}),
            State.WITHDRAWN,
        ),
        Move.CHECK: (frozenset({State.SUBMITTED}), State.CHECKED),
        Move.RETURN: (frozenset({State.CHECKED}), State.RETURNED),
        Move.RESUBMIT: (frozenset({State.RETURNED}), State.SUBMITTED),
        Move.ACCEPT: (frozenset({State.CHECKED}), State.APPRAISED),
        Move.PROPOSE_OVERRULE: (frozenset({State.CHECKED}), State.OVERRULING),
        Move.CONFIRM_OVERRULE: (frozenset({State.OVERRULING}), State.APPRAISED),
        Move.REJECT_OVERRULE: (frozenset({State.OVERRULING}), State.CHECKED),
        Move.REOPEN: (frozenset({State.APPRAISED, State.READY}), State.CHECKED),
        Move.TAKE_BACK: (frozenset({State.APPRAISED, State.RETURNED}), State.CHECKED),
        Move.DECLINE: (frozenset({State.CHECKED}), State.REFUSED),
        Move.RELEASE: (frozenset({State.APPRAISED}), State.READY),
        Move.PUT_ON_AGENDA: (frozenset({State.READY}), State.ON_AGENDA),
        Move.TAKE_OFF_AGENDA: (frozenset({State.ON_AGENDA}), State.READY),
        Move.VOTE_FOR: (frozenset({State.ON_AGENDA}), State.VOTED_FOR),
        Move.VOTE_AGAINST: (frozenset({State.ON_AGENDA}), State.VOTED_AGAINST),
        Move.FORWARD: (frozenset({State.VOTED_FOR}), State.FORWARDED),
        Move.GRANT: (frozenset({State.VOTED_FOR, State.FORWARDED}), State.GRANTED),
        Move.REFUSE: (frozenset({State.FORWARDED}), State.REFUSED),
    }
)

OVER = frozenset({State.VOTED_AGAINST, State.GRANTED, State.REFUSED, State.WITHDRAWN})
"""States in which a nomination has come to its end."""

BEFORE_OFFICE = frozenset({State.DRAFT, State.SENT_UP, State.SENT_BACK, State.GATHERED})
"""States of a row that was not handed in to the standing office yet."""

STATE_NAMES = {
    State.DRAFT: "Bản nháp",
    State.SENT_UP: "Chờ cấp trên tổng hợp",
    State.SENT_BACK: "Cấp trên trả lại",
    State.GATHERED: "Đã tổng hợp, chưa nộp",
    State.SUBMITTED: "Đã nộp, chờ tiếp nhận",
    State.CHECKED: "Đang thẩm định",
    State.RETURNED: "Trả lại để bổ sung",
    State.OVERRULING: "Chờ Trưởng phòng cho ý kiến",
    State.APPRAISED: "Đã thẩm định",
    State.READY: "Chờ đưa ra Hội đồng",
    State.ON_AGENDA: "Trong chương trình họp",
    State.VOTED_FOR: "Hội đồng đồng ý",
    State.VOTED_AGAINST: "Không đủ tỷ lệ phiếu",
    State.FORWARDED: "Đã trình cấp trên",
    State.GRANTED: "Đã khen thưởng",
    State.REFUSED: "Không được khen thưởng",
    State.WITHDRAWN: "Đã rút",
}

BATCH_STATE_NAMES = {
    BatchState.DRAFT: "Bản nháp",
    BatchState.WITH_HEAD: "Chờ thủ trưởng xem",
    BatchState.AT_SUPERIOR: "Ở cấp trên, chờ tổng hợp",
    BatchState.SUBMITTED: "Đã nộp",
    BatchState.DISCARDED: "Đã bỏ",
}


class RegistrationState(StrEnum):
    """Where what a unit registers for a year is."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    RETURNED = "RETURNED"
    APPROVED = "APPROVED"


class RegistrationMove(StrEnum):
    """What can happen to it."""

    SUBMIT = "SUBMIT"
    RETURN = "RETURN"
    APPROVE = "APPROVE"


REGISTRATION_LIFE = Transitions[RegistrationState, RegistrationMove](
    {
        RegistrationMove.SUBMIT: (
            frozenset({RegistrationState.DRAFT, RegistrationState.RETURNED}),
            RegistrationState.SUBMITTED,
        ),
        RegistrationMove.RETURN: (
            frozenset({RegistrationState.SUBMITTED, RegistrationState.APPROVED}),
            RegistrationState.RETURNED,
        ),
        RegistrationMove.APPROVE: (
            frozenset({RegistrationState.SUBMITTED}),
            RegistrationState.APPROVED,
        ),
    }
)
"""An approved one may be returned, when the unit asks to change it."""

REGISTRATION_STATE_NAMES = {
    RegistrationState.DRAFT: "Chưa nộp",
    RegistrationState.SUBMITTED: "Chờ duyệt",
    RegistrationState.RETURNED: "Trả lại",
    RegistrationState.APPROVED: "Đã duyệt",
}


class PaperKind(TextChoices):
    """Kinds of paper; the first two are asked for with every list."""

    TO_TRINH = "TO_TRINH", "Tờ trình đã ký"
    BIEN_BAN_BINH_XET = "BIEN_BAN_BINH_XET", "Biên bản bình xét đã ký"
    BAO_CAO_THANH_TICH = "BAO_CAO_THANH_TICH", "Báo cáo thành tích"
    CHUNG_NHAN_SANG_KIEN = "CHUNG_NHAN_SANG_KIEN", "Chứng nhận sáng kiến"
    KHAC = "KHAC", "Tài liệu khác"


def recipients_said(people: int, collectives: int, households: int) -> str:
    """Say how many of whom, collectives first: "2 tập thể, 12 người"."""
    parts = ((collectives, "tập thể"), (people, "người"), (households, "hộ gia đình"))
    return ", ".join(f"{count} {word}" for count, word in parts if count) or "0 người"


ASKED_WITH_EVERY_LIST = (PaperKind.TO_TRINH, PaperKind.BIEN_BAN_BINH_XET)


SCAN_PAPER = "nominations.scan_paper"
"""The name of the job that scans a paper."""


class Scan(TextChoices):
    """Whether a paper was looked through for malware."""

    NOT_ASKED = "NOT_ASKED", "Máy chủ không quét mã độc"
    WAITING = "WAITING", "Chờ quét mã độc"
    CLEAN = "CLEAN", "Đã quét, không thấy mã độc"
    INFECTED = "INFECTED", "Có mã độc, đã cách ly"


QUARANTINED = (Scan.WAITING, Scan.INFECTED)
"""Papers that nobody can open."""


class ReportPart(TextChoices):
    """The parts of an achievement report, in the order of the form."""

    SKETCH = "SKETCH", "Sơ lược lý lịch"
    MERITS = "MERITS", "Thành tích đạt được"
    TITLES = "TITLES", "Danh hiệu thi đua"
    FORMS = "FORMS", "Hình thức khen thưởng"


REPORT_TABLES = (ReportPart.TITLES, ReportPart.FORMS)
"""The two history tables: year, what, number and day of the decision and who issued it."""

LONGEST_PART = {
    ReportPart.SKETCH: 6_000,
    ReportPart.MERITS: 30_000,
    ReportPart.TITLES: 20_000,
    ReportPart.FORMS: 20_000,
}
"""How many characters a part may hold: a bound of this system, not of the law."""


class RemarkPart(TextChoices):
    """The parts of a row that the office can ask something about."""

    WHO = "WHO", "Họ tên, ngày sinh, chức vụ, đơn vị"
    ACHIEVEMENT = "ACHIEVEMENT", "Thành tích ghi trong danh sách"
    SKETCH = "SKETCH", "Báo cáo: sơ lược"
    MERITS = "MERITS", "Báo cáo: thành tích đạt được"
    HISTORY = "HISTORY", "Báo cáo: khen thưởng đã được tặng"
    FACTS = "FACTS", "Dữ kiện hồ sơ nêu"
    PAPERS = "PAPERS", "Giấy tờ kèm theo"
