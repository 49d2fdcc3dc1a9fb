"""Forms about what other agencies are asked, and what silence means."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bangvang.appraisal.actions.ask_agencies import Question
from bangvang.appraisal.actions.enter_silence_rule import SilenceEntered
from bangvang.appraisal.actions.record_agency_paper import PaperCame
from bangvang.appraisal.selectors.silence_rules import MEANING_CHOICES
from bangvang.foundation.ref import new_ref
from bangvang.web.files import contents
from bangvang.web.office.forms.consultations import SCAN_TAKES
from bangvang.web.office.forms.rounds import day
from bangvang.web.said_rows import SaidForm


class AskForm(forms.Form):
    """Whom to ask what about which rows, and whether to wait."""

    rows = forms.MultipleChoiceField(
        label="Các dòng hỏi ý kiến", widget=forms.CheckboxSelectMultiple, required=False
    )
    agencies = forms.CharField(
        label="Cơ quan được hỏi",
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi dòng một cơ quan. Mỗi cơ quan có liên kết và mã riêng, trả lời độc lập.",
    )
    about = forms.CharField(
        label="Nội dung đề nghị cho ý kiến",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Cơ quan được hỏi đọc đúng câu này; không ghi nhận xét về từng người.",
    )
    due_on = day("Hạn trả lời")
    expires_on = day("Liên kết dùng đến hết ngày", hint="Không trước hạn trả lời, để nhận cả trả "
                     "lời muộn.")  # fmt: skip
    is_awaited = forms.ChoiceField(
        label="Trong lúc chưa trả lời",
        choices=(
            ("1", "Chờ trả lời: chưa kết luận, chưa đưa ra Hội đồng các dòng này"),
            ("0", "Không chờ: vẫn kết luận được; trang hồ sơ ghi rõ còn ý kiến chưa có"),
        ),
        widget=forms.RadioSelect,
    )
    form = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, rows: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the rows that may be asked about."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("form", new_ref())
        self.fields["rows"].choices = rows  # type: ignore[attr-defined]  # a MultipleChoiceField

    def question(self) -> Question:
        """Return what was filled in."""
        said = dict(self.cleaned_data)
        agencies, waits = said.pop("agencies").splitlines(), said.pop("is_awaited") == "1"
        return Question(agencies=agencies, is_awaited=waits, **said)


class PaperForm(SaidForm):
    """What an agency says by a paper, copied by an officer."""

    number = forms.CharField(label="Số công văn trả lời", max_length=60)
    issued_on = day("Ngày công văn")
    came_on = day("Ngày nhận")
    scan = forms.FileField(label="Bản quét công văn", help_text=SCAN_TAKES)

    def paper(self) -> PaperCame:
        """Return what was filled in of the paper itself."""
        said = self.cleaned_data
        scan, name = contents(said["scan"])
        return PaperCame(said["number"], said["issued_on"], said["came_on"], scan, name)


class RemindForm(forms.Form):
    """How an agency was reminded."""

    how = forms.CharField(
        label="Đã nhắc thế nào",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ví dụ: gọi điện cho văn thư; công văn đôn đốc số, ngày.",
    )


class RenewForm(forms.Form):
    """Until when the new link serves."""

    expires_on = day("Liên kết mới dùng đến hết ngày")


class SilenceForm(forms.Form):
    """A paper on what it means that an agency does not answer in time."""

    meaning = forms.ChoiceField(
        label="Quá hạn không trả lời", choices=MEANING_CHOICES, widget=forms.RadioSelect
    )
    number = forms.CharField(label="Số, ký hiệu văn bản", max_length=60)
    issued_on = day("Ngày ban hành")
    clause = forms.CharField(label="Điều, khoản", max_length=120)
    since = day("Áp dụng cho yêu cầu hỏi từ ngày")
    scan = forms.FileField(label="Bản quét văn bản", help_text=SCAN_TAKES)

    def rule(self) -> SilenceEntered:
        """Return what was filled in."""
        said = dict(self.cleaned_data)
        scan, scan_name = contents(said.pop("scan"))
        return SilenceEntered(scan=scan, scan_name=scan_name, **said)
