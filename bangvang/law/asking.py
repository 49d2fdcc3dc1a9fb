"""Ask every route that a file claims on one day, and put beside it what stands above routes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bangvang.law.after_discipline import after_discipline
from bangvang.law.bars import bar_finding
from bangvang.law.called import lower_first
from bangvang.law.catalogue import Subject, award_name
from bangvang.law.citation import Citation
from bangvang.law.clock import counted_from_decisions
from bangvang.law.combined import Ways
from bangvang.law.facts import RecordHand
from bangvang.law.finding import Answer, Finding, Reason
from bangvang.law.gaps import Gap, gaps_on, not_coded_told
from bangvang.law.instruments import Seen, instrument_name
from bangvang.law.joined import beside, doubted
from bangvang.law.kinds import Kind, kind_name
from bangvang.law.kinds_apart import left_out_if_read, with_all_kinds
from bangvang.law.once import (
    given_already,
    given_otherwise,
    spent_initiatives,
    state_award_this_year,
    without,
)
from bangvang.law.province import added_conditions
from bangvang.law.questions import OTHER_WAY
from bangvang.law.record import Record
from bangvang.law.regimes import regime_on
from bangvang.law.rewarded_before import earlier_of_the_form, rewarded_before
from bangvang.law.routes import Route
from bangvang.law.rule import Rule
from bangvang.law.rulebook import rulebook


@dataclass(frozen=True)
class Matter:
    """What is asked: an award of a kind, for a person or a collective, by the law of a day.

    ``year``: the achievement year with which spans of years end. ``asked_on``: the day of the
    question where it is later; a bar holds the file up while it is open on that day.
    """

    code: str
    kind: Kind
    subject: Subject
    year: int
    on: date
    asked_on: date | None = None


def routes_of(matter: Matter) -> tuple[Route, ...]:
    """Return the routes that exist on that day for that kind and subject, read or not."""
    return tuple(
        route
        for route in rulebook().routes
        if (route.code, route.kind, route.subject) == (matter.code, matter.kind, matter.subject)
        and route.exists_on(matter.on)
    )


def gaps_of(matter: Matter) -> tuple[Gap, ...]:
    """Return the ways that are known not to be coded on that day for that kind and subject."""
    return gaps_on(matter.code, matter.kind, matter.subject, matter.on)


def ask(matter: Matter, record: Record) -> Finding:
    """Return the finding of one law, the one of that day.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    counted = with_all_kinds(record, matter.on) or record
    found = _routes_asked(matter, counted)
    bar = bar_finding(matter.code, record, matter.on, asked_on=matter.asked_on)
    if found.rule == "text_unseen":
        return beside(found, bar) if bar else found
    given = (
        given_already(matter.code, matter.kind, matter.year, record, matter.on),
        given_otherwise(matter.code, matter.kind, matter.year, record, matter.on),
    )
    of_the_year = state_award_this_year(matter.code, matter.kind, record, matter.on)
    if found.rule == "no_rule":
        return _with(found, (*given, of_the_year, bar))
    found = _second_readings(matter, record, counted, found)
    added = _added_by_province(matter, record)
    return _with(found, (added, *given, of_the_year, bar))


def _second_readings(matter: Matter, record: Record, counted: Record, found: Finding) -> Finding:
    """Ask the routes again where the law may be read otherwise; where that matters, doubt it.

    ``counted``: the record with all that the most generous reading counts.
    """

    def ask_routes(one: Record) -> Finding:
        return _routes_asked(matter, one)

    if counted is not record:
        found = left_out_if_read(found, record, matter.on, ask_routes)
    found = _since_the_decision(matter, counted, found)
    found = after_discipline(found, counted, matter.on, ask_routes, asked_on=matter.asked_on)
    if matter.kind is Kind.MERIT:
        earlier = earlier_of_the_form(matter.code, matter.year, record)
        found = rewarded_before(found, earlier, counted, matter.on, ask_routes)
    return _with_initiatives_once(matter, counted, found)


def _with(found: Finding, extras: Iterable[Finding | None]) -> Finding:
    """Put what stands above the routes beside what they said."""
    for extra in extras:
        found = beside(found, extra) if extra else found
    return found


def _added_by_province(matter: Matter, record: Record) -> Finding | None:
    """Return what the province asks besides, where the law leaves that to it.

    Its conditions were read for the main way only: under a claimed one they refuse nothing.
    """
    rule = added_conditions(matter.code, on=matter.on)
    if rule is None:
        return None
    found = rule.explain(RecordHand(record, year=matter.year, on=matter.on))
    if found.answer is Answer.MET and found.is_choice:
        return None  # the title whose standard it is settles it
    named = [route.way for route in claimed_routes(matter, record) if route.claim]
    if not named or found.answer is Answer.MET:
        return found
    return replace(
        found,
        answer=Answer.FOR_A_PERSON,
        sentence=f"Quy định của tỉnh có áp dụng cho trường hợp hồ sơ nêu ({'; '.join(named)}) hay "
        f"không thì chưa rõ, người thẩm định quyết định. Nếu áp dụng: {found.deciding().sentence}",
        why=Reason.TWO_READINGS,
        parts=(),
    )


def rule_of(matter: Matter, record: Record) -> Rule | None:
    """Return the one rule that the claimed routes make; None where none is claimed or read."""
    claimed = claimed_routes(matter, record)
    rules = [route.rule_on(matter.on, rulebook().texts) for route in claimed]
    if len(rules) < 2:  # one way needs no choice between ways
        return rules[0] if rules else None
    name = award_name(matter.code, matter.on)
    return Ways(f"{matter.code}.ways", name, _common(claimed), tuple(rules))


def claimed_routes(matter: Matter, record: Record) -> list[Route]:
    """Return the routes that are asked: read on that day, and claimed where they ask for it."""
    texts = rulebook().texts
    return [
        route
        for route in routes_of(matter)
        if route.is_read_on(matter.on, texts)
        and (not route.claim or record.facts.get(route.claim) is True)
    ]


def _common(routes: list[Route]) -> Citation:
    """Return what the clauses of several routes have in common."""
    cites = {route.cite for route in routes}
    articles = {(cite.instrument, cite.article) for cite in cites}
    if len(articles) == 1:
        return Citation(*articles.pop())
    return Citation(routes[0].cite.instrument)


def _routes_asked(matter: Matter, record: Record) -> Finding:
    if record.facts.get(OTHER_WAY) is True and gaps_of(matter):
        return _no_rule(matter)
    hand = RecordHand(record, year=matter.year, on=matter.on)
    rule = rule_of(matter, record)
    if rule is not None:
        found = rule.explain(hand)
        others = _other_ways(matter, record)
        return found if found.answer is Answer.MET or not others else _and_say(found, others)
    if regime_on(matter.code, matter.on).text_unseen is not None:
        return _unseen(matter)
    unclaimed = [route for route in routes_of(matter) if route.claim]
    return _unclaimed(matter, unclaimed) if unclaimed else _no_rule(matter)


def _and_say(found: Finding, more: str) -> Finding:
    return replace(found, sentence=f"{found.sentence} {more}")


def _other_ways(matter: Matter, record: Record) -> str:
    """Name the ways that were not asked: not claimed by the file, or not coded."""
    asked = {route.id for route in claimed_routes(matter, record)}
    left = [route for route in routes_of(matter) if route.id not in asked]
    told = []
    if left:
        named = "; ".join(f"{route.way} ({route.cite.place})" for route in left)
        told.append(f"Trường hợp khác mà hồ sơ chưa nêu: {named}.")
    return " ".join((*told, *_not_coded(matter)))


def _not_coded(matter: Matter) -> tuple[str, ...]:
    told = not_coded_told(gaps_of(matter), full=False)
    return tuple(f"Trường hợp {one}." for one in told)


def _since_the_decision(matter: Matter, record: Record, found: Finding) -> Finding:
    """Ask again with years counted from decisions; where that matters, a person decides."""
    later = counted_from_decisions(record, matter.on)
    if later is None:
        return found
    return doubted(
        found,
        _routes_asked(matter, later),
        rule="clock.end_of_period",
        title="Thời điểm bắt đầu tính thời gian sau lần khen thưởng trước",
        sentence="Tính từ khi kết thúc thời gian lập thành tích của lần khen thưởng trước thì khác "
        "với tính từ ngày quyết định; chưa thấy văn bản của ngày này nói tính từ đâu, người thẩm "
        "định quyết định.",
        cite=found.cite,
    )


def _with_initiatives_once(matter: Matter, record: Record, found: Finding) -> Finding:
    spent = spent_initiatives(matter.code, record, matter.on)
    if not spent:
        return found
    strict = _routes_asked(matter, without(record, spent))
    named = "; ".join(
        f"{lower_first(award_name(row.code, matter.on))} năm {row.year} (đã dùng xét "
        f"{', '.join(award_name(used, matter.on) for used in row.used_for)})"
        for row in spent
    )
    return doubted(
        found,
        strict,
        rule="once.initiative",
        title="Mỗi sáng kiến chỉ làm căn cứ một lần",
        sentence=f"Có sáng kiến đã dùng: {named}. Theo hướng dẫn, mỗi sáng kiến chỉ dùng một lần, "
        "đã dùng để xét danh hiệu thì không dùng để xét khen thưởng và ngược lại; người thẩm định "
        "quyết định.",
        cite=_once_cite(matter.on),
    )


def _once_cite(on: date) -> Citation:
    return rulebook().texts.on("once.initiative", on).cite


def _open(
    matter: Matter,
    rule: str,
    sentence: str,
    cite: Citation,
    why: Reason,
    asked: tuple[str, ...] = (),
) -> Finding:
    """Return a finding that says why nothing was computed."""
    return Finding(
        rule=rule,
        title=award_name(matter.code, matter.on),
        answer=Answer.FOR_A_PERSON,
        sentence=sentence,
        requires="Nêu trường hợp đề nghị" if asked else "Đối chiếu văn bản",
        cite=cite,
        seen=Seen.UNVERIFIED if why is Reason.TEXT_UNSEEN else Seen.SOURCE,
        why=why,
        asked=asked,
    )


def _unseen(matter: Matter) -> Finding:
    regime = regime_on(matter.code, matter.on)
    name = instrument_name(regime.cite.instrument)
    sentence = (
        f"Từ ngày {regime.since:%d/%m/%Y}, {name} sửa đổi quy định nhưng hệ thống chưa có nguyên "
        "văn; người thẩm định đối chiếu văn bản."
    )
    return _open(matter, "text_unseen", sentence, regime.cite, Reason.TEXT_UNSEEN)


def _unclaimed(matter: Matter, routes: list[Route]) -> Finding:
    named = "; ".join(f"{route.way} ({route.cite.place})" for route in routes)
    told = (f"Hồ sơ chưa nêu đề nghị theo trường hợp nào: {named}.", *_not_coded(matter))
    claims = tuple(dict.fromkeys(route.claim for route in routes))
    return _open(matter, "claim", " ".join(told), _common(routes), Reason.FACT_MISSING, claims)


def _no_rule(matter: Matter) -> Finding:
    name = award_name(matter.code, matter.on)
    gaps = gaps_of(matter)
    if not gaps:
        sentence = (
            f"Hệ thống chưa có quy tắc tính cho {name} ({kind_name(matter.kind).lower()}); người "
            "thẩm định tự đối chiếu với văn bản."
        )
        cite = regime_on(matter.code, matter.on).cite
        return _open(matter, "no_rule", sentence, cite, Reason.TEXT_UNSEEN)
    sentence = f"{_ways_told(name, gaps)} Người thẩm định đối chiếu văn bản."
    return _open(matter, "no_rule", sentence, gaps[0].cite, Reason.TEXT_UNSEEN)


def _ways_told(name: str, gaps: tuple[Gap, ...]) -> str:
    named = ". Trường hợp ".join(not_coded_told(gaps, full=True))
    hints = " ".join(f"{gap.hint_from}: {gap.hint}." for gap in gaps if gap.hint)
    return f"{name}: {named}. {hints}".strip()
