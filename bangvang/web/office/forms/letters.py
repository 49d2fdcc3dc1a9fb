"""The form about a letter to a unit that was signed."""

from django import forms

from bangvang.appraisal.actions.record_letter import LetterSigning
from bangvang.web.files import contents
from bangvang.web.office.forms.rounds import day

FIELD_OF = {
    "NUMBER_TAKEN": "number",
    "IN_FUTURE": "signed_on",
    "TOO_EARLY": "signed_on",
    "NO_SIGNER": "signer_name",
}
"""Which field an objection speaks of."""


class LetterForm(forms.Form):
    """What the signed letter says."""

    number = forms.IntegerField(
        label="Số trong sổ văn bản", min_value=1, max_value=99_999, help_text="Chỉ ghi phần số."
    )
    signed_on = day("Ngày ký")
    signer_name = forms.CharField(
        label="Họ tên người ký", max_length=200, help_text="Không ghi học hàm, học vị."
    )
    scan = forms.FileField(
        label="Bản quét thông báo đã ký",
        help_text="Tệp PDF hoặc ảnh chụp đủ các trang; tối đa 20 MB.",
    )

    def signing(self) -> LetterSigning:
        """Return what was filled in."""
        said = self.cleaned_data
        scan, scan_name = contents(said["scan"])
        return LetterSigning(
            said["number"], said["signed_on"], said["signer_name"], scan, scan_name
        )
