"""Lists of agencies are read and mended like past awards; lists of postings come in likewise."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from bangvang.foundation.ref import new_ref

UNDONE = Q(undone_at__isnull=False)
STATES = [(state, state) for state in ("READING", "REFUSED", "STAGED", "ACCEPTED", "UNDONE")]
ROW_STATES = [(state, state) for state in ("READY", "CHOOSE", "PROBLEM", "HELD", "ACCEPTED")]
OF_ONE_FILE = (
    Q(award_import__isnull=False, agency_list__isnull=True, posting_list__isnull=True)
    | Q(award_import__isnull=True, agency_list__isnull=False, posting_list__isnull=True)
    | Q(award_import__isnull=True, agency_list__isnull=True, posting_list__isnull=False)
)


def number():
    """Return the number that every row has."""
    return models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


def key(to, **more):
    """Return a foreign key that protects what it points at."""
    kept = django.db.models.deletion.PROTECT
    return models.ForeignKey(on_delete=kept, related_name="+", to=to, **more)


def say_states(apps, schema_editor):
    """A list that is there was read; one that was taken back is undone."""
    lists = apps.get_model("registry", "AgencyList").objects
    lists.filter(UNDONE).update(state="UNDONE")
    lists.filter(~UNDONE).update(state="STAGED")


class Migration(migrations.Migration):
    dependencies = [
        ("foundation_files", "0001_initial"),
        ("registry", "0019_householders"),
    ]

    operations = [
        migrations.RenameField("agencylist", "taken_by_ref", "staged_by_ref"),
        migrations.RenameField("agencylist", "taken_by_name", "staged_by_name"),
        migrations.RenameField("agencylist", "taken_at", "staged_at"),
        migrations.AddField(
            "agencylist",
            "state",
            models.CharField(
                choices=STATES,
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
        migrations.CreateModel(
            "PostingList",
            [
                ("id", number()),
                ("ref", models.CharField(default=new_ref, max_length=20, unique=True)),
                ("file", key("foundation_files.storedfile")),
                ("digest", models.CharField(max_length=64)),
                ("state", models.CharField(choices=STATES, max_length=10)),
                ("plans", models.JSONField(default=dict)),
                ("encoding", models.CharField(blank=True, max_length=8)),
                ("proposed_encoding", models.CharField(blank=True, max_length=8)),
                ("sheets", models.JSONField(default=list)),
                ("samples", models.JSONField(default=list)),
                ("trouble", models.TextField(blank=True)),
                ("staged_by_ref", models.CharField(max_length=40)),
                ("staged_by_name", models.CharField(max_length=200)),
                ("staged_at", models.DateTimeField()),
                ("undone_reason", models.TextField(blank=True)),
                ("undone_by_ref", models.CharField(blank=True, max_length=40)),
                ("undone_by_name", models.CharField(blank=True, max_length=200)),
                ("undone_at", models.DateTimeField(null=True)),
                ("version", models.IntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            "PostingRow",
            [
                ("id", number()),
                ("sheet", models.CharField(max_length=100)),
                ("sheet_no", models.IntegerField()),
                ("row", models.IntegerField()),
                ("said", models.JSONField()),
                ("cells", models.JSONField()),
                ("raw", models.JSONField(default=dict)),
                ("problems", models.JSONField(default=list)),
                ("near", models.CharField(blank=True, max_length=300)),
                ("person", key("registry.person", null=True)),
                ("organisation", key("registry.organisation", null=True)),
                ("candidates", models.JSONField(default=list)),
                ("why", models.TextField(blank=True)),
                ("posting_list", key("registry.postinglist")),
                ("state", models.CharField(choices=ROW_STATES, max_length=10)),
                ("chosen", models.CharField(blank=True, max_length=20)),
                (
                    "posting",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="listed_in",
                        to="registry.posting",
                    ),
                ),
                ("accepted_by_name", models.CharField(blank=True, max_length=200)),
                ("accepted_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddConstraint(
            "postinglist",
            models.UniqueConstraint(
                fields=["digest"],
                condition=Q(undone_at__isnull=True) & ~Q(state="REFUSED"),
                name="one_posting_list_a_file",
            ),
        ),
        migrations.AddConstraint(
            "postinglist",
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_reason="")
                | (Q(undone_at__isnull=False, state="UNDONE") & ~Q(undone_reason="")),
                name="posting_list_is_undone_with_a_reason",
            ),
        ),
        migrations.AddIndex(
            "postingrow",
            models.Index(fields=["posting_list", "state"], name="posting_row_by_state"),
        ),
        migrations.AddConstraint(
            "postingrow",
            models.UniqueConstraint(
                fields=["posting_list", "sheet_no", "row"], name="one_posting_row_a_place"
            ),
        ),
        migrations.AddConstraint(
            "postingrow",
            models.CheckConstraint(
                condition=Q(state="ACCEPTED", posting__isnull=False)
                | (~Q(state="ACCEPTED") & Q(posting__isnull=True)),
                name="accepted_posting_row_has_its_posting",
            ),
        ),
        migrations.AlterField("cellmend", "award_import", key("registry.awardimport", null=True)),
        migrations.AddField("cellmend", "agency_list", key("registry.agencylist", null=True)),
        migrations.AddField("cellmend", "posting_list", key("registry.postinglist", null=True)),
        migrations.AddIndex(
            "cellmend",
            models.Index(fields=["agency_list", "sheet_no", "row"], name="list_mend_by_row"),
        ),
        migrations.AddIndex(
            "cellmend",
            models.Index(fields=["posting_list", "sheet_no", "row"], name="posting_mend_by_row"),
        ),
        migrations.AddConstraint(
            "cellmend", models.CheckConstraint(condition=OF_ONE_FILE, name="mend_of_one_file")
        ),
    ]
