"""Forms about recognised initiatives."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django import forms

from bangvang.registry.permissions.amendments import Paper
from bangvang.registry.permissions.initiative_corrections import Basis
from bangvang.registry.permissions.initiatives import InitiativeSaid
from bangvang.web.office.forms.rounds import day

FIELD_OF = {
    "NO_SUCH_SCOPE": "code",
    "TITLE_MISSING": "title",
    "RECOGNISED_ALREADY": "title",
    "PAPER_MISSING": "decision_no",
    "PAPER_AHEAD": "decided_on",
    "RECOGNISED_BEFORE_YEAR": "decided_on",
    "NO_MERGE_REASON": "reason",
    "NUMBER_IN_REASON": "reason",
    "NUMBER_IN_TEXT": "title",
}
"""Which field an objection to a recognition speaks of."""


class InitiativeForm(forms.Form):
    """What the decision says, and the part of each author."""

    title = forms.CharField(label="Tên sáng kiến, đề tài", max_length=400)
    code = forms.ChoiceField(label="Phạm vi được công nhận")
    year = forms.IntegerField(label="Năm", min_value=1945, max_value=2100)
    decision_no = forms.CharField(label="Số, ký hiệu quyết định công nhận", max_length=60)
    decided_on = day("Ngày quyết định")
    recognised_by = forms.CharField(label="Người hoặc cơ quan công nhận", max_length=300)

    def __init__(
        self,
        *args: object,
        scopes: Sequence[tuple[str, str]],
        authors: Sequence[tuple[str, str]],
        **kwargs: object,
    ) -> None:
        """Take the scopes that the law knows and the authors; each gets a field for the part."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.fields["code"].choices = scopes  # type: ignore[attr-defined]  # a ChoiceField
        self._authors = [ref for ref, _ in authors]
        for ref, name in authors:
            self.fields[f"phan_{ref}"] = forms.DecimalField(
                label=f"Tỷ lệ đóng góp của {name} (%)",
                required=False,
                min_value=Decimal("0.01"),
                max_value=Decimal(100),
                max_digits=5,
                decimal_places=2,
                localize=True,
            )

    @property
    def parts(self) -> list[forms.BoundField]:
        """The fields of the parts, in the order of the authors."""
        return [self[f"phan_{ref}"] for ref in self._authors]

    def said(self) -> InitiativeSaid:
        """Return what the decision says."""
        cleaned = self.cleaned_data
        return InitiativeSaid(
            cleaned["code"],
            cleaned["title"],
            cleaned["year"],
            cleaned["decision_no"],
            cleaned["decided_on"],
            cleaned["recognised_by"],
        )

    def shares(self) -> Mapping[str, Decimal | None]:
        """Return each author's part."""
        return {ref: self.cleaned_data[f"phan_{ref}"] for ref in self._authors}


class CorrectionForm(InitiativeForm):
    """The same as it should stand, why, and the paper that says so."""

    reason = forms.CharField(
        label="Lý do",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Sai ở đâu, căn cứ nào cho biết. Không ghi số định danh.",
    )
    paper_no = forms.CharField(label="Số, ký hiệu văn bản", max_length=60, required=False)
    paper_on = forms.DateField(
        label="Ngày văn bản",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    paper_by = forms.CharField(label="Cơ quan ban hành", max_length=300, required=False)

    def basis(self) -> Basis:
        """Return why, and the paper."""
        cleaned = self.cleaned_data
        paper = Paper(cleaned["paper_no"], cleaned["paper_on"], cleaned["paper_by"])
        return Basis(cleaned["reason"], paper)
