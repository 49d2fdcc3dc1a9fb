"""Forms about rows that two officers read independently."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bangvang.appraisal.states import ReadingVerdict
from bangvang.web.office.forms.rounds import day, reason

FIELD_OF = {
    "NO_VERDICT": "verdict",
    "NO_REASON": "reason",
    "ON_ALREADY": "award_code",
    "UNKNOWN_AWARD": "award_code",
    "TOO_EARLY": "since",
}


class ReadingForm(forms.Form):
    """What an officer thinks, and on what grounds."""

    verdict = forms.ChoiceField(
        label="Ý kiến của bạn", choices=ReadingVerdict.choices, widget=forms.RadioSelect
    )
    reason = reason("Căn cứ, nhận xét")


class TwoReadingsForm(forms.Form):
    """Of which award, for what is received from which day on; awards are (code, name)."""

    award_code = forms.ChoiceField(label="Danh hiệu, hình thức")
    since = day("Hồ sơ nhận từ ngày")

    def __init__(self, *args: Any, awards: Sequence[tuple[str, str]], **more: Any) -> None:
        """Fill the choices."""
        super().__init__(*args, **more)
        self.fields["award_code"].choices = [("", "Chọn"), *awards]  # type: ignore[attr-defined]  # a choice field
