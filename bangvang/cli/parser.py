"""The parser of one command, speaking Vietnamese where argparse speaks English."""

import argparse
import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import NoReturn

_HEADINGS = MappingProxyType({"positional arguments": "Đối số", "options": "Tùy chọn"})
_COMPLAINTS = (
    (r"the following arguments are required: (.+)", r"Còn thiếu: \1."),
    (r"unrecognized arguments: (.+)", r"Không hiểu: \1."),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 chưa rõ là tùy chọn nào: \2."),
    (r"argument (\S+): expected one argument", r"\1: phải kèm một giá trị."),
    (r"argument (\S+): ignored explicit argument (.+)", r"\1: không kèm giá trị, đã ghi \2."),
    (r"argument (\S+): invalid int value: (.+)", r"\1: \2 không phải số nguyên."),
    (r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)", r"\1: \2 không có trong \3."),
    (r"argument (\S+): (.+)", r"\1: \2"),
)
"""What argparse says of wrong options, and what we say; what is not known stays as it is."""


class Misused(Exception):
    """The options cannot be understood; the message says why."""


class Parser(argparse.ArgumentParser):
    """Declares and reads the options of one command."""

    def __init__(self, prog: str, description: str) -> None:
        """Begin with `--help` as the only option."""
        super().__init__(
            prog=prog, description=description, formatter_class=_Formatter, add_help=False
        )
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Refuse the options.

        Raises:
            Misused: always.
        """
        raise Misused(f"{self.format_usage()}{_said(message)}")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Cách dùng: ")

    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))


def _said(complaint: str) -> str:
    for english, vietnamese in _COMPLAINTS:
        if found := re.fullmatch(english, complaint, re.DOTALL):
            return found.expand(vietnamese)
    return complaint
