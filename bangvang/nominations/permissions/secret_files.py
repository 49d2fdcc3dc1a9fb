"""Why the number or the way of a file with a State secret may not be recorded so."""

import re

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.nominations.models import SecretFile
from bangvang.nominations.states import SECRET_LIFE, SecretMove, SecretState

NOT_A_NUMBER = Objection(
    "NOT_A_NUMBER",
    "Chỉ ghi số của hồ sơ, ví dụ 05/2026 hoặc 05/TTR-UBND: chữ số, dấu gạch, chữ in hoa không dấu; "
    "không ghi tên người, tên việc.",
)
NUMBER_TAKEN = Objection("NUMBER_TAKEN", "Đơn vị đã ghi một hồ sơ mang số này.")
NOT_SECRET_HEAD = Objection(
    "NOT_SECRET_HEAD",
    "Chỉ Trưởng phòng Thi đua, khen thưởng ghi việc giao nhận hồ sơ bí mật nhà nước.",
)
NOT_THIS_MOVE = Objection("NOT_THIS_MOVE", "Hồ sơ đang ở nơi khác nên không ghi việc này được.")
SECRET_NUMBER = re.compile(r"[0-9]{1,6}(/[0-9]{4})?(/[A-Z\-]{2,20})?")


def objection_to_secret_number(number: str) -> Objection | None:
    """The number of a secret file can be nothing but a number."""
    return None if SECRET_NUMBER.fullmatch(number) else NOT_A_NUMBER


def objection_to_moving_secret(
    actor: Actor, file: SecretFile, move: SecretMove
) -> Objection | None:
    """The head of the office records where a secret file went."""
    if not actor.has(Role.OFFICE_HEAD):
        return NOT_SECRET_HEAD
    return None if SECRET_LIFE.can(move, SecretState(file.state)) else NOT_THIS_MOVE
