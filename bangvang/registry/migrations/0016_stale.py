"""A journal of what changed of whom, kept by triggers, for what is held in memory."""

from django.db import migrations

from bangvang.foundation.db.changes import install, uninstall
from bangvang.registry.stale import STALE


def forwards(apps, schema_editor):
    install(schema_editor, STALE)


def backwards(apps, schema_editor):
    uninstall(schema_editor, STALE)


class Migration(migrations.Migration):
    dependencies = [("registry", "0015_households")]

    operations = [migrations.RunPython(forwards, backwards)]
