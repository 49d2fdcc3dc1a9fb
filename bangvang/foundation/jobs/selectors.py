"""Reading jobs: the administrator's list, one job, and how far something is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, IntegerField, Value, When

from bangvang.foundation.actor import Actor
from bangvang.foundation.jobs.kinds import said_of
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.permissions import (
    may_see_jobs,
    objection_to_discarding,
    objection_to_retrying,
)
from bangvang.foundation.jobs.states import HOLDS_KEY, OPEN, STATE_NAMES, State
from bangvang.foundation.objection import Objection, Unseen

ORDER = (State.FAILED, State.RUNNING, State.WAITING)
"""What needs a person first, what moves next; the rest by its day."""


@dataclass(frozen=True)
class JobSeen:
    """A job as pages show it; every moment is the machine's own."""

    ref: str
    says: str
    state: State
    state_name: str
    asked_by: str
    asked_at: datetime
    attempts: int
    most_attempts: int
    run_after: datetime
    started_at: datetime | None
    ended_at: datetime | None
    done: int | None
    of: int | None
    error: str
    error_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether it waits or runs."""
        return self.state in OPEN

    @property
    def percent(self) -> int | None:
        """How far it is, 0 to 100, where the job said so."""
        if self.done is None or not self.of:
            return None
        return min(100, self.done * 100 // self.of)

    @property
    def is_again(self) -> bool:
        """Whether it waits after an attempt that failed."""
        return self.state is State.WAITING and self.attempts > 0 and bool(self.error)


@dataclass(frozen=True)
class JobPage:
    """One job with what an administrator may do now."""

    job: JobSeen
    retrying: Objection | None
    discarding: Objection | None


def jobs_for(actor: Actor, *, states: Collection[State], first: int, count: int) -> list[JobSeen]:
    """Return some jobs: failed, running, waiting, then the newest ended; all without states.

    Raises:
        Unseen: not an administrator.
    """
    _look(actor)
    place = Case(
        *(When(state=state, then=Value(order)) for order, state in enumerate(ORDER)),
        default=Value(len(ORDER)),
        output_field=IntegerField(),
    )
    found = Job.objects.filter(state__in=states) if states else Job.objects.all()
    return [seen(job) for job in found.order_by(place, "-pk")[first : first + count]]


def counts_for(actor: Actor) -> dict[State, int]:
    """Return how many jobs stand in each state.

    Raises:
        Unseen: not an administrator.
    """
    _look(actor)
    rows = Job.objects.values_list("state").annotate(count=Count("pk")).order_by()
    return {State(state): count for state, count in rows}


def job_for(actor: Actor, ref: str, *, lock: bool = False) -> Job:
    """Return a job to act on.

    Raises:
        Unseen: no such job, or not an administrator.
    """
    _look(actor)
    found = Job.objects.select_for_update() if lock else Job.objects.all()
    job = found.filter(ref=ref).first()
    if job is None:
        raise Unseen
    return job


def job_page(actor: Actor, ref: str) -> JobPage:
    """Return a job as its page shows it.

    Raises:
        Unseen: no such job, or not an administrator.
    """
    job = job_for(actor, ref)
    again = is_asked_again(job)
    return JobPage(
        seen(job),
        objection_to_retrying(actor, job, is_asked_again=again),
        objection_to_discarding(actor, job),
    )


def is_asked_again(job: Job) -> bool:
    """Tell whether another job answers for the key of this one."""
    others = Job.objects.filter(kind=job.kind, key=job.key, state__in=HOLDS_KEY)
    return bool(job.key) and others.exclude(pk=job.pk).exists()


def newest_job(kind: str, *, key_begins: str) -> JobSeen | None:
    """Return the newest job of a kind about one thing; the caller knows that it may be seen."""
    found = Job.objects.filter(kind=kind, key__startswith=key_begins).order_by("-pk").first()
    return seen(found) if found else None


def seen(job: Job) -> JobSeen:
    """Return a job as pages show it."""
    state = State(job.state)
    return JobSeen(
        job.ref,
        said_of(job.kind),
        state,
        STATE_NAMES[state],
        str(job.asker.get("name", "")),
        job.asked_at,
        job.attempts,
        job.most_attempts,
        job.run_after,
        job.started_at,
        job.ended_at,
        job.done,
        job.of,
        job.error,
        job.error_at,
    )


def _look(actor: Actor) -> None:
    if not may_see_jobs(actor):
        raise Unseen
