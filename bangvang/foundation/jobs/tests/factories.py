"""Jobs as they stand at some moment of their life, for the tests of every floor."""

from typing import Any

from bangvang.foundation.clock import recorded_now
from bangvang.foundation.jobs.attempt import kept_actor
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.states import State
from bangvang.foundation.tests.factories import actor


def job(state: State, **said: Any) -> Job:
    """Return a job of the sweep in this state, asked for by Lù Văn Suối."""
    now = recorded_now()
    fields = {
        "kind": "appraisal.sweep",
        "asker": kept_actor(actor(name="Lù Văn Suối")),
        "most_attempts": 3,
        "asked_at": now,
        "run_after": now,
        "ended_at": now,
    }
    return Job.objects.create(state=state, **{**fields, **said})


def jobs() -> list[Job]:
    """Return every job there is, oldest first."""
    return list(Job.objects.order_by("pk"))


def change_jobs(**said: Any) -> None:
    """Let every job stand otherwise."""
    Job.objects.update(**said)
