"""The search tables are made anew by one command."""

import pytest
from django.db import DatabaseError, connection

from bangvang.cli import reindex
from bangvang.cli.main import main
from bangvang.foundation.db.changes import changes_since, mark
from bangvang.foundation.db.search import Words, found
from bangvang.registry.stale import STALE
from bangvang.registry.states import PEOPLE
from bangvang.registry.tests.factories import person

pytestmark = pytest.mark.django_db


def test_what_was_lost_is_found_again(capsys: pytest.CaptureFixture[str]) -> None:
    who = person("Lù Văn Suối")
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {PEOPLE.table}")  # noqa: S608  our own name
    assert found(PEOPLE, Words(("suoi",)), most=5).count == 0

    assert main(["reindex"]) == 0

    assert found(PEOPLE, Words(("suoi",)), most=5).ids == (who.pk,)
    assert capsys.readouterr().out == "Đã lập lại mục tìm kiếm: 1 người, 1 tập thể.\n"


def test_after_it_whoever_keeps_rows_in_memory_reads_all_of_them() -> None:
    before = mark(STALE)

    assert main(["reindex"]) == 0

    assert changes_since(STALE, before, most=9).parts is None


def test_a_database_that_cannot_be_written_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> None:
        raise DatabaseError("readonly")

    monkeypatch.setattr(reindex, "rebuild", broken)

    assert main(["reindex"]) == 2
    assert "Không ghi được cơ sở dữ liệu" in capsys.readouterr().err
