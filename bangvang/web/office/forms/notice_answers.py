"""The form about what another agency said of a nominee."""

from django import forms

from bangvang.appraisal.selectors.noticed import NoticeVerdict

FIELD_OF = {"NO_REASON": "reason", "NUMBER_IN_REASON": "reason", "NOT_ANOTHER": "verdict"}


class NoticeAnswerForm(forms.Form):
    """Whether it stands in the way, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(label="Ý kiến", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Vì sao",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Nêu căn cứ: văn bản, giấy xác nhận nào, hoặc vì sao không phải người này. "
        "Đơn vị không đọc được phần này.",
    )

    def __init__(self, *args: object, is_confirmed: bool, **kwargs: object) -> None:
        """Offer that another person is meant only of what nobody confirmed."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        left_out = NoticeVerdict.ANOTHER if is_confirmed else None
        self.fields["verdict"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (value, label) for value, label in NoticeVerdict.choices if value != left_out
        ]

    def said(self) -> NoticeVerdict:
        """Return what was chosen."""
        return NoticeVerdict(self.cleaned_data["verdict"])
