"""How records of the register look at the office: masthead, awards, grades, initiatives, bars."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Kind as AwardKind
from bangvang.law import UnknownAward, award_name, kind_name
from bangvang.registry.selectors.bars import BarSeen
from bangvang.registry.selectors.body_history import AsWritten, now_called
from bangvang.registry.selectors.collectives import Roll
from bangvang.registry.selectors.holdings import Holding, PersonHistory, UsedFor
from bangvang.registry.selectors.people import PersonSeen
from bangvang.registry.selectors.records import CollectiveRecord, PersonRecord
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Column,
    Fact,
    Figure,
    Kind,
    Link,
    Standing,
    Tab,
)
from bangvang.web.navigation import OFFICE
from bangvang.web.people import born_said

AWARD_COLUMNS = (
    Column("Danh hiệu, hình thức", "name"),
    Column("Năm thành tích", "num"),
    Column("Quyết định"),
    Column("Tình trạng", "mid"),
)
GRADE_COLUMNS = (Column("Xếp loại", "name"), Column("Năm", "num"), Column("Quyết định"))
INITIATIVE_COLUMNS = (
    Column("Sáng kiến, đề tài", "name"),
    Column("Năm", "num"),
    Column("Công nhận"),
    Column("Đã dùng để xét"),
)
BAR_COLUMNS = (
    Column("Lý do", "name"),
    Column("Thời gian", "mid"),
    Column("Căn cứ"),
    Column("Tình trạng", "mid"),
)
KINDS_OF_RECORDS = {"AWARD": "Khen thưởng", "GRADE": "Xếp loại hằng năm", "INITIATIVE": "Sáng kiến"}
GRADES = ("HTXSNV", "HTTNV", "HTNV", "KHTNV")
"""The grades, best first; what is none of them comes last."""
UNKNOWN = "chưa biết; thiếu một dòng không có nghĩa là không có"


@dataclass(frozen=True)
class BarActs:
    """The addresses of what can be done with the bars of one holder."""

    page: str
    record: str
    lift: str
    withdraw: str


BAR_ACTS = {
    HolderKind.PERSON: BarActs("person", "record_bar", "lift_bar", "withdraw_bar"),
    HolderKind.ORGANISATION: BarActs(
        "collective", "record_collective_bar", "lift_collective_bar", "withdraw_collective_bar"
    ),
}


@dataclass(frozen=True)
class BarLine:
    """One bar in the table; without an address it cannot be lifted or withdrawn by who looks."""

    bar: BarSeen
    chip: Answer
    lift_href: str = ""
    withdraw_href: str = ""


def tabs_of(current: str) -> tuple[Tab, ...]:
    """Return the two lists of the register."""
    return (
        Tab("Người", reverse("office:people"), current == "people"),
        Tab("Tập thể", reverse("office:collectives"), current == "collectives"),
    )


def record_tabs(of: str, ref: str, current: str) -> tuple[Tab, ...]:
    """Return the sides of a record; `of` is "person" or "collective"."""
    sides = (
        Tab("Hồ sơ", reverse(f"office:{of}", args=[ref]), current == "record"),
        Tab("Lộ trình", reverse(f"office:{of}_ladder", args=[ref]), current == "ladder"),
    )
    if of != "collective":
        return sides
    return (*sides, Tab("Tên gọi, tổ chức", reverse("office:body", args=[ref])))


def way(above_ref: str, above_name: str) -> list[Link]:
    """Return the breadcrumbs of a record: the list, and what the person or unit belongs to."""
    above = [Link(above_name, reverse("office:collective", args=[above_ref]))] if above_ref else []
    return [Link("Người và tập thể", reverse("office:people")), *above]


def person_head(record: PersonRecord, actor: Actor, *, on: date) -> CaseHead:
    """Return the masthead of a person."""
    person = record.person
    return CaseHead(
        kind="Người trong sổ khen thưởng",
        title=person.full_name,
        unit=", ".join(part for part in (person.position, _unit_said(record)) if part),
        standings=(
            Standing("Ngày sinh", born_said(person.birth_on, person.birth_year), _identity(person)),
            _bars_standing(record.bars, on),
        ),
        acts=_acts(HolderKind.PERSON, person.ref, actor),
    )


def _unit_said(record: PersonRecord) -> str:
    name = record.person.organisation_name
    return f"{name} ({record.unit_now})" if record.unit_now else name


def collective_head(record: CollectiveRecord, actor: Actor, *, on: date) -> CaseHead:
    """Return the masthead of an organisation."""
    existed = f"từ {say_date(record.since)}"
    if record.until is not None:
        existed += f", đến trước {say_date(record.until)}"
    return CaseHead(
        kind=f"Tập thể trong sổ khen thưởng: {record.kind_name}",
        title=record.name,
        unit=record.parent_name,
        standings=(
            Standing("Hoạt động", existed, note=record.now),
            _bars_standing(record.bars, on),
        ),
        acts=_acts(HolderKind.ORGANISATION, record.ref, actor),
    )


def _identity(person: PersonSeen) -> str:
    return f"số định danh •••••••••{person.identity_tail}" if person.identity_tail else ""


def _bars_standing(bars: Iterable[BarSeen], on: date) -> Standing:
    standing = sum(bar.bars_on(on) for bar in bars)
    chip = (
        Answer(Kind.NOT_MET, f"{standing} mục còn hiệu lực")
        if standing
        else Answer(Kind.MET, "Không có mục nào")
    )
    return Standing("Tạm dừng xét, kỷ luật", chip=chip, note="theo sổ này, hôm nay")


def _acts(of: HolderKind, ref: str, actor: Actor) -> tuple[Act, ...]:
    if not actor.has(*OFFICE):
        return ()
    return (Act("Ghi tạm dừng xét, kỷ luật", reverse(f"office:{BAR_ACTS[of].record}", args=[ref])),)


def bars_shown(
    bars: Iterable[BarSeen], of: HolderKind, holder_ref: str, actor: Actor, *, on: date
) -> list[BarLine]:
    """Return the bars with what may be done with each."""
    acts, may_act = BAR_ACTS[of], actor.has(*OFFICE)

    def href(name: str, bar: BarSeen) -> str:
        return reverse(f"office:{name}", args=[holder_ref, bar.ref])

    return [
        BarLine(
            bar,
            bar_chip(bar, on=on),
            href(acts.lift, bar) if may_act and bar.can_be_lifted else "",
            href(acts.withdraw, bar) if may_act and bar.withdrawn_at is None else "",
        )
        for bar in bars
    ]


def bar_chip(bar: BarSeen, *, on: date) -> Answer:
    """Return whether it stands in the way on a day, in words."""
    if bar.withdrawn_at is not None:
        return Answer(Kind.NOTE, "Đã rút")
    if bar.bars_on(on):
        return Answer(Kind.NOT_MET, "Còn hiệu lực")
    if on < bar.since:
        return Answer(Kind.NOTE, "Chưa đến ngày")
    return Answer(Kind.MET, "Đã kết thúc")


def history_shown(history: PersonHistory) -> dict[str, object]:
    """Return the parts of the page that both people and organisations have."""
    awards = _of("AWARD", history)
    now = now_called(map(_unit, awards))
    return {
        "awards": [
            (h, called(h.code, h.decided_on), _kind(h), now.get(_unit(h), "")) for h in awards
        ],
        "award_columns": AWARD_COLUMNS,
        "grades": [(h, called(h.code, h.decided_on)) for h in _of("GRADE", history)],
        "grade_columns": GRADE_COLUMNS,
        "bar_columns": BAR_COLUMNS,
    }


def initiatives_shown(history: PersonHistory) -> dict[str, object]:
    """Return the initiatives with what each was used for."""
    return {
        "initiatives": [
            (h, called(h.code, h.decided_on), [used_said(use) for use in h.used_for])
            for h in _of("INITIATIVE", history)
        ],
        "initiative_columns": INITIATIVE_COLUMNS,
    }


def used_said(use: UsedFor) -> str:
    """Return one use in words."""
    name = called(use.award_code, use.since)
    return f"đã dùng để xét {name} năm {use.year} (Quyết định số {use.decision_no})"


def completeness_shown(complete_from: Mapping[str, int], kinds: Iterable[str]) -> list[Fact]:
    """Return from which year on nothing is missing, for each kind of record."""
    return [
        Fact(
            KINDS_OF_RECORDS[kind],
            f"đủ từ năm {complete_from[kind]}" if kind in complete_from else UNKNOWN,
        )
        for kind in kinds
    ]


def roll_figures(roll: Roll) -> list[Figure]:
    """Return the members' roll; what may be more is marked as such."""
    before = "" if roll.is_complete else "ít nhất "
    return [
        Figure("Người trong sổ", str(roll.people)),
        Figure(called("LDTT", None), str(roll.titled), before=before),
        Figure(called("CSTDCS", None), str(roll.fighters), before=before),
        *(
            Figure(called(code, None), str(count), before=before)
            for code, count in sorted(roll.grades.items(), key=_grade_order)
        ),
        Figure("Kỷ luật từ cảnh cáo", str(roll.disciplined), before="đã ghi "),
    ]


def called(code: str, on: date | None) -> str:
    """Return what an award, a grade or an initiative is called; the code if nobody knows."""
    try:
        return award_name(code, on or date.max)
    except UnknownAward:
        return code


def _of(record_kind: str, history: PersonHistory) -> list[Holding]:
    return [holding for holding in history.holdings if holding.record_kind == record_kind]


def _unit(holding: Holding) -> AsWritten:
    on = holding.decided_on or date.max
    return AsWritten(holding.unit_id or 0, on, holding.unit_as_written)


def _grade_order(counted: tuple[str, int]) -> tuple[int, str]:
    code = counted[0]
    return (GRADES.index(code) if code in GRADES else len(GRADES), code)


def _kind(holding: Holding) -> str:
    return kind_name(AwardKind(holding.kind)) if holding.kind else ""
