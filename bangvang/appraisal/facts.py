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
    appraise,
)
from bangvang.nominations.intake.preview import PreviewRow
from bangvang.registry.selectors.people import PersonHistory, histories_of
from bangvang.registry.selectors.rolls import Counted, RollBounds


@dataclass(frozen=True)
class Question:
    """One person proposed for one award; `person_ref` is empty for somebody not in the register."""

    person_ref: str
    award_code: str
    kind: str
    achievement_year: int
    settled: bool = True
    facts: Mapping[str, bool | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Answered:
    """What the law said, and the record it looked at."""

    appraisal: Appraisal
    record: Record


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
    histories = histories_of({q.person_ref for q in questions if q.person_ref})
    nothing_known = PersonHistory()
    answered = []
    for question in questions:
        history = histories.get(question.person_ref, nothing_known)
        record = replace(record_of(history), facts=question.facts)
        appraisal = appraise(
            question.award_code,
            record,
            days=Days(on, question.achievement_year, asked_on=asked_on),
            identity_settled=question.settled,
            kind=Kind(question.kind),
        )
        answered.append(Answered(appraisal, record))
    return answered


def answers_to(rows: Sequence[PreviewRow], *, on: date) -> dict[int, Appraisal]:
    """Return what the law of a day says of the settled rows of a preview, by sheet row number.

    Raises:
        NotInForce: no rulebook is in force on that day.
    """
    asked = [row for row in rows if row.is_good]
    questions = [
        Question(row.person_ref, row.award_code, row.kind, row.achievement_year) for row in asked
    ]
    answered = ask_all(questions, on=on)
    return {row.row: one.appraisal.for_outside() for row, one in zip(asked, answered, strict=True)}
