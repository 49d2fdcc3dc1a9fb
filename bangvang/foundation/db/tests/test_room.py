"""There is room for as long as it is asked for, also after an error."""

import pytest
from django.db import DatabaseError, connection, transaction

from bangvang.foundation.db.room import KIBIBYTES, roomy

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor == "postgresql", reason="SQLite's own setting"),
]


def kept() -> int:
    (size,) = connection.connection.execute("PRAGMA cache_size").fetchone()
    return int(size)


def test_room_is_given_back() -> None:
    with connection.cursor():
        before = kept()

    with roomy():
        assert kept() == -KIBIBYTES

    assert kept() == before


def test_room_is_given_back_after_an_error_in_a_transaction() -> None:
    with connection.cursor() as cursor:
        before = kept()
        with pytest.raises(DatabaseError), roomy(), transaction.atomic():
            cursor.execute("SELECT * FROM nothing_of_that_name")

    assert kept() == before
