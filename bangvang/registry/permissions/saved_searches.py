"""Why a search cannot be kept, or nothing if it can."""

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.registry.permissions import READERS

SEARCHERS = (*READERS, Role.UNIT_OFFICER, Role.UNIT_HEAD)
MOST_SAVED = 20
LONGEST_NAME = 80

NO_SEARCH = Objection("NO_SEARCH", "Vai trò này không tìm trong sổ khen thưởng.")
NAME_MISSING = Objection("NAME_MISSING", "Cần đặt tên cho câu tìm.")
NAME_TOO_LONG = Objection("NAME_TOO_LONG", f"Tên câu tìm dài nhất {LONGEST_NAME} ký tự.")
NOTHING_ASKED = Objection("NOTHING_ASKED", "Chưa có từ hay bộ lọc nào để lưu.")
NAME_TAKEN = Objection("NAME_TAKEN", "Đã có câu tìm khác mang tên này; hãy đặt tên khác.")
TOO_MANY = Objection(
    "TOO_MANY", f"Đã lưu {MOST_SAVED} câu tìm; hãy bỏ bớt một câu trước khi lưu thêm."
)


def objection_to_saving(actor: Actor, name: str, words: str, *, saved: int) -> Objection | None:
    """Whoever searches keeps a few searches, each under a name."""
    if not actor.has(*SEARCHERS):
        return NO_SEARCH
    if not words:
        return NOTHING_ASKED
    if not name:
        return NAME_MISSING
    if len(name) > LONGEST_NAME:
        return NAME_TOO_LONG
    return TOO_MANY if saved >= MOST_SAVED else None
