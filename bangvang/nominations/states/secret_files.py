"""The life of a file with a State secret, of which only the number is held."""

from django.db.models import TextChoices

from bangvang.foundation.transitions import Transitions


class SecretState(TextChoices):
    """Where a file with a State secret is."""

    AT_UNIT = "AT_UNIT", "Đơn vị đang giữ"
    AT_OFFICE = "AT_OFFICE", "Cơ quan thường trực đã nhận"
    FORWARDED = "FORWARDED", "Đã trình cấp trên"
    ENDED = "ENDED", "Đã xong, đưa vào lưu trữ"


class SecretMove(TextChoices):
    """What the head of the office records of such a file."""

    RECEIVE = "RECEIVE", "Ghi đã nhận"
    GIVE_BACK = "GIVE_BACK", "Ghi đã trả lại đơn vị"
    FORWARD = "FORWARD", "Ghi đã trình cấp trên"
    END = "END", "Ghi đã xong"


SECRET_LIFE = Transitions[SecretState, SecretMove](
    {
        SecretMove.RECEIVE: (frozenset({SecretState.AT_UNIT}), SecretState.AT_OFFICE),
        SecretMove.GIVE_BACK: (frozenset({SecretState.AT_OFFICE}), SecretState.AT_UNIT),
        SecretMove.FORWARD: (frozenset({SecretState.AT_OFFICE}), SecretState.FORWARDED),
        SecretMove.END: (
            frozenset({SecretState.AT_OFFICE, SecretState.FORWARDED}),
            SecretState.ENDED,
        ),
    }
)
