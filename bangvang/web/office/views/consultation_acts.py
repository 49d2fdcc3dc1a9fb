"""What is done of a public list: open, give up, prolong, take a row out, close; one row waived."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.accounts.selectors import name_holding
from bangvang.appraisal.actions.close_consultation import close_consultation
from bangvang.appraisal.actions.discard_consultation import discard_consultation
from bangvang.appraisal.actions.open_public_list import open_public_list
from bangvang.appraisal.actions.prolong_consultation import prolong_consultation
from bangvang.appraisal.actions.take_out_of_consultation import take_out_of_consultation
from bangvang.appraisal.actions.waive_consultation import waive_consultation
from bangvang.appraisal.selectors.consultations import consultation_page
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.consultations import (
    PlainForm,
    ProlongForm,
    ReasonForm,
    VersionForm,
)
from bangvang.web.office.views.acting import Asking, ask_and_act
from bangvang.web.office.views.consultations import list_crumbs

POSTS = require_http_methods(["GET", "HEAD", "POST"])


def _head_name(actor: Actor) -> str:
    return name_holding(Role.OFFICE_HEAD, organisation_ref=actor.organisation_ref, on=clock.today())


@POSTS
def open_(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then open the list."""
    actor = actor_of(request)
    shown = consultation_page(actor, ref)
    back = reverse("office:consultation", args=[ref])
    form = VersionForm(request.POST or None, initial={"version": shown.version})

    def act() -> tuple[str, str]:
        open_public_list(
            ref,
            version=form.cleaned_data["version"],
            head_name=_head_name(actor),
            actor=actor,
            at=clock.now(),
        )
        return back, "Đã mở lấy ý kiến; danh sách đã hiện ở cổng thông tin."

    asking = Asking(
        "Mở lấy ý kiến Nhân dân",
        f"{shown.row.rows} trường hợp, ít nhất {shown.working_days} ngày làm việc",
        (
            "Nội dung danh sách được giữ nguyên từ lúc mở, có dấu vân tay; ai cũng đọc được.",
            "Chỉ công khai họ tên, năm sinh, chức vụ, đơn vị, thành tích và hình thức đề nghị.",
            "Mở rồi thì gia hạn được, không rút ngắn và không đóng lại được.",
        ),
        "Mở lấy ý kiến",
        back,
        tuple(list_crumbs(shown.row.number, back)),
    )
    return ask_and_act(request, form, asking, act)


@POSTS
def discard(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then give the draft up."""
    actor = actor_of(request)
    shown = consultation_page(actor, ref)
    back = reverse("office:consultation", args=[ref])

    def act() -> tuple[str, str]:
        discard_consultation(ref, actor=actor, at=clock.now())
        return reverse("office:consultations"), "Đã bỏ dự thảo."

    asking = Asking(
        "Bỏ dự thảo",
        f"{shown.row.rows} trường hợp",
        ("Các trường hợp trong dự thảo có thể đưa vào danh sách khác.",),
        "Bỏ dự thảo",
        back,
        tuple(list_crumbs(shown.row.number, back)),
    )
    return ask_and_act(request, PlainForm(request.POST), asking, act)


@POSTS
def prolong(request: HttpRequest, ref: str) -> HttpResponse:
    """Give more time."""
    actor = actor_of(request)
    shown = consultation_page(actor, ref)
    back = reverse("office:consultation", args=[ref])
    form = ProlongForm(request.POST or None, initial={"version": shown.version})

    def act() -> tuple[str, str]:
        said = form.cleaned_data
        prolong_consultation(
            ref,
            said["last_on"],
            said["reason"],
            version=said["version"],
            actor=actor,
            at=clock.now(),
        )
        return back, "Đã gia hạn."

    asking = Asking(
        "Gia hạn lấy ý kiến",
        f"Danh sách số {shown.row.number}",
        ("Ngày mới phải là ngày làm việc, muộn hơn ngày cuối hiện nay. Lý do được công khai.",),
        "Gia hạn",
        back,
        tuple(list_crumbs(shown.row.number, back)),
    )
    fields = dict.fromkeys(("NOT_LONGER", "NOT_A_WORKING_DAY", "TOO_LONG"), "last_on")
    return ask_and_act(request, form, asking, act, field_of=fields)


@POSTS
def take_out(request: HttpRequest, ref: str, order: int) -> HttpResponse:
    """Take a row off the list."""
    actor = actor_of(request)
    shown = consultation_page(actor, ref)
    row = next((one for one in shown.rows if one.order == order), None)
    if row is None:
        raise Unseen
    back = reverse("office:consultation", args=[ref])
    form = ReasonForm(request.POST or None)

    def act() -> tuple[str, str]:
        reason = form.cleaned_data["reason"]
        take_out_of_consultation(ref, order, reason, actor=actor, at=clock.now())
        return back, f"Đã rút dòng {order} khỏi danh sách."

    asking = Asking(
        "Rút khỏi danh sách lấy ý kiến",
        f"Dòng {order}: {row.name}",
        (
            "Ở cổng chỉ còn số thứ tự và ngày rút; tên và lý do không hiện.",
            "Muốn xét tiếp thì phải lấy ý kiến lại ở danh sách khác.",
        ),
        "Rút khỏi danh sách",
        back,
        tuple(list_crumbs(shown.row.number, back)),
    )
    return ask_and_act(request, form, asking, act, field_of={"NO_REASON": "reason"})


@POSTS
def close(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then close the list."""
    actor = actor_of(request)
    shown = consultation_page(actor, ref)
    back = reverse("office:consultation", args=[ref])

    def act() -> tuple[str, str]:
        close_consultation(ref, head_name=_head_name(actor), actor=actor, at=clock.now())
        return back, "Đã kết thúc; báo cáo kết quả đã lập, hồ sơ được đi tiếp."

    asking = Asking(
        "Kết thúc lấy ý kiến",
        f"Danh sách số {shown.row.number}, {shown.row.opinions} ý kiến",
        (
            "Báo cáo kết quả được lập từ số liệu đã ghi, không nêu người gửi và nội dung ý kiến.",
            "Kết thúc rồi không nhận thêm ý kiến và không mở lại được.",
        ),
        "Kết thúc lấy ý kiến",
        back,
        tuple(list_crumbs(shown.row.number, back)),
    )
    return ask_and_act(request, PlainForm(request.POST), asking, act)


@POSTS
def waive(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the head say why one row is not put to the people."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    back = reverse("office:nomination", args=[ref])
    form = ReasonForm(request.POST or None)

    def act() -> tuple[str, str]:
        waive_consultation(ref, form.cleaned_data["reason"], actor=actor, at=clock.now())
        return back, "Đã ghi; hồ sơ được đi tiếp mà không lấy ý kiến Nhân dân."

    asking = Asking(
        "Không lấy ý kiến Nhân dân",
        row.name,
        ("Văn bản quy định chưa đối chiếu nên người có trách nhiệm quyết định và ghi lý do.",),
        "Ghi lý do",
        back,
        (Link("Hồ sơ", reverse("office:nominations")), Link(row.name, back)),
    )
    return ask_and_act(request, form, asking, act, field_of={"NO_REASON": "reason"})
