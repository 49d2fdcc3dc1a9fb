"""Whom a record of the register may belong to, and the kinds of bars."""

from enum import StrEnum

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
