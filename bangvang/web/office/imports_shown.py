"""How imports of past awards look: the masthead, the bar of states, one row, the report."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.vietnamese import ReadDate, say_date, say_number
from bangvang.registry.intake.award_rows import SAID_ONCE
from bangvang.registry.intake.newcomers import AS_NEW, AS_PERSON, AS_ROW, CHOSEN
from bangvang.registry.selectors.apart_named import is_household
from bangvang.registry.selectors.import_rows import RowSeen, first_rows
from bangvang.registry.selectors.imports import ImportSeen
from bangvang.registry.selectors.mends import Mend
from bangvang.registry.selectors.naming import Named, named
from bangvang.registry.selectors.posting_lists import PostingListSeen
from bangvang.registry.states import IMPORT_NAMES, ROW_NAMES, HolderKind, ImportState, RowState
from bangvang.web.components import pieces
from bangvang.web.components.pieces import Act, Answer, CaseHead, Column, Kind, Standing
from bangvang.web.navigation import OFFICE
from bangvang.web.office.tallies import tally_by_state
from bangvang.web.people import born_said
from bangvang.web.records import called

ANSWERS = {
    RowState.READY: Answer(Kind.MET, ROW_NAMES[RowState.READY]),
    RowState.CHOOSE: Answer(Kind.TWO, ROW_NAMES[RowState.CHOOSE]),
    RowState.PROBLEM: Answer(Kind.CELL, ROW_NAMES[RowState.PROBLEM]),
    RowState.HELD: Answer(Kind.NOTE, ROW_NAMES[RowState.HELD]),
    RowState.ACCEPTED: Answer(Kind.JUDGE, ROW_NAMES[RowState.ACCEPTED]),
}
TAKEN_BACK = Answer(Kind.NOTE, "Đã ghi, rồi hủy")
WORDS = {
    "ghi-duoc": RowState.READY,
    "can-chon": RowState.CHOOSE,
    "sai-o": RowState.PROBLEM,
    "da-co": RowState.HELD,
    "da-ghi": RowState.ACCEPTED,
}
"""What the address says for a state."""

IMPORT_CHIPS = {
    ImportState.READING: Answer(Kind.CLOCK, IMPORT_NAMES[ImportState.READING]),
    ImportState.REFUSED: Answer(Kind.CELL, IMPORT_NAMES[ImportState.REFUSED]),
    ImportState.STAGED: Answer(Kind.PERSON, IMPORT_NAMES[ImportState.STAGED]),
    ImportState.ACCEPTED: Answer(Kind.MET, IMPORT_NAMES[ImportState.ACCEPTED]),
    ImportState.UNDONE: Answer(Kind.NOTE, IMPORT_NAMES[ImportState.UNDONE]),
}
LETTERS = {"TCVN3": "TCVN3", "VNI": "VNI", "CP1258": "Windows-1258"}
"""Old encodings as people know them."""

_PLACE = re.compile(r"([A-Z]{1,3})(\d+)")

COLUMNS = (
    Column("Dòng", "index", is_number=True),
    Column("Người, tập thể", "name"),
    Column("Khen thưởng"),
    Column("Kết quả"),
)
LIST_COLUMNS = (
    Column("Tệp", "name"),
    Column("Tải lên", "mid"),
    Column("Dòng"),
    Column("Tình trạng", "mid"),
)


@dataclass(frozen=True)
class RowShown:
    """One staged row, ready for the page."""

    place: int
    anchor: str
    sheet: str
    name: str
    href: str
    born: str
    position: str
    unit: str
    award: str
    decision: str
    answer: Answer
    why: str
    meant: str
    problems: tuple[str, ...]
    hints: tuple[str, ...]
    mends: tuple[str, ...]
    mend_href: str
    columns_href: str
    people: tuple[pieces.Namesake, ...]
    legend: str
    act: str
    choose_href: str
    unit_href: str
    unit_act: str
    asks_unit: bool
    can_take_back: bool


def head_of(found: ImportSeen, actor: Actor) -> CaseHead:
    """Return the masthead of an import."""
    acts = []
    if found.counts and found.state is not ImportState.READING:
        acts.append(Act("Tải báo cáo (.xlsx)", reverse("office:import_report", args=[found.ref])))
    acts.append(Act("Mở tệp gốc", reverse("office:import_file", args=[found.ref])))
    if actor.has(*OFFICE) and found.is_open:
        acts.append(Act("Hủy lần nhập", reverse("office:undo_import", args=[found.ref])))
    return CaseHead(
        kind="Nhập khen thưởng các năm trước",
        title=found.file.name,
        unit=found.source_name,
        standings=(
            Standing("Tình trạng", chip=IMPORT_CHIPS[found.state]),
            Standing("Tải lên", say_date(localtime(found.staged_at).date()), found.staged_by),
            entered_standing(found),
        ),
        acts=tuple(acts),
    )


def entered_standing(found: ImportSeen | PostingListSeen) -> Standing:
    """Return how many rows came in, or who took them all back and when."""
    if found.undone_at is not None:
        return Standing("Đã hủy", say_date(localtime(found.undone_at).date()), found.undone_by)
    return Standing("Đã ghi vào sổ", f"{say_number(found.counts.get('ACCEPTED', 0))} dòng")


def answer_of(found: ImportSeen | PostingListSeen, state: RowState) -> Answer:
    """Return what became of a row; of one that came in and was taken back both."""
    is_undone = found.undone_at is not None and state is RowState.ACCEPTED
    return TAKEN_BACK if is_undone else ANSWERS[state]


def tally_of(found: ImportSeen | PostingListSeen, wanted: str) -> pieces.Tally:
    """Return the bar of states with its filters."""
    groups = (
        ("Chưa ghi", (RowState.READY, RowState.CHOOSE, RowState.PROBLEM)),
        ("Đã có", (RowState.ACCEPTED, RowState.HELD)),
    )
    answers = {state: answer_of(found, state) for state in ANSWERS}
    return tally_by_state(groups, answers, WORDS, found.counts, wanted)


def cell_said(found: ImportSeen, cell: str) -> str:
    """Return where something stands: "Ô D9" of a spreadsheet, "Hàng 9, cột D" of a Word table."""
    return place_said(cell, is_word=found.file.kind is FileKind.DOCX)


def place_said(cell: str, *, is_word: bool) -> str:
    """Return the same, told whether the file is a document of Word."""
    place = _PLACE.fullmatch(cell)
    if not is_word or place is None:
        return f"Ô {cell}"
    return f"Hàng {place[2]}, cột {place[1]}"


def rows_shown(
    actor: Actor, found: ImportSeen, rows: Iterable[RowSeen], *, may_act: bool
) -> list[RowShown]:
    """Return the rows with the people they may mean; two queries for all of them."""
    ref = found.ref
    kept = list(rows)
    keys = [candidate["key"] for row in kept for candidate in row.candidates]
    refs = [key.removeprefix(AS_PERSON) for key in keys if key.startswith(AS_PERSON)]
    people = named(actor, HolderKind.PERSON, refs)
    others = first_rows(
        actor, ref, [key.removeprefix(AS_ROW) for key in keys if key.startswith(AS_ROW)]
    )
    return [_row(found, row, people, others, may_act) for row in kept]


def _row(
    found: ImportSeen,
    row: RowSeen,
    people: Mapping[str, Named],
    others: Mapping[str, RowSeen],
    may_act: bool,
) -> RowShown:
    ref, said = found.ref, row.said
    legend, act, choices = _asked(row, people, others) if may_act else ("", "", ())
    person = row.accepted.person_ref if row.accepted else row.linked_ref
    return RowShown(
        place=row.row,
        anchor=f"dong-{row.sheet_no}-{row.row}",
        sheet=row.sheet,
        name=said["name"] or "(không ghi tên)",
        href=reverse("office:person", args=[person]) if person else "",
        born=birth_said(said),
        position=said["position"],
        unit=", ".join(part for part in (said["unit"], said["above"]) if part),
        award=_award(said),
        decision=_decision(said),
        answer=answer_of(found, row.state),
        why=row.why if row.state in (RowState.CHOOSE, RowState.HELD, RowState.PROBLEM) else "",
        meant=_meant(row),
        problems=tuple(problem_said(found, p) for p in row.problems if not p["is_hint"]),
        hints=tuple(problem_said(found, p) for p in row.problems if p["is_hint"]),
        mends=mends_said(found, row),
        mend_href=reverse("office:import_mend", args=[ref, row.sheet_no, row.row])
        if may_act and row.can_mend
        else "",
        columns_href=reverse("office:import_columns", args=[ref, row.sheet_no])
        if may_act and found.state is ImportState.STAGED and _lacks_a_column(row)
        else "",
        people=choices,
        legend=legend,
        act=act,
        choose_href=reverse("office:import_choose", args=[ref, row.sheet_no, row.row]),
        unit_href=reverse("office:import_unit", args=[ref, row.unit_key])
        if may_act and (row.asks_unit or row.is_new_body)
        else "",
        unit_act=_unit_act(row),
        asks_unit=may_act and row.asks_unit,
        can_take_back=may_act and row.is_chosen and not row.asks_who,
    )


def problem_said(found: ImportSeen, problem: Mapping[str, Any]) -> str:
    """Return what is wrong, with where it stands."""
    return f"{cell_said(found, problem['cell'])}: {problem['text']}"


def _lacks_a_column(row: RowSeen) -> bool:
    return any(SAID_ONCE in problem["text"] for problem in row.problems)


def mends_said(found: ImportSeen, row: RowSeen) -> tuple[str, ...]:
    """Return who changed which cell of a row from what to what."""
    return mends_told(row.mends, is_word=found.file.kind is FileKind.DOCX)


def mends_told(mends: Iterable[Mend], *, is_word: bool) -> tuple[str, ...]:
    """Return the same of some changes, told whether the file is a document of Word."""
    return tuple(
        f"{place_said(mend.cell, is_word=is_word)}: {mend.by} sửa “{mend.before}” thành "
        f"“{mend.after}” ngày {say_date(localtime(mend.at).date())}"
        for mend in mends
    )


def birth_said(said: Mapping[str, Any]) -> str:
    """Return when somebody was born, as a row says it."""
    if said["subject"] == "COLLECTIVE":
        return "hộ gia đình" if is_household(said) else "tập thể"
    return say_date(ReadDate(*said["birth"])) if said["birth"] else "không ghi ngày sinh"


def _award(said: Mapping[str, Any]) -> str:
    name = called(said["code"], None) if said["code"] else said["award_text"] or "chưa rõ"
    year = f", năm {said['year']}" if said["year"] else ""
    return f"{name}{year}"


def _decision(said: Mapping[str, Any]) -> str:
    day = say_date(date.fromisoformat(said["decided_on"])) if said["decided_on"] else ""
    number = f"số {said['decision_no']}" if said["decision_no"] else ""
    head = " ".join(part for part in (number, f"ngày {day}" if day else "") if part)
    return ", ".join(part for part in (head, said["issued_by"]) if part)


def _meant(row: RowSeen) -> str:
    if row.accepted:
        return f"{row.accepted.by} ghi vào sổ ngày {say_date(row.accepted.at.date())}"
    if row.state is not RowState.READY and not row.linked_ref:
        return ""
    if row.said["subject"] == "COLLECTIVE":
        return _body_meant(row)
    if not row.linked_ref:
        return "Người mới, sổ chưa có"
    is_why = row.state is RowState.READY and row.why
    how = "cán bộ chọn" if row.identity == CHOSEN else is_why or "khớp sổ khen thưởng"
    return f"Trong sổ: {row.linked_name} ({how[0].lower()}{how[1:].rstrip('.')})"


def _body_meant(row: RowSeen) -> str:
    why = f" {row.why}" if row.state is RowState.READY and row.why else ""
    if row.is_new_body and is_household(row.said):
        return f"Hộ mới sẽ ghi ở {row.unit_name}.{why}"
    if row.is_new_body:
        return f"Tập thể mới sẽ ghi trực thuộc {row.unit_name}.{why}"
    return f"Trong sổ: {row.unit_name}.{why}" if why else f"Trong sổ: {row.unit_name}"


def _unit_act(row: RowSeen) -> str:
    """Return the word on the button that leads to where a body is chosen."""
    if row.is_new_body:
        return "Chọn lại"
    return "Chọn hộ" if is_household(row.said) else "Chọn đơn vị"


def _asked(
    row: RowSeen, people: Mapping[str, Named], others: Mapping[str, RowSeen]
) -> tuple[str, str, tuple[pieces.Namesake, ...]]:
    """Return the question, the word on the button and what may be answered."""
    if row.asks_double:
        return (
            "Có phải lượt đã có không?",
            "Ghi lựa chọn này",
            (
                pieces.Namesake("pass", "Là lượt đã có, không ghi lần nữa"),
                pieces.Namesake("add", "Là lượt khen thưởng khác, ghi thêm"),
            ),
        )
    if not row.asks_who:
        return "", "", ()
    alike = f" cho {row.alike} dòng cùng tên, cùng đơn vị" if row.alike > 1 else ""
    known = tuple(_namesake(c["key"], c["why"], people, others) for c in row.candidates)
    new = "Không phải những người trên, là người mới" if known else "Là một người, chưa có trong sổ"
    return (
        "Dòng này là của ai?",
        f"Chọn người này{alike}",
        (*(one for one in known if one), pieces.Namesake(AS_NEW, new)),
    )


def _namesake(
    key: str, why: str, people: Mapping[str, Named], others: Mapping[str, RowSeen]
) -> pieces.Namesake | None:
    if person := people.get(key.removeprefix(AS_PERSON)):
        born = born_said(person.birth_on, person.birth_year)
        title = ", ".join(part for part in (person.name, born, person.above) if part)
        href = reverse("office:person", args=[person.ref])
        return pieces.Namesake(key, title, more=why, href=href)
    if other := others.get(key.removeprefix(AS_ROW)):
        title = f"Người mới ở dòng {other.row}, trang “{other.sheet}”: {other.said['name']}"
        return pieces.Namesake(key, f"{title}, {birth_said(other.said)}", more=why)
    return None
