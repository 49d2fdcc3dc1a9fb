"""`bangvang check LIST`: ask the law of a day about every row of a nomination list."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from bangvang.cli.checked import Checked, OfHistory, Question, checked
from bangvang.cli.registers import FileRegister, Register
from bangvang.cli.tables import table_of
from bangvang.cli.wording import CannotRun, add_on
from bangvang.foundation import clock
from bangvang.foundation.sheets import Unreadable, Workbook, read_table
from bangvang.foundation.vietnamese import say_date
from bangvang.law import UnknownAward, award_of, find_code, in_force, not_then, using_when_asked
from bangvang.nominations.intake.listed import ListRead
from bangvang.nominations.intake.spreadsheet import read_list
from bangvang.registry.intake.cells import Problem
from bangvang.registry.intake.past_awards import read_past_awards

ALL_MET, SOME_NOT_MET, CANNOT_RUN = 0, 1, 2
FIRST_YEAR = 1945
"""No history goes further back than the country's own awards."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("list", metavar="LIST", help="danh sách .xlsx, .xls, .ods hoặc .csv")
    parser.add_argument("--award", metavar="CODE", help="hỏi danh hiệu này cho mọi dòng")
    parser.add_argument("--history", metavar="FILE", help="chỉ đối chiếu với tệp lịch sử này")
    parser.add_argument(
        "--history-complete-from",
        type=int,
        metavar="YEAR",
        help="tệp lịch sử ghi đủ từ năm thành tích này cho mọi người trong danh sách",
    )
    add_on(parser, "ngày nhận hồ sơ; bỏ trống là hôm nay")


def run(arguments: argparse.Namespace) -> int:
    """Check the list and print what was found.

    Returns:
        0 every row met; 1 some row is not; 2 something could not be read, or no rulebook is in
        force that day.
    """
    try:
        found = _check(arguments)
    except CannotRun as refused:
        sys.stderr.write(f"{refused}\n")
        return CANNOT_RUN
    if arguments.format == "json":
        json.dump(found.as_json(), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        sys.stdout.write(table_of(found))
    return ALL_MET if found.is_all_met else SOME_NOT_MET


def _check(arguments: argparse.Namespace) -> Checked:
    on = arguments.on or clock.today()
    if not in_force(on):
        raise CannotRun(f"Hệ thống chưa có bộ quy định nào có hiệu lực ngày {say_date(on)}.")
    code = _award(arguments.award, on)
    read = _list(_workbook(arguments.list), on)
    try:
        register, said = _register(arguments.history, _complete_from(arguments, on), on)
        question = Question(Path(arguments.list).name, on, code)
        with using_when_asked(register.texts):
            return replace(checked(read, question, register), of_history=said)
    except (DatabaseError, ImproperlyConfigured) as cause:
        raise CannotRun(
            "Không hỏi được cơ sở dữ liệu; hãy chạy ./run trước, hoặc chỉ tệp bằng --history."
        ) from cause


def _award(written: str | None, on: date) -> str | None:
    if written is None:
        return None
    try:
        award = award_of(find_code(written) or written)
    except UnknownAward as refused:
        raise CannotRun(refused.sentence) from refused
    if award.names.get(on) is None:
        raise CannotRun(not_then(award, on).sentence)
    return award.code


def _workbook(path: str) -> Workbook:
    try:
        return read_table(Path(path).read_bytes(), filename=Path(path).name)
    except Unreadable as refused:
        raise CannotRun(refused.sentence) from refused
    except (OSError, ValueError) as cause:
        raise CannotRun(f"Không mở được tệp “{path}”.") from cause


def _list(workbook: Workbook, on: date) -> ListRead:
    read = read_list(workbook, on=on)
    if not read.rows:
        said = next(problem for problem in read.list_problems if not problem.is_hint)
        raise CannotRun(f"Tệp “{workbook.filename}”: {said.text}")
    return read


def _complete_from(arguments: argparse.Namespace, on: date) -> int | None:
    year: int | None = arguments.history_complete_from
    if year is None:
        return None
    if arguments.history is None:
        raise CannotRun("--history-complete-from chỉ dùng cùng --history.")
    if not FIRST_YEAR <= year <= on.year:
        raise CannotRun(
            f"--history-complete-from: {year} không thuộc các năm từ {FIRST_YEAR} đến {on.year}."
        )
    return year


def _register(
    history: str | None, complete_from: int | None, on: date
) -> tuple[Register, OfHistory | None]:
    """Return who answers, and what is wrong with the history file if one does."""
    if history is None:
        django.setup()
        register: Register = import_module("bangvang.cli.database").DatabaseRegister()
        return register, None
    workbook = _workbook(history)
    read = read_past_awards(workbook, on=on)
    if not read.is_usable:
        raise CannotRun(f"Tệp “{workbook.filename}”: {read.problems[0].text}")
    _tell(workbook.filename, read.problems)
    said = OfHistory(workbook.filename, read.problems)
    return FileRegister(read, complete_from=complete_from), said


def _tell(filename: str, problems: Sequence[Problem]) -> None:
    for problem in problems:
        sys.stderr.write(f"Tệp lịch sử “{filename}”, ô {problem.cell}: {problem.text}\n")
