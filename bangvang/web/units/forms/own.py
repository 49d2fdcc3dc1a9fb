"""Forms about a unit's own decisions and about years that are whole."""

from collections.abc import Sequence

from django import forms

from bangvang.foundation.vietnamese import DateUnreadable, ReadDate, read_date
from bangvang.registry.actions.name_own_person import NewPerson
from bangvang.registry.permissions.own import OwnPaper

Choices = Sequence[tuple[str, str]]

SCAN_HINT = "Bản quét PDF hoặc ảnh, đủ các trang kể cả phụ lục; tối đa 20 MB."
FIELD_OF = {
    "NUMBER_MISSING": "decision_no",
    "SAME_DECISION": "decision_no",
    "SIGNER_MISSING": "issued_by",
    "DECIDED_AHEAD": "decided_on",
    "DECIDED_BEFORE_YEAR": "decided_on",
    "NOT_OWN_AUTHORITY": "decided_on",
    "WRONG_GRANTOR": "grantor",
    "YEAR_NOT_OVER": "says_whole",
    "FILE_EMPTY": "scan",
    "FILE_TOO_BIG": "scan",
    "FILE_BROKEN": "scan",
    "FILE_LOCKED": "scan",
    "FILE_NOT_ACCEPTED": "scan",
}
"""Which field an objection to a confirmation speaks of."""

NEW_FIELD_OF = {"NO_NAME": "name", "NO_BIRTH": "birth", "NO_GRADE": "grade"}


class BeginForm(forms.Form):
    """Which award, or the grades, of which year."""

    code = forms.ChoiceField(label="Ghi kết quả gì", widget=forms.RadioSelect)
    kind = forms.ChoiceField(
        label="Loại hình khen thưởng",
        help_text="Chỉ dùng với Giấy khen; danh hiệu thi đua luôn theo công trạng.",
    )
    year = forms.IntegerField(
        label="Năm thành tích",
        help_text="Năm mà người được khen đạt thành tích, không phải năm ký quyết định.",
    )

    def __init__(self, *args: object, codes: Choices, kinds: Choices, **kwargs: object) -> None:
        """Take what the unit may grant by the law of today."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.fields["code"].choices = codes  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # a ChoiceField


class GradeForm(forms.Form):
    """The grade of those who are added; without grades the field is not there."""

    grade = forms.ChoiceField(label="Mức xếp loại của những người này", required=False)

    def __init__(self, *args: object, grades: Choices, **kwargs: object) -> None:
        """Take the grades, or nothing for a decision about an award."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        if grades:
            self.fields["grade"].choices = [("", "Chọn mức"), *grades]  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["grade"]

    @property
    def said(self) -> str:
        """The chosen grade, or nothing."""
        return str(self.cleaned_data.get("grade", ""))


class AnnexForm(GradeForm):
    """The annex as a spreadsheet."""

    file = forms.FileField(
        label="Phụ lục danh sách",
        error_messages={"required": "Chọn tệp phụ lục.", "empty": "Tệp này không có nội dung."},
    )

    def __init__(self, *args: object, grades: Choices, **kwargs: object) -> None:
        """Say what the grade is for here."""
        super().__init__(*args, grades=grades, **kwargs)
        if grades:
            self.fields["grade"].label = "Mức xếp loại của dòng không ghi"


class NewPersonForm(GradeForm):
    """Somebody whom the register does not know."""

    name = forms.CharField(label="Họ và tên", max_length=200)
    birth = forms.CharField(
        label="Ngày sinh", max_length=40, help_text="Ví dụ 05/8/1985; không rõ thì chỉ ghi năm."
    )
    sex = forms.ChoiceField(
        label="Giới tính", required=False, choices=[("", "Chưa rõ"), ("F", "Nữ"), ("M", "Nam")]
    )
    position = forms.CharField(label="Chức vụ, chức danh", required=False, max_length=300)
    unit = forms.ChoiceField(label="Đơn vị, bộ phận")

    def __init__(self, *args: object, grades: Choices, units: Choices, **kwargs: object) -> None:
        """Take the unit and everything below it."""
        super().__init__(*args, grades=grades, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]  # a ChoiceField
        self.order_fields(["name", "birth", "sex", "position", "unit", "grade"])
        if grades:
            self.fields["grade"].label = "Mức xếp loại"

    def clean_birth(self) -> ReadDate | None:
        """Return the birth as it was read."""
        try:
            return read_date(self.cleaned_data["birth"])
        except DateUnreadable as refused:
            raise forms.ValidationError(str(refused)) from refused

    def person(self) -> NewPerson:
        """Return what was filled in."""
        cleaned = self.cleaned_data
        return NewPerson(
            cleaned["name"], cleaned["birth"], cleaned["sex"], cleaned["position"], cleaned["unit"]
        )


class ConfirmForm(forms.Form):
    """The signed decision, and whether the year is whole with it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    decision_no = forms.CharField(
        label="Số, ký hiệu quyết định", max_length=60, help_text="Ví dụ 12/QĐ-SYT."
    )
    decided_on = forms.DateField(
        label="Ngày ký", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    grantor = forms.ChoiceField(label="Thẩm quyền của người ký", widget=forms.RadioSelect)
    issued_by = forms.CharField(
        label="Người ký", max_length=300, help_text="Ghi chức vụ như trên quyết định."
    )
    scan = forms.FileField(label="Bản quét quyết định đã ký", help_text=SCAN_HINT)
    says_whole = forms.BooleanField(required=False)

    def __init__(
        self, *args: object, grantors: Choices, whole: str, whole_help: str, **kwargs: object
    ) -> None:
        """Take who may grant it, and the words by which the year is whole; none: not asked."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        if grantors:
            self.fields["grantor"].choices = grantors  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["grantor"]
        if whole:
            self.fields["says_whole"].label = whole
            self.fields["says_whole"].help_text = whole_help
        else:
            del self.fields["says_whole"]

    def paper(self) -> OwnPaper:
        """Return what was filled in."""
        cleaned = self.cleaned_data
        return OwnPaper(
            cleaned["decision_no"],
            cleaned["decided_on"],
            cleaned.get("grantor", ""),
            cleaned["issued_by"],
        )


class WholeForm(forms.Form):
    """The head's word that a year is whole."""

    sure = forms.BooleanField(
        error_messages={"required": "Hãy đọc và đánh dấu vào ô này trước khi xác nhận."}
    )

    def __init__(self, *args: object, said: str, **kwargs: object) -> None:
        """Take the words that the head stands for."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.fields["sure"].label = said


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(
        label="Lý do", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
