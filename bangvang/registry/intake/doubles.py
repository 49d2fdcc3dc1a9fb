"""What the register, or an earlier row of the file, holds already: no row comes in twice."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bangvang.foundation.db.among import among
from bangvang.registry.intake.asked_rows import RowAsked, RowSettled, number_key
from bangvang.registry.intake.award_rows import record_kind_of
from bangvang.registry.intake.keys import fold
from bangvang.registry.models import Award, Grade, Initiative
from bangvang.registry.states import RowState

HELD = "Sổ đã có lượt này."
SAME_ROW = "Trùng với {place}; chỉ ghi một lần."
PASSED_OVER = "Người xem cho biết đây là lượt đã có; không ghi lần nữa."
OTHER_NUMBER = (
    "{where} đã có cùng danh hiệu, hình thức, cùng năm theo số quyết định khác ({number}); "
    "hãy cho biết có phải một lượt không."
)
OTHER_GRADE = "{where} đã xếp loại năm này khác với dòng này ({code})."
ADD, PASS = "add", "pass"

_Key = tuple[str, str, str, int | None]


class _Held(NamedTuple):
    """Something that is there: where it stands, and what tells it from another of its kind."""

    place: str
    mark: str
    said: str


class Doubles:
    """Marks rows that are there already, or may be; the rows of a file come in its order."""

    def __init__(self, choices: Mapping[str, str], settled: Iterable[RowSettled]) -> None:
        """Take what people said of possible doubles, and how all rows stand so far."""
        self._choices = choices
        self._often = _often(settled)
        self._earlier: defaultdict[_Key, list[_Held]] = defaultdict(list)

    def marked(self, rows: Sequence[tuple[RowAsked, RowSettled]]) -> Iterator[RowSettled]:
        """Return how each of these rows stands; those that are not ready stay as they are."""
        keys = [_key(*row) if row[1].state == RowState.READY else None for row in rows]
        held = _held([settled for _, settled in rows], {key for key in keys if key})
        for (asked, settled), key in zip(rows, keys, strict=True):
            if key is None:
                yield settled
                continue
            there = [*held.get(key, ()), *self._earlier.get(key, ())]
            marked = self._marked(asked, settled, there) if there else settled
            if key[0] in self._often and marked.state == RowState.READY:
                place = f"dòng {asked.row} trang “{asked.sheet}”"
                self._earlier[key].append(_Held(place, asked.mark, asked.shown))
            yield marked

    def _marked(self, row: RowAsked, settled: RowSettled, there: Sequence[_Held]) -> RowSettled:
        same = next((one for one in there if one.mark == row.mark), None)
        kind = record_kind_of(row.code)
        if same is not None:
            why = SAME_ROW.format(place=same.place) if same.place else HELD
            return settled._replace(state=RowState.HELD.value, why=why)
        if kind == "GRADE":
            why = OTHER_GRADE.format(where=there[0].place or "Sổ", code=there[0].said)
            return settled._replace(state=RowState.PROBLEM.value, why=why)
        choice = self._choices.get(choice_key(row.sheet_no, row.row), "")
        if kind != "AWARD" or choice == ADD:
            return settled
        if choice == PASS:
            return settled._replace(state=RowState.HELD.value, why=PASSED_OVER)
        return settled._replace(state=RowState.CHOOSE.value, why=_other_number(there[0]))


def choice_key(sheet_no: int, row: int) -> str:
    """Return the key under which is kept what a person said of a row as a possible double."""
    return f"row-{sheet_no}-{row}"


def _other_number(there: _Held) -> str:
    where = there.place or "sổ"
    return OTHER_NUMBER.format(where=f"{where[0].upper()}{where[1:]}", number=there.said)


def _holder(row: RowSettled) -> str:
    if row.organisation_id is not None:
        return f"o{row.organisation_id}"
    return f"p{row.person_id}" if row.person_id is not None else row.newcomer


def _often(settled: Iterable[RowSettled]) -> set[str]:
    """Return who holds more than one ready row; only among theirs there may be doubles."""
    once: set[str] = set()
    often: set[str] = set()
    for row in settled:
        if row.state == RowState.READY:
            holder = _holder(row)
            (often if holder in once else once).add(holder)
    return often


def _key(row: RowAsked, settled: RowSettled) -> _Key:
    kind = record_kind_of(row.code)
    if kind == "GRADE":
        return _holder(settled), "GRADE", "", row.year
    return _holder(settled), row.code, row.kind if kind == "AWARD" else "", row.year


def _held(rows: Sequence[RowSettled], asked: Collection[_Key]) -> dict[_Key, list[_Held]]:
    """Return what the holders of ready rows have by these keys."""
    found: defaultdict[_Key, list[_Held]] = defaultdict(list)
    ready = [row for row in rows if row.state == RowState.READY]
    people = sorted({row.person_id for row in ready if row.person_id is not None})
    collectives = sorted({row.organisation_id for row in ready if row.organisation_id is not None})
    for field, letter, ids in (("person", "p", people), ("organisation", "o", collectives)):
        for key, mark, said in _of(field, letter, ids) if ids else ():
            if key in asked:
                found[key].append(_Held("", mark(said), said))
    return found


def _of(
    field: str, letter: str, ids: list[int]
) -> Iterator[tuple[_Key, Callable[[str], str], str]]:
    """Return what these hold: its key, what tells it from another one of a text, and the text."""
    of = {f"{field}__in": among(ids)}
    awards = Award.objects.filter(**of).order_by("pk")
    for pk, code, kind, year, number in awards.values_list(
        f"{field}_id", "code", "kind", "year", "decision_no"
    ):
        yield (f"{letter}{pk}", code, kind, year), number_key, number
    grades = Grade.objects.filter(**of).order_by("pk")
    for pk, code, year in grades.values_list(f"{field}_id", "code", "year"):
        yield (f"{letter}{pk}", "GRADE", "", year), str, code
    if field == "person":
        made = Initiative.objects.filter(**of).order_by("pk")
        for pk, code, year, title in made.values_list("person_id", "code", "year", "title"):
            yield (f"{letter}{pk}", code, "", year), fold, title
