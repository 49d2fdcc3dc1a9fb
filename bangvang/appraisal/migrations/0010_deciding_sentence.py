"""Each stored finding gets the sentence of the part that decided, which lists show."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

AT_ONCE = 500
ORDER = (
    "IDENTITY", "FACT_MISSING", "TEXT_UNSEEN", "WEAK_SOURCE", "EXCEPTIONS_CLASH", "TWO_READINGS",
    "JUDGEMENT",
)  # fmt: skip


def sentences(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the column for what was asked before, in portions."""
    found = apps.get_model("appraisal", "StoredFinding").objects.using(editor.connection.alias)
    asked: Iterator[Any] = found.only("finding").order_by("pk").iterator(chunk_size=AT_ONCE)
    while some := list(islice(asked, AT_ONCE)):
        for one in some:
            one.sentence = deciding(one.finding["finding"])["sentence"]
        found.bulk_update(some, ["sentence"])


def deciding(form: dict[str, Any]) -> dict[str, Any]:
    """Return the part that decided, as `Finding.deciding` chose it when this was written."""
    if not form["parts"] or form["answer"] == "MET":
        return form
    alike = [part for part in form["parts"] if part["answer"] == form["answer"]]
    return deciding(min(alike, key=lambda part: ORDER.index(part["why"]) if part["why"] else -1))


class Migration(migrations.Migration):
    """The column, and its words."""

    dependencies = [("appraisal", "0009_agency_opinions")]

    operations = [
        migrations.AddField("storedfinding", "sentence", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.RunPython(sentences, migrations.RunPython.noop),
    ]
