"""Rows at the office: the work list, one case, and concluding on it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.decide_overrule import decide_overrule
from bangvang.appraisal.actions.decline import decline
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.selectors.barred import (
    bar_answers_of,
    barred_among,
    unanswered_bars,
)
from bangvang.appraisal.selectors.consulted import standing_of
from bangvang.appraisal.selectors.findings import findings_of, judgements_of
from bangvang.appraisal.selectors.noticed import noticed_among, told_of
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused
from bangvang.nominations.selectors.nominations import (
    beside,
    nomination_row,
    nominations_for,
    papers_of,
)
from bangvang.nominations.selectors.stated import stated_about
from bangvang.nominations.states import STATE_NAMES, State
from bangvang.registry.selectors.told_of_bodies import told_of_bodies
from bangvang.web.components.pieces import Choice, Column, Filter
from bangvang.web.door import actor_of
from bangvang.web.files import paper_card
from bangvang.web.findings import answer_shown, finding_shown
from bangvang.web.histories import events_shown
from bangvang.web.navigation import OFFICE
from bangvang.web.nominations import award_called, facts_of, nomination_head, state_chip
from bangvang.web.office.consultations_shown import standing_facts
from bangvang.web.office.forms.conclusions import ConclusionForm
from bangvang.web.office.postings_shown import classes_beside
from bangvang.web.office.shown import acts_on, person_href
from bangvang.web.office.told_shown import noticed_not_now, told_shown
from bangvang.web.office.views.letters import office_letters
from bangvang.web.questions import stated_shown
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Số tiếp nhận", "mid"),
    Column("Cá nhân, tập thể", "name"),
    Column("Đề nghị", "mid"),
    Column("Kết quả đối chiếu"),
    Column("Trạng thái"),
)

Conclude = Callable[[str, str, int, Actor, datetime], None]


@dataclass(frozen=True)
class Conclusion:
    """One way of concluding: the words on its page and the action behind its button."""

    title: str
    label: str
    button: str
    said: str
    act: Conclude
    hint: str = ""


@require_http_methods(["GET"])
def nominations(request: HttpRequest) -> HttpResponse:
    """Show the rows by state; the filter stays in the address."""
    actor = actor_of(request)
    wanted = request.GET.get("trang-thai", "")
    states = [State(wanted)] if wanted in State.__members__ else []
    rows = nominations_for(actor, states=states)
    found = findings_of(row.ref for row in rows)
    today = clock.today()
    shown = [
        (
            row,
            award_called(row, today),
            answer_shown(found[row.ref].answer, found[row.ref].reasons)
            if row.ref in found
            else None,
            state_chip(row),
        )
        for row in rows
    ]
    choices = (
        Choice("", "Mọi trạng thái"),
        *(Choice(state.value, STATE_NAMES[state]) for state in State if state != State.DRAFT),
    )
    context = {
        "rows": shown,
        "columns": COLUMNS,
        "filters": [Filter("trang-thai", "Trạng thái", wanted, choices)],
    }
    return page(request, "office/nomination/list.html", context)


@require_http_methods(["GET"])
def nomination(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one case: the stored finding, what the list says, what people concluded."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    found = findings_of([ref]).get(ref)
    today = clock.today()
    stated = stated_about(ref)
    register_says, contradictions = classes_beside(row, stated, today=today)
    told = told_of(actor, ref)
    consulted = standing_of(actor, ref)
    acts, not_now = acts_on(
        row,
        found,
        actor,
        barred=barred_among([ref], on=today),
        answered=not unanswered_bars([ref], on=today),
    )
    noticed = noticed_not_now(row.state, noticed_among(actor, [ref])) if told else ()
    context = {
        "row": row,
        "case": nomination_head(row, today=clock.today(), acts=acts, not_now=(*not_now, *noticed)),
        "found": found,
        "finding": finding_shown(
            found.appraisal, on=found.on_day, link_to=lambda _: person_href(row)
        )
        if found
        else None,
        "facts": facts_of(
            row,
            batch_href=reverse("office:batch", args=[row.batch_ref]),
            person_href=person_href(row),
            inside=True,
        ),
        "papers": [paper_card(p, reverse("office:paper", args=[p.ref])) for p in papers_of(ref)],
        "stated": stated_shown(stated),
        "register_says": register_says,
        "contradictions": contradictions,
        "may_state": row.state == State.CHECKED and actor.has(*OFFICE),
        "judgements": judgements_of(ref),
        "told": [told_shown(ref, one, may_act=actor.has(*OFFICE)) for one in told],
        "told_of_unit": told_of_bodies(
            actor, (row.body_ref, row.unit_ref, row.nominating_unit_ref), on=today
        ),
        "bar_answers": bar_answers_of(actor, ref),
        "consulted": standing_facts(consulted),
        "may_waive": consulted.may_be_waived and actor.has(Role.OFFICE_HEAD),
        "letters": office_letters(actor, ref),
        "beside": [
            (
                other,
                award_called(other, clock.today()),
                state_chip(other),
                other.award_code == row.award_code,
            )
            for other in beside(actor, row)
        ],
        "events": events_shown(entries_about(("nomination", ref))),
    }
    return page(request, "office/nomination/show.html", context)


def conclude_accept(request: HttpRequest, ref: str) -> HttpResponse:
    """Accept the row."""
    return _conclude(request, ref, ACCEPT)


def conclude_return(request: HttpRequest, ref: str) -> HttpResponse:
    """Return the row to its unit."""
    return _conclude(request, ref, RETURN)


def conclude_overrule(request: HttpRequest, ref: str) -> HttpResponse:
    """Propose to accept against the finding."""
    return _conclude(request, ref, OVERRULE)


def conclude_confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Agree with a proposal."""
    return _conclude(request, ref, CONFIRM)


def conclude_reject(request: HttpRequest, ref: str) -> HttpResponse:
    """Refuse a proposal."""
    return _conclude(request, ref, REJECT)


def conclude_decline(request: HttpRequest, ref: str) -> HttpResponse:
    """End the row."""
    return _conclude(request, ref, DECLINE)


@require_http_methods(["GET", "POST"])
def _conclude(request: HttpRequest, ref: str, conclusion: Conclusion) -> HttpResponse:
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    form = ConclusionForm(
        request.POST or None,
        initial={"version": row.version},
        label=conclusion.label,
        hint=conclusion.hint,
    )
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        try:
            conclusion.act(ref, cleaned["reason"], cleaned["version"], actor, clock.now())
        except Refused as refusal:
            form.add_error("reason", refusal.objection.sentence)
        else:
            to = reverse("office:nomination", args=[ref])
            return done(request, to=to, say=f"{row.name}: {conclusion.said}")
    found = findings_of([ref]).get(ref)
    context = {
        "row": row,
        "form": form,
        "conclusion": conclusion,
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
    lambda ref, reason, version, actor, at: return_row(
        ref, reason, version=version, actor=actor, at=at
    ),
    hint="Đơn vị đọc nguyên văn phần này. Các dòng khác của danh sách vẫn được xét tiếp.",
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
