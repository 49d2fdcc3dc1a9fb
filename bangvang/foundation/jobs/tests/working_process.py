"""Processes of their own over one database, so that a test can kill a worker and have two.

Run as `python -m bangvang.foundation.jobs.tests.working_process <verb> [<word>…]`; the verbs are
the functions below. The tasks here leave audit entries, because each of them is one more row.
"""

import json
import os
import signal
import sys
import time

import django

django.setup()

from bangvang.foundation.audit.models import Entry  # noqa: E402  Django is set up first
from bangvang.foundation.audit.record import record  # noqa: E402  as above
from bangvang.foundation.clock import now  # noqa: E402  as above
from bangvang.foundation.jobs import work as working  # noqa: E402  as above
from bangvang.foundation.jobs.enqueue import enqueue  # noqa: E402  as above
from bangvang.foundation.jobs.kinds import job  # noqa: E402  as above
from bangvang.foundation.jobs.models import Job  # noqa: E402  as above
from bangvang.foundation.jobs.states import State  # noqa: E402  as above
from bangvang.foundation.jobs.worker import Worker  # noqa: E402  as above
from bangvang.foundation.tests.factories import AT, actor  # noqa: E402  as above

STEPS = 3
"""How many rows a job leaves: all of them or none."""

PATIENCE_S = 60.0


@job("test.rows", says="Ghi vài dòng")
def rows(work: working.Work) -> None:
    """Leave so many rows; die in the middle of them, if this process is meant to."""
    work.report(1, 2)
    with work.last_step():
        for step in range(STEPS):
            record(
                actor=work.actor, at=work.at, verb="row", subject=("row", work.ref), said=str(step)
            )
            if step == 1 and os.environ.get("DIES"):
                os.kill(os.getpid(), signal.SIGKILL)


@job("test.slow", says="Việc lâu")
def slow(work: working.Work) -> None:
    """Report for ever, so that only being asked to stop ends it."""
    while True:
        work.report(1, 1)
        time.sleep(0.05)


def prepare(kind: str, count: str) -> object:
    """Ask for so many jobs."""
    return [
        enqueue(f"test.{kind}", {"number": number}, key=str(number), actor=actor(), at=AT)
        for number in range(int(count))
    ]


def work(until_done: str) -> object:
    """Work until so many jobs have ended."""
    worker = Worker(now, looks_every=0.05)
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and _ended() < int(until_done):
        if not worker.work_once():
            time.sleep(0.05)
    return _ended()


def run() -> object:
    """Work as `bangvang work` does, until SIGTERM."""
    worker = Worker(now, looks_every=0.05)
    signal.signal(signal.SIGTERM, lambda *_: worker.stop())
    worker.run()
    return "ended"


def lapse() -> object:
    """Let the leases run out now, so that a test need not wait for it."""
    return Job.objects.filter(state=State.RUNNING).update(lease_until=AT)


def tell() -> object:
    """Say how every job stands and how many rows it left."""
    return [
        [job.state, job.attempts, Entry.objects.filter(subject_ref=job.ref).count()]
        for job in Job.objects.order_by("pk")
    ]


def _ended() -> int:
    return Job.objects.filter(state=State.DONE).count()


if __name__ == "__main__":
    verb, *words = sys.argv[1:]
    done = {each.__name__: each for each in (prepare, work, run, lapse, tell)}[verb](*words)
    sys.stdout.write(json.dumps(done) + "\n")
