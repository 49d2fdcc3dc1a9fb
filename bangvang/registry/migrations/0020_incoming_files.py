"""Lists of agencies are read in the background like past awards, and their cells are mended."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

UNDONE = Q(undone_at__isnull=False)


def say_states(apps, schema_editor):
    """A list that is there was read; one that was taken back is undone."""
    lists = apps.get_model("registry", "AgencyList").objects
    lists.filter(UNDONE).update(state="UNDONE")
    lists.filter(~UNDONE).update(state="STAGED")


class Migration(migrations.Migration):
    dependencies = [("registry", "0019_householders")]

    operations = [
        migrations.RenameField("agencylist", "taken_by_ref", "staged_by_ref"),
        migrations.RenameField("agencylist", "taken_by_name", "staged_by_name"),
        migrations.RenameField("agencylist", "taken_at", "staged_at"),
        migrations.AddField(
            "agencylist",
            "state",
            models.CharField(
                choices=[
                    (state, state)
                    for state in ("READING", "REFUSED", "STAGED", "ACCEPTED", "UNDONE")
                ],
                default="STAGED",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "agencylist", "proposed_encoding", models.CharField(blank=True, max_length=8)
        ),
        migrations.AddField("agencylist", "samples", models.JSONField(default=list)),
        migrations.AddField("agencylist", "trouble", models.TextField(blank=True)),
        migrations.RunPython(say_states, migrations.RunPython.noop),
        migrations.RemoveConstraint("agencylist", "one_agency_list_a_file"),
        migrations.AddConstraint(
            "agencylist",
            models.UniqueConstraint(
                fields=["digest"],
                condition=Q(undone_at__isnull=True) & ~Q(state="REFUSED"),
                name="one_agency_list_a_file",
            ),
        ),
        migrations.RemoveConstraint("agencylist", "agency_list_is_undone_with_a_reason"),
        migrations.AddConstraint(
            "agencylist",
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_reason="")
                | (Q(undone_at__isnull=False, state="UNDONE") & ~Q(undone_reason="")),
                name="agency_list_is_undone_with_a_reason",
            ),
        ),
        migrations.AddField("listedrow", "raw", models.JSONField(default=dict)),
        migrations.AlterField(
            "cellmend",
            "award_import",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.awardimport",
            ),
        ),
        migrations.AddField(
            "cellmend",
            "agency_list",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.agencylist",
            ),
        ),
        migrations.AddIndex(
            "cellmend",
            models.Index(fields=["agency_list", "sheet_no", "row"], name="list_mend_by_row"),
        ),
        migrations.AddConstraint(
            "cellmend",
            models.CheckConstraint(
                condition=Q(award_import__isnull=False, agency_list__isnull=True)
                | Q(award_import__isnull=True, agency_list__isnull=False),
                name="mend_of_one_file",
            ),
        ),
    ]
