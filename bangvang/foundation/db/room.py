"""Room for what an act changes: SQLite keeps few pages, enough for all but imports."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

KIBIBYTES = 32_000


@contextmanager
def roomy() -> Iterator[None]:
    """Let SQLite keep more pages while this is open.

    Else pages of indexes that many rows go into are written out and read again and again.
    """
    if connection.vendor == "postgresql":
        yield
        return
    connection.ensure_connection()
    engine = connection.connection  # past Django, which runs nothing after an error
    (before,) = engine.execute("PRAGMA cache_size").fetchone()
    engine.execute(f"PRAGMA cache_size = -{KIBIBYTES}")
    try:
        yield
    finally:
        engine.execute(f"PRAGMA cache_size = {before}")
