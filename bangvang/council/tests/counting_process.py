"""A process of its own that counts on a database file, so that a test can kill it.

Run as `python -m bangvang.council.tests.counting_process <verb> [<ref>]`; the verbs are the
functions below. Says one line of JSON.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from types import ModuleType
from unittest import mock

import django

django.setup()

from django.db import connection  # noqa: E402  Django is set up first

from bangvang.council.actions import close_ballot as closing  # noqa: E402  as above
from bangvang.council.actions import close_count as counting  # noqa: E402  as above
from bangvang.council.tests import factories  # noqa: E402  as above
from bangvang.foundation.actor import Actor  # noqa: E402  as above


def prepare() -> object:
    """Make a ballot that one teller has counted; return its reference."""
    ref = factories.counting()
    _count(ref, factories.FIRST)
    connection.close()
    return ref


def count(ref: str) -> object:
    """Let the second teller close the count."""
    _count(ref, factories.SECOND)
    return "counted"


def die_counting(ref: str) -> object:
    """Close the second count, and be killed when it is written but the comparison is not."""
    _kill_at(counting, "compare_counts")
    return count(ref)


def close(ref: str) -> object:
    """Announce the result."""
    closing.close_ballot(ref, actor=factories.FIRST, at=factories.LATER)
    return "closed"


def die_closing(ref: str) -> object:
    """Announce the result, and be killed when every row is moved but nothing is recorded."""
    _kill_at(closing, "close_ballot")
    return close(ref)


def _count(ref: str, teller: Actor) -> None:
    sheet = factories.sheet((1, 0), (0, 0), (0, 2))
    counting.close_count(ref, sheet, version=0, actor=teller, at=factories.LATER)


def _kill_at(module: ModuleType, verb: str) -> None:
    real = vars(module)["record"]

    def recording(**named: object) -> None:
        if named["verb"] == verb:
            os.kill(os.getpid(), signal.SIGKILL)
        real(**named)

    mock.patch.object(module, "record", recording).start()


VERBS: dict[str, Callable[..., object]] = {
    verb.__name__: verb for verb in (prepare, count, die_counting, close, die_closing)
}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(VERBS[sys.argv[1]](*sys.argv[2:])) + "\n")
