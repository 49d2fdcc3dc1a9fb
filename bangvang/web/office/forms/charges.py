"""Forms about who follows which lists."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bangvang.web.office.forms.rounds import ANY, day, reason

FIELD_OF = {
    "NOT_A_SPECIALIST": "officer",
    "SERVES_THE_UNIT": "officer",
    "HELD_ALREADY": "officer",
    "UNIT_ENDED": "unit_ref",
    "ENDS_TOO_EARLY": "until",
}
"""Which field an objection to a charge speaks of."""


class ChargeForm(forms.Form):
    """Who follows which unit or award from when; choices are (reference or code, name)."""

    officer = forms.ChoiceField(label="Chuyên viên")
    unit_ref = forms.ChoiceField(
        label="Cơ quan, đơn vị",
        required=False,
        help_text="Gồm cả các đơn vị trực thuộc, trừ đơn vị đã phân công riêng.",
    )
    award_code = forms.ChoiceField(
        label="Hoặc danh hiệu, hình thức",
        required=False,
        help_text="Theo dõi hình thức này của mọi đơn vị; được ưu tiên hơn phân công theo đơn vị.",
    )
    since = day("Từ ngày")

    def __init__(
        self,
        *args: Any,
        officers: Sequence[tuple[str, str]],
        bodies: Sequence[tuple[str, str]],
        awards: Sequence[tuple[str, str]],
        **more: Any,
    ) -> None:
        """Fill the choices."""
        super().__init__(*args, **more)
        self.fields["officer"].choices = [("", "Chọn chuyên viên"), *officers]  # type: ignore[attr-defined]  # a choice field
        self.fields["unit_ref"].choices = [*ANY, *bodies]  # type: ignore[attr-defined]  # a choice field
        self.fields["award_code"].choices = [*ANY, *awards]  # type: ignore[attr-defined]  # a choice field


class EndChargeForm(forms.Form):
    """The first day on which somebody follows a matter no longer."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    until = day("Thôi theo dõi từ ngày", hint="Ngày đầu tiên không còn theo dõi.")


class HandOverForm(forms.Form):
    """To whom a list under appraisal goes, and why; officers are (reference, name)."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    officer = forms.ChoiceField(label="Chuyển sang")
    reason = reason("Lý do chuyển")

    def __init__(self, *args: Any, officers: Sequence[tuple[str, str]], **more: Any) -> None:
        """Fill the choices."""
        super().__init__(*args, **more)
        self.fields["officer"].choices = [("", "Chọn chuyên viên"), *officers]  # type: ignore[attr-defined]  # a choice field
