"""Two people at the same moment: one job for one key, and one administrator is told."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.jobs.actions.discard_job import discard_job
from bangvang.foundation.jobs.actions.retry_job import retry_job
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.states import State
from bangvang.foundation.jobs.tests.factories import job
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, actor

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection cannot meet itself"),
]
ADMIN = actor(Role.ADMINISTRATOR)


def both(*acts: Callable[[], object]) -> list[object]:
    """Do both at the same moment; return what each returned, or the code of its refusal."""
    start, said = Barrier(len(acts)), list[object](acts)

    def run(place: int) -> None:
        try:
            start.wait()
            said[place] = acts[place]()
        except Refused as refusal:
            said[place] = refusal.objection.code
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said


def test_the_same_key_asked_for_twice_at_once_is_one_job(settings: Settings) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False

    def ask() -> str:
        return enqueue("appraisal.sweep", {}, key="a", actor=ADMIN, at=AT)

    first, second = both(ask, ask)

    assert first == second
    assert Job.objects.count() == 1


def test_of_retrying_and_discarding_at_once_one_is_told() -> None:
    ref = job(State.FAILED).ref

    said = both(
        lambda: retry_job(ref, actor=ADMIN, at=AT), lambda: retry_job(ref, actor=ADMIN, at=AT)
    )
    dropped = both(
        lambda: discard_job(ref, actor=ADMIN, at=AT), lambda: discard_job(ref, actor=ADMIN, at=AT)
    )

    assert sorted(map(str, said)) == ["NOT_FAILED", "None"]
    assert sorted(map(str, dropped)) == ["NOT_TO_DISCARD", "None"]
