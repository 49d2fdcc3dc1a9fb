"""What a change of law does to the register and to open dossiers."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.impact import (
    Impact,
    Moved,
    ReadInChunks,
    Side,
    dossiers_compared,
    explained,
    impact_of,
    impact_on,
)
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor
from bangvang.foundation.sheets import OutgoingSheet, write_workbook
from bangvang.law import Change, ChangeDay, Subject
from bangvang.nominations.selectors.nominations import NominationRow, nominations_for
from bangvang.nominations.selectors.stated import facts_of_refs
from bangvang.nominations.states import OVER, State
from bangvang.registry.selectors.naming import everybody, named
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Filter, Link, Tab
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.office import law_changes_shown as shown
from bangvang.web.office.law_changes_shown import Row
from bangvang.web.people import born_said
from bangvang.web.respond import MEDIA_TYPES, download, page

A_PAGE = 30
OPEN = tuple(state for state in State if state not in OVER)
HOLDERS = {Subject.PERSON: HolderKind.PERSON, Subject.COLLECTIVE: HolderKind.ORGANISATION}
PAGES = {HolderKind.PERSON: "office:person", HolderKind.ORGANISATION: "office:collective"}
DOSSIERS, REGISTER = "ho-so", "so"


@dataclass(frozen=True)
class Chosen:
    """What the address asks for: the change, which side of it, and the kind of change."""

    days: tuple[ChangeDay, ...]
    day: ChangeDay
    change: Change | None
    award: str
    side: str
    turn: str

    @property
    def of(self) -> HolderKind:
        """Which part of the register is asked."""
        return HOLDERS[self.change.subject if self.change else Subject.PERSON]

    def query(self, **other: str) -> dict[str, str]:
        """Return what stays in the address."""
        said = {"ngay": self.day.on.isoformat(), "loai": self.award, "o": self.side}
        return {**said, **({"doi": self.turn} if self.turn else {}), **other}


@dataclass(frozen=True)
class Compared:
    """Both sweeps; dossiers come with their sides, the register's are explained when shown."""

    register: Impact
    dossiers: Impact
    rows: dict[str, NominationRow]
    sides: dict[str, tuple[Side, Side]]


@require_http_methods(["GET"])
def changes(request: HttpRequest) -> HttpResponse:
    """Show what to choose, and for a chosen day and award whose answer changes."""
    chosen = _chosen(request)
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
            context |= _result(actor_of(request), chosen, chosen.change, page_number(request))
    return page(request, "office/law/changes.html", context)


@require_http_methods(["GET"])
def sheet(request: HttpRequest) -> HttpResponse:
    """Hand out every changed row under the filter as a spreadsheet."""
    chosen, actor = _chosen(request), actor_of(request)
    change = chosen.change
    if change is None or not change.is_comparable:
        raise Http404
    compared = _compared(actor, chosen, change)
    kept = _impact(compared, chosen).only(shown.turn_chosen(chosen.turn))
    rows = shown.sheet_rows(_rows(actor, chosen, change, compared, kept))
    data = write_workbook(
        [OutgoingSheet("Thay đổi", shown.SHEET_HEAD, rows, widths=(28, 28, 22, 50, 34, 22, 50, 34))]
    )
    name = f"thay-doi-{change.code.lower()}-{change.on.isoformat()}.xlsx"
    return download(data, name=name, media_type=MEDIA_TYPES["xlsx"])


def _chosen(request: HttpRequest) -> Chosen:
    days = shown.days_offered()
    asked = request.GET.get("ngay", "")
    day = next((one for one in days if one.on.isoformat() == asked), days[0])
    award = request.GET.get("loai", "")
    turn = request.GET.get("doi", "")
    return Chosen(
        days,
        day,
        change := shown.change_chosen(day, award),
        award if change else "",
        DOSSIERS if request.GET.get("o") == DOSSIERS else REGISTER,
        turn if shown.turn_chosen(turn) else "",
    )


def _compared(actor: Actor, chosen: Chosen, change: Change) -> Compared:
    crowd = ReadInChunks(everybody(actor, chosen.of), chosen.of)
    rows: dict[str, NominationRow] = {}
    if change.subject is Subject.PERSON:  # lists of nominations hold people only
        found = nominations_for(actor, states=OPEN, award_code=change.code)
        rows = {row.ref: row for row in found if row.kind == change.kind}
    sides = dossiers_compared(list(rows.values()), facts_of_refs(rows), change)
    return Compared(impact_on(crowd, change), impact_of(sides), rows, sides)


def _impact(compared: Compared, chosen: Chosen) -> Impact:
    return compared.dossiers if chosen.side == DOSSIERS else compared.register


def _result(actor: Actor, chosen: Chosen, change: Change, number: int) -> dict[str, object]:
    compared = _compared(actor, chosen, change)
    impact = _impact(compared, chosen)
    kept = impact.only(shown.turn_chosen(chosen.turn))
    last = max(1, -(-len(kept) // A_PAGE))
    current = min(number, last)
    part = kept[(current - 1) * A_PAGE : current * A_PAGE]
    asked = "Hồ sơ đang xét đã hỏi" if chosen.side == DOSSIERS else _asked_of(chosen.of)
    return {
        "tabs": _tabs(chosen, compared),
        "impact": impact,
        "figures": shown.figures_of(impact, asked),
        "turn_filters": [Filter("doi", "Kiểu thay đổi", chosen.turn, shown.turn_choices(impact))],
        "hidden": [(k, v) for k, v in chosen.query().items() if k != "doi"],
        "rows": _rows(actor, chosen, change, compared, part),
        "columns": shown.COLUMNS,
        "is_register": chosen.side == REGISTER,
        "sheet_href": f"{reverse('office:law_changes_sheet')}?{urlencode(chosen.query())}",
        "pager": pager_of(current, len(kept), A_PAGE, query=chosen.query(), what="Dòng"),
        "asked_on": clock.today(),
    }


def _asked_of(of: HolderKind) -> str:
    return "Người trong sổ đã hỏi" if of is HolderKind.PERSON else "Tập thể trong sổ đã hỏi"


def _tabs(chosen: Chosen, compared: Compared) -> tuple[Tab, ...]:
    def tab(label: str, side: str, impact: Impact) -> Tab:
        query = {key: said for key, said in chosen.query(o=side).items() if key != "doi"}
        note = f"{len(impact.moved)} thay đổi trong {impact.asked}"
        return Tab(label, f"?{urlencode(query)}", chosen.side == side, note)

    return (
        tab("Sổ khen thưởng", REGISTER, compared.register),
        tab("Hồ sơ đang xét", DOSSIERS, compared.dossiers),
    )


def _rows(
    actor: Actor, chosen: Chosen, change: Change, compared: Compared, moved: tuple[Moved, ...]
) -> list[Row]:
    if chosen.side == DOSSIERS:
        return [_dossier_row(compared.rows[one.ref], compared.sides[one.ref]) for one in moved]
    refs = [one.ref for one in moved]
    sides, who = explained(refs, chosen.of, change), named(actor, chosen.of, refs)
    rows = []
    for ref in refs:
        one = who[ref]
        born = born_said(one.birth_on, one.birth_year) if chosen.of is HolderKind.PERSON else ""
        more = ", ".join(part for part in (f"sinh {born}" if born else "", one.above) if part)
        rows.append(Row(Link(one.name, reverse(PAGES[chosen.of], args=[ref])), more, *sides[ref]))
    return rows


def _dossier_row(row: NominationRow, sides: tuple[Side, Side]) -> Row:
    return Row(
        Link(row.name, reverse("office:nomination", args=[row.ref])),
        f"{row.batch_reference}, {row.unit_name}, năm {row.achievement_year}; {row.state_name}",
        *sides,
    )
