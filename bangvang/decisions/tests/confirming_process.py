"""A process of its own that confirms on a database file, so that a test can kill it.

Run as `python -m bangvang.decisions.tests.confirming_process <verb> [<ref> [<who>]]`; the verbs
are the functions below. Says one line of JSON.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from unittest import mock

import django

django.setup()

from django.db import connection, transaction  # noqa: E402  Django is set up first

from bangvang.decisions.actions import confirm_signing as confirming  # noqa: E402  as above
from bangvang.decisions.actions import grant as granting  # noqa: E402  as above
from bangvang.decisions.actions.confirm_answer import confirm_answer  # noqa: E402  as above
from bangvang.decisions.actions.propose import propose  # noqa: E402  as above
from bangvang.decisions.actions.record_answer import record_answer  # noqa: E402  as above
from bangvang.decisions.actions.record_signing import record_signing  # noqa: E402  as above
from bangvang.decisions.models import Decision  # noqa: E402  as above
from bangvang.decisions.permissions import LineAnswer  # noqa: E402  as above
from bangvang.decisions.states import State  # noqa: E402  as above
from bangvang.decisions.tests import factories  # noqa: E402  as above
from bangvang.foundation.actor import Role  # noqa: E402  as above
from bangvang.foundation.objection import Refused  # noqa: E402  as above

LATER = factories.AT.replace(month=6, day=20)


def prepare() -> object:
    """Make a decision and an answered submission that wait for their second person."""
    session = factories.council_session()
    refs = []
    for code in ("CSTDT", "BK_TTG"):
        with transaction.atomic():
            ballot = factories.closed_ballot(code, people=3, failed=0, session=session)
        ref = propose(ballot.ref, authority_confirmed=True, actor=factories.HEAD, at=factories.AT)
        record_signing(
            ref,
            factories.signing(),
            version=1,
            actor=factories.SPECIALIST,
            at=factories.AT,
        )
        refs.append(ref)
    _answer(refs[1])
    connection.close()
    return refs


def _answer(ref: str) -> None:
    confirming.confirm_signing(ref, actor=factories.HEAD, at=factories.AT)
    outcomes = [
        LineAnswer(1, is_granted=True),
        LineAnswer(2, is_granted=False, reason="Chưa đủ thời gian."),
        LineAnswer(3, is_granted=True),
    ]
    record_answer(
        ref,
        factories.answer(*outcomes),
        version=Decision.objects.get(ref=ref).version,
        actor=factories.SPECIALIST,
        at=LATER,
    )


def confirm(ref: str, who: str) -> object:
    """Confirm what waits, as somebody; say how it went."""
    head = factories.actor(who, Role.OFFICE_HEAD)
    try:
        if Decision.objects.get(ref=ref).state == State.ANSWER_RECORDED:
            confirm_answer(ref, actor=head, at=LATER)
        else:
            confirming.confirm_signing(ref, actor=head, at=LATER)
    except Refused as refusal:
        return refusal.objection.code
    return "confirmed"


def die(ref: str, after: str) -> object:
    """Confirm, and be killed as by `kill -9` when so many awards have been written."""
    _after_awards(int(after), lambda: os.kill(os.getpid(), signal.SIGKILL))
    return confirm(ref, "head")


def pause(ref: str, who: str) -> object:
    """Confirm, say so in the middle of the transaction, and go on when a line comes in."""

    def wait() -> None:
        _say("in the middle")
        sys.stdin.readline()

    _after_awards(1, wait)
    return confirm(ref, who)


def follow(ref: str, who: str) -> object:
    """Say that a confirmation begins, then begin it."""
    _say("beginning")
    return confirm(ref, who)


def _after_awards(count: int, then: Callable[[], object]) -> None:
    real, written = vars(granting)["record_award"], []

    def counting(*args: object, **named: object) -> str:
        ref: str = real(*args, **named)
        written.append(ref)
        if len(written) == count:
            then()
        return ref

    mock.patch.object(granting, "record_award", counting).start()


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


VERBS: dict[str, Callable[..., object]] = {
    verb.__name__: verb for verb in (prepare, confirm, die, pause, follow)
}

if __name__ == "__main__":
    _say(VERBS[sys.argv[1]](*sys.argv[2:]))
