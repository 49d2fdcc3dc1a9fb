"""Articles at the office: write, review, publish, take back."""

from collections.abc import Callable
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused
from bangvang.publishing.actions.approve_article import approve_article
from bangvang.publishing.actions.draft_article import draft_article
from bangvang.publishing.actions.reopen_article import reopen_article
from bangvang.publishing.actions.save_article import save_article
from bangvang.publishing.actions.send_back import send_back
from bangvang.publishing.actions.send_to_review import send_to_review
from bangvang.publishing.actions.withdraw_article import withdraw_article
from bangvang.publishing.actions.write_article import write_article
from bangvang.publishing.drafting import OFFICE
from bangvang.publishing.permissions import STALE
from bangvang.publishing.selectors.articles import (
    ArticleCase,
    article_case,
    articles_for,
    sessions_to_tell_of,
)
from bangvang.publishing.states import STATE_NAMES, State
from bangvang.web.components.pieces import Choice, Column, Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.articles_shown import article_head, state_chip
from bangvang.web.office.forms.articles import ApprovalForm, ArticleForm, ReasonForm
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Tiêu đề", "name"),
    Column("Trạng thái"),
    Column("Người soạn"),
    Column("Lưu lần cuối"),
    Column("Đăng lúc"),
)


@require_http_methods(["GET"])
def articles(request: HttpRequest) -> HttpResponse:
    """Show the articles by state, and the sessions that nobody has told of."""
    actor = actor_of(request)
    wanted = request.GET.get("trang-thai", "")
    state = State(wanted) if wanted in State.__members__ else None
    choices = (Choice("", "Mọi trạng thái"), *(Choice(s, STATE_NAMES[s]) for s in State))
    context = {
        "rows": [
            (row, state_chip(row.state, row.state_name)) for row in articles_for(actor, state)
        ],
        "columns": COLUMNS,
        "filters": [Filter("trang-thai", "Trạng thái", state or "", choices)],
        "sessions": sessions_to_tell_of(actor),
        "may_write": actor.has(Role.EDITOR),
    }
    return page(request, "office/articles/list.html", context)


@require_http_methods(["GET"])
def article(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one article as readers will see it, with its history."""
    actor = actor_of(request)
    case = article_case(actor, ref, on=clock.today())
    context = {
        "crumbs": _way(Link(case.row.title)),
        "article": case,
        "case": article_head(case, actor),
        "events": events_shown(entries_about(("article", ref))),
    }
    return page(request, "office/articles/show.html", context)


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Begin an article."""
    actor = actor_of(request)
    form = ArticleForm(
        request.POST or None, initial={"author_name": actor.name, "author_office": OFFICE}
    )
    if request.method == "POST" and form.is_valid():
        ref = write_article(form.text(), actor=actor, at=clock.now())
        return done(request, to=_href(ref), say="Đã lưu bản nháp.")
    context = {"crumbs": _way(Link("Viết tin mới")), "form": form, "title": "Viết tin mới"}
    return page(request, "office/articles/edit.html", context, status=422 if form.errors else 200)


@require_POST
def draft(request: HttpRequest, session_ref: str) -> HttpResponse:
    """Begin an article from a session's record and go on to edit it."""
    ref = draft_article(session_ref, actor=actor_of(request), at=clock.now())
    to = reverse("office:edit_article", args=[ref])
    return done(request, to=to, say="Đã soạn bản nháp từ hồ sơ phiên họp. Hãy đọc và sửa lại.")


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Change a draft; whoever comes second sees what the first has saved."""
    actor = actor_of(request)
    case = article_case(actor, ref, on=clock.today())
    form = ArticleForm(request.POST or None, initial={**asdict(case.text), "version": case.version})
    other, status = None, 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            seen = form.cleaned_data["version"] or 0
            try:
                save_article(ref, form.text(), version=seen, actor=actor, at=clock.now())
            except Refused as refusal:
                form.add_error(None, refusal.objection.sentence)
                if refusal.objection == STALE:
                    form, other, status = _over(form, case), case, 409
            else:
                return done(request, to=_href(ref), say="Đã lưu bản nháp.")
    context = {
        "crumbs": _way(Link(case.row.title, _href(ref)), Link("Sửa bài")),
        "form": form,
        "title": "Sửa bài",
        "other": other,
        "back_href": _href(ref),
    }
    return page(request, "office/articles/edit.html", context, status=status)


@require_POST
def send(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand a draft to the head."""
    send_to_review(ref, actor=actor_of(request), at=clock.now())
    return done(request, to=_href(ref), say="Đã trình Trưởng phòng duyệt.")


@require_POST
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    """Make a draft of a withdrawn article."""
    reopen_article(ref, actor=actor_of(request), at=clock.now())
    return done(request, to=_href(ref), say="Đã mở lại để sửa.")


@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then publish the version that stands on the page."""
    actor = actor_of(request)
    case = article_case(actor, ref, on=clock.today())
    form = ApprovalForm(request.POST or None, initial={"version": case.version})
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["version"]
        try:
            approve_article(ref, version=seen, actor=actor, at=clock.now())
        except Refused as refusal:
            form = ApprovalForm({"version": str(case.version)})
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=_href(ref), say="Đã duyệt đăng; tin đã có trên cổng.")
    context = {
        "crumbs": _way(Link(case.row.title, _href(ref)), Link("Duyệt đăng")),
        "article": case,
        "form": form,
        "back_href": _href(ref),
        "consequences": (
            "Từ lúc này mọi người đọc được tin trên cổng.",
            "Tin ghi tên tác giả; tên người duyệt ở lại trong nhật ký.",
        ),
    }
    return page(
        request, "office/articles/approve.html", context, status=422 if form.errors else 200
    )


def return_(request: HttpRequest, ref: str) -> HttpResponse:
    """Give an article back to its editors."""
    return _with_reason(request, ref, "Trả lại để sửa", "Đã trả lại để sửa.", send_back)


def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take an article off the portal."""
    return _with_reason(request, ref, "Gỡ khỏi cổng", "Đã gỡ tin khỏi cổng.", withdraw_article)


@require_http_methods(["GET", "POST"])
def _with_reason(
    request: HttpRequest, ref: str, title: str, said: str, act: Callable[..., None]
) -> HttpResponse:
    actor = actor_of(request)
    case = article_case(actor, ref, on=clock.today())
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(ref, reason=form.cleaned_data["reason"], actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=_href(ref), say=said)
    context = {
        "crumbs": _way(Link(case.row.title, _href(ref)), Link(title)),
        "article": case,
        "form": form,
        "title": title,
        "back_href": _href(ref),
    }
    return page(request, "office/articles/reason.html", context, status=422 if form.errors else 200)


def _over(form: ArticleForm, case: ArticleCase) -> ArticleForm:
    """Return what was typed as a form over the version that is now shown beside it."""
    again = ArticleForm({**dict(form.data.items()), "version": case.version})
    again.add_error(None, STALE.sentence)
    return again


def _href(ref: str) -> str:
    return reverse("office:article", args=[ref])


def _way(*steps: Link) -> list[Link]:
    return [Link("Tin bài", reverse("office:articles")), *steps]
