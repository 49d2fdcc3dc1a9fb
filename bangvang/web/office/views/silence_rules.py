"""The papers on what silence of an agency means: all, a new one, confirm, take back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bangvang.appraisal.actions.confirm_silence_rule import confirm_silence_rule
from bangvang.appraisal.actions.enter_silence_rule import enter_silence_rule
from bangvang.appraisal.actions.withdraw_silence_rule import withdraw_silence_rule
from bangvang.appraisal.selectors.silence_rules import SilenceSeen, silence_rules_seen
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Unseen
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.navigation import OFFICE
from bangvang.web.office.forms.agency_opinions import SilenceForm
from bangvang.web.office.forms.consultations import PlainForm, ReasonForm
from bangvang.web.office.views.acting import Asking, ask_and_act
from bangvang.web.office.views.agency_opinions import TITLE
from bangvang.web.respond import download, page

RULES = "Quy định về việc không trả lời"
COLUMNS = (
    Column("Quá hạn không trả lời", "name"),
    Column("Văn bản"),
    Column("Yêu cầu hỏi từ", "date"),
    Column("Việc", "act", is_unseen=True),
)
FIELD_OF = {
    "NO_NUMBER": "number",
    "NO_CLAUSE": "clause",
    "ISSUED_LATER": "issued_on",
    "BEFORE_ISSUED": "since",
    "DAY_TAKEN": "since",
}


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Show every paper."""
    actor = actor_of(request)
    context = {
        "rules": silence_rules_seen(actor),
        "columns": COLUMNS,
        "may_enter": actor.has(*OFFICE),
        "is_head": actor.has(Role.OFFICE_HEAD),
        "me": actor.account_ref,
        "crumbs": [Link(TITLE, reverse("office:agency_requests")), Link(RULES)],
    }
    return page(request, "office/agency_opinion/rules.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Enter a paper; a second person confirms it."""
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = SilenceForm(*posted)

    def act() -> tuple[str, str]:
        enter_silence_rule(form.rule(), actor=actor_of(request), at=clock.now())
        return reverse("office:silence_rules"), "Đã ghi văn bản; Trưởng phòng xác nhận."

    hint = (
        "Chỉ ghi văn bản đã ban hành. Chưa được người thứ hai xác nhận thì chưa áp dụng; yêu cầu "
        "đã hỏi trước đó không bị ảnh hưởng."
    )
    asking = _asking("Ghi quy định về việc không trả lời", "", hint, "Ghi văn bản")
    return ask_and_act(request, form, asking, act, field_of=FIELD_OF)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Confirm, as the second person, what somebody else entered."""
    actor = actor_of(request)
    rule = _rule(actor, ref)

    def act() -> tuple[str, str]:
        confirm_silence_rule(ref, actor=actor, at=clock.now())
        return reverse("office:silence_rules"), "Đã xác nhận văn bản."

    hint = f"Quá hạn không trả lời: {rule.meaning_name}. {rule.entered_by} đã ghi."
    asking = _asking("Xác nhận quy định", rule.paper_said, hint, "Xác nhận", ref)
    return ask_and_act(request, PlainForm(request.POST), asking, act)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a paper back."""
    actor = actor_of(request)
    rule, form = _rule(actor, ref), ReasonForm(request.POST or None)

    def act() -> tuple[str, str]:
        reason = form.cleaned_data["reason"]
        withdraw_silence_rule(ref, reason, actor=actor, at=clock.now())
        return reverse("office:silence_rules"), "Đã rút văn bản."

    hint = "Với yêu cầu còn chưa trả lời, việc không trả lời từ nay không còn nghĩa gì."
    asking = _asking("Rút quy định", rule.paper_said, hint, "Rút văn bản", ref)
    return ask_and_act(request, form, asking, act, field_of={"NO_REASON": "reason"})


@require_safe
def scan(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the scan of a paper."""
    kept = _rule(actor_of(request), ref).scan
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


def _rule(actor: Actor, ref: str) -> SilenceSeen:
    rule = next((one for one in silence_rules_seen(actor) if one.ref == ref), None)
    if rule is None:
        raise Unseen
    return rule


def _asking(title: str, lede: str, hint: str, button: str, ref: str = "") -> Asking:
    back = reverse("office:silence_rules")
    crumbs = (Link(TITLE, reverse("office:agency_requests")), Link(RULES, back))
    scan_href = reverse("office:silence_rule_scan", args=[ref]) if ref else ""
    paper = Link("Bản quét văn bản", scan_href) if ref else None
    return Asking(title, lede, (hint,), button, back, crumbs, paper)
