"""Forms about households and foreign recipients."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from bangvang.law import Kind, kind_name
from bangvang.registry.permissions.recipients import AwardSaid, ForeignerSaid
from bangvang.registry.selectors.body_tree import BodyChoice
from bangvang.web.office.forms.bodies import choice_of
from bangvang.web.office.forms.rounds import day

FIELD_OF = {
    "NO_NAME": "name",
    "NOT_A_HOUSEHOLD": "name",
    "SAME_HOUSEHOLD": "name",
    "HOUSEHOLD_NEAR": "name",
    "FOREIGN_NEAR": "name",
    "FOREIGNER_NEAR": "name",
    "NOT_A_COMMUNE": "commune",
    "NO_COUNTRY": "country",
    "NOT_FOREIGN": "country",
    "BORN_AHEAD": "birth_on",
    "BORN_TWICE": "birth_year",
    "UNIT_OVER": "unit",
    "NOT_FOR_THEM": "code",
    "NO_SUCH_KIND": "kind",
    "PAPER_MISSING": "decision_no",
    "PAPER_AHEAD": "decided_on",
    "DECIDED_BEFORE_YEAR": "year",
    "HELD_ALREADY": "decision_no",
}
"""Which field an objection speaks of."""
AS_WRITTEN = "Ghi đúng như trên quyết định."
NO_UNIT = "Không thuộc cơ quan, tập thể nào trong sổ"


def _other(label: str) -> forms.BooleanField:
    return forms.BooleanField(
        label=label,
        required=False,
        help_text="Chỉ đánh dấu khi đã xem bản ghi trùng tên mà sổ nêu ra và biết rõ không phải.",
    )


class HouseholdForm(forms.Form):
    """A household that the register does not have yet."""

    name = forms.CharField(
        label="Tên hộ",
        max_length=300,
        help_text="Như trên quyết định: “Hộ ông …”, “Gia đình bà …”. Trùng tên thì thêm thôn, tổ.",
    )
    commune = forms.ChoiceField(label="Xã, phường")
    is_other = _other("Đây là hộ khác")

    def __init__(self, *args: Any, communes: Iterable[BodyChoice], **kwargs: Any) -> None:
        """Take the communes of today."""
        super().__init__(*args, **kwargs)
        choices = [("", "Chọn xã, phường"), *map(choice_of, communes)]
        self.fields["commune"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


class ForeignCollectiveForm(forms.Form):
    """A foreign collective that the register does not have yet."""

    name = forms.CharField(label="Tên tập thể", max_length=300, help_text=AS_WRITTEN)
    country = forms.CharField(label="Nước", max_length=100, help_text="Tên nước bằng tiếng Việt.")
    is_other = _other("Đây là tập thể khác")


class ForeignerForm(forms.Form):
    """A foreigner whom the register does not have yet; no passport number is asked."""

    name = forms.CharField(label="Họ tên", max_length=200, help_text=AS_WRITTEN)
    country = forms.CharField(
        label="Nước (quốc tịch)", max_length=100, help_text="Tên nước bằng tiếng Việt."
    )
    birth_on = day("Ngày sinh")
    birth_year = forms.IntegerField(
        label="Năm sinh, khi không rõ ngày", required=False, min_value=1850, max_value=2100
    )
    sex = forms.ChoiceField(
        label="Giới tính", required=False, choices=[("", "Không ghi"), ("F", "Nữ"), ("M", "Nam")]
    )
    position = forms.CharField(label="Chức vụ, công việc", max_length=300, required=False)
    unit = forms.ChoiceField(label="Cơ quan, tập thể", required=False)
    is_other = _other("Đây là người khác")

    def __init__(self, *args: Any, units: Iterable[BodyChoice], **kwargs: Any) -> None:
        """Take where a foreigner may work."""
        super().__init__(*args, **kwargs)
        self.fields["birth_on"].required = False
        self.fields["unit"].choices = [("", NO_UNIT), *map(choice_of, units)]  # type: ignore[attr-defined]  # a ChoiceField

    def said(self) -> ForeignerSaid:
        """Return what was filled in."""
        cleaned = self.cleaned_data
        return ForeignerSaid(
            cleaned["name"],
            cleaned["country"],
            cleaned["birth_on"],
            cleaned["birth_year"],
            cleaned["sex"],
            cleaned["position"],
            cleaned["unit"],
        )


class GivenForm(forms.Form):
    """What a decision gave."""

    code = forms.ChoiceField(label="Danh hiệu, hình thức")
    kind = forms.ChoiceField(
        label="Loại hình", choices=[(kind.value, kind_name(kind)) for kind in Kind]
    )
    year = forms.IntegerField(label="Năm thành tích", min_value=1945, max_value=2100)
    decision_no = forms.CharField(
        label="Số, ký hiệu quyết định", max_length=60, help_text="Ghi đủ, như trên văn bản."
    )
    decided_on = day("Ngày quyết định")
    issued_by = forms.CharField(label="Cơ quan, người ban hành", max_length=300)
    order_no = forms.IntegerField(
        label="Số thứ tự trong quyết định", required=False, min_value=1, max_value=100_000
    )
    name_as_written = forms.CharField(label="Tên ghi trên quyết định", max_length=300)
    unit_as_written = forms.CharField(label="Nơi ghi trên quyết định", max_length=400)
    achievement = forms.CharField(
        label="Thành tích", required=False, max_length=4000, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, awards: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Take the awards that such a holder may have."""
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = [("", "Chọn"), *awards]  # type: ignore[attr-defined]  # a ChoiceField

    def said(self) -> AwardSaid:
        """Return what was filled in."""
        return AwardSaid(**self.cleaned_data)
