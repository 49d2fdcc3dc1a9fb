"""Asking for background work, in the transaction of whoever asks."""

import re
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.clock import recorded_now
from bangvang.foundation.jobs.attempt import attempt_at_once, kept_actor
from bangvang.foundation.jobs.kinds import kind_of
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.states import HOLDS_KEY, State
from bangvang.foundation.jobs.work import Argument
from bangvang.foundation.ref import new_ref

REFERENCE = re.compile(r"[A-Za-z0-9_.:/-]{0,120}")


def enqueue(
    kind: str, arguments: Mapping[str, Argument], *, key: str = "", actor: Actor, at: datetime
) -> str:
    """Ask for a job and return its reference.

    The row is written in the caller's transaction, so a worker sees it when that transaction is
    committed, and never if it is rolled back.

    Args:
        kind: the name of a `@job`.
        arguments: references, codes, days and numbers only; a name or a sentence is refused.
        key: the same key of the same kind is one job, as long as that job waits, runs or is done;
            one that failed for good or was discarded leaves the key to the next.
        actor: who asks; the task acts in this person's name and roles.
        at: when it is asked for; what the task does happens then, if jobs are done at once.

    Raises:
        LookupError: there is no such kind.
        ValueError: an argument is no reference.
    """
    known = kind_of(kind)
    for name, value in arguments.items():
        if isinstance(value, str) and not REFERENCE.fullmatch(value):
            raise ValueError(f"argument {name!r} of {kind} is no reference")
    if there := _holding(kind, key):
        return there.ref
    now = recorded_now()
    try:
        with transaction.atomic():
            job = Job.objects.create(
                kind=kind,
                key=key,
                arguments=dict(arguments),
                asker=kept_actor(actor),
                state=State.WAITING,
                most_attempts=known.attempts,
                asked_at=now,
                run_after=now,
            )
    except IntegrityError:  # somebody asked for the same at the same moment
        there = _holding(kind, key)
        if there is None:
            raise
        return there.ref
    if settings.BANGVANG_JOBS_AT_ONCE:
        job.state, job.claim, job.attempts, job.started_at = State.RUNNING, new_ref(), 1, now
        job.save()
        attempt_at_once(job, at=at)
    return job.ref


def _holding(kind: str, key: str) -> Job | None:
    if not key:
        return None
    return Job.objects.filter(kind=kind, key=key, state__in=HOLDS_KEY).first()
