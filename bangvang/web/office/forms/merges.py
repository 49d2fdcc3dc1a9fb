"""Forms about two records that may be one, and about an identity number."""

from collections.abc import Sequence

from django import forms

from bangvang.registry.selectors.joining import Contradiction
from bangvang.web.office.doubles_shown import choices_of


def _reason(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=help_text,
    )


class ReasonForm(forms.Form):
    """Why something is done; kept for ever."""

    reason = _reason("Lý do")


class NumberForm(forms.Form):
    """An identity number, its reason, and the last digits that were seen."""

    seen_tail = forms.CharField(max_length=3, required=False, widget=forms.HiddenInput)
    number = forms.CharField(
        label="Số định danh",
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="12 chữ số như trên căn cước; chỉ có số chứng minh cũ thì ghi 9 chữ số.",
    )
    reason = _reason("Căn cứ", "Ví dụ: đơn vị gửi bản sao căn cước. Không ghi số định danh ở đây.")


class DescribedForm(forms.Form):
    """Sex and ethnic group, the reason, and what stood on the page."""

    seen_sex = forms.CharField(max_length=1, required=False, widget=forms.HiddenInput)
    seen_ethnicity = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)
    sex = forms.ChoiceField(
        label="Giới tính", required=False, choices=[("", "Không ghi"), ("F", "Nữ"), ("M", "Nam")]
    )
    ethnicity = forms.CharField(
        label="Dân tộc",
        max_length=60,
        required=False,
        help_text="Ghi đúng như trên giấy tờ. Chỉ cơ quan thường trực, thanh tra thấy.",
    )
    reason = _reason("Căn cứ", "Ví dụ: bản khai của đơn vị ngày 12/5/2026.")


class EndMergeForm(forms.Form):
    """Why a merge ends, and the version that was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = _reason("Lý do")


class SeenMergeForm(forms.Form):
    """The version of the merge that the second person compared."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ProposalForm(forms.Form):
    """Why two records are one, and an answer wherever they say something different."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    reason = _reason(
        "Căn cứ để biết là một",
        "Ví dụ: hai quyết định ghi cùng ngày sinh và đơn vị; đơn vị xác nhận. Không ghi số "
        "định danh.",
    )

    def __init__(
        self, *args: object, contradictions: Sequence[Contradiction], **kwargs: object
    ) -> None:
        """Add one question for each contradiction, without an answer."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self._names = {_field(one.key): one.key for one in contradictions}
        for one in contradictions:
            self.fields[_field(one.key)] = forms.ChoiceField(
                label=f"{one.label}: bên nào đúng?",
                choices=choices_of(one),
                widget=forms.RadioSelect,
                error_messages={"required": "Hai bản ghi khác nhau, cần chọn bên đúng."},
            )

    @property
    def questions(self) -> list[forms.BoundField]:
        """The questions, in order."""
        return [self[name] for name in self._names]

    def chosen(self) -> dict[str, str]:
        """Return the answers by contradiction."""
        return {key: self.cleaned_data[name] for name, key in self._names.items()}


def _field(key: str) -> str:
    return f"chon_{key.replace(':', '_')}"
