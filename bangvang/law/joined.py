"""Findings put beside findings: a bar above all ways, two readings, two laws."""

from dataclasses import replace

from bangvang.law.citation import Citation
from bangvang.law.finding import Answer, Finding, Reason, pick
from bangvang.law.instruments import Seen, weakest

WORST_FIRST = (Answer.NOT_MET, Answer.FOR_A_PERSON, Answer.MET)


ABOVE = ".above"
"""Ends the name of a finding in which conditions stand beside what the routes said."""
TWO_LAWS = ".two_laws"
"""Ends the name of a finding whose parts are the answers of two laws."""


def beside(found: Finding, extra: Finding) -> Finding:
    """Return a finding with one more condition that has to be met as well.

    What the routes said stays whole as the first part. What first refuses lends its sentence and
    clause.
    """
    is_joined = found.rule.endswith(ABOVE)
    parts = (*found.parts, extra) if is_joined else (found, extra)
    answer = min(found.answer, extra.answer, key=WORST_FIRST.index)
    is_open = answer is Answer.FOR_A_PERSON
    refuses = extra.answer is Answer.NOT_MET and found.answer is not Answer.NOT_MET
    says = extra if refuses else found
    return replace(
        found,
        rule=found.rule if is_joined else found.rule + ABOVE,
        answer=answer,
        sentence=says.sentence,
        cite=says.cite,
        seen=weakest(found.seen, extra.seen),
        missing=tuple(dict.fromkeys((*found.missing, *extra.missing))) if is_open else (),
        asked=tuple(dict.fromkeys((*found.asked, *extra.asked))) if is_open else (),
        why=pick(part.why for part in parts if part.why) if is_open else None,
        parts=parts,
    )


def of_routes(found: Finding) -> Finding:
    """Return what the routes said, without what stands above them."""
    return found.parts[0] if found.rule.endswith(ABOVE) else found


def answered_alike(one: Finding, other: Finding) -> bool:
    """Say whether two readings give one answer, open for the same reasons."""
    return one.answer is other.answer and one.reasons() == other.reasons()


def doubted(
    found: Finding,
    strict: Finding,
    *,
    rule: str,
    title: str,
    sentence: str,
    cite: Citation,
    why: Reason = Reason.TWO_READINGS,
    seen: Seen = Seen.SOURCE,
) -> Finding:
    """Return a finding that a stricter reading would change or leave open: a person decides then.

    ``found`` is the answer under the generous reading, ``strict`` what the routes say under the
    other; doubts that stand beside ``found`` already are none of its own.
    """
    plain = of_routes(found)
    if strict.answer is plain.answer and set(strict.reasons()) <= set(plain.reasons()):
        return found
    doubt = Finding(
        rule=rule,
        title=title,
        answer=Answer.FOR_A_PERSON,
        sentence=sentence,
        requires="Người thẩm định quyết định cách đọc",
        cite=cite,
        seen=seen,
        used=found.used,
        why=why,
    )
    return beside(found, doubt)


def without_bars(found: Finding) -> Finding:
    """Return what may be told outside the standing office: bars are nobody else's to read.

    The answer is the one that the rest gives.
    """
    if found.rule.endswith(TWO_LAWS):
        old, new = (without_bars(part) for part in found.parts)
        return under_two_laws(old, new, title=found.title, doubt=found.sentence)
    if not found.rule.endswith(ABOVE):
        return found
    first, *others = (part for part in found.parts if not part.rule.startswith("bars."))
    for other in others:
        first = beside(first, other)
    return first


def under_two_laws(old: Finding, new: Finding, *, title: str, doubt: str) -> Finding:
    """Return the answer of a file received under one law and decided under the next.

    Alike, the older law's finding stands; otherwise a person decides which law applies.
    """
    if old.answer is new.answer and old.reasons() == new.reasons():
        return replace(old, title=title)
    parts = tuple(replace(one, title=f"Theo {_law(one)}", parts=one.parts) for one in (old, new))
    return Finding(
        rule=old.rule + TWO_LAWS,
        title=title,
        answer=Answer.FOR_A_PERSON,
        sentence=doubt,
        requires="Người thẩm định quyết định áp dụng quy định nào",
        cite=old.cite,
        seen=weakest(old.seen, new.seen),
        missing=tuple(dict.fromkeys((*old.missing, *new.missing))),
        asked=tuple(dict.fromkeys((*old.asked, *new.asked))),
        why=Reason.TWO_READINGS,
        parts=parts,
    )


def _law(found: Finding) -> str:
    return Citation(found.cite.instrument).text
