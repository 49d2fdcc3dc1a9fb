"""What was read out of a report's Word file, on the screen: values, doubts, choices."""

import json
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import fold, name_key, read_date, say_date
from bangvang.foundation.vietnamese.dates import DateUnreadable
from bangvang.nominations.actions.write_report import Typed
from bangvang.nominations.documents.report_paper import heading_of
from bangvang.nominations.intake.report_compared import Beside, Compared, compared
from bangvang.nominations.intake.report_read import FormRead, HistoryRow, Sure, Value
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.selectors.report_readings import holdings_of
from bangvang.nominations.selectors.reports import PartSeen, ReportSeen
from bangvang.nominations.states import LONGEST_PART, REPORT_TABLES, ReportPart
from bangvang.web.components.pieces import Answer, Kind
from bangvang.web.units.reports_shown import STORED, part_version, table_typed

FROM_FILE = "tu-tep"
MORE_ROWS = 1
SURE = {
    Sure.EXACT: Answer(Kind.MET, str(Sure.EXACT.label)),
    Sure.INFERRED: Answer(Kind.PERSON, str(Sure.INFERRED.label)),
    Sure.MISSING: Answer(Kind.NOTE, str(Sure.MISSING.label)),
}
IN_COLUMN = Answer(Kind.MET, "Đọc ở cột có tiêu đề")
BESIDE = {
    Beside.SAME: Answer(Kind.MET, "Khớp với sổ"),
    Beside.DIFFERENT: Answer(Kind.PERSON, "Khác sổ"),
    Beside.ONLY_FILE: Answer(Kind.PERSON, "Chỉ có trong tệp"),
    Beside.ONLY_REGISTER: Answer(Kind.NOTE, "Chỉ có trong sổ"),
}


@dataclass(frozen=True)
class ValueShown:
    """A value in a box to correct, with where it was read and how sure."""

    name: str
    label: str
    value: str
    place: str
    quote: str
    sure: Answer
    note: str
    is_long: bool = False


@dataclass(frozen=True)
class RowShown:
    """A row of a history table in three boxes; a row that nobody read is there to be typed."""

    year: str
    what: str
    decision: str
    place: str = ""
    quote: str = ""
    sure: Answer | None = None
    note: str = ""


@dataclass(frozen=True)
class PartRead:
    """A part of the report: what was read, what is stored, which of them is chosen."""

    name: str
    heading: str
    version: int
    values: tuple[ValueShown, ...]
    rows: tuple[RowShown, ...]
    is_table: bool
    stored: PartSeen
    choice: str
    longest: int


def parts_read(
    row: NominationRow, report: ReportSeen, found: FormRead, data: QueryDict | None
) -> list[PartRead]:
    """Return the parts as they were read, or as somebody corrected them."""
    return [_part(row, one, found, data) for one in report.parts]


def _part(
    row: NominationRow, stored: PartSeen, found: FormRead, data: QueryDict | None
) -> PartRead:
    name = stored.part.value.lower()
    values, rows = _values(row, stored.part, found, data), _rows(stored.part, found, data)
    chosen = data.get(f"chon-{name}", "") if data is not None else _choice(stored, found)
    return PartRead(
        name=name,
        heading=heading_of(stored.part, is_person=row.is_person),
        version=stored.version,
        values=values,
        rows=rows,
        is_table=stored.is_table,
        stored=stored,
        choice=chosen,
        longest=LONGEST_PART[stored.part],
    )


def _choice(stored: PartSeen, found: FormRead) -> str:
    """Return what is chosen before anybody chose: nothing where both say something else."""
    text = _text_read(stored.part, found)
    has_stored = bool(stored.rows) if stored.is_table else bool(stored.text.strip())
    if not text or text == stored.text:
        return STORED
    return "" if has_stored else FROM_FILE


def _text_read(part: ReportPart, found: FormRead) -> str:
    if part is ReportPart.MERITS:
        return found.merits.value
    if part is ReportPart.SKETCH:
        return _sketch([(one.label, one.value) for one in found.fields], found.more.value)
    rows = _history(part, found)
    return _table([[one.year, one.what, one.decision] for one in rows])


def _history(part: ReportPart, found: FormRead) -> tuple[HistoryRow, ...]:
    return found.titles if part is ReportPart.TITLES else found.forms


def _sketch(fields: list[tuple[str, str]], more: str) -> str:
    lines = [f"{label}: {value}" for label, value in fields if value]
    return "\n".join([*lines, *([more] if more.strip() else [])])


def _table(rows: list[list[str]]) -> str:
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def _values(
    row: NominationRow, part: ReportPart, found: FormRead, data: QueryDict | None
) -> tuple[ValueShown, ...]:
    if part is ReportPart.MERITS:
        return (_value(found.merits, "", data, is_long=True),)
    if part is not ReportPart.SKETCH:
        return ()
    fields = tuple(_value(one, _beside_row(one, row), data) for one in found.fields)
    return (*fields, _value(found.more, "", data, is_long=True))


def _value(one: Value, beside: str, data: QueryDict | None, *, is_long: bool = False) -> ValueShown:
    name = f"gia-tri-{one.key}"
    value = one.value if data is None else data.get(name, "").replace("\x00", "")
    note = "; ".join(filter(None, (one.note, beside)))
    sure = SURE[Sure(one.sure)]
    return ValueShown(name, one.label, value, one.place, one.quote, sure, note, is_long)


def _beside_row(one: Value, row: NominationRow) -> str:
    """Say where the list has another value than the file."""
    born = say_date(row.birth_on) if row.birth_on else str(row.birth_year or "")
    of_row = {"name": row.name, "birth": born, "position": row.position, "unit": row.unit_name}
    listed = of_row.get(one.key, "")
    if not listed or not one.value or _is_alike(one, listed):
        return ""
    return f"danh sách ghi: {listed}"


def _is_alike(one: Value, listed: str) -> bool:
    if one.key == "name":
        return name_key(one.value) == name_key(listed)
    if one.key == "birth":
        return _day(one.value) == _day(listed) or listed == one.value[-4:]
    return fold(one.value) == fold(listed)


def _day(text: str) -> object:
    try:
        return read_date(text)
    except DateUnreadable:
        return text


def _rows(part: ReportPart, found: FormRead, data: QueryDict | None) -> tuple[RowShown, ...]:
    if part not in REPORT_TABLES:
        return ()
    read = _history(part, found)
    shown = [
        RowShown(
            one.year, one.what, one.decision, one.place, one.quote,
            IN_COLUMN if one.sure == Sure.EXACT else SURE[Sure(one.sure)], one.note,
        )
        for one in read
    ]  # fmt: skip
    if data is None:
        return (*shown, *[RowShown("", "", "")] * MORE_ROWS)
    typed = table_typed(data, part)
    return tuple(
        RowShown(*cells, *(() if at >= len(shown) else _origin(shown[at])))
        for at, cells in enumerate(typed)
    )


def _origin(one: RowShown) -> tuple[str, str, Answer | None, str]:
    return one.place, one.quote, one.sure, one.note


def reading_typed(data: QueryDict, found: FormRead) -> tuple[list[Typed], frozenset[ReportPart]]:
    """Return the parts to take from the file as they were corrected, and those decided at all."""
    taken, decided = [], set()
    for part in ReportPart:
        choice = data.get(f"chon-{part.value.lower()}", "")
        if choice in (FROM_FILE, STORED):
            decided.add(part)
        if choice == FROM_FILE:
            taken.append(Typed(part, _typed(data, part, found), part_version(data, part)))
    return taken, frozenset(decided)


def _typed(data: QueryDict, part: ReportPart, found: FormRead) -> str:
    def said(key: str) -> str:
        return data.get(f"gia-tri-{key}", "").replace("\x00", "").replace("\r\n", "\n").strip()

    if part is ReportPart.MERITS:
        return said("merits")
    if part is ReportPart.SKETCH:
        return _sketch(
            [(one.label, " ".join(said(one.key).split())) for one in found.fields], said("more")
        )
    return json.dumps(
        [row for row in map(list, table_typed(data, part)) if any(row)], ensure_ascii=False
    )


def beside_register(
    actor: Actor, row: NominationRow, found: FormRead, *, on: date
) -> list[tuple[Answer, Compared]]:
    """Return the history of the file beside what the register holds."""
    rows = (*found.titles, *found.forms)
    return [(BESIDE[one.beside], one) for one in compared(rows, holdings_of(actor, row), on=on)]


def names_somebody_else(row: NominationRow, found: FormRead) -> bool:
    """Tell whether the file is about another name than the row."""
    return bool(found.name) and name_key(found.name) != name_key(row.name)
