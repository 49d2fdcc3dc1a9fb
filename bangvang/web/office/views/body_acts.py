"""What decisions do to bodies: another name, another parent, an end."""

from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.abolish_organisation import abolish_organisation
from bangvang.registry.actions.merge_organisations import merge_organisations
from bangvang.registry.actions.move_organisation import move_organisation
from bangvang.registry.actions.rename_organisation import rename_organisation
from bangvang.registry.actions.split_organisation import split_organisation
from bangvang.registry.permissions import STALE
from bangvang.registry.selectors.body_pages import (
    BodyLink,
    BodyPage,
    body_page,
)
from bangvang.registry.selectors.body_tree import body_choices, siblings_of
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.bodies_shown import (
    consequences_of,
    way_to,
)
from bangvang.web.office.forms.bodies import (
    FIELD_OF,
    DecidedForm,
    MergeForm,
    MoveForm,
    RenameForm,
    SplitForm,
)
from bangvang.web.respond import done, page

AN_HEIR = "đơn vị kế tục"
WAITS = "Đã ghi; chờ người thứ hai của cơ quan thường trực xem và xác nhận."


@require_http_methods(["GET", "POST"])
def rename(request: HttpRequest, ref: str) -> HttpResponse:
    """Give the body another name."""
    actor, body = actor_of(request), _body(request, ref)
    words = {"name": body.name, "abbreviation": body.abbreviation}
    form = RenameForm(request.POST or None, initial={"version": body.version, **words})

    def act() -> str:
        said = form.cleaned_data
        return rename_organisation(
            ref,
            said["name"],
            form.decided(),
            abbreviation=said["abbreviation"],
            version=said["version"],
            actor=actor,
            at=clock.now(),
        )

    return _event(request, body, form, act, "Đổi tên", done_said="Đã ghi tên mới.")


@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, ref: str) -> HttpResponse:
    """Put the body under another one."""
    actor, body = actor_of(request), _body(request, ref)
    form = MoveForm(
        request.POST or None,
        bodies=body_choices(actor),
        initial={"version": body.version, "parent": body.parent.ref if body.parent else ""},
    )

    def act() -> str:
        said = form.cleaned_data
        return move_organisation(
            ref,
            said["parent"] or None,
            form.decided(),
            version=said["version"],
            actor=actor,
            at=clock.now(),
        )

    return _event(request, body, form, act, "Chuyển cấp trên", done_said="Đã ghi cấp trên mới.")


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the body, and others beside it, become one."""
    actor, body = actor_of(request), _body(request, ref)
    form = MergeForm(
        request.POST or None,
        bodies=[one for one in body_choices(actor) if one.ref != ref],
        siblings=siblings_of(actor, ref, same_kind=True),
        initial={"version": body.version},
    )

    def act() -> str:
        said = form.cleaned_data
        return merge_organisations(
            [ref, *said["beside"]],
            form.into(),
            form.decided(),
            version=said["version"],
            actor=actor,
            at=clock.now(),
        )

    return _event(request, body, form, act, "Sáp nhập, hợp nhất", ends=True, heirs=[AN_HEIR])


@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the body become several."""
    actor, body = actor_of(request), _body(request, ref)
    form = SplitForm(
        request.POST or None,
        siblings=siblings_of(actor, ref),
        initial={"version": body.version},
    )

    def act() -> str:
        said = form.cleaned_data
        return split_organisation(
            ref,
            form.decided(),
            into=said["heirs"],
            new=form.new(),
            version=said["version"],
            actor=actor,
            at=clock.now(),
        )

    return _event(request, body, form, act, "Chia, tách", ends=True, heirs=[AN_HEIR] * 2)


@require_http_methods(["GET", "POST"])
def abolish(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the body end."""
    actor, body = actor_of(request), _body(request, ref)
    form = DecidedForm(request.POST or None, initial={"version": body.version})

    def act() -> str:
        version = form.cleaned_data["version"]
        return abolish_organisation(
            ref, form.decided(), version=version, actor=actor, at=clock.now()
        )

    return _event(request, body, form, act, "Giải thể, kết thúc hoạt động", ends=True)


def _event(
    request: HttpRequest,
    body: BodyPage,
    form: DecidedForm,
    act: Callable[[], str],
    title: str,
    *,
    done_said: str = "",
    ends: bool = False,
    heirs: Sequence[str] = (),
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            event = act()
        except Refused as refusal:
            field = FIELD_OF.get(refusal.objection.code)
            form.add_error(field if field in form.fields else None, refusal.objection.sentence)
        else:
            to = reverse("office:body_event", args=[event]) if ends else _href(body)
            return done(request, to=to, say=WAITS if ends else done_said)
    is_stale = form.is_bound and STALE.sentence in form.non_field_errors()
    if is_stale:
        form.data = request.POST.copy()
        form.data["version"] = str(body.version)
    here = BodyLink(body.ref, body.name)
    context = {
        "crumbs": [*way_to(here), Link(title)],
        "title": title,
        "body": body,
        "form": form,
        "ends": ends,
        "consequences": consequences_of([here], body.touched, heirs=heirs, on=clock.today())
        if ends
        else [],
        "back_href": _href(body),
    }
    status = 409 if is_stale else 422 if form.errors else 200
    return page(request, "office/body/event_form.html", context, status=status)


def _href(body: BodyPage) -> str:
    return reverse("office:body", args=[body.ref])


def _body(request: HttpRequest, ref: str) -> BodyPage:
    return body_page(actor_of(request), ref, on=clock.today())
