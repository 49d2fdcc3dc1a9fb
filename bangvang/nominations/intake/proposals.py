"""Read one proposal from its row."""

import re

from bangvang.foundation.sheets import address
from bangvang.foundation.vietnamese import ReadDate, damage_in
from bangvang.nominations.intake.groups import (
    Group,
    looks_like_a_household,
    looks_like_an_organisation,
    position_and_unit,
)
from bangvang.nominations.intake.listed import Row, Subject
from bangvang.registry.intake.cells import (
    Line,
    take_birth,
    take_identity_number,
    take_year,
)

_NAME_FIELDS = ("person_name", "mixed_name", "collective_name")
_MARK = re.compile(r"[xX✓√v+1]")
_AND = re.compile(r"\s+(?:và|&)\s+|[,;/&]|\s\+\s", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"^\s*(?:\d+[.)]|[-+•])\s*")
_NO_BIRTH = frozenset({"BIRTH_UNREADABLE", "BIRTH_IN_FUTURE"})
_SEXES = {"nam": "M", "nữ": "F", "nu": "F"}


def name_in(line: Line) -> str:
    """Return the name as it is written, without a number before it.

    Surname and given name are joined where they have columns of their own.
    """
    parts = _name_parts(line)
    written = " ".join(line.grid.text(line.row, column) for column in parts)
    return written if written.isdecimal() else _LIST_NUMBER.sub("", written, count=1)


def _name_parts(line: Line) -> list[int]:
    person = [*line.places.get("surname", ()), *_beside(line.places.get("person_name", ()))]
    for columns in (person, *(line.places.get(field, ())[:1] for field in _NAME_FIELDS[1:])):
        seen: dict[str, int] = {}
        for column in columns:
            if text := line.grid.text(line.row, column):
                seen.setdefault(text, column)
        if seen:
            return list(seen.values())
    return []


def _beside(columns: tuple[int, ...]) -> list[int]:
    """A heading merged over two columns gives both to the name; one further off is another."""
    return [column for place, column in enumerate(columns) if column == columns[0] + place]


def proposal_in(line: Line, group: Group) -> Row:
    """Return what the row proposes; what is wrong with it goes into ``line.problems``."""
    name = _take_name(line)
    birth, sex = _take_birth_and_sex(line)
    identity_number = take_identity_number(line)
    is_surely_person = bool(birth or sex or identity_number)
    subject = _subject(line, name, group, is_surely_person=is_surely_person)
    if name and subject is Subject.PERSON:
        _check_person(line, name, birth)
    position, unit = _take_position_and_unit(line, group)
    return Row(
        row=line.row + 1,
        subject=subject,
        name=name,
        birth=birth,
        sex=sex,
        identity_number=identity_number,
        position=position,
        unit=unit,
        subunit=line.take("subunit"),
        award_text=_take_award(line, group),
        kind_text=line.take("kind"),
        year=take_year(line, "year"),
        achievement=line.take("achievement"),
        note=line.take("note"),
        cells=line.cells,
    )


def _take_name(line: Line) -> str:
    columns = _name_parts(line)
    name = name_in(line)
    if not columns:
        line.note(_name_field(line), "NAME_MISSING", "Dòng này thiếu tên.")
        return ""
    line.cells["name"] = address(line.row, columns[0])
    if damage := damage_in(name):
        line.note("name", "DAMAGED_TEXT", f"“{name}” có vẻ là {damage.value}.")
    return name


def _name_field(line: Line) -> str:
    return next(field for field in _NAME_FIELDS if field in line.places)


def _subject(line: Line, name: str, group: Group, *, is_surely_person: bool) -> Subject:
    if is_surely_person:
        return Subject.PERSON
    stands_alone = not line.text("person_name") and not line.text("mixed_name")
    if stands_alone and line.text("collective_name"):
        return Subject.COLLECTIVE
    if looks_like_a_household(name) or looks_like_an_organisation(name):
        return Subject.COLLECTIVE
    return group.subject or Subject.PERSON


def _check_person(line: Line, name: str, birth: ReadDate | None) -> None:
    raw = line.grid.value(line.row, _name_parts(line)[-1])
    if _several_people(name, str(raw)):
        line.note(
            "name",
            "SEVERAL_PEOPLE_IN_CELL",
            f"“{name}” có vẻ gồm nhiều người; mỗi người ghi một dòng.",
        )
    if birth is None and not any(found.code in _NO_BIRTH for found in line.problems):
        line.note(
            "birth",
            "BIRTH_MISSING",
            "Thiếu ngày sinh; có thể phải chọn đúng người khi đối chiếu lịch sử khen thưởng.",
            is_hint=True,
        )


def _several_people(name: str, raw: str) -> bool:
    lines = [_LIST_NUMBER.sub("", part).split() for part in raw.strip().splitlines()]
    full = [part for part in lines if part]
    if len(full) > 1 and min(map(len, full)) > 1 and sum(map(len, full)) > 4:
        return True
    parts = [part.split() for part in _AND.split(name)]
    return len(parts) > 1 and all(len(part) > 1 for part in parts)


def _take_birth_and_sex(line: Line) -> tuple[ReadDate | None, str]:
    sex = _SEXES.get(line.take("sex").lower(), "")
    columns = {"M": ("born_male", "male"), "F": ("born_female", "female")}
    birth = take_birth(line)
    said = {code: field for code, fields in columns.items() for field in fields if line.text(field)}
    if len(said) > 1:
        line.note(
            said["F"], "BIRTH_UNREADABLE", "Cả cột Nam và cột Nữ đều có nội dung; chỉ ghi một cột."
        )
        return birth, sex
    for code, field in said.items():
        sex = sex or code
        if not _MARK.fullmatch(line.text(field)):
            birth = take_birth(line, field)
    return birth, sex


def _take_position_and_unit(line: Line, group: Group) -> tuple[str, str]:
    position, unit = line.take("position"), line.take("unit")
    glued = line.take("position_unit", as_field="position")
    if glued:
        position, glued_unit = position_and_unit(glued)
        unit = unit or glued_unit
        if glued_unit:
            line.cells.setdefault("unit", line.cells["position"])
    if not unit and group.unit:
        unit = group.unit
        line.cells["unit"] = group.unit_cell
    return position, unit or line.take("nominating_unit", as_field="unit")


def _take_award(line: Line, group: Group) -> str:
    columns = line.places.get("award", ())
    filled = {line.grid.text(line.row, column) for column in columns} - {""}
    if len(filled) > 1:
        line.note(
            "award",
            "SEVERAL_AWARDS_IN_ROW",
            "Dòng này đề nghị nhiều danh hiệu, hình thức; mỗi danh hiệu, hình thức ghi một dòng.",
        )
    written = line.take("award")
    if not written and group.award:
        line.cells["award"] = group.award_cell
        return group.award
    return written
