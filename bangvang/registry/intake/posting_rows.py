"""Read lists of postings: their headings, and what one row says of whom."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from bangvang.foundation.sheets import Grid, Limits
from bangvang.foundation.sheets.headings import find_columns, heading
from bangvang.foundation.vietnamese import fold, say_date
from bangvang.registry.intake import award_sheets
from bangvang.registry.intake.award_rows import (
    TAIL,
    check_person,
    parted,
    subject_of,
    take_name,
    take_units,
)
from bangvang.registry.intake.award_sheets import NAMES, Plan
from bangvang.registry.intake.cells import Line, take_date, take_identity_number
from bangvang.registry.intake.groups import Group, Subject
from bangvang.registry.intake.keys import date_in
from bangvang.registry.intake.names import take_birth_and_sex
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.selectors.postings import CLASS_NAMES

_OF_AWARDS = frozenset({"award", "kind", "year", "achievement", "collective_name", "mixed_name"})
_BEGINS, _ENDS = "(?:tu|bat dau(?: tu)?|bo nhiem tu)", "(?:ket thuc|thoi)"
_DAY = "(?:ngay|thoi diem|ngay thang nam)"
HEADINGS = (
    heading("subject_class", "(?:nhom |loai )?doi tuong(?: .*)?"),
    heading("since", f"{_BEGINS} {_DAY}(?: .*)?", f"{_DAY} (?:bat dau|bo nhiem|tiep nhan)(?: .*)?"),
    heading("last_on", f"den (?:het )?{_DAY}(?: .*)?"),
    heading("until", f"{_ENDS}(?: tu)?(?: {_DAY})?(?: .*)?", f"{_DAY} {_ENDS}(?: .*)?"),
    *(known for known in award_sheets.HEADINGS if known.field not in _OF_AWARDS),
)
"""In order of precedence; those of people and units are the same as in lists of awards."""

FIELDS: Mapping[str, str] = {
    **{
        name: said
        for name, said in award_sheets.FIELDS.items()
        if name not in _OF_AWARDS | {"number", "ethnicity", "nationality"}
    },
    "subject_class": "Đối tượng",
    "since": "Từ ngày",
    "last_on": "Đến hết ngày",
    "until": "Kết thúc từ ngày",
    "number": "Số thứ tự",
}
"""What a column may be, and how the page calls it."""

OPEN = frozenset(
    {"nay", "den nay", "hien nay", "den hien nay", "hien tai", "den hien tai", "dang cong tac"}
)
"""What stands where a day of ending would, of a posting that goes on."""

LIMITS = Limits(row_count=20_000)
"""How large such a list may be; it is read in the background."""

_LONGEST = {"name": 200, "position": 300, "unit": 200, "above": 190}
SOURCE_LONGEST = 300
_CLASSES = {fold(name): key for key, name in CLASS_NAMES.items()} | {
    "lanh dao": "LEADER",
    "quan ly": "LEADER",
    "lanh dao quan ly": "LEADER",
    "cong chuc": "OFFICIAL",
    "vien chuc": "OFFICIAL",
    "can bo": "OFFICIAL",
    "can bo cong chuc": "OFFICIAL",
    "nguoi lao dong": "LABOURER",
}


def posting_plan_found(grid: Grid) -> Plan | None:
    """Return the plan that the headings of a sheet give, None if they are no list's."""
    found = find_columns(grid, HEADINGS) if grid.rows else None
    if found is None or NAMES.isdisjoint(found.places):
        return None
    return Plan(found.first_row, found.places)


def class_in(text: str) -> str | None:
    """Return the class that a text names, "" if there is none, None if nobody knows it."""
    return _CLASSES.get(fold(text)) if text else ""


def posted_by(line: Line, group: Group, fixed: Mapping[str, str], *, on: date) -> dict[str, Any]:
    """Return what the row says, ready to be kept; what is wrong goes into ``line.problems``.

    Keys: subject, name, birth (year, month, day as far as known), sex, the identity number (never
    kept in the row) with its digest and tail, position, unit, above; subject_class; since and
    until (ISO or "", the first day and the first day after); source, what says so.
    """
    line.on = on
    name = take_name(line)
    birth, sex = take_birth_and_sex(line)
    number = take_identity_number(line)
    subject = subject_of(line, name, group, is_person=bool(birth or sex or number))
    if name and subject is Subject.PERSON:
        check_person(line, name)
    elif name:
        line.note("name", "NO_PERSON", f"“{name}” không phải một người.")
    position, unit, above = take_units(line, group)
    since, until = _take_span(line)
    said: dict[str, Any] = {
        "subject": Subject.PERSON.value,
        "name": name,
        "birth": [birth.year, birth.month, birth.day] if birth else None,
        "sex": sex,
        "number": number or "",
        "digest": digest_of_identity_number(number) if number else "",
        "tail": (number or "")[-TAIL:],
        "position": position,
        "unit": unit,
        "above": above,
        "subject_class": _take_class(line, fixed),
        "since": since.isoformat() if since else "",
        "until": until.isoformat() if until else "",
        "source": _take_source(line, fixed),
    }
    for field, longest in _LONGEST.items():
        if len(said[field]) > longest:
            text = f"Ô này dài {len(said[field])} ký tự, nhiều nhất {longest}."
            line.note(field, "TOO_LONG", text)
    return said


def _take_class(line: Line, fixed: Mapping[str, str]) -> str:
    text = line.take("subject_class") or fixed.get("subject_class", "")
    found = class_in(text)
    if found is None:
        known = ", ".join(CLASS_NAMES.values())
        line.note("subject_class", "CLASS_UNKNOWN", f"“{text}” không phải một trong: {known}.")
    return found or ""


def _take_span(line: Line) -> tuple[date | None, date | None]:
    """Return the first day and the first day after, as far as the row says them."""
    since, until = _take_day(line, "since"), _take_end(line, "until")
    if until is None and (last := _take_end(line, "last_on")) is not None:
        until = last + timedelta(days=1)
    return since, until


def _take_end(line: Line, name: str) -> date | None:
    """Return a day of ending; "nay" is none, the posting goes on."""
    if fold(line.text(name)).strip(" .-") in OPEN:
        line.cells[name] = line.cell(name)
        return None
    return _take_day(line, name)


def _take_day(line: Line, name: str) -> date | None:
    read = take_date(line, name, code="DATE_UNREADABLE")
    if read is not None and read.on is None:
        text = "Cần đủ ngày, tháng, năm; không rõ thì để trống ô này."
        line.note(name, "DATE_NOT_WHOLE", text)
    return read.on if read is not None else None


def _take_source(line: Line, fixed: Mapping[str, str]) -> str:
    """Return number, day and issuer of the paper in one text; there has to be one."""
    number, day_beside = parted(line.take("decision_no"))
    decided = take_date(line, "decided_on", code="DATE_UNREADABLE")
    day = say_date(decided) if decided else day_beside
    if not number and not day:
        number, day = fixed.get("decision_no", ""), fixed.get("decided_on", "")
        day = say_date(read) if (read := date_in(day)) else ""
    by = line.take("issued_by") or fixed.get("issued_by", "")
    parts = (f"Quyết định số {number}" if number else "", f"ngày {day}" if day else "", by)
    source = " ".join(part for part in parts if part)
    if not number:
        text = "Thiếu căn cứ: số quyết định; ghi ở ô hoặc ở “Chọn lại cột” cho cả trang."
        line.note("decision_no", "SOURCE_MISSING", text)
    if len(source) > SOURCE_LONGEST:
        text = f"Căn cứ dài quá {SOURCE_LONGEST} ký tự."
        line.note("decision_no", "TOO_LONG", text)
    return source
