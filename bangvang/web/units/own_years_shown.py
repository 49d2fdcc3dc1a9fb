"""How the units' pages say which years are whole, and what of it waits for the unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.selectors.own_decisions import own_decisions_for
from bangvang.registry.selectors.whole_years import KindYear, asked_of, own_years
from bangvang.registry.states import YEARLY_KINDS, YEARLY_NAMES, OwnState
from bangvang.web.components.pieces import Act, Answer, Task
from bangvang.web.deadlines import deadline_shown
from bangvang.web.units.own_shown import own_name
from bangvang.web.whole_years import whole_chip, whole_said

YEARS_SHOWN = 6
SAID = {
    "AWARD": "Sổ đã đủ mọi danh hiệu thi đua, hình thức khen thưởng năm {year} của người trong đơn "
    "vị, kể cả quyết định của cấp trên và Giấy khen.",
    "GRADE": "Sổ đã đủ kết quả xếp loại năm {year} của người trong đơn vị.",
}
HELP = (
    "Chỉ đánh dấu khi không còn quyết định nào của năm đó chưa ghi: từ đây, điều không có trong sổ "
    "được coi là không có khi đối chiếu."
)


@dataclass(frozen=True)
class YearLine:
    """One year of the unit; `hrefs` lead to the page on which the head states it."""

    year: int
    cells: tuple[tuple[str, Answer, str, str], ...]
    """Kind, chip, what is said of it, address or nothing."""


def whole_sentence(record_kind: str, year: int) -> str:
    """Return the words that the head stands for."""
    return SAID[record_kind].format(year=year)


def years_lines(actor: Actor, *, today: date) -> list[YearLine]:
    """Return the last years that are over, newest first."""
    years = range(today.year - 1, today.year - 1 - YEARS_SHOWN, -1)
    seen = own_years(actor, years)
    return [
        YearLine(year, _cells(found, year, actor)) for year, found in zip(years, seen, strict=True)
    ]


def _cells(
    found: Mapping[str, KindYear], year: int, actor: Actor
) -> tuple[tuple[str, Answer, str, str], ...]:
    may = actor.has(Role.UNIT_HEAD)
    return tuple(
        (
            YEARLY_NAMES[kind],
            whole_chip(found[kind]),
            _said(found[kind]),
            reverse("units:state_year", args=[kind.lower(), year])
            if may and found[kind].people and not found[kind].is_whole
            else "",
        )
        for kind in YEARLY_KINDS
    )


def _said(seen: KindYear) -> str:
    said = whole_said(seen)
    if seen.stated_at:
        said += f"; {seen.stated_by} xác nhận {say_date(localtime(seen.stated_at).date())}"
    if seen.asked_at and not seen.is_whole:
        said += f"; cơ quan thường trực đề nghị {say_date(localtime(seen.asked_at).date())}"
    return said


def own_tasks(actor: Actor, *, today: date) -> list[Task]:
    """Return what waits for the unit: its drafts, what waits for the head, years not whole."""
    return [*_decision_tasks(actor, today), *_year_tasks(actor, today)]


def _decision_tasks(actor: Actor, today: date) -> list[Task]:
    tasks = []
    due = deadline_shown(today, today=today, note="")
    for line in own_decisions_for(actor):
        href = reverse("units:own_decision", args=[line.ref])
        title = f"Ghi quyết định: {own_name(line, today)}"
        if line.state == OwnState.DRAFT and actor.has(Role.UNIT_OFFICER):
            back = line.sent_back_reason
            why = f"Thủ trưởng trả lại: {back}" if back else f"Đang lập, {line.rows} người."
            tasks.append(Task(title, href, why, Act("Ghi tiếp", href), due))
        if line.state == OwnState.WITH_HEAD and actor.has(Role.UNIT_HEAD):
            why = f"{line.prepared_by} đã ghi {line.rows} người, chờ số, ngày và bản quét."
            tasks.append(Task(title, href, why, Act("Xem và xác nhận", href, is_main=True), due))
    return tasks


def _year_tasks(actor: Actor, today: date) -> list[Task]:
    """Return one task a year that the office asked for or that has just ended."""
    asked = {(kind, year): (at, by) for kind, year, at, by in asked_of(actor)}
    last = today.year - 1
    wanted = sorted({*(year for _, year in asked), last}, reverse=True)
    found = zip(wanted, own_years(actor, wanted), strict=True)
    return [task for year, seen in found if (task := _year_task(year, seen, asked, today))]


def _year_task(
    year: int,
    seen: Mapping[str, KindYear],
    asked: Mapping[tuple[str, int], object],
    today: date,
) -> Task | None:
    last = today.year - 1
    missing = [
        kind
        for kind in YEARLY_KINDS
        if seen[kind].open_people and (year == last or (kind, year) in asked)
    ]
    if not missing:
        return None
    names = " và ".join(YEARLY_NAMES[kind].lower() for kind in missing)
    is_asked = any((kind, year) in asked for kind in missing)
    people = max(seen[kind].open_people for kind in missing)
    why = (
        f"Sổ chưa đủ {names} của {people} người; thiếu thì hồ sơ và lộ trình của họ phải có "
        "người xem."
    )
    if is_asked:
        why = f"Cơ quan thường trực đề nghị. {why}"
    href = reverse("units:years")
    due = deadline_shown(today, today=today, note="")
    return Task(f"Ghi đủ kết quả năm {year}", href, why, Act("Xem năm nào còn thiếu", href), due)


def kind_of(word: str) -> str | None:
    """Return the kind of records that the address names."""
    return next((kind for kind in YEARLY_KINDS if kind.lower() == word), None)
