"""The forms that say which body, and which person, a row means."""

from collections.abc import Sequence
from typing import Any

from django import forms


class LinkForm(forms.Form):
    """One body of the nominating unit."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    body_ref = forms.ChoiceField(label="Trong sổ khen thưởng là")

    def __init__(self, *args: Any, bodies: Sequence[tuple[str, str]], **more: Any) -> None:
        """Fill the choices."""
        super().__init__(*args, **more)
        self.fields["body_ref"].choices = [("", "Chọn"), *bodies]  # type: ignore[attr-defined]  # a choice field


class PersonForm(forms.Form):
    """One of the namesakes or somebody new, and what that was told by."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    person_ref = forms.ChoiceField(
        label="Người được đề nghị là",
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn một người."},
    )
    reason = forms.CharField(
        label="Căn cứ xác định",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ví dụ: hồ sơ cán bộ, xác nhận của đơn vị, số công văn.",
    )

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **more: Any) -> None:
        """Fill the choices."""
        super().__init__(*args, **more)
        self.fields["person_ref"].choices = people  # type: ignore[attr-defined]  # a choice field
