"""The one reader of the clock; read at the edges only (`web`, `cli`, `demo`).

The day can be made to stand (setting `BANGVANG_DAY`, demonstration only): then every machine day
runs through that one day's office hours, so that a session held at two in the morning makes
sense. What was *recorded* when is always the machine's own time.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
OPENS = time(8, 30)
OFFICE_SHARE = timedelta(hours=8) / timedelta(days=1)
"""How much of the standing day passes in a day of the machine: from 8:30 to 16:30."""


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
    since_midnight = moment - moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return datetime.combine(day, OPENS, tzinfo=HANOI) + since_midnight * OFFICE_SHARE


def today() -> date:
    """Return the day on which things happen."""
    return now().date()
