"""`bangvang forget`: what is past its confirmed period; with `--do` it is forgotten."""

import argparse
import sys

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.nominations.actions.bring_in import clear_left_lying
from bangvang.privacy.actions.forget_all import forget_all
from bangvang.privacy.actions.forget_portion import PORTION
from bangvang.privacy.selectors.dry_run import DryRun, Line, dry_run

DONE, CANNOT_RUN = 0, 2
KEEPER = Actor(
    "", "Người vận hành hệ thống", "", "", "", frozenset({Role.ADMINISTRATOR})
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--do", action="store_true", help="xóa thật; không có tùy chọn này thì chỉ liệt kê"
    )
    parser.add_argument(
        "--portion",
        type=int,
        default=PORTION,
        metavar="N",
        help=f"số mục mỗi lượt, mặc định {PORTION}",
    )


def run(arguments: argparse.Namespace) -> int:
    """List what would go and why some stays; with `--do` forget it, portion by portion.

    Returns:
        0 listed, or all that is past its period is gone; 2 the options make no sense.
    """
    if arguments.portion < 1:
        sys.stderr.write("Số mục phải lớn hơn 0.\n")
        return CANNOT_RUN
    sys.stdout.write(_listed(dry_run(clock.today())))
    if not arguments.do:
        sys.stdout.write("Chưa xóa gì; thêm --do để xóa.\n")
        return DONE
    left = clear_left_lying(at=clock.now())
    sys.stdout.write(f"Tệp tải dở quá một ngày: đã xóa {left}.\n")
    gone = forget_all(
        actor=KEEPER, at=clock.now(), report=_report, most=arguments.portion
    )  # fmt: skip
    sys.stdout.write(f"Đã xóa {gone} mục.\n")
    return DONE


def _listed(found: DryRun) -> str:
    return "".join(f"{_said(line)}\n" for line in found.lines)


def _said(line: Line) -> str:
    if not line.length:
        return f"{line.matter.label}: chưa có thời hạn được xác nhận, không xóa."
    if line.before is None:
        return f"{line.matter.label}: {line.length}, không xóa."
    held = "".join(f"; giữ lại {one.count} vì {one.why}" for one in line.held)
    return (
        f"{line.matter.label}: {line.count} mục trước ngày {line.before:%d/%m/%Y} "
        f"({line.length}){held}."
    )


def _report(done: int, of: int) -> None:
    sys.stderr.write(f"Đã xóa {done} trong {of} mục.\n")
