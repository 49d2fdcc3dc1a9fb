"""The day whose law is shown, as it stands in the address."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest

from bangvang.foundation.vietnamese import say_date
from bangvang.law import NotInForce, catalogue_on


@dataclass(frozen=True)
class Day:
    """The day whose law is shown; `refused` says why another one was not."""

    on: date
    refused: str = ""
    was_asked: bool = False


def day_of(request: HttpRequest, *, today: date) -> Day:
    """Return the day asked for in the address, today where none or an impossible one is."""
    said = request.GET.get("ngay", "")
    if not said:
        return Day(today)
    try:
        on = date.fromisoformat(said)
    except ValueError:
        return Day(today, "Ngày không đọc được; đang xem quy định của ngày hôm nay.")
    try:
        catalogue_on(on)
    except NotInForce:
        return Day(today, f"Hệ thống chưa có quy định của ngày {say_date(on)}; đang xem hôm nay.")
    return Day(on, was_asked=True)


def keeping(address: str, day: Day) -> str:
    """Return an address that keeps the chosen day."""
    return f"{address}?{urlencode({'ngay': day.on.isoformat()})}" if day.was_asked else address
