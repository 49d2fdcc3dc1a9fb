"""The one reader of the clock; read at the edges only (`web`, `cli`, `demo`).

The day can be made to stand (setting `BANGVANG_DAY`, demonstration only): then `now()` is the
machine's time of day on that day. What was *recorded* when is always the machine's own time.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def recorded_now() -> datetime:
    """Return the machine's own moment, whatever day the demonstration stands on."""
    return datetime.now(tz=HANOI)


def standing_day() -> date | None:
    """Return the day on which the demonstration's clock stands, or None on a real system."""
    day: date | None = settings.BANGVANG_DAY
    return day


def now() -> datetime:
    """Return the moment at which things happen, aware, in Viet Nam's time."""
    moment = recorded_now()
    day = standing_day()
    if day is None:
        return moment
    return datetime.combine(day, moment.time(), tzinfo=HANOI)


def today() -> date:
    """Return the day on which things happen."""
    return now().date()
