"""The form about files with a State secret: a number, nothing else."""

from django import forms


class SecretNumberForm(forms.Form):
    """The number of one file."""

    number = forms.CharField(
        label="Số hồ sơ",
        max_length=40,
        help_text="Ví dụ 05/2026 hoặc 05/TTR-UBND. Không ghi tên người, hình thức khen thưởng.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Ghi số hồ sơ."},
    )
