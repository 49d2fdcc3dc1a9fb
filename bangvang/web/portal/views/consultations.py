"""Public lists: those that take opinions, closed ones with their outcome, sending an opinion."""

from datetime import date, datetime
from itertools import groupby

from axes.helpers import get_client_ip_address
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from bangvang.appraisal.selectors.public import (
    PublicConsultation,
    PublicList,
    consultation_public,
    lists_public,
    public_file,
)
from bangvang.foundation import clock
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.publishing.actions.count_view import visitor_token
from bangvang.publishing.actions.follow_opinion import follow_opinion
from bangvang.publishing.actions.send_opinion import send_opinion
from bangvang.publishing.actions.turns import TOO_MANY
from bangvang.web.components.pieces import Column, Deadline, Fact, Link, Urgency
from bangvang.web.files import kept_card
from bangvang.web.portal.opinion_forms import FollowForm, OpinionForm, new_form_secret
from bangvang.web.portal.shown import portal_page, way
from bangvang.web.respond import download

TITLE = "Lấy ý kiến Nhân dân"
SOON_DAYS = 3
NOT_FOUND = "Không có ý kiến nào mang số và mã này. Hãy xem lại biên nhận."
COLUMNS = (
    Column("Số", "index", is_number=True),
    Column("Họ tên, tên tập thể", "mid"),
    Column("Chức vụ, đơn vị"),
    Column("Thành tích"),
)
FIELD_OF = {
    "NO_WORDS": "words",
    "TOO_LONG": "words",
    "NO_SENDER": "name",
    "NO_SUCH_ROW": "about",
}


@require_safe
def consultations(request: HttpRequest) -> HttpResponse:
    """Show the lists that take opinions, and those that are over."""
    at = clock.now()
    shown = [(one, deadline(one)) for one in lists_public(at.date())]
    context = {
        "crumbs": way(Link(TITLE)),
        "open": [(one, due) for one, due in shown if one.is_taking],
        "over": [one for one, _ in shown if not one.is_taking],
    }
    return portal_page(request, "portal/consultation/list.html", context, at=at)


@require_safe
def consultation(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one list: its days, its rows, where opinions go, and the outcome."""
    at = clock.now()
    shown = consultation_public(ref, at.date())
    context = {
        "crumbs": _way(shown.seen),
        "shown": shown,
        "deadline": deadline(shown.seen),
        "facts": _facts(shown),
        "groups": [
            (name, list(rows)) for name, rows in groupby(shown.rows, key=lambda row: row.award_name)
        ],
        "columns": COLUMNS,
        "files": [
            kept_card(file, reverse("portal:consultation_file", args=[ref, file.ref]), "")
            for file in shown.document
        ],
    }
    return portal_page(request, "portal/consultation/show.html", context, at=at)


@require_safe
def file(_request: HttpRequest, ref: str, file_ref: str) -> HttpResponse:
    """Hand out the printed list."""
    kept = public_file(ref, file_ref, clock.today())
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, ref: str) -> HttpResponse:
    """Take an opinion, and show its receipt on this answer and nowhere else."""
    at = clock.now()
    shown = consultation_public(ref, at.date())
    rows = [(row.order, row.name) for row in shown.rows if row.left_on is None]
    is_posted = request.method == "POST"
    form = OpinionForm(
        *((request.POST, request.FILES) if is_posted else (None, None)),
        rows=rows,
        initial={"about": request.GET.get("so", ""), "secret": new_form_secret()},
    )
    context = {"crumbs": [*_way(shown.seen, leads=True), Link("Gửi ý kiến")], "shown": shown}
    status = 200
    if is_posted and form.is_valid():
        try:
            receipt = send_opinion(ref, form.sent(), visitor=_visitor(request, at), at=at)
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
            status = 429 if refusal.objection == TOO_MANY else 422
        else:
            told = {**context, "receipt": receipt}
            return portal_page(request, "portal/consultation/receipt.html", told, at=at)
    if form.errors and status == 200:
        status = 422
    context |= {"form": form, "deadline": deadline(shown.seen)}
    return portal_page(request, "portal/consultation/send.html", context, at=at, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Tell whoever has number and code how far an opinion is, and nothing of its sender."""
    at = clock.now()
    form = FollowForm(request.POST if request.method == "POST" else None)
    found, status = None, 200
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            found = follow_opinion(
                said["receipt_no"], said["code"], visitor=_visitor(request, at), at=at
            )
        except Unseen:
            form.add_error(None, NOT_FOUND)
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
            status = 429
    if form.errors and status == 200:
        status = 422
    crumbs = way(Link(TITLE, reverse("portal:consultations")), Link("Tra cứu ý kiến đã gửi"))
    context = {"crumbs": crumbs, "form": form, "found": found}
    return portal_page(request, "portal/consultation/follow.html", context, at=at, status=status)


def deadline(one: PublicList) -> Deadline | None:
    """Return how many working days are left, None where none is."""
    if not one.is_taking:
        return None
    urgency = Urgency.SOON if one.days_left <= SOON_DAYS else Urgency.FAR
    said = f"Còn {one.days_left} ngày làm việc" if one.days_left else "Ngày cuối"
    return Deadline(said, one.last_on, urgency, "đến hết ngày")


def _way(one: PublicList, *, leads: bool = False) -> list[Link]:
    href = reverse("portal:consultation", args=[one.ref]) if leads else ""
    return way(
        Link(TITLE, reverse("portal:consultations")), Link(f"Danh sách số {one.number}", href)
    )


def _facts(shown: PublicConsultation) -> list[Fact]:
    seen = shown.seen
    days = f"từ ngày {say_date(seen.opens_on)} đến hết ngày {say_date(seen.last_on)}"
    more = "; ".join(f"gia hạn đến {say_date(day)}: {why}" for day, why in shown.prolonged)
    facts = [
        Fact("Thời gian", days, source=more),
        Fact("Ít nhất", f"{shown.working_days:02d} ngày làm việc"),
        Fact("Số trường hợp", f"{seen.people:02d} trường hợp"),
        Fact("Nơi nhận ý kiến", shown.where_to),
        Fact("Dấu vân tay", shown.fingerprint, source="SHA-256 của danh sách lúc mở"),
    ]
    return facts if not shown.closed_on else [*facts, _outcome(shown, shown.closed_on)]


def _outcome(shown: PublicConsultation, closed_on: date) -> Fact:
    kinds = ", ".join(f"{count} {kind.lower()}" for kind, count in shown.outcome)
    said = f"{shown.opinions} ý kiến: {kinds}" if shown.opinions else "Không có ý kiến nào"
    return Fact("Kết quả", said, source=f"Kết thúc ngày {say_date(closed_on)}")


def _visitor(request: HttpRequest, at: datetime) -> str:
    return visitor_token(get_client_ip_address(request) or "", "", on=at.date())
