"""Rows that two officers read independently: the option, each reading, the differences."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.appraisal.actions.ask_two_readings import ask_two_readings
from bangvang.appraisal.actions.end_two_readings import end_two_readings
from bangvang.appraisal.actions.give_reading import give_reading
from bangvang.appraisal.actions.read_anew import read_anew
from bangvang.appraisal.permissions.charges import Officer
from bangvang.appraisal.selectors.readings import awards_read_twice, differences_for
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused
from bangvang.law import catalogue_on
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.nominations import award_called
from bangvang.web.office.forms.consultations import ReasonForm
from bangvang.web.office.forms.readings import FIELD_OF, ReadingForm, TwoReadingsForm
from bangvang.web.office.officers import officers_on
from bangvang.web.office.queues import PARAMETER, in_queue, queue_address
from bangvang.web.office.views.acting import Asking, ask_and_act
from bangvang.web.respond import done, page

TITLE = "Hai ý kiến độc lập"
DIFFERENCE_COLUMNS = (Column("Ai", "name"), Column("Ý kiến thứ nhất"), Column("Ý kiến thứ hai"))
OFFICER_COLUMNS = (
    Column("Người thẩm định", "name"),
    Column("Ý kiến", "num", is_number=True),
    Column("Không đề nghị", "num", is_number=True),
    Column("Khác người kia", "num", is_number=True),
)


@require_http_methods(["GET"])
def readings(request: HttpRequest) -> HttpResponse:
    """Show for which awards two read, and where the two differ."""
    return _show(request, None)


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Let two read an award from a day on."""
    form = _form(request)
    if form.is_valid():
        said = form.cleaned_data
        try:
            ask_two_readings(
                said["award_code"], since=said["since"], actor=actor_of(request), at=clock.now()
            )
        except Refused as refusal:
            field = FIELD_OF.get(refusal.objection.code)
            form.add_error(field if field in form.fields else None, refusal.objection.sentence)
        else:
            return done(
                request, to=reverse("office:two_readings"), say="Đã bật hai ý kiến độc lập."
            )
    return _show(request, form, status=422)


@require_POST
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """Let one appraisal be enough for what is received from today on."""
    end_two_readings(ref, until=clock.today(), actor=actor_of(request), at=clock.now())
    return done(request, to=reverse("office:two_readings"), say="Đã thôi áp dụng từ hôm nay.")


@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask what the officer thinks of a row, and keep it."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    mine = [one for one in officers_on(clock.today()) if one.ref == actor.account_ref]
    officer = mine[0] if mine else Officer(actor)
    form = ReadingForm(request.POST or None)
    scope = request.GET.get(PARAMETER, "")
    back = in_queue(reverse("office:nomination", args=[ref]), scope)

    def act() -> tuple[str, str]:
        said = form.cleaned_data
        give_reading(ref, said["verdict"], said["reason"], officer=officer, at=clock.now())
        return queue_address(scope, after=ref) if scope else back, "Đã ghi ý kiến độc lập của bạn."

    asking = Asking(
        "Ghi ý kiến thẩm định độc lập",
        f"{row.name}, {award_called(row, clock.today())}",
        (
            "Người kia không đọc được ý kiến này, cũng không biết bạn đã ghi, cho đến khi đủ hai.",
            "Ghi rồi thì không sửa được; Trưởng phòng mở lại được khi đã đủ hai ý kiến.",
        ),
        "Ghi ý kiến",
        back,
        (Link(row.name, back),),
    )
    return ask_and_act(request, form, asking, act, field_of=FIELD_OF)


@require_http_methods(["GET", "POST"])
def anew(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask why, and let two officers read the row anew."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    form = ReasonForm(request.POST or None)
    back = reverse("office:nomination", args=[ref])

    def act() -> tuple[str, str]:
        read_anew(ref, form.cleaned_data["reason"], actor=actor, at=clock.now())
        return back, "Đã mở lại: cần hai ý kiến mới."

    asking = Asking(
        "Mở lại hai ý kiến độc lập",
        f"{row.name}, {award_called(row, clock.today())}",
        ("Hai ý kiến đã ghi hết hiệu lực, được giữ lại; hồ sơ vẫn ở trạng thái đang thẩm định.",),
        "Mở lại",
        back,
        (Link(row.name, back),),
    )
    return ask_and_act(request, form, asking, act, field_of=FIELD_OF)


def _form(request: HttpRequest | None) -> TwoReadingsForm:
    today = clock.today()
    awards = [(line.award.code, line.name) for line in catalogue_on(today) if line.has_rule]
    data = request.POST if request else None
    return TwoReadingsForm(data, awards=awards, initial={"since": today})


def _show(request: HttpRequest, form: TwoReadingsForm | None, *, status: int = 200) -> HttpResponse:
    actor, today = actor_of(request), clock.today()
    may_change = actor.has(Role.OFFICE_HEAD)
    context = {
        "asked": awards_read_twice(actor, on=today),
        "may_change": may_change,
        "form": (form or _form(None)) if may_change else None,
        "differences": differences_for(actor),
        "difference_columns": DIFFERENCE_COLUMNS,
        "officer_columns": OFFICER_COLUMNS,
        "crumbs": [Link("Danh sách tiếp nhận", reverse("office:batches")), Link(TITLE)],
    }
    return page(request, "office/reading/list.html", context, status=status)
