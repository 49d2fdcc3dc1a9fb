"""Whom a record of the register may belong to, the kinds of bars, and what is searched."""

from enum import StrEnum

from bangvang.foundation.db.indexed import Indexed
from bangvang.foundation.transitions import Transitions


class HolderKind(StrEnum):
    """Who holds an award or a grade, or stands under a bar; the value names the field."""

    PERSON = "person"
    ORGANISATION = "organisation"


class BarKind(StrEnum):
    """Why no award may be given for the time being, or why years count anew."""

    CONSIDERED = "CONSIDERED"
    INVESTIGATED = "INVESTIGATED"
    COMPLAINT = "COMPLAINT"
    DISCIPLINED = "DISCIPLINED"


BAR_NAMES = {
    BarKind.CONSIDERED: "Đang trong thời gian xem xét kỷ luật",
    BarKind.INVESTIGATED: "Đang điều tra, thanh tra, kiểm tra, kiểm toán có dấu hiệu vi phạm",
    BarKind.COMPLAINT: "Đang xác minh khiếu nại, tố cáo hoặc vấn đề tham nhũng, tiêu cực "
    "báo chí nêu",
    BarKind.DISCIPLINED: "Bị kỷ luật",
}


class DisciplineLevel(StrEnum):
    """The form of a discipline, lightest first."""

    KHIEN_TRACH = "KHIEN_TRACH"
    CANH_CAO = "CANH_CAO"
    HA_BAC_LUONG = "HA_BAC_LUONG"
    GIANG_CHUC = "GIANG_CHUC"
    CACH_CHUC = "CACH_CHUC"
    BUOC_THOI_VIEC = "BUOC_THOI_VIEC"


LEVEL_NAMES = {
    DisciplineLevel.KHIEN_TRACH: "khiển trách",
    DisciplineLevel.CANH_CAO: "cảnh cáo",
    DisciplineLevel.HA_BAC_LUONG: "hạ bậc lương",
    DisciplineLevel.GIANG_CHUC: "giáng chức",
    DisciplineLevel.CACH_CHUC: "cách chức",
    DisciplineLevel.BUOC_THOI_VIEC: "buộc thôi việc",
}

FROM_CANH_CAO = frozenset(DisciplineLevel) - {DisciplineLevel.KHIEN_TRACH}
"""Cảnh cáo and everything heavier."""


class ImportState(StrEnum):
    """The life of an import: to be read, waiting, with rows in the register, taken back.

    `REFUSED`: the file turned out to be none that can be read.
    """

    READING = "READING"
    REFUSED = "REFUSED"
    STAGED = "STAGED"
    ACCEPTED = "ACCEPTED"
    UNDONE = "UNDONE"


class ImportMove(StrEnum):
    """What happens to an import."""

    READ = "READ"
    REFUSE = "REFUSE"
    READ_AGAIN = "READ_AGAIN"
    ACCEPT = "ACCEPT"
    UNDO = "UNDO"


IMPORT_LIFE = Transitions[ImportState, ImportMove](
    {
        ImportMove.READ: (frozenset({ImportState.READING}), ImportState.STAGED),
        ImportMove.REFUSE: (frozenset({ImportState.READING}), ImportState.REFUSED),
        ImportMove.READ_AGAIN: (
            frozenset({ImportState.READING, ImportState.STAGED}),
            ImportState.READING,
        ),
        ImportMove.ACCEPT: (
            frozenset({ImportState.STAGED, ImportState.ACCEPTED}),
            ImportState.ACCEPTED,
        ),
        ImportMove.UNDO: (
            frozenset({ImportState.READING, ImportState.STAGED, ImportState.ACCEPTED}),
            ImportState.UNDONE,
        ),
    }
)
"""Rows that were left may be accepted later, so an import is accepted as often as it takes."""

IMPORT_NAMES = {
    ImportState.READING: "Chờ đọc xong",
    ImportState.REFUSED: "Không đọc được",
    ImportState.STAGED: "Chờ ghi vào sổ",
    ImportState.ACCEPTED: "Đã ghi vào sổ",
    ImportState.UNDONE: "Đã hủy",
}


class RowState(StrEnum):
    """Where a row of an import stands."""

    READY = "READY"
    CHOOSE = "CHOOSE"
    PROBLEM = "PROBLEM"
    HELD = "HELD"
    ACCEPTED = "ACCEPTED"


NEW_BODY = "NEW_BODY"
"""How a row is settled (`ImportRow.identity`) with which a household or collective comes in."""

ROW_NAMES = {
    RowState.READY: "Ghi được",
    RowState.CHOOSE: "Cần chọn",
    RowState.PROBLEM: "Sai tại ô",
    RowState.HELD: "Đã có trong sổ",
    RowState.ACCEPTED: "Đã ghi vào sổ",
}
"""As the office says it; `HELD`: the register holds just this already, or an earlier row does."""

BODIES = Indexed(
    "registry_organisation",
    "registry_organisation",
    "id",
    folded=("name_fold",),
    written=("name",),
    bare=("abbreviation",),
    gone=("withdrawn_at", "merged_into_id"),
)
"""Organisations by name and abbreviation; their own tree is the tree."""

PEOPLE = Indexed(
    "registry_person",
    "registry_organisation",
    "organisation_id",
    folded=("name_fold", "name_key"),
    gone=("withdrawn_at", "merged_into_id"),
)
"""People by name, within the branch of their organisation."""

SEARCHED = (BODIES, PEOPLE)


class OwnState(StrEnum):
    """Where a unit's record of one of its own decisions stands."""

    DRAFT = "DRAFT"
    WITH_HEAD = "WITH_HEAD"
    CONFIRMED = "CONFIRMED"
    DISCARDED = "DISCARDED"


OWN_STATE_NAMES = {
    OwnState.DRAFT: "Đang lập",
    OwnState.WITH_HEAD: "Chờ thủ trưởng xác nhận",
    OwnState.CONFIRMED: "Đã ghi sổ",
    OwnState.DISCARDED: "Đã bỏ",
}


class OwnMove(StrEnum):
    """What can be done with such a record as a whole."""

    HAND_OVER = "HAND_OVER"
    GIVE_BACK = "GIVE_BACK"
    CONFIRM = "CONFIRM"
    DISCARD = "DISCARD"


OWN_LIFE = Transitions[OwnState, OwnMove](
    {
        OwnMove.HAND_OVER: (frozenset({OwnState.DRAFT}), OwnState.WITH_HEAD),
        OwnMove.GIVE_BACK: (frozenset({OwnState.WITH_HEAD}), OwnState.DRAFT),
        OwnMove.CONFIRM: (frozenset({OwnState.WITH_HEAD}), OwnState.CONFIRMED),
        OwnMove.DISCARD: (frozenset({OwnState.DRAFT}), OwnState.DISCARDED),
    }
)

YEARLY_KINDS = ("AWARD", "GRADE")
"""The kinds of records for which a unit states that a year is whole."""

YEARLY_NAMES = {"AWARD": "Danh hiệu, hình thức khen thưởng", "GRADE": "Xếp loại hằng năm"}


class MergeState(StrEnum):
    """The life of a merge: proposed by one person, confirmed or not by another, perhaps undone."""

    PROPOSED = "PROPOSED"
    DECLINED = "DECLINED"
    DONE = "DONE"
    UNDONE = "UNDONE"


MERGE_STATE_NAMES = {
    MergeState.PROPOSED: "Chờ xác nhận",
    MergeState.DECLINED: "Không gộp",
    MergeState.DONE: "Đã gộp",
    MergeState.UNDONE: "Đã tách lại",
}


class BodyEventKind(StrEnum):
    """What can happen to a body between its beginning and its end."""

    RENAMED = "RENAMED"
    MOVED = "MOVED"
    MERGED = "MERGED"
    SPLIT = "SPLIT"
    ABOLISHED = "ABOLISHED"


BODY_EVENT_NAMES = {
    BodyEventKind.RENAMED: "Đổi tên",
    BodyEventKind.MOVED: "Chuyển đơn vị cấp trên",
    BodyEventKind.MERGED: "Sáp nhập, hợp nhất",
    BodyEventKind.SPLIT: "Chia, tách",
    BodyEventKind.ABOLISHED: "Giải thể, kết thúc hoạt động",
}

ENDINGS = frozenset({BodyEventKind.MERGED, BodyEventKind.SPLIT, BodyEventKind.ABOLISHED})
"""Events by which a body ceases to exist."""


class BodyPart(StrEnum):
    """How an event touches a body: it changes it, ends it, or leaves what it was to it."""

    CHANGED = "CHANGED"
    ENDED = "ENDED"
    HEIR = "HEIR"


class AmendmentKind(StrEnum):
    """What is recorded of an award or a grade after it stood in the register.

    `REVOKED`: a decision takes the award away. `CORRECTED`: another row takes its place, since the
    paper or the register was wrong. `STRUCK`: it was entered wrongly and never was. `RESTORED`:
    one of the others was wrong itself.
    """

    REVOKED = "REVOKED"
    CORRECTED = "CORRECTED"
    STRUCK = "STRUCK"
    RESTORED = "RESTORED"


AMENDMENT_NAMES = {
    AmendmentKind.REVOKED: "Hủy bỏ, thu hồi",
    AmendmentKind.CORRECTED: "Đính chính",
    AmendmentKind.STRUCK: "Gạch khỏi sổ vì ghi nhầm",
    AmendmentKind.RESTORED: "Khôi phục",
}


class AmendmentState(StrEnum):
    """The life of an amendment: proposed by one person, confirmed or not by another."""

    PROPOSED = "PROPOSED"
    DECLINED = "DECLINED"
    DONE = "DONE"


AMENDMENT_STATE_NAMES = {
    AmendmentState.PROPOSED: "Chờ xác nhận",
    AmendmentState.DECLINED: "Không ghi",
    AmendmentState.DONE: "Đã ghi sổ",
}
