"""The form about a row that an open bar stops after the ballot."""

from django import forms

from bangvang.appraisal.actions.answer_bars import AnswerSaid

FIELD_OF = {"NO_AUTHORITY": "authority", "NO_REASON": "reason"}
"""Which field an objection speaks of."""


class BarAnswerForm(forms.Form):
    """Who decided that the row goes on, by which paper, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    authority = forms.CharField(
        label="Người có thẩm quyền cho ý kiến",
        max_length=300,
        help_text="Họ tên, chức vụ của người quyết định cho làm tiếp.",
    )
    paper = forms.CharField(
        label="Văn bản ghi ý kiến",
        required=False,
        max_length=200,
        help_text="Số, ký hiệu và ngày; để trống nếu không có văn bản.",
    )
    reason = forms.CharField(
        label="Lý do", max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def said(self) -> AnswerSaid:
        """Return what was filled in."""
        cleaned = self.cleaned_data
        return AnswerSaid(cleaned["authority"], cleaned["paper"], cleaned["reason"])
