"""There is room for as long as it is asked for, also after an error."""

from pathlib import Path
from sqlite3 import connect

import pytest
from django.db import DatabaseError, connection, transaction

from bangvang.foundation.db.room import ROOMY, roomy, settings_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor == "postgresql", reason="SQLite's own setting"),
]


def kept() -> dict[str, int]:
    return settings_of(connection.connection)


def test_room_is_given_back() -> None:
    with connection.cursor():
        before = kept()

    with roomy():
        assert kept() == {name: ROOMY[name] for name in before}

    assert kept() == before


def test_room_is_given_back_after_an_error_in_a_transaction() -> None:
    with connection.cursor() as cursor:
        before = kept()
        with pytest.raises(DatabaseError), roomy(), transaction.atomic():
            cursor.execute("SELECT * FROM nothing_of_that_name")

    assert kept() == before


def test_what_is_mapped_of_a_file_is_read_too(tmp_path: Path) -> None:
    with connect(tmp_path / "a.sqlite3") as engine:
        engine.execute(f"PRAGMA mmap_size = {1 << 20}")
        assert settings_of(engine)["mmap_size"] == 1 << 20
