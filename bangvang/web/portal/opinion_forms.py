"""The forms by which somebody without an account speaks about a public list."""

import secrets
from collections.abc import Sequence
from typing import Any

from django import forms

from bangvang.appraisal.permissions.opinions import LONGEST_WORDS
from bangvang.foundation.files.pictures import STRIPPED
from bangvang.publishing.actions.send_opinion import OpinionSent
from bangvang.web.files import contents

LARGEST_FILE = 5 * 1024 * 1024
SECRET_BYTES = 24
WHOLE_LIST = ""
TRAP = "Ô này phải để trống."


def new_form_secret() -> str:
    """Return the secret of one form; the code of the opinion comes from it."""
    return secrets.token_urlsafe(SECRET_BYTES)


class OpinionForm(forms.Form):
    """An opinion, and who gives it; `website` is a trap that people do not see."""

    about = forms.ChoiceField(label="Ý kiến về", required=False)
    words = forms.CharField(
        label="Nội dung ý kiến",
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Nêu rõ việc gì, khi nào, ở đâu; vì sao đồng ý hoặc không đồng ý.",
    )
    name = forms.CharField(
        label="Họ và tên của bạn",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text="Được mã hóa và giữ kín. Chỉ người được giao mở xem khi cần xác minh; mỗi lần "
        "xem đều ghi vào nhật ký.",
    )
    contact = forms.CharField(
        label="Số điện thoại, thư điện tử hoặc địa chỉ",
        max_length=200,
        min_length=5,
        help_text="Để cơ quan thường trực liên hệ khi cần xác minh. Cũng được mã hóa và giữ kín.",
    )
    file = forms.FileField(
        label="Tệp kèm theo",
        required=False,
        help_text=f"Tệp PDF hoặc ảnh, tối đa 5 MB. {STRIPPED}",
    )
    website = forms.CharField(
        label="Để trống ô này",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    secret = forms.RegexField(r"\A[\w-]{32}\Z", widget=forms.HiddenInput)

    def __init__(self, *args: Any, rows: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        """Offer the whole list and each of its rows, order and name."""
        super().__init__(*args, **kwargs)
        choices = [(str(order), f"Số {order}: {name}") for order, name in rows]
        self.fields["about"].choices = [(WHOLE_LIST, "Cả danh sách"), *choices]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_website(self) -> str:
        """Refuse what only a machine fills in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(TRAP)
        return ""

    def clean_file(self) -> object:
        """Refuse what is too large, before it is read."""
        file = self.cleaned_data["file"]
        if file is not None and file.size > LARGEST_FILE:
            raise forms.ValidationError("Tệp lớn hơn 5 MB, là mức lớn nhất được nhận.")
        return file

    def sent(self) -> OpinionSent:
        """Return what was filled in."""
        said = self.cleaned_data
        file = contents(said["file"])[0] if said["file"] else b""
        order = int(said["about"]) if said["about"] else None
        return OpinionSent(
            order, said["words"], said["name"], said["contact"], said["secret"], file
        )


class FollowForm(forms.Form):
    """The number and the code of a receipt."""

    receipt_no = forms.CharField(
        label="Số biên nhận", max_length=20, help_text="Ví dụ: 01/2026-0003."
    )
    code = forms.CharField(
        label="Mã tra cứu",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
