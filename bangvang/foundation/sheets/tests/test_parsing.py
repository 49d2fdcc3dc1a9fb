"""The parser that runs apart."""

import io
import json
import resource
import subprocess
import sys
from datetime import date, datetime, time, timedelta

import pytest

from bangvang.foundation.sheets import Unreadable, parsing, read_table
from bangvang.foundation.sheets.tests import files

MIXED = files.xlsx_of(
    {
        "A": [["a", 1, 2.5, True, date(2022, 4, 19), time(7, 5), timedelta(hours=30)]],
        "B": [["ẩn"]],
    },
    hidden=["B"],
)


def test_only_visible_sheets_are_parsed() -> None:
    assert list(parsing.visible_sheets(MIXED, cell_limit=100) or ()) == [
        {
            "name": "A",
            "rows": [["a", 1.0, 2.5, True, date(2022, 4, 19), time(7, 5), timedelta(hours=30)]],
            "merged": [],
        }
    ]


def test_a_sheet_with_too_many_cells_is_not_parsed() -> None:
    assert parsing.visible_sheets(MIXED, cell_limit=6) is None


def test_the_result_is_json_with_dates_that_say_what_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits: list[int] = []
    output = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(resource, "setrlimit", lambda kind, _: limits.append(kind))
    monkeypatch.setattr(sys, "stdout", output)

    status = parsing.run(MIXED, 100)

    assert status == 0
    assert limits == [resource.RLIMIT_AS, resource.RLIMIT_CPU]
    sheet, rows = map(json.loads, output.buffer.getvalue().splitlines())
    assert sheet == {"name": "A", "merged": []}
    assert rows[0][4:] == [
        {"date": "2022-04-19"},
        {"time": "07:05:00"},
        {"timedelta": 108000.0},
    ]
    assert parsing.run(MIXED, 1) == parsing.EXIT_TOO_LARGE


def test_what_json_cannot_carry_is_an_error() -> None:
    with pytest.raises(TypeError, match="object"):
        parsing.as_json(object())


def test_dates_times_and_spans_come_back_from_the_other_process() -> None:
    (grid,) = read_table(MIXED, filename="a.xlsx").grids

    assert grid.rows[0] == (
        "a",
        1,
        2.5,
        True,
        date(2022, 4, 19),
        time(7, 5),
        timedelta(hours=30),
    )


def test_moments_come_back_too() -> None:
    moment = datetime(2022, 4, 19, 7, 5)  # noqa: DTZ001  # cells have no time zone

    (grid,) = read_table(files.xlsx([[moment]]), filename="a.xlsx").grids

    assert grid.rows == ((moment,),)


def test_a_parser_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def never_ends(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("parser", 1)

    monkeypatch.setattr(subprocess, "run", never_ends)

    with pytest.raises(Unreadable) as refused:
        read_table(MIXED, filename="a.xlsx")

    assert refused.value.code == "EXPANDS"


def test_a_parser_that_dies_of_hunger_is_a_broken_file() -> None:
    data = bytearray(files.xls([["a"]]))
    dimensions = data.find(b"\x00\x02\x0e\x00")
    data[dimensions + 8 : dimensions + 16] = b"\xff\xff\xff\x7f\x00\x00\xff\xff"

    with pytest.raises(Unreadable) as refused:
        read_table(bytes(data), filename="a.xls")

    assert refused.value.code == "BROKEN"
