"""`bangvang import-awards FILE`: past awards into the register, as the office's page does it."""

import argparse
import getpass
import sys
from collections import Counter
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Origin, Role
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.import_awards import Imported, import_awards, try_awards
from bangvang.registry.selectors.import_rows import RowSeen
from bangvang.registry.states import ROW_NAMES, RowState

ALL_CLEAR, ROWS_LEFT, CANNOT_RUN = 0, 1, 2
OPEN = (RowState.CHOOSE, RowState.PROBLEM)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", metavar="FILE", help="tệp .xlsx, .xls, .ods, .csv hoặc .docx")
    parser.add_argument(
        "--dry-run", action="store_true", help="chỉ nói sẽ làm gì, không ghi gì vào sổ"
    )


def run(arguments: argparse.Namespace) -> int:
    """Bring the file in, or say what would happen.

    Returns:
        0 every row is in the register; 1 rows are left for a person; 2 nothing could be read.
    """
    try:
        data = Path(arguments.file).read_bytes()
    except (OSError, ValueError):
        sys.stderr.write(f"Không mở được tệp “{arguments.file}”.\n")
        return CANNOT_RUN
    call = try_awards if arguments.dry_run else import_awards
    name = Path(arguments.file).name
    try:
        found = call(data, original_name=name, actor=_actor(), at=clock.now())
    except Refused as refusal:
        sys.stderr.write(f"{refusal.objection.sentence}\n")
        return CANNOT_RUN
    except (DatabaseError, ImproperlyConfigured):
        sys.stderr.write("Không dùng được cơ sở dữ liệu; hãy chạy ./run trước.\n")
        return CANNOT_RUN
    _tell(found, is_trial=arguments.dry_run)
    return ROWS_LEFT if any(row.state in OPEN for row in found.rows) else ALL_CLEAR


def _actor() -> Actor:
    """Whoever may run commands on the server acts for the standing office, under their own name."""
    who = getpass.getuser()
    return Actor(
        f"command:{who}"[:40],
        f"{who} (dòng lệnh)",
        "",
        "",
        "",
        frozenset({Role.SPECIALIST}),
        Origin.BACK_ENTRY,
    )


def _tell(found: Imported, *, is_trial: bool) -> None:
    verb = "Sẽ ghi" if is_trial else "Đã ghi"
    if not found.is_new:
        sys.stdout.write("Tệp này đã được nhập trước đây.\n")
    new = f"{found.newcomers} người mới"
    if found.bodies:
        new += f", {found.bodies} hộ, tập thể mới"
    sys.stdout.write(f"{verb} {found.records} dòng vào sổ, trong đó {new}.\n")
    counts = Counter(row.state for row in found.rows)
    for state in (RowState.HELD, *OPEN):
        if counts[state]:
            sys.stdout.write(f"{ROW_NAMES[state]}: {counts[state]} dòng.\n")
    for row in found.rows:
        if row.state in OPEN:
            sys.stderr.write(f"Trang “{row.sheet}”, dòng {row.row}: {_why(row)}\n")


def _why(row: RowSeen) -> str:
    problems = [f"ô {p['cell']}: {p['text']}" for p in row.problems if not p["is_hint"]]
    return " ".join(part for part in (row.why, *problems) if part)
