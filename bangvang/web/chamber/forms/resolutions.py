"""The form about a resolution of the council on a pass mark."""

import re

from django import forms

from bangvang.council.actions.enter_resolution import ResolutionEntered
from bangvang.council.selectors.resolutions import resolution_kinds
from bangvang.law import Share
from bangvang.web.files import contents

PERCENT = re.compile(r"(\d{1,4})\s*%")
FRACTION = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")
AT_LEAST = "AT_LEAST"
MORE_THAN = "MORE_THAN"


def _day(label: str, hint: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, help_text=hint)


class ResolutionForm(forms.Form):
    """Which paper of the council sets which share for which award, and its signed scan."""

    kind = forms.ChoiceField(
        label="Loại văn bản", choices=resolution_kinds, widget=forms.RadioSelect
    )
    number = forms.CharField(label="Số, ký hiệu", max_length=60)
    issued_on = _day("Ngày ban hành")
    award_code = forms.ChoiceField(label="Danh hiệu, hình thức khen thưởng")
    share = forms.CharField(
        label="Tỷ lệ trên tổng số thành viên Hội đồng",
        max_length=20,
        help_text="Ghi phần trăm hoặc phân số, ví dụ 80% hoặc 2/3.",
    )
    reached = forms.ChoiceField(
        label="Số đồng ý phải đạt",
        choices=[(AT_LEAST, "từ tỷ lệ này trở lên"), (MORE_THAN, "trên tỷ lệ này")],
        widget=forms.RadioSelect,
    )
    clause = forms.CharField(
        label="Điều, khoản, điểm hoặc mục nêu tỷ lệ",
        max_length=120,
        help_text="Ghi như khi viện dẫn, ví dụ khoản 2 Mục I; biên bản viện dẫn đúng lời này.",
    )
    since = _day(
        "Áp dụng từ ngày",
        "Đến khi có nghị quyết sau của cùng hình thức, hoặc khi quy chế hiện hành hết hiệu lực.",
    )
    file = forms.FileField(
        label="Bản quét đã ký",
        help_text="Tệp PDF, tối đa 20 MB.",
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )

    def with_awards(self, awards: list[tuple[str, str]]) -> "ResolutionForm":
        """Offer these awards and return the form."""
        field = self.fields["award_code"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared above
        field.choices = [("", "– chọn –"), *awards]
        return self

    def clean_share(self) -> tuple[int, int]:
        """Take a percentage or a fraction of whole numbers; how large it is, is not judged here."""
        typed: str = self.cleaned_data["share"].strip()
        if found := PERCENT.fullmatch(typed):
            return int(found[1]), 100
        if found := FRACTION.fullmatch(typed):
            return int(found[1]), int(found[2])
        raise forms.ValidationError(
            "Ghi phần trăm là số nguyên (80%) hoặc phân số (2/3); tỷ lệ lẻ thì ghi thành phân số."
        )

    @property
    def entered(self) -> ResolutionEntered:
        """What was typed, as the action takes it."""
        typed = self.cleaned_data
        scan, scan_name = contents(typed["file"])
        num, den = typed["share"]
        return ResolutionEntered(
            kind=typed["kind"],
            number=typed["number"],
            issued_on=typed["issued_on"],
            award_code=typed["award_code"],
            share=Share(num, den, more_than=typed["reached"] == MORE_THAN),
            clause=typed["clause"],
            since=typed["since"],
            scan=scan,
            scan_name=scan_name,
        )
