"""The ethnic group of a person, as the papers write it."""

from django.db import migrations, models

from bangvang.foundation.db import changes, search_index
from bangvang.registry.stale import STALE
from bangvang.registry.states import SEARCHED


def followed(apps, schema_editor):
    """Make the search tables, the journal and their triggers."""
    search_index.install(schema_editor, SEARCHED)
    changes.install(schema_editor, STALE)


def not_followed(apps, schema_editor):
    """On SQLite no table is made anew while triggers of another one name it."""
    search_index.uninstall(schema_editor, SEARCHED)
    changes.uninstall(schema_editor, STALE)


class Migration(migrations.Migration):
    dependencies = [("registry", "0017_undone_counts")]

    operations = [
        migrations.RunPython(not_followed, followed),
        migrations.AddField(
            model_name="person",
            name="ethnicity",
            field=models.CharField(blank=True, db_default="", default="", max_length=60),
        ),
        migrations.RunPython(followed, not_followed),
    ]
