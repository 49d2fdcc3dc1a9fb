"""Lists at the office: take up, read, release to the agenda."""

from itertools import starmap

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.appraisal.actions.release import release
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.permissions import objection_to_releasing
from bangvang.appraisal.selectors.agency_opinions import requests_for
from bangvang.appraisal.selectors.barred import barred_among, barred_appraised
from bangvang.appraisal.selectors.bulk import bulk_acts_of
from bangvang.appraisal.selectors.findings import AnswerKept, answers_kept
from bangvang.appraisal.states import BulkWork
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.permissions import LATE_NOT_ACCEPTED
from bangvang.nominations.selectors.batches import BatchPage, BatchRow, batch_page
from bangvang.nominations.selectors.many import (
    BriefRow,
    at_the_office,
    batches_page,
    brief_rows,
)
from bangvang.nominations.selectors.paper_files import paper_file_for
from bangvang.nominations.selectors.papers import PaperSeen
from bangvang.nominations.selectors.rounds import rounds
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Choice,
    Column,
    FileCard,
    Filter,
    Kind,
    NotNow,
    Standing,
)
from bangvang.web.deadlines import deadline_shown
from bangvang.web.door import actor_of
from bangvang.web.files import paper_card
from bangvang.web.findings import answer_shown
from bangvang.web.histories import events_shown
from bangvang.web.lists import page_number, pager_of
from bangvang.web.nominations import award_called, state_chip
from bangvang.web.office.agency_opinions_shown import request_chip, request_deadline
from bangvang.web.office.bars_noticed import bars_noticed, may_be_stopped
from bangvang.web.office.forms.bulk import COMPARE
from bangvang.web.office.limits import Limit, limits_of
from bangvang.web.office.narrowing import narrowed
from bangvang.web.office.officers import following_of, following_said
from bangvang.web.office.queues import queue_address
from bangvang.web.office.shown import OFFICE_ROLES
from bangvang.web.respond import done, download, page
from bangvang.web.shares import COLUMNS as SHARE_COLUMNS
from bangvang.web.shares import shares_of_received

A_PAGE = 50
LIST_COLUMNS = (
    Column("Đơn vị trình", "name"),
    Column("Số tiếp nhận", "mid"),
    Column("Người", is_number=True),
    Column("Đang ở"),
    Column("Hạn bỏ phiếu của đợt"),
)
ROW_COLUMNS = (
    Column("Dòng", "index", is_number=True),
    Column("Cá nhân, tập thể", "name"),
    Column("Đề nghị", "mid"),
    Column("Kết quả đối chiếu, trạng thái"),
)


REQUEST_COLUMNS = (
    Column("Cơ quan", "name"),
    Column("Trạng thái", "mid"),
    Column("Hạn trả lời"),
    Column("Dòng", is_number=True),
)
TICK_COLUMN = Column("Chọn", "index", is_number=True, is_unseen=True)


@require_http_methods(["GET"])
def batches(request: HttpRequest) -> HttpResponse:
    """Show the lists that were handed in, those of one round if it is asked for."""
    actor, number = actor_of(request), page_number(request)
    titles = {row.ref: row.title for row in rounds()}
    wanted = request.GET.get("dot", "")
    wanted = wanted if wanted in titles else ""
    found, count = batches_page(actor, number=number, size=A_PAGE, round_ref=wanted or None)
    follows = following_of(found, clock.today())
    choices = (Choice("", "Mọi đợt xét"), *starmap(Choice, titles.items()))
    query = {"dot": wanted} if wanted else {}
    context = {
        "batches": [(row, following_said(follows.get(row.ref, ()))) for row in found],
        "count": count,
        "filters": [Filter("dot", "Đợt xét", wanted, choices)],
        "pager": pager_of(number, count, A_PAGE, query=query, what="Danh sách"),
        "columns": LIST_COLUMNS,
        "may_secret": actor.has(Role.OFFICE_HEAD, Role.INSPECTOR),
    }
    return page(request, "office/batch/list.html", context)


@require_http_methods(["GET"])
def batch(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one list with its papers, its rows and the findings."""
    actor = actor_of(request)
    shown = batch_page(actor, ref)
    here = narrowed(request, actor, ref)
    whole = brief_rows(actor, batch_ref=ref)
    found = answers_kept(refs=[row.ref for row in here.rows])
    today = clock.today()
    limit = limits_of(at_the_office(actor, batch_ref=ref)).get(ref)
    may_choose = actor.has(*OFFICE_ROLES)
    context = {
        "batch": shown,
        "case": _head(shown, actor, limit, _noticed(whole, actor)),
        "columns": (TICK_COLUMN, *ROW_COLUMNS[1:]) if may_choose else ROW_COLUMNS,
        "here": here,
        "rows": [
            (row, award_called(row, today), *_said(found.get(row.ref)), state_chip(row))
            for row in here.rows
        ],
        "may_choose": may_choose,
        "works": _works(actor) if may_choose else (),
        "bulk_acts": bulk_acts_of(actor, ref),
        "requests": [
            (one, request_chip(one, today), request_deadline(one, today))
            for one in requests_for(actor, batch_ref=ref)
        ],
        "request_columns": REQUEST_COLUMNS,
        "shares": shares_of_received(whole, today=today),
        "share_columns": SHARE_COLUMNS,
        "asked": [(asked, [_card(paper) for paper in asked.papers]) for asked in shown.asked],
        "others": [_card(paper) for paper in shown.other_papers],
        "events": events_shown(entries_about(("batch", ref))),
    }
    return page(request, "office/batch/show.html", context)


@require_POST
def take(request: HttpRequest, ref: str) -> HttpResponse:
    """Take the list up and check every waiting row."""
    count = take_up(ref, actor=actor_of(request), at=clock.now())
    return _back(request, ref, f"Đã tiếp nhận và đối chiếu {count} dòng với luật.")


@require_POST
def send_on(request: HttpRequest, ref: str) -> HttpResponse:
    """Release the appraised rows to the agenda."""
    count = release(ref, actor=actor_of(request), at=clock.now())
    return _back(request, ref, f"Đã đưa {count} dòng vào danh sách trình Hội đồng.")


@require_http_methods(["GET"])
def paper(request: HttpRequest, paper_ref: str) -> HttpResponse:
    """Hand out a paper of a list that was handed in."""
    file_ref, name = paper_file_for(actor_of(request), paper_ref)
    return download(read(file_ref), name=name, media_type="application/octet-stream")


def _card(paper: PaperSeen) -> FileCard:
    return paper_card(paper, reverse("office:paper", args=[paper.ref]))


def _works(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Return what may be done to the rows that are ticked; only the head hands them over."""
    works = (
        (BulkWork.ACCEPT.value, "Chấp nhận"),
        (BulkWork.RETURN.value, "Trả lại với một lý do"),
        (BulkWork.HAND_OVER.value, "Chuyển người thẩm định"),
        (COMPARE, "So sánh"),
    )
    is_head = actor.has(Role.OFFICE_HEAD)
    return tuple(one for one in works if is_head or one[0] != BulkWork.HAND_OVER)


def _said(kept: AnswerKept | None) -> tuple[Answer | None, str]:
    return (answer_shown(kept.answer, kept.reasons), kept.sentence) if kept else (None, "")


def _noticed(rows: list[BriefRow], actor: Actor) -> tuple[NotNow, ...]:
    """Return what the office alone is told of open bars on rows that are not over."""
    if not actor.has(*OFFICE_ROLES):
        return ()
    return bars_noticed(barred_among(may_be_stopped(rows), on=clock.today()))


def _head(
    batch: BatchPage, actor: Actor, limit: Limit | None, noticed: tuple[NotNow, ...]
) -> CaseHead:
    row = batch.row
    acts: list[Act] = []
    not_now: list[NotNow] = []
    if row.waits_for_acceptance and actor.has(Role.OFFICE_HEAD):
        href = reverse("office:late_list", args=[row.ref])
        acts.append(Act("Cho ý kiến danh sách nộp muộn", href, is_main=True))
    elif row.waits_for_acceptance:
        not_now.append(NotNow("Chưa tiếp nhận được", LATE_NOT_ACCEPTED.sentence))
    elif row.submitted_rows and actor.has(Role.SPECIALIST, Role.OFFICE_HEAD):
        href = reverse("office:take_up", args=[row.ref])
        acts.append(Act(f"Tiếp nhận {row.submitted_rows} dòng", href, is_main=True, is_post=True))
    if actor.has(Role.OFFICE_HEAD) and (row.appraised_rows or row.open_rows):
        objection = objection_to_releasing(
            actor,
            still_open=row.open_rows,
            appraised=row.appraised_rows,
            barred=barred_appraised(row.ref, on=clock.today()),
        )
        if objection:
            not_now.append(NotNow("Chưa đưa ra Hội đồng được", objection.sentence))
        else:
            href = reverse("office:release", args=[row.ref])
            label = f"Đưa {row.appraised_rows} dòng ra Hội đồng"
            acts.append(Act(label, href, is_main=True, is_post=True))
    elif row.appraised_rows and not row.open_rows:
        not_now.append(
            NotNow("Chờ Trưởng phòng", "Đã thẩm định xong; Trưởng phòng đưa ra Hội đồng.")
        )
    if row.open_rows - row.submitted_rows > 0 and not acts:
        left = row.open_rows - row.submitted_rows
        not_now.append(NotNow(f"Còn {left} dòng chưa kết luận", "Mở từng dòng để thẩm định."))
    return CaseHead(
        kind=f"Danh sách đề nghị khen thưởng · {row.round_title}",
        title=f"Danh sách {row.counted} của {row.unit_name}",
        unit=f"{batch.submitted_by} nộp ngày {say_date(row.received_on)}"
        if row.received_on
        else "",
        standings=(
            Standing("Số tiếp nhận", chip=Answer(Kind.NOTE, row.reference)),
            Standing("Đang ở", row.holder, _held(row)),
            Standing(
                "Hạn bỏ phiếu của đợt",
                deadline=deadline_shown(row.ballot_by, today=clock.today()),
            ),
            *((limit.standing(today=clock.today()),) if limit else ()),
        ),
        acts=(*acts, *_in_turn(row, actor), *_ask(row, actor), *_hand_over(row, actor)),
        not_now=(*not_now, *noticed),
    )


def _in_turn(row: BatchRow, actor: Actor) -> tuple[Act, ...]:
    """Return the way through the rows under appraisal, one after the other."""
    if row.open_rows == row.submitted_rows or not actor.has(*OFFICE_ROLES):
        return ()
    return (Act("Thẩm định lần lượt", queue_address(row.ref)),)


def _ask(row: BatchRow, actor: Actor) -> tuple[Act, ...]:
    """Return the way to ask other agencies about rows that the office has and did not release."""
    has_rows = row.appraised_rows or row.open_rows > row.submitted_rows
    if not has_rows or not actor.has(*OFFICE_ROLES):
        return ()
    href = reverse("office:ask_agencies", args=[row.ref])
    return (Act("Hỏi ý kiến cơ quan liên quan", href),)


def _hand_over(row: BatchRow, actor: Actor) -> tuple[Act, ...]:
    """Return the head's way to give a list that somebody appraises to another officer."""
    under_appraisal = row.holder_ref and row.open_rows > row.submitted_rows
    if not actor.has(Role.OFFICE_HEAD) or not under_appraisal:
        return ()
    return (Act("Chuyển người thẩm định", reverse("office:hand_over_list", args=[row.ref])),)


def _held(row: BatchRow) -> str:
    """Say since when it lies there, and who follows it while it waits."""
    since = f"từ {say_date(localtime(row.held_since).date())}"
    follows = following_said(following_of([row], clock.today()).get(row.ref, ()))
    return f"{since}. {follows}" if follows else since


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("office:batch", args=[ref]), say=say)
