"""Read lists of other agencies: their headings, and what one row says of whom."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from bangvang.foundation.sheets import Grid, Limits
from bangvang.foundation.sheets.headings import find_columns, heading
from bangvang.foundation.vietnamese import DateUnreadable, fold, read_date, say_number, tidy
from bangvang.registry.intake import award_sheets
from bangvang.registry.intake.award_rows import (
    TAIL,
    check_person,
    subject_of,
    take_name,
    take_units,
)
from bangvang.registry.intake.award_sheets import NAMES, Plan
from bangvang.registry.intake.cells import Line, take_identity_number
from bangvang.registry.intake.groups import Group, Subject
from bangvang.registry.intake.keys import name_key
from bangvang.registry.intake.names import take_birth_and_sex
from bangvang.registry.models import AgencyList
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.states import LEVEL_NAMES

_WHO = "(?:nguoi nop thue|doanh nghiep|co so|don vi vi pham|to chuc|chu the|doi tuong|chu ho)"
_OF_AWARDS = frozenset({"award", "kind", "year", "achievement"})
HEADINGS = (
    heading("level", "hinh thuc (?:ky luat|xu ly)(?: .*)?", "muc (?:ky luat|do ky luat)"),
    heading("matter_on", "(?:ngay|thoi gian|thoi diem) (?:vi pham|lap bien ban|xay ra|phat hien)"),
    heading(
        "matter_on", "(?:no )?(?:den|tinh den)(?: het)? (?:ngay|thoi diem)(?: .*)?", "thoi diem"
    ),
    heading("amount", "(?:tong )?(?:so )?(?:tien|no)(?: .*)?", "tong(?: so)? (?:no|tien)(?: .*)?"),
    heading(
        "matter",
        "(?:noi dung|hanh vi|ly do|loi|tinh trang|dau hieu|khoan no|vi pham)(?: .*)?",
        "loai (?:vi pham|no)(?: .*)?",
    ),
    heading("mixed_name", f"(?:ten )?{_WHO}(?: .*)?", f"ten {_WHO}.*", starts_a_list=True),
    *(known for known in award_sheets.HEADINGS if known.field not in _OF_AWARDS),
)
"""In order of precedence; those of people and units are the same as in lists of awards."""

FIELDS: Mapping[str, str] = {
    **{
        name: said
        for name, said in award_sheets.FIELDS.items()
        if name not in _OF_AWARDS | {"number"}
    },
    "matter": "Nội dung, hành vi, lý do",
    "matter_on": "Ngày của sự việc",
    "amount": "Số tiền",
    "level": "Hình thức kỷ luật",
    "decision_no": "Số văn bản của dòng",
    "decided_on": "Ngày văn bản của dòng",
    "issued_by": "Cơ quan ban hành văn bản của dòng",
    "note": "Ghi chú",
    "number": "Số thứ tự",
}
"""What a column may be, and how the page calls it."""

LIMITS = Limits(row_count=50_000, unzipped_byte_count=200_000_000)
"""How large such a list may be; it is read in the background."""

_LONGEST = {"name": 200, "position": 300, "unit": 200, "above": 190, "matter": 4000}
_PAPER_LONGEST = {"paper_no": ("decision_no", 60), "paper_by": ("issued_by", 300)}
_LEVELS = tuple((fold(name), level.value) for level, name in LEVEL_NAMES.items())


def list_plan_found(grid: Grid) -> Plan | None:
    """Return the plan that the headings of a sheet give, None if they are no list's."""
    found = find_columns(grid, HEADINGS) if grid.rows else None
    if found is None or NAMES.isdisjoint(found.places):
        return None
    return Plan(found.first_row, found.places)


def listed_by(line: Line, group: Group, fixed: Mapping[str, str], *, on: date) -> dict[str, Any]:
    """Return what the row says, ready to be kept; what is wrong goes into ``line.problems``.

    Keys: subject, name, birth (year, month, day as far as known), sex, the identity number (never
    kept in the row) with its digest and tail, position, unit, above; matter, matter_on (ISO or
    ""), level; paper_no, paper_on (ISO or "") and paper_by where the row has a paper of its own.
    """
    line.on = on
    name = take_name(line)
    birth, sex = take_birth_and_sex(line)
    number = take_identity_number(line)
    subject = subject_of(line, name, group, is_person=bool(birth or sex or number))
    if name and subject is Subject.PERSON:
        check_person(line, name)
    position, unit, above = take_units(line, group)
    said: dict[str, Any] = {
        "subject": subject.value,
        "name": name,
        "birth": [birth.year, birth.month, birth.day] if birth else None,
        "sex": sex,
        "number": number or "",
        "digest": digest_of_identity_number(number) if number else "",
        "tail": (number or "")[-TAIL:],
        "position": position,
        "unit": unit,
        "above": above,
        "matter": _take_matter(line, fixed),
        "matter_on": _take_day(line, "matter_on", on=on),
        "level": _take_level(line),
        "paper_no": line.take("decision_no"),
        "paper_on": _take_day(line, "decided_on", on=on),
        "paper_by": line.take("issued_by"),
    }
    for field, longest in _LONGEST.items():
        _check_length(line, field, said[field], longest)
    for field, (column, longest) in _PAPER_LONGEST.items():
        _check_length(line, column, said[field], longest)
    return said


def same_key(agency_list: AgencyList, said: Mapping[str, Any]) -> str:
    """Return what tells the row from every other of this agency and paper."""
    parts = (
        fold(agency_list.agency),
        agency_list.topic,
        fold(agency_list.paper_no),
        agency_list.paper_on.isoformat(),
        said["subject"],
        name_key(said["name"]),
        str(said["birth"]),
        said["digest"],
        fold(said["unit"]),
        fold(said["above"]),
        fold(said["matter"]),
        said["matter_on"],
        said["level"],
        fold(said["paper_no"]),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def agency_key(agency: str) -> str:
    """Return under what the columns of an agency's lists are remembered."""
    return "cq" + hashlib.sha256(fold(agency).encode()).hexdigest()[:18]


def _take_matter(line: Line, fixed: Mapping[str, str]) -> str:
    """Return the matter, the measure taken, the sum and the note in one text."""
    matter = line.take("matter") or tidy(fixed.get("matter", ""))
    amount = line.take("amount")
    if amount.isascii() and amount.isdecimal() and len(amount) < 16:
        amount = say_number(int(amount))
    measure = line.text("level")
    parts = (
        matter,
        f"Hình thức xử lý: {measure}" if measure else "",
        f"Số tiền: {amount}" if amount else "",
        line.take("note"),
    )
    return "; ".join(part for part in parts if part)


def _take_day(line: Line, name: str, *, on: date) -> str:
    """Return the whole day in the cell; whatever else stands there is a hint, not an error."""
    text = line.text(name)
    if not text:
        return ""
    line.cells[name] = line.cell(name)
    try:
        read = read_date(line.value(name))
    except DateUnreadable:
        read = None
    if read is not None and read.on is not None and read.on <= on:
        return read.on.isoformat()
    is_ahead = read is not None and read.on is not None
    why = "còn ở phía trước nên không dùng" if is_ahead else "không phải ngày đủ ngày, tháng, năm"
    line.note(name, "DAY_UNCLEAR", f"“{text}” {why}; ghi ngày khi xác nhận.", is_hint=True)
    return ""


def _take_level(line: Line) -> str:
    text = line.take("level")
    folded = fold(text)
    found = [level for name, level in _LEVELS if name in folded]
    if len(found) == 1:
        return found[0]
    if text:
        why = f"“{text}” không phải một hình thức kỷ luật đã biết; chọn khi xác nhận."
        line.note("level", "LEVEL_UNCLEAR", why, is_hint=True)
    return ""


def _check_length(line: Line, column: str, text: str, longest: int) -> None:
    if len(text) > longest:
        line.note(column, "TOO_LONG", f"Ô này dài {len(text)} ký tự, nhiều nhất {longest}.")
