"""History rows of a report beside what the register holds: shown, never written there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bangvang.foundation.vietnamese import fold, say_date
from bangvang.law import RecordKind, award_name, catalogue, find_code
from bangvang.nominations.intake.report_read import HistoryRow
from bangvang.nominations.intake.report_tables import YEAR
from bangvang.registry.selectors.holdings import Holding


class Beside(StrEnum):
    """How a row stands beside the register."""

    SAME = "SAME"
    DIFFERENT = "DIFFERENT"
    ONLY_FILE = "ONLY_FILE"
    ONLY_REGISTER = "ONLY_REGISTER"


@dataclass(frozen=True)
class Compared:
    """One award in the file, the register, or both; `said` is the difference in words."""

    beside: Beside
    in_file: str
    in_register: str
    said: str
    place: str = ""


def compared(
    rows: Iterable[HistoryRow], holdings: Sequence[Holding], *, on: date
) -> tuple[Compared, ...]:
    """Return each row of the file with what the register says, then what only that has."""
    left = [
        one
        for one in holdings
        if one.record_kind == RecordKind.AWARD
        and one.revoked_on is None
        and catalogue()[one.code].is_award
    ]
    found = []
    for row in rows:
        held = _meant(row, left)
        if held is not None:
            left.remove(held)
        found.append(_compared(row, held, on))
    missing = sorted(left, key=lambda one: (one.year, one.code, one.ref))
    found += [
        Compared(Beside.ONLY_REGISTER, "", _held(one, on), "Sổ có, tệp không ghi.")
        for one in missing
    ]
    return tuple(found)


def _meant(row: HistoryRow, holdings: list[Holding]) -> Holding | None:
    code, years = find_code(row.what), set(map(int, YEAR.findall(row.year)))
    of_code = [one for one in holdings if one.code == code]
    numbered = [one for one in holdings if _has_number(row, one)]
    for choice in (
        [one for one in of_code if one in numbered],
        [one for one in of_code if one.year in years],
        numbered,
    ):
        if choice:
            return choice[0]
    return None


def _has_number(row: HistoryRow, one: Holding) -> bool:
    number = fold(one.decision_no).replace(" ", "")
    if not number:
        return False
    written = f" {fold(row.decision)} ".replace("/ ", "/")
    return any(number == word.strip(".,;:()") for word in written.split())


def _compared(row: HistoryRow, held: Holding | None, on: date) -> Compared:
    in_file = ", ".join(filter(None, (row.year, row.what, row.decision)))
    if held is None:
        return Compared(Beside.ONLY_FILE, in_file, "", "Sổ không có lượt này.", row.place)
    told = list(_differences(row, held, on))
    beside = Beside.DIFFERENT if told else Beside.SAME
    said = "; ".join(told) or "Khớp với sổ."
    return Compared(beside, in_file, _held(held, on), said, row.place)


def _differences(row: HistoryRow, held: Holding, on: date) -> Iterable[str]:
    if str(held.year) not in YEAR.findall(row.year):
        yield f"sổ ghi năm {held.year}"
    if find_code(row.what) != held.code:
        yield f"sổ ghi {award_name(held.code, held.decided_on or on)}"
    if held.decision_no and row.decision and not _has_number(row, held):
        yield f"sổ ghi số {held.decision_no}"
    if held.decision_no and not row.decision:
        yield "tệp không ghi quyết định"


def _held(one: Holding, on: date) -> str:
    number = f"số {one.decision_no}" if one.decision_no else ""
    day = f"ngày {say_date(one.decided_on)}" if one.decided_on else ""
    decision = " ".join(filter(None, (number, day)))
    return ", ".join(
        filter(None, (str(one.year), award_name(one.code, one.decided_on or on), decision))
    )
