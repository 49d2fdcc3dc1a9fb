"""Read one past award, grade or initiative from its row."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from bangvang.foundation.sheets import address
from bangvang.foundation.vietnamese import DateUnreadable, ReadDate, fold, sign_in_name
from bangvang.law import Kind, catalogue
from bangvang.registry.intake.cells import Line, take_date, take_identity_number, take_year
from bangvang.registry.intake.groups import (
    FOREIGN,
    HOUSEHOLD,
    Group,
    Subject,
    looks_like_a_household,
    looks_like_an_organisation,
    position_and_unit,
)
from bangvang.registry.intake.keys import damage_in, date_in, find_code, find_kind
from bangvang.registry.intake.names import (
    NAME_FIELDS,
    name_columns,
    name_in,
    several_people,
    take_birth_and_sex,
)
from bangvang.registry.selectors.people import digest_of_identity_number

GRADES = frozenset({"HTXSNV", "HTTNV", "HTNV", "KHTNV"})
TAIL = 3
LONGEST = {
    "name": 200,
    "position": 300,
    "unit": 200,
    "above": 190,
    "decision_no": 60,
    "issued_by": 300,
    "achievement": 4000,
    "country": 100,
    "ethnicity": 60,
}
SAID_ONCE = "; tệp không có cột này, hãy ghi một lần cho mọi dòng ở “Chọn lại cột”"
"""What a problem of a missing column ends with."""
VIETNAMESE = ("", "VN")
VIETNAM = frozenset({"viet nam", "vietnam", "vn"})
TITLE_LONGEST = 400
_BEFORE_NUMBER = re.compile(r"^(?:(?:quyết định|qđ)\s*)?(?:số\s*:?\s*)", re.IGNORECASE)
_NUMBER_AND_DAY = re.compile(r"(\S*\d\S*?)[\s,;]+ngày\s+(.+)", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class _Decision:
    number: str
    decided_on: date | None
    issued_by: str


@cache
def record_kind_of(code: str) -> str:
    """Return in which part of the register a code belongs: AWARD, GRADE or INITIATIVE."""
    if code in GRADES:
        return "GRADE"
    known = catalogue().get(code)
    return "AWARD" if known is None or known.is_award else "INITIATIVE"


def said_by(line: Line, group: Group, fixed: Mapping[str, str], *, on: date) -> dict[str, Any]:
    """Return what the row says, ready to be kept; what is wrong goes into ``line.problems``.

    Keys: subject, apart (a household, foreign, or nothing), country of a foreign holder, name,
    birth (year, month, day as far as known), sex, ethnicity, the identity number (never
    kept in the row) with its digest and tail, position, unit, above (the unit over it), code,
    award_text, kind, year, decision_no, decided_on (ISO), issued_by, achievement.
    """
    name = take_name(line)
    birth, sex = take_birth_and_sex(line)
    number = take_identity_number(line)
    country = _take_country(line)
    apart = _apart(name, group, country)
    is_person = bool(birth or sex or number)
    subject = subject_of(line, name, group, is_person=is_person, apart=apart)
    if name and subject is Subject.PERSON:
        check_person(line, name)
    position, unit, above = take_units(line, group)
    code, award_text = _take_award(line, group, fixed)
    decision = _take_decision(line, fixed, code, on)
    said = {
        "subject": subject.value,
        "apart": apart,
        "country": "" if country in VIETNAMESE else country,
        "name": name,
        "birth": [birth.year, birth.month, birth.day] if birth else None,
        "sex": sex,
        "ethnicity": line.take("ethnicity"),
        "number": number or "",
        "digest": digest_of_identity_number(number) if number else "",
        "tail": (number or "")[-TAIL:],
        "position": position,
        "unit": unit,
        "above": above,
        "code": code,
        "award_text": award_text,
        "kind": _take_kind(line),
        "year": _take_year(line, fixed),
        "decision_no": decision.number,
        "decided_on": decision.decided_on.isoformat() if decision.decided_on else "",
        "issued_by": decision.issued_by,
        "achievement": line.take("achievement"),
    }
    _check_whole(line, said)
    return said


def take_name(line: Line) -> str:
    """Return the name of whom the row is about, and object to none."""
    columns = name_columns(line)
    name = name_in(line)
    if not columns:
        shown = next((at for at in NAME_FIELDS if at in line.places), "")
        line.note(shown, "NAME_MISSING", "Dòng này thiếu tên.")
        return ""
    line.cells["name"] = address(line.row, columns[0])
    if damage := damage_in(name):
        line.note("name", "DAMAGED_TEXT", f"“{name}” có vẻ là {damage.value}.")
    return name


def _take_country(line: Line) -> str:
    """Return the country that the row writes; the Vietnamese ones as one of `VIETNAMESE`."""
    written = line.take("nationality")
    return "VN" if fold(written) in VIETNAM else written


def _apart(name: str, group: Group, country: str) -> str:
    """Return whether it is a household or foreign: what the row itself says goes first."""
    if looks_like_a_household(name):
        return HOUSEHOLD
    if country not in VIETNAMESE:
        return FOREIGN
    return "" if country and group.apart == FOREIGN else group.apart


def subject_of(line: Line, name: str, group: Group, *, is_person: bool, apart: str = "") -> Subject:
    """Return whether a person or a collective is meant; only a person has birth, sex or number.

    A household is no person, whosever day of birth stands in its row.
    """
    if apart == HOUSEHOLD:
        return Subject.COLLECTIVE
    if is_person:
        return Subject.PERSON
    is_alone = not line.text("person_name") and not line.text("mixed_name")
    if is_alone and line.text("collective_name"):
        return Subject.COLLECTIVE
    if looks_like_a_household(name) or looks_like_an_organisation(name):
        return Subject.COLLECTIVE
    return group.subject or Subject.PERSON


def check_person(line: Line, name: str) -> None:
    """Object to several people in one cell, and to what is nobody's name."""
    if sign := sign_in_name(name):
        line.note("name", "STRANGE_NAME", f"Họ tên “{name}” có dấu {sign}; hãy xem lại.")
    raw = line.grid.value(line.row, name_columns(line)[-1])
    if several_people(name, str(raw)):
        line.note(
            "name",
            "SEVERAL_PEOPLE_IN_CELL",
            f"“{name}” có vẻ gồm nhiều người; hãy tách mỗi người một dòng rồi tải lại.",
        )


def take_units(line: Line, group: Group) -> tuple[str, str, str]:
    """Return position, unit and the unit above it."""
    position, unit, subunit = line.take("position"), line.take("unit"), line.take("subunit")
    if glued := line.take("position_unit", as_field="position"):
        position, glued_unit = position_and_unit(glued)
        if glued_unit and not unit:
            unit = glued_unit
            line.cells["unit"] = line.cells["position"]
    if not unit and group.unit:
        unit = group.unit
        line.cells["unit"] = group.unit_cell
    if subunit:
        line.cells["unit"] = line.cells["subunit"]
        return position, subunit, unit
    return position, unit, group.unit if group.unit != unit else ""


def _take_award(line: Line, group: Group, fixed: Mapping[str, str]) -> tuple[str, str]:
    columns = line.places.get("award", ())
    filled = set(map(line.text_at, columns)) - {""}
    if len(filled) > 1:
        line.note(
            "award",
            "SEVERAL_AWARDS_IN_ROW",
            "Dòng này ghi nhiều danh hiệu, hình thức; hãy tách mỗi thứ một dòng rồi tải lại.",
        )
    text = line.take("award")
    if not text and group.award:
        text = group.award
        line.cells["award"] = group.award_cell
    text = text or fixed.get("award", "")
    code = find_code(text) if text else None
    if code is None:
        if text:
            line.note("award", "AWARD_UNKNOWN", f"“{text}” không có trong danh mục.")
        else:
            _note_missing(line, "award", "AWARD_UNKNOWN", "Thiếu danh hiệu, hình thức")
    return code or "", text


def _take_kind(line: Line) -> str:
    text = line.take("kind")
    kind = find_kind(text)
    if kind is None:
        line.note("kind", "KIND_UNKNOWN", f"“{text}” không phải loại hình khen thưởng đã biết.")
    return (kind or Kind.MERIT).value


def _take_year(line: Line, fixed: Mapping[str, str]) -> int | None:
    year = take_year(line, "year")
    if year is None and not line.text("year"):
        if (said := fixed_year(fixed)) is not None:
            return said
        _note_missing(line, "year", "YEAR_MISSING", "Dòng này thiếu năm thành tích")
    return year


def fixed_year(fixed: Mapping[str, str]) -> int | None:
    """Return the year that holds for rows which say none."""
    said = fixed.get("year", "")
    return int(said) if _YEAR.fullmatch(said) else None


def _take_decision(line: Line, fixed: Mapping[str, str], code: str, on: date) -> _Decision:
    number, said_on = parted(line.take("decision_no"))
    read = take_date(line, "decided_on", code="DATE_UNREADABLE")
    if read is None and not line.text("decided_on"):
        said_on = said_on or ("" if number else fixed.get("decided_on", ""))
        read = _read(line, said_on)
    number = number or fixed.get("decision_no", "")
    issued_by = line.take("issued_by") or fixed.get("issued_by", "")
    decided_on = _whole_day(line, read, on)
    if code and record_kind_of(code) != "GRADE":
        _check_decision(line, number, read, issued_by)
    return _Decision(number, decided_on, issued_by)


def parted(text: str) -> tuple[str, str]:
    """Return number and day of "Quyết định số 12/QĐ-UBND ngày 19/4/2022"; the day may be ""."""
    bare = _BEFORE_NUMBER.sub("", text)
    found = _NUMBER_AND_DAY.fullmatch(bare)
    return (found[1], found[2]) if found else (bare, "")


def _read(line: Line, text: str) -> ReadDate | None:
    try:
        return date_in(text)
    except DateUnreadable as refused:
        line.note("decision_no", "DATE_UNREADABLE", str(refused))
        return None


def _whole_day(line: Line, read: ReadDate | None, on: date) -> date | None:
    if read is None:
        return None
    place = "decided_on" if line.text("decided_on") else "decision_no"
    if read.on is None:
        line.note(place, "DATE_NOT_WHOLE", "Ngày quyết định phải đủ ngày, tháng, năm.")
    elif read.on > on:
        line.note(place, "DATE_AHEAD", "Ngày quyết định còn ở phía trước.")
        return None
    return read.on


def _check_decision(line: Line, number: str, read: ReadDate | None, issued_by: str) -> None:
    if not number:
        _note_missing(line, "decision_no", "DECISION_MISSING", "Dòng này thiếu số quyết định")
    if read is None and not any(found.code.startswith("DATE_") for found in line.problems):
        missing = "Dòng này thiếu ngày quyết định"
        _note_missing(line, "decided_on", "DECISION_DAY_MISSING", missing)
    if not issued_by:
        missing = "Dòng này thiếu cơ quan ban hành quyết định"
        _note_missing(line, "issued_by", "ISSUER_MISSING", missing)


def _note_missing(line: Line, name: str, code: str, said: str) -> None:
    """Object to what is missing; without such a column it is typed once for all rows."""
    line.note(name, code, f"{said}{'' if line.places.get(name) else SAID_ONCE}.")


def _check_whole(line: Line, said: Mapping[str, Any]) -> None:
    """Say what cannot be kept as it is."""
    for name, longest in LONGEST.items():
        if len(text := said[name]) > longest:
            line.note(name, "TOO_LONG", f"Ô này dài {len(text)} ký tự, nhiều nhất {longest}.")
    year, decided_on = said["year"], said["decided_on"]
    if year and decided_on and int(decided_on[:4]) < year:
        line.note(
            "decided_on",
            "DECIDED_BEFORE_THE_YEAR",
            f"Quyết định ký trước năm thành tích {year}; hãy xem lại.",
            is_hint=True,
        )
    if year and said["birth"] and year <= said["birth"][0]:
        line.note("year", "BEFORE_BIRTH", f"Năm thành tích {year} không sau năm sinh; hãy xem lại.")
    if record_kind_of(said["code"]) == "INITIATIVE":
        _check_initiative(line, said)


def _check_initiative(line: Line, said: Mapping[str, Any]) -> None:
    if said["subject"] == Subject.COLLECTIVE:
        line.note("name", "INITIATIVE_OF_NOBODY", "Sáng kiến phải ghi tác giả là người.")
    if not said["achievement"]:
        line.note("achievement", "TITLE_MISSING", "Dòng này thiếu tên sáng kiến, đề tài.")
    if len(said["achievement"]) > TITLE_LONGEST:
        line.note("achievement", "TOO_LONG", f"Tên sáng kiến dài quá {TITLE_LONGEST} ký tự.")
