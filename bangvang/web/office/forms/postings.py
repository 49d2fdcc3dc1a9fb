"""Forms about where somebody worked."""

from collections.abc import Iterable
from typing import Any

from django import forms

from bangvang.registry.permissions.postings import PostingSaid
from bangvang.registry.selectors.body_tree import BodyChoice
from bangvang.registry.selectors.postings import CLASS_NAMES
from bangvang.web.office.forms.bodies import choice_of
from bangvang.web.office.forms.rounds import day

FIELD_OF = {
    "NO_SOURCE": "source",
    "NOTHING_SAID": "position",
    "SINCE_AHEAD": "since",
    "SINCE_MISSING": "since",
    "UNTIL_AHEAD": "until",
    "ENDS_TOO_EARLY": "until",
    "NOW_IS_OPEN": "until",
    "UNIT_NOT_THEN": "unit",
    "NO_REASON": "reason",
    "NUMBER_IN_REASON": "reason",
}
"""Which field an objection to a posting speaks of."""


class PostingForm(forms.Form):
    """A new posting, as its source says."""

    unit = forms.ChoiceField(label="Đơn vị")
    position = forms.CharField(label="Chức vụ, công việc", max_length=300, required=False)
    subject_class = forms.ChoiceField(
        label="Đối tượng", required=False, choices=[("", "Chưa rõ"), *CLASS_NAMES.items()]
    )
    since = day("Từ ngày")
    until = day("Kết thúc từ ngày")
    source = forms.CharField(
        label="Căn cứ", max_length=300, help_text="Quyết định, hồ sơ nào cho biết; số, ngày."
    )
    is_now = forms.BooleanField(
        label="Đây là nơi công tác hiện nay: sổ chuyển người này sang đơn vị trên",
        required=False,
        help_text="Nơi cũ được giữ lại trong quá trình công tác. Đơn vị mới thấy người này, đơn vị "
        "cũ không còn thấy; khen thưởng đã ghi vẫn theo đơn vị của ngày ấy.",
    )

    def __init__(self, *args: Any, bodies: Iterable[BodyChoice], **kwargs: Any) -> None:
        """Take the units to choose from; days may be unknown."""
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = list(map(choice_of, bodies))  # type: ignore[attr-defined]  # a ChoiceField
        for name, hint in (
            ("since", "Không rõ thì để trống."),
            ("until", "Ngày đầu tiên không còn công tác ở đó. Đang công tác thì để trống."),
        ):
            self.fields[name].required = False
            self.fields[name].help_text = hint

    def said(self) -> PostingSaid:
        """Return what was filled in."""
        cleaned = self.cleaned_data
        return PostingSaid(
            cleaned["unit"],
            cleaned["position"],
            cleaned["subject_class"],
            cleaned["since"],
            cleaned["until"],
            cleaned["source"],
        )


class EndPostingForm(forms.Form):
    """The first day on which a posting holds no longer, and what says so."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    until = day("Kết thúc từ ngày")
    source = forms.CharField(
        label="Căn cứ", max_length=300, help_text="Quyết định, hồ sơ nào cho biết; số, ngày."
    )
