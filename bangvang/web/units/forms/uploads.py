"""Forms about uploads."""

from django import forms


class UploadForm(forms.Form):
    """A spreadsheet, for which round, and which award where the list names none."""

    round = forms.ChoiceField(label="Đợt xét", error_messages={"required": "Chọn đợt xét."})
    award = forms.ChoiceField(
        label="Danh hiệu, hình thức của dòng không ghi",
        required=False,
        help_text="Dòng có ghi danh hiệu, hình thức thì theo dòng đó.",
    )
    file = forms.FileField(
        label="Tệp danh sách",
        help_text="Bảng tính hoặc Word .docx có bảng danh sách, tối đa 20 MB.",
        error_messages={"required": "Chọn tệp danh sách.", "empty": "Tệp này không có nội dung."},
    )

    def __init__(
        self,
        *args: object,
        rounds: list[tuple[str, str]],
        awards: list[tuple[str, str]],
        **kwargs: object,
    ) -> None:
        """Take the open rounds and the awards of the day as choices."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.fields["round"].choices = rounds  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["award"].choices = [("", "Theo cột trong tệp"), *awards]  # type: ignore[attr-defined]  # a ChoiceField


class ChoiceForm(forms.Form):
    """Which person a row means."""

    nguoi = forms.CharField(max_length=20)


class SaveForm(forms.Form):
    """Saving, perhaps without the rows that cannot be saved."""

    leave_out_bad = forms.BooleanField(label="Bỏ các dòng chưa lưu được", required=False)
