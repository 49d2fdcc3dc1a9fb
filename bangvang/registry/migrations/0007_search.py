"""Search tables for people and organisations, and indexes to find awards by decision and year."""

from django.db import migrations, models

from bangvang.foundation.db.search_index import install, uninstall
from bangvang.registry.states import SEARCHED


def forwards(apps, schema_editor):
    install(schema_editor, SEARCHED)


def backwards(apps, schema_editor):
    uninstall(schema_editor, SEARCHED)


class Migration(migrations.Migration):
    dependencies = [("registry", "0006_organisation_events")]

    operations = [
        migrations.AddIndex(
            "award",
            models.Index(
                fields=["decision_no"],
                name="award_decision_no",
                opclasses=["varchar_pattern_ops"],
            ),
        ),
        migrations.AddIndex(
            "award", models.Index(fields=["code", "year"], name="award_code_year")
        ),
        migrations.RunPython(forwards, backwards),
    ]
