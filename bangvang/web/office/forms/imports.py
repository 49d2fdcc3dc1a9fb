"""Forms about imports of past awards."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from bangvang.foundation.vietnamese import DateUnreadable, read_date
from bangvang.law import find_code
from bangvang.registry.intake.award_sheets import FIELDS, Plan
from bangvang.registry.intake.mending import IDENTITY, CellShown
from bangvang.registry.intake.old_letters import NAMES as OLD_LETTERS
from bangvang.registry.selectors.body_tree import BodyChoice
from bangvang.web.office.forms.bodies import choice_of

FIRST_YEAR, LAST_YEAR = 1945, 2100
COMPLETE = {"award_from": "AWARD", "grade_from": "GRADE", "initiative_from": "INITIATIVE"}
NOT_USED = "Không dùng"


class ImportForm(forms.Form):
    """A file of past awards, and whose list it is."""

    source = forms.ChoiceField(
        label="Đơn vị lập danh sách",
        required=False,
        help_text="Dòng không ghi đơn vị sẽ thuộc đơn vị này. Cách hiểu cột được nhớ cho lần sau. "
        "Đơn vị đã kết thúc đứng cuối danh sách.",
    )
    file = forms.FileField(
        label="Tệp khen thưởng các năm trước",
        error_messages={"required": "Chọn tệp.", "empty": "Tệp này không có nội dung."},
    )

    def __init__(self, *args: object, units: Iterable[BodyChoice], **kwargs: object) -> None:
        """Take the organisations as choices, also those that made their list before they ended."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        named = [("", "Nhiều đơn vị, theo cột trong tệp"), *map(choice_of, units)]
        self.fields["source"].choices = named  # type: ignore[attr-defined]  # a ChoiceField


class VersionForm(forms.Form):
    """The version of the import that was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class LettersForm(VersionForm):
    """From which old encoding the letters are converted; empty for none."""

    encoding = forms.ChoiceField(
        choices=[("", ""), *((name, name) for name in OLD_LETTERS)], required=False
    )


class ChooseForm(VersionForm):
    """Whom a row means, or what is done with it."""

    choice = forms.CharField(max_length=60)


class UnitForm(VersionForm):
    """Which organisation a name means."""

    unit = forms.CharField(
        max_length=20, error_messages={"required": "Chọn một đơn vị rồi bấm nút."}
    )


class NewBodyForm(VersionForm):
    """Which commune a new household is of, or what a new collective is right below."""

    parent = forms.ChoiceField(
        label="Thuộc xã, phường hoặc đơn vị",
        error_messages={"required": "Chọn xã, phường hoặc đơn vị."},
    )

    def __init__(self, *args: Any, choices: Iterable[BodyChoice], **kwargs: Any) -> None:
        """Take the communes or bodies of today."""
        super().__init__(*args, **kwargs)
        named = [("", "Chọn"), *map(choice_of, choices)]
        self.fields["parent"].choices = named  # type: ignore[attr-defined]  # a choice field


class UndoForm(VersionForm):
    """Why an import is undone."""

    reason = forms.CharField(
        label="Lý do hủy", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class MendForm(VersionForm):
    """The cells of one row, named by their fields."""

    def __init__(
        self, *args: object, cells: Sequence[CellShown], places: Sequence[str], **kwargs: object
    ) -> None:
        """Add a text for every cell, labelled with where it stands."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.names = [cell.field for cell in cells]
        for cell, place in zip(cells, places, strict=True):
            is_long = cell.field in ("achievement", "matter")
            self.fields[cell.field] = forms.CharField(
                label=f"{cell.name} ({place})",
                required=False,
                max_length=4000,
                initial=cell.text,
                widget=forms.Textarea(attrs={"rows": 3}) if is_long else forms.TextInput,
                help_text="Không hiện số. Để trống thì giữ như đã đọc; gõ dấu - để bỏ."
                if cell.field == IDENTITY
                else "",
            )

    def cells(self) -> list[forms.BoundField]:
        """Return the fields of the cells."""
        return [self[name] for name in self.names]

    def texts(self) -> dict[str, str]:
        """Return what was typed, by field."""
        return {name: self.cleaned_data[name] for name in self.names}


class AcceptForm(VersionForm):
    """What comes into the register, and from which year on it is complete."""

    newcomers = forms.BooleanField(label="Ghi cả người mới vào sổ", required=False)
    award_from = forms.IntegerField(
        label="Khen thưởng: đủ từ năm",
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
    )
    grade_from = forms.IntegerField(
        label="Xếp loại hằng năm: đủ từ năm",
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
    )
    initiative_from = forms.IntegerField(
        label="Sáng kiến, đề tài: đủ từ năm",
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
    )

    def complete_from(self) -> dict[str, int]:
        """Return the years that were stated, by kind of record."""
        said = {kind: self.cleaned_data[name] for name, kind in COMPLETE.items()}
        return {kind: year for kind, year in said.items() if year is not None}


class SheetColumnsForm(VersionForm):
    """Which column of a sheet is what, and where the data begins; lists of each kind add to it."""

    known: Mapping[str, str] = {}
    """What a column may be."""
    fixed: tuple[str, ...] = ()
    """The fields that hold for every row that does not say it."""

    is_left_out = forms.BooleanField(label="Trang này không phải danh sách, bỏ qua", required=False)
    first_row = forms.IntegerField(label="Dữ liệu bắt đầu từ dòng", min_value=1)

    def __init__(
        self,
        *args: object,
        letters: Sequence[str],
        headings: Sequence[str],
        row_count: int,
        **kwargs: object,
    ) -> None:
        """Add a list of fields for every column, named `cot-0` and so on."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.letters = letters
        self.row_count = row_count
        for at, (letter, heading) in enumerate(zip(letters, headings, strict=True)):
            self.fields[f"cot-{at}"] = forms.ChoiceField(
                label=f"Cột {letter}: {heading[:60]}" if heading else f"Cột {letter}",
                choices=[("", NOT_USED), *self.known.items()],
                required=False,
            )

    def clean_first_row(self) -> int:
        """Refuse a row beyond the sheet."""
        row: int = self.cleaned_data["first_row"]
        if row > self.row_count:
            raise forms.ValidationError(f"Trang này chỉ có {self.row_count} dòng.")
        return row

    def columns(self) -> list[forms.BoundField]:
        """Return the fields of the columns."""
        return [self[f"cot-{at}"] for at in range(len(self.letters))]

    def plan(self) -> Plan:
        """Return what was said."""
        cleaned = self.cleaned_data
        places: dict[str, tuple[int, ...]] = {}
        for at in range(len(self.letters)):
            if name := cleaned[f"cot-{at}"]:
                places[name] = (*places.get(name, ()), at)
        fixed = {name: str(cleaned[name]) for name in self.fixed if cleaned[name]}
        return Plan(cleaned["first_row"] - 1, places, fixed, cleaned["is_left_out"])


class ColumnsForm(SheetColumnsForm):
    """Which column of a sheet of past awards is what, and what holds for every row."""

    known = FIELDS
    fixed = ("award", "year", "decision_no", "decided_on", "issued_by")

    award = forms.CharField(
        label="Danh hiệu, hình thức",
        required=False,
        max_length=200,
        help_text="Tên, tên viết tắt hoặc mã, như LĐTT.",
    )
    year = forms.IntegerField(
        label="Năm thành tích", required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    decision_no = forms.CharField(label="Số quyết định", required=False, max_length=60)
    decided_on = forms.CharField(
        label="Ngày quyết định", required=False, max_length=40, help_text="Như 19/04/2022."
    )
    issued_by = forms.CharField(label="Cơ quan ban hành", required=False, max_length=300)

    def clean_award(self) -> str:
        """Refuse an award that nobody knows."""
        text: str = self.cleaned_data["award"]
        if text and find_code(text) is None:
            raise forms.ValidationError(f"“{text}” không có trong danh mục.")
        return text

    def clean_decided_on(self) -> str:
        """Refuse what is no whole day."""
        text: str = self.cleaned_data["decided_on"]
        try:
            read = read_date(text)
        except DateUnreadable as refused:
            raise forms.ValidationError(str(refused)) from refused
        if read is not None and read.on is None:
            raise forms.ValidationError("Cần đủ ngày, tháng, năm.")
        return text


def columns_said(plan: Plan, version: int, known: Mapping[str, str] = FIELDS) -> dict[str, object]:
    """Return a plan as the form begins with it; `known` is what a column may be."""
    said: dict[str, object] = {
        "version": version,
        "first_row": plan.first_row + 1,
        "is_left_out": plan.is_left_out,
        **plan.fixed,
    }
    for name, places in plan.places.items():
        if name in known:
            said |= {f"cot-{at}": name for at in places}
    return said
