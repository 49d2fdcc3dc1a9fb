"""Why an actor may not act on imports of past awards, or nothing if they may."""

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.registry.models import (
    AwardImport,
)
from bangvang.registry.permissions import NOT_OFFICE, OFFICE, READERS, STALE
from bangvang.registry.states import (
    IMPORT_LIFE,
    ImportMove,
    ImportState,
)

ALREADY_UNDONE = Objection("ALREADY_UNDONE", "Lần nhập này đã hủy.")
ALREADY_ACCEPTED = Objection(
    "ALREADY_ACCEPTED",
    "Lần nhập này đã có dòng ghi vào sổ nên không đọc lại được; hãy hủy lần nhập rồi tải lại tệp.",
)
NO_UNDO_REASON = Objection("NO_UNDO_REASON", "Cần ghi lý do hủy lần nhập.")
NOTHING_READY = Objection("NOTHING_READY", "Chưa có dòng nào ghi vào sổ được.")


def may_read_imports(actor: Actor) -> bool:
    """Tell whether the actor is of the standing office or the inspector."""
    return actor.has(*READERS)


def objection_to_staging(actor: Actor) -> Objection | None:
    """Past awards are brought in by the standing office."""
    return None if actor.has(*OFFICE) else NOT_OFFICE


def objection_to_import(actor: Actor, award_import: AwardImport, *, seen: int) -> Objection | None:
    """The standing office acts on an import as it is now; one that was undone is over."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if not IMPORT_LIFE.can(ImportMove.ACCEPT, ImportState(award_import.state)):
        return ALREADY_UNDONE
    return None if award_import.version == seen else STALE


def objection_to_reading_again(
    actor: Actor, award_import: AwardImport, *, seen: int
) -> Objection | None:
    """Columns and letters are settled before the first row is in the register."""
    if objection := objection_to_import(actor, award_import, seen=seen):
        return objection
    return ALREADY_ACCEPTED if award_import.state == ImportState.ACCEPTED else None


def objection_to_undoing(
    actor: Actor, award_import: AwardImport, *, seen: int, reason: str
) -> Objection | None:
    """An import is undone with a reason, once."""
    if objection := objection_to_import(actor, award_import, seen=seen):
        return objection
    return None if reason else NO_UNDO_REASON
