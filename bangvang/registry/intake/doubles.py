"""What the register, or an earlier row of the file, holds already: no row comes in twice."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bangvang.foundation.vietnamese import fold
from bangvang.registry.intake.award_rows import record_kind_of
from bangvang.registry.models import Award, AwardImport, Grade, ImportRow, Initiative
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import RowState

AT_ONCE = 500
HELD = "Sổ đã có lượt này."
SAME_ROW = "Trùng với {place}; chỉ ghi một lần."
PASSED_OVER = "Người xem cho biết đây là lượt đã có; không ghi lần nữa."
OTHER_NUMBER = (
    "{where} đã có cùng danh hiệu, hình thức, cùng năm theo số quyết định khác ({number}); "
    "hãy cho biết có phải một lượt không."
)
OTHER_GRADE = "{where} đã xếp loại năm này khác với dòng này ({code})."
ADD, PASS = "add", "pass"


@dataclass(frozen=True)
class _Held:
    """Something that is there: where it stands, and what tells it from another of its kind."""

    place: str
    mark: str
    said: str


def mark_doubles(award_import: AwardImport, rows: Sequence[ImportRow]) -> None:
    """Mark rows of this list that are there already, or may be; the others stay ready."""
    held = _held(rows)
    for row in rows:
        key, mark = _key(row), _mark(row)
        choice = award_import.holder_choices.get(choice_key(row), "")
        _mark_one(row, held[key], mark, choice)
        if row.state == RowState.READY:
            held[key].append(_Held(_place(row), mark, _said(row)))


def choice_key(row: ImportRow) -> str:
    """Return the key under which is kept what a person said of a possible double."""
    return f"row-{row.sheet_no}-{row.row}"


def _mark_one(row: ImportRow, there: Sequence[_Held], mark: str, choice: str) -> None:
    same = next((one for one in there if one.mark == mark), None)
    if same is not None:
        row.state = RowState.HELD
        row.why = SAME_ROW.format(place=same.place) if same.place else HELD
    elif there and record_kind_of(row.said["code"]) == "GRADE":
        row.state = RowState.PROBLEM
        row.why = OTHER_GRADE.format(where=there[0].place or "Sổ", code=there[0].said)
    elif there and record_kind_of(row.said["code"]) == "AWARD" and choice != ADD:
        row.state = RowState.HELD if choice == PASS else RowState.CHOOSE
        row.why = PASSED_OVER if choice == PASS else _other_number(there[0])


def _other_number(there: _Held) -> str:
    where = there.place or "sổ"
    return OTHER_NUMBER.format(where=f"{where[0].upper()}{where[1:]}", number=there.said)


_Key = tuple[str, str, str, int]


def _holder(row: ImportRow) -> str:
    if row.organisation_id is not None:
        return f"o{row.organisation_id}"
    return f"p{row.person_id}" if row.person_id is not None else row.newcomer


def _key(row: ImportRow) -> _Key:
    said = row.said
    kind = record_kind_of(said["code"])
    if kind == "GRADE":
        return _holder(row), "GRADE", "", said["year"]
    return _holder(row), said["code"], said["kind"] if kind == "AWARD" else "", said["year"]


def _mark(row: ImportRow) -> str:
    kind = record_kind_of(row.said["code"])
    if kind == "GRADE":
        return str(row.said["code"])
    return fold(row.said["achievement"]) if kind == "INITIATIVE" else number_key(_said(row))


def _said(row: ImportRow) -> str:
    is_grade = record_kind_of(row.said["code"]) == "GRADE"
    return str(row.said["code" if is_grade else "decision_no"])


def number_key(number: str) -> str:
    """Return the key under which two spellings of a decision's number are one."""
    return fold(number).replace(" ", "").lstrip("0")


def _place(row: ImportRow) -> str:
    return f"dòng {row.row} trang “{row.sheet}”"


def _held(rows: Sequence[ImportRow]) -> defaultdict[_Key, list[_Held]]:
    found: defaultdict[_Key, list[_Held]] = defaultdict(list)
    people = sorted({row.person_id for row in rows if row.person_id is not None})
    collectives = sorted({row.organisation_id for row in rows if row.organisation_id is not None})
    for field, letter, ids in (("person", "p", people), ("organisation", "o", collectives)):
        for some in portions(ids, AT_ONCE):
            for key, held in _of(field, letter, some):
                found[key].append(held)
    return found


def _of(field: str, letter: str, ids: list[int]) -> Iterable[tuple[_Key, _Held]]:
    of = {f"{field}__in": ids}
    awards = Award.objects.filter(**of).order_by("pk")
    for pk, code, kind, year, number in awards.values_list(
        f"{field}_id", "code", "kind", "year", "decision_no"
    ):
        yield (f"{letter}{pk}", code, kind, year), _Held("", number_key(number), number)
    grades = Grade.objects.filter(**of).order_by("pk")
    for pk, code, year in grades.values_list(f"{field}_id", "code", "year"):
        yield (f"{letter}{pk}", "GRADE", "", year), _Held("", code, code)
    if field == "person":
        made = Initiative.objects.filter(**of).order_by("pk")
        for pk, code, year, title in made.values_list("person_id", "code", "year", "title"):
            yield (f"{letter}{pk}", code, "", year), _Held("", fold(title), title)
