"""Let both engines refuse every change of an entry."""

from django.db import migrations

from bangvang.foundation.db.append_only import guard, unguard

TABLE = "audit_entry"


def forwards(apps, schema_editor):
    guard(schema_editor, TABLE)


def backwards(apps, schema_editor):
    unguard(schema_editor, TABLE)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(forwards, backwards)]
