"""Names, births and sexes in the cells of a list: glued, split over columns, or several in one."""

import re

from bangvang.foundation.vietnamese import ReadDate
from bangvang.registry.intake.cells import Line, take_birth

NAME_FIELDS = ("person_name", "mixed_name", "collective_name")
_MARK = re.compile(r"[xX✓√v+1]")
_AND = re.compile(r"\s+(?:và|&)\s+|[,;/&]|\s\+\s", re.IGNORECASE)
_BETWEEN = frozenset(",;/&+")
_LIST_NUMBER = re.compile(r"^\s*(?:\d+[.)]|[-+•])\s*")
SEXES = {"nam": "M", "nữ": "F", "nu": "F"}


def name_in(line: Line) -> str:
    """Return the name as it is written, without a number before it.

    Surname and given name are joined where they have columns of their own.
    """
    return without_list_number(" ".join(map(line.text_at, name_columns(line))))


def without_list_number(written: str) -> str:
    """Return a name without a number before it."""
    return written if written.isdecimal() else _LIST_NUMBER.sub("", written, count=1)


def name_columns(line: Line) -> list[int]:
    """Return the columns that the name is written in, from the left."""
    if line.name_at is None:
        line.name_at = _name_columns(line)
    return line.name_at


def _name_columns(line: Line) -> list[int]:
    person = [*line.places.get("surname", ()), *_beside(line.places.get("person_name", ()))]
    for columns in (person, *(line.places.get(field, ())[:1] for field in NAME_FIELDS[1:])):
        seen: dict[str, int] = {}
        for column in columns:
            if text := line.text_at(column):
                seen.setdefault(text, column)
        if seen:
            return list(seen.values())
    return []


def _beside(columns: tuple[int, ...]) -> list[int]:
    """A heading merged over two columns gives both to the name; one further off is another."""
    return [column for place, column in enumerate(columns) if column == columns[0] + place]


def several_people(name: str, raw: str) -> bool:
    """Tell whether one cell names more than one person; `raw` keeps its line breaks."""
    parts_of_raw = [] if raw.isprintable() else raw.strip().splitlines()
    lines = [_LIST_NUMBER.sub("", part).split() for part in parts_of_raw]
    full = [part for part in lines if part]
    if len(full) > 1 and min(map(len, full)) > 1 and sum(map(len, full)) > 4:
        return True
    if _BETWEEN.isdisjoint(name) and "và" not in name.lower():
        return False
    parts = [part.split() for part in _AND.split(name)]
    return len(parts) > 1 and all(len(part) > 1 for part in parts)


def take_birth_and_sex(line: Line) -> tuple[ReadDate | None, str]:
    """Return birth and sex, also where the year stands in the column Nam or Nữ."""
    sex = SEXES.get(line.take("sex").lower(), "")
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
