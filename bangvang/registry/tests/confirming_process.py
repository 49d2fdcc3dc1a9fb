"""A process of its own that confirms a unit's decision on a database file, for a test to kill.

Run as `python -m bangvang.registry.tests.confirming_process <verb> [<words>]`; the verbs are the
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

from bangvang.foundation.objection import Refused  # noqa: E402  as above
from bangvang.foundation.tests.factories import AT  # noqa: E402  as above
from bangvang.registry.actions import confirm_own_decision as confirming  # noqa: E402  as above
from bangvang.registry.models import OwnDecision  # noqa: E402  as above
from bangvang.registry.tests.factories import organisation, person  # noqa: E402  as above
from bangvang.registry.tests.own_decisions import (  # noqa: E402  as above
    PAPER,
    SCAN,
    handed,
    head_of,
)

PEOPLE = 40


def prepare() -> object:
    """Make a unit with a decision of forty people that waits for the head; return its reference."""
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    people = [person(f"Lù Văn Suối {n}", unit=unit) for n in range(PEOPLE)]
    ref = handed(unit, people).ref
    connection.close()
    return ref


def confirm(ref: str) -> object:
    """Confirm it and state the year; say how it went."""
    own = OwnDecision.objects.select_related("unit").get(ref=ref)
    try:
        confirming.confirm_own_decision(
            ref,
            PAPER,
            SCAN,
            scan_name="quyet-dinh.pdf",
            says_whole=True,
            version=3,
            actor=head_of(own.unit),
            at=AT,
        )
    except Refused as refusal:
        return refusal.objection.code
    return "confirmed"


def die(ref: str) -> object:
    """Confirm, and be killed as by `kill -9` when all rows are written but nothing is recorded."""
    _before_recording(lambda: os.kill(os.getpid(), signal.SIGKILL))
    return confirm(ref)


def pause(ref: str) -> object:
    """Confirm, say so in the middle of the transaction, and go on when a line comes in."""

    def wait() -> None:
        _say("in the middle")
        sys.stdin.readline()

    _before_recording(wait)
    return confirm(ref)


def follow(ref: str) -> object:
    """Say that confirming begins, then begin it."""
    _say("beginning")
    return confirm(ref)


def _before_recording(then: Callable[[], object]) -> None:
    real = vars(confirming)["record"]

    def recording(**named: object) -> None:
        then()
        real(**named)

    mock.patch.object(confirming, "record", recording).start()


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


VERBS: dict[str, Callable[..., object]] = {
    verb.__name__: verb for verb in (prepare, confirm, die, pause, follow)
}

if __name__ == "__main__":
    _say(VERBS[sys.argv[1]](*sys.argv[2:]))
