"""Forms about bars: what a paper says, the paper that ends it, taking back a wrong entry."""

from django import forms

from bangvang.registry.permissions import BarSaid, Lifting
from bangvang.registry.states import BAR_NAMES, LEVEL_NAMES, BarKind, DisciplineLevel
from bangvang.web.office.forms.rounds import day

FIELD_OF = {
    "PAPER_MISSING": "paper_no",
    "PAPER_AHEAD": "paper_on",
    "BEGINS_LATER": "since",
    "ENDS_TOO_EARLY": "until",
    "LEVEL_MISSING": "level",
    "LEVEL_NOT_ASKED": "level",
}
"""Which field an objection to a new bar speaks of."""

LIFTING_FIELD_OF = {
    "PAPER_MISSING": "result_no",
    "PAPER_AHEAD": "result_on",
    "ENDS_TOO_EARLY": "lifted_on",
    "LIFTED_AHEAD": "lifted_on",
    "ENDED_BEFORE": "lifted_on",
}
"""Which field an objection to a lifting speaks of."""


class BarForm(forms.Form):
    """A new bar, as its paper says."""

    kind = forms.ChoiceField(
        label="Lý do",
        choices=[(kind.value, name) for kind, name in BAR_NAMES.items()],
        widget=forms.RadioSelect,
    )
    level = forms.ChoiceField(
        label="Hình thức kỷ luật",
        required=False,
        choices=[("", "Không phải kỷ luật")] + [(key.value, n) for key, n in LEVEL_NAMES.items()],
        help_text="Chỉ chọn khi lý do là “Bị kỷ luật”.",
    )
    since = day("Từ ngày")
    until = day("Kết thúc từ ngày")
    paper_no = forms.CharField(label="Số, ký hiệu văn bản", max_length=60)
    paper_on = day("Ngày văn bản")
    paper_by = forms.CharField(label="Cơ quan ban hành", max_length=300)
    note = forms.CharField(
        label="Ghi chú", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Let the end stay open."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.fields["until"].required = False
        self.fields[
            "until"
        ].help_text = (
            "Ngày đầu tiên không còn tạm dừng hoặc đã hết thời hạn kỷ luật. Chưa biết thì để trống."
        )

    def said(self) -> BarSaid:
        """Return what was filled in."""
        cleaned = self.cleaned_data
        level = cleaned["level"]
        return BarSaid(
            kind=BarKind(cleaned["kind"]),
            since=cleaned["since"],
            paper_no=cleaned["paper_no"],
            paper_on=cleaned["paper_on"],
            paper_by=cleaned["paper_by"],
            until=cleaned["until"],
            level=DisciplineLevel(level) if level else None,
            note=cleaned["note"],
        )


class LiftingForm(forms.Form):
    """The paper that ends a bar."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    lifted_on = day("Kết thúc từ ngày")
    result_no = forms.CharField(label="Số, ký hiệu văn bản kết luận", max_length=60)
    result_on = day("Ngày văn bản")
    result_by = forms.CharField(label="Cơ quan ban hành", max_length=300)
    note = forms.CharField(
        label="Kết luận", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Say what the day of the end means."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.fields["lifted_on"].help_text = "Ngày đầu tiên không còn tạm dừng."

    def lifting(self) -> Lifting:
        """Return what was filled in."""
        cleaned = self.cleaned_data
        return Lifting(
            lifted_on=cleaned["lifted_on"],
            result_no=cleaned["result_no"],
            result_on=cleaned["result_on"],
            result_by=cleaned["result_by"],
            note=cleaned["note"],
        )


class WithdrawForm(forms.Form):
    """Why an entry was wrong."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Lý do rút", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
