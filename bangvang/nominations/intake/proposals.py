"""Read one proposal from its row."""

from bangvang.foundation.sheets import address
from bangvang.foundation.vietnamese import ReadDate, damage_in
from bangvang.nominations.intake.listed import Row, Subject
from bangvang.registry.intake.cells import (
    Line,
    take_identity_number,
    take_year,
)
from bangvang.registry.intake.groups import (
    Group,
    looks_like_a_household,
    looks_like_an_organisation,
    position_and_unit,
)
from bangvang.registry.intake.names import (
    NAME_FIELDS,
    name_columns,
    name_in,
    several_people,
    take_birth_and_sex,
)

_NO_BIRTH = frozenset({"BIRTH_UNREADABLE", "BIRTH_IN_FUTURE"})


def proposal_in(line: Line, group: Group) -> Row:
    """Return what the row proposes; what is wrong with it goes into ``line.problems``."""
    name = _take_name(line)
    birth, sex = take_birth_and_sex(line)
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
    columns = name_columns(line)
    name = name_in(line)
    if not columns:
        line.note(_name_field(line), "NAME_MISSING", "Dòng này thiếu tên.")
        return ""
    line.cells["name"] = address(line.row, columns[0])
    if damage := damage_in(name):
        line.note("name", "DAMAGED_TEXT", f"“{name}” có vẻ là {damage.value}.")
    return name


def _name_field(line: Line) -> str:
    return next(field for field in NAME_FIELDS if field in line.places)


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
    raw = line.grid.value(line.row, name_columns(line)[-1])
    if several_people(name, str(raw)):
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
