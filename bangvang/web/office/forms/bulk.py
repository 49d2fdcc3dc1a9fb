"""What is done to the rows that were ticked, with which words, and to whom they go."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from bangvang.appraisal.states import BulkWork

TICKED = "dong"
"""The name of the boxes: the row's reference and the version that was seen, as `abc:3`."""
COMPARE = "compare"
EVENLY = "chia-deu"
"""Instead of an officer: the rows are shared out, and who gets which stands at every row."""
WORDS = {
    BulkWork.ACCEPT: (
        "Đánh giá chung",
        "Luật để người đánh giá: lời này được ghi cho từng dòng, nên phải đúng với mọi dòng.",
    ),
    BulkWork.RETURN: ("Cần bổ sung những gì", "Đơn vị đọc nguyên văn ở từng dòng."),
    BulkWork.HAND_OVER: ("Lý do chuyển", ""),
}


class BulkForm(forms.Form):
    """One reason for all, and the officer who gets them; the rows are read beside it."""

    reason = forms.CharField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    officer = forms.ChoiceField(label="Chuyển sang", required=False)

    def __init__(
        self, *args: Any, work: BulkWork, officers: Sequence[tuple[str, str]], **more: Any
    ) -> None:
        """Say what is asked for, and of whom there is a choice; only handing over has one."""
        super().__init__(*args, **more)
        self.fields["reason"].label, self.fields["reason"].help_text = WORDS[work]
        if work is BulkWork.HAND_OVER:
            choices = [
                ("", "Chọn chuyên viên"),
                (EVENLY, "Chia đều theo số dòng đang giữ"),
                *officers,
            ]
            self.fields["officer"].choices = choices  # type: ignore[attr-defined]  # a choice field
        else:
            del self.fields["officer"]


def ticked_in(data: QueryDict) -> dict[str, int]:
    """Return the rows that were ticked with the version seen; what is none of it is left out."""
    found = {}
    for value in data.getlist(TICKED):
        ref, _, version = value.partition(":")
        if ref and version.isdecimal():
            found[ref] = int(version)
    return found


def officers_in(data: QueryDict, refs: Iterable[str]) -> dict[str, str]:
    """Return which officer was chosen at which row, by reference; rows without one are left out."""
    named = {ref: data.get(f"cho-{ref}", "") for ref in refs}
    return {ref: officer for ref, officer in named.items() if officer}


def work_in(data: Mapping[str, str]) -> BulkWork | None:
    """Return what is to be done, nothing if the word is unknown."""
    word = data.get("viec", "")
    return BulkWork(word) if word in BulkWork.values else None
