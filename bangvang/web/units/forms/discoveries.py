"""The head's answer to a reported good deed."""

from django import forms

from bangvang.nominations.states import DiscoveryAnswer


class AnswerForm(forms.Form):
    """What the unit did or found."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label="Đơn vị trả lời",
        choices=DiscoveryAnswer.choices,
        widget=forms.RadioSelect,
        help_text="Người báo tin đọc được dòng này khi theo dõi.",
    )
    words = forms.CharField(
        label="Đã làm gì, xác minh thấy gì",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Chỉ cơ quan thường trực đọc.",
    )
