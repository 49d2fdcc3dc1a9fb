"""A process of its own that reads or accepts an import on a database, so that a test can kill it.

Run as `python -m bangvang.registry.tests.importing_process <verb> [<words>]`; the verbs are the
functions below. Says one line of JSON.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from unittest import mock

import django

django.setup()

from django.db import connection  # noqa: E402  Django is set up first

from bangvang.foundation.clock import now  # noqa: E402  as above
from bangvang.foundation.jobs.models import Job  # noqa: E402  as above
from bangvang.foundation.jobs.worker import Worker  # noqa: E402  as above
from bangvang.foundation.objection import Refused  # noqa: E402  as above
from bangvang.foundation.sheets import Value  # noqa: E402  as above
from bangvang.foundation.tests.factories import AT  # noqa: E402  as above
from bangvang.registry.actions import accept_import as accepting  # noqa: E402  as above
from bangvang.registry.actions import ask_accept as asking  # noqa: E402  as above
from bangvang.registry.actions import staged_rows as reading  # noqa: E402  as above
from bangvang.registry.actions import undo_import as undoing  # noqa: E402  as above
from bangvang.registry.actions.take_import import take_import  # noqa: E402  as above
from bangvang.registry.models import Award, AwardImport, ImportRow  # noqa: E402  as above
from bangvang.registry.tests.factories import organisation  # noqa: E402  as above
from bangvang.registry.tests.import_files import (  # noqa: E402  as above
    SPECIALIST,
    UNIT,
    file_of,
    line,
    staged,
)

ROWS = 40


def prepare() -> object:
    """Stage forty rows of twenty people nobody knows; return the import's reference."""
    organisation(UNIT)
    made = staged(*_forty())
    connection.close()
    return made.ref


def queue() -> object:
    """Bring these rows in, to be read by a worker; return the import's reference."""
    organisation(UNIT)
    return take_import(file_of(*_forty()), original_name="a.xlsx", actor=SPECIALIST, at=AT).ref


def _forty() -> list[tuple[Value, ...]]:
    return [
        line(f"Lù Văn {chr(65 + n // 2)}ừng", "12/06/1985", year=2010 + n % 2, number=f"{n}/QĐ")
        for n in range(ROWS)
    ]


def work() -> object:
    """Do the next job, also one whose lease would still hold; say how it and the import stand."""
    Job.objects.filter(state="RUNNING").update(lease_until=AT)
    Worker(now).work_once()
    return tell()


def die_reading() -> object:
    """Begin the job that reads, and be killed when all is written but nothing is recorded yet."""
    _before_recording(reading, _kill)
    return work()


def die_entering(ref: str) -> object:
    """Ask for the import to be entered, begin that, and be killed as above."""
    asking.ask_accept(ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)
    _before_recording(accepting, _kill)
    return work()


def tell() -> object:
    """Say how the newest job and the import stand, and how many rows and records there are."""
    job, made = Job.objects.order_by("-pk")[0], AwardImport.objects.get()
    rows = ImportRow.objects.filter(award_import=made)
    return [job.state, job.attempts, made.state, rows.count(), Award.objects.count()]


def accept(ref: str, version: str = "1") -> object:
    """Accept the import; say how it went."""
    try:
        accepting.accept_import(
            ref,
            version=int(version),
            with_newcomers=True,
            complete_from={"AWARD": 2010},
            actor=SPECIALIST,
            at=AT,
        )
    except Refused as refusal:
        return refusal.objection.code
    return "accepted"


def undo(ref: str) -> object:
    """Undo the import."""
    version = AwardImport.objects.get(ref=ref).version
    undoing.undo_import(ref, "Nhầm tệp.", version=version, actor=SPECIALIST, at=AT)
    return "undone"


def die(ref: str) -> object:
    """Accept, and be killed as by `kill -9` when all is written but nothing is recorded yet."""
    _before_recording(accepting, _kill)
    return accept(ref)


def die_undoing(ref: str) -> object:
    """Undo, and be killed in the middle as above."""
    _before_recording(undoing, _kill)
    return undo(ref)


def pause(ref: str) -> object:
    """Accept, say so in the middle of the transaction, and go on when a line comes in."""

    def wait() -> None:
        _say("in the middle")
        sys.stdin.readline()

    _before_recording(accepting, wait)
    return accept(ref)


def follow(ref: str) -> object:
    """Say that accepting begins, then begin it."""
    _say("beginning")
    return accept(ref)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _before_recording(module: object, then: Callable[[], object]) -> None:
    real = vars(module)["record"]

    def recording(**named: object) -> None:
        then()
        real(**named)

    mock.patch.object(module, "record", recording).start()


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


VERBS: dict[str, Callable[..., object]] = {
    verb.__name__: verb
    for verb in (
        prepare,
        queue,
        work,
        die_reading,
        die_entering,
        accept,
        undo,
        die,
        die_undoing,
        pause,
        follow,
    )
}

if __name__ == "__main__":
    _say(VERBS[sys.argv[1]](*sys.argv[2:]))
