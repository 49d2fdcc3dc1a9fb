"""What a recorded discipline does to merit, put beside what the routes say of the whole record.

Merit counts from the end of the discipline. Whether the year in which it ended counts is not said:
where that matters, a person decides. A clause that was not read refuses nothing, but where it would
change the answer a person looks at it.

Law: ``texts/bars.toml``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bangvang.law.bars import Discipline, counted_anew, last_discipline
from bangvang.law.disciplined import named_disciplines
from bangvang.law.finding import Answer, Finding, Reason, Used
from bangvang.law.instruments import instrument_name
from bangvang.law.joined import answered_alike, beside
from bangvang.law.record import Record

RULE = "bars.merit_counts_anew"
TITLE = "Thành tích tính lại sau khi hết thời hạn kỷ luật"

Ask = Callable[[Record], Finding]
"""Asks the routes about a record."""


@dataclass(frozen=True)
class Readings:
    """What the routes say: of the whole record, and with merit counted anew.

    ``generous`` counts the year in which the discipline ended, ``strict`` only what follows it.
    """

    plain: Finding
    generous: Finding
    strict: Finding


def after_discipline(
    found: Finding, record: Record, on: date, ask: Ask, *, asked_on: date | None = None
) -> Finding:
    """Return the answer of the routes with what a recorded discipline means for it beside it."""
    discipline = last_discipline(record, on, asked_on=asked_on)
    if discipline is None:
        return found
    readings = Readings(
        ask(record),
        ask(counted_anew(record, discipline.year)),
        ask(counted_anew(record, discipline.year + 1)),
    )
    told = _read(discipline, readings) if discipline.decides else _unread(discipline, readings)
    return beside(found, told) if told else found


def _unread(discipline: Discipline, readings: Readings) -> Finding | None:
    if answered_alike(readings.plain, readings.strict):
        return None
    entry = discipline.entry
    if entry.text_unseen:
        name = instrument_name(entry.text_unseen)
        law = f"chưa có nguyên văn {name} để biết thành tích trước khi hết kỷ luật có được tính"
    else:
        law = f"theo {entry.cite.text}, chưa đối chiếu, thành tích tính lại từ khi hết kỷ luật"
    sentence = (
        f"{_recorded(discipline)}; {law}. Nếu không tính: {_told(readings.strict)} Người thẩm định "
        "đối chiếu văn bản."
    )
    return _finding(discipline, Answer.FOR_A_PERSON, sentence, discipline.why_open, readings.plain)


def _read(discipline: Discipline, readings: Readings) -> Finding | None:
    """Tell what merit counted anew changes; None where it changes nothing."""
    plain, generous, strict = readings.plain, readings.generous, readings.strict
    year = discipline.year
    anew = f"{_recorded(discipline)}; thành tích chỉ tính lại từ khi hết thời hạn (năm {year})."
    if generous.answer is Answer.NOT_MET:
        if plain.answer is Answer.NOT_MET and _told(plain) == _told(generous):
            return None
        sentence = f"{anew} Theo đó: {_told(generous)}"
        return _finding(discipline, Answer.NOT_MET, sentence, None, generous)
    if generous.answer is not strict.answer:
        sentence = (
            f"{anew} Quy định không nói rõ có tính cả năm {year} hay không; nếu không tính: "
            f"{_told(strict)} Người thẩm định quyết định."
        )
        return _finding(discipline, Answer.FOR_A_PERSON, sentence, Reason.TWO_READINGS, generous)
    if answered_alike(plain, generous):
        return None
    sentence = f"{anew} Theo đó: {_told(generous)}"
    return _finding(discipline, Answer.FOR_A_PERSON, sentence, generous.deciding().why, generous)


def _recorded(discipline: Discipline) -> str:
    return f"Có kỷ luật đã ghi: {named_disciplines(discipline.bars)}"


def _told(found: Finding) -> str:
    return found.deciding().sentence


def _finding(
    discipline: Discipline, answer: Answer, sentence: str, why: Reason | None, of: Finding
) -> Finding:
    is_open = answer is Answer.FOR_A_PERSON
    return Finding(
        rule=RULE,
        title=TITLE,
        answer=answer,
        sentence=sentence,
        requires="Thành tích tính từ khi hết thời hạn kỷ luật",
        cite=discipline.entry.cite,
        seen=discipline.entry.seen,
        used=tuple(
            Used(bar.record_id, "", bar.since.year, "", bar.since) for bar in discipline.bars
        ),
        missing=of.missing if is_open else (),
        asked=of.asked if is_open else (),
        why=why,
    )
