"""One ballot: papers, who took one, the box, the result."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.council.actions.close_ballot import close_ballot
from bangvang.council.actions.correct_papers import correct_papers
from bangvang.council.actions.open_ballot import open_ballot
from bangvang.council.actions.print_ballot_papers import print_ballot_papers
from bangvang.council.actions.start_counting import start_counting
from bangvang.council.actions.unfreeze_list import unfreeze_list
from bangvang.council.selectors.ballots import BOARD, BallotPage, ballot_page
from bangvang.council.states import COUNTED_NOW, BallotState, SessionState
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused
from bangvang.web.chamber.asked import Asked, announcing_asked, opening_asked
from bangvang.web.chamber.forms.ballots import TakersForm
from bangvang.web.chamber.forms.sessions import ReasonForm
from bangvang.web.chamber.shown import (
    ballot_chip,
    ballot_crumbs,
    ballot_figures,
    ballot_tabs,
    file_card,
)
from bangvang.web.components.pieces import Act, CaseHead, Column, Link, NotNow, Standing
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.respond import done, page

LIST_COLUMNS = (
    Column("TT", "index", is_number=True),
    Column("Người được bầu", "name"),
    Column("Chức vụ, đơn vị"),
)
RESULT_COLUMNS = (
    Column("TT", "index", is_number=True),
    Column("Người được bầu", "name"),
    Column("Đồng ý", "num", is_number=True),
    Column("Không đồng ý", "num", is_number=True),
    Column("Để trống", "num", is_number=True),
    Column("Kết quả", "mid"),
)


@require_http_methods(["GET"])
def ballot(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a ballot."""
    return _ballot_page(request, ref)


@require_POST
def print_papers(request: HttpRequest, ref: str) -> HttpResponse:
    """Print the ballot papers."""
    print_ballot_papers(ref, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã in phiếu bầu.")


@require_POST
def hand_out(request: HttpRequest, ref: str) -> HttpResponse:
    """Open the ballot with those who took a paper, or put right who did."""
    actor = actor_of(request)
    shown = ballot_page(actor, ref)
    form = TakersForm(request.POST).with_electors(shown.electors)
    if form.is_valid():
        act = open_ballot if shown.state == BallotState.PREPARED else correct_papers
        try:
            act(ref, form.cleaned_data["took"], actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error("took", refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã ghi danh sách nhận phiếu.")
    return _ballot_page(request, ref, form)


@require_http_methods(["GET", "POST"])
def open_box(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then open the ballot box."""
    if request.method == "POST":
        start_counting(ref, actor=actor_of(request), at=clock.now())
        return _back(request, ref, "Đã mở hòm phiếu; hai người kiểm phiếu nhập số đếm.")
    shown = ballot_page(actor_of(request), ref)
    return _asked(request, shown, opening_asked(shown), needs=BallotState.OPEN)


@require_http_methods(["GET", "POST"])
def unfreeze(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask why, then open the list again."""
    actor = actor_of(request)
    shown = ballot_page(actor, ref)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        unfreeze_list(ref, reason=form.cleaned_data["reason"], actor=actor, at=clock.now())
        to = reverse("council:session", args=[shown.session_ref])
        return done(request, to=to, say="Đã bỏ chốt danh sách bầu.")
    context = {
        "form": form,
        "title": "Bỏ chốt danh sách bầu",
        "lede": f"Phiếu đã in mang mã {shown.manifest_code} không dùng được nữa.",
        "act": "Bỏ chốt danh sách",
        "cancel_href": reverse("council:ballot", args=[ref]),
        "crumbs": ballot_crumbs(shown),
    }
    return page(request, "chamber/reason.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def announce(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then close the ballot: the result is out."""
    if request.method == "POST":
        close_ballot(ref, actor=actor_of(request), at=clock.now())
        return _back(request, ref, "Đã công bố kết quả bỏ phiếu.")
    shown = ballot_page(actor_of(request), ref)
    return _asked(request, shown, announcing_asked(shown), needs=BallotState.AGREED)


def _asked(
    request: HttpRequest, shown: BallotPage, asked: Asked, *, needs: BallotState
) -> HttpResponse:
    """Ask before a ballot moves on; where it cannot from its state, its page says so."""
    if shown.state != needs:
        return redirect("council:ballot", shown.ref)
    context = {
        "shown": shown,
        "asked": asked,
        "cancel_href": reverse("council:ballot", args=[shown.ref]),
        "crumbs": ballot_crumbs(shown, Link(asked.act)),
    }
    return page(request, "chamber/ballot/confirm.html", context)


def _ballot_page(request: HttpRequest, ref: str, form: TakersForm | None = None) -> HttpResponse:
    actor = actor_of(request)
    shown = ballot_page(actor, ref)
    in_session = shown.session_state == SessionState.OPEN
    context = {
        "shown": shown,
        "case": _head(shown, actor),
        "tabs": ballot_tabs(shown),
        "figures": ballot_figures(shown),
        "form": form or TakersForm().with_electors(shown.electors),
        "columns": LIST_COLUMNS,
        "result_columns": RESULT_COLUMNS,
        "may_hand_out": actor.has(*BOARD)
        and in_session
        and shown.state in (BallotState.PREPARED, BallotState.OPEN),
        "may_print": actor.has(*BOARD) and shown.state in (BallotState.PREPARED, BallotState.OPEN),
        "papers": [
            file_card(
                paper.pdf,
                reverse("council:file", args=[paper.pdf.ref]),
                f"In lúc {localtime(paper.made_at):%H:%M}, {paper.made_by}",
            )
            for paper in shown.papers
            if paper.pdf
        ],
        "crumbs": ballot_crumbs(shown),
        "events": events_shown(entries_about(("ballot", ref))),
    }
    status = 422 if form is not None else 200
    return page(request, "chamber/ballot/show.html", context, status=status)


def _head(shown: BallotPage, actor: Actor) -> CaseHead:
    return CaseHead(
        kind=f"Bỏ phiếu kín · {shown.session_title}",
        title=f"{shown.award_name} năm {shown.achievement_year}",
        unit=f"{len(shown.rows)} dòng trong danh sách bầu, mã danh sách {shown.manifest_code} "
        "(in ở chân mỗi phiếu)",
        standings=(
            Standing("Trạng thái", chip=ballot_chip(shown.state, shown.state_name)),
            Standing("Lượt đếm", str(shown.attempt) if shown.counts else "chưa đếm"),
        ),
        acts=_acts(shown, actor),
        not_now=_not_now(shown),
    )


def _acts(shown: BallotPage, actor: Actor) -> tuple[Act, ...]:
    if not actor.has(*BOARD):
        return ()

    def act(label: str, name: str, *, is_main: bool = False, is_post: bool = False) -> Act:
        return Act(label, reverse(f"council:{name}", args=[shown.ref]), is_main, is_post)

    is_teller, is_secretary = actor.has(Role.TELLER), actor.has(Role.SECRETARY)
    is_prepared = shown.state == BallotState.PREPARED
    is_open = shown.state == BallotState.OPEN
    has_result = shown.state == BallotState.CLOSED
    offered = (
        (is_open, act("Mở hòm phiếu, bắt đầu kiểm", "open_box", is_main=True)),
        (is_teller and shown.state in COUNTED_NOW, act("Nhập số đếm", "count", is_main=True)),
        (
            shown.state == BallotState.AGREED,
            act("Công bố kết quả", "announce", is_main=True),
        ),
        (
            has_result and shown.minutes is None,
            act("In biên bản kiểm phiếu", "print_counting", is_main=True, is_post=True),
        ),
        (is_teller and not is_prepared and not is_open, act("So hai lần đếm", "compare")),
        (is_teller and not is_prepared, act("Ý kiến bằng văn bản", "opinions")),
        (is_secretary and is_prepared, act("Bỏ chốt danh sách", "unfreeze_list")),
    )
    return tuple(one for is_offered, one in offered if is_offered)


def _not_now(shown: BallotPage) -> tuple[NotNow, ...]:
    if shown.mark is None:
        return (
            NotNow(
                "Chưa bỏ phiếu được",
                "Chưa có tỷ lệ phiếu phải đạt của hình thức này trong quy chế.",
            ),
        )
    if shown.state == BallotState.PREPARED and shown.session_state != SessionState.OPEN:
        return (NotNow("Chưa phát phiếu được", "Phiên họp chưa khai mạc."),)
    return ()


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("council:ballot", args=[ref]), say=say)
