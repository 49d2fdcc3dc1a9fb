"""Whether what an answer counts lies in time: the year considered, the decisions, the proposal.

They ask what the day of receipt is to the year considered, so they stand beside the answer of the
routes and never refuse: a person compares.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from bangvang.law.asking import Matter, ask
from bangvang.law.catalogue import award_name
from bangvang.law.citation import Citation
from bangvang.law.finding import Answer, Finding, Reason, Used
from bangvang.law.instruments import Seen
from bangvang.law.joined import beside, of_routes
from bangvang.law.record import Record
from bangvang.law.regimes import regime_on

LAW_2022 = "LUAT-06-2022"
TO_THE_PROPOSAL: Mapping[str, bool] = MappingProxyType(
    {
        "prime_minister_certificate.merit": True,
        "prime_minister_certificate.collective": False,
        "labour_order_1.collective": True,
        "labour_order_2.collective": False,
        "labour_order_2.merit": False,
        "labour_order_3.collective": False,
        "labour_order_3.merit": True,
    }
)
"""Rules that count an unbroken run: whether their clause, as read, says «up to the proposal»."""


def ask_in_time(matter: Matter, record: Record, *, received_on: date) -> Finding:
    """Return what the law of the matter's day says, with the doubts about time beside it.

    ``received_on``: the day of receipt, also where the law of another day is asked.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    found = ask(matter, record)
    plain = of_routes(found)
    for doubt in (
        *_yet_to_come(matter, plain, received_on),
        *_decided_later(matter, plain, received_on),
        *_before_the_proposal(matter, record, plain, received_on),
    ):
        found = beside(found, doubt)
    return found


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
    """Doubt rows on which the answer rests and which were decided after the day of receipt."""
    if not _is_as_good_as_met(found):
        return
    counted = dict.fromkeys(found.used)
    late = tuple(row for row in counted if row.decided_on and row.decided_on > on)
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


def _before_the_proposal(
    matter: Matter, record: Record, found: Finding, on: date
) -> Iterator[Finding]:
    """Doubt a run that ends years before the proposal, unless one up to it is met as well."""
    last = on.year - 1
    ways = _met_ways(found)
    if last <= matter.year or not ways or not all(_counts_a_run(way) for way in ways):
        return
    if of_routes(ask(replace(matter, year=last), record)).answer is Answer.MET:
        return
    is_said = any(TO_THE_PROPOSAL[way.rule] for way in ways)
    read = (
        "Điều khoản tính liên tục đến thời điểm đề nghị"
        if is_said
        else "Chưa rõ điều khoản có tính liên tục đến thời điểm đề nghị hay không"
    )
    years = f"{matter.year + 1}" if last == matter.year + 1 else f"{matter.year + 1}–{last}"
    yield _doubt(
        "in_time.proposal",
        "Thời gian liên tục đến thời điểm đề nghị",
        f"{read}; các năm sau năm xét ({years}) chưa được tính là đạt, người thẩm định đối chiếu.",
        ways[0].cite,
        Reason.TWO_READINGS,
    )


def _met_ways(found: Finding) -> tuple[Finding, ...]:
    """Return the ways that are met; each is enough by itself."""
    ways = found.parts if found.rule.endswith(".ways") else (found,)
    return tuple(way for way in ways if way.answer is Answer.MET)


def _counts_a_run(way: Finding) -> bool:
    return way.cite.instrument == LAW_2022 and way.rule in TO_THE_PROPOSAL


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
