"""What has to be in order before a year begins: each point looked up, with the page to mend it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from bangvang.accounts.selectors import units_without
from bangvang.council.selectors.councils import council_page, councils_for
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.days_off import public_holidays, shipped_swaps, worked_weekends
from bangvang.law import unconfirmed
from bangvang.lawbook.selectors.readings import readings_for
from bangvang.lawbook.states import State as ReadingState
from bangvang.nominations.selectors.rounds import rounds
from bangvang.registry.selectors.whole_years import UnitYear, year_table
from bangvang.web.components.pieces import Act, Answer, Kind

NAMES_SHOWN = 5


@dataclass(frozen=True)
class Point:
    """One line of the checklist."""

    label: str
    chip: Answer
    said: str
    act: Act | None = None


def checklist(actor: Actor, year: int, *, on: date) -> list[Point]:
    """Return the points of opening a year, as they stand on the day."""
    units = year_table(actor, year - 1, on=on)
    return [
        _rounds(year),
        *_council(actor, on),
        *_law(actor, on),
        _whole(units, year - 1),
        _accounts(units, on),
        _days_off(year + 1),
    ]


def _rounds(year: int) -> Point:
    found = [row for row in rounds() if row.achievement_year == year]
    said = "; ".join(row.title for row in found) or f"Chưa mở đợt nào cho thành tích năm {year}."
    return _point("Đợt xét của năm", bool(found), said, "Các đợt xét", reverse("office:rounds"))


def _council(actor: Actor, on: date) -> list[Point]:
    points = []
    for name in councils_for(actor):
        council = council_page(actor, name.ref, on=on)
        seats = f"{council.total} ghế theo quyết định đang có hiệu lực"
        empty = f", {council.vacancies} ghế trống" if council.vacancies else ", không ghế nào trống"
        points.append(
            _point(council.name, bool(council.total) and not council.vacancies, f"{seats}{empty}.")
        )
        regulation = council.regulation
        said = "Đang có quy chế hoạt động." if regulation else "Chưa có quy chế hoạt động."
        points.append(_point("Quy chế hoạt động của Hội đồng", regulation is not None, said))
    return points or [_point("Hội đồng", False, "Chưa ghi thành phần Hội đồng.")]


def _law(actor: Actor, on: date) -> list[Point]:
    waiting = len(readings_for(actor, states=[ReadingState.PROPOSED]))
    unread = len(unconfirmed(on))
    href = reverse("office:law")
    return [
        _point(
            "Giá trị của quy định chờ người thứ hai",
            not waiting,
            f"{waiting} giá trị đã nhập, chờ đối chiếu." if waiting else "Không có.",
            "Quy định",
            href,
        ),
        _point(
            "Giá trị của quy định chưa đối chiếu nguyên văn",
            not unread,
            f"{unread} giá trị: điều kiện dựa vào chúng để người thẩm định quyết định."
            if unread
            else "Không có.",
            "Quy định",
            href,
        ),
    ]


def _whole(units: list[UnitYear], year: int) -> Point:
    missing = [u for u in units if not all(kind.is_whole for kind in u.kinds.values())]
    said = f"{len(units) - len(missing)} trên {len(units)} đơn vị đã xác nhận đủ năm {year}."
    return _point(
        f"Khen thưởng đơn vị tự tặng năm {year}",
        not missing,
        f"{said}{_named([u.unit_name for u in missing])}",
        "Đơn vị đã đủ",
        reverse("office:whole_years"),
    )


def _accounts(units: list[UnitYear], on: date) -> Point:
    roles = (Role.UNIT_OFFICER, Role.UNIT_HEAD)
    without = units_without(roles, {u.unit_ref for u in units}, on=on)
    said = f"{len(units) - len(without)} trên {len(units)} đơn vị có cả cán bộ lập và thủ trưởng."
    names = [u.unit_name for u in units if u.unit_ref in without]
    return _point("Tài khoản của đơn vị", not without, f"{said}{_named(names)}")


def _days_off(year: int) -> Point:
    swaps = sum(swap.off.year == year for swap in shipped_swaps()) + len(worked_weekends(year))
    known = len(public_holidays(year))
    said = f"Lịch năm {year} có {known} ngày nghỉ lễ, {swaps} ngày hoán đổi."
    if not swaps:
        said += " Chưa có ngày hoán đổi nào: đối chiếu với thông báo nghỉ lễ, nghỉ bù của năm."
    return _point("Ngày nghỉ để tính ngày làm việc", bool(swaps), said)


def _named(names: list[str]) -> str:
    if not names:
        return ""
    more = f" và {len(names) - NAMES_SHOWN} đơn vị khác" if len(names) > NAMES_SHOWN else ""
    return f" Còn thiếu: {', '.join(names[:NAMES_SHOWN])}{more}."


def _point(label: str, is_met: bool, said: str, act: str = "", href: str = "") -> Point:
    chip = Answer(Kind.MET, "Đã có") if is_met else Answer(Kind.PERSON, "Cần xem")
    return Point(label, chip, said, Act(act, href) if act else None)
