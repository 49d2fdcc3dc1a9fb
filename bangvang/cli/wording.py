"""What the commands share in speaking to a person: days in, lines of 100 letters out."""

import argparse
import textwrap
from datetime import date

WIDTH = 100


class CannotRun(Exception):
    """The command ends with status 2; the message is the sentence for standard error."""


def day(written: str) -> date:
    """Return a day of the command line, for `argparse`.

    Raises:
        ArgumentTypeError: not a day written YYYY-MM-DD.
    """
    try:
        return date.fromisoformat(written)
    except ValueError as cause:
        raise argparse.ArgumentTypeError(
            f"“{written}” không phải ngày dạng YYYY-MM-DD, ví dụ 2022-04-19."
        ) from cause


def add_on(parser: argparse.ArgumentParser, says: str) -> None:
    """Declare `--on` and `--format`."""
    parser.add_argument("--on", type=day, metavar="YYYY-MM-DD", help=says)
    parser.add_argument(
        "--format",
        choices=("table", "json"),
        default="table",
        help="table: bảng để đọc (mặc định); json: cho máy đọc",
    )


def paragraph(text: str, *, first: str = "", others: str = "") -> list[str]:
    """Return the text in lines of at most 100 letters."""
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=others)


def shortened(text: str, width: int) -> str:
    """Return the text exactly so wide, ended with … if it is longer."""
    return (text if len(text) <= width else f"{text[: width - 1]}…").ljust(width)
