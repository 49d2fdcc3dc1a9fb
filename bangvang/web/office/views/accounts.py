"""Accounts: opening, suspending, roles from a day, one-time links, lifting a lock-out."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.accounts.actions.create_account import create_account
from bangvang.accounts.actions.give_role import give_role
from bangvang.accounts.actions.hand_over_role import hand_over_role
from bangvang.accounts.actions.issue_password_link import issue_password_link
from bangvang.accounts.actions.lift_lockout import lift_lockout
from bangvang.accounts.actions.restore_account import restore_account
from bangvang.accounts.actions.set_mail_address import set_mail_address
from bangvang.accounts.actions.suspend_account import suspend_account
from bangvang.accounts.selectors import account_for, accounts_for
from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.registry.selectors.organisations import organisations_on
from bangvang.web.components.pieces import Column
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.forms.accounts import (
    AccountForm,
    HandOverForm,
    MailAddressForm,
    RoleForm,
)
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Họ và tên", "name"),
    Column("Tên đăng nhập"),
    Column("Vai trò đang giữ"),
    Column("Tình trạng"),
)
HELD_COLUMNS = (
    Column("Vai trò", "name"),
    Column("Từ ngày"),
    Column("Đến trước ngày"),
    Column("Bàn giao", "act", is_unseen=True),
)


@require_http_methods(["GET"])
def accounts(request: HttpRequest) -> HttpResponse:
    """Show every account with its roles of today."""
    rows = accounts_for(actor_of(request), on=clock.today())
    return page(request, "office/account/list.html", {"accounts": rows, "columns": COLUMNS})


@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Open an account."""
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ref = create_account(**form.cleaned_data, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error("username", refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã mở tài khoản. Giao vai trò và cấp liên kết mật khẩu.")
    status = 422 if form.errors else 200
    return page(request, "office/account/create.html", {"form": form}, status=status)


@require_http_methods(["GET"])
def account(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one account."""
    return _account_page(request, ref, {})


@require_POST
def mail_address(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep where the account's mails go, or take it away."""
    form = MailAddressForm(request.POST, auto_id="thu_%s")
    if form.is_valid():
        data = form.cleaned_data
        try:
            set_mail_address(
                ref, data["address"], was=data["was"], actor=actor_of(request), at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã ghi địa chỉ thư.")
    return _account_page(request, ref, {"mail_form": form}, status=422)


@require_POST
def suspend(request: HttpRequest, ref: str) -> HttpResponse:
    """Close the account for the time being."""
    suspend_account(ref, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã tạm khóa tài khoản.")


@require_POST
def restore(request: HttpRequest, ref: str) -> HttpResponse:
    """Open the account again."""
    restore_account(ref, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã mở lại tài khoản.")


@require_POST
def lift(request: HttpRequest, ref: str) -> HttpResponse:
    """Forget failed sign-ins."""
    lift_lockout(ref, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã gỡ chặn đăng nhập.")


@require_POST
def link(request: HttpRequest, ref: str) -> HttpResponse:
    """Make a one-time link and show it once, ready to print."""
    secret = issue_password_link(ref, actor=actor_of(request), at=clock.now())
    address = request.build_absolute_uri(reverse("gate:password_link", args=[ref, secret]))
    shown = account_for(actor_of(request), ref, on=clock.today())
    return page(request, "office/account/link.html", {"account": shown, "address": address})


@require_POST
def give(request: HttpRequest, ref: str) -> HttpResponse:
    """Give a role."""
    form = _role_form(request)
    if form.is_valid():
        try:
            give_role(
                ref,
                form.chosen_role(),
                form.cleaned_data["organisation"],
                since=form.cleaned_data["since"],
                actor=actor_of(request),
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã giao vai trò.")
    return _account_page(request, ref, {"role_form": form}, status=422)


@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, ref: str, held: int) -> HttpResponse:
    """End a role on a day, perhaps handing it over."""
    actor = actor_of(request)
    shown = account_for(actor, ref, on=clock.today())
    tenure = next((row for row in shown.roles if row.id == held), None)
    if tenure is None:
        raise Unseen
    others = [
        (row.ref, f"{row.full_name} ({row.username})")
        for row in accounts_for(actor, on=clock.today())
        if row.ref != ref and row.is_active
    ]
    form = HandOverForm(request.POST or None, accounts=others, today=clock.today())
    if request.method == "POST" and form.is_valid():
        to_ref, on = form.cleaned_data["to"] or None, form.cleaned_data["on"]
        try:
            hand_over_role(ref, held, to_ref=to_ref, on=on, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã bàn giao vai trò.")
    context = {"account": shown, "tenure": tenure, "form": form}
    status = 422 if form.errors else 200
    return page(request, "office/account/hand_over.html", context, status=status)


def _role_form(request: HttpRequest) -> RoleForm:
    today = clock.today()
    organisations = [(o.ref, o.name) for o in organisations_on(today)]
    posted = request.POST if request.method == "POST" else None
    return RoleForm(posted, organisations=organisations, today=today, auto_id="giao_%s")


def _account_page(
    request: HttpRequest, ref: str, forms: dict[str, object], *, status: int = 200
) -> HttpResponse:
    shown = account_for(actor_of(request), ref, on=clock.today())
    context = {
        "account": shown,
        "columns": HELD_COLUMNS,
        "role_form": _role_form(request),
        "mail_form": MailAddressForm(
            auto_id="thu_%s", initial={"address": shown.mail_address, "was": shown.mail_address}
        ),
        "events": events_shown(entries_about(("account", ref))),
    }
    return page(request, "office/account/show.html", context | forms, status=status)


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("office:account", args=[ref]), say=say)
