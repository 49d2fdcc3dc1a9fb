"""What the law said, as components show it: everywhere the same words for the same answer."""

from collections.abc import Callable, Sequence
from datetime import date

from bangvang.foundation.vietnamese import say_date
from bangvang.law import Answer, Appraisal, Finding, Reason, Used, award_name
from bangvang.web.components import finding_pieces, pieces

LinkTo = Callable[[str], str]
"""From the reference of a record to its address; the empty text where there is no page for it."""


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
        return pieces.ANSWER_TWO
    if set(reasons) <= {Reason.TEXT_UNSEEN, Reason.JUDGEMENT}:
        return pieces.ANSWER_NOTE
    return pieces.ANSWER_PERSON


def finding_shown(appraisal: Appraisal, *, on: date, link_to: LinkTo) -> finding_pieces.Finding:
    """Return the opened tree of an answer."""
    finding = appraisal.finding
    parts = finding.parts or (finding,)
    deciding = appraisal.deciding()
    return finding_pieces.Finding(
        answer=answer_shown(appraisal.answer, appraisal.reasons),
        title=finding.title or award_name(appraisal.code, on),
        cite=pieces.Link(finding.cite.text) if finding.cite else None,
        parts=tuple(part_shown(part, deciding, link_to) for part in parts),
        missing=_missing(finding, on),
    )


def part_shown(finding: Finding, deciding: Finding, link_to: LinkTo) -> finding_pieces.Part:
    """Return one condition with those below it; the one that decided stands out."""
    return finding_pieces.Part(
        answer=_part_answer(finding),
        sentence=finding.sentence,
        requires=(finding.requires,) if finding.requires else (),
        used=tuple(_used(used, link_to) for used in finding.used),
        cite=pieces.Link(finding.cite.text) if finding.cite else None,
        is_deciding=finding is deciding or finding == deciding,
        parts=tuple(part_shown(part, deciding, link_to) for part in _still_open(finding)),
    )


def _still_open(finding: Finding) -> tuple[Finding, ...]:
    """Return the parts worth reading: none under what is met, whichever way it was."""
    return () if finding.answer == Answer.MET else finding.parts


def _part_answer(finding: Finding) -> pieces.Answer:
    if finding.answer == Answer.MET:
        return finding_pieces.PART_MET
    if finding.answer == Answer.NOT_MET:
        return finding_pieces.PART_NOT_MET
    return (
        finding_pieces.PART_JUDGE if finding.why == Reason.JUDGEMENT else finding_pieces.PART_PERSON
    )


def _used(used: Used, link_to: LinkTo) -> pieces.Link:
    words = f"năm {used.year}"
    if used.decision_no:
        words = f"QĐ {used.decision_no}"
    if used.decided_on:
        words += f" ngày {say_date(used.decided_on)}"
    return pieces.Link(words, link_to(used.record_id) if used.record_id else "")


def _missing(finding: Finding, on: date) -> str:
    """Name what is missing, each kind of record with its years, from the whole tree."""
    found: dict[str, set[tuple[int, bool]]] = {}
    _gather(finding, found)
    named = "; ".join(
        f"{award_name(code, on)} năm {', '.join(_year(*one) for one in sorted(years))}"
        for code, years in sorted(found.items())
    )
    return f"Sổ chưa rõ: {named}." if named else ""


def _year(year: int, or_earlier: bool) -> str:
    return f"{year} trở về trước" if or_earlier else str(year)


def _gather(finding: Finding, found: dict[str, set[tuple[int, bool]]]) -> None:
    for missing in finding.missing:
        found.setdefault(missing.code, set()).add((missing.year, missing.or_earlier))
    for part in finding.parts:
        _gather(part, found)
