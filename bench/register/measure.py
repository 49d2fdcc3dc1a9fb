"""`bangvang bench register`: each part on SQLite and on PostgreSQL, one after the other.

A part is a function that takes the engine's name and returns rows; another part goes into `PARTS`.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from bench.law import postgresql
from bench.register import columns, imports, names
from bench.register.linking import linking_rows
from bench.rounds import Measured, Row

PARTS: Mapping[str, Callable[..., list[Row]]] = MappingProxyType(
    {"search": names.rows, "import": imports.rows, "columns": columns.rows}
)
LINKING = "linking"
"""The part that needs no database."""

ALL = (*PARTS, LINKING)
Say = Callable[[str], None]


def measure(*, small: bool, say: Say, parts: Collection[str] = ()) -> Measured:
    """Measure everything that can be measured here, or only these parts.

    Raises:
        Disagreement: the alternatives do not answer alike.
    """
    found: list[Row] = []
    missing: list[str] = []
    if not imports.is_complete():
        missing.append(imports.MISSING)
    for name in [name for name in PARTS if name in (parts or ALL)]:
        say(f"Đo {name} trên SQLite")
        found += PARTS[name]("SQLite", small=small)
        with postgresql.cluster(small=small) as connection:
            if connection is None:
                missing.append(postgresql.MISSING)
                continue
            say(f"Đo {name} trên PostgreSQL")
            found += PARTS[name]("PostgreSQL", small=small, connection=connection)
    if LINKING in (parts or ALL):
        say("Đo việc nhận ra ai là ai")
        found += linking_rows(small=small, say=say)
    if small:
        found = [replace(row, target=None) for row in found]
    return Measured(tuple(found), tuple(dict.fromkeys(missing)))
