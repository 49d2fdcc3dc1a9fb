"""Room for what an act changes: SQLite keeps few pages, enough for all but imports."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection
from types import MappingProxyType

from django.db import connection

KIBIBYTES = 32_000
ROOMY = MappingProxyType({"cache_size": -KIBIBYTES, "mmap_size": 0})
"""Settings of SQLite while there is room: pages kept, a negative figure in KiB; bytes mapped."""


@contextmanager
def roomy() -> Iterator[None]:
    """Let SQLite keep more pages while this is open, and have none of its file mapped.

    Else pages of indexes that many rows go into are written out and read again and again, and the
    process has by and by the whole file in its memory besides.
    """
    if connection.vendor == "postgresql":
        yield
        return
    connection.ensure_connection()
    engine = connection.connection  # past Django, which runs nothing after an error
    before = settings_of(engine)
    for name in before:
        engine.execute(f"PRAGMA {name} = {ROOMY[name]}")
    try:
        yield
    finally:
        for name, size in before.items():
            engine.execute(f"PRAGMA {name} = {size}")


def settings_of(engine: Connection) -> dict[str, int]:
    """Return how these settings stand; a database in memory has nothing to map."""
    found = {name: engine.execute(f"PRAGMA {name}").fetchone() for name in ROOMY}
    return {name: int(told[0]) for name, told in found.items() if told is not None}
