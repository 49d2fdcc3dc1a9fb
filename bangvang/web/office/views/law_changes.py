"""What a change of law does to the register and to open dossiers: asked for, waited for, read."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.appraisal.actions.ask_sweep import ask_sweep
from bangvang.appraisal.permissions import SWEEP_IS_OLD
from bangvang.appraisal.selectors.sweeps import (
    Counted,
    KeptSweep,
    kept_rows,
    kept_sweep,
    sweep_under_way,
)
from bangvang.appraisal.states import Side
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor
from bangvang.foundation.jobs.selectors import JobSeen
from bangvang.foundation.jobs.states import State
from bangvang.foundation.objection import Refused
from bangvang.foundation.sheets import OutgoingSheet, write_workbook
from bangvang.law import Change, ChangeDay, Subject
from bangvang.web.components.pieces import Filter, Link, Progress, Tab
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.office import law_changes_shown as shown
from bangvang.web.office.law_changes_rows import rows_shown
from bangvang.web.progress import answer_to_poll, progress_of
from bangvang.web.respond import MEDIA_TYPES, done, download, page

A_PAGE = 30
SIDES = {"so": Side.REGISTER, "ho-so": Side.DOSSIERS}
SAID = {side: said for said, side in SIDES.items()}
ASKED = {
    (Side.REGISTER, Subject.PERSON): "Người trong sổ đã hỏi",
    (Side.REGISTER, Subject.COLLECTIVE): "Tập thể trong sổ đã hỏi",
    (Side.REGISTER, Subject.HOUSEHOLD): "Hộ gia đình trong sổ đã hỏi",
    (Side.DOSSIERS, Subject.PERSON): "Hồ sơ đang xét đã hỏi",
    (Side.DOSSIERS, Subject.COLLECTIVE): "Hồ sơ đang xét đã hỏi",
    (Side.DOSSIERS, Subject.HOUSEHOLD): "Hồ sơ đang xét đã hỏi",
}


@dataclass(frozen=True)
class Chosen:
    """What the address asks for: the change, which side of it, and the kind of change."""

    days: tuple[ChangeDay, ...]
    day: ChangeDay
    change: Change | None
    award: str
    side: Side
    turn: str

    def query(self, **other: str) -> dict[str, str]:
        """Return what stays in the address."""
        said = {"ngay": self.day.on.isoformat(), "loai": self.award, "o": SAID[self.side]}
        return {**said, **({"doi": self.turn} if self.turn else {}), **other}


@require_http_methods(["GET"])
def changes(request: HttpRequest) -> HttpResponse:
    """Show what to choose, and for a chosen day and award the kept result or how far it is."""
    chosen = _chosen(request.GET)
    context: dict[str, object] = {
        "crumbs": [Link("Quy định", reverse("office:law")), Link("Thay đổi quy định")],
        "filters": [
            Filter(
                "ngay",
                "Ngày có thay đổi",
                chosen.day.on.isoformat(),
                shown.day_choices(chosen.days),
                is_wide=True,
            ),
            Filter(
                "loai",
                "Danh hiệu, hình thức",
                chosen.award,
                shown.award_choices(chosen.day.on),
                is_wide=True,
            ),
        ],
        "day": chosen.day,
        "change": chosen.change,
    }
    if chosen.change:
        context["laws"] = shown.laws_shown(chosen.change)
        if chosen.change.is_comparable:
            actor = actor_of(request)
            kept, job = kept_sweep(actor, chosen.change), sweep_under_way(chosen.change)
            progress = _progress(request, kept, job)
            if told := answer_to_poll(request, progress):
                return told
            context |= _asking(chosen, kept, progress)
            if kept is not None:
                context |= _result(actor, chosen, kept, page_number(request))
    return page(request, "office/law/changes.html", context)


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Have the chosen change computed; the page shows how far it is."""
    chosen = _chosen(request.POST)
    if chosen.change is None:
        raise Http404
    ask_sweep(chosen.change, actor=actor_of(request), at=clock.now())
    to = f"{reverse('office:law_changes')}?{urlencode(chosen.query())}"
    return done(request, to=to, say="Đã nhận yêu cầu tính.")


@require_http_methods(["GET"])
def sheet(request: HttpRequest) -> HttpResponse:
    """Hand out every changed row under the filter as a spreadsheet; never of an old result."""
    chosen, actor = _chosen(request.GET), actor_of(request)
    change = chosen.change
    if change is None or not change.is_comparable:
        raise Http404
    kept = kept_sweep(actor, change)
    if kept is None or not kept.is_current:
        raise Refused(SWEEP_IS_OLD)
    rows = rows_shown(
        actor, chosen.side, change, kept_rows(kept, chosen.side, shown.turn_chosen(chosen.turn))
    )
    data = write_workbook(
        [
            OutgoingSheet(
                "Thay đổi",
                shown.SHEET_HEAD,
                shown.sheet_rows(rows),
                widths=(28, 28, 22, 50, 34, 22, 50, 34),
            )
        ]
    )
    name = f"thay-doi-{change.code.lower()}-{change.on.isoformat()}.xlsx"
    return download(data, name=name, media_type=MEDIA_TYPES["xlsx"])


def _chosen(said: QueryDict) -> Chosen:
    days = shown.days_offered()
    asked = said.get("ngay", "")
    day = next((one for one in days if one.on.isoformat() == asked), days[0])
    award = said.get("loai", "")
    turn = said.get("doi", "")
    return Chosen(
        days,
        day,
        change := shown.change_chosen(day, award),
        award if change else "",
        SIDES.get(said.get("o", ""), Side.REGISTER),
        turn if shown.turn_chosen(turn) else "",
    )


def _progress(request: HttpRequest, kept: KeptSweep | None, job: JobSeen | None) -> Progress | None:
    """Return how far the job is, as long as that is news."""
    is_needed = kept is None or not kept.is_current
    if job is None or not (job.is_open or (job.state is State.FAILED and is_needed)):
        return None
    return progress_of(job, href=request.get_full_path())


def _asking(chosen: Chosen, kept: KeptSweep | None, progress: Progress | None) -> dict[str, object]:
    under_way = progress is not None and progress.is_open
    return {
        "progress": progress,
        "kept": kept,
        "may_ask": not under_way and (kept is None or not kept.is_current),
        "asked_for": [("ngay", chosen.day.on.isoformat()), ("loai", chosen.award)],
    }


def _result(actor: Actor, chosen: Chosen, kept: KeptSweep, number: int) -> dict[str, object]:
    assert chosen.change is not None  # noqa: S101  there is no result without a change
    counted, turn = kept.counted[chosen.side], shown.turn_chosen(chosen.turn)
    count = counted.moved if turn is None else counted.turns[turn]
    current = min(number, max(1, -(-count // A_PAGE)))
    part = kept_rows(kept, chosen.side, turn, first=(current - 1) * A_PAGE, count=A_PAGE)
    return {
        "tabs": _tabs(chosen, kept),
        "impact": counted,
        "figures": shown.figures_of(counted, ASKED[chosen.side, chosen.change.subject]),
        "turn_filters": [Filter("doi", "Kiểu thay đổi", chosen.turn, shown.turn_choices(counted))],
        "hidden": [(k, v) for k, v in chosen.query().items() if k != "doi"],
        "rows": rows_shown(actor, chosen.side, chosen.change, part),
        "columns": shown.COLUMNS,
        "is_register": chosen.side is Side.REGISTER,
        "sheet_href": f"{reverse('office:law_changes_sheet')}?{urlencode(chosen.query())}",
        "pager": pager_of(current, count, A_PAGE, query=chosen.query(), what="Dòng"),
    }


def _tabs(chosen: Chosen, kept: KeptSweep) -> tuple[Tab, ...]:
    def tab(label: str, side: Side) -> Tab:
        counted: Counted = kept.counted[side]
        query = {key: said for key, said in chosen.query(o=SAID[side]).items() if key != "doi"}
        note = f"{counted.moved} thay đổi trong {counted.asked}"
        return Tab(label, f"?{urlencode(query)}", chosen.side is side, note)

    return (tab("Sổ khen thưởng", Side.REGISTER), tab("Hồ sơ đang xét", Side.DOSSIERS))
