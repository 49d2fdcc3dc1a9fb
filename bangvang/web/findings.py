"""What the law said, as components show it: everywhere the same words for the same answer."""

from collections.abc import Callable, Sequence
from datetime import date

from bangvang.foundation.vietnamese import say_date
from bangvang.law import Answer, Appraisal, Condition, HintSaid, Reason, explain
from bangvang.web.components import finding_pieces, pieces

LinkTo = Callable[[str], str]
"""From the reference of a record to its address; the empty text where there is no page for it."""

BY_ANSWER = {
    Answer.MET: finding_pieces.PART_MET,
    Answer.NOT_MET: finding_pieces.PART_NOT_MET,
    Answer.FOR_A_PERSON: finding_pieces.PART_PERSON,
}


def answer_shown(answer: str, reasons: Sequence[str]) -> pieces.Answer:
    """Return sign, word and colour of an answer.

    A row with only judgement left is no problem and has its own word; an unsettled person and an
    unread text have theirs.
    """
    if answer == Answer.MET:
        return pieces.ANSWER_MET
    if answer == Answer.NOT_MET:
        return pieces.ANSWER_NOT_MET
    if list(reasons) == [Reason.JUDGEMENT]:
        return pieces.ANSWER_JUDGE
    if list(reasons) == [Reason.IDENTITY]:
        return pieces.ANSWER_WHO
    if set(reasons) <= {Reason.TEXT_UNSEEN, Reason.JUDGEMENT}:
        return pieces.ANSWER_NOTE
    return pieces.ANSWER_PERSON


def finding_shown(appraisal: Appraisal, *, on: date, link_to: LinkTo) -> finding_pieces.Finding:
    """Return the opened tree of an answer, in the words of its explanation."""
    told = explain(appraisal, on=on)
    ways = told.ways[0].conditions if len(told.ways) == 1 else told.ways
    return finding_pieces.Finding(
        answer=answer_shown(appraisal.answer, appraisal.reasons),
        title=appraisal.finding.title or told.award,
        cite=pieces.Link(told.cite),
        parts=tuple(part_shown(one, link_to) for one in (*ways, *told.above)),
        nearest=told.nearest,
        sentence=told.sentence,
        summary=told.summary,
        earliest=told.earliest,
        can_change=tuple((change.heading, change.sentences) for change in told.can_change),
        hint=_hint(told.hint),
        notes=told.notes,
    )


def _hint(said: HintSaid | None) -> finding_pieces.Hint | None:
    """Return what the law until the amendment would say."""
    if said is None:
        return None
    return finding_pieces.Hint(
        until=say_date(said.until),
        answer=BY_ANSWER[said.answer],
        sentence=said.sentence,
        cite=pieces.Link(said.cite),
    )


def part_shown(told: Condition, link_to: LinkTo) -> finding_pieces.Part:
    """Return one condition with those below it; the one that decided stands out."""
    return finding_pieces.Part(
        answer=_part_answer(told),
        sentence=told.sentence,
        requires=(told.requires,) if told.requires else (),
        used=tuple(
            pieces.Link(row.text, link_to(row.record_id) if row.record_id else "")
            for row in told.rows
        ),
        cite=pieces.Link(told.cite),
        is_deciding=told.is_deciding,
        parts=tuple(part_shown(part, link_to) for part in told.parts),
    )


def _part_answer(told: Condition) -> pieces.Answer:
    return finding_pieces.PART_JUDGE if told.is_judgement else BY_ANSWER[told.answer]
