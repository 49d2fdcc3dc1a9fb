"""The same file through django-import-export, as its documentation has it: one resource, one call.

A row is looked up by what makes an award, the person by key of name and day of birth, the unit by
folded name, all by an index. A row of somebody unknown is an error here; ours enters new people.
"""

from datetime import datetime
from typing import Any

from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.widgets import DateWidget, ForeignKeyWidget, IntegerWidget, Widget
from tablib import Dataset

from bangvang.foundation.vietnamese import fold, name_key_loose
from bangvang.law import find_code
from bangvang.registry.models import Award, Organisation, Person


class WhoWidget(ForeignKeyWidget):
    """Finds a person by name and day of birth."""

    def get_lookup_kwargs(self, value: Any, row: Any, **_: Any) -> dict[str, Any]:
        """Return by what a person is looked up."""
        birth = datetime.strptime(row["Ngày sinh"], "%d/%m/%Y").date()  # noqa: DTZ007  a day
        return {"name_fold": name_key_loose(value), "birth_on": birth}


class UnitWidget(ForeignKeyWidget):
    """Finds a unit by its name."""

    def get_lookup_kwargs(self, value: Any, _row: Any, **_: Any) -> dict[str, Any]:
        """Return by what a unit is looked up."""
        return {"name_fold": fold(value)}


class CodeWidget(Widget):
    """Turns the name of an award into its code."""

    def clean(self, value: Any, _row: Any = None, **_: Any) -> str | None:
        """Return the code."""
        return find_code(value)


class AwardResource(ModelResource):
    """Ten columns of a list, as fields of an award."""

    person = Field("person", "Họ và tên", WhoWidget(Person))
    unit = Field("unit", "Đơn vị công tác", UnitWidget(Organisation))
    code = Field("code", "Danh hiệu", CodeWidget())
    year = Field("year", "Năm", IntegerWidget())
    decision_no = Field("decision_no", "Số quyết định")
    decided_on = Field("decided_on", "Ngày quyết định", DateWidget("%d/%m/%Y"))
    issued_by = Field("issued_by", "Cơ quan ban hành")
    name_as_written = Field("name_as_written", "Họ và tên")
    unit_as_written = Field("unit_as_written", "Đơn vị công tác")

    class Meta:
        model = Award
        fields = (
            "person", "unit", "code", "year", "decision_no", "decided_on", "issued_by",
            "name_as_written", "unit_as_written",
        )  # fmt: skip
        import_id_fields = ("person", "code", "year", "decision_no")
        use_transactions = False  # else a single row with an error undoes all the others

    def before_save_instance(self, instance: Award, _row: Any, **_: Any) -> None:
        """Add what the file does not say."""
        instance.kind, instance.origin = "MERIT", "BACK_ENTRY"


def import_awards(data: bytes) -> None:
    """Read and import; rows with an error are passed over."""
    AwardResource().import_data(Dataset().load(data, format="xlsx"), dry_run=False)
