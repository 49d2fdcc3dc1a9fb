"""Forms about lists."""

from django import forms

from bangvang.foundation.files.pictures import STRIPPED
from bangvang.nominations.states import PaperKind


class VersionForm(forms.Form):
    """Nothing but the version that the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class PaperForm(forms.Form):
    """A paper and its kind."""

    kind = forms.ChoiceField(label="Loại giấy", choices=PaperKind.choices)
    file = forms.FileField(
        label="Tệp", help_text=f"Giấy đã ký: bản quét PDF hoặc ảnh. Tối đa 20 MB. {STRIPPED}"
    )


class MissingPaperForm(forms.Form):
    """Why a paper is missing."""

    kind = forms.ChoiceField(label="Giấy chưa có", choices=PaperKind.choices[:2])
    reason = forms.CharField(
        label="Lý do", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class HandBackForm(VersionForm):
    """Why the head gives a list back."""

    reason = forms.CharField(
        label="Lý do trả lại", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class RecallForm(VersionForm):
    """Why the head takes a list back."""

    reason = forms.CharField(
        label="Lý do thu hồi", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class SubmitForm(VersionForm):
    """Handing in; after the last day with a reason."""

    late_reason = forms.CharField(
        label="Lý do nộp muộn",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReplyForm(VersionForm):
    """What the unit completed."""

    reply = forms.CharField(
        label="Đã bổ sung những gì",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Thẩm định viên đọc phần này trước tiên.",
    )


class WithdrawForm(forms.Form):
    """Why a row is taken back."""

    reason = forms.CharField(
        label="Lý do rút", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
