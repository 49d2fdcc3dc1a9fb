"""Why an actor may not act on a file that came in, or nothing if they may.

What a file of past awards and a list of another agency have in common, and what only imports have.
"""

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import in_words
from bangvang.registry.models import AgencyList, IncomingFile
from bangvang.registry.permissions import NOT_OFFICE, OFFICE, READERS, STALE
from bangvang.registry.states import (
    IMPORT_LIFE,
    ImportMove,
    ImportState,
)

ALREADY_UNDONE = Objection("ALREADY_UNDONE", "Lần nhập này đã hủy.")
LIST_UNDONE = Objection("ALREADY_UNDONE", "Danh sách này đã hủy.")
ALREADY_ACCEPTED = Objection(
    "ALREADY_ACCEPTED",
    "Lần nhập này đã có dòng ghi vào sổ nên không đọc lại được; hãy hủy lần nhập rồi tải lại tệp.",
)
ROWS_DECIDED = Objection(
    "ROWS_DECIDED",
    "Danh sách này đã có dòng được xử lý nên không đọc lại được; hãy hủy rồi tải lại tệp.",
)
STILL_READING = Objection("STILL_READING", "Tệp này chưa đọc xong; xem lại trang này sau ít phút.")
FILE_REFUSED = Objection("FILE_REFUSED", "Tệp này không đọc được nên không làm gì thêm được.")
NOT_TO_READ = Objection("NOT_TO_READ", "Tệp này đã đọc xong.")
READ_ANEW = Objection("READ_ANEW", "Tệp này đã được yêu cầu đọc lại theo cách khác.")
ENTERING = Objection(
    "ENTERING",
    "Tệp này đang được ghi vào sổ hoặc đang được hủy; xem lại trang này sau ít phút rồi làm tiếp.",
)
NO_UNDO_REASON = Objection("NO_UNDO_REASON", "Cần ghi lý do hủy lần nhập.")
NOT_OF_THAT_KIND = Objection(
    "NOT_OF_THAT_KIND",
    "Dòng của hộ gia đình phải chọn một hộ, của tập thể nước ngoài một tập thể nước ngoài; dòng "
    "khác thì chọn cơ quan, đơn vị.",
)
NOT_TO_BE_NEW = Objection(
    "NOT_TO_BE_NEW", "Chỉ hộ gia đình hoặc tập thể của tỉnh mới ghi mới được ở đây."
)
PARENT_IS_OVER = Objection(
    "PARENT_IS_OVER",
    "Đơn vị này đã kết thúc nên không thêm tập thể trực thuộc; hãy chọn đơn vị đang hoạt động.",
)
NOTHING_READY = Objection("NOTHING_READY", "Chưa có dòng nào ghi vào sổ được.")


def may_read_imports(actor: Actor) -> bool:
    """Tell whether the actor is of the standing office or the inspector."""
    return actor.has(*READERS)


def objection_to_staging(actor: Actor) -> Objection | None:
    """Past awards are brought in by the standing office."""
    return None if actor.has(*OFFICE) else NOT_OFFICE


def objection_to_import(
    actor: Actor, file: IncomingFile, *, seen: int, is_entering: bool = False
) -> Objection | None:
    """The standing office acts on a file as it is now, once it is read and nobody enters it."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if objection := objection_to_rows(file):
        return objection
    if is_entering:
        return ENTERING
    return None if file.version == seen else STALE


def objection_to_rows(file: IncomingFile) -> Objection | None:
    """Rows are worked on once they are read, and until they are taken back."""
    if IMPORT_LIFE.can(ImportMove.ACCEPT, ImportState(file.state)):
        return None
    return _not_open(file)


def _not_open(file: IncomingFile) -> Objection:
    undone = LIST_UNDONE if isinstance(file, AgencyList) else ALREADY_UNDONE
    return {ImportState.READING: STILL_READING, ImportState.REFUSED: FILE_REFUSED}.get(
        ImportState(file.state), undone
    )


def objection_to_reading(actor: Actor, file: IncomingFile, *, version: int) -> Objection | None:
    """A file is read once for each way of reading it, as long as it waits for that."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if file.state == ImportState.UNDONE:
        return _not_open(file)
    if not IMPORT_LIFE.can(ImportMove.READ, ImportState(file.state)):
        return NOT_TO_READ
    return None if file.version == version else READ_ANEW


def objection_to_reading_again(
    actor: Actor,
    file: IncomingFile,
    *,
    seen: int,
    is_entering: bool = False,
    is_decided: bool = False,
) -> Objection | None:
    """Columns and letters are settled before the first row is decided or in the register."""
    if objection := objection_to_import(actor, file, seen=seen, is_entering=is_entering):
        return objection
    if file.state == ImportState.ACCEPTED:
        return ALREADY_ACCEPTED
    return ROWS_DECIDED if is_decided else None


def objection_to_taking_back(
    actor: Actor, file: IncomingFile, *, seen: int, is_entering: bool = False
) -> Objection | None:
    """A file is undone once, as it was seen; also one that is not read yet."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if not IMPORT_LIFE.can(ImportMove.UNDO, ImportState(file.state)):
        return _not_open(file)
    if is_entering:
        return ENTERING
    return None if file.version == seen else STALE


def objection_to_undoing(
    actor: Actor, file: IncomingFile, *, seen: int, reason: str, is_entering: bool = False
) -> Objection | None:
    """An import is undone with a reason."""
    if objection := objection_to_taking_back(actor, file, seen=seen, is_entering=is_entering):
        return objection
    return None if in_words(reason) else NO_UNDO_REASON
