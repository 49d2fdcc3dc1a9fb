"""Forms about rounds."""

from django import forms


def day(label: str) -> forms.DateField:
    """Return a field for a day, with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget)


class RoundForm(forms.Form):
    """A new round."""

    title = forms.CharField(label="Tên đợt xét", max_length=200)
    achievement_year = forms.IntegerField(label="Năm thành tích", min_value=2000, max_value=2100)
    opens_on = day("Nhận danh sách từ ngày")
    submit_by = day("Hạn nhận danh sách")
    ballot_by = day("Hạn bỏ phiếu")
