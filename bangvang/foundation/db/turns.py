"""Taking turns: a lock that the transaction holds until it ends."""

from django.db import connection, transaction


def wait_for_turn(number: int) -> None:
    """Hold the numbered turn until the surrounding transaction ends.

    On PostgreSQL an advisory lock; on SQLite the writing transaction, which begins IMMEDIATE, is
    already the only one.

    Raises:
        TransactionManagementError: there is no surrounding transaction to hold it.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a turn is held by a transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
