"""What every test needs: private files of its own, and an audit table that tests may empty."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import hypothesis
import pytest
from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.test import TransactionTestCase
from pytest_django import Settings

from bangvang.foundation.db.append_only import guard, unguard

GUARDED = "audit_entry"

# The gate searches the same examples every time; `make search` looks at new and many more ones.
hypothesis.settings.register_profile("gate", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None, max_examples=1000, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("BANGVANG_EXAMPLES", "gate"))


@pytest.fixture(autouse=True)
def _private_files(settings: Settings, tmp_path: Path) -> None:
    """Keep uploaded files of a test in its own folder."""
    settings.PRIVATE_FILES_ROOT = tmp_path / "files"


@pytest.fixture(autouse=True, scope="session")
def _audit_can_be_emptied() -> Iterator[None]:
    """Take the guard off while the test runner empties the tables after a transactional test."""
    original = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]  # not in the stubs

    def teardown(case: TransactionTestCase) -> None:
        _change_guard(unguard)
        try:
            original(case)
        finally:
            _change_guard(guard)

    TransactionTestCase._fixture_teardown = teardown  # type: ignore[attr-defined]  # not in the stubs
    yield
    TransactionTestCase._fixture_teardown = original  # type: ignore[attr-defined]  # not in the stubs


class _Statements:
    """As much of a schema editor as the guard needs, without its own transaction."""

    def __init__(self) -> None:
        self.connection = connection

    def execute(self, statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)


def _change_guard(change: Callable[[BaseDatabaseSchemaEditor, str], None]) -> None:
    change(cast("BaseDatabaseSchemaEditor", _Statements()), GUARDED)
