"""`bangvang look-for-doubles`: what the page «Có thể là một» lists, looked for at night."""

import argparse
import sys

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.registry.actions.look_for_doubles import look_for_doubles

KEEPER = Actor("", "Người vận hành hệ thống", "", "", "", frozenset({Role.ADMINISTRATOR}))


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Declare no options."""


def run(_arguments: argparse.Namespace) -> int:
    """Look through the register and say how many pairs wait for a person.

    Returns:
        0.
    """
    count = look_for_doubles(actor=KEEPER, at=clock.now())
    sys.stdout.write(f"Có {count} cặp bản ghi có thể là một; xem trang “Có thể là một”.\n")
    return 0
