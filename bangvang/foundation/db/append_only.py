"""Triggers that make a table append-only on SQLite and on PostgreSQL."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def guard(schema_editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Let the database refuse every UPDATE, DELETE and TRUNCATE of the table."""
    if schema_editor.connection.vendor == "postgresql":
        _guard_postgresql(schema_editor, table)
    else:
        _guard_sqlite(schema_editor, table)


def unguard(schema_editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Take the triggers away again; only a reversed migration does this."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER {table}_rows ON {table}")
        schema_editor.execute(f"DROP TRIGGER {table}_whole ON {table}")
        schema_editor.execute(f"DROP FUNCTION {table}_refuse()")
    else:
        schema_editor.execute(f"DROP TRIGGER {table}_no_update")
        schema_editor.execute(f"DROP TRIGGER {table}_no_delete")


def _guard_sqlite(schema_editor: BaseDatabaseSchemaEditor, table: str) -> None:
    for verb in ("update", "delete"):
        schema_editor.execute(
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _guard_postgresql(schema_editor: BaseDatabaseSchemaEditor, table: str) -> None:
    schema_editor.execute(
        f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
    )
    schema_editor.execute(
        f"CREATE TRIGGER {table}_rows BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
    )
    schema_editor.execute(
        f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
    )
