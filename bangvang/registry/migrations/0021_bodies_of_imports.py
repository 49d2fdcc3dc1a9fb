"""Households and collectives that came with an import, and what was withdrawn with one."""

import django.db.models.deletion
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
    dependencies = [("registry", "0019_householders")]

    operations = [
        migrations.RunPython(not_followed, followed),
        migrations.AddField(
            model_name="organisation",
            name="withdrawn_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="recordsource",
            name="new_body",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.organisation",
            ),
        ),
        migrations.RunPython(followed, not_followed),
    ]
