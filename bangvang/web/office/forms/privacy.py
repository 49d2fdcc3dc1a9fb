"""Forms about how long things are kept, and about requests to erase."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bangvang.privacy.actions.propose_period import PeriodEntered
from bangvang.privacy.actions.record_request import Asked
from bangvang.privacy.states import Matter, Unit
from bangvang.web.files import contents
from bangvang.web.office.forms.consultations import SCAN_TAKES, ReasonForm
from bangvang.web.office.forms.rounds import day

PERIOD_FIELDS = {
    "NO_NUMBER": "number",
    "NO_CLAUSE": "clause",
    "ISSUED_LATER": "issued_on",
    "BEFORE_ISSUED": "since",
    "SAME_DAY": "since",
    "NO_LENGTH": "amount",
    "ALREADY_WAITING": "matter",
}
REQUEST_FIELDS = {
    "NO_PAPER": "paper",
    "NO_WORDS": "words",
    "CAME_LATER": "came_on",
    "NO_GROUND": "ground",
    "NOT_THERE": "parts",
}
FOR_GOOD = "GOOD"


class PeriodForm(forms.Form):
    """How long something is kept, as a paper says."""

    matter = forms.ChoiceField(label="Loại dữ liệu", choices=Matter.choices)
    unit = forms.ChoiceField(
        label="Thời hạn tính bằng",
        choices=(*Unit.choices, (FOR_GOOD, "lưu lâu dài, không xóa")),
        initial=Unit.MONTH,
        widget=forms.RadioSelect,
    )
    amount = forms.IntegerField(
        label="Thời hạn", min_value=1, required=False, help_text="Bỏ trống khi lưu lâu dài."
    )
    number = forms.CharField(label="Số, ký hiệu văn bản", max_length=60)
    issued_on = day("Ngày ban hành")
    clause = forms.CharField(label="Điều, khoản hoặc mục", max_length=120)
    since = day("Áp dụng từ ngày")
    scan = forms.FileField(label="Bản quét văn bản", help_text=SCAN_TAKES)

    def entered(self) -> PeriodEntered:
        """Return what was filled in."""
        said = dict(self.cleaned_data)
        scan, scan_name = contents(said.pop("scan"))
        if said["unit"] == FOR_GOOD:
            said |= {"unit": "", "amount": None}
        return PeriodEntered(scan=scan, scan_name=scan_name, **said)


class SeenForm(forms.Form):
    """What was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class EndForm(ReasonForm):
    """Why it ends, and what was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class RequestForm(forms.Form):
    """What somebody asked for, and what is to become of it."""

    came_on = day("Ngày nhận yêu cầu")
    paper = forms.CharField(
        label="Nhận bằng cách nào",
        max_length=120,
        help_text="Đơn, số văn bản đến, hoặc trực tiếp; người yêu cầu đã chứng minh là ai.",
    )
    words = forms.CharField(
        label="Người đó yêu cầu gì",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Không chép số định danh, số điện thoại hoặc địa chỉ.",
    )
    parts = forms.MultipleChoiceField(
        label="Xóa", required=False, widget=forms.CheckboxSelectMultiple
    )
    ground = forms.CharField(
        label="Căn cứ giữ phần còn lại",
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Văn bản, điều khoản mà cơ quan trả lời người yêu cầu.",
    )

    def __init__(self, *args: Any, parts: Sequence[tuple[str, str]], **more: Any) -> None:
        """Offer what can be erased now."""
        super().__init__(*args, **more)
        self.fields["parts"].choices = parts  # type: ignore[attr-defined]  # a choice field
        if not parts:
            del self.fields["parts"]

    def asked(self, about: str, ref: str) -> Asked:
        """Return what was filled in."""
        said = self.cleaned_data
        return Asked(
            about=about,
            subject_ref=ref,
            came_on=said["came_on"],
            paper=said["paper"],
            words=said["words"],
            parts=said.get("parts", []),
            ground=said["ground"],
        )
