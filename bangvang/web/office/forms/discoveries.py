"""Forms about reported good deeds."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bangvang.nominations.permissions import MOST_WORKING_DAYS
from bangvang.nominations.states import AsideWhy
from bangvang.web.office.forms.rounds import reason


class SendForm(forms.Form):
    """To whom a discovery goes, and how long they have."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    unit_ref = forms.ChoiceField(label="Chuyển cho cơ quan, đơn vị")
    working_days = forms.IntegerField(
        label="Trả lời trong bao nhiêu ngày làm việc",
        min_value=1,
        max_value=MOST_WORKING_DAYS,
        help_text="Phòng tự chọn; đếm từ ngày làm việc sau hôm nay.",
    )

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]], **more: Any) -> None:
        """Take the units that can be chosen."""
        super().__init__(*args, **more)
        self.fields["unit_ref"].choices = [("", "Chọn đơn vị"), *units]  # type: ignore[attr-defined]  # a choice field


class AsideForm(forms.Form):
    """Why a report goes to nobody."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.ChoiceField(
        label="Vì sao không chuyển",
        choices=AsideWhy.choices,
        widget=forms.RadioSelect,
        help_text="Người báo tin đọc được dòng này khi theo dõi.",
    )
    words = reason("Ghi rõ, chỉ cơ quan thường trực đọc")


class RevealForm(forms.Form):
    """Why the reporter is looked at."""

    reason = reason("Lý do xem người báo tin")
