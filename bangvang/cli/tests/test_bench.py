"""The benchmarks run, their alternatives agree, and what is missing is said. No times are held."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from bangvang.cli import bench as command
from bangvang.cli.main import main
from bangvang.law import Record
from bench import machine
from bench.law import duck, measure, memory, one, page, postgresql
from bench.law.engines import Statement, tables_of
from bench.law.loops import Loops
from bench.law.made import Made
from bench.law.ours import ours
from bench.law.statement import GROUPED, LATERAL, TABLES
from bench.rounds import Disagreement, Measured, Row, medians


@pytest.fixture(scope="module")
def register() -> Made:
    """Make forty thousand rows with four hundred nominees."""
    return measure.made_with(measure.SMALL)


@contextmanager
def no_cluster(*, small: bool) -> Iterator[None]:
    yield None


@pytest.fixture
def _only_what_is_here(monkeypatch: pytest.MonkeyPatch, register: Made) -> None:
    """Leave PostgreSQL and processes of their own out, whatever this machine has."""
    monkeypatch.setattr(postgresql, "cluster", no_cluster)
    monkeypatch.setattr(duck, "duckdb_with", lambda _: None)
    monkeypatch.setattr(memory, "bytes_of", lambda _: {"columns": 1.0, "lists": 4.0})


@pytest.mark.usefixtures("_only_what_is_here")
def test_the_law_is_measured_with_what_is_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "law.json"

    assert main(["bench", "law", "--small", "--json", str(file)]) == 0

    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Chưa có PostgreSQL" in shown.err
    assert "`make bench-setup`" in shown.err
    document = json.loads(file.read_text(encoding="utf-8"))
    assert list(document) == ["bench", "machine", "commit", "rows"]
    assert document["bench"] == "law"
    assert [set(row) for row in document["rows"]] == [
        {"name", "unit", "ours", "alternative", "alternative_name", "ratio", "target",
         "direction", "rounds"}
    ] * 5  # fmt: skip
    assert document["rows"][0]["alternative_name"] == "Python loops over sets"
    assert {row["target"] for row in document["rows"]} == {None}


def test_a_table_shows_what_falls_short(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (
        Row("fast", "s", 0.05, 1.1, "PostgreSQL", 15),
        Row("slow", "s", 0.5, 1.0, "DuckDB", 10),
        Row("one", "ms", 0.2, 0.1, "a query", 1, "at_most"),
        Row("told", "bytes", 1500.0, 3000.0, "lists"),
    )
    asked: list[object] = []

    def slow(**how: object) -> Measured:
        asked.append(how["small"])
        return Measured(rows)

    monkeypatch.setattr(command, "BENCHES", {"law": slow})

    assert main(["bench"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[2].split() == ["fast", "(s)", "0,05", "1,1", "22.00", "≥", "15"]
    assert lines[4].split()[-3:] == ["10", "CHƯA", "ĐẠT"]
    assert lines[6].split()[-4:] == ["≤", "1", "CHƯA", "ĐẠT"]
    assert lines[8].split() == ["told", "(bytes)", "1.500", "3.000", "2.00"]
    assert lines[3].strip() == "so với PostgreSQL"
    assert asked == [False]


def test_parts_of_the_register_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []

    def measured(**how: object) -> Measured:
        asked.append(how.get("parts"))
        return Measured(())

    monkeypatch.setattr(command, "BENCHES", {"law": measured, "register": measured})

    assert main(["bench", "register", "--part", "import", "--part", "columns"]) == 0
    assert main(["bench", "register"]) == 0
    assert asked == [["import", "columns"], None]
    assert main(["bench", "law", "--part", "import"]) == 2
    assert "--part cần đi với phép đo có phần ấy" in capsys.readouterr().err


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "luat"]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == "Không có phép đo “luat”; hiện có: law, register, nominations.\n"


def test_answers_that_differ_are_no_figures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def differ(**how: object) -> Measured:
        raise Disagreement("DuckDB: 3")

    monkeypatch.setattr(command, "BENCHES", {"law": differ})

    assert main(["bench", "law"]) == 1
    assert "DuckDB: 3" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "BENCHES", {"law": lambda **_: Measured(())})

    assert main(["bench", "law", "--json", str(tmp_path)]) == 2
    assert f"Không ghi được tệp {tmp_path}." in capsys.readouterr().err


def test_loops_answer_as_the_law_does(register: Made) -> None:
    measure.agree(ours(register), {"loops": Loops(register)})


def test_every_answer_occurs_for_every_criterion_that_can_have_it(register: Made) -> None:
    law = ours(register).answers()

    assert [sorted(set(column)) for column in law.T.tolist()] == [[0, 1]] * 2 + [[0, 1, 2]] * 4


def test_one_wrong_answer_stops_the_benchmark(register: Made) -> None:
    class Wrong(Loops):
        def work(self) -> list[list[int]]:
            found = super().work()
            found[7][4] = (found[7][4] + 1) % 3
            return found

    with pytest.raises(Disagreement, match="'a certificate before the last five years': 1"):
        measure.agree(ours(register), {"wrong": Wrong(register)})


def test_the_joined_statement_answers_as_the_law_does(register: Made) -> None:
    lite = sqlite3.connect(":memory:")
    for name, columns in tables_of(register).items():
        lite.execute(f"CREATE TABLE {name} ({TABLES[name]})")
        marks = ", ".join("?" * len(columns))
        rows = zip(*(column.tolist() for column in columns), strict=True)
        lite.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608  # our own names
    lite.execute("CREATE INDEX held_person ON held (person)")

    statement = Statement(lambda text: lite.execute(text).fetchall(), GROUPED)

    measure.agree(ours(register), {"SQLite": statement})


@pytest.mark.skipif(find_spec("duckdb") is None, reason="DuckDB comes with `make bench-setup`")
def test_duckdb_answers_as_the_law_does(register: Made) -> None:
    engine = duck.duckdb_with(register)
    assert engine is not None

    measure.agree(ours(register), {"DuckDB": engine})


@pytest.mark.django_db
@pytest.mark.skipif("postgresql" not in connection.settings_dict["ENGINE"], reason="PostgreSQL")
@pytest.mark.parametrize("form", [LATERAL, GROUPED])
def test_postgresql_answers_as_the_law_does(register: Made, form: str) -> None:
    known = connection.settings_dict
    reached = psycopg.connect(
        host=known["HOST"], port=known["PORT"], user=known["USER"], password=known["PASSWORD"],
        dbname=known["NAME"], autocommit=True, options="-c search_path=pg_temp",
    )  # fmt: skip
    with reached:
        postgresql.load(register, reached)
        statement = Statement(lambda text: reached.execute(text).fetchall(), form)
        measure.agree(ours(register), {"PostgreSQL": statement})


def test_what_is_not_installed_is_left_out(register: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.setattr(postgresql, "which", lambda _: None)
    monkeypatch.setattr(memory, "STATUS", Path("/there-is-no-such-file"))

    with postgresql.cluster(small=True) as reached:
        assert reached is None
    assert duck.duckdb_with(register) is None
    assert memory.bytes_of(register) is None


def test_a_cluster_that_does_not_start_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "which", lambda _: sys.executable)
    monkeypatch.setattr(postgresql, "STARTER", (sys.executable, "-c", "print('no')"))

    with postgresql.cluster(small=True) as reached:
        assert reached is None


def test_memory_is_that_of_a_process_of_its_own() -> None:
    """A register ten times as large, whose columns need more than building gives back."""
    if not memory.STATUS.exists():
        pytest.skip("no /proc")
    found = memory.bytes_of(measure.made_with(10 * measure.SMALL), rounds=1)

    assert found is not None
    assert found["columns"] > 0
    assert found["lists"] > 0


def test_one_nominee_is_asked_by_the_award_with_most_routes(register: Made) -> None:
    asked = one.hardest()
    record = one.record_of(register, int(register.nominees[0]))

    assert asked.routes
    assert len({route.code for route in asked.routes}) == 1
    assert len(record.held) > 0


@pytest.mark.django_db
def test_a_page_gets_the_record_that_is_explained(register: Made) -> None:
    people = one.people_asked(register)

    found = page.read(page.entered(register, people))()

    for record, person in zip(found, people, strict=True):
        known = one.record_of(register, person)
        assert _bare(record) == _bare(known)
        assert record.complete_from == known.complete_from


def _bare(record: Record) -> list[tuple[str, str, int]]:
    return sorted((row.code, row.kind, row.year) for row in record.held)


def test_works_take_turns() -> None:
    turns: list[str] = []

    found = medians({"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, rounds=3)

    assert turns == ["a", "b"] * 4
    assert found.keys() == {"a", "b"}


def test_the_machine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"Python {sys.version.split()[0]}" in machine.machine()
    assert " cores, " in machine.machine()

    def no_git(*asked: object, **how: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(subprocess, "run", no_git)
    assert machine.commit() == ""
