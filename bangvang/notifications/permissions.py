"""Why somebody may not write to the units now."""

import re

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection

LIKE_A_NUMBER = re.compile(r"(?<!\d)(\d{9}|\d{12})(?!\d)")
"""Old and new identity numbers; a telephone number has ten digits and may stand."""

NOT_HEAD_OF_OFFICE = Objection(
    "NOT_HEAD_OF_OFFICE", "Chỉ Trưởng phòng Thi đua, khen thưởng gửi thông báo chung."
)
NO_WORDS = Objection("NO_WORDS", "Hãy ghi tiêu đề và nội dung thông báo.")
HOLDS_A_NUMBER = Objection(
    "HOLDS_A_NUMBER",
    "Nội dung có dãy 9 hoặc 12 chữ số như số định danh; hãy bỏ đi, thư này gửi cho nhiều người.",
)
NOBODY = Objection("NOBODY", "Không có ai để gửi: không đơn vị nào trong nhóm này có tài khoản.")
ALREADY_SENT = Objection("ALREADY_SENT", "Thông báo này đã gửi rồi, không gửi lần nữa.")
RECIPIENTS_CHANGED = Objection(
    "RECIPIENTS_CHANGED",
    "Danh sách nhận đã khác lúc xem trước; hãy xem lại rồi gửi.",
)


def objection_to_announcing(actor: Actor) -> Objection | None:
    """Only the head of the office writes to many units at once."""
    return None if actor.has(Role.OFFICE_HEAD) else NOT_HEAD_OF_OFFICE


def objection_to_words(title: str, text: str) -> Objection | None:
    """Something is said, and nothing that looks like somebody's identity number."""
    if not title or not text:
        return NO_WORDS
    return HOLDS_A_NUMBER if LIKE_A_NUMBER.search(f"{title} {text}") else None
