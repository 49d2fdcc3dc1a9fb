"""The form in which a value is entered as it was read; its value field follows the unit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from bangvang.law import WORDING_UNIT, Form, Instrument
from bangvang.lawbook.actions.enter_instrument import NewInstrument
from bangvang.lawbook.actions.propose_reading import ReadingGiven
from bangvang.web.files import contents
from bangvang.web.office.forms.rounds import day

ANOTHER = "khac"
DOCUMENT_HINT = "Công báo hoặc bản chính: tệp PDF, ảnh hoặc Word; tối đa 20 MB."


def value_field(form: Form) -> forms.Field:
    """Return the field in which a value of this unit is given."""
    if form.unit == WORDING_UNIT:
        return forms.BooleanField(
            label="Tôi đã đối chiếu: lời văn của văn bản giống như hệ thống đang tính",
            error_messages={"required": "Chỉ nhập khi lời văn giống như hệ thống đang tính."},
        )
    hint = f"Cần {form.looks_like}."
    if form.is_list:
        return forms.MultipleChoiceField(
            label="Các mục",
            choices=list(form.choices.items()),
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text="Đánh dấu đúng các mục mà văn bản nêu.",
        )
    if form.choices:
        return forms.ChoiceField(
            label="Giá trị", choices=list(form.choices.items()), widget=forms.RadioSelect
        )
    label = f"Giá trị ({form.unit_name})"
    if form.is_whole:
        return forms.IntegerField(label=label, help_text=hint)
    return forms.RegexField(
        r"^\d{1,6}([.,]\d{1,6})?$",
        label=label,
        help_text=hint,
        error_messages={"invalid": hint},
    )


def plain_value(form: Form, cleaned: object) -> object:
    """Return what the field gave, in the plain form of the shipped files."""
    if form.unit == WORDING_UNIT:
        return next(iter(form.choices))
    if form.unit == "yes_no":
        return cleaned == "yes"
    if isinstance(cleaned, str):
        return cleaned.replace(",", ".")
    return cleaned


class ReadingForm(forms.Form):
    """One value, its days, its clause, the document it was compared with."""

    since = day("Áp dụng từ ngày")
    until = day("Thôi áp dụng từ ngày")
    instrument = forms.ChoiceField(label="Văn bản")
    new_number = forms.CharField(
        label="Số, ký hiệu", required=False, max_length=60, help_text="Ghi đủ, như trên văn bản."
    )
    new_name = forms.CharField(
        label="Tên để viện dẫn",
        required=False,
        max_length=200,
        help_text="Như khi viện dẫn trong quyết định: loại văn bản và số.",
    )
    new_since = day("Có hiệu lực từ ngày")
    new_until = day("Hết hiệu lực từ ngày")
    article = forms.IntegerField(label="Điều", required=False, min_value=1, max_value=999)
    clause = forms.IntegerField(label="Khoản", required=False, min_value=1, max_value=99)
    point = forms.RegexField(
        r"^[a-zđ]{1,2}$",
        label="Điểm",
        required=False,
        error_messages={"invalid": "Chỉ ghi chữ của điểm, ví dụ b."},
    )
    why_this_day = forms.CharField(
        label="Vì sao từ ngày này",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Cần ghi khi ngày áp dụng không phải ngày văn bản bắt đầu có hiệu lực.",
    )
    compared_on = day("Ngày đối chiếu")
    document = forms.FileField(label="Văn bản đã đối chiếu", help_text=DOCUMENT_HINT)

    def __init__(
        self,
        *args: Any,
        entry: Form,
        instruments: Mapping[str, Instrument],
        today: date,
        **kwargs: Any,
    ) -> None:
        """Add the field of the value and the documents that may be cited."""
        super().__init__(*args, **kwargs)
        self.entry = entry
        self.fields["value"] = value_field(entry)
        for name in ("until", "new_since", "new_until"):
            self.fields[name].required = False
        self.fields["until"].help_text = "Để trống nếu chưa biết ngày hết hiệu lực."
        self.fields["compared_on"].initial = today
        known = sorted(instruments.values(), key=lambda one: (one.since, one.id), reverse=True)
        self.fields["instrument"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            *((one.id, one.name) for one in known),
            (ANOTHER, "Văn bản khác, ghi ở dưới"),
        ]

    def given(self) -> ReadingGiven:
        """Return what was filled in."""
        said = self.cleaned_data
        document, document_name = contents(said["document"])
        return ReadingGiven(
            entry_id=self.entry.id,
            since=said["since"],
            until=said["until"],
            value=plain_value(self.entry, said["value"]),
            instrument=self._instrument(),
            article=said["article"],
            clause=said["clause"],
            point=said["point"],
            compared_on=said["compared_on"],
            document=document,
            document_name=document_name,
            why_this_day=said["why_this_day"],
        )

    def _instrument(self) -> str | NewInstrument:
        said = self.cleaned_data
        chosen: str = said["instrument"]
        if chosen != ANOTHER:
            return chosen
        return NewInstrument(
            said["new_number"], said["new_name"], said["new_since"], said["new_until"]
        )


class SeenForm(forms.Form):
    """The version of the reading that the second person compared."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class EndForm(SeenForm):
    """Why a reading ends."""

    reason = forms.CharField(
        label="Lý do", max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )
