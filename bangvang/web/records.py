"""The record of a person or a collective as the office and the units read it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from django.urls import reverse

from bangvang.appraisal.ladder import Group, Ladder
from bangvang.foundation.actor import Actor, Origin
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Kind as AwardKind
from bangvang.law import UnknownAward, award_name, kind_name
from bangvang.nominations.selectors.open_of import OpenNomination
from bangvang.registry.selectors.award_source import AwardSource
from bangvang.registry.selectors.body_history import AsWritten
from bangvang.registry.selectors.holdings import Holding, PersonHistory
from bangvang.registry.selectors.people import PersonSeen
from bangvang.registry.selectors.runs import GOOD_OR_BETTER, last_of_each, runs_of
from bangvang.registry.selectors.sources import Source
from bangvang.web.components.pieces import Answer, Column, Fact, Link
from bangvang.web.nominations import CHIPS

AWARD_COLUMNS = (
    Column("Danh hiệu, hình thức", "name"),
    Column("Năm thành tích", "num"),
    Column("Quyết định"),
    Column("Tình trạng", "mid"),
)
DOSSIER_COLUMNS = (
    Column("Đề nghị", "name"),
    Column("Năm thành tích", "num"),
    Column("Đơn vị trình"),
    Column("Đang ở đâu", "mid"),
)
MOST_NEXT = 6
NOWHERE: Mapping[str, Source] = MappingProxyType({})
ORIGINS = {
    Origin.LIVE.value: "ghi vào sổ khi quyết định có hiệu lực, trên hệ thống này",
    Origin.REPLAY.value: "diễn lại từ hồ sơ của kỳ họp đã qua",
    Origin.BACK_ENTRY.value: "nhập bổ sung từ kết quả các năm trước",
}


class Pages(NamedTuple):
    """URL names of a door: the holder's own, its awards' sources, its ladder if there is one."""

    source: str
    ladder: str = ""
    dossier: str = ""
    decision: str = ""


@dataclass(frozen=True)
class AwardLine:
    """One award in the table; `source_href` opens what it stands on."""

    held: Holding
    name: str
    kind: str
    source_href: str
    now: str = ""
    """What became of the unit that the decision names, as "nay là …"."""
    came: Source | None = None
    """The file an import brought it from; the standing office's to read."""
    row_href: str = ""
    """The row's own page, where `source_href` leads to a decision of this system."""


@dataclass(frozen=True)
class DossierLine:
    """Something under way."""

    name: str
    year: int
    unit: str
    chip: Answer
    href: str


@dataclass(frozen=True)
class Record:
    """What both doors show of a holder, above grades and initiatives."""

    telephone: str
    runs: tuple[str, ...]
    last: tuple[Fact, ...]
    awards: tuple[AwardLine, ...]
    dossiers: tuple[DossierLine, ...]
    next_said: str
    next_awards: tuple[str, ...]
    ladder_href: str
    printed: str
    award_columns: tuple[Column, ...] = AWARD_COLUMNS
    dossier_columns: tuple[Column, ...] = DOSSIER_COLUMNS


class Spoken(NamedTuple):
    """Whom the sentence for the telephone names; `sex` is F, M or empty, of a person."""

    name: str
    about: tuple[str, ...]
    sex: str = ""
    is_person: bool = True


def spoken_person(person: PersonSeen) -> Spoken:
    """Return a person as the telephone names one: year of birth, position, unit."""
    year = person.birth_on.year if person.birth_on else person.birth_year
    about = (f"sinh năm {year}" if year else "", person.position, person.organisation_name)
    return Spoken(person.full_name, about, person.sex)


def record_shown(
    ref: str,
    spoken: Spoken,
    history: PersonHistory,
    ladder: Ladder,
    dossiers: Iterable[OpenNomination],
    pages: Pages,
    *,
    actor: Actor,
    at: datetime,
    now: Mapping[AsWritten, str],
    came: Mapping[str, Source] = NOWHERE,
    ended: str = "",
) -> Record:
    """Return the record.

    `now`: what became of the units that decisions name. `ended`: said in the place of what comes
    next, where the holder is no more.
    """
    ahead = () if ended else tuple(_next(ladder))
    awards = [held for held in history.holdings if held.record_kind == "AWARD"]
    lines = tuple(
        replace(_award(held, ref, pages, now.get(held.unit, "")), came=came.get(held.ref))
        for held in awards
    )
    by_ref = {line.held.ref: line for line in lines}
    return Record(
        telephone=telephone_sentence(spoken, history),
        runs=tuple(runs_said(history)),
        last=tuple(_last(by_ref[held.ref]) for held in last_of_each(history)),
        awards=lines,
        dossiers=tuple(_dossier(row, pages, at.date()) for row in dossiers),
        next_said=ended or _next_said(ladder, ahead),
        next_awards=ahead[:MOST_NEXT],
        ladder_href=reverse(pages.ladder, args=[ref]) if pages.ladder and not ended else "",
        printed=f"In ngày {say_date(at.date())}; người in: {actor.name}, {actor.title}.",
    )


def telephone_sentence(spoken: Spoken, history: PersonHistory) -> str:
    """Return what can be read out to somebody who calls; never a word of bars."""
    title = {"F": "Bà", "M": "Ông"}.get(spoken.sex, "Ông/Bà") if spoken.is_person else ""
    who = ", ".join(part for part in (f"{title} {spoken.name}".strip(), *spoken.about) if part)
    newest = last_of_each(history)
    if not newest:
        return f"{who}: sổ chưa ghi lượt khen thưởng nào. {_whole_said(history)}"
    counts = _counts(history)
    told = ", ".join(f"{counts[held.code]} lượt {called(held.code)}" for held in newest)
    last = max(newest, key=lambda held: (held.decided_on or date.min, held.year))
    return (
        f"{who}, đã được tặng: {told}; gần nhất là {called(last.code, last.decided_on)} năm "
        f"{last.year}, theo Quyết định số {last.decision_no}{_on(last)}. {_whole_said(history)}"
    )


def runs_said(history: PersonHistory) -> Iterator[str]:
    """Yield runs: "Lao động tiên tiến 2019–2025, 7 năm liên tục"."""
    for run in runs_of(history):
        name = called(run.code) if run.code != GOOD_OR_BETTER else GOOD_SAID
        yield f"{name} {run.first}–{run.last}, {run.years} năm liên tục"


GOOD_SAID = "Hoàn thành tốt nhiệm vụ trở lên"


def called(code: str, on: date | None = None) -> str:
    """Return what an award, a grade or an initiative is called; the code if nobody knows."""
    try:
        return award_name(code, on or date.max)
    except UnknownAward:
        return code


def source_facts(source: AwardSource) -> list[Fact]:
    """Return what the register keeps of one award, as it was written."""
    facts = (
        ("Danh hiệu, hình thức", called(source.code, source.decided_on)),
        ("Loại hình", kind_name(AwardKind(source.kind)) if source.kind else ""),
        ("Năm thành tích", str(source.year)),
        ("Tên ghi trên quyết định", source.name_as_written),
        ("Đơn vị ghi trên quyết định", source.unit_as_written),
        ("Thành tích", source.achievement),
        ("Quyết định", f"số {source.decision_no} ngày {say_date(source.decided_on)}"),
        ("Thứ tự trong danh sách", str(source.order_no or "")),
        ("Cơ quan ban hành", source.issued_by),
        ("Vào sổ thế nào", ORIGINS.get(source.origin, "")),
        ("Hủy bỏ", f"từ ngày {say_date(source.revoked_on)}" if source.revoked_on else ""),
    )
    return [Fact(label, value) for label, value in facts if value]


def decision_link(source: AwardSource, url_name: str) -> Link | None:
    """Return the way to the decision's own page, if this system holds the decision."""
    if not source.decision_ref or not url_name:
        return None
    return Link("Mở quyết định", reverse(url_name, args=[source.decision_ref]))


def _award(held: Holding, ref: str, pages: Pages, now: str) -> AwardLine:
    source = row = reverse(pages.source, args=[ref, held.ref])
    if held.decision_ref and pages.decision:
        source = reverse(pages.decision, args=[held.decision_ref])
    kind = kind_name(AwardKind(held.kind)) if held.kind else ""
    name = called(held.code, held.decided_on)
    return AwardLine(held, name, kind, source, now, row_href=row if row != source else "")


def _last(line: AwardLine) -> Fact:
    held = line.held
    return Fact(
        line.name,
        f"năm {held.year}",
        source_link=Link(f"Quyết định số {held.decision_no}{_on(held)}", line.source_href),
    )


def _dossier(row: OpenNomination, pages: Pages, today: date) -> DossierLine:
    return DossierLine(
        called(row.award_code, row.received_on or today),
        row.achievement_year,
        row.nominating_unit,
        Answer(CHIPS[row.state], row.state_name),
        reverse(pages.dossier, args=[row.ref]) if pages.dossier else "",
    )


def _next(ladder: Ladder) -> Iterator[str]:
    """Yield what is in reach of the next year, or else what comes first with its year."""
    soon = ladder.of(Group.NEXT_YEAR)
    if soon:
        yield from (rung.name for rung in soon)
        return
    for rung in ladder.of(Group.WITHIN_YEARS):
        yield f"{rung.name} (sớm nhất năm {rung.earliest_year})"


def _next_said(ladder: Ladder, ahead: tuple[str, ...]) -> str:
    first, last = ladder.years[0], ladder.years[-1]
    if not ahead:
        return f"Theo dữ liệu hiện có, đến hết năm {last} chưa có gì chắc chắn vào tầm."
    more = f", và {len(ahead) - MOST_NEXT} mục nữa" if len(ahead) > MOST_NEXT else ""
    if ladder.of(Group.NEXT_YEAR):
        return f"Trong tầm ngay năm thành tích {first}{more}:"
    return f"Chưa có gì trong tầm năm {first}; gần nhất{more}:"


def _counts(history: PersonHistory) -> dict[str, int]:
    counts: dict[str, int] = {}
    for held in history.holdings:
        if held.record_kind == "AWARD" and held.revoked_on is None:
            counts[held.code] = counts.get(held.code, 0) + 1
    return counts


def _whole_said(history: PersonHistory) -> str:
    since, through = history.complete_from.get("AWARD"), history.complete_through.get("AWARD")
    if since is None:
        return "Sổ chưa chắc đã đủ các năm trước."
    if through is None:
        return f"Sổ ghi đủ từ năm {since}."
    if since == through:
        return f"Sổ ghi đủ năm {since}; các năm khác chưa chắc đã đủ."
    return f"Sổ ghi đủ từ năm {since} đến năm {through}; các năm khác chưa chắc đã đủ."


def _on(held: Holding) -> str:
    return f" ngày {say_date(held.decided_on)}" if held.decided_on else ""
