"""What is told to whom, how mail is wanted, and where a mail is."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices

from bangvang.foundation.actor import Role
from bangvang.foundation.transitions import Transitions

UNIT = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD})
UNIT_HEAD = frozenset({Role.UNIT_HEAD})
UNIT_OFFICER = frozenset({Role.UNIT_OFFICER})
OFFICE = frozenset({Role.SPECIALIST, Role.OFFICE_HEAD})
OFFICE_HEAD = frozenset({Role.OFFICE_HEAD})
COUNCIL = frozenset({Role.SECRETARY, Role.CHAIR, Role.MEMBER, Role.TELLER})

SEND_MAIL = "notifications.send_mail"
"""The name of the job that hands one mail over."""


class About(StrEnum):
    """What kind of thing a notice is about, by which a page finds its address."""

    UNIT_LIST = "UNIT_LIST"
    OFFICE_LIST = "OFFICE_LIST"
    DISCOVERY = "DISCOVERY"
    SESSION = "SESSION"
    NOTHING = "NOTHING"


class Kind(TextChoices):
    """What happened, as the heading of the notice says it."""

    RETURNED = "RETURNED", "Hồ sơ được trả lại để bổ sung"
    ON_AGENDA = "ON_AGENDA", "Hồ sơ vào chương trình họp Hội đồng"
    VOTED = "VOTED", "Hội đồng đã bỏ phiếu"
    FORWARDED = "FORWARDED", "Hồ sơ đã trình cấp trên"
    ENDED = "ENDED", "Hồ sơ đã có kết quả"
    RESUBMITTED = "RESUBMITTED", "Đơn vị nộp lại hồ sơ"
    WITHDRAWN = "WITHDRAWN", "Đơn vị rút hồ sơ"
    AWAITS_HEAD = "AWAITS_HEAD", "Danh sách chờ thủ trưởng xem"
    HANDED_BACK = "HANDED_BACK", "Thủ trưởng trả lại danh sách để sửa"
    LATE = "LATE", "Danh sách nộp muộn chờ cho ý kiến"
    LATE_ACCEPTED = "LATE_ACCEPTED", "Danh sách nộp muộn được chấp nhận"
    LATE_MOVED = "LATE_MOVED", "Danh sách nộp muộn chuyển sang đợt khác"
    RECALLED = "RECALLED", "Đơn vị thu hồi danh sách"
    DAY_NEAR = "DAY_NEAR", "Sắp hết hạn nộp danh sách"
    DISCOVERY = "DISCOVERY", "Tin báo việc tốt chuyển đến đơn vị"
    SESSION_CALLED = "SESSION_CALLED", "Triệu tập phiên họp Hội đồng"
    ANNOUNCED = "ANNOUNCED", "Thông báo của cơ quan thường trực"


@dataclass(frozen=True)
class Telling:
    """What an entry of the record means to somebody: the kind of notice, and whose it is.

    `is_of_office`: it goes to the officer who holds the list, to the heads where nobody does.
    """

    kind: Kind
    to: frozenset[Role]
    is_of_office: bool = False


TOLD: dict[tuple[str, str], Telling] = {
    ("nomination", "return"): Telling(Kind.RETURNED, UNIT),
    ("nomination", "send_back"): Telling(Kind.RETURNED, UNIT),
    ("nomination", "put_on_agenda"): Telling(Kind.ON_AGENDA, UNIT),
    ("nomination", "vote_for"): Telling(Kind.VOTED, UNIT),
    ("nomination", "vote_against"): Telling(Kind.VOTED, UNIT),
    ("nomination", "forward"): Telling(Kind.FORWARDED, UNIT),
    ("nomination", "grant"): Telling(Kind.ENDED, UNIT),
    ("nomination", "refuse"): Telling(Kind.ENDED, UNIT),
    ("nomination", "decline"): Telling(Kind.ENDED, UNIT),
    ("nomination", "resubmit"): Telling(Kind.RESUBMITTED, OFFICE_HEAD, is_of_office=True),
    ("nomination", "withdraw"): Telling(Kind.WITHDRAWN, OFFICE_HEAD, is_of_office=True),
    ("batch", "hand_to_head"): Telling(Kind.AWAITS_HEAD, UNIT_HEAD),
    ("batch", "hand_back"): Telling(Kind.HANDED_BACK, UNIT_OFFICER),
    ("batch", "submit_batch"): Telling(Kind.LATE, OFFICE_HEAD, is_of_office=True),
    ("batch", "return_lower_list"): Telling(Kind.RETURNED, UNIT),
    ("batch", "accept_late"): Telling(Kind.LATE_ACCEPTED, UNIT),
    ("batch", "move_to_round"): Telling(Kind.LATE_MOVED, UNIT),
    ("batch", "recall_batch"): Telling(Kind.RECALLED, OFFICE_HEAD, is_of_office=True),
    ("discovery", "send_discovery"): Telling(Kind.DISCOVERY, UNIT_HEAD),
    ("session", "call_session"): Telling(Kind.SESSION_CALLED, COUNCIL),
}
"""Subject and verb of an entry, and what is told because of it; everything else is told nobody."""

OF_OFFICE = frozenset(one.kind for one in TOLD.values() if one.is_of_office)

ABOUT = {
    **dict.fromkeys(Kind, About.UNIT_LIST),
    **dict.fromkeys(OF_OFFICE, About.OFFICE_LIST),
    Kind.DISCOVERY: About.DISCOVERY,
    Kind.SESSION_CALLED: About.SESSION,
    Kind.ANNOUNCED: About.NOTHING,
    Kind.RECALLED: About.NOTHING,
}


class MailWay(TextChoices):
    """How somebody wants notices by mail."""

    NONE = "NONE", "Không gửi thư, chỉ xem trên hệ thống"
    EACH = "EACH", "Mỗi thông báo một thư"
    DIGEST = "DIGEST", "Mỗi ngày một thư gộp các thông báo chưa đọc"


USUAL_WAY = MailWay.DIGEST
"""What holds for whoever has not chosen."""


class MailState(StrEnum):
    """Where a mail is."""

    WAITING = "WAITING"
    SENDING = "SENDING"
    SENT = "SENT"
    UNSURE = "UNSURE"
    REFUSED = "REFUSED"
    DROPPED = "DROPPED"


class MailMove(StrEnum):
    """What the worker does with it."""

    BEGIN = "BEGIN"
    PUT_BACK = "PUT_BACK"
    END = "END"
    DOUBT = "DOUBT"
    REFUSE = "REFUSE"
    DROP = "DROP"


MAIL_LIFE = Transitions[MailState, MailMove](
    {
        MailMove.BEGIN: (frozenset({MailState.WAITING}), MailState.SENDING),
        MailMove.PUT_BACK: (frozenset({MailState.SENDING}), MailState.WAITING),
        MailMove.END: (frozenset({MailState.SENDING}), MailState.SENT),
        MailMove.DOUBT: (frozenset({MailState.SENDING}), MailState.UNSURE),
        MailMove.REFUSE: (frozenset({MailState.SENDING}), MailState.REFUSED),
        MailMove.DROP: (frozenset({MailState.WAITING}), MailState.DROPPED),
    }
)
"""A mail that is being handed over is never begun again: whether it arrived is not known."""


class Audience(TextChoices):
    """To which units the head of the office writes about a round."""

    NOT_HANDED_IN = "NOT_HANDED_IN", "Đơn vị chưa nộp danh sách nào trong đợt"
    WITH_A_LIST = "WITH_A_LIST", "Đơn vị đã lập hoặc đã nộp danh sách trong đợt"
    ALL = "ALL", "Mọi đơn vị có tài khoản"
