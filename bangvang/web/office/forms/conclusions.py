"""Concluding on a row: a reason and the version that was seen."""

from collections.abc import Iterator

from django import forms
from django.forms import BoundField

from bangvang.nominations.actions.keep_returned import LONGEST_REMARK, MOST_REMARKS, Remarked
from bangvang.nominations.states import RemarkPart


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

    def more(self) -> dict[str, object]:
        """Return what the act needs beyond reason and version."""
        return {}


class ReturnForm(ConclusionForm):
    """Returning: a reason, and remarks to named parts; a row without words is no remark."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Add as many rows as one return may hold."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        for number in range(1, MOST_REMARKS + 1):
            self.fields[f"part_{number}"] = forms.ChoiceField(
                label=f"Phần thứ {number}", choices=RemarkPart.choices, required=False
            )
            self.fields[f"words_{number}"] = forms.CharField(
                label=f"Yêu cầu thứ {number}",
                required=False,
                max_length=LONGEST_REMARK,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def remark_rows(self) -> Iterator[tuple[BoundField, BoundField]]:
        """Yield the two fields of each remark."""
        for number in range(1, MOST_REMARKS + 1):
            yield self[f"part_{number}"], self[f"words_{number}"]

    def remarks_stand_open(self) -> bool:
        """Say whether a remark was written or refused: else the reason and the button are next."""
        return any(
            field.errors or (field.value() or "").strip()
            for part, words in self.remark_rows()
            for field in (words, *([part] if part.errors else []))
        )

    def more(self) -> dict[str, object]:
        """Return the remarks that were written."""
        said = self.cleaned_data
        rows = [(said[f"part_{no}"], said[f"words_{no}"]) for no in range(1, MOST_REMARKS + 1)]
        written = [(part or RemarkPart.WHO, words) for part, words in rows if words.strip()]
        return {"remarks": tuple(Remarked(RemarkPart(part), words) for part, words in written)}
