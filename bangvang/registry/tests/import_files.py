"""Files of past awards for tests."""

from collections.abc import Sequence

from bangvang.foundation.actor import Role
from bangvang.foundation.sheets import Value, write_table
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.stage_import import stage_import
from bangvang.registry.models import AwardImport, ImportRow

SPECIALIST = actor(Role.SPECIALIST, ref="specialist", name="Vàng Thị Bút Mực")
HEAD = actor(Role.OFFICE_HEAD, ref="head", name="Lù Văn Con Dấu")
HEADER = (
    "TT",
    "Họ và tên",
    "Ngày sinh",
    "Đơn vị",
    "Danh hiệu hoặc hình thức",
    "Năm",
    "Số quyết định",
    "Ngày quyết định",
    "Cơ quan ban hành",
    "Thành tích",
)
UNIT = "Sở Y tế tỉnh Lào Cai"


def line(
    name: str = "Vàng Thị Lúa Chín",
    birth: Value = "12/06/1985",
    award: str = "LĐTT",
    year: Value = 2020,
    *,
    unit: str = UNIT,
    number: str = "15/QĐ-SYT",
    day: Value = "08/01/2021",
    by: str = "Giám đốc Sở Y tế",
    achievement: str = "",
) -> tuple[Value, ...]:
    """Return one row under `HEADER`."""
    return ("", name, birth, unit, award, year, number, day, by, achievement)


def file_of(*rows: Sequence[Value], header: Sequence[str] = HEADER) -> bytes:
    """Return a workbook of these rows."""
    return write_table(header, rows)


def staged(*rows: Sequence[Value], source_ref: str = "", name: str = "khen.xlsx") -> AwardImport:
    """Return the import of a file of these rows, staged by the specialist."""
    taken = stage_import(
        file_of(*rows), original_name=name, source_ref=source_ref, actor=SPECIALIST, at=AT
    )
    return AwardImport.objects.get(ref=taken.ref)


def states(award_import: AwardImport) -> list[str]:
    """Return the states of the rows in the order of the file."""
    rows = ImportRow.objects.filter(award_import=award_import)
    return list(rows.order_by("sheet_no", "row").values_list("state", flat=True))
