"""Concluding on one row: accept, return, propose, decide, end."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.decide_overrule import decide_overrule
from bangvang.appraisal.actions.decline import decline
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.web.door import actor_of
from bangvang.web.findings import finding_shown
from bangvang.web.office.forms.conclusions import ConclusionForm, ReturnForm
from bangvang.web.office.queues import PARAMETER, in_queue, meanwhile, queue_address
from bangvang.web.respond import done, page

Conclude = Callable[..., None]
"""Reference, reason, version, actor, moment, and what the form has more."""


@dataclass(frozen=True)
class Conclusion:
    """One way of concluding: the words on its page and the action behind its button."""

    title: str
    label: str
    button: str
    said: str
    act: Conclude
    hint: str = ""
    form: type[ConclusionForm] = ConclusionForm


def accept_(request: HttpRequest, ref: str) -> HttpResponse:
    """Accept the row."""
    return _conclude(request, ref, ACCEPT)


def return_(request: HttpRequest, ref: str) -> HttpResponse:
    """Return the row to its unit."""
    return _conclude(request, ref, RETURN)


def overrule(request: HttpRequest, ref: str) -> HttpResponse:
    """Propose to accept against the finding."""
    return _conclude(request, ref, OVERRULE)


def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Agree with a proposal."""
    return _conclude(request, ref, CONFIRM)


def reject(request: HttpRequest, ref: str) -> HttpResponse:
    """Refuse a proposal."""
    return _conclude(request, ref, REJECT)


def decline_(request: HttpRequest, ref: str) -> HttpResponse:
    """End the row."""
    return _conclude(request, ref, DECLINE)


@require_http_methods(["GET", "POST"])
def _conclude(request: HttpRequest, ref: str, conclusion: Conclusion) -> HttpResponse:
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    scope = request.GET.get(PARAMETER, "")
    form = conclusion.form(
        request.POST or None,
        initial={"version": row.version},
        label=conclusion.label,
        hint=conclusion.hint,
    )
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        try:
            conclusion.act(
                ref, cleaned["reason"], cleaned["version"], actor, clock.now(), **form.more()
            )
        except Refused as refusal:
            form.add_error("reason", refusal.objection.sentence)
        else:
            here = reverse("office:nomination", args=[ref])
            to = queue_address(scope, after=ref) if scope else here
            return done(request, to=to, say=f"{row.name}: {conclusion.said}")
    found = findings_of([ref]).get(ref)
    context = {
        "row": row,
        "form": form,
        "conclusion": conclusion,
        "back_href": in_queue(reverse("office:nomination", args=[ref]), scope),
        "next_href": queue_address(scope, after=ref) if scope else "",
        "meanwhile": meanwhile(actor, row) if form.errors else None,
        "finding": finding_shown(found.appraisal, on=found.on_day, link_to=lambda _: "")
        if found
        else None,
    }
    status = 422 if form.errors else 200
    return page(request, "office/nomination/conclude.html", context, status=status)


ACCEPT = Conclusion(
    "Ghi đánh giá và chấp nhận",
    "Đánh giá của người thẩm định",
    "Chấp nhận",
    "đã chấp nhận.",
    lambda ref, reason, version, actor, at: accept(
        ref, reason, version=version, actor=actor, at=at
    ),
    hint="Điều kiện luật để người đánh giá thì ghi rõ căn cứ: thành tích, phạm vi ảnh hưởng.",
)
RETURN = Conclusion(
    "Trả lại để bổ sung",
    "Cần bổ sung những gì",
    "Trả lại dòng này",
    "đã trả lại đơn vị để bổ sung.",
    lambda ref, reason, version, actor, at, remarks: return_row(
        ref, reason, version=version, actor=actor, at=at, remarks=remarks
    ),
    hint="Đơn vị đọc nguyên văn phần này. Các dòng khác của danh sách vẫn được xét tiếp.",
    form=ReturnForm,
)
OVERRULE = Conclusion(
    "Đề nghị khác kết quả đối chiếu",
    "Căn cứ của đề nghị",
    "Trình Trưởng phòng",
    "đã trình Trưởng phòng.",
    lambda ref, reason, version, actor, at: propose_overrule(
        ref, reason, version=version, actor=actor, at=at
    ),
    hint="Kết quả đối chiếu được giữ nguyên; Trưởng phòng đồng ý thì dòng này mới đi tiếp.",
)
CONFIRM = Conclusion(
    "Đồng ý với đề nghị khác kết quả đối chiếu",
    "Ý kiến của Trưởng phòng",
    "Đồng ý",
    "Trưởng phòng đã đồng ý.",
    lambda ref, reason, version, actor, at: decide_overrule(
        ref, agree=True, reason=reason, version=version, actor=actor, at=at
    ),
)
REJECT = Conclusion(
    "Không đồng ý với đề nghị khác kết quả đối chiếu",
    "Lý do không đồng ý",
    "Không đồng ý",
    "Trưởng phòng không đồng ý; dòng này trở lại người thẩm định.",
    lambda ref, reason, version, actor, at: decide_overrule(
        ref, agree=False, reason=reason, version=version, actor=actor, at=at
    ),
)
DECLINE = Conclusion(
    "Dừng xét, không đưa ra Hội đồng",
    "Lý do dừng xét",
    "Dừng xét dòng này",
    "đã dừng xét.",
    lambda ref, reason, version, actor, at: decline(
        ref, reason, version=version, actor=actor, at=at
    ),
    hint="Nêu điều kiện chưa đạt và điều khoản; đơn vị đọc được lý do này.",
)
