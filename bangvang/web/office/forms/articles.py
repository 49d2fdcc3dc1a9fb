"""What an editor types, and why an article goes back or comes down."""

from django import forms

from bangvang.publishing.limits import (
    BODY_LENGTH,
    NAME_LENGTH,
    OFFICE_LENGTH,
    SUMMARY_LENGTH,
    TITLE_LENGTH,
)
from bangvang.publishing.selectors.articles import ArticleText


class ArticleForm(forms.Form):
    """The words of an article; `version` is the one that was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label="Tiêu đề", max_length=TITLE_LENGTH)
    summary = forms.CharField(
        label="Tóm tắt",
        help_text="Một hai câu: việc gì, khi nào, ở đâu. Hiện ở đầu bài và trong danh sách tin.",
        max_length=SUMMARY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    body = forms.CharField(
        label="Nội dung",
        help_text="Để một dòng trống giữa các đoạn. Mở đầu dòng bằng “## ” để đặt đề mục, “- ” cho "
        "gạch đầu dòng, “1. ” cho việc đánh số.",
        max_length=BODY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 20}),
    )
    author_name = forms.CharField(label="Tác giả", max_length=NAME_LENGTH)
    author_office = forms.CharField(label="Cơ quan của tác giả", max_length=OFFICE_LENGTH)

    def text(self) -> ArticleText:
        """Return the words of a valid form."""
        return ArticleText(**{name: self.cleaned_data[name] for name in WORDS})


WORDS = tuple(ArticleText.__dataclass_fields__)


class ReasonForm(forms.Form):
    """Why; the page says the label."""

    reason = forms.CharField(
        label="Lý do", max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ApprovalForm(forms.Form):
    """The version that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)
