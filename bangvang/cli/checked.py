"""What a checked list says: one answer per row, with reasons, findings and problems."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bangvang.appraisal.shares import Counted, Share, shares_of
from bangvang.cli.registers import Register
from bangvang.foundation.vietnamese import fold
from bangvang.law import (
    Answer,
    Appraisal,
    Days,
    Explanation,
    Finding,
    FindingLine,
    Kind,
    NotInForce,
    Reason,
    UnknownAward,
    appraise,
    award_of,
    explain,
    find_code,
    find_kind,
    rulebook_version,
)
from bangvang.nominations.intake.listed import ListRead, Row, Subject
from bangvang.nominations.intake.subjects import not_for_whom, subject_in
from bangvang.registry.intake.cells import Problem
from bangvang.registry.intake.households import match_household
from bangvang.registry.intake.matching import Asked, Known, Match, match, match_collective
from bangvang.registry.selectors.recipients import household_key

_UNSURE_WHO = frozenset({"NAME_MISSING", "SEVERAL_PEOPLE_IN_CELL"})


@dataclass(frozen=True)
class Question:
    """What is asked of a list; ``award_code`` replaces the rows' own awards."""

    list_name: str
    on: date
    award_code: str | None


@dataclass(frozen=True)
class CheckedRow:
    """One row and what the law says; ``award`` is "" if the list does not say which.

    ``year``: the achievement year asked about. ``earliest_year``, ``earliest_is_hint``,
    ``notes``, ``hint``, ``hint_until``, ``is_held``: as in the law's ``Appraisal``.
    """

    row: int
    name: str
    award: str
    answer: Answer
    reasons: tuple[Reason, ...]
    identity: str
    findings: tuple[FindingLine, ...]
    problems: tuple[Problem, ...]
    year: int
    unit: str
    earliest_year: int | None = None
    earliest_is_hint: bool = False
    notes: tuple[str, ...] = ()
    hint: Finding | None = None
    hint_until: date | None = None
    explanation: Explanation | None = None
    is_held: bool = False

    def as_json(self) -> dict[str, object]:
        """Return the row of the public JSON."""
        return {
            "row": self.row,
            "name": self.name,
            "award": self.award,
            "answer": self.answer.value,
            "reasons": [reason.value for reason in self.reasons],
            "identity": self.identity,
            "findings": list(self.findings),
            "explanation": self.explanation and self.explanation.as_json(),
            "problems": _as_json(self.problems),
            "earliest_year": self.earliest_year,
            "earliest_is_hint": self.earliest_is_hint,
            "notes": list(self.notes),
            "hint": self.hint and _hint_as_json(self.hint, self.hint_until),
        }


@dataclass(frozen=True)
class OfHistory:
    """What is wrong with the rows of the history file of this name."""

    filename: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Checked:
    """A whole list."""

    list_name: str
    on: date
    rulebook: str
    rows: tuple[CheckedRow, ...]
    problems: tuple[Problem, ...]
    groups: tuple[Share, ...] = ()
    of_history: OfHistory | None = None

    @property
    def totals(self) -> dict[str, int]:
        """How many rows have each answer."""
        counts = Counter(row.answer for row in self.rows)
        return {answer.value: counts[answer] for answer in Answer}

    @property
    def is_all_met(self) -> bool:
        """Whether every row is met."""
        return all(row.answer is Answer.MET for row in self.rows)

    def as_json(self) -> dict[str, object]:
        """Return the public JSON document."""
        return {
            "list": self.list_name,
            "on": self.on.isoformat(),
            "rulebook": self.rulebook,
            "rows": [row.as_json() for row in self.rows],
            "problems": [*_as_json(self.problems), *_of_history_as_json(self.of_history)],
            "groups": [_group_as_json(share) for share in self.groups],
            "totals": self.totals,
        }


def _group_as_json(share: Share) -> dict[str, object]:
    finding = share.finding
    return {
        "award": share.award_code,
        "year": share.year,
        "unit": share.group,
        "answer": finding.answer.value,
        "reasons": [finding.why.value] if finding.why else [],
        "sentence": finding.sentence,
        "cite": finding.cite.text,
        "seen": finding.seen.value,
    }


def _hint_as_json(hint: Finding, until: date | None) -> dict[str, str | None]:
    day = until.isoformat() if until else None
    return {"sentence": hint.sentence, "cite": hint.cite.text, "until": day}


def _of_history_as_json(said: OfHistory | None) -> list[dict[str, str]]:
    if said is None:
        return []
    return [{"file": said.filename} | one for one in _as_json(said.problems)]


def _as_json(problems: Sequence[Problem]) -> list[dict[str, str]]:
    return [{"cell": p.cell, "code": p.code, "text": p.text} for p in problems]


def checked(read: ListRead, question: Question, register: Register) -> Checked:
    """Ask about every row; who is meant comes before what the law says."""
    tokens = [register.token(row.identity_number) for row in read.rows if row.identity_number]
    register.prepare([row.name for row in read.rows], tokens)
    known = register.candidates()
    rows = tuple(
        _checked_row(row, read.problems_of(row.row), question, register, known) for row in read.rows
    )
    return Checked(
        list_name=question.list_name,
        on=question.on,
        rulebook=rulebook_version(),
        rows=rows,
        problems=read.list_problems,
        groups=shares_of(_counted(rows, question.on), {}),
    )


def _counted(rows: Sequence[CheckedRow], on: date) -> list[Counted]:
    """Return the rows as shares see them; a unit is one however its name is written."""
    units: dict[str, str] = {}
    return [
        Counted(
            id=str(row.row),
            award_code=row.award,
            year=row.year,
            unit=units.setdefault(fold(row.unit), row.unit),
            answer=row.answer,
            on=on,
            is_held=row.is_held,
        )
        for row in rows
        if row.award
    ]


def _checked_row(
    row: Row,
    problems: tuple[Problem, ...],
    question: Question,
    register: Register,
    known: Sequence[Known],
) -> CheckedRow:
    asked = Asked(
        name=row.name,
        birth=row.birth,
        identity_digest=register.token(row.identity_number) if row.identity_number else None,
        unit=row.unit,
    )
    told = _match(row, asked, known)
    identity = "for_a_person" if _is_unsure_who(row, problems) else told.kind
    code, kind, unclear = _proposed(row, problems, question)
    appraisal: Appraisal | None = None
    days = Days(received_on=question.on, achievement_year=row.year)
    if code and kind:
        record = register.record(asked, told.known_key)
        if told.known_key and row.subject is Subject.COLLECTIVE:
            record = replace(record, roll=register.roll(told.known_key, days.anchor_year))
        try:
            appraisal = appraise(
                code,
                record,
                days=days,
                identity_settled=identity != "for_a_person",
                kind=kind,
                subject=subject_in(row, code),
            )
        except NotInForce as refused:
            unclear.append(_problem(row, "award", "AWARD_NOT_IN_FORCE", refused.sentence))
    return CheckedRow(
        row=row.row,
        name=row.name,
        award=code or "",
        answer=appraisal.answer if appraisal else Answer.FOR_A_PERSON,
        reasons=_reasons(appraisal, identity),
        identity=identity,
        findings=appraisal.findings() if appraisal else (),
        problems=(*problems, *unclear),
        explanation=explain(appraisal, on=question.on) if appraisal else None,
        year=days.anchor_year,
        unit=row.unit,
        earliest_year=appraisal.earliest_year if appraisal else None,
        earliest_is_hint=appraisal.earliest_is_hint if appraisal else False,
        notes=appraisal.notes if appraisal else (),
        hint=appraisal.hint if appraisal else None,
        hint_until=appraisal.hint_until if appraisal else None,
        is_held=appraisal is not None and appraisal.is_held,
    )


def _match(row: Row, asked: Asked, known: Sequence[Known]) -> Match:
    if row.subject is Subject.COLLECTIVE:
        matching = match_household if household_key(row.name) else match_collective
        return matching(row.name, row.unit, known)
    return match(asked, known)


def _is_unsure_who(row: Row, problems: Sequence[Problem]) -> bool:
    name_cell = row.cells.get("name")
    return any(
        problem.code in _UNSURE_WHO
        or (problem.code == "DAMAGED_TEXT" and problem.cell == name_cell)
        for problem in problems
    )


def _proposed(
    row: Row, problems: Sequence[Problem], question: Question
) -> tuple[str | None, Kind | None, list[Problem]]:
    """Return which award of which kind is proposed, ``None`` for what cannot be told, and why."""
    codes = {problem.code for problem in problems}
    kind = find_kind(row.kind_text)
    unclear = []
    if kind is None:
        text = f"“{row.kind_text}” không phải loại hình khen thưởng đã biết."
        unclear.append(_problem(row, "kind", "KIND_UNKNOWN", text))
    code = question.award_code
    if code is None and "SEVERAL_AWARDS_IN_ROW" not in codes:
        code = _own_award(row)
        if code is None:
            unknown = f"“{row.award_text}” không có trong danh mục."
            text = unknown if row.award_text else "Dòng này không ghi danh hiệu, hình thức đề nghị."
            unclear.append(_problem(row, "award", "AWARD_UNKNOWN", text))
    if code and (refused := not_for_whom(row, code)):
        unclear.append(_problem(row, "award", "AWARD_NOT_FOR_SUBJECT", refused))
        kind = None
    if "YEAR_UNREADABLE" in codes:
        kind = None
    return code, kind, unclear


def _own_award(row: Row) -> str | None:
    """Return the code of the row's own words; a grade or an initiative is no award."""
    try:
        return award_of(find_code(row.award_text) or "").code
    except UnknownAward:
        return None


def _reasons(appraisal: Appraisal | None, identity: str) -> tuple[Reason, ...]:
    if identity == "for_a_person":
        return (Reason.IDENTITY,)
    return appraisal.reasons if appraisal else (Reason.FACT_MISSING,)


def _problem(row: Row, field: str, code: str, text: str) -> Problem:
    cell = row.cells.get(field) or row.cells.get("name") or f"A{row.row}"
    return Problem(cell, code, text, row.row)
