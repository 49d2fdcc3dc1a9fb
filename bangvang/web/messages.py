"""What fields say of wrong input; Django's own Vietnamese is not how an official writes."""

from typing import Any

from django import forms
from django.core import validators

FIELDS: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": "Cần điền ô này."},
    forms.IntegerField: {"invalid": "Cần một số nguyên, chỉ gồm chữ số."},
    forms.DateField: {"invalid": "Cần một ngày có thật, theo thứ tự ngày, tháng, năm."},
    forms.DateTimeField: {"invalid": "Cần ngày và giờ có thật."},
    forms.TimeField: {"invalid": "Cần một giờ có thật, như 14:00."},
    forms.ChoiceField: {"invalid_choice": "Hãy chọn một mục trong danh sách."},
    forms.MultipleChoiceField: {"invalid_choice": "Hãy chọn trong danh sách."},
    forms.FileField: {
        "required": "Cần chọn tệp.",
        "missing": "Cần chọn tệp.",
        "empty": "Tệp này không có nội dung.",
        "max_length": "Tên tệp quá dài.",
    },
}
VALIDATORS: dict[Any, str] = {
    validators.MaxValueValidator: "Số này lớn nhất là %(limit_value)s.",
    validators.MinValueValidator: "Số này nhỏ nhất là %(limit_value)s.",
    validators.MaxLengthValidator: "Nhiều nhất %(limit_value)d ký tự, đang có %(show_value)d.",
    validators.MinLengthValidator: "Ít nhất %(limit_value)d ký tự, đang có %(show_value)d.",
    validators.ProhibitNullCharactersValidator: "Có ký tự không nhìn thấy được; hãy gõ lại.",
}


def speak_plainly() -> None:
    """Put our sentences in the place of Django's, once, when the system starts."""
    for field, messages in FIELDS.items():
        field.default_error_messages = {**field.default_error_messages, **messages}
    for validator, message in VALIDATORS.items():
        validator.message = message
