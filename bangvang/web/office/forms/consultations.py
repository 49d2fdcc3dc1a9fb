"""Forms about public lists, their rules and the opinions that came."""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from bangvang.appraisal.actions.enter_consultation_rule import RuleEntered
from bangvang.appraisal.actions.kept_opinion import OpinionSent
from bangvang.appraisal.actions.prepare_consultation import ListPlanned
from bangvang.appraisal.actions.resolve_opinion import Resolved
from bangvang.appraisal.selectors.consultation_rules import RULE_CHOICES, gate_choices
from bangvang.appraisal.selectors.opinions import RESOLUTION_CHOICES
from bangvang.law import award_name, catalogue_on
from bangvang.web.files import contents
from bangvang.web.office.forms.rounds import day

SCAN_TAKES = "Tệp PDF hoặc ảnh chụp đủ các trang; tối đa 20 MB."


class PlainForm(forms.Form):
    """Nothing to fill in but the press."""


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label="Lý do", max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class VersionForm(forms.Form):
    """What was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ProlongForm(ReasonForm):
    """A later last day."""

    last_on = day("Ngày cuối mới")
    version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("last_on", "reason", "version")


class ListForm(forms.Form):
    """A new public list of rows of one round."""

    rows = forms.MultipleChoiceField(
        label="Các trường hợp đưa vào danh sách", widget=forms.CheckboxSelectMultiple
    )
    working_days = forms.IntegerField(label="Số ngày làm việc lấy ý kiến", min_value=1)
    days_ground = forms.CharField(
        label="Căn cứ của số ngày",
        required=False,
        max_length=200,
        help_text="Bắt buộc khi không văn bản nào nêu số ngày; nếu có văn bản thì hệ thống tự ghi.",
    )
    where_to = forms.CharField(
        label="Nơi nhận ý kiến",
        max_length=300,
        help_text="Tên cơ quan, địa chỉ, điện thoại công vụ.",
    )

    def __init__(self, *args: Any, rows: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the rows that may be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["rows"].choices = rows  # type: ignore[attr-defined]  # a MultipleChoiceField

    def plan(self, round_ref: str) -> ListPlanned:
        """Return what was chosen."""
        said = self.cleaned_data
        return ListPlanned(
            round_ref, said["rows"], said["working_days"], said["days_ground"], said["where_to"]
        )


class RuleForm(forms.Form):
    """A paper that says whether the people are asked about an award."""

    award_code = forms.ChoiceField(label="Danh hiệu, hình thức")
    is_asked = forms.ChoiceField(
        label="Văn bản quy định",
        choices=(("1", "Lấy ý kiến Nhân dân"), ("0", "Không lấy ý kiến Nhân dân")),
        widget=forms.RadioSelect,
    )
    working_days = forms.IntegerField(
        label="Ít nhất bao nhiêu ngày làm việc", min_value=1, required=False
    )
    gate = forms.ChoiceField(
        label="Phải xong", choices=gate_choices(), required=False, widget=forms.RadioSelect
    )
    paper = forms.ChoiceField(label="Loại văn bản", choices=RULE_CHOICES)
    number = forms.CharField(label="Số, ký hiệu", max_length=60)
    issued_on = day("Ngày ban hành")
    clause = forms.CharField(label="Điều, khoản", max_length=120)
    since = day("Áp dụng cho hồ sơ nhận từ ngày")
    scan = forms.FileField(label="Bản quét văn bản", help_text=SCAN_TAKES)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        """Offer the awards of a day."""
        super().__init__(*args, **kwargs)
        codes = [line.award.code for line in catalogue_on(on)]
        self.fields["award_code"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", "Chọn danh hiệu, hình thức"),
            *((code, award_name(code, on)) for code in codes),
        ]

    def rule(self) -> RuleEntered:
        """Return what was filled in."""
        said = dict(self.cleaned_data)
        scan, scan_name = contents(said.pop("scan"))
        is_asked = said.pop("is_asked") == "1"
        return RuleEntered(is_asked=is_asked, scan=scan, scan_name=scan_name, **said)


class PaperOpinionForm(forms.Form):
    """An opinion that came on paper."""

    about = forms.ChoiceField(label="Ý kiến về", required=False)
    came_on = day("Ngày nhận văn bản")
    words = forms.CharField(
        label="Nội dung ý kiến",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Chép nội dung, không chép tên và cách liên hệ của người gửi.",
    )
    name = forms.CharField(
        label="Người gửi", max_length=200, help_text="Được mã hóa; sau khi ghi không hiện lại."
    )
    contact = forms.CharField(label="Cách liên hệ", max_length=200)
    file = forms.FileField(label="Bản quét văn bản", help_text=SCAN_TAKES)
    secret = forms.RegexField(r"\A[\w-]{32}\Z", widget=forms.HiddenInput)

    def __init__(self, *args: Any, rows: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        """Offer the whole list and each of its rows, order and name."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("secret", secrets.token_urlsafe(24))
        choices = [(str(order), f"Số {order}: {name}") for order, name in rows]
        self.fields["about"].choices = [("", "Cả danh sách"), *choices]  # type: ignore[attr-defined]  # a ChoiceField

    def sent(self) -> OpinionSent:
        """Return what was filled in."""
        said = self.cleaned_data
        order = int(said["about"]) if said["about"] else None
        file = contents(said["file"])[0]
        return OpinionSent(
            order, said["words"], said["name"], said["contact"], said["secret"], file
        )


class ResolutionForm(forms.Form):
    """What the office makes of an opinion."""

    kind = forms.ChoiceField(
        label="Giải quyết", choices=RESOLUTION_CHOICES, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label="Vì sao, đã xác minh thế nào",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    to_whom = forms.CharField(
        label="Chuyển đến cơ quan",
        max_length=300,
        required=False,
        help_text="Chỉ khi chuyển xử lý theo pháp luật về khiếu nại, tố cáo.",
    )
    paper_no = forms.CharField(label="Số văn bản chuyển", max_length=60, required=False)
    paper_on = day("Ngày văn bản chuyển")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the day of a paper only where there is one."""
        super().__init__(*args, **kwargs)
        self.fields["paper_on"].required = False

    def resolved(self) -> Resolved:
        """Return what was filled in."""
        said = self.cleaned_data
        return Resolved(
            said["kind"], said["why"], said["to_whom"], said["paper_no"], said["paper_on"]
        )


class AnswerForm(forms.Form):
    """Whether the head confirms."""

    agree = forms.ChoiceField(
        label="Ý kiến của Trưởng phòng",
        choices=(("1", "Xác nhận cách giải quyết"), ("0", "Trả lại để giải quyết khác")),
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label="Ghi thêm",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bắt buộc khi trả lại.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
