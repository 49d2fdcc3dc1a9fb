"""Indexes hold only rows that somebody looks for there; those that others stand for are gone.

An index that holds nothing but empty values is written with every row that comes in, and so are the
indexes for patterns that PostgreSQL gets beside each unique text.
"""

from django.db import migrations, models
from django.db.models import Q

NAMELESS = (
    ("ImportRow", "award_import"),
    ("Person", "name_fold"),
    ("RecordSource", "grade"),
    ("RecordSource", "initiative"),
    ("RecordSource", "newcomer"),
    ("RecordSource", "new_body"),
)
"""Columns whose own index, which Django named, is not kept."""
PATTERNS = (("Award", "ref"), ("Person", "ref"), ("Person", "identity_digest"))
"""Unique texts of which nobody looks for a beginning."""


def drop(apps, schema_editor):
    for of, name in (*NAMELESS, *PATTERNS):
        model = apps.get_model("registry", of)
        column = model._meta.get_field(name).column
        with schema_editor.connection.cursor() as cursor:
            found = schema_editor.connection.introspection.get_constraints(
                cursor, model._meta.db_table
            )
        for index, known in found.items():
            is_own = known["index"] and not known["unique"] and known["columns"] == [column]
            if is_own and not known["foreign_key"]:
                schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(index)}")


def make(apps, schema_editor):
    for of, name in (*NAMELESS, *PATTERNS):
        model = apps.get_model("registry", of)
        field = model._meta.get_field(name)
        if (of, name) in NAMELESS:
            schema_editor.execute(schema_editor._create_index_sql(model, fields=[field]))
        if schema_editor.connection.vendor == "postgresql":
            like = schema_editor._create_like_index_sql(model, field)
            if like is not None:
                schema_editor.execute(like)


def holds(column):
    return models.Index(
        fields=[column],
        name=f"source_by_{column}",
        condition=Q(**{f"{column}__isnull": False}),
    )


class Migration(migrations.Migration):
    dependencies = [("registry", "0022_person_birth_on")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(drop, make)],
            state_operations=[
                migrations.AlterField("person", "name_fold", models.CharField(max_length=200)),
                migrations.AlterField(
                    "importrow",
                    "award_import",
                    models.ForeignKey(
                        "registry.AwardImport", models.PROTECT, related_name="+", db_index=False
                    ),
                ),
                *(
                    migrations.AlterField(
                        "recordsource",
                        name,
                        models.ForeignKey(
                            to, models.PROTECT, null=True, related_name="+", db_index=False
                        ),
                    )
                    for name, to in (
                        ("grade", "registry.Grade"),
                        ("initiative", "registry.Initiative"),
                        ("newcomer", "registry.Person"),
                        ("new_body", "registry.Organisation"),
                    )
                ),
            ],
        ),
        migrations.RemoveConstraint("award", "organisation_award_once_per_decision"),
        migrations.AddConstraint(
            "award",
            models.UniqueConstraint(
                fields=["organisation", "code", "kind", "year", "decision_no"],
                condition=Q(("withdrawn_at__isnull", True), ("organisation__isnull", False)),
                name="organisation_award_once_per_decision",
            ),
        ),
        migrations.AddIndex(
            "person", models.Index(fields=["name_fold", "birth_on"], name="person_name_birth")
        ),
        *(
            migrations.AddIndex("recordsource", holds(name))
            for name in ("grade", "initiative", "newcomer", "new_body")
        ),
    ]
