"""What a change of law is held against; the lives of consultations, opinions and questions."""

from enum import StrEnum

from django.db.models import TextChoices

from bangvang.foundation.transitions import Transitions


class Side(StrEnum):
    """The whole register, or the dossiers that are open."""

    REGISTER = "REGISTER"
    DOSSIERS = "DOSSIERS"


class Gate(StrEnum):
    """Which step waits for the end of a consultation."""

    BEFORE_BALLOT = "BEFORE_BALLOT"
    BEFORE_SUBMISSION = "BEFORE_SUBMISSION"


GATE_NAMES = {
    Gate.BEFORE_BALLOT: "trước khi đưa ra Hội đồng bỏ phiếu",
    Gate.BEFORE_SUBMISSION: "trước khi trình",
}


class ConsultationState(StrEnum):
    """Where a public list is; that its last day is over is a matter of the day, not kept."""

    PREPARING = "PREPARING"
    OPEN = "OPEN"
    CLOSED = "CLOSED"
    DISCARDED = "DISCARDED"


class ConsultationMove(StrEnum):
    """What can happen to a public list."""

    OPEN = "OPEN"
    CLOSE = "CLOSE"
    DISCARD = "DISCARD"


CONSULTATION_LIFE = Transitions[ConsultationState, ConsultationMove](
    {
        ConsultationMove.OPEN: (frozenset({ConsultationState.PREPARING}), ConsultationState.OPEN),
        ConsultationMove.CLOSE: (frozenset({ConsultationState.OPEN}), ConsultationState.CLOSED),
        ConsultationMove.DISCARD: (
            frozenset({ConsultationState.PREPARING}),
            ConsultationState.DISCARDED,
        ),
    }
)
CONSULTATION_STATE_NAMES = {
    ConsultationState.PREPARING: "Đang chuẩn bị",
    ConsultationState.OPEN: "Đang lấy ý kiến",
    ConsultationState.CLOSED: "Đã kết thúc",
    ConsultationState.DISCARDED: "Đã bỏ dự thảo",
}


class OpinionState(StrEnum):
    """Where an opinion is: come in, answered by an officer, confirmed by the head."""

    RECEIVED = "RECEIVED"
    RESOLVED = "RESOLVED"
    CONFIRMED = "CONFIRMED"


class OpinionMove(StrEnum):
    """What can happen to an opinion."""

    RESOLVE = "RESOLVE"
    CONFIRM = "CONFIRM"
    SEND_BACK = "SEND_BACK"


OPINION_LIFE = Transitions[OpinionState, OpinionMove](
    {
        OpinionMove.RESOLVE: (frozenset({OpinionState.RECEIVED}), OpinionState.RESOLVED),
        OpinionMove.CONFIRM: (frozenset({OpinionState.RESOLVED}), OpinionState.CONFIRMED),
        OpinionMove.SEND_BACK: (frozenset({OpinionState.RESOLVED}), OpinionState.RECEIVED),
    }
)
OPINION_STATE_NAMES = {
    OpinionState.RECEIVED: "Chờ giải quyết",
    OpinionState.RESOLVED: "Chờ Trưởng phòng xác nhận",
    OpinionState.CONFIRMED: "Đã giải quyết",
}


class BulkWork(TextChoices):
    """What is done to many rows of a list at once."""

    ACCEPT = "ACCEPT", "Chấp nhận"
    RETURN = "RETURN", "Trả lại để bổ sung"
    HAND_OVER = "HAND_OVER", "Chuyển người thẩm định"


class ReadingVerdict(TextChoices):
    """What an officer thinks of a row that two read independently."""

    FOR = "FOR", "Đề nghị khen thưởng"
    AGAINST = "AGAINST", "Không đề nghị khen thưởng"


class RequestState(StrEnum):
    """Where a question to an agency is; that its time is over is a matter of the day, not kept."""

    ASKED = "ASKED"
    ANSWERED = "ANSWERED"
    WITHDRAWN = "WITHDRAWN"


class RequestMove(StrEnum):
    """What can happen to a question to an agency."""

    ANSWER = "ANSWER"
    WITHDRAW = "WITHDRAW"


REQUEST_LIFE = Transitions[RequestState, RequestMove](
    {
        RequestMove.ANSWER: (frozenset({RequestState.ASKED}), RequestState.ANSWERED),
        RequestMove.WITHDRAW: (frozenset({RequestState.ASKED}), RequestState.WITHDRAWN),
    }
)


class ReplyWay(TextChoices):
    """How the answer of an agency came."""

    LINK = "LINK", "qua liên kết"
    PAPER = "PAPER", "bằng công văn"


class Stance(TextChoices):
    """What an agency says of one row."""

    AGREES = "AGREES", "Đồng ý"
    DISAGREES = "DISAGREES", "Không đồng ý"
    NO_OPINION = "NO_OPINION", "Không có ý kiến"
    INFORMS = "INFORMS", "Có thông tin"


class Silence(TextChoices):
    """What it means that an agency does not answer in time, where a rule says so."""

    AGREED = "AGREED", "coi như đồng ý"
    NO_OPINION = "NO_OPINION", "coi như không có ý kiến"
