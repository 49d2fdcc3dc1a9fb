"""Whom a record of the register may belong to, and the kinds of bars."""

from enum import StrEnum


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
