"""The form of a submission letter."""

from django import forms

from bangvang.nominations.actions.write_letter import LONGEST_LETTER
from bangvang.nominations.selectors.submission_letters import WRITTEN, LetterText
from bangvang.web.units.forms.batches import VersionForm


def _lines(
    name: str, label: str, rows: int, hint: str, *, required: bool = True
) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST_LETTER[name],
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=hint,
    )


def _line(name: str, label: str, hint: str, *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=LONGEST_LETTER[name], help_text=hint
    )


class LetterForm(VersionForm):
    """What the unit writes; the fields are those of `LetterText`, in the order of the paper."""

    superior = _line(
        "superior",
        "Cơ quan chủ quản",
        "In trên tên đơn vị, ví dụ: Ủy ban nhân dân tỉnh Lào Cai. Không có thì để trống.",
        required=False,
    )
    symbol = _line("symbol", "Ký hiệu", "In sau số, ví dụ: TTr-UBND, TTr-SYT.")
    place = _line("place", "Địa danh", "In trước ngày, tháng, năm.")
    addressed_to = _lines("addressed_to", "Kính gửi", 2, "Mỗi dòng một nơi.")
    own_grounds = _lines(
        "own_grounds",
        "Căn cứ riêng của đơn vị",
        3,
        "Mỗi dòng một căn cứ, bắt đầu bằng “Căn cứ”. Luật, nghị định, thông tư đã có sẵn.",
        required=False,
    )
    words = _lines(
        "words",
        "Nội dung",
        6,
        "Mỗi dòng một đoạn. Số lượng đề nghị của từng danh hiệu, hình thức và câu kính trình tự "
        "lấy từ danh sách, in ngay sau phần này.",
    )
    recipients = _lines("recipients", "Nơi nhận", 3, "Mỗi dòng một nơi, dòng cuối là nơi lưu.")
    posts = _lines(
        "posts", "Quyền hạn, chức vụ người ký", 2, "Mỗi dòng một dòng in, ví dụ: KT. Giám đốc."
    )
    signer_name = _line(
        "signer_name",
        "Họ tên người ký",
        "Không ghi học hàm, học vị; ký tay thì để trống được.",
        required=False,
    )

    def text(self) -> LetterText:
        """Return what was written."""
        return LetterText(**{name: self.cleaned_data[name] for name in WRITTEN})
