"""Every component in every state, from invented data: a change of the look is checked here."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bangvang.web.components import pieces
from bangvang.web.components.example_findings import FOR_PRIME_MINISTER, NOWHERE
from bangvang.web.components.examples import answers, case, lists, portal
from bangvang.web.components.pieces import Kind, Link


class ExampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="Họ và tên", help_text="Viết có dấu, như trong giấy tờ.")
    born_on = forms.DateField(label="Ngày sinh", widget=forms.DateInput(attrs={"type": "date"}))
    votes = forms.IntegerField(label="Số phiếu đồng ý")
    title = forms.ChoiceField(
        label="Đề nghị",
        choices=[("CSTDT", "Chiến sĩ thi đua tỉnh"), ("BKTTg", FOR_PRIME_MINISTER)],
    )
    reason = forms.CharField(label="Tóm tắt thành tích", widget=forms.Textarea)
    route = forms.ChoiceField(
        label="Loại khen thưởng",
        widget=forms.RadioSelect,
        choices=[("CT", "Công trạng"), ("DX", "Đột xuất"), ("CD", "Chuyên đề")],
        help_text="Chọn một.",
    )
    agrees = forms.BooleanField(label="Tôi đã đối chiếu với bản giấy")
    letter = forms.FileField(label="Tờ trình", help_text="Bản đã ký, đóng dấu.")


def gallery(request: HttpRequest) -> HttpResponse:
    """Show the gallery; reads nothing but what stands here."""
    return render(request, "components/gallery.html", examples())


def examples() -> dict[str, object]:
    """Return what every component of the gallery is given."""
    return {
        "crumbs": [Link("Danh sách đề nghị", NOWHERE), Link("Bảng mẫu các thành phần")],
        **answers(),
        **case(),
        **lists(),
        **_forms(),
        **portal(),
    }


def _forms() -> dict[str, object]:
    return {
        "form": ExampleForm(auto_id="mau_%s"),
        "wrong_form": ExampleForm({"name": "", "votes": "mười"}, auto_id="sai_%s"),
        "filters": [
            pieces.Filter("q", "Tên người, tên tập thể hoặc số quyết định", is_wide=True),
            pieces.Filter(
                "nam",
                "Năm quyết định",
                "2025",
                (pieces.Choice("", "Tất cả"), pieces.Choice("2025", "2025")),
            ),
        ],
        "chosen": [Link("Từ năm 2018", NOWHERE), Link("Huyện Bảo Yên", NOWHERE)],
        "consequences": [
            "12 hồ sơ được chuyển về Sở Y tế tỉnh Lào Cai, kèm lý do bạn đã ghi.",
            "Đơn vị được báo ngay và có 5 ngày làm việc để bổ sung.",
        ],
        "files": [
            pieces.FileCard(
                "to-trinh-96-ttr-syt.pdf",
                "PDF",
                319_488,
                "9f3c21ab77d0e1",
                NOWHERE,
                "Lê Thị Chè Xanh tải lên 08/09/2026",
                pieces.Answer(Kind.MET, "Đã quét, không có mã độc"),
            ),
            pieces.FileCard(
                "bien-ban-binh-xet-cua-trung-tam-cham-soc-suc-khoe-sinh-san-khu-vuc-bat-xat.docx",
                "Word",
                1_258_291,
                "44e0b7d8aa",
            ),
        ],
    }
