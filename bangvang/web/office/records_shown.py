"""How records of the register look at the office: masthead, awards, grades, initiatives, bars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.selectors.bars import BarSeen
from bangvang.registry.selectors.collectives import Roll
from bangvang.registry.selectors.people import PersonSeen
from bangvang.registry.selectors.records import CollectiveRecord, PersonRecord
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Column,
    Figure,
    Kind,
    Link,
    Standing,
    Tab,
)
from bangvang.web.navigation import OFFICE
from bangvang.web.people import born_said
from bangvang.web.records import called

BAR_COLUMNS = (
    Column("Lý do", "name"),
    Column("Thời gian", "mid"),
    Column("Căn cứ"),
    Column("Tình trạng", "mid"),
)
GRADES = ("HTXSNV", "HTTNV", "HTNV", "KHTNV")
"""The grades, best first; what is none of them comes last."""


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
    """Return the lists of the register."""
    return (
        Tab("Người", reverse("office:people"), current == "people"),
        Tab("Tập thể", reverse("office:collectives"), current == "collectives"),
        Tab("Hộ gia đình, nước ngoài", reverse("office:recipients"), current == "recipients"),
        Tab("Năm nào đã đủ", reverse("office:whole_years"), current == "years"),
        Tab("Có thể là một", reverse("office:doubles"), current == "doubles"),
        Tab("Đính chính, hủy bỏ", reverse("office:amendments"), current == "amendments"),
    )


def record_tabs(of: str, ref: str, current: str, *, is_apart: bool = False) -> tuple[Tab, ...]:
    """Return the sides of a record; `of` is "person" or "collective".

    `is_apart`: a household, a foreign collective: it has no page as a body.
    """
    sides = (
        Tab("Hồ sơ", reverse(f"office:{of}", args=[ref]), current == "record"),
        Tab("Lộ trình", reverse(f"office:{of}_ladder", args=[ref]), current == "ladder"),
    )
    if of != "collective" or is_apart:
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
        kind=f"Người nước ngoài: {person.nationality}"
        if person.nationality
        else "Người trong sổ khen thưởng",
        title=person.full_name,
        unit=", ".join(part for part in (person.position, _unit_said(record)) if part),
        standings=(
            Standing("Ngày sinh", born_said(person.birth_on, person.birth_year), _identity(person)),
            *_described(person),
            _bars_standing(record.bars, on),
        ),
        acts=(
            *_given(person.ref, "person", actor, can=bool(person.nationality)),
            *_acts(HolderKind.PERSON, person.ref, actor, has_number=bool(person.identity_digest)),
        ),
    )


def _described(person: PersonSeen) -> tuple[Standing, ...]:
    """Return sex and ethnic group as far as the register has them."""
    sex = {"F": "nữ", "M": "nam"}.get(person.sex, "")
    ethnicity = f"dân tộc {person.ethnicity}" if person.ethnicity else ""
    said = ", ".join(part for part in (sex, ethnicity) if part)
    return (Standing("Giới tính, dân tộc", said),) if said else ()


def _unit_said(record: PersonRecord) -> str:
    name = record.person.organisation_name
    return f"{name} ({record.unit_now})" if record.unit_now else name


def collective_head(record: CollectiveRecord, actor: Actor, *, on: date) -> CaseHead:
    """Return the masthead of an organisation."""
    if record.is_apart:
        return _apart_head(record, actor, on=on)
    existed = f"từ {say_date(record.since)}"
    if record.until is not None:
        existed += f", đến trước {say_date(record.until)}"
    return CaseHead(
        kind=f"Tập thể trong sổ khen thưởng: {record.kind_name}",
        title=record.name,
        unit=record.parent_name,
        standings=(
            Standing("Hoạt động", existed, note=record.became),
            _bars_standing(record.bars, on),
        ),
        acts=_acts(HolderKind.ORGANISATION, record.ref, actor),
    )


def _apart_head(record: CollectiveRecord, actor: Actor, *, on: date) -> CaseHead:
    """Return the masthead of a household, a foreign collective or a country."""
    now = f" ({record.parent_now})" if record.parent_now else ""
    return CaseHead(
        kind=f"Trong sổ khen thưởng: {record.kind_name}",
        title=record.name,
        unit=f"{record.parent_name}{now}",
        standings=(_bars_standing(record.bars, on),),
        acts=(
            *_given(record.ref, "collective", actor, can=record.can_be_given),
            *_acts(HolderKind.ORGANISATION, record.ref, actor),
            *_apart_acts(record, actor),
        ),
    )


def _apart_acts(record: CollectiveRecord, actor: Actor) -> tuple[Act, ...]:
    if not record.can_be_given or not actor.has(*OFFICE):
        return ()
    head = Act("Ghi chủ hộ", reverse("office:householder", args=[record.ref]))
    others = Act("Tìm bản ghi khác", reverse("office:other_apart", args=[record.ref]))
    return (head, others) if record.is_household else (others,)


def _given(ref: str, of: str, actor: Actor, *, can: bool) -> tuple[Act, ...]:
    """Return the act of entering an award from its decision."""
    if not can or not actor.has(*OFFICE):
        return ()
    return (Act("Ghi lượt khen", reverse(f"office:give_{of}", args=[ref]), is_main=True),)


def _identity(person: PersonSeen) -> str:
    return f"số định danh •••••••••{person.identity_tail}" if person.identity_tail else ""


def _bars_standing(bars: Iterable[BarSeen], on: date) -> Standing:
    standing = sum(bar.bars_on(on) for bar in bars)
    chip = (
        Answer(Kind.NOT_MET, f"{standing} mục còn hiệu lực")
        if standing
        else Answer(Kind.MET, "Không có mục nào")
    )
    return Standing(
        "Tạm dừng xét, kỷ luật", chip=chip, note="theo sổ này, hôm nay", is_unprinted=True
    )


def _acts(of: HolderKind, ref: str, actor: Actor, *, has_number: bool = False) -> tuple[Act, ...]:
    if not actor.has(*OFFICE):
        return ()
    acts = [Act("Ghi tạm dừng xét, kỷ luật", reverse(f"office:{BAR_ACTS[of].record}", args=[ref]))]
    if of is HolderKind.PERSON:
        acts.append(Act("Ghi sáng kiến được công nhận", reverse("office:recognise", args=[ref])))
        acts.append(Act("Ghi quá trình công tác", reverse("office:record_posting", args=[ref])))
        acts.append(Act("Ghi giới tính, dân tộc", reverse("office:describe_person", args=[ref])))
        acts.append(Act("Tìm bản ghi khác", reverse("office:other_records", args=[ref])))
        if actor.has(Role.OFFICE_HEAD) or not has_number:
            said = "Sửa số định danh" if has_number else "Ghi số định danh"
            acts.append(Act(said, reverse("office:enter_identity", args=[ref])))
        if actor.has(Role.OFFICE_HEAD):
            acts.append(Act("Xem số định danh", reverse("office:reveal_identity", args=[ref])))
        erasing = f"{reverse('office:record_erasure')}?ve=PERSON&ma={ref}"
        acts.append(Act("Ghi yêu cầu xóa dữ liệu", erasing))
    return tuple(acts)


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


def _grade_order(counted: tuple[str, int]) -> tuple[int, str]:
    code = counted[0]
    return (GRADES.index(code) if code in GRADES else len(GRADES), code)
