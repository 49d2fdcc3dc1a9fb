"""What somebody writes who reports a good deed, or follows one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from bangvang.foundation.files.pictures import STRIPPED
from bangvang.nominations.permissions import (
    LONGEST_CONTACT,
    LONGEST_NAME,
    LONGEST_PLACE,
    LONGEST_STORY,
)

MEGABYTE = 1024 * 1024
FILE_TOO_BIG = "Tệp lớn quá mức được nhận; hãy chọn tệp nhỏ hơn."
TRAP_SPRUNG = "Ô này phải để trống."


class ReportForm(forms.Form):
    """Who did what, where and when; whoever reports it may stay unnamed."""

    once = forms.CharField(widget=forms.HiddenInput)
    name = forms.CharField(
        label="Người làm việc tốt",
        max_length=LONGEST_NAME,
        help_text="Họ tên, hoặc nhóm người. Không biết tên thì ghi điều giúp nhận ra.",
    )
    place_ref = forms.ChoiceField(
        label="Ở xã, phường, cơ quan nào",
        required=False,
        help_text="Nơi người ấy sống hoặc làm việc. Không rõ thì ghi ở ô dưới.",
    )
    place_text = forms.CharField(
        label="Nơi xảy ra việc, địa chỉ",
        max_length=LONGEST_PLACE,
        required=False,
        help_text="Thôn, tổ, đường, nơi làm việc.",
    )
    happened_on = forms.DateField(
        label="Ngày xảy ra",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    story = forms.CharField(
        label="Việc đã làm",
        max_length=LONGEST_STORY,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Thấy gì, nghe gì, ai được giúp. Đừng ghi tên bạn ở ô này: đơn vị đọc được.",
    )
    file = forms.FileField(
        label="Ảnh hoặc giấy tờ",
        required=False,
        help_text=f"Ảnh hoặc PDF, tối đa {settings.PRIVATE_FILES_LARGEST // MEGABYTE} MB. "
        f"{STRIPPED}",
    )
    reporter_name = forms.CharField(label="Tên bạn", max_length=LONGEST_NAME, required=False)
    reporter_contact = forms.CharField(
        label="Cách liên hệ với bạn",
        max_length=LONGEST_CONTACT,
        required=False,
        help_text="Số điện thoại hoặc địa chỉ. Được lưu mã hóa; đơn vị được báo không đọc được.",
    )
    website = forms.CharField(
        label="Để trống ô này",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], **more: Any) -> None:
        """Take the bodies that can be chosen."""
        super().__init__(*args, **more)
        self.fields["place_ref"].choices = [("", "Không rõ"), *places]  # type: ignore[attr-defined]  # a choice field

    def clean_file(self) -> UploadedFile[bytes] | None:
        """Refuse what is too big before anybody reads it."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > settings.PRIVATE_FILES_LARGEST:
            raise forms.ValidationError(FILE_TOO_BIG)
        return file

    def clean_website(self) -> str:
        """Refuse what only a machine fills in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(TRAP_SPRUNG)
        return ""


class FollowForm(forms.Form):
    """Number and code of the receipt."""

    number = forms.CharField(label="Số tin báo", max_length=20, help_text="Như 0017/2026.")
    code = forms.CharField(
        label="Mã theo dõi",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
