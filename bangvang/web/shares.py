"""How many of a list may be proposed, as every door shows it beside the list."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from bangvang.appraisal.facts import ask_all, question_of
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.appraisal.shares import (
    PROPOSED_BESIDE,
    THE_PROVINCE,
    Counted,
    Known,
    Share,
    bound_codes,
    shares_of,
)
from bangvang.law import Answer, Appraisal, award_name
from bangvang.nominations.intake.previewed import PreviewRow
from bangvang.nominations.selectors.many import BriefRow
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.selectors.stated import facts_of_refs
from bangvang.nominations.states import State
from bangvang.registry.selectors.titled import people_titled
from bangvang.web.components import pieces
from bangvang.web.components.pieces import Column
from bangvang.web.findings import answer_shown

COLUMNS = (
    Column("Đề nghị", "name"),
    Column("Kết quả", "mid"),
    Column("Số lượng, căn cứ"),
)
GONE_ON = frozenset(
    {
        State.APPRAISED,
        State.READY,
        State.ON_AGENDA,
        State.VOTED_FOR,
        State.FORWARDED,
        State.GRANTED,
    }
)
"""Rows that people have accepted count, whatever the law said of them alone."""

FALLEN_OUT = frozenset({State.WITHDRAWN, State.VOTED_AGAINST, State.REFUSED})
WITHIN = pieces.Answer(pieces.Kind.MET, "Trong tỷ lệ")
TOO_MANY = pieces.Answer(pieces.Kind.NOT_MET, "Vượt tỷ lệ")
WOMAN: Mapping[str, bool] = {"F": True, "M": False}


@dataclass(frozen=True)
class ShareShown:
    """One share of one group, ready for a page."""

    title: str
    group: str
    answer: pieces.Answer
    sentence: str
    limit: str
    cite: str
    hint: str
    hint_cite: str


class Proposed(Protocol):
    """What a share counts of a row, however much else of it was read."""

    @property
    def ref(self) -> str: ...  # noqa: D102
    @property
    def award_code(self) -> str: ...  # noqa: D102
    @property
    def achievement_year(self) -> int: ...  # noqa: D102
    @property
    def nominating_unit(self) -> str: ...  # noqa: D102
    @property
    def nominating_unit_ref(self) -> str: ...  # noqa: D102
    @property
    def received_on(self) -> date | None: ...  # noqa: D102
    @property
    def sex(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102


Rows = TypeVar("Rows", bound=Proposed)


def shares_shown(
    rows: Sequence[NominationRow],
    *,
    today: date,
    outside: bool = False,
    untold: Collection[str] = (),
) -> tuple[ShareShown, ...]:
    """Return the shares that bind these rows, by the law of each row's receipt; none, nothing.

    `outside`: for readers who may not see recorded bars; nothing of them is in the counts.
    `untold`: references of rows whose answer the reader is not told; they count as open.
    """
    return _bound(rows, partial(answers_of, today=today, outside=outside), today, untold)


def shares_of_received(rows: Sequence[BriefRow], *, today: date) -> tuple[ShareShown, ...]:
    """Return the shares that bind rows that were handed in, for the office: answers as kept."""
    return _bound(rows, _kept, today, ())


def _bound(
    rows: Sequence[Rows],
    answers_to: Callable[[Sequence[Rows]], Mapping[str, Appraisal]],
    today: date,
    untold: Collection[str],
) -> tuple[ShareShown, ...]:
    live = [row for row in rows if row.state not in FALLEN_OUT]
    counted = [_counted(row, None, today) for row in live]
    wanted = _wanted(counted)
    if not wanted:
        return ()
    asked = [row for row in live if row.award_code in wanted]
    answers = answers_to([row for row in asked if row.state not in GONE_ON])
    settled = [
        replace(one, answer=Answer.FOR_A_PERSON, is_held=False)
        if row.ref in untold and row.state not in GONE_ON
        else one
        for row in asked
        for one in [_counted(row, answers.get(row.ref), today)]
    ]
    names = {row.nominating_unit_ref: row.nominating_unit for row in live}
    return _shown(settled, names)


def preview_shares(
    rows: Sequence[PreviewRow],
    answers: Mapping[int, Appraisal],
    *,
    unit_ref: str,
    unit_name: str,
    on: date,
) -> tuple[ShareShown, ...]:
    """Return the shares that bind a list before it is saved; rows that cannot be saved are out."""
    counted = [
        Counted(
            id=str(row.row),
            award_code=row.award_code,
            year=row.achievement_year,
            unit=unit_ref,
            answer=answers[row.row].answer if row.row in answers else Answer.FOR_A_PERSON,
            on=on,
            woman=WOMAN.get(row.written.sex),
            is_held=row.row in answers and answers[row.row].is_held,
        )
        for row in rows
        if row.award_code and not row.blocking
    ]
    return _shown(counted, {unit_ref: unit_name}) if _wanted(counted) else ()


def _wanted(rows: Sequence[Counted]) -> frozenset[str]:
    """Return the awards under a share and those whose proposals make its base."""
    bound = bound_codes(rows)
    return bound.union(*(PROPOSED_BESIDE[code] for code in bound))


def _counted(row: Proposed, appraisal: Appraisal | None, today: date) -> Counted:
    """Return a row for the shares; one that nobody asks about any more was accepted by people."""
    return Counted(
        id=row.ref,
        award_code=row.award_code,
        year=row.achievement_year,
        unit=row.nominating_unit_ref,
        answer=appraisal.answer if appraisal else Answer.MET,
        on=row.received_on or today,
        woman=WOMAN.get(row.sex),
        is_held=appraisal is not None and appraisal.is_held,
    )


def answers_of(
    rows: Sequence[NominationRow], today: date, *, outside: bool
) -> dict[str, Appraisal]:
    """Return what the law says of each row: as it is kept, or asked now for a draft.

    A draft is asked with what its file states, as it will be when it is taken up.
    """
    found = _kept(rows)
    drafts = [row for row in rows if row.ref not in found]
    facts = facts_of_refs([row.ref for row in drafts])
    questions = [question_of(row, facts.get(row.ref)) for row in drafts]
    asked = ask_all(questions, on=today) if drafts else []
    found |= {row.ref: one.appraisal for row, one in zip(drafts, asked, strict=True)}
    return {
        ref: appraisal.for_outside() if outside else appraisal for ref, appraisal in found.items()
    }


def _kept(rows: Sequence[Proposed]) -> dict[str, Appraisal]:
    return {ref: seen.appraisal for ref, seen in findings_of(row.ref for row in rows).items()}


def _shown(rows: Sequence[Counted], names: Mapping[str, str]) -> tuple[ShareShown, ...]:
    return counted_shares(rows, names, {})


def counted_shares(
    rows: Sequence[Counted], names: Mapping[str, str], otherwise: Known
) -> tuple[ShareShown, ...]:
    """Return the shares of rows that are counted already; names by reference of the unit.

    `otherwise`: bases for units of which the register is not known to be whole.
    """
    years = {row.year for row in rows}
    known = {**otherwise, **people_titled(names, years, PROPOSED_BESIDE["CSTDCS"])}
    return tuple(_share(share, names, rows) for share in shares_of(rows, known))


def _share(share: Share, names: Mapping[str, str], rows: Sequence[Counted]) -> ShareShown:
    finding = share.finding
    on = max(row.on for row in rows)
    return ShareShown(
        title=f"{award_name(share.award_code, on)} năm {share.year}",
        group="Toàn tỉnh" if share.group == THE_PROVINCE else names[share.group],
        answer=_said(finding.answer, finding.why),
        sentence=finding.sentence,
        limit=finding.requires,
        cite=finding.cite.text,
        hint=share.hint.sentence if share.hint else "",
        hint_cite=share.hint.cite.text if share.hint else "",
    )


def _said(answer: Answer, why: str | None) -> pieces.Answer:
    if answer is Answer.MET:
        return WITHIN
    return TOO_MANY if answer is Answer.NOT_MET else answer_shown(answer, [why] if why else [])
