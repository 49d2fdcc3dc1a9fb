"""From the register to what the law looks at; the only module that knows both sides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bangvang.law import (
    Appraisal,
    Bar,
    BarKind,
    Between,
    Days,
    Held,
    Kind,
    Record,
    RecordKind,
    Subject,
    appraise,
)
from bangvang.nominations.intake.previewed import PreviewRow
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.registry.selectors.collectives import histories_of_organisations
from bangvang.registry.selectors.people import PersonHistory, histories_of
from bangvang.registry.selectors.rolls import Counted, RollBounds, rolls_bounded


@dataclass(frozen=True)
class Question:
    """Somebody proposed for one award; `ref` is empty for whom the register does not know."""

    ref: str
    award_code: str
    kind: str
    achievement_year: int
    settled: bool = True
    subject: Subject = Subject.PERSON
    facts: Mapping[str, bool | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Answered:
    """What the law said, and the record it looked at."""

    appraisal: Appraisal
    record: Record


def question_of(row: NominationRow, facts: Mapping[str, bool | int] | None = None) -> Question:
    """Return what the law is asked about a row, with the facts that its file states."""
    return Question(
        row.person_ref or row.body_ref,
        row.award_code,
        row.kind,
        row.achievement_year,
        settled=not row.is_open,
        subject=Subject(row.subject),
        facts=facts or {},
    )


def record_of(history: PersonHistory) -> Record:
    """Return a register history as the law's record."""
    return Record(
        held=tuple(
            Held(
                code=h.code,
                kind=Kind(h.kind) if h.kind else Kind.MERIT,
                year=h.year,
                decided_on=h.decided_on,
                decision_no=h.decision_no,
                record_id=h.ref,
                revoked_on=h.revoked_on,
                used_for=tuple(dict.fromkeys(use.award_code for use in h.used_for)),
            )
            for h in history.holdings
        ),
        complete_from={RecordKind(kind): year for kind, year in history.complete_from.items()},
        complete_through={
            RecordKind(kind): year for kind, year in history.complete_through.items()
        },
        bars=tuple(
            Bar(BarKind(bar.kind), bar.since, bar.until, bar.level, bar.ref) for bar in history.bars
        ),
        born=history.born,
    )


def roll_of(bounds: RollBounds) -> dict[str, Between]:
    """Return what the register bounds of a collective's roll, as the law's record takes it."""
    counts = {
        "SO_THANH_VIEN": bounds.members,
        "SO_HOAN_THANH": bounds.completed,
        "SO_LDTT": bounds.titled,
        "SO_CSTDCS": bounds.fighters,
    }
    return {
        name: Between(count.least, count.most)
        for name, count in counts.items()
        if count != Counted(0)
    }


def ask_all(
    questions: Sequence[Question], *, on: date, asked_on: date | None = None
) -> list[Answered]:
    """Ask the law of the receipt day about every row; a fixed number of queries for any list.

    ``asked_on``: the day of the question; the bars that are open on it count.

    Raises:
        NotInForce: no rulebook is in force on that day.
    """
    answered = []
    for question, record in zip(questions, records_of(questions), strict=True):
        appraisal = appraise(
            question.award_code,
            record,
            days=Days(on, question.achievement_year, asked_on=asked_on),
            identity_settled=question.settled,
            kind=Kind(question.kind),
            subject=question.subject,
        )
        answered.append(Answered(appraisal, record))
    return answered


def records_of(questions: Sequence[Question]) -> list[Record]:
    """Return what the law looks at for each question: register, roll and the file's own facts."""
    histories, rolls = _histories(questions), _rolls(questions)
    nothing_known = PersonHistory()
    return [
        replace(
            record_of(histories.get(question.ref, nothing_known)),
            facts=dict(question.facts),
            roll=rolls.get((question.ref, question.achievement_year), {}),
        )
        for question in questions
    ]


def _histories(questions: Sequence[Question]) -> dict[str, PersonHistory]:
    people = {q.ref for q in questions if q.subject is Subject.PERSON and q.ref}
    bodies = {q.ref for q in questions if q.subject is not Subject.PERSON and q.ref}
    return histories_of(people) | (histories_of_organisations(bodies) if bodies else {})


def _rolls(questions: Sequence[Question]) -> dict[tuple[str, int], Mapping[str, Between]]:
    """Return what bounds the rolls of the collectives asked about, by reference and year."""
    asked: dict[int, set[str]] = {}
    for q in questions:
        if q.subject is Subject.COLLECTIVE and q.ref:
            asked.setdefault(q.achievement_year, set()).add(q.ref)
    return {
        (ref, year): roll_of(bounds)
        for year, refs in asked.items()
        for ref, bounds in rolls_bounded(refs, year).items()
    }


def answers_to(rows: Sequence[PreviewRow], *, on: date) -> dict[int, Appraisal]:
    """Return what the law of a day says of the settled rows of a preview, by sheet row number.

    Of whom the register does not have in the unit nothing is known yet.

    Raises:
        NotInForce: no rulebook is in force on that day.
    """
    asked = [row for row in rows if row.is_good]
    questions = [
        Question(
            row.person_ref or row.body_ref,
            row.award_code,
            row.kind,
            row.achievement_year,
            subject=row.subject,
        )
        for row in asked
    ]
    answered = ask_all(questions, on=on)
    return {row.row: one.appraisal.for_outside() for row, one in zip(asked, answered, strict=True)}
