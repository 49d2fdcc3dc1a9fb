"""Where a list of past awards keeps what: headings as offices write them, and plans of columns."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from bangvang.foundation.sheets import Grid, Limits
from bangvang.foundation.sheets.headings import find_columns, heading, heading_key, numbers_columns
from bangvang.registry.intake import past_awards

_FULL_NAME = "ho (?:va )?ten"
_DAY = "(?:ngay|nawm|nam|ngay thang|ngay (?:thang )?(?:nawm|nam))"
_BOTH = rf"(?:{_FULL_NAME}|ten|ca nhan)\b.*(?:ca nhan|ten).*tap the.*"

HEADINGS = (
    heading("born_male", f"{_DAY} sinh nam"),
    heading("born_female", f"{_DAY} sinh nu"),
    heading("sex", "gioi(?: tinh)?", "nam nu"),
    heading("male", "(?:gioi tinh )?nam"),
    heading("female", "(?:gioi tinh )?nu"),
    heading(
        "mixed_name",
        _BOTH,
        f"(?:ten )?tap the (?:hoac )?(?:{_FULL_NAME} )?ca nhan.*",
        f"{_FULL_NAME} tap the.*",
        "ca nhan (?:hoac )?tap the.*",
        "ten doi tuong.*",
        starts_a_list=True,
    ),
    heading(
        "collective_name", "(?:ten )?tap the(?: .*)?", "ten don vi tap the", starts_a_list=True
    ),
    heading("surname", "ho(?: va)?(?: ten)? dem"),
    heading(
        "person_name",
        f"{_FULL_NAME}(?: .*)?",
        "ten(?: ca nhan| nguoi .*)?",
        "(?:ten )?ca nhan",
        "ong ba",
        starts_a_list=True,
    ),
    heading("position_unit", "chuc (?:vu|danh).*(?:don vi|co quan|noi cong tac|noi lam viec).*"),
    heading("position", "chuc (?:vu|danh)(?: .*)?", "nghe nghiep"),
    heading(
        "achievement", "(?:(?:noi dung )?tom tat |noi dung )?thanh tich(?: .*)?", "ten sang kien"
    ),
    heading("note", "ghi chu"),
    heading("ethnicity", "dan toc"),
    heading("nationality", "quoc tich(?: .*)?", "(?:ten )?nuoc(?: .*)?", "quoc gia(?: .*)?"),
    heading("subunit", "(?:phong|to|bo phan|khoa)(?: (?:phong|ban|to|bo mon|khoa|doi|bo phan))*"),
    *(known for known in past_awards.HEADINGS if known.field != "name"),
)
"""In order of precedence; those of a history file come after the ones that only lists have."""

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "person_name": "Họ và tên",
        "collective_name": "Tên tập thể",
        "mixed_name": "Tên cá nhân hoặc tập thể",
        "surname": "Họ đệm (khi tên ở cột riêng)",
        "birth": "Ngày hoặc năm sinh",
        "born_male": "Năm sinh, cột Nam",
        "born_female": "Năm sinh, cột Nữ",
        "sex": "Giới tính",
        "identity_number": "Số định danh",
        "position": "Chức vụ",
        "position_unit": "Chức vụ và đơn vị chung một cột",
        "ethnicity": "Dân tộc",
        "nationality": "Quốc tịch, nước",
        "subunit": "Phòng, ban, tổ",
        "unit": "Đơn vị",
        "award": "Danh hiệu, hình thức",
        "kind": "Loại hình khen thưởng",
        "year": "Năm thành tích",
        "decision_no": "Số quyết định",
        "decided_on": "Ngày quyết định",
        "issued_by": "Cơ quan ban hành",
        "achievement": "Thành tích, tên sáng kiến",
        "number": "Số thứ tự",
    }
)
"""What a column may be, and how the page calls it."""

LIMITS = Limits(row_count=100_000, unzipped_byte_count=400_000_000)
"""How large a file of past awards may be; it is read in the background."""

_LOOK_THROUGH_ROWS = 30
NAMES = frozenset({"person_name", "collective_name", "mixed_name"})


@dataclass(frozen=True)
class Plan:
    """Where a sheet keeps what: the first row of data and the columns of each field, from 0.

    `fixed` is what holds for rows that do not say it, as text like in a cell. `is_left_out`: a
    person said that the sheet is no list.
    """

    first_row: int
    places: Mapping[str, tuple[int, ...]]
    fixed: Mapping[str, str] = field(default_factory=dict)
    is_left_out: bool = False

    @property
    def is_list(self) -> bool:
        """Whether rows can be read by it at all: a name, and an award from somewhere."""
        return not self.is_left_out and not NAMES.isdisjoint(self.places)

    def kept(self) -> dict[str, Any]:
        """Return the plan as JSON keeps it."""
        return {
            "first_row": self.first_row,
            "places": {name: list(columns) for name, columns in self.places.items()},
            "fixed": dict(self.fixed),
            "is_left_out": self.is_left_out,
        }


def plan_kept(kept: Mapping[str, Any]) -> Plan:
    """Return a plan from what JSON kept."""
    return Plan(
        kept["first_row"],
        {name: tuple(columns) for name, columns in kept["places"].items()},
        kept["fixed"],
        kept["is_left_out"],
    )


def plan_found(grid: Grid) -> Plan | None:
    """Return the plan that the headings of a sheet give, None if they are no list's."""
    found = find_columns(grid, HEADINGS) if grid.rows else None
    if found is None or NAMES.isdisjoint(found.places):
        return None
    return Plan(found.first_row, _with_year(found.places))


def _with_year(places: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """A lone "Nam", without a column "Nữ", is the word for year typed without marks."""
    found = dict(places)
    if "male" in found and "female" not in found:
        lone = found.pop("male")
        found.setdefault("year", lone)
    return found


def headings_above(grid: Grid, first_row: int) -> tuple[str, ...]:
    """Return the lowest heading above the data in each column, for a person to read.

    Numbers of columns (1, 2, 3) are no headings.
    """
    width = max((len(row) for row in grid.rows), default=0)
    above = range(min(first_row, len(grid.rows)) - 1, -1, -1)
    rows = [row for row in above if not _is_numbering(grid.texts(row))]
    return tuple(
        next((text for row in rows if (text := grid.text(row, column))), "")
        for column in range(width)
    )


def _is_numbering(texts: list[str]) -> bool:
    """Whether a row holds numbers of columns; letters alone may be all the headings there are."""
    filled = [text for text in texts if text]
    return numbers_columns(filled) and any(text.strip("()").isdecimal() for text in filled)


def heading_row(grid: Grid) -> int:
    """Return the first row that looks like headings: three texts side by side, or all there are."""
    width = max((len(row) for row in grid.rows), default=0)
    for number in range(min(len(grid.rows), _LOOK_THROUGH_ROWS)):
        texts = {grid.text(number, at) for at in range(len(grid.rows[number]))} - {""}
        if len(texts) >= min(3, width):
            return number
    return 0


def headings_digest(grid: Grid) -> str:
    """Return what tells the headings of one kind of sheet from another's."""
    number = heading_row(grid)
    width = len(grid.rows[number]) if grid.rows else 0
    keys = [heading_key(grid.text(number, at)) for at in range(width)]
    return hashlib.sha256("|".join(keys).encode()).hexdigest()


def plan_moved(plan: Plan, rows: int) -> Plan:
    """Return the plan with its data beginning so many rows further down."""
    return replace(plan, first_row=plan.first_row + rows)
