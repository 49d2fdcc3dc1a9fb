"""The form of a paper that says through whom some units hand in."""

from collections.abc import Sequence
from typing import Any

from django import forms

from bangvang.nominations.actions.enter_route import RouteEntered
from bangvang.nominations.families import families
from bangvang.nominations.states import RouteWay
from bangvang.registry.selectors.organisations import OrganisationName
from bangvang.web.files import contents
from bangvang.web.office.forms.consultations import SCAN_TAKES
from bangvang.web.office.forms.rounds import day

KINDS = (
    ("", "Mọi loại cơ quan, đơn vị"),
    ("SUB_UNIT", "Đơn vị trực thuộc"),
    ("DEPARTMENT", "Sở, ban, ngành"),
    ("COMMUNE", "Xã, phường"),
    ("ASSOCIATION", "Đoàn thể, hội"),
    ("ENTERPRISE", "Doanh nghiệp"),
)
WAYS = (
    (RouteWay.DIRECT.value, "Nộp thẳng cơ quan thường trực"),
    (RouteWay.TERRITORY.value, "Nộp qua cấp trên theo địa bàn"),
    (RouteWay.SECTOR.value, "Nộp qua cấp trên theo ngành"),
)


class RouteForm(forms.Form):
    """Whose lists, which way, through whom, by which paper."""

    branch_ref = forms.ChoiceField(
        label="Đơn vị áp dụng",
        required=False,
        help_text="Chọn một cơ quan thì áp dụng cho cơ quan đó và mọi đơn vị bên dưới.",
    )
    kind = forms.ChoiceField(label="Loại cơ quan, đơn vị", choices=KINDS, required=False)
    family = forms.ChoiceField(label="Loại khen thưởng", required=False)
    way = forms.ChoiceField(label="Tuyến trình", choices=WAYS, widget=forms.RadioSelect)
    through_ref = forms.ChoiceField(
        label="Cấp trên tổng hợp",
        required=False,
        help_text="Để trống thì là xã, phường (theo địa bàn) hoặc sở, ban, ngành (theo ngành) cấp "
        "trên gần nhất của từng đơn vị.",
    )
    advisory = forms.CharField(
        label="Đơn vị tham mưu của cấp trên (nếu có)",
        max_length=300,
        required=False,
        help_text="Ví dụ: Phòng Văn hóa - Xã hội.",
    )
    number = forms.CharField(label="Số, ký hiệu văn bản", max_length=60)
    issued_on = day("Ngày ban hành")
    clause = forms.CharField(label="Điều, khoản", max_length=120)
    since = day("Áp dụng cho danh sách nộp từ ngày")
    scan = forms.FileField(label="Bản quét văn bản", help_text=SCAN_TAKES)

    def __init__(self, *args: Any, bodies: Sequence[OrganisationName], **kwargs: Any) -> None:
        """Offer the bodies of today."""
        super().__init__(*args, **kwargs)
        named = [(body.ref, body.name) for body in bodies]
        of = ((one.code, one.name) for one in families().values())
        choices = {
            "branch_ref": [("", "Mọi cơ quan, đơn vị"), *named],
            "through_ref": [("", "Cấp trên gần nhất, hoặc không có"), *named],
            "family": [("", "Mọi loại khen thưởng"), *of],
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # a ChoiceField

    def route(self) -> RouteEntered:
        """Return what was filled in."""
        said = dict(self.cleaned_data)
        scan, scan_name = contents(said.pop("scan"))
        return RouteEntered(scan=scan, scan_name=scan_name, **said)
