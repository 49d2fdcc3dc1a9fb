"""The fields in which something is said of each row that an agency was asked about.

By the agency itself at its link, and by an officer who copies what a paper says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django import forms
from django.forms.boundfield import BoundField

from bangvang.appraisal.actions.kept_reply import ReplySent
from bangvang.appraisal.permissions.agency_opinions import LONGEST_WORDS, Said
from bangvang.appraisal.selectors.agency_opinions import STANCE_CHOICES


class Asked(Protocol):
    """As much of a row as the form needs."""

    @property
    def order(self) -> int:
        """Its place."""

    @property
    def name(self) -> str:
        """Who is proposed."""


@dataclass(frozen=True)
class RowFields:
    """One row with its four fields."""

    row: Any
    stance: BoundField
    words: BoundField
    source_no: BoundField
    source_on: BoundField


class SaidForm(forms.Form):
    """What is said of each row, and who signs it.

    `rest` is said of every row in which nothing else was chosen, so that somebody who has nothing
    to say of most of them need not press a hundred times.
    """

    signer_name = forms.CharField(label="Họ tên người trả lời", max_length=200)
    signer_position = forms.CharField(label="Chức vụ", max_length=200)
    rest = forms.ChoiceField(
        label="Các dòng chưa chọn ở trên",
        required=False,
        choices=(
            ("", "Không áp dụng, đã chọn từng dòng"),
            ("AGREES", "Đồng ý"),
            ("NO_OPINION", "Không có ý kiến"),
        ),
    )

    def __init__(self, *args: Any, rows: Sequence[Asked], **kwargs: Any) -> None:
        """Make four fields for each row."""
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            self.fields |= _fields(row.order)

    def said_of_rows(self) -> Iterator[RowFields]:
        """Yield each row with its fields, for the template."""
        for row in self.rows:
            names = (f"{name}-{row.order}" for name in ("stance", "words", "no", "on"))
            yield RowFields(row, *(self[name] for name in names))

    def sent(self) -> ReplySent:
        """Return what was filled in."""
        said = self.cleaned_data
        rows = {
            row.order: Said(
                said[f"stance-{row.order}"] or said["rest"],
                said[f"words-{row.order}"],
                said[f"no-{row.order}"],
                said[f"on-{row.order}"],
            )
            for row in self.rows
        }
        return ReplySent(rows, said["signer_name"], said["signer_position"])


def _fields(order: int) -> dict[str, forms.Field]:
    return {
        f"stance-{order}": forms.ChoiceField(
            label="Ý kiến", required=False, choices=[("", "Chưa chọn"), *STANCE_CHOICES]
        ),
        f"words-{order}": forms.CharField(
            label="Nội dung, lý do",
            required=False,
            max_length=LONGEST_WORDS,
            widget=forms.Textarea(attrs={"rows": 2}),
        ),
        f"no-{order}": forms.CharField(label="Số văn bản nguồn", required=False, max_length=60),
        f"on-{order}": forms.DateField(
            label="Ngày văn bản nguồn",
            required=False,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        ),
    }
