"""One attempt at a job, as its task sees it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

from django.db import transaction
from django.db.models import QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.clock import recorded_now
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.states import State

LEASE = timedelta(seconds=30)
"""How long a claim holds without a sign of life; a killed worker's job waits at most so long."""

BETWEEN_REPORTS_S = 0.5
Argument = str | int | bool


class ClaimLost(Exception):
    """Another attempt has the job, or somebody discarded it; this one changes nothing more."""


class Stopping(Exception):
    """The worker was asked to end; the job goes back to wait."""


class GivenUp(Exception):
    """Another attempt cannot help; the message is a sentence for administrators, naming nobody."""


def never() -> bool:
    """Say that nobody asked to stop."""
    return False


@dataclass
class Work:
    """What a task is given.

    `actor` is who asked, in the roles of that moment; `at` is when this attempt happens.
    """

    ref: str
    claim: str
    arguments: dict[str, Argument]
    actor: Actor
    at: datetime
    stops: Callable[[], bool] = never
    is_ended: bool = False
    _reported: float = field(default=-BETWEEN_REPORTS_S, repr=False)

    def report(self, done: int, of: int) -> None:
        """Say how far it is; outside a transaction, so that others see it. Cheap to call often.

        Raises:
            ClaimLost, Stopping: end now.
        """
        if self.stops():
            raise Stopping
        if monotonic() - self._reported < BETWEEN_REPORTS_S and done < of:
            return
        self._reported = monotonic()
        if not sign_of_life(self.ref, self.claim, done=done, of=of):
            raise ClaimLost

    @contextmanager
    def last_step(self) -> Iterator[None]:
        """Do what the job is for, and end the job, in one transaction: both are there or neither.

        Raises:
            ClaimLost: another attempt has the job; nothing of the body stays.
        """
        with transaction.atomic():
            yield
            self.finish()

    def finish(self) -> None:
        """End the job as done.

        Raises:
            ClaimLost: another attempt has the job.
        """
        now = recorded_now()
        ended = held(self.ref, self.claim).update(
            state=State.DONE, claim="", lease_until=None, ended_at=now, error="", error_at=None
        )
        if not ended:
            raise ClaimLost
        self.is_ended = True


def sign_of_life(ref: str, claim: str, **progress: int) -> bool:
    """Lengthen the lease of an attempt; say whether it still has the job."""
    lease = recorded_now() + LEASE
    return bool(held(ref, claim).update(lease_until=lease, **progress))


def held(ref: str, claim: str) -> QuerySet[Job]:
    """Return the job as long as this attempt has it."""
    return Job.objects.filter(ref=ref, claim=claim, state=State.RUNNING)
