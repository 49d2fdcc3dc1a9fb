"""The pages of the gate."""

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.accounts.actions.set_password import LINK_SPENT, link_is_good, set_password
from bangvang.accounts.lockout import back_off
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.web.door import ACTING_FOR, actor_or_none, capacities_of
from bangvang.web.gate.forms import PasswordForm, SignInForm
from bangvang.web.navigation import first_page
from bangvang.web.respond import done, page

PASSWORD_LINK = "password_link"  # noqa: S105  a session key


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in, then go to where the person wanted, or to the first page of the role."""
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = authenticate(request, **form.cleaned_data)
        if account is not None:
            login(request, account)
            return _go_on(request)
        form.add_error(None, "Tên đăng nhập hoặc mật khẩu không đúng.")
    status = 422 if form.errors else 200
    return page(
        request,
        "pages/sign_in.html",
        {"form": form, "next": request.GET.get("next", "")},
        status=status,
    )


def locked_out(
    request: HttpRequest, _original: HttpResponse | None = None, _credentials: object = None
) -> HttpResponse:
    """Say that sign-in is closed for a while, how long, and who can open it (called by axes)."""
    minutes = int(back_off(request).total_seconds() // 60)
    form = SignInForm({"username": request.POST.get("username", "")})
    form.errors.clear()
    form.add_error(
        None,
        f"Đăng nhập sai nhiều lần. Hãy thử lại sau {minutes} phút, "
        "hoặc nhờ quản trị hệ thống gỡ chặn.",
    )
    return page(request, "pages/sign_in.html", {"form": form, "next": ""}, status=429)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out and return to the gate."""
    logout(request)
    return redirect("gate:sign_in")


@require_http_methods(["GET"])
def no_role(request: HttpRequest) -> HttpResponse:
    """Say that the account holds no role today, and what to do."""
    return page(request, "pages/no_role.html")


@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Act for another of the organisations that the person serves."""
    wanted = request.POST.get("organisation", "")
    if any(actor.organisation_ref == wanted for actor in capacities_of(request)):
        request.session[ACTING_FOR] = wanted
    return _go_on(request)


@never_cache
@require_http_methods(["GET"])
def password_link(request: HttpRequest, ref: str, secret: str) -> HttpResponse:
    """Take the secret out of the address before a page is shown, so that it leaks nowhere."""
    request.session[PASSWORD_LINK] = [ref, secret]
    return redirect("gate:new_password")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def new_password(request: HttpRequest) -> HttpResponse:
    """Set a password by the link that was opened before."""
    ref, secret = request.session.get(PASSWORD_LINK, ["", ""])
    if not link_is_good(ref, secret):
        raise Refused(LINK_SPENT)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        set_password(ref, secret, form.cleaned_data["password"], at=clock.now())
        request.session.pop(PASSWORD_LINK)
        return done(request, to=reverse("gate:sign_in"), say="Đã đặt mật khẩu. Mời đăng nhập.")
    return page(
        request, "pages/set_password.html", {"form": form}, status=422 if form.errors else 200
    )


def _go_on(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("next", "")
    here = {request.get_host()}
    if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=here):
        return HttpResponseRedirect(wanted)
    if hasattr(request, "_capacities"):
        del request._capacities
    actor = actor_or_none(request)
    return redirect(first_page(actor) if actor else "gate:no_role")
