"""The day whose law is shown, as it stands in the address."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest

from bangvang.foundation.vietnamese import say_date
from bangvang.law import NotInForce, catalogue_on
from bangvang.web.asked_day import asked_day


@dataclass(frozen=True)
class Day:
    """The day whose law is shown; `refused` says why another one was not."""

    on: date
    refused: str = ""
    was_asked: bool = False


def day_of(request: HttpRequest, *, today: date) -> Day:
    """Return the day asked for in the address, today where none or an impossible one is."""
    on, unreadable = asked_day(request, today=today)
    if unreadable or not request.GET.get("ngay"):
        return Day(today, unreadable)
    try:
        catalogue_on(on)
    except NotInForce:
        return Day(today, f"Hệ thống chưa có quy định của ngày {say_date(on)}; đang xem hôm nay.")
    return Day(on, was_asked=True)


def keeping(address: str, day: Day) -> str:
    """Return an address that keeps the chosen day."""
    return f"{address}?{urlencode({'ngay': day.on.isoformat()})}" if day.was_asked else address
