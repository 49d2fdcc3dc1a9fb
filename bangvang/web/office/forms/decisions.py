"""Forms about decisions: the text of a draft, the record of a signing, the record of an answer."""

from collections.abc import Iterable
from typing import Any

from django import forms

from bangvang.decisions.actions.record_answer import AnswerGiven
from bangvang.decisions.actions.record_signing import Signing
from bangvang.decisions.permissions import LineAnswer
from bangvang.decisions.selectors.pages import LineSeen
from bangvang.decisions.states import SIGNER_POST_NAMES, SignerPost
from bangvang.web.files import contents
from bangvang.web.office.forms.rounds import day

GRANTED, REFUSED = "granted", "refused"
SCAN_HINT = "Tệp PDF hoặc ảnh chụp đủ các trang, kể cả danh sách kèm theo; tối đa 20 MB."


class ProposeForm(forms.Form):
    """Whether the head confirms who decides; asked only where the clause was not at hand."""

    authority_confirmed = forms.BooleanField(
        required=False, label="Tôi đã kiểm tra và xác nhận thẩm quyền quyết định như trên"
    )


class SeenForm(forms.Form):
    """The version of the record that the second person compared."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class TextForm(forms.Form):
    """The text parts of a draft."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(
        label="Trích yếu",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="In dưới tên loại văn bản, bắt đầu bằng “Về việc”.",
    )
    extra_grounds = forms.CharField(
        label="Căn cứ bổ sung",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mỗi dòng một căn cứ, bắt đầu bằng “Căn cứ”. Luật, nghị định, quy chế và biên "
        "bản họp đã có sẵn.",
    )


class SigningForm(forms.Form):
    """What the signed paper says."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    number = forms.IntegerField(
        label="Số trong sổ văn bản", min_value=1, max_value=99_999, help_text="Chỉ ghi phần số."
    )
    signed_on = day("Ngày ký")
    signer_name = forms.CharField(
        label="Họ tên người ký", max_length=200, help_text="Không ghi học hàm, học vị."
    )
    signer_post = forms.ChoiceField(
        label="Chức vụ người ký",
        choices=[(post.value, name) for post, name in SIGNER_POST_NAMES.items()],
        widget=forms.RadioSelect,
        initial=SignerPost.CHAIR,
    )
    scan = forms.FileField(label="Bản quét văn bản đã ký", help_text=SCAN_HINT)

    def signing(self) -> Signing:
        """Return what was filled in."""
        said = self.cleaned_data
        scan, scan_name = contents(said["scan"])
        return Signing(
            number=said["number"],
            signed_on=said["signed_on"],
            signer_name=said["signer_name"],
            signer_post=SignerPost(said["signer_post"]),
            scan=scan,
            scan_name=scan_name,
        )


class ReasonForm(forms.Form):
    """Why a record is sent back."""

    reason = forms.CharField(
        label="Lý do trả lại",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Nêu chỗ sai để người ghi sửa: số, ngày, người ký, trang còn thiếu.",
    )


class AnswerForm(forms.Form):
    """What the higher authority decided, with one choice and one reason for each line."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    number = forms.CharField(
        label="Số, ký hiệu văn bản", max_length=60, help_text="Ghi đủ, ví dụ 551/QĐ-TTg."
    )
    decided_on = day("Ngày ký văn bản")
    issuer = forms.CharField(label="Người ban hành", max_length=300)
    title = forms.CharField(label="Trích yếu", max_length=500)
    scan = forms.FileField(label="Bản quét văn bản", help_text=SCAN_HINT)

    def __init__(self, *args: Any, lines: Iterable[LineSeen], **kwargs: Any) -> None:
        """Add two fields for each line that was submitted."""
        super().__init__(*args, **kwargs)
        self.orders = []
        for line in lines:
            self.orders.append(line.order)
            self.fields[f"outcome_{line.order}"] = forms.ChoiceField(
                label=f"{line.order}. {line.name}, {line.unit_name}",
                choices=[(GRANTED, "Được khen thưởng"), (REFUSED, "Không được khen thưởng")],
                widget=forms.RadioSelect,
            )
            self.fields[f"reason_{line.order}"] = forms.CharField(
                label=f"Lý do, nếu {line.name} không được khen thưởng",
                required=False,
                max_length=1000,
            )

    def line_fields(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the two fields of each line, for the page."""
        return [(self[f"outcome_{order}"], self[f"reason_{order}"]) for order in self.orders]

    def given(self) -> AnswerGiven:
        """Return what was filled in."""
        said = self.cleaned_data
        scan, scan_name = contents(said["scan"])
        return AnswerGiven(
            number=said["number"],
            decided_on=said["decided_on"],
            issuer=said["issuer"],
            title=said["title"],
            scan=scan,
            scan_name=scan_name,
            outcomes=[
                LineAnswer(
                    order,
                    is_granted=said[f"outcome_{order}"] == GRANTED,
                    reason=said[f"reason_{order}"],
                )
                for order in self.orders
            ],
        )
