"""What each field reads in a cell where nothing is wrong, found once for equal cells.

A reader returns None for a cell that has to be looked at with its row: it cannot be read, or is too
long, or its letters are damaged.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from json.encoder import encode_basestring
from typing import Any, Generic, TypeVar

from bangvang.foundation.sheets import Value
from bangvang.foundation.sheets.grid import text_of
from bangvang.foundation.vietnamese import DateUnreadable, fold, name_keys, sign_in_name
from bangvang.registry.intake.asked_rows import number_key
from bangvang.registry.intake.award_rows import (
    LONGEST,
    VIETNAM,
    VIETNAMESE,
    fixed_year,
    parted,
    record_kind_of,
)
from bangvang.registry.intake.cells import identity_in, year_in
from bangvang.registry.intake.groups import (
    NOTHING,
    is_numbered,
    is_signature,
    looks_like_a_household,
    looks_like_an_organisation,
)
from bangvang.registry.intake.keys import KEPT, damage_in, date_in, find_code, find_kind
from bangvang.registry.intake.mending import as_json, plain
from bangvang.registry.intake.names import SEXES, several_people, without_list_number
from bangvang.registry.intake.plain_found import (
    Award,
    Birth,
    Day,
    Decision,
    Identity,
    Name,
    Number,
    Text,
    Year,
)
from bangvang.registry.intake.plain_names import plain_name
from bangvang.registry.selectors.people import digest_of_identity_number

Found = TypeVar("Found")
quoted: Callable[[str], str] = encode_basestring
"""A text as JSON writes it, with the letters of every language as they are."""


class Once(dict[Value, Found | None], Generic[Found]):
    """What a reader finds in a cell, by the cell; the last some thousand are kept."""

    def __init__(self, find: Callable[[Value], Found | None]) -> None:
        """Take the reader."""
        super().__init__()
        self.find = find

    def __missing__(self, value: Value) -> Found | None:
        """Read a cell that was not met, or not for long."""
        if len(self) >= KEPT:
            self.clear()
        found = self[value] = self.find(value)
        return found


@dataclass(frozen=True)
class Readers:
    """Readers of all fields; `fixed` holds for rows that do not say it, `on` is today."""

    fixed: Mapping[str, str]
    on: date

    def name(self, value: Value) -> Name | None:
        """Read a name; none is a matter for the row."""
        sure = plain_name(value)
        if sure is not None and len(sure.name) <= LONGEST["name"]:
            name = sure.name
            return Name(1, "", name, quoted(name), sure.key, sure.loose, False, False, name)
        written = text_of(value)
        name = without_list_number(written)
        is_odd = len(name) > LONGEST["name"] or looks_like_a_household(name) or damage_in(name)
        is_none = not any(map(str.isalpha, name)) or written.upper() in NOTHING
        if is_none or is_odd or sign_in_name(name) or is_signature(written):
            return None
        is_body, is_several = looks_like_an_organisation(name), several_people(name, str(value))
        return Name(1, "", name, quoted(name), *name_keys(name), is_body, is_several, written)

    def sex(self, value: Value) -> Text | None:
        """Read a sex."""
        text = text_of(value)
        code = SEXES.get(text.lower(), "")
        return None if damage_in(text) else Text(bool(text), "", code, quoted(code))

    def birth(self, value: Value) -> Birth | None:
        """Read a birth."""
        try:
            found = date_in(value)
        except DateUnreadable:
            return None
        if found is None:
            return Birth(0, "", None, "null", "None")
        birth = (found.year, found.month, found.day)
        shown = ", ".join(["null" if part is None else str(part) for part in birth])
        said = f"ReadDate(year={found.year}, month={found.month}, day={found.day})"  # `str(found)`
        return Birth(1, "", birth, f"[{shown}]", said)

    def identity_number(self, value: Value) -> Identity | None:
        """Read an identity number."""
        text = text_of(value)
        number = identity_in(text)
        if not number:
            return None if number is None else Identity(0, "", "", "")
        return Identity(1, "", number, digest_of_identity_number(number))

    def nationality(self, value: Value) -> Text | None:
        """Read a country; foreigners are a matter for the row."""
        text = text_of(value)
        country = "VN" if fold(text) in VIETNAM else text
        if country not in VIETNAMESE or damage_in(text):
            return None
        return Text(bool(text), "", "", '""')

    def unit(self, value: Value) -> Text | None:
        """Read a unit, with its folded name."""
        found = self.text("unit", text_of(value))
        return found and found._replace(folded=fold(found.text))

    def text(self, name: str, text: str) -> Text | None:
        """Return a text of that field."""
        if len(text) > LONGEST[name] or damage_in(text):
            return None
        return Text(bool(text), "", text, quoted(text))

    def issued_by(self, value: Value) -> Text | None:
        """Read who decided."""
        text = text_of(value)
        found = self.text("issued_by", text or self.fixed.get("issued_by", ""))
        return found and found._replace(bit=bool(text))

    def award(self, value: Value) -> Award | None:
        """Read an award; nothing, unless it is fixed, is a matter for the row and its headings."""
        text = text_of(value)
        if damage_in(text):
            return None
        said = text or self.fixed.get("award", "")
        code = find_code(said) if said else ""
        if code is None:
            return None
        record = record_kind_of(code) if code else ""
        return Award(bool(text), "", said, quoted(said), code, record)

    def decision_no(self, value: Value) -> Decision | None:
        """Read the number of a decision, and its day if that stands with it."""
        text = text_of(value)
        if damage_in(text):
            return None
        number, said_on = parted(text)
        said_on = said_on or ("" if number else self.fixed.get("decided_on", ""))
        number = number or self.fixed.get("decision_no", "")
        if len(number) > LONGEST["decision_no"]:
            return None
        day = self.decided_on(said_on)
        return Decision(
            bool(text), "", number, quoted(number), number_key(number), day.on if day else None
        )

    def decided_on(self, value: Value) -> Day | None:
        """Read the day of a decision."""
        try:
            read = date_in(value)
        except DateUnreadable:
            return None
        if read is None:
            return None if text_of(value) else Day(0, "", "")
        if read.on is None or read.on > self.on:
            return None
        return Day(1, "", read.on.isoformat())

    def kind(self, value: Value) -> Text | None:
        """Read the kind of commendation."""
        text = text_of(value)
        found = find_kind(text)
        if found is None or damage_in(text):
            return None
        return Text(bool(text), "", found.value, quoted(found.value))

    def year(self, value: Value) -> Year | None:
        """Read an achievement year; none is a matter for the row."""
        text = text_of(value)
        found = year_in(text) if text else fixed_year(self.fixed)
        return Year(bool(text), "", found) if found else None

    def number(self, value: Value) -> Number | None:
        """Read the number of the row in the list."""
        if type(value) is int and value >= 0:
            return Number(0, "", is_number=True, is_empty=False)
        text = text_of(value)
        return Number(0, "", is_numbered(text), not text)


def readers(
    of: Readers, fields: Sequence[str], columns: Sequence[int], kept: set[int]
) -> list[Once[Any]]:
    """Return for each field what reads its cells: the bit is that of its place among the fields.

    Args:
        of: the readers.
        fields: the fields.
        columns: the column of each.
        kept: the columns whose cells are kept as they are.
    """
    return [
        Once(_marked(_reader(of, field), 1 << place, columns[place], columns[place] in kept))
        for place, field in enumerate(fields)
    ]


def _reader(of: Readers, field: str) -> Callable[[Value], Any]:
    if field in ("position", "ethnicity", "achievement"):
        return lambda value: of.text(field, text_of(value))
    found: Callable[[Value], Any] = getattr(of, field)
    return found


def _marked(
    read: Callable[[Value], Any], bit: int, column: int, is_kept: bool
) -> Callable[[Value], Any]:
    begins = f'"{column}": '

    def find(value: Value) -> Any:
        found = read(value)
        if found is None:
            return None
        raw = begins + kept if is_kept and (kept := _kept(value)) else ""
        return found._make((bit if found.bit else 0, raw, *found[2:]))

    return find


def _kept(value: Value) -> str:
    """Return a cell as it is kept, as JSON; "" where it is empty."""
    cell = plain(value)
    if type(cell) is str:
        return quoted(cell)
    if cell is None:
        return ""
    return str(cell) if type(cell) is int else as_json(cell)
