"""Forms about lists of postings."""

from django import forms

from bangvang.foundation.vietnamese import DateUnreadable, read_date
from bangvang.registry.intake.posting_rows import FIELDS
from bangvang.registry.selectors.postings import CLASS_NAMES
from bangvang.web.office.forms.imports import SheetColumnsForm


class PostingListForm(forms.Form):
    """A file of postings."""

    file = forms.FileField(
        label="Tệp danh sách",
        error_messages={"required": "Chọn tệp.", "empty": "Tệp này không có nội dung."},
    )


class PostingColumnsForm(SheetColumnsForm):
    """Which column of a sheet of postings is what, and what holds for every row."""

    known = FIELDS
    fixed = ("subject_class", "decision_no", "decided_on", "issued_by")

    subject_class = forms.ChoiceField(
        label="Đối tượng",
        required=False,
        choices=[("", "Theo cột, hoặc chưa rõ"), *((name, name) for name in CLASS_NAMES.values())],
    )
    decision_no = forms.CharField(label="Số quyết định", required=False, max_length=60)
    decided_on = forms.CharField(
        label="Ngày quyết định", required=False, max_length=40, help_text="Như 19/04/2022."
    )
    issued_by = forms.CharField(label="Cơ quan ban hành", required=False, max_length=200)

    def clean_decided_on(self) -> str:
        """Refuse what is no day."""
        text: str = self.cleaned_data["decided_on"]
        try:
            read_date(text)
        except DateUnreadable as refused:
            raise forms.ValidationError(str(refused)) from refused
        return text
