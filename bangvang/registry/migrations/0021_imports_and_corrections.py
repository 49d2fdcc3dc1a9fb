"""Households and collectives that came with an import; corrections of initiatives."""

import django.db.models.deletion
from django.db import migrations, models

import bangvang.foundation.ref
from bangvang.foundation.db import changes, search_index
from bangvang.registry.stale import STALE
from bangvang.registry.states import AMENDMENT_STATE_NAMES, SEARCHED, AmendmentState


def followed(apps, schema_editor):
    """Make the search tables, the journal and their triggers."""
    search_index.install(schema_editor, SEARCHED)
    changes.install(schema_editor, STALE)


def not_followed(apps, schema_editor):
    """On SQLite no table is made anew while triggers of another one name it."""
    search_index.uninstall(schema_editor, SEARCHED)
    changes.uninstall(schema_editor, STALE)


class Migration(migrations.Migration):
    dependencies = [("registry", "0020_incoming_files")]

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
        migrations.CreateModel(
            name="InitiativeCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ref",
                    models.CharField(
                        default=bangvang.foundation.ref.new_ref, max_length=20, unique=True
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[(one.value, name) for one, name in AMENDMENT_STATE_NAMES.items()],
                        max_length=12,
                    ),
                ),
                ("said", models.JSONField()),
                ("shares", models.JSONField()),
                ("reason", models.TextField()),
                ("paper_no", models.CharField(blank=True, max_length=60)),
                ("paper_on", models.DateField(null=True)),
                ("paper_by", models.CharField(blank=True, max_length=300)),
                ("proposed_by_ref", models.CharField(max_length=20)),
                ("proposed_by_name", models.CharField(max_length=200)),
                ("proposed_by_head", models.BooleanField()),
                ("proposed_at", models.DateTimeField()),
                ("decided_by_ref", models.CharField(blank=True, max_length=20)),
                ("decided_by_name", models.CharField(blank=True, max_length=200)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_reason", models.TextField(blank=True)),
                ("version", models.IntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=~models.Q(reason=""), name="correction_has_a_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(state=AmendmentState.PROPOSED, decided_at__isnull=True)
                        | (
                            ~models.Q(state=AmendmentState.PROPOSED)
                            & models.Q(decided_at__isnull=False)
                        ),
                        name="decided_correction_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectedInitiative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_open", models.BooleanField(default=True)),
                (
                    "correction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="registry.initiativecorrection",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.initiative",
                    ),
                ),
                (
                    "new_initiative",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.initiative",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(is_open=True),
                        fields=("initiative",),
                        name="one_open_correction_an_initiative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(initiative__isnull=False)
                        | models.Q(new_initiative__isnull=False),
                        name="corrected_initiative_is_some_row",
                    ),
                ],
            },
        ),
        migrations.RunPython(followed, not_followed),
    ]
