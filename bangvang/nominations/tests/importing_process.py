"""A process of its own that saves a list on a database file, so that a test can kill it.

Run as `python -m bangvang.nominations.tests.importing_process <verb> [<words>]`; the verbs are the
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

from bangvang.foundation.actor import Actor, Role  # noqa: E402  as above
from bangvang.foundation.objection import Refused  # noqa: E402  as above
from bangvang.foundation.sheets import write_table  # noqa: E402  as above
from bangvang.foundation.tests.factories import AT, actor  # noqa: E402  as above
from bangvang.nominations.actions import save_drafts as saving  # noqa: E402  as above
from bangvang.nominations.actions.keep_upload import keep_upload  # noqa: E402  as above
from bangvang.nominations.models import Upload  # noqa: E402  as above
from bangvang.nominations.tests import factories as make  # noqa: E402  as above
from bangvang.registry.tests.factories import organisation  # noqa: E402  as above

ROWS = 40


def prepare() -> object:
    """Make a unit with an upload of forty rows; return its reference."""
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    head = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Hình thức đề nghị")
    rows = [
        (n, f"Lù Văn Suối {chr(65 + n % 26)}{n}", "12/06/1985", "Sở Y tế", "CSTĐ tỉnh")
        for n in range(1, ROWS + 1)
    ]
    ref = keep_upload(
        write_table(head, rows),
        original_name="danh-sach.xlsx",
        round_ref=make.round_().ref,
        award_code="",
        actor=_officer(unit.ref),
        at=AT,
    )
    connection.close()
    return ref


def save(ref: str) -> object:
    """Save the upload as drafts; say how it went."""
    officer = _officer(Upload.objects.get(ref=ref).unit.ref)
    try:
        saving.save_drafts(ref, leave_out_bad=False, actor=officer, at=AT)
    except Refused as refusal:
        return refusal.objection.code
    return "saved"


def die(ref: str) -> object:
    """Save, and be killed as by `kill -9` when all rows are written but nothing is recorded yet."""
    _before_recording(lambda: os.kill(os.getpid(), signal.SIGKILL))
    return save(ref)


def pause(ref: str) -> object:
    """Save, say so in the middle of the transaction, and go on when a line comes in."""

    def wait() -> None:
        _say("in the middle")
        sys.stdin.readline()

    _before_recording(wait)
    return save(ref)


def follow(ref: str) -> object:
    """Say that saving begins, then begin it."""
    _say("beginning")
    return save(ref)


def _officer(unit_ref: str) -> Actor:
    known = actor(Role.UNIT_OFFICER)
    return Actor(known.account_ref, known.name, known.title, unit_ref, "Sở Y tế", known.roles)


def _before_recording(then: Callable[[], object]) -> None:
    real = vars(saving)["record"]

    def recording(**named: object) -> None:
        then()
        real(**named)

    mock.patch.object(saving, "record", recording).start()


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


VERBS: dict[str, Callable[..., object]] = {
    verb.__name__: verb for verb in (prepare, save, die, pause, follow)
}

if __name__ == "__main__":
    _say(VERBS[sys.argv[1]](*sys.argv[2:]))
