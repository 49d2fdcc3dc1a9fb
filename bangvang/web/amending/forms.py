"""Forms to propose and to decide an amendment."""

from collections.abc import Iterable, Mapping
from datetime import date

from django import forms

from bangvang.foundation.vietnamese import tidy
from bangvang.law import Kind, award_name, catalogue, kind_name
from bangvang.registry.intake.granting import GRADES
from bangvang.registry.permissions.amendments import Amending, Paper
from bangvang.registry.selectors.amended_rows import RowSeen
from bangvang.registry.states import AmendmentKind
from bangvang.web.files import contents

LARGEST = 20_971_520
FIELD_OF = {
    "NO_MERGE_REASON": "reason",
    "NUMBER_IN_REASON": "reason",
    "PAPER_MISSING": "paper_no",
    "PAPER_AHEAD": "paper_on",
    "PAPER_BEFORE": "paper_on",
    "DECIDED_AHEAD": "decided_on",
    "DECIDED_BEFORE_YEAR": "decided_on",
    "NOT_OWN_AUTHORITY": "decided_on",
}
"""Which field an objection to an amendment speaks of."""

LABELS = {
    "code": "Danh hiệu, hình thức",
    "kind": "Loại hình",
    "year": "Năm thành tích",
    "name_as_written": "Tên ghi trên quyết định",
    "unit_as_written": "Đơn vị ghi trên quyết định",
    "achievement": "Thành tích",
    "decision_no": "Số, ký hiệu quyết định",
    "decided_on": "Ngày quyết định",
    "issued_by": "Cơ quan, người ban hành",
}
REASON_HINTS = {
    AmendmentKind.REVOKED: "Ghi đúng căn cứ trong quyết định hủy bỏ.",
    AmendmentKind.CORRECTED: "Sai ở đâu, căn cứ nào cho biết. Không ghi số định danh.",
    AmendmentKind.STRUCK: "Vì sao biết dòng này ghi nhầm: nhầm người, ghi trùng, không có quyết "
    "định. Không ghi số định danh.",
    AmendmentKind.RESTORED: "Vì sao lần hủy bỏ, lần gạch trước là sai. Không ghi số định danh.",
}
PAPER_HINTS = {
    AmendmentKind.REVOKED: "",
    AmendmentKind.CORRECTED: "Để trống cả ba ô và tệp nếu quyết định khen thưởng đúng mà chỉ sổ "
    "ghi sai.",
    AmendmentKind.STRUCK: "Để trống nếu không có văn bản nào.",
    AmendmentKind.RESTORED: "Để trống nếu không có văn bản nào.",
}


class DecideForm(forms.Form):
    """The version of the amendment that was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DeclineForm(DecideForm):
    """Why an amendment is not recorded."""

    reason = forms.CharField(
        label="Lý do", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AmendForm(forms.Form):
    """Why, the paper, and for a correction the values as they should stand.

    `named` are the values to offer, by field of the register with what stands there now.
    """

    reason = forms.CharField(
        label="Lý do", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    paper_no = forms.CharField(label="Số, ký hiệu văn bản", max_length=60, required=False)
    paper_on = forms.DateField(
        label="Ngày văn bản",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    paper_by = forms.CharField(label="Cơ quan ban hành", max_length=300, required=False)
    scan = forms.FileField(
        label="Bản quét văn bản",
        required=False,
        help_text="Tệp PDF hoặc ảnh chụp đủ các trang; tối đa 20 MB.",
    )

    def __init__(
        self,
        *args: object,
        kind: AmendmentKind,
        named: Mapping[str, object],
        codes: Iterable[tuple[str, str]] = (),
        **kwargs: object,
    ) -> None:
        """Take the kind, and the values that may be corrected."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.kind = kind
        self.fields["reason"].help_text = REASON_HINTS[kind]
        self._named = tuple(named) if kind is AmendmentKind.CORRECTED else ()
        for name in self._named:
            self.fields[name] = _field(name, codes)
            self.initial[name] = named[name]

    @property
    def values(self) -> list[forms.BoundField]:
        """The fields of what the register says."""
        return [self[name] for name in self._named]

    @property
    def paper_hint(self) -> str:
        """When the paper may be missing."""
        return PAPER_HINTS[self.kind]

    def amending(self) -> Amending:
        """Return what was filled in; of the values only those that were changed."""
        cleaned = self.cleaned_data
        said = {name: cleaned[name] for name in self._named if self._is_changed(name)}
        paper = Paper(cleaned["paper_no"], cleaned["paper_on"], cleaned["paper_by"])
        return Amending(self.kind, cleaned["reason"], paper, said)

    def scanned(self) -> tuple[bytes, str] | None:
        """Return content and name of the scan, if one was handed in."""
        upload = self.cleaned_data["scan"]
        return contents(upload) if upload else None

    def _is_changed(self, name: str) -> bool:
        stood, given = self.initial.get(name), self.cleaned_data[name]
        if isinstance(stood, str):
            return tidy(stood) != tidy(given)
        return bool(stood != given)


def _field(name: str, codes: Iterable[tuple[str, str]]) -> forms.Field:
    label = LABELS[name]
    if name == "year":
        return forms.IntegerField(label=label, min_value=1945, max_value=2100)
    if name == "decided_on":
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(label=label, widget=widget)
    if name == "code":
        return forms.ChoiceField(label=label, choices=list(codes))
    if name == "kind":
        kinds = [(kind.value, kind_name(kind)) for kind in Kind]
        return forms.ChoiceField(label=label, choices=[("", "Không ghi"), *kinds], required=False)
    if name == "achievement":
        area = forms.Textarea(attrs={"rows": 2})
        return forms.CharField(label=label, required=False, max_length=2000, widget=area)
    longest = {"decision_no": 60, "name_as_written": 300, "unit_as_written": 400}
    return forms.CharField(label=label, max_length=longest.get(name, 300))


def codes_of(row: RowSeen) -> list[tuple[str, str]]:
    """Return what an award, or a grade, may be corrected to; what stands there is among them."""
    if row.record_kind == "GRADE":
        codes = list(GRADES)
    else:
        codes = [code for code, line in catalogue().items() if line.is_award]
    named = {code: award_name(code, date.max) for code in codes}
    named.setdefault(row.code, row.code)
    return sorted(named.items(), key=lambda choice: choice[1])
