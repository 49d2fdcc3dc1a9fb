"""What every test needs: tables, private files of its own, an audit table that may be emptied."""

import gc
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import hypothesis
import pytest
from django.db import connection, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.test import TransactionTestCase
from pytest_django import Settings

from bangvang.foundation.db.append_only import guard, unguard
from bangvang.foundation.tests import tables
from bangvang.registry.stale import STALE

GUARDED = "audit_entry"
MIGRATED = {"django_migrations", "django_content_type", "auth_permission"}
"""Tables whose rows come with the migrations."""

# The gate searches the same examples every time; `make search` looks at new and many more ones.
hypothesis.settings.register_profile("gate", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None, max_examples=1000, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("BANGVANG_EXAMPLES", "gate"))


MADE_HERE = pytest.StashKey[bool]()


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a folder for its tables; the workers find it in their environment."""
    if tables.FOLDER not in os.environ:
        os.environ[tables.FOLDER] = tempfile.mkdtemp()
        config.stash[MADE_HERE] = True


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throw the folder away, if this process made it."""
    if MADE_HERE in config.stash:
        tables.throw_away()


def pytest_collection_finish() -> None:
    """Let the collector leave alone what stays for the whole run: libraries, models, tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,  # noqa: ARG001  names a worker's database
) -> Iterator[None]:
    """Begin with the tables of the run, so that nothing is left to migrate."""
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = tables.database_with_tables()
        yield
        return
    name = connection.creation._get_test_db_name()  # type: ignore[attr-defined]  # not in the stubs
    with (
        closing(sqlite3.connect(tables.file_with_tables())) as made,
        closing(sqlite3.connect(name, uri=True)) as own,
    ):
        made.backup(own)
        yield


@pytest.fixture(autouse=True)
def _private_files(settings: Settings, tmp_path: Path) -> None:
    """Keep uploaded files of a test in its own folder."""
    settings.PRIVATE_FILES_ROOT = tmp_path / "files"


@pytest.fixture(autouse=True, scope="session")
def _audit_can_be_emptied() -> Iterator[None]:
    """After a transactional test delete its rows, with the guard taken off.

    Django empties every table and fills in content types and permissions anew, each time.
    """
    original = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]  # not in the stubs

    def teardown(_: TransactionTestCase) -> None:
        _change_guard(unguard)
        try:
            _delete_rows()
        finally:
            _change_guard(guard)

    TransactionTestCase._fixture_teardown = teardown  # type: ignore[attr-defined]  # not in the stubs
    yield
    TransactionTestCase._fixture_teardown = original  # type: ignore[attr-defined]  # not in the stubs


def _delete_rows() -> None:
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    some = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})"  # noqa: S608  our own names
        for name in sorted(set(names) - MIGRATED)
    )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(some)
        for (name,) in cursor.fetchall():
            cursor.execute(f"DELETE FROM {name}")  # noqa: S608  our own names
        if connection.vendor == "postgresql":
            # What triggers noted of that; a transaction of another worker would have it read again.
            cursor.execute(f"DELETE FROM {STALE.name}")  # noqa: S608  our own name


class _Statements:
    """As much of a schema editor as the guard needs, without its own transaction."""

    def __init__(self) -> None:
        self.connection = connection

    def execute(self, statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)


def _change_guard(change: Callable[[BaseDatabaseSchemaEditor, str], None]) -> None:
    change(cast("BaseDatabaseSchemaEditor", _Statements()), GUARDED)
