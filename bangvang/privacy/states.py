"""The lives of a period and of a request; what can be forgotten and what a person may ask for."""

from enum import StrEnum

from django.db.models import TextChoices

from bangvang.foundation.transitions import Transitions


class Matter(TextChoices):
    """What is forgotten once its period is over, in this order; the rest is kept for good."""

    IMPORT_ROWS = "IMPORT_ROWS", "Dòng đã đọc nhưng không ghi vào sổ"
    IMPORT_FILES = "IMPORT_FILES", "Tệp khen thưởng các năm trước đã nhập"
    AGENCY_ROWS = "AGENCY_ROWS", "Dòng của cơ quan khác không dùng đến"
    AGENCY_FILES = "AGENCY_FILES", "Tệp danh sách do cơ quan khác gửi"
    UPLOADS = "UPLOADS", "Tệp tải lên để xem trước, không lưu thành danh sách"
    DRAFTS = "DRAFTS", "Danh sách nháp không nộp"
    SENDERS = "SENDERS", "Tên và cách liên hệ của người gửi ý kiến"
    REPORTERS = "REPORTERS", "Tên và cách liên hệ của người báo tin việc tốt"
    SIGN_INS = "SIGN_INS", "Nhật ký đăng nhập: địa chỉ mạng, trình duyệt"


COUNTED_FROM = {
    Matter.IMPORT_FILES: "ngày tải tệp lên",
    Matter.IMPORT_ROWS: "ngày tải tệp lên",
    Matter.AGENCY_FILES: "ngày nhận danh sách",
    Matter.AGENCY_ROWS: "ngày nhận danh sách",
    Matter.UPLOADS: "ngày tải lên",
    Matter.DRAFTS: "ngày bản nháp được sửa trạng thái lần cuối",
    Matter.SENDERS: "ngày kết thúc lấy ý kiến",
    Matter.REPORTERS: "ngày trả lời hoặc xếp lại tin",
    Matter.SIGN_INS: "lúc đăng nhập",
}
"""From which day the period of each runs."""

BECOMES = {
    Matter.IMPORT_FILES: "xóa nội dung tệp; tên tệp, dấu vân tay và ngày xóa còn lại",
    Matter.IMPORT_ROWS: "xóa dòng và các lần sửa ô của dòng",
    Matter.AGENCY_FILES: "xóa nội dung tệp; tên tệp, dấu vân tay và ngày xóa còn lại",
    Matter.AGENCY_ROWS: "xóa dòng",
    Matter.UPLOADS: "xóa bản xem trước và nội dung tệp",
    Matter.DRAFTS: "xóa danh sách, các dòng, giấy tờ kèm và số định danh chỉ có ở đó",
    Matter.SENDERS: "xóa tên và cách liên hệ đã mã hóa; nội dung ý kiến, kết quả giải quyết "
    "còn lại",
    Matter.REPORTERS: "xóa tên và cách liên hệ đã mã hóa; tin báo và câu trả lời còn lại",
    Matter.SIGN_INS: "xóa dòng nhật ký đăng nhập",
}
"""What happens to each."""


class Unit(TextChoices):
    """In what a period is counted."""

    DAY = "DAY", "ngày"
    MONTH = "MONTH", "tháng"
    YEAR = "YEAR", "năm"


class PeriodState(StrEnum):
    """Where a period is; only a confirmed one lets anything be forgotten."""

    PROPOSED = "PROPOSED"
    CONFIRMED = "CONFIRMED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


class PeriodMove(StrEnum):
    """What can happen to a period."""

    CONFIRM = "CONFIRM"
    REJECT = "REJECT"
    WITHDRAW = "WITHDRAW"


PERIOD_LIFE = Transitions[PeriodState, PeriodMove](
    {
        PeriodMove.CONFIRM: (frozenset({PeriodState.PROPOSED}), PeriodState.CONFIRMED),
        PeriodMove.REJECT: (frozenset({PeriodState.PROPOSED}), PeriodState.REJECTED),
        PeriodMove.WITHDRAW: (
            frozenset({PeriodState.PROPOSED, PeriodState.CONFIRMED}),
            PeriodState.WITHDRAWN,
        ),
    }
)
PERIOD_STATE_NAMES = {
    PeriodState.PROPOSED: "Chờ người thứ hai xác nhận",
    PeriodState.CONFIRMED: "Đã xác nhận",
    PeriodState.REJECTED: "Không được xác nhận",
    PeriodState.WITHDRAWN: "Đã rút",
}


class About(TextChoices):
    """Whose data a request is about."""

    PERSON = "PERSON", "Người trong sổ khen thưởng"
    SENDER = "SENDER", "Người gửi ý kiến về danh sách công khai"
    REPORTER = "REPORTER", "Người báo tin việc tốt"


class Part(TextChoices):
    """What can be erased on request."""

    NUMBER = "NUMBER", "Số định danh"
    SENDER = "SENDER", "Tên và cách liên hệ của người gửi ý kiến"
    REPORTER = "REPORTER", "Tên và cách liên hệ của người báo tin"


class RequestState(StrEnum):
    """Where a request is."""

    RECEIVED = "RECEIVED"
    ANSWERED = "ANSWERED"
    SENT_BACK = "SENT_BACK"


class RequestMove(StrEnum):
    """What can happen to a request: answered as proposed, or sent back to be recorded anew."""

    ANSWER = "ANSWER"
    SEND_BACK = "SEND_BACK"


REQUEST_LIFE = Transitions[RequestState, RequestMove](
    {
        RequestMove.ANSWER: (frozenset({RequestState.RECEIVED}), RequestState.ANSWERED),
        RequestMove.SEND_BACK: (frozenset({RequestState.RECEIVED}), RequestState.SENT_BACK),
    }
)
REQUEST_STATE_NAMES = {
    RequestState.RECEIVED: "Chờ người thứ hai xác nhận",
    RequestState.ANSWERED: "Đã giải quyết",
    RequestState.SENT_BACK: "Không xác nhận, cần ghi lại",
}
