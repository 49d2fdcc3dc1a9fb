"""`bangvang bench register`: each part on SQLite and on PostgreSQL, one after the other.

A part is a function that takes the engine's name and returns rows; another part goes into `PARTS`.
"""

from collections.abc import Callable
from dataclasses import replace

from bench.law import postgresql
from bench.register import names
from bench.register.linking import linking_rows
from bench.rounds import Measured, Row

PARTS: tuple[Callable[..., list[Row]], ...] = (names.rows,)
Say = Callable[[str], None]


def measure(*, small: bool, say: Say) -> Measured:
    """Measure everything that can be measured here.

    Raises:
        Disagreement: the alternatives do not answer alike.
    """
    found: list[Row] = []
    missing = []
    for part in PARTS:
        say("Đo trên SQLite")
        found += part("SQLite", small=small)
        with postgresql.cluster(small=small) as connection:
            if connection is None:
                missing.append(postgresql.MISSING)
                continue
            say("Đo trên PostgreSQL")
            found += part("PostgreSQL", small=small, connection=connection)
    say("Đo việc nhận ra ai là ai")
    found += linking_rows(small=small, say=say)
    if small:
        found = [replace(row, target=None) for row in found]
    return Measured(tuple(found), tuple(missing))
