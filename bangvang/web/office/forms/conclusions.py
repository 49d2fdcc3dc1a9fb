"""Concluding on a row: a reason and the version that was seen."""

from django import forms


class ConclusionForm(forms.Form):
    """The words differ by act; whether they are needed, the action knows."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: object, label: str, hint: str = "", **kwargs: object) -> None:
        """Take the label of the reason, as the act calls it."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.fields["reason"].label = label
        self.fields["reason"].help_text = hint
