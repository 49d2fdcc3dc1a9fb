"""Forms about lists that other agencies send."""

from django import forms

from bangvang.registry.actions.agency_list_rows import Becomes
from bangvang.registry.actions.confirm_ticked_rows import Ticked
from bangvang.registry.intake.agency_rows import FIELDS
from bangvang.registry.permissions.agency_lists import ListSaid, NoticeSaid
from bangvang.registry.selectors.agency_lists import ListTopic, RowMeaning
from bangvang.web.office.forms.bars import BarForm
from bangvang.web.office.forms.imports import SheetColumnsForm, VersionForm
from bangvang.web.office.forms.rounds import day

FIELD_OF = {
    "AGENCY_MISSING": "agency",
    "LIST_PAPER_MISSING": "paper_no",
    "LIST_PAPER_AHEAD": "paper_on",
}
"""Which field an objection to a new list speaks of; the rest speaks of the file."""

ROW_FIELD_OF = {
    "PAPER_MISSING": "paper_no",
    "PAPER_AHEAD": "paper_on",
    "BEGINS_LATER": "since",
    "ENDS_TOO_EARLY": "until",
    "LEVEL_MISSING": "level",
    "LEVEL_NOT_ASKED": "level",
    "LIST_PAPER_AHEAD": "paper_on",
    "MATTER_MISSING": "note",
    "ABOUT_AHEAD": "since",
    "NOT_A_MATCH": "holder",
    "DENIED_BEFORE": "holder",
}
"""Which field an objection to confirming a row speaks of."""

_NUMBERS, _LONGEST = 3, 7


class AgencyListForm(forms.Form):
    """A list, who sent it, by which paper, about what, and what its rows mean."""

    agency = forms.CharField(
        label="Cơ quan gửi danh sách",
        max_length=300,
        help_text="Cách hiểu cột được nhớ cho lần sau cơ quan này gửi.",
        widget=forms.TextInput(attrs={"list": "co-quan"}),
    )
    paper_no = forms.CharField(label="Số văn bản gửi kèm", max_length=60)
    paper_on = day("Ngày văn bản")
    topic = forms.ChoiceField(label="Danh sách về việc gì", choices=ListTopic.choices)
    meaning = forms.ChoiceField(
        label="Mỗi dòng, khi được xác nhận, ghi thành",
        choices=RowMeaning.choices,
        initial=RowMeaning.NOTICE,
        widget=forms.RadioSelect,
        help_text="Có thể đổi ở từng dòng. Chỉ chọn mục tạm dừng xét hoặc kỷ luật khi văn bản nói "
        "rõ; nợ, phạt hành chính thì ghi lưu ý.",
    )
    file = forms.FileField(
        label="Tệp danh sách",
        error_messages={"required": "Chọn tệp.", "empty": "Tệp này không có nội dung."},
    )

    def said(self) -> ListSaid:
        """Return what was said of the list."""
        cleaned = self.cleaned_data
        return ListSaid(
            cleaned["agency"],
            cleaned["paper_no"],
            cleaned["paper_on"],
            ListTopic(cleaned["topic"]),
            RowMeaning(cleaned["meaning"]),
        )


class ListColumnsForm(SheetColumnsForm):
    """Which column of a sheet of such a list is what."""

    known = FIELDS
    fixed = ("matter",)

    matter = forms.CharField(
        label="Nội dung, hành vi, lý do",
        required=False,
        max_length=400,
        help_text="Dùng cho dòng không ghi nội dung.",
    )


class _Places(forms.MultipleChoiceField):
    """Any three small numbers are a place; the action knows which there are."""

    def valid_value(self, value: str) -> bool:
        """Tell whether it is a place."""
        parts = value.split("-")
        return len(parts) == _NUMBERS and all(
            part.isascii() and part.isdecimal() and len(part) < _LONGEST for part in parts
        )


class TickedForm(forms.Form):
    """The rows that were ticked, each as `sheet-row-version`."""

    rows = _Places(required=False)

    def ticked(self) -> list[Ticked]:
        """Return the rows."""
        return [Ticked(*map(int, text.split("-"))) for text in self.cleaned_data["rows"]]


class ConfirmRowForm(BarForm):
    """Whom a row means and what it becomes; as a notice it needs the matter only."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    holder = forms.CharField(
        max_length=40, error_messages={"required": "Chọn người hoặc tập thể mà dòng này nói đến."}
    )
    note = forms.CharField(
        label="Nội dung", required=False, max_length=6000, widget=forms.Textarea(attrs={"rows": 3})
    )

    field_order = ("kind", "note", "since", "until", "level", "paper_no", "paper_on", "paper_by")

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Word the fields of a bar so that they serve a notice too."""
        super().__init__(*args, **kwargs)
        self.fields["kind"].label = "Ghi thành"
        self.fields["kind"].choices = RowMeaning.choices  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["since"].label = "Ngày của sự việc, hoặc ngày bắt đầu tạm dừng"
        self.fields["since"].required = False
        self.fields["since"].help_text = "Mục tạm dừng xét, kỷ luật phải có ngày này."
        only_bar = "Chỉ dùng cho mục tạm dừng xét, kỷ luật."
        self.fields["until"].help_text = f"{only_bar} {self.fields['until'].help_text}"

    def clean(self) -> dict[str, object]:
        """Ask for the first day of a bar, and let a notice have no end and no form."""
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("kind") == RowMeaning.NOTICE:
            for name in ("until", "level"):
                if cleaned.get(name):
                    self.add_error(name, "Lưu ý khi xét không có mục này; hãy để trống.")
        elif not cleaned.get("since") and "since" not in self.errors:
            self.add_error("since", "Mục tạm dừng xét, kỷ luật phải có ngày bắt đầu.")
        return cleaned

    def becomes(self) -> Becomes:
        """Return what the row becomes."""
        cleaned = self.cleaned_data
        if cleaned["kind"] == RowMeaning.NOTICE:
            return NoticeSaid(
                cleaned["note"].strip(),
                cleaned["since"],
                cleaned["paper_no"],
                cleaned["paper_on"],
                cleaned["paper_by"],
            )
        return self.said()


class DenyForm(VersionForm):
    """Whom a row does not mean, and why."""

    holder = forms.CharField(
        max_length=40, error_messages={"required": "Chọn người hoặc tập thể không phải."}
    )
    reason = forms.CharField(
        label="Vì sao không phải", max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )


class DismissForm(VersionForm):
    """Why a row becomes nothing."""

    reason = forms.CharField(
        label="Vì sao không ghi", max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
