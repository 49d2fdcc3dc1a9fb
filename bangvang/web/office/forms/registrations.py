"""Forms about years of registering."""

from django import forms

from bangvang.web.office.forms.rounds import day

FIELD_OF = {"YEAR_OPEN_ALREADY": "year", "DAY_OUTSIDE_YEAR": "submit_by"}


class YearForm(forms.Form):
    """A year for which units register, and until when."""

    year = forms.IntegerField(label="Năm đăng ký", min_value=2020, max_value=2100)
    submit_by = day("Hạn nộp")


class DayForm(forms.Form):
    """Another last day."""

    submit_by = day("Hạn nộp mới")
    version = forms.IntegerField(widget=forms.HiddenInput)
