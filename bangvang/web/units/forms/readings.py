"""The form about a report's Word file."""

from django import forms


class ReportFileForm(forms.Form):
    """A report as the unit filled it in in Word."""

    file = forms.FileField(
        label="Tệp báo cáo",
        error_messages={"required": "Chọn tệp báo cáo.", "empty": "Tệp này không có nội dung."},
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )
