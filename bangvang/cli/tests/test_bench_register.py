"""The register's benchmark runs, its rows are told as those of the others. No times are held."""

import json
from typing import Any

import pytest
from django.db import connection

from bangvang.cli.main import main
from bench.law import postgresql
from bench.register import imports, measure, names, process
from bench.register.made import asked, made
from bench.rounds import Disagreement


def figures(_module: str, _name: str, people: int, *, connection: object = None) -> Any:
    """Stand in for a process of its own: three rounds of two searches each."""
    ours = [[0.002, 0.004]] * 3
    times = {"office": ours, "unit": ours, "marked": ours, "bare": [[0.002, 0.002]] * 3}
    return {"differ": [], "times": times | {"icontains": [[0.2, 0.4]] * 3}}


class Cluster:
    """A cluster that is there, or not."""

    def __init__(self, found: object) -> None:
        self.found = found
        self.small: bool | None = None

    def __call__(self, *, small: bool) -> "Cluster":
        self.small = small
        return self

    def __enter__(self) -> object:
        return self.found

    def __exit__(self, *_: object) -> None:
        return None


def test_both_engines_are_told_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "run", figures)
    monkeypatch.setattr(imports, "is_complete", lambda: True)
    monkeypatch.setattr(postgresql, "cluster", Cluster("a connection"))

    found = measure.measure(small=False, say=lambda _: None, parts=["search"])

    assert [(row.alternative_name, row.direction, row.target) for row in found.rows[:5]] == [
        ("bare FTS5", "at_most", 1.5),
        ("the limit", "at_most", 1.0),
        ("Django icontains", "at_least", 20.0),
        ("bare FTS5", "at_least", None),
        ("bare FTS5", "at_least", None),
    ]
    assert found.rows[0].ratio == pytest.approx(1.5)
    assert found.rows[2].ratio == pytest.approx(100)
    assert {"bare tsvector"} < {row.alternative_name for row in found.rows[5:]}
    assert found.missing == ()


def test_without_postgresql_the_rest_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(process, "run", figures)
    monkeypatch.setattr(postgresql, "cluster", Cluster(None))

    assert main(["bench", "register", "--small", "--part", "search"]) == 0

    shown = capsys.readouterr()
    assert "Chưa có PostgreSQL" in shown.err
    assert "bare FTS5" in shown.out
    assert "CHƯA ĐẠT" not in shown.out


def test_other_counts_are_no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "run", lambda *_, **__: {"differ": ["lua"], "times": {}})

    with pytest.raises(Disagreement, match="lua"):
        names.rows("SQLite", small=True)


def test_a_process_that_stops_says_why() -> None:
    with pytest.raises(process.Stopped, match="no_such_module"):
        process.run("bench.no_such_module", "tell")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="VACUUM wants no transaction around it")
@pytest.mark.django_db
def test_the_selector_and_the_bare_index_count_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    names.tell("40")

    told = json.loads(capsys.readouterr().out)
    assert told["differ"] == []
    assert {len(rounds) for rounds in told["times"].values()} == {5}


def test_the_same_people_come_every_time() -> None:
    assert made(30) == made(30)
    assert len(asked(made(30), 10)) == 10
