"""How lists of other agencies look: the masthead, the bar of states, one row, notices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.vietnamese import say_date, say_number
from bangvang.registry.intake.agency_list_words import day_of, matter_of
from bangvang.registry.intake.agency_settling import holder_of
from bangvang.registry.selectors.agency_lists import AgencyListSeen, ListedState, RowMeaning
from bangvang.registry.selectors.listed_rows import ListedRowSeen
from bangvang.registry.selectors.naming import Named, named
from bangvang.registry.selectors.notices import NoticeSeen
from bangvang.registry.states import HolderKind
from bangvang.web.components import pieces
from bangvang.web.components.pieces import Act, Answer, CaseHead, Column, Fact, Kind, Standing
from bangvang.web.navigation import OFFICE
from bangvang.web.office.imports_shown import IMPORT_CHIPS, birth_said, mends_told, place_said
from bangvang.web.office.tallies import tally_by_state
from bangvang.web.people import born_said

ANSWERS = {
    ListedState.CERTAIN: Answer(Kind.PERSON, str(ListedState.CERTAIN.label)),
    ListedState.CHOOSE: Answer(Kind.TWO, str(ListedState.CHOOSE.label)),
    ListedState.UNKNOWN: Answer(Kind.CLOCK, str(ListedState.UNKNOWN.label)),
    ListedState.PROBLEM: Answer(Kind.CELL, str(ListedState.PROBLEM.label)),
    ListedState.CONFIRMED: Answer(Kind.JUDGE, str(ListedState.CONFIRMED.label)),
    ListedState.DISMISSED: Answer(Kind.NOTE, str(ListedState.DISMISSED.label)),
    ListedState.HELD: Answer(Kind.NOTE, str(ListedState.HELD.label)),
}
WORDS = {
    "khop": ListedState.CERTAIN,
    "can-chon": ListedState.CHOOSE,
    "chua-co": ListedState.UNKNOWN,
    "sai-o": ListedState.PROBLEM,
    "da-xac-nhan": ListedState.CONFIRMED,
    "khong-ghi": ListedState.DISMISSED,
    "da-co": ListedState.HELD,
}
"""What the address says for a state."""

LIST_COLUMNS = (
    Column("Danh sách", "name"),
    Column("Cơ quan gửi"),
    Column("Dòng", "mid"),
    Column("Tải lên", "mid"),
)
COLUMNS = (
    Column("Chọn", "index", is_unseen=True),
    Column("Người, tập thể", "name"),
    Column("Nội dung"),
    Column("Kết quả đối chiếu"),
)
NOTICE_COLUMNS = (
    Column("Nội dung", "name"),
    Column("Ngày", "mid"),
    Column("Nguồn"),
    Column("Tình trạng", "mid"),
)
HOLDER_PAGES = {HolderKind.PERSON: "office:person", HolderKind.ORGANISATION: "office:collective"}


@dataclass(frozen=True)
class ListedShown:
    """One row, ready for the page; `tick` is empty where it cannot be ticked."""

    place: int
    anchor: str
    sheet: str
    name: str
    about: str
    unit: str
    matter: str
    on: str
    answer: Answer
    why: str
    meant: str
    meant_href: str
    became: tuple[str, ...]
    problems: tuple[str, ...]
    hints: tuple[str, ...]
    mends: tuple[str, ...]
    mend_href: str
    tick: str
    href: str


@dataclass(frozen=True)
class NoticeLine:
    """One notice in the table of a record; without an address it cannot be withdrawn."""

    notice: NoticeSeen
    chip: Answer
    source: str
    source_href: str
    withdraw_href: str = ""


def list_head(found: AgencyListSeen, actor: Actor, *, may_act: bool) -> CaseHead:
    """Return the masthead of a list; `may_act`: its rows may be worked on now."""
    acts = [Act("Mở tệp gốc", reverse("office:agency_list_file", args=[found.ref]))]
    if may_act:
        again = reverse("office:match_agency_list", args=[found.ref])
        acts.insert(0, Act("Đối chiếu lại với sổ", again, is_post=True))
    if actor.has(*OFFICE) and found.is_open:
        acts.append(Act("Hủy danh sách", reverse("office:undo_agency_list", args=[found.ref])))
    return CaseHead(
        kind="Danh sách cơ quan khác gửi",
        title=found.topic_name,
        unit=f"{found.agency}, văn bản số {found.paper_no} ngày {say_date(found.paper_on)}",
        standings=(
            Standing("Tình trạng", chip=list_chip(found)),
            Standing("Khi xác nhận, ghi thành", found.meaning_name),
            Standing("Tải lên", say_date(localtime(found.staged_at).date()), found.staged_by),
        ),
        acts=tuple(acts),
    )


def list_chip(found: AgencyListSeen) -> Answer:
    """Return how a list stands, in words."""
    if not found.is_read:
        return IMPORT_CHIPS[found.state]
    if found.waiting:
        return Answer(Kind.PERSON, f"{say_number(found.waiting)} dòng chờ xử lý")
    return Answer(Kind.MET, "Đã xử lý hết")


def list_tally(counts: Mapping[str, int], wanted: str) -> pieces.Tally:
    """Return the bar of states with its filters."""
    groups = (
        ("Chờ xử lý", (ListedState.CERTAIN, ListedState.CHOOSE, ListedState.UNKNOWN)),
        ("Đã xử lý", (ListedState.CONFIRMED, ListedState.DISMISSED)),
        ("Không dùng được", (ListedState.PROBLEM, ListedState.HELD)),
    )
    return tally_by_state(groups, ANSWERS, WORDS, counts, wanted)


def listed_shown(
    found: AgencyListSeen, rows: Iterable[ListedRowSeen], *, may_act: bool
) -> list[ListedShown]:
    """Return the rows as the list shows them."""
    return [listed_row_shown(found, row, may_act=may_act) for row in rows]


def listed_row_shown(found: AgencyListSeen, row: ListedRowSeen, *, may_act: bool) -> ListedShown:
    """Return one row ready for a page."""
    said = row.said
    is_word = found.file.kind is FileKind.DOCX
    may_tick = may_act and row.state is ListedState.CERTAIN
    about = [birth_said(said), said["position"]]
    on = day_of(said["matter_on"])
    return ListedShown(
        place=row.row,
        anchor=f"dong-{row.sheet_no}-{row.row}",
        sheet=row.sheet.lower() if is_word else f"trang “{row.sheet}”",
        name=said["name"] or "(không ghi tên)",
        about=" · ".join(part for part in about if part),
        unit=", ".join(part for part in (said["unit"], said["above"]) if part),
        matter=matter_of(found.topic, said),
        on=say_date(on) if on else "",
        answer=ANSWERS[row.state],
        why=row.decided_why if row.state is ListedState.DISMISSED else row.why,
        meant=row.holder_name,
        meant_href=holder_href(row.holder_key),
        became=_became(row),
        problems=tuple(_problem(p, is_word=is_word) for p in row.problems if not p["is_hint"]),
        hints=tuple(_problem(p, is_word=is_word) for p in row.problems if p["is_hint"]),
        mends=mends_told(row.mends, is_word=is_word),
        mend_href=reverse("office:agency_list_mend", args=[found.ref, row.sheet_no, row.row])
        if may_act and row.can_mend
        else "",
        tick=f"{row.sheet_no}-{row.row}-{row.version}" if may_tick else "",
        href=reverse("office:listed_row", args=[found.ref, row.sheet_no, row.row]),
    )


def _problem(problem: Mapping[str, Any], *, is_word: bool) -> str:
    return f"{place_said(problem['cell'], is_word=is_word)}: {problem['text']}"


def _became(row: ListedRowSeen) -> tuple[str, ...]:
    told = tuple(f"{one.title}{' (đã rút)' if one.is_withdrawn else ''}" for one in row.became)
    if row.decided_at is None:
        return told
    return (*told, f"{row.decided_by}, ngày {say_date(localtime(row.decided_at).date())}")


def holder_href(key: str) -> str:
    """Return the address of whom a key names, "" for none."""
    found = holder_of(key)
    return reverse(HOLDER_PAGES[found[0]], args=[found[1]]) if found else ""


def holders_shown(actor: Actor, row: ListedRowSeen) -> tuple[pieces.Namesake, ...]:
    """Return whom the row may mean, each with what speaks for it; two queries."""
    why = {one["key"]: one["why"] for one in row.candidates}
    if row.holder_key:
        why = {row.holder_key: row.why, **why}
    known: dict[str, Named] = {}
    for prefix, of in (("p:", HolderKind.PERSON), ("o:", HolderKind.ORGANISATION)):
        refs = [key[2:] for key in why if key.startswith(prefix)]
        found = named(actor, of, refs) if refs else {}
        known |= {prefix + ref: one for ref, one in found.items()}
    return tuple(
        namesake(key, known[key].name, known[key].above, why[key], born=_born(key, known[key]))
        for key in why
        if key in known
    )


def _born(key: str, one: Named) -> str:
    return born_said(one.birth_on, one.birth_year) if key.startswith("p:") else ""


def namesake(key: str, name: str, above: str, why: str, *, born: str = "") -> pieces.Namesake:
    """Return one of those a row may mean."""
    title = ", ".join(part for part in (name, born, above) if part)
    return pieces.Namesake(key, title, more=why, href=holder_href(key))


def row_initial(found: AgencyListSeen, row: ListedRowSeen) -> dict[str, object]:
    """Return what the form of a row begins with: what row and list say."""
    said = row.said
    is_discipline = found.meaning is RowMeaning.DISCIPLINED
    return {
        "version": row.version,
        "kind": found.meaning,
        "holder": row.holder_key,
        "note": matter_of(found.topic, said),
        "since": day_of(said["matter_on"]) or (_paper_on(said) if is_discipline else None),
        "level": said["level"] if is_discipline else "",
        "paper_no": said["paper_no"] or found.paper_no,
        "paper_on": _paper_on(said) or found.paper_on,
        "paper_by": said["paper_by"] or found.agency,
    }


def _paper_on(said: Mapping[str, Any]) -> date | None:
    return day_of(said["paper_on"])


def row_facts(found: AgencyListSeen, row: ListedRowSeen) -> list[Fact]:
    """Return what the row says and where that stands in the file."""
    shown = listed_row_shown(found, row, may_act=False)
    cells = ", ".join(dict.fromkeys(row.cells.values()))
    sender = f"{found.agency}, văn bản số {found.paper_no} ngày {say_date(found.paper_on)}"
    file_href = reverse("office:agency_list_file", args=[found.ref])
    facts = [
        Fact("Người, tập thể", shown.name, source=shown.about),
        Fact("Đơn vị", shown.unit or "không ghi"),
        Fact("Nội dung", shown.matter, source=f"ngày {shown.on}" if shown.on else ""),
        Fact("Danh sách", found.topic_name, source=sender),
        Fact(
            "Nguồn",
            found.file.name,
            href=file_href,
            source=f"{shown.sheet}, dòng {row.row}" + (f", ô {cells}" if cells else ""),
        ),
        Fact("Kết quả đối chiếu", shown.why, answers=(shown.answer,)),
    ]
    if shown.meant:
        facts.append(Fact("Trong sổ", shown.meant, href=shown.meant_href))
    if shown.became:
        facts.append(Fact("Đã ghi", "; ".join(shown.became)))
    return facts


def denials_shown(actor: Actor, row: ListedRowSeen) -> list[tuple[str, str, str]]:
    """Return who was said not to be meant, why, and by whom."""
    told = []
    for prefix, of in (("p:", HolderKind.PERSON), ("o:", HolderKind.ORGANISATION)):
        mine = [one for one in row.denied if one["key"].startswith(prefix)]
        known = named(actor, of, [one["key"][2:] for one in mine]) if mine else {}
        for one in mine:
            who = known.get(one["key"][2:])
            told.append((who.name if who else "bản ghi đã gộp", one["reason"], one["by"]))
    return told


def notice_chip(notice: NoticeSeen) -> Answer:
    """Return whether it stands, in words."""
    if notice.withdrawn_at is not None:
        return Answer(Kind.NOTE, "Đã rút")
    return Answer(Kind.PERSON, "Cần xem khi xét")


def notices_shown(notices: Iterable[NoticeSeen], actor: Actor) -> dict[str, object]:
    """Return the notices of a record with their columns, for the page of the record.

    Under another name than the layout's own `notices`, which says what was just done.
    """
    may_act = actor.has(*OFFICE)
    lines = [
        NoticeLine(
            one,
            notice_chip(one),
            f"{one.file_name}, trang “{one.sheet}”, dòng {one.row}",
            reverse("office:listed_row", args=[one.list_ref, one.sheet_no, one.row]),
            reverse("office:withdraw_notice", args=[one.ref])
            if may_act and one.withdrawn_at is None
            else "",
        )
        for one in notices
    ]
    return {"remarks": lines, "remark_columns": NOTICE_COLUMNS}
