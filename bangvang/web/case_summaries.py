"""A nomination on one page, as the council reads it: the same words at both doors that show it.

What only the standing office may read (bars, notices of other agencies, identity numbers) is in
none of it, so that the office sees what the council will see.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from bangvang.appraisal.selectors.agency_opinions import opinions_told
from bangvang.appraisal.selectors.consulted import standing_of
from bangvang.appraisal.selectors.findings import (
    FindingSeen,
    JudgementSeen,
    conclusions_for_the_council,
    findings_of,
)
from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Kind as AwardKind
from bangvang.law import kind_name
from bangvang.nominations.selectors.nominations import NominationRow, papers_of
from bangvang.nominations.selectors.stated import stated_about
from bangvang.registry.selectors.awards_held import awards_held
from bangvang.registry.selectors.holdings import Holding
from bangvang.web.components.finding_pieces import Finding
from bangvang.web.components.pieces import Column, Fact, FileCard
from bangvang.web.consulted import consulted_told
from bangvang.web.files import paper_card
from bangvang.web.findings import finding_shown
from bangvang.web.navigation import is_open
from bangvang.web.nominations import award_called
from bangvang.web.questions import stated_shown
from bangvang.web.records import called

CONDITION_COLUMNS = (
    Column("Điều kiện", "name"),
    Column("Kết quả", "mid"),
    Column("Điều khoản", "mid"),
)
AWARD_COLUMNS = (
    Column("Danh hiệu, hình thức", "name"),
    Column("Lần", "num", is_number=True),
    Column("Năm thành tích, quyết định"),
)
STILL_LOOKED_AT = "Cơ quan thường trực đang xem xét, chưa có kết quả để trình Hội đồng."


@dataclass(frozen=True)
class TimeHeld:
    """One time that something was awarded; no address where no page may be opened."""

    year: int
    decision: str
    href: str


@dataclass(frozen=True)
class AwardHeld:
    """A past award, by its name of the last time, with every time it was given, newest first."""

    name: str
    times: tuple[TimeHeld, ...]


@dataclass(frozen=True)
class CaseSummary:
    """Who, for what, what the law says of it, what they held before, and who concluded what."""

    name: str
    award: str
    asked: list[Fact]
    finding: Finding | None
    asked_of_the_law_on: str
    still_looked_at: str
    awards: tuple[AwardHeld, ...]
    conclusions: Sequence[JudgementSeen]
    opinions: str
    agencies: list[Fact]
    stated: list[Fact]
    papers: list[FileCard]


def summary_of(actor: Actor, row: NominationRow, paper_href: Callable[[str], str]) -> CaseSummary:
    """Return the page of a row that the actor may see; `paper_href` leads to a paper by its ref.

    Raises:
        Unseen: this actor has no such row.
    """
    found = findings_of([row.ref]).get(row.ref)
    hidden = found is not None and found.is_hidden_outside
    award = award_called(row, row.ballot_by)
    return CaseSummary(
        name=row.name,
        award=award,
        asked=_asked(row, award),
        finding=_finding(found) if found and not hidden else None,
        asked_of_the_law_on=say_date(found.on_day) if found else "",
        still_looked_at=STILL_LOOKED_AT if hidden else "",
        awards=past_awards_of([row])[row.ref],
        conclusions=() if hidden else conclusions_for_the_council(row.ref),
        opinions=consulted_told(standing_of(actor, row.ref)),
        agencies=[] if hidden else _agencies(row.ref),
        stated=stated_shown(stated_about(row.ref)),
        papers=[paper_card(paper, paper_href(paper.ref)) for paper in papers_of(row.ref)],
    )


def _agencies(nomination_ref: str) -> list[Fact]:
    """Return which agencies answered what of the row; their words are the office's alone."""
    return [
        Fact(
            f"Ý kiến của {one.request.agency}",
            one.said.stance_name,
            source=one.paper or f"ngày {say_date(one.request.came_on)}",
        )
        for one in opinions_told(nomination_ref)
        if one.request.came_on is not None
    ]


def past_awards_of(rows: list[NominationRow]) -> dict[str, tuple[AwardHeld, ...]]:
    """Return what each of whom is proposed holds already, newest first, by the row's reference.

    One statement or two for any number of rows.
    """
    held = awards_held(
        {row.person_ref for row in rows if row.person_ref},
        {row.body_ref for row in rows if row.body_ref},
    )
    return {
        row.ref: _awards(held.get(row.person_ref or row.body_ref, ()), row.person_ref)
        for row in rows
    }


def _asked(row: NominationRow, award: str) -> list[Fact]:
    facts = [
        Fact("Đề nghị", f"{award}, thành tích năm {row.achievement_year}",
             source=f"Loại hình: {kind_name(AwardKind(row.kind))}"),
        Fact("Đơn vị trình", row.nominating_unit, source=f"Số tiếp nhận {row.batch_reference}"),
        Fact("Năm sinh", str(row.birth_on.year if row.birth_on else row.birth_year or "không ghi"))
        if row.is_person
        else Fact("Đối tượng", row.subject_name),
        Fact("Chức vụ, đơn vị", ", ".join(part for part in (row.position, row.unit_name) if part)),
    ]  # fmt: skip
    return [*facts, Fact("Thành tích", row.achievement or "không ghi")]


def _finding(found: FindingSeen) -> Finding:
    return finding_shown(found.appraisal.for_outside(), on=found.on_day, link_to=lambda _: "")


def _awards(held: Sequence[Holding], person_ref: str) -> tuple[AwardHeld, ...]:
    by_code: dict[str, list[Holding]] = {}
    for one in held:
        by_code.setdefault(one.code, []).append(one)
    is_public = bool(person_ref) and is_open("portal:person")
    href = reverse("portal:person", args=[person_ref]) if is_public else ""
    return tuple(
        AwardHeld(
            called(code, several[0].decided_on),
            tuple(TimeHeld(one.year, _decision(one), href) for one in several),
        )
        for code, several in by_code.items()
    )


def _decision(held: Holding) -> str:
    on = f", {say_date(held.decided_on)}" if held.decided_on else ""
    return f"{held.decision_no}{on}"
