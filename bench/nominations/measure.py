"""`bangvang bench nominations`: pages of a round, lists uploaded, many people at once."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from bench.law import postgresql
from bench.nominations import pages, people
from bench.rounds import Measured, Row

PARTS: Mapping[str, Callable[..., list[Row]]] = MappingProxyType(
    {"pages": pages.rows, "people": people.rows}
)
ALL = tuple(PARTS)
Say = Callable[[str], None]


def measure(*, small: bool, say: Say, parts: Collection[str] = ()) -> Measured:
    """Measure everything that can be measured here, or only these parts.

    Raises:
        Disagreement: a page of many rows takes other queries than one of few.
    """
    found: list[Row] = []
    missing: list[str] = []
    if not people.is_complete():
        missing.append(people.MISSING)
    for name in [name for name in ALL if name in (parts or ALL)]:
        say(f"Đo {name} trên SQLite")
        found += PARTS[name]("SQLite", small=small)
        with postgresql.cluster(small=small) as connection:
            if connection is None:
                missing.append(postgresql.MISSING)
                continue
            say(f"Đo {name} trên PostgreSQL")
            found += PARTS[name]("PostgreSQL", small=small, connection=connection)
    if small:
        found = [replace(row, target=None) for row in found]
    return Measured(tuple(found), tuple(dict.fromkeys(missing)))
