"""`bangvang work`: do what was asked for in the background, until asked to end."""

import argparse
import signal
import sys

from bangvang.foundation.clock import now
from bangvang.foundation.jobs.worker import Worker
from bangvang.law import using_when_asked
from bangvang.lawbook.selectors.texts import texts_in_use
from bangvang.notifications.actions.look_out import look_out


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """There is nothing to choose."""


def run(_arguments: argparse.Namespace) -> int:
    """Work until SIGTERM or Ctrl-C; a task under way ends at its next report and is done later.

    Each task has the law as two people confirmed it, like each request. Between tasks the worker
    looks at what happened and tells whoever it concerns.
    """
    worker = Worker(now, around=lambda: using_when_asked(texts_in_use), beside=look_out)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: worker.stop())
    sys.stderr.write("Tiến trình chạy nền đã sẵn sàng.\n")
    worker.run()
    return 0
