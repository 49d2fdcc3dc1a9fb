"""How likely doubles and merges look at the office: pairs, two records side by side, a merge."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.selectors.doubles import PairSide
from bangvang.registry.selectors.holdings import Holding
from bangvang.registry.selectors.joining import Contradiction
from bangvang.registry.selectors.merges import (
    MergePage,
    MergeRow,
    Side,
    TwoRecords,
    merges_awaiting,
)
from bangvang.registry.selectors.postings import PostingSeen
from bangvang.registry.selectors.years_together import Whole, key_of
from bangvang.registry.states import MERGE_STATE_NAMES, HolderKind, MergeState
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Column,
    Fact,
    Kind,
    NotNow,
    Standing,
    Tab,
    Task,
)
from bangvang.web.deadlines import deadline_shown
from bangvang.web.office.postings_shown import span_said
from bangvang.web.people import born_said
from bangvang.web.record_parts import KINDS_OF_RECORDS
from bangvang.web.records import called

WORDS = {HolderKind.PERSON: "nguoi", HolderKind.ORGANISATION: "tap-the"}
"""How an address calls the two kinds of records."""

SIGNS = {
    MergeState.PROPOSED: Kind.PERSON,
    MergeState.DECLINED: Kind.NOTE,
    MergeState.DONE: Kind.MET,
    MergeState.UNDONE: Kind.NOTE,
}
SIDE_COLUMNS = (
    Column("Mục", "mid", is_unseen=True),
    Column("Bản giữ lại"),
    Column("Bản sẽ gộp vào"),
)
FACT_COLUMNS = (
    Column("Danh hiệu, xếp loại, sáng kiến", "name"),
    Column("Năm", "num"),
    Column("Bản giữ lại"),
    Column("Bản sẽ gộp vào"),
)


@dataclass(frozen=True)
class FactLine:
    """One fact of either record; what stands in both counts once."""

    name: str
    year: int
    kept: str
    merged: str
    is_doubled: bool


def kind_of(word: str) -> HolderKind:
    """Return what an address speaks of.

    Raises:
        Unseen: neither people nor bodies.
    """
    for of, said in WORDS.items():
        if said == word:
            return of
    raise Unseen


def doubles_tabs(current: str) -> tuple[Tab, ...]:
    """Return the lists of likely doubles and of merges."""
    return (
        Tab("Người", reverse("office:doubles"), current == "people"),
        Tab("Tập thể, hộ gia đình", reverse("office:double_bodies"), current == "bodies"),
        Tab("Đã ghi là khác nhau", reverse("office:different_pairs"), current == "different"),
        Tab("Các lần gộp", reverse("office:merges"), current == "merges"),
    )


def compare_href(of: HolderKind, ref: str, other_ref: str) -> str:
    """Return the address of two records side by side; the first is the one to keep."""
    return reverse("office:two_records", args=[WORDS[of], ref, other_ref])


def different_href(of: HolderKind) -> str:
    """Return the address of the pairs of this kind that were said to be two."""
    return f"{reverse('office:different_pairs')}?loai={WORDS[of]}"


def side_said(side: PairSide) -> str:
    """Return one record of a pair in a line: birth, number, unit, awards."""
    parts = []
    if side.birth_on or side.birth_year:
        parts.append(f"sinh {born_said(side.birth_on, side.birth_year)}")
    if side.identity_tail:
        parts.append(f"số định danh •••{side.identity_tail}")
    parts += [part for part in (side.position, side.above) if part]
    return ", ".join([*parts, f"{side.awards} lượt khen thưởng"])


def sides_shown(records: TwoRecords) -> list[tuple[str, str, str, bool]]:
    """Return label and both values, and whether they differ."""
    kept, merged = _rows(records.of, records.kept), _rows(records.of, records.merged)
    return [
        (label, mine, theirs, bool(mine and theirs and mine != theirs))
        for (label, mine), (_, theirs) in zip(kept, merged, strict=True)
    ]


def _rows(of: HolderKind, side: Side) -> list[tuple[str, str]]:
    bars = str(sum(bar.withdrawn_at is None for bar in side.bars))
    if side.is_apart:
        return [
            ("Tên", side.name),
            ("Loại", side.position),
            ("Xã, phường hoặc nước", side.above),
            ("Chủ hộ", side.headed_by),
            ("Mục tạm dừng xét", bars),
        ]
    if of is HolderKind.ORGANISATION:
        return [
            ("Tên", side.name),
            ("Loại", side.position),
            ("Đơn vị cấp trên", side.above),
            ("Hoạt động từ", _day(side.since)),
            ("Đến trước", _day(side.until)),
            ("Mục tạm dừng xét", bars),
        ]
    return [
        ("Họ và tên", side.name),
        ("Ngày sinh", born_said(side.birth_on, side.birth_year)),
        ("Giới tính", side.sex),
        ("Số định danh", f"•••••••••{side.identity_tail}" if side.identity_tail else ""),
        ("Chức vụ", side.position),
        ("Đơn vị", side.above),
        ("Quá trình công tác", "; ".join(map(_posting, side.postings))),
        ("Mục tạm dừng xét, kỷ luật", bars),
    ]


def _posting(one: PostingSeen) -> str:
    what = ", ".join(part for part in (one.position, one.unit_name) if part)
    return f"{what}, {span_said(one)}"


def _day(day: date | None) -> str:
    return say_date(day) if day else ""


def facts_shown(records: TwoRecords) -> list[FactLine]:
    """Return the facts of both, newest first; one that both hold is one line."""
    mine = {key_of(h): h for h in records.kept.history.holdings}
    theirs = {key_of(h): h for h in records.merged.history.holdings}
    every = {**theirs, **mine}
    order = sorted(every, key=lambda key: (-every[key].year, every[key].code, str(key)))
    return [
        FactLine(
            _called(every[key]),
            every[key].year,
            _decision(mine.get(key)),
            _decision(theirs.get(key)),
            key in mine and key in theirs,
        )
        for key in order
    ]


def _called(holding: Holding) -> str:
    name = called(holding.code, holding.decided_on)
    return f"{name}: {holding.title}" if holding.record_kind == "INITIATIVE" else name


def _decision(holding: Holding | None) -> str:
    if holding is None:
        return ""
    day = f" ngày {say_date(holding.decided_on)}" if holding.decided_on else ""
    number = f"số {holding.decision_no}{day}" if holding.decision_no else "có"
    return f"{number} (đã hủy)" if holding.revoked_on else number


def near_shown(records: TwoRecords) -> list[str]:
    """Return, in sentences, awards of one kind and year that stand on two decisions."""
    return [
        f"{_called(own)} năm {own.year}: bản giữ lại ghi Quyết định số {own.decision_no}, bản kia "
        f"ghi số {other.decision_no}. Nếu là một quyết định ghi sai số thì sau khi gộp vẫn còn hai "
        "dòng; hãy kiểm tra văn bản."
        for own, other in records.compared.near_doubled
    ]


def completeness_after(records: TwoRecords) -> list[Fact]:
    """Return since when nothing will be missing, for each kind of record."""
    found = records.compared.years.whole
    return [Fact(name, _whole_said(found.get(kind))) for kind, name in KINDS_OF_RECORDS.items()]


def _whole_said(claim: Whole) -> str:
    if claim is None:
        return "chưa biết đủ từ năm nào"
    since, through = claim
    if through is None:
        return f"đủ từ năm {since}"
    return f"đủ năm {since}" if since == through else f"đủ từ năm {since} đến năm {through}"


def choices_of(one: Contradiction) -> list[tuple[str, str]]:
    """Return the two answers to a contradiction, in words."""
    kept, merged = one.kept, one.merged
    if one.key.startswith("grade:"):
        kept, merged = called(kept, None), called(merged, None)
    return [("kept", f"{kept} (bản giữ lại)"), ("merged", f"{merged} (bản sẽ gộp vào)")]


def chosen_shown(shown: MergePage) -> list[Fact]:
    """Return what the proposer answered where both said something different."""
    if shown.records is None:
        return []
    return [
        Fact(one.label, dict(choices_of(one)).get(shown.chosen.get(one.key, ""), "chưa chọn"))
        for one in shown.records.compared.contradictions
    ]


def merge_chip(row: MergeRow) -> Answer:
    """Return the state of a merge, with its sign."""
    return Answer(SIGNS[row.state], MERGE_STATE_NAMES[row.state])


def merge_head(shown: MergePage) -> CaseHead:
    """Return the masthead of a merge with the acts open now."""
    row = shown.row
    standings = [
        Standing("Trạng thái", chip=merge_chip(row)),
        Standing("Người đề nghị", row.proposed_by),
    ]
    if shown.decided_by:
        label = "Người xác nhận" if row.state is not MergeState.DECLINED else "Người không gộp"
        standings.append(Standing(label, shown.decided_by))
    if shown.undone_by:
        standings.append(Standing("Người tách lại", shown.undone_by))
    what = "một người" if row.of is HolderKind.PERSON else "một tập thể"
    return CaseHead(
        kind=f"Gộp hai bản ghi của {what}",
        title=row.kept_name,
        unit=f"nhận bản ghi {row.merged_name}",
        standings=tuple(standings),
        acts=tuple(_acts(shown)),
        not_now=tuple(_not_now(shown)),
    )


def _acts(shown: MergePage) -> Iterator[Act]:
    ref = [shown.row.ref]
    if shown.not_confirming is None and not shown.has_changed:
        yield Act("So lại và xác nhận", reverse("office:confirm_merge", args=ref), is_main=True)
    if shown.not_declining is None:
        yield Act("Không gộp", reverse("office:decline_merge", args=ref))
    if shown.not_undoing is None:
        yield Act("Tách lại như trước", reverse("office:undo_merge", args=ref))


def _not_now(shown: MergePage) -> Iterator[NotNow]:
    if shown.row.state is MergeState.PROPOSED and shown.not_confirming is not None:
        yield NotNow("So lại và xác nhận", shown.not_confirming.sentence)
    if shown.row.state is MergeState.DONE and shown.not_undoing is not None:
        yield NotNow("Tách lại như trước", shown.not_undoing.sentence)


def merge_tasks(actor: Actor, day: date) -> list[Task]:
    """Return the merges that wait for this person's confirmation."""
    tasks = []
    for row in merges_awaiting(actor):
        href = reverse("office:merge", args=[row.ref])
        why = f"{row.proposed_by} đề nghị gộp hai bản ghi."
        due = deadline_shown(day, today=day, note="")
        tasks.append(
            Task(f"Gộp bản ghi: {row.kept_name}", href, why, Act("So hai bản ghi", href), due)
        )
    return tasks
