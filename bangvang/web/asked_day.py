"""The day that an address asks for with `ngay`."""

from datetime import date

from django.http import HttpRequest

UNREADABLE = "Ngày không đọc được; đang xem ngày hôm nay."


def asked_day(request: HttpRequest, *, today: date) -> tuple[date, str]:
    """Return the day to show, and what to say where it is another than was asked for."""
    said = request.GET.get("ngay", "")
    if not said:
        return today, ""
    try:
        return date.fromisoformat(said), ""
    except ValueError:
        return today, UNREADABLE
