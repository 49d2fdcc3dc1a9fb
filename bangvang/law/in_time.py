"""Whether what an answer counts lies in time: the year considered, the decisions.

They ask what the day of receipt is to the year considered, so they stand beside the answer of the
routes and never refuse: a person compares.
"""

from collections.abc import Iterator
from datetime import date

from bangvang.law.asking import Matter, ask
from bangvang.law.catalogue import award_name
from bangvang.law.citation import Citation
from bangvang.law.finding import Answer, Finding, Reason, Used
from bangvang.law.instruments import Seen
from bangvang.law.joined import ABOVE, beside
from bangvang.law.record import Record
from bangvang.law.regimes import regime_on


def ask_in_time(matter: Matter, record: Record, *, received_on: date) -> Finding:
    """Return what the law of the matter's day says, with the doubts about time beside it.

    ``received_on``: the day of receipt, also where the law of another day is asked.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    found = ask(matter, record)
    plain = _of_routes(found)
    for doubt in (
        *_yet_to_come(matter, plain, received_on),
        *_decided_later(matter, plain, received_on),
    ):
        found = beside(found, doubt)
    return found


def _of_routes(found: Finding) -> Finding:
    """Return what the routes said, without what stands above them."""
    return found.parts[0] if found.rule.endswith(ABOVE) else found


def _is_as_good_as_met(found: Finding) -> bool:
    """Say whether all that is computed is met."""
    return found.answer is Answer.MET or found.reasons() == {Reason.JUDGEMENT}


def _yet_to_come(matter: Matter, found: Finding, on: date) -> Iterator[Finding]:
    if matter.year > on.year and _is_as_good_as_met(found):
        yield _doubt(
            "in_time.year",
            "Năm xét",
            f"Năm xét {matter.year} chưa đến vào ngày nhận hồ sơ {on:%d/%m/%Y}; cần kiểm tra lại.",
            regime_on(matter.code, matter.on).cite,
            Reason.FACT_MISSING,
        )


def _decided_later(matter: Matter, found: Finding, on: date) -> Iterator[Finding]:
    if not _is_as_good_as_met(found):
        return
    late = tuple(row for row in _all_used(found) if row.decided_on and row.decided_on > on)
    if late:
        named = "; ".join(
            f"{award_name(row.code, matter.on)} năm {row.year} quyết định ngày "
            f"{row.decided_on:%d/%m/%Y}"
            for row in late
        )
        yield _doubt(
            "in_time.decisions",
            "Quyết định có trước ngày nhận hồ sơ",
            f"{named}, sau ngày nhận hồ sơ {on:%d/%m/%Y}; cần kiểm tra lại.",
            found.cite,
            Reason.FACT_MISSING,
            late,
        )


def _all_used(found: Finding) -> tuple[Used, ...]:
    """Return the rows of the whole and of the conditions that are not refused, each once."""
    parts = (part for part in found.parts if part.answer is not Answer.NOT_MET)
    return tuple(dict.fromkeys((*found.used, *(row for part in parts for row in _all_used(part)))))


def _doubt(
    rule: str, title: str, sentence: str, cite: Citation, why: Reason, used: tuple[Used, ...] = ()
) -> Finding:
    return Finding(
        rule=rule,
        title=title,
        answer=Answer.FOR_A_PERSON,
        sentence=sentence,
        requires="Người thẩm định đối chiếu",
        cite=cite,
        seen=Seen.SOURCE,
        used=used,
        why=why,
    )
