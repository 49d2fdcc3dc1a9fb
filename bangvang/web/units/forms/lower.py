"""Forms about what lower units send up."""

from collections.abc import Mapping
from typing import Any

from django import forms

from bangvang.web.units.forms.batches import VersionForm


class ChosenForm(VersionForm):
    """Rows that are ticked, each as `reference:version`; what is no such thing is no row."""

    def chosen(self) -> dict[str, int]:
        """Return the versions of the ticked rows by reference."""
        data: Any = self.data
        ticks = data.getlist("dong") if hasattr(data, "getlist") else data.get("dong", [])
        found = (tick.partition(":") for tick in ticks)
        return {ref: int(version) for ref, _, version in found if version.isdecimal()}


class GatherForm(ChosenForm):
    """Rows, and the draft that takes them up; the empty choice is a new list."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    into = forms.ChoiceField(label="Đưa vào danh sách", required=False)

    def __init__(self, *args: Any, drafts: Mapping[str, str], **kwargs: Any) -> None:
        """Offer a new list, and the drafts by `reference:version`."""
        super().__init__(*args, **kwargs)
        new = ("", "Lập danh sách tổng hợp mới")
        self.fields["into"].choices = [new, *drafts.items()]  # type: ignore[attr-defined]  # choice

    def target(self) -> tuple[str, int]:
        """Return the draft with the version that was seen; empty and 0 for a new list."""
        ref, _, version = str(self.cleaned_data["into"]).partition(":")
        return ref, int(version or 0)


class ReturnForm(VersionForm):
    """Why something goes back to the unit that sent it."""

    reason = forms.CharField(
        label="Lý do trả lại",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Đơn vị đọc đúng câu này: cần bổ sung, sửa những gì.",
    )
