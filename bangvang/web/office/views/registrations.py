"""What units register for a year: where each is, one of them, what was reached at the end."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Unseen
from bangvang.foundation.sheets import Value
from bangvang.foundation.sheets.writing import OutgoingSheet, write_workbook
from bangvang.law import award_name
from bangvang.nominations.actions.move_registration_day import move_registration_day
from bangvang.nominations.actions.open_registration_year import open_registration_year
from bangvang.nominations.selectors.reached import (
    OUTCOME_NAMES,
    Outcome,
    Reached,
    registered_and_reached,
)
from bangvang.nominations.selectors.registrations import (
    UnitStatus,
    consolidated,
    day_of,
    registration_seen,
    registration_years,
    year_seen,
)
from bangvang.nominations.states import REGISTRATION_STATE_NAMES, RegistrationState
from bangvang.web.components.pieces import Answer, Choice, Column, Filter, Kind, Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.forms.registrations import FIELD_OF, DayForm, YearForm
from bangvang.web.office.views.acting import Asking, ask_and_act
from bangvang.web.registrations import (
    ONLY_SHOWN,
    TITLE_COLUMNS,
    answer_form,
    answered,
    state_chip,
)
from bangvang.web.respond import MEDIA_TYPES, done, download, page

TITLE = "Đăng ký thi đua"
YEAR_COLUMNS = (Column("Năm", "name"), Column("Hạn nộp", "date"))
UNIT_COLUMNS = (Column("Đơn vị", "name"), Column("Danh hiệu đăng ký", "mid"), Column("Trạng thái"))
REACHED_COLUMNS = (
    Column("Họ và tên, tập thể", "name"),
    Column("Danh hiệu", "mid"),
    Column("Kết quả"),
    Column("Căn cứ, lý do", "mid"),
)
OUTCOME_KINDS = {
    Outcome.REACHED: Kind.MET,
    Outcome.NOT_NOMINATED: Kind.NOTE,
    Outcome.REFUSED: Kind.NOT_MET,
    Outcome.WITHDRAWN: Kind.NOTE,
    Outcome.UNDECIDED: Kind.CLOCK,
}


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """Show the years."""
    actor = actor_of(request)
    context = {
        "title": TITLE,
        "crumbs": [Link(TITLE)],
        "rows": registration_years(actor),
        "columns": YEAR_COLUMNS,
        "may_open": actor.has(Role.OFFICE_HEAD),
    }
    return page(request, "office/registration/years.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def open_year(request: HttpRequest) -> HttpResponse:
    """Open a year."""
    form = YearForm(request.POST or None, initial={"year": clock.today().year})

    def act() -> tuple[str, str]:
        ref = open_registration_year(**form.cleaned_data, actor=actor_of(request), at=clock.now())
        return _href(ref), "Đã mở đăng ký thi đua."

    hints = ("Các đơn vị thấy năm này ngay khi mở; quá hạn thì không nộp mới được.",)
    back = reverse("office:registrations")
    asking = Asking("Mở đăng ký thi đua", "", hints, "Mở đăng ký", back, (Link(TITLE, back),))
    return ask_and_act(request, form, asking, act, field_of=FIELD_OF)


@require_http_methods(["GET", "HEAD", "POST"])
def move_day(request: HttpRequest, ref: str) -> HttpResponse:
    """Say another last day."""
    actor = actor_of(request)
    seen = year_seen(actor, ref)
    initial = {"version": seen.version, "submit_by": seen.submit_by}
    form = DayForm(request.POST or None, initial=initial)

    def act() -> tuple[str, str]:
        move_registration_day(ref, **form.cleaned_data, actor=actor, at=clock.now())
        return _href(ref), "Đã đổi hạn nộp."

    crumbs = (Link(TITLE, reverse("office:registrations")), Link(str(seen.year), _href(ref)))
    said = f"Đăng ký thi đua năm {seen.year}, đang nhận đến {seen.submit_by:%d/%m/%Y}"
    asking = Asking("Đổi hạn nộp", said, (), "Đổi hạn", _href(ref), crumbs)
    return ask_and_act(request, form, asking, act, field_of=FIELD_OF)


@require_safe
def year(request: HttpRequest, ref: str) -> HttpResponse:
    """Show every unit and where it is; the filter stays in the address."""
    actor = actor_of(request)
    seen = year_seen(actor, ref)
    units = consolidated(actor, ref, on=clock.today())
    wanted = request.GET.get("trang-thai", "")
    shown = [one for one in units if not wanted or one.state == wanted]
    total: Counter[str] = Counter()
    for one in units:
        total.update(one.counts)
    context = {
        "title": f"{TITLE} năm {seen.year}",
        "crumbs": [Link(TITLE, reverse("office:registrations")), Link(f"Năm {seen.year}")],
        "year": seen,
        "rows": [(one, _counts(one.counts, seen.year), _chip(one)) for one in shown],
        "columns": UNIT_COLUMNS,
        "states": _states(units),
        "total": _counts(total, seen.year),
        "filters": [
            Filter(
                "trang-thai",
                "Trạng thái",
                wanted,
                (
                    Choice("", "Mọi trạng thái"),
                    *(Choice(s.value, name) for s, name in REGISTRATION_STATE_NAMES.items()),
                ),
            )
        ],
        "may_move": actor.has(Role.OFFICE_HEAD),
        "only_shown": ONLY_SHOWN,
    }
    return page(request, "office/registration/year.html", context)


@require_safe
def reached(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what was registered and approved beside what was reached."""
    actor = actor_of(request)
    seen = year_seen(actor, ref)
    found = registered_and_reached(actor, ref)
    wanted = request.GET.get("ket-qua", "")
    shown = [one for one in found if not wanted or one.outcome == wanted]
    counts = Counter(one.outcome for one in found)
    context = {
        "title": f"Đăng ký và kết quả năm {seen.year}",
        "crumbs": [
            Link(TITLE, reverse("office:registrations")),
            Link(f"Năm {seen.year}", _href(ref)),
            Link("Kết quả"),
        ],
        "year": seen,
        "rows": [(one, Answer(OUTCOME_KINDS[one.outcome], _said(one))) for one in shown],
        "counts": [(OUTCOME_NAMES[one], counts[one]) for one in Outcome if counts[one]],
        "columns": REACHED_COLUMNS,
        "filters": [
            Filter(
                "ket-qua",
                "Kết quả",
                wanted,
                (
                    Choice("", "Mọi kết quả"),
                    *(Choice(one.value, name) for one, name in OUTCOME_NAMES.items()),
                ),
            )
        ],
    }
    return page(request, "office/registration/reached.html", context)


@require_safe
def export(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out a workbook: where each unit is, and every approved title with its outcome."""
    actor = actor_of(request)
    seen = year_seen(actor, ref)
    units = consolidated(actor, ref, on=clock.today())
    codes = sorted({code for one in units for code in one.counts})
    names = [award_name(code, day_of(seen.year)) for code in codes]
    status: list[Sequence[Value]] = [
        (one.unit_name, one.state_name, *(one.counts.get(code, 0) for code in codes))
        for one in units
    ]
    titles = [
        (one.unit_name, one.title.name, one.title.award_name, _said(one), one.why)
        for one in registered_and_reached(actor, ref)
    ]
    data = write_workbook(
        [
            OutgoingSheet("Tổng hợp", ("Đơn vị", "Trạng thái", *names), status, (50, 16)),
            OutgoingSheet(
                "Danh hiệu",
                ("Đơn vị", "Họ và tên, tập thể", "Danh hiệu", "Kết quả", "Căn cứ, lý do"),
                titles,
                (40, 30, 30, 22, 50),
            ),
        ]
    )
    name = f"dang-ky-thi-dua-{seen.year}.xlsx"
    return download(data, name=name, media_type=MEDIA_TYPES["xlsx"])


@require_safe
def registration(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what one unit registers."""
    return _registration(request, ref)


@require_POST
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Approve it, or return it with a reason."""
    return _registration(request, ref, is_answer=True)


def _registration(request: HttpRequest, ref: str, *, is_answer: bool = False) -> HttpResponse:
    actor = actor_of(request)
    seen = registration_seen(actor, ref)
    if seen.state is RegistrationState.DRAFT:
        raise Unseen
    form = answer_form(request.POST if is_answer else None, seen)
    back = _href(seen.year.ref)
    if is_answer and form is not None and form.is_valid() and (say := answered(form, ref, actor)):
        return done(request, to=back, say=say)
    context = {
        "title": f"{TITLE} năm {seen.year.year}: {seen.unit_name}",
        "crumbs": [
            Link(TITLE, reverse("office:registrations")),
            Link(f"Năm {seen.year.year}", back),
            Link(seen.unit_name),
        ],
        "seen": seen,
        "chip": state_chip(seen.state, seen.state_name),
        "columns": TITLE_COLUMNS[:2],
        "form": form,
        "action": reverse("office:answer_registration", args=[ref]),
        "events": events_shown(entries_about(("registration", ref))),
    }
    status = 422 if form and form.errors else 200
    return page(request, "registration/answer.html", context, status=status)


def _said(one: Reached) -> str:
    return OUTCOME_NAMES[one.outcome]


def _chip(one: UnitStatus) -> Answer:
    return state_chip(one.state, one.state_name)


def _states(units: list[UnitStatus]) -> list[tuple[str, int]]:
    counts = Counter(one.state for one in units)
    return [(name, counts[state]) for state, name in REGISTRATION_STATE_NAMES.items()]


def _counts(counts: Mapping[str, int], year: int) -> list[tuple[str, int]]:
    on = day_of(year)
    return [(award_name(code, on), count) for code, count in sorted(counts.items())]


def _href(ref: str) -> str:
    return reverse("office:registration_year", args=[ref])
