"""A change of law as its page shows it: what to choose, what was asked, whose answer turned."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bangvang.appraisal.impact import Side
from bangvang.appraisal.selectors.sweeps import Counted, Turn
from bangvang.foundation.vietnamese import say_date
from bangvang.law import (
    Answer,
    Change,
    ChangeDay,
    Gap,
    Kind,
    NotInForce,
    Reason,
    Subject,
    asked_ever,
    award_name,
    changes_of_law,
    instrument_name,
    kind_name,
    ways_not_coded,
    ways_read,
)
from bangvang.web.components import pieces
from bangvang.web.components.pieces import Choice, Column, Fact, Figure, Link
from bangvang.web.findings import answer_shown

SUBJECTS = {
    Subject.PERSON: "cá nhân",
    Subject.COLLECTIVE: "tập thể",
    Subject.HOUSEHOLD: "hộ gia đình",
}
ANSWERS = (Answer.MET, Answer.NOT_MET, Answer.FOR_A_PERSON)
COLUMNS = (
    Column("Ai", "name"),
    Column("Trước"),
    Column("Từ ngày này"),
)
WAITS_FOR_FACTS = (Reason.FACT_MISSING,)


@dataclass(frozen=True)
class Row:
    """One changed row: who, and both answers with their sentences and clauses."""

    who: Link
    more: str
    before: Side
    after: Side
    is_otherwise: bool = False
    """Whether the answers are other ones now than in the kept result."""

    @property
    def answers(self) -> tuple[pieces.Answer, pieces.Answer]:
        """Both answers as they look."""
        return side_answer(self.before), side_answer(self.after)


def days_offered() -> tuple[ChangeDay, ...]:
    """Return the days on which the law changes, newest first."""
    return changes_of_law()


def day_choices(days: tuple[ChangeDay, ...]) -> tuple[Choice, ...]:
    """Return the days as choices, each named by what begins to apply."""
    return tuple(Choice(day.on.isoformat(), day_called(day)) for day in days)


def day_called(day: ChangeDay) -> str:
    """Return a day with the instruments that begin to apply."""
    named = "; ".join(instrument_name(one) for one in day.instruments)
    return f"{say_date(day.on)}: {named}" if named else say_date(day.on)


def award_choices(on: date) -> tuple[Choice, ...]:
    """Return every award, kind and subject to which a way was ever coded."""
    return tuple(
        Choice(_key(code, kind, subject), _called(code, kind, subject, on))
        for code, kind, subject in asked_ever()
    )


def change_chosen(day: ChangeDay, award: str) -> Change | None:
    """Return what the address asks for; None where it names no award."""
    for code, kind, subject in asked_ever():
        if _key(code, kind, subject) == award:
            return Change(code, kind, subject, day.on)
    return None


def laws_shown(change: Change) -> list[Fact]:
    """Return the ways to the award before and after, with their clauses."""
    return [
        Fact(f"Đến hết ngày {say_date(change.eve)}", _ways(change, change.eve)),
        Fact(f"Từ ngày {say_date(change.on)}", _ways(change, change.on)),
    ]


def figures_of(impact: Counted, asked: str) -> list[Figure]:
    """Return how many were asked, how many changed, and from what to what."""
    return [
        Figure(asked, _number(impact.asked)),
        Figure("Kết quả thay đổi", _number(impact.moved), is_needed=True),
        *(Figure(turn_said(turn), _number(count)) for turn, count in _ordered(impact)),
    ]


def turn_choices(impact: Counted) -> tuple[Choice, ...]:
    """Return the kinds of change as choices of the filter, with their counts."""
    return (
        Choice("", f"Mọi thay đổi ({_number(impact.moved)})"),
        *(
            Choice(turn_key(turn), f"{turn_said(turn)} ({_number(count)})")
            for turn, count in _ordered(impact)
        ),
    )


def turn_chosen(key: str) -> Turn | None:
    """Return the kind of change that the address asks for."""
    turns = ((before, after) for before in ANSWERS for after in ANSWERS)
    return next((turn for turn in turns if turn_key(turn) == key), None)


def turn_key(turn: Turn) -> str:
    """Return a kind of change as it stands in the address."""
    return f"{turn[0]}-{turn[1]}".lower()


def turn_said(turn: Turn) -> str:
    """Return a kind of change in words."""
    before, after = (answer_shown(one, WAITS_FOR_FACTS).label for one in turn)
    return f"{before} → {after[:1].lower()}{after[1:]}"


def side_answer(side: Side) -> pieces.Answer:
    """Return one answer as it looks."""
    return answer_shown(side.answer, side.reasons)


def sheet_rows(rows: list[Row]) -> list[tuple[str, ...]]:
    """Return changed rows as they stand in the download."""
    return [
        (
            row.who.label,
            row.more,
            *(
                part
                for side in (row.before, row.after)
                for part in (side_answer(side).label, side.sentence, side.cite)
            ),
        )
        for row in rows
    ]


SHEET_HEAD = (
    "Ai",
    "Đơn vị",
    "Trước: kết quả",
    "Trước: lý do",
    "Trước: căn cứ",
    "Sau: kết quả",
    "Sau: lý do",
    "Sau: căn cứ",
)


def _ordered(impact: Counted) -> list[tuple[Turn, int]]:
    turns: Mapping[Turn, int] = impact.turns
    order = [(before, after) for before in ANSWERS for after in ANSWERS]
    return [(turn, turns[turn]) for turn in order if turn in turns]


def _key(code: str, kind: Kind, subject: Subject) -> str:
    return f"{code}-{kind}-{subject}".lower()


def _called(code: str, kind: Kind, subject: Subject, on: date) -> str:
    notes = [SUBJECTS[subject]]
    if kind is not Kind.MERIT:
        notes.append(kind_name(kind).lower())
    return f"{award_name(code, on)} ({', '.join(notes)})"


def _why_not_coded(gap: Gap) -> str:
    return "do người thẩm định đối chiếu" if gap.is_read else "chưa có nguyên văn để tính"


def _ways(change: Change, on: date) -> str:
    try:
        ways = [
            f"{way.way} ({way.cite.text}{', chưa có nguyên văn hiện hành' * way.text_unseen})"
            for way in ways_read(change.code, on)
            if (way.kind, way.subject) == (change.kind, change.subject)
        ]
        ways += [
            f"{gap.way} ({gap.cite.text}, {_why_not_coded(gap)})"
            for gap in ways_not_coded(change.code, on)
            if gap.holds(change.kind, change.subject, on)
        ]
    except NotInForce:
        return "chưa có danh hiệu, hình thức này"
    return "; ".join(ways) or "chưa có quy tắc đối chiếu"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
