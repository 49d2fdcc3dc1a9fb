"""DuckDB in this process: columns in memory, sorted by person, all cores; an index is no help."""

from importlib import import_module
from typing import Any

from bench.law.engines import Statement, quickest, tables_of
from bench.law.made import Made
from bench.law.statement import TABLES

MISSING = "Chưa có DuckDB nên không đo so với DuckDB; chạy `make bench-setup` để cài."


def duckdb_with(made: Made) -> Statement | None:
    """Return the loaded engine, None where it is not installed."""
    try:
        duckdb: Any = import_module("duckdb")
    except ImportError:
        return None
    connection = duckdb.connect()
    for name, columns in tables_of(made).items():
        names = [column.split()[0] for column in TABLES[name].split(", ")]
        connection.execute(f"CREATE TABLE {name} ({TABLES[name]})")
        connection.register("given", dict(zip(names, columns, strict=True)))
        connection.execute(f"INSERT INTO {name} SELECT * FROM given ORDER BY ALL")  # noqa: S608  # our own names
        connection.unregister("given")
    return quickest(lambda text: connection.execute(text).fetchall())
