"""Asking for jobs, attempting them, and what becomes of them."""

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.clock import now, recorded_now
from bangvang.foundation.jobs import claim as claiming
from bangvang.foundation.jobs import kinds, worker
from bangvang.foundation.jobs.claim import claim_next
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.jobs.kinds import job, kind_of, pause_after, said_of
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.states import State
from bangvang.foundation.jobs.work import LEASE, ClaimLost, GivenUp, Work
from bangvang.foundation.jobs.worker import Worker
from bangvang.foundation.objection import Objection, Refused
from bangvang.foundation.tests.factories import AT, actor

pytestmark = pytest.mark.django_db

Doing = Callable[[Work], None]
ASKER = actor(Role.SPECIALIST, ref="chuyen-vien", name="Lù Văn Suối")


class Tasks:
    """What the one task of these tests does, and what it was given."""

    def __init__(self) -> None:
        self.given: list[Work] = []
        self.does: Doing = lambda _work: None

    def __call__(self, work: Work) -> None:
        self.given.append(work)
        self.does(work)


@pytest.fixture(autouse=True)
def task(settings: Settings) -> Iterator[Tasks]:
    settings.BANGVANG_JOBS_AT_ONCE = False
    tasks = Tasks()
    job("test.one", says="Việc thử", attempts=3)(tasks)
    yield tasks
    del kinds._KINDS["test.one"]


def ask(key: str = "", **arguments: str) -> str:
    return enqueue("test.one", arguments, key=key, actor=ASKER, at=AT)


def the_job() -> Job:
    return Job.objects.get()


def work_once() -> bool:
    return Worker(now).work_once()


def lose_the_key(_work: Work) -> None:
    raise KeyError("Nguyễn Văn Đá")


def let_it_be_due() -> None:
    Job.objects.update(run_after=AT, lease_until=AT)


def test_a_task_gets_references_who_asked_and_its_moment(task: Tasks) -> None:
    ref = ask(upload="abc-1", on="2026-09-14")

    assert work_once()
    assert not work_once()

    (given,) = task.given
    assert (given.ref, given.arguments) == (ref, {"upload": "abc-1", "on": "2026-09-14"})
    assert given.actor == ASKER
    assert the_job().state == State.DONE
    assert the_job().ended_at is not None


@pytest.mark.parametrize("said", ["Lù Văn Suối", "hai từ", "x" * 121])
def test_a_name_or_a_sentence_is_no_argument(said: str) -> None:
    with pytest.raises(ValueError, match="no reference"):
        ask(who=said)

    assert not Job.objects.exists()


def test_an_unknown_kind_is_a_mistake_of_the_code() -> None:
    with pytest.raises(LookupError, match=r"test\.nothing"):
        enqueue("test.nothing", {}, actor=ASKER, at=AT)

    assert said_of("test.nothing") == "test.nothing"


def test_what_is_rolled_back_was_never_asked_for() -> None:
    def ask_and_fail() -> None:
        with transaction.atomic():
            ask()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask_and_fail()

    assert not Job.objects.exists()


def test_the_same_key_is_one_job_while_it_waits_runs_and_when_it_is_done() -> None:
    first = ask("a")
    assert ask("a") == first
    claim_next(recorded_now())
    assert ask("a") == first
    Job.objects.update(state=State.DONE)
    assert ask("a") == first
    assert ask("b") != first
    assert ask() != ask()


@pytest.mark.parametrize("ended", [State.FAILED, State.DISCARDED])
def test_a_job_that_came_to_nothing_leaves_its_key(ended: State) -> None:
    first = ask("a")
    Job.objects.update(state=ended)

    assert ask("a") != first


def test_two_who_ask_at_the_same_moment_get_one_job(monkeypatch: pytest.MonkeyPatch) -> None:
    first = ask("a")
    blind = iter([None])
    real = enqueue.__globals__["_holding"]
    monkeypatch.setitem(
        enqueue.__globals__, "_holding", lambda kind, key: next(blind, real(kind, key))
    )

    assert ask("a") == first
    assert Job.objects.count() == 1


def test_an_attempt_that_fails_waits_longer_each_time_and_then_fails_for_good(
    task: Tasks, caplog: pytest.LogCaptureFixture
) -> None:
    task.does = lose_the_key
    ref = ask()

    pauses = []
    for _ in range(2):
        before = recorded_now()
        work_once()
        waiting = the_job()
        assert waiting.state == State.WAITING
        pauses.append(round((waiting.run_after - before).total_seconds()))
        assert not work_once()
        let_it_be_due()
    work_once()

    failed = the_job()
    assert pauses == [10, 60]
    assert (failed.state, failed.attempts) == (State.FAILED, 3)
    assert failed.error == f"Lỗi ngoài dự kiến (KeyError); nhật ký máy chủ ghi việc số {ref}."
    assert failed.error_at is not None
    assert "KeyError at" in caplog.text
    assert "test_jobs.py" in caplog.text
    assert "Nguyễn Văn Đá" not in caplog.text


def test_pauses_grow_and_end_at_an_hour() -> None:
    assert [pause_after(n).total_seconds() for n in (1, 2, 3, 4, 9)] == [10, 60, 360, 2160, 3600]


def test_what_another_attempt_cannot_help_fails_at_once(task: Tasks) -> None:
    def give_up(_work: Work) -> None:
        raise GivenUp("Tệp không còn trong kho.")

    task.does = give_up
    ask()
    work_once()

    assert (the_job().state, the_job().attempts) == (State.FAILED, 1)
    assert the_job().error == "Tệp không còn trong kho."


def test_a_refusal_is_kept_by_its_code_because_its_sentence_may_name_somebody(task: Tasks) -> None:
    def refuse(_work: Work) -> None:
        raise Refused(Objection("STALE", "Ông Nguyễn Văn Đá vừa lưu."))

    task.does = refuse
    ask()
    work_once()

    assert the_job().state == State.FAILED
    assert "STALE" in the_job().error
    assert "Đá" not in the_job().error


def test_progress_is_kept_and_cheap_to_tell(task: Tasks) -> None:
    def count(work: Work) -> None:
        for done in range(100):
            work.report(done, 100)
        seen.append((the_job().done, the_job().of))
        work.report(100, 100)
        seen.append((the_job().done, the_job().of))

    seen: list[tuple[int | None, int | None]] = []
    task.does = count
    ask()
    work_once()

    assert seen == [(0, 100), (100, 100)]


def test_the_last_step_and_the_end_of_the_job_are_one(task: Tasks) -> None:
    def lose(work: Work) -> None:
        Job.objects.update(claim="another")
        with work.last_step():
            Job.objects.create(
                kind="left", state=State.DONE, most_attempts=1, asked_at=AT, run_after=AT
            )

    task.does = lose
    ask()
    work_once()

    assert the_job().state == State.RUNNING
    assert the_job().claim == "another"


def test_an_attempt_that_lost_its_job_is_told_at_its_next_report(task: Tasks) -> None:
    def lose(work: Work) -> None:
        Job.objects.update(claim="another")
        with pytest.raises(ClaimLost):
            work.report(1, 1)
        raise ZeroDivisionError

    task.does = lose
    ask()
    work_once()

    assert (the_job().state, the_job().error) == (State.RUNNING, "")


def test_a_worker_that_ends_gives_its_job_back_without_counting_the_attempt(
    task: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    one = Worker(now)

    def stop(work: Work) -> None:
        one.stop()
        work.report(1, 2)

    task.does = stop
    ask()
    one.run()

    assert (the_job().state, the_job().attempts) == (State.WAITING, 0)


def test_a_job_is_taken_again_only_when_its_lease_has_run_out() -> None:
    ask()
    first = claim_next(recorded_now())
    assert first is not None

    assert claim_next(recorded_now()) is None
    again = claim_next(recorded_now() + LEASE + timedelta(seconds=1))
    assert again is not None
    assert (again.attempts, again.claim != first.claim) == (2, True)


def test_a_job_whose_workers_die_each_time_is_not_tried_for_ever() -> None:
    ask()
    for _ in range(3):
        assert claim_next(recorded_now()) is not None
        let_it_be_due()

    assert claim_next(recorded_now()) is None
    assert (the_job().state, the_job().error) == (State.FAILED, claiming.BROKEN_OFF)


def test_the_longest_waiting_job_is_taken_first() -> None:
    refs = [ask(), ask()]
    Job.objects.filter(ref=refs[1]).update(run_after=AT)

    taken = claim_next(recorded_now())

    assert taken is not None
    assert taken.ref == refs[1]


def test_a_worker_outlives_trouble_with_the_database(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    one = Worker(now, looks_every=0)

    def trouble(_now: object) -> None:
        one.stop()
        raise DatabaseError("Nguyễn Văn Đá")

    monkeypatch.setattr(worker, "claim_next", trouble)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    with caplog.at_level(logging.ERROR):
        one.run()

    assert "DatabaseError" in caplog.text
    assert "Đá" not in caplog.text


def test_a_task_that_computes_gives_signs_of_life(
    task: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    beats: list[str] = []

    def beat(ref: str, _claim: str) -> bool:
        beats.append(ref)
        if len(beats) == 1:
            raise DatabaseError
        return True

    def compute(_work: Work) -> None:
        until = recorded_now() + timedelta(seconds=10)
        while len(beats) < 2 and recorded_now() < until:
            pass

    monkeypatch.setattr(worker, "BEATS_EVERY_S", 0.01)
    monkeypatch.setattr(worker, "sign_of_life", beat)
    task.does = compute
    ref = ask()
    work_once()

    assert beats[:2] == [ref, ref]
    assert the_job().state == State.DONE


def test_jobs_are_done_at_once_where_the_setting_says_so(settings: Settings, task: Tasks) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = True

    ask()

    assert the_job().state == State.DONE
    assert [given.at for given in task.given] == [AT]


def test_every_kind_of_the_system_bears_a_name_for_people() -> None:
    assert kind_of("appraisal.sweep").says == "Tính thay đổi quy định trên sổ và hồ sơ"
