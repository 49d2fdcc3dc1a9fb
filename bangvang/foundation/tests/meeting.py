"""Several people at the same moment, each on a connection of their own.

SQLite lets one writer in at a time and its database in memory is one connection's own, so these
tests run on PostgreSQL; the order of two calls is tested on both engines beside each action.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from bangvang.foundation.objection import Refused

ALONE = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="one connection cannot meet itself"
)
EACH_CONNECTED = [pytest.mark.django_db(transaction=True), ALONE]
"""Marks of a module in which people meet."""


def each_connected(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a single test in which people meet."""
    for mark in EACH_CONNECTED:
        test = mark(test)
    return test


def at_once(*calls: Callable[[], object]) -> list[str]:
    """Run all calls at one moment; return the code of each one's refusal, or empty, in their order.

    Whatever else a call raises fails the test.
    """
    start = Barrier(len(calls), timeout=30)

    def run(call: Callable[[], object]) -> str:
        try:
            start.wait()
            call()
        except Refused as refusal:
            return refusal.objection.code
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))
