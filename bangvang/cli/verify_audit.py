"""`bangvang verify-audit`: recompute the audit chain, with printed anchors if there are any."""

import argparse
import re
import sys

from django.db import DatabaseError

from bangvang.foundation.audit.chain import Anchor
from bangvang.foundation.audit.selectors import verify

WHOLE, BROKEN, CANNOT_RUN = 0, 1, 2
ANCHOR = re.compile(r"(\d+):([0-9a-fA-F-]{8,79})")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--anchor",
        action="append",
        default=[],
        metavar="SỐ:DẤU",
        help="dấu mốc in trên biên bản đã ký, như 412:ab12-cd34-…; có thể ghi nhiều lần",
    )


def run(arguments: argparse.Namespace) -> int:
    """Check the chain and say what was found.

    Returns:
        0 whole, 1 broken (with the first bad entry), 2 when it cannot run.
    """
    try:
        anchors = [read_anchor(written) for written in arguments.anchor]
        count, broken = verify(anchors)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return CANNOT_RUN
    except DatabaseError as error:
        sys.stderr.write(f"Không đọc được cơ sở dữ liệu: {error}\n")
        return CANNOT_RUN
    if broken:
        sys.stdout.write(f"Nhật ký hỏng từ mục {broken.seq}: {broken.why}.\n")
        return BROKEN
    checked = f", khớp {len(anchors)} dấu mốc" if anchors else ""
    sys.stdout.write(f"Nhật ký nguyên vẹn: {count} mục{checked}.\n")
    return WHOLE


def read_anchor(written: str) -> Anchor:
    """Read an anchor as it is printed on minutes.

    Raises:
        ValueError: it is not a number, a colon and at least eight hexadecimal digits.
    """
    found = ANCHOR.fullmatch(written.strip())
    if found is None:
        raise ValueError(
            f"Dấu mốc “{written}” không đúng dạng số:dấu, như 412:ab12-cd34-ef56-7890."
        )
    return Anchor(int(found[1]), found[2].replace("-", "").lower())
