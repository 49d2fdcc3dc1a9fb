"""`bangvang reindex`: make anew what triggers keep, from what the register holds."""

import argparse
import sys

from django.db import DatabaseError, transaction

from bangvang.foundation.db.changes import renew
from bangvang.foundation.db.search_index import rebuild
from bangvang.foundation.vietnamese import say_number
from bangvang.registry.stale import STALE
from bangvang.registry.states import BODIES, PEOPLE, SEARCHED

DONE, CANNOT_RUN = 0, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare no options: everything is made anew, all or nothing."""


def run(_arguments: argparse.Namespace) -> int:
    """Make the search tables and all triggers anew and say how many rows can be found.

    The journal of changes begins anew too: whoever keeps rows in memory reads all of them.

    Returns:
        0 done, 2 when the database cannot be written.
    """
    try:
        with transaction.atomic():
            counted = rebuild(SEARCHED)
            renew(STALE)
    except DatabaseError as error:
        sys.stderr.write(f"Không ghi được cơ sở dữ liệu: {error}\n")
        return CANNOT_RUN
    people, bodies = counted[PEOPLE.rows], counted[BODIES.rows]
    sys.stdout.write(
        f"Đã lập lại mục tìm kiếm: {say_number(people)} người, {say_number(bodies)} tập thể.\n"
    )
    return DONE
