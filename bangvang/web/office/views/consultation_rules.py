"""The province's papers on asking the people: all, a new one, taking one back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bangvang.appraisal.actions.enter_consultation_rule import enter_consultation_rule
from bangvang.appraisal.actions.withdraw_consultation_rule import withdraw_consultation_rule
from bangvang.appraisal.selectors.consultation_rules import rules_seen
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Unseen
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.consultations import ReasonForm, RuleForm
from bangvang.web.office.views.acting import Asking, ask_and_act
from bangvang.web.office.views.consultations import TITLE
from bangvang.web.respond import download, page

RULES = "Văn bản về lấy ý kiến"
COLUMNS = (
    Column("Danh hiệu, hình thức", "name"),
    Column("Quy định", "mid"),
    Column("Văn bản"),
    Column("Hồ sơ nhận từ", "date"),
    Column("Việc", "act", is_unseen=True),
)
FIELD_OF = {
    "NO_NUMBER": "number",
    "ISSUED_LATER": "issued_on",
    "BEFORE_ISSUED": "since",
    "RULE_OVERLAPS": "since",
    "NO_CLAUSE": "clause",
    "NOT_DAYS": "working_days",
    "NO_GATE": "gate",
    "SET_BY_LAW": "is_asked",
    "UNKNOWN_AWARD": "award_code",
}


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Show every paper."""
    actor = actor_of(request)
    context = {
        "rules": rules_seen(actor),
        "columns": COLUMNS,
        "may_enter": actor.has(Role.OFFICE_HEAD),
        "crumbs": [Link(TITLE, reverse("office:consultations")), Link(RULES)],
    }
    return page(request, "office/consultation/rules.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Enter a paper."""
    actor, today = actor_of(request), clock.today()
    is_posted = request.method == "POST"
    form = RuleForm(
        *((request.POST, request.FILES) if is_posted else (None, None)),
        on=today,
        initial={"is_asked": "1"},
    )

    def act() -> tuple[str, str]:
        enter_consultation_rule(form.rule(), actor=actor, at=clock.now())
        return reverse("office:consultation_rules"), "Đã ghi văn bản."

    asking = Asking(
        "Ghi văn bản về lấy ý kiến",
        "",
        (
            "Chỉ ghi văn bản đã ban hành: quy chế, nghị quyết của Hội đồng hoặc văn bản của cơ "
            "quan thường trực. Hồ sơ nhận trước ngày áp dụng không bị ảnh hưởng.",
        ),
        "Ghi văn bản",
        reverse("office:consultation_rules"),
        _crumbs(),
    )
    return ask_and_act(request, form, asking, act, field_of=FIELD_OF)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a wrong entry back."""
    actor = actor_of(request)
    rule = next((one for one in rules_seen(actor) if one.ref == ref), None)
    if rule is None:
        raise Unseen
    form = ReasonForm(request.POST or None)

    def act() -> tuple[str, str]:
        reason = form.cleaned_data["reason"]
        withdraw_consultation_rule(ref, reason, actor=actor, at=clock.now())
        return reverse("office:consultation_rules"), "Đã rút văn bản."

    asking = Asking(
        "Rút văn bản ghi nhầm",
        f"{rule.award_name}: {rule.paper_said}",
        ("Văn bản đã rút vẫn hiện cùng lý do.",),
        "Rút văn bản",
        reverse("office:consultation_rules"),
        _crumbs(),
    )
    return ask_and_act(request, form, asking, act, field_of={"NO_REASON": "reason"})


@require_safe
def scan(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the scan of a paper."""
    rule = next((one for one in rules_seen(actor_of(request)) if one.ref == ref), None)
    if rule is None:
        raise Unseen
    kept = rule.scan
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


def _crumbs() -> tuple[Link, ...]:
    return (
        Link(TITLE, reverse("office:consultations")),
        Link(RULES, reverse("office:consultation_rules")),
    )
