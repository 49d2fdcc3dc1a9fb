"""PostgreSQL in a throwaway cluster, set up as a machine of its own would be.

A partial covering index holds exactly the rows that count, by person, so that no statement touches
the table; everything is analysed and in memory, all cores may help. The program talks to it over
the machine's own loop without encryption, which flatters it.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from shutil import which

import psycopg
from psycopg.conninfo import make_conninfo

from bench.law.engines import Statement, Table, quickest, tables_of
from bench.law.made import Made
from bench.law.statement import COUNTS, TABLES

MISSING = (
    "Chưa có PostgreSQL (lệnh pg_virtualenv) nên không đo so với PostgreSQL; "
    "cài gói postgresql của hệ điều hành."
)
SETTINGS = (
    "fsync=off",
    "shared_buffers=2GB",
    "work_mem=256MB",
    "maintenance_work_mem=1GB",
    "effective_cache_size=8GB",
    "random_page_cost=1.1",
    "max_wal_size=8GB",
)
SMALL_SETTINGS = ("fsync=off",)
STARTER = ("pg_virtualenv",)
AT_ONCE = 200_000
TELL = """
import json, os, sys
print(json.dumps({name: value for name, value in os.environ.items() if name.startswith("PG")}))
sys.stdout.flush()
sys.stdin.read()
"""
"""What runs inside the cluster: it tells how to reach it, and stays until its input ends."""

Connection = psycopg.Connection[tuple[object, ...]]


@contextmanager
def cluster(*, small: bool) -> Iterator[Connection | None]:
    """Start a cluster for as long as this is open; None where there is no PostgreSQL."""
    if which(STARTER[0]) is None:
        yield None
        return
    options = [word for one in (SMALL_SETTINGS if small else SETTINGS) for word in ("-o", one)]
    command = [*STARTER, *options, sys.executable, "-c", TELL]
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603  our own words
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
    ) as inside:
        reached = _told(inside)
        if reached is None:
            yield None
            return
        with psycopg.connect(reached, autocommit=True) as connection:
            yield connection
        inside.communicate("")


def postgresql_with(made: Made, connection: Connection) -> Statement:
    """Load and prepare the tables, and find the statement this engine likes better."""
    load(made, connection)
    return quickest(lambda text: connection.execute(text).fetchall())


def load(made: Made, connection: Connection) -> None:
    """Make, fill, index and analyse the tables."""
    for name, columns in tables_of(made).items():
        connection.execute(f"CREATE TABLE {name} ({TABLES[name]})")
        _copy(connection, name, columns)
    connection.execute(f"CREATE INDEX held_covering ON held (person, code, year) WHERE {COUNTS}")
    connection.execute("ALTER TABLE complete ADD PRIMARY KEY (person)")
    connection.execute("ALTER TABLE nominee ADD PRIMARY KEY (place)")
    for name in TABLES:
        connection.execute(f"VACUUM ANALYZE {name}")


def _told(inside: "subprocess.Popen[str]") -> str | None:
    """Return how to reach the cluster, None if it did not start."""
    for line in inside.stdout or ():
        if line.startswith("{"):
            told = json.loads(line)
            names = {"PGHOST": "host", "PGPORT": "port", "PGUSER": "user",
                     "PGPASSWORD": "password", "PGDATABASE": "dbname"}  # fmt: skip
            found = {ours: told[theirs] for theirs, ours in names.items() if theirs in told}
            return make_conninfo(sslmode="disable", **found)
    return None


def _copy(connection: Connection, name: str, columns: Table) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {name} FROM STDIN") as copy:
        for start in range(0, columns[0].size, AT_ONCE):
            some = (column[start : start + AT_ONCE].tolist() for column in columns)
            lines = ("\t".join(map(str, row)) for row in zip(*some, strict=True))
            copy.write("\n".join(lines) + "\n")
