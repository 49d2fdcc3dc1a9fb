"""Python's search for what only holds itself, made less often while a long list is worked through.

Rows that wait are tuples which hold no cycles, and each search walks through all of them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000
"""Objects made and not let go before the youngest are searched; Python's own figure is 700."""


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Search seldom while this is open, in all threads of the process."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
