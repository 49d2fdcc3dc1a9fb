"""How long a sign-in stays closed after failures, longer each time; and opening it again."""

from datetime import timedelta

from axes.models import AccessFailureLog
from axes.utils import reset
from django.conf import settings
from django.http import HttpRequest

from bangvang.foundation.clock import recorded_now

FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=2)
LOOKED_BACK = timedelta(hours=24)


def back_off(request: HttpRequest) -> timedelta:
    """Return how long this account at this address waits: 5 minutes, doubled at each lock-out.

    Counted over the failures of the last 24 hours; never more than two hours.
    """
    failures: int = AccessFailureLog.objects.filter(
        username=request.POST.get("username", ""),
        ip_address=getattr(request, "axes_ip_address", None),
        attempt_time__gte=recorded_now() - LOOKED_BACK,
    ).count()
    lock_outs: int = failures // settings.AXES_FAILURE_LIMIT
    return min(FIRST_WAIT * int(2 ** min(max(lock_outs - 1, 0), 10)), LONGEST_WAIT)


def failures_of(username: str) -> int:
    """Return how many sign-ins of the name failed in the last 24 hours and still weigh."""
    count: int = AccessFailureLog.objects.filter(
        username=username, attempt_time__gte=recorded_now() - LOOKED_BACK
    ).count()
    return count


def forget_failures(username: str) -> None:
    """Open sign-in for the name again at every address."""
    reset(username=username)
    AccessFailureLog.objects.filter(username=username).delete()
