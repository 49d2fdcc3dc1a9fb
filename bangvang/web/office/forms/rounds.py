"""Forms about rounds."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bangvang.law import Kind, kind_name
from bangvang.nominations.families import families
from bangvang.nominations.receiving import LEVEL_NAMES

ANY = (("", "Không riêng"),)


def day(label: str, *, hint: str = "") -> forms.DateField:
    """Return a field for a day, with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, help_text=hint)


def reason(label: str) -> forms.CharField:
    """Return a field for a reason in words."""
    return forms.CharField(label=label, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class DaysForm(forms.Form):
    """The days of a round and what it receives; `awards` are (code, name)."""

    opens_on = day("Nhận danh sách từ ngày")
    submit_by = day("Hạn nhận danh sách", hint="Hạn chung; hạn riêng đặt ở trang của đợt.")
    ballot_by = day("Hạn bỏ phiếu")
    families = forms.MultipleChoiceField(
        label="Loại hình nhận",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn loại nào là nhận mọi loại hình.",
    )
    levels = forms.MultipleChoiceField(
        label="Cấp khen thưởng",
        required=False,
        choices=list(LEVEL_NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn cấp nào là nhận mọi cấp.",
    )
    award_codes = forms.MultipleChoiceField(
        label="Chỉ nhận các danh hiệu, hình thức",
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text="Để trống là nhận tất cả. Giữ Ctrl để chọn nhiều dòng.",
    )

    def __init__(self, *args: Any, awards: Sequence[tuple[str, str]], **more: Any) -> None:
        """Fill the choices from the families and the catalogue."""
        super().__init__(*args, **more)
        self.fields["families"].choices = [(f.code, f.name) for f in families().values()]  # type: ignore[attr-defined]  # a choice field
        self.fields["award_codes"].choices = awards  # type: ignore[attr-defined]  # a choice field


class RoundForm(DaysForm):
    """A new round."""

    title = forms.CharField(label="Tên đợt xét", max_length=200)
    achievement_year = forms.IntegerField(label="Năm thành tích", min_value=2000, max_value=2100)
    field_order = ("title", "achievement_year")


class ChangeRoundForm(DaysForm):
    """Other days or another reach, with the reason."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = reason("Lý do thay đổi")


class IntakeDayForm(forms.Form):
    """A last day of its own for an award, a kind, a branch of bodies."""

    award_code = forms.ChoiceField(label="Danh hiệu, hình thức", required=False)
    kind = forms.ChoiceField(
        label="Loại hình",
        required=False,
        choices=[*ANY, *((kind.value, kind_name(kind)) for kind in Kind)],
    )
    sector_ref = forms.ChoiceField(
        label="Ngành, đơn vị",
        required=False,
        help_text="Áp dụng cho danh sách của đơn vị này và các đơn vị trực thuộc.",
    )
    submit_by = day("Hạn nhận riêng")

    def __init__(
        self,
        *args: Any,
        awards: Sequence[tuple[str, str]],
        bodies: Sequence[tuple[str, str]],
        **more: Any,
    ) -> None:
        """Fill the choices."""
        super().__init__(*args, **more)
        self.fields["award_code"].choices = [*ANY, *awards]  # type: ignore[attr-defined]  # a choice field
        self.fields["sector_ref"].choices = [*ANY, *bodies]  # type: ignore[attr-defined]  # a choice field


class AcceptLateForm(forms.Form):
    """Why a late list is taken."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = reason("Lý do nhận muộn")


class MoveRoundForm(forms.Form):
    """Into which round a late list goes, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    round_ref = forms.ChoiceField(label="Đợt xét")
    reason = reason("Lý do chuyển đợt")

    def __init__(self, *args: Any, rounds: Sequence[tuple[str, str]], **more: Any) -> None:
        """Fill the choices."""
        super().__init__(*args, **more)
        self.fields["round_ref"].choices = rounds  # type: ignore[attr-defined]  # a choice field
