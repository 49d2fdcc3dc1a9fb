"""Two people at the same moment: one job for one key, and one administrator is told."""

from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.jobs.actions.discard_job import discard_job
from bangvang.foundation.jobs.actions.retry_job import retry_job
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.states import State
from bangvang.foundation.jobs.tests.factories import job
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once

pytestmark = EACH_CONNECTED
ADMIN = actor(Role.ADMINISTRATOR)


def test_the_same_key_asked_for_twice_at_once_is_one_job(settings: Settings) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False

    refs: list[str] = []

    def ask() -> None:
        refs.append(enqueue("appraisal.sweep", {}, key="a", actor=ADMIN, at=AT))

    assert at_once(ask, ask) == ["", ""]
    assert len(set(refs)) == 1
    assert Job.objects.count() == 1


def test_of_retrying_and_discarding_at_once_one_is_told() -> None:
    ref = job(State.FAILED).ref

    said = at_once(
        lambda: retry_job(ref, actor=ADMIN, at=AT), lambda: retry_job(ref, actor=ADMIN, at=AT)
    )
    dropped = at_once(
        lambda: discard_job(ref, actor=ADMIN, at=AT), lambda: discard_job(ref, actor=ADMIN, at=AT)
    )

    assert sorted(said) == ["", "NOT_FAILED"]
    assert sorted(dropped) == ["", "NOT_TO_DISCARD"]
