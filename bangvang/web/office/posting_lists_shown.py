"""How lists of postings look: the masthead, the bar of states, one row."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.jobs.states import State
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.selectors.naming import Named, named
from bangvang.registry.selectors.posting_lists import (
    AS_PERSON,
    PostingListSeen,
    PostingRowSeen,
    entering_postings_job,
    posting_list_seen,
    reading_postings_job,
)
from bangvang.registry.selectors.postings import CLASS_NAMES
from bangvang.registry.states import HolderKind, ImportState, RowState
from bangvang.web.components import pieces
from bangvang.web.components.pieces import Act, Answer, CaseHead, Column, Progress, Standing
from bangvang.web.navigation import OFFICE
from bangvang.web.office.imports_shown import (
    IMPORT_CHIPS,
    answer_of,
    birth_said,
    entered_standing,
    mends_told,
    place_said,
)
from bangvang.web.people import born_said
from bangvang.web.progress import progress_of

_CELL = re.compile(r"^Ô ([A-Z]{1,3}\d+)(?=: )")
LIST_COLUMNS = (
    Column("Tệp", "name"),
    Column("Tải lên", "mid"),
    Column("Dòng"),
    Column("Tình trạng", "mid"),
)
COLUMNS = (
    Column("Dòng", "index", is_number=True),
    Column("Người", "name"),
    Column("Công tác"),
    Column("Kết quả"),
)


@dataclass(frozen=True)
class PostingRowShown:
    """One row, ready for the page."""

    place: int
    anchor: str
    sheet: str
    name: str
    href: str
    born: str
    work: str
    span: str
    source: str
    answer: Answer
    why: str
    meant: str
    problems: tuple[str, ...]
    hints: tuple[str, ...]
    mends: tuple[str, ...]
    mend_href: str
    people: tuple[pieces.Namesake, ...]
    choose_href: str
    can_take_back: bool


def postings_with_progress(actor: Actor, ref: str) -> tuple[PostingListSeen, Progress | None]:
    """Return a list, and how far reading or entering is, as long as that is news.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    reading, entering = reading_postings_job(ref), entering_postings_job(ref)
    found = posting_list_seen(actor, ref)
    href = reverse("office:posting_list", args=[ref])
    if found.state is ImportState.READING:
        return found, progress_of(reading, href=href) if reading else None
    is_news = found.is_open and entering is not None and entering.state is not State.DONE
    return found, progress_of(entering, href=href) if entering and is_news else None


def posting_list_head(found: PostingListSeen, actor: Actor, *, may_act: bool) -> CaseHead:
    """Return the masthead of a list; `may_act`: its rows may be worked on now."""
    acts = [Act("Mở tệp gốc", reverse("office:posting_list_file", args=[found.ref]))]
    if may_act:
        again = reverse("office:match_postings", args=[found.ref])
        acts.insert(0, Act("Đối chiếu lại với sổ", again, is_post=True))
    if actor.has(*OFFICE) and found.is_open:
        acts.append(Act("Hủy danh sách", reverse("office:undo_posting_list", args=[found.ref])))
    return CaseHead(
        kind="Danh sách quá trình công tác",
        title=found.file.name,
        standings=(
            Standing("Tình trạng", chip=IMPORT_CHIPS[found.state]),
            Standing("Tải lên", say_date(localtime(found.staged_at).date()), found.staged_by),
            entered_standing(found),
        ),
        acts=tuple(acts),
    )


def posting_rows_shown(
    actor: Actor, found: PostingListSeen, rows: Iterable[PostingRowSeen], *, may_act: bool
) -> list[PostingRowShown]:
    """Return the rows with the people they may mean; one query for all of them."""
    kept = list(rows)
    refs = [one["key"].removeprefix(AS_PERSON) for row in kept for one in row.candidates]
    people = named(actor, HolderKind.PERSON, refs) if refs else {}
    return [_row(found, row, people, may_act=may_act) for row in kept]


def _row(
    found: PostingListSeen, row: PostingRowSeen, people: Mapping[str, Named], *, may_act: bool
) -> PostingRowShown:
    said, is_word = row.said, found.file.kind is FileKind.DOCX
    place = (found.ref, row.sheet_no, row.row)
    problems = [
        (f"{place_said(one['cell'], is_word=is_word)}: {one['text']}", one["is_hint"])
        for one in row.problems
    ]
    unit = row.unit_name or ", ".join(filter(None, (said["unit"], said["above"])))
    parts = (said["position"], unit, CLASS_NAMES.get(said["subject_class"], ""))
    asks = may_act and row.state is RowState.CHOOSE
    return PostingRowShown(
        place=row.row,
        anchor=f"dong-{row.sheet_no}-{row.row}",
        sheet=row.sheet.lower() if is_word else f"trang “{row.sheet}”",
        name=said["name"] or "(không ghi tên)",
        href=reverse("office:person", args=[row.person_ref]) if row.person_ref else "",
        born=birth_said(said),
        work=", ".join(part for part in parts if part),
        span=_span(said["since"], said["until"]),
        source=said["source"],
        answer=answer_of(found, row.state),
        why=_why(row, is_word=is_word),
        meant=_meant(row),
        problems=tuple(text for text, is_hint in problems if not is_hint),
        hints=tuple(text for text, is_hint in problems if is_hint),
        mends=mends_told(row.mends, is_word=is_word),
        mend_href=reverse("office:posting_list_mend", args=place)
        if may_act and row.can_mend
        else "",
        people=_namesakes(row, people) if asks else (),
        choose_href=reverse("office:choose_posted", args=place),
        can_take_back=may_act and row.is_chosen and row.state is not RowState.ACCEPTED,
    )


def _why(row: PostingRowSeen, *, is_word: bool) -> str:
    """Return why a row is not entered; where it stands as a table of Word says it."""
    if row.state not in (RowState.CHOOSE, RowState.HELD, RowState.PROBLEM):
        return ""
    return _CELL.sub(lambda at: place_said(at[1], is_word=is_word), row.why)


def _span(since: str, until: str) -> str:
    """Return the days in words, as rows keep them."""
    begins = f"từ ngày {say_date(date.fromisoformat(since))}" if since else "không rõ từ ngày nào"
    if not until:
        return begins
    return f"{begins}, đến trước ngày {say_date(date.fromisoformat(until))}"


def _meant(row: PostingRowSeen) -> str:
    if row.accepted_at is not None:
        return f"{row.accepted_by} ghi vào sổ ngày {say_date(localtime(row.accepted_at).date())}"
    if row.state is not RowState.READY:
        return ""
    return f"Trong sổ: {row.person_name} ({row.why[0].lower()}{row.why[1:].rstrip('.')})"


def _namesakes(row: PostingRowSeen, people: Mapping[str, Named]) -> tuple[pieces.Namesake, ...]:
    shown = []
    for one in row.candidates:
        if person := people.get(one["key"].removeprefix(AS_PERSON)):
            born = born_said(person.birth_on, person.birth_year)
            title = ", ".join(part for part in (person.name, born, person.above) if part)
            href = reverse("office:person", args=[person.ref])
            shown.append(pieces.Namesake(one["key"], title, more=one["why"], href=href))
    return tuple(shown)
