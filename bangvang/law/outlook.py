"""Looking ahead: which awards come into reach in which year, what is missing, what would break it.

The coming years are simply not known: asked about a later achievement year, a rule that says
«for a person» names the rows that would have to come, and one that says «not met» says that
nothing that may come helps. No assumption is made about anybody's future.

The law asked is that of the day of the question; where its text is unseen, the one that applied
until the day before, as a hint.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bangvang.law.asking import Matter, claimed_routes, gaps_of, routes_of, rule_of
from bangvang.law.called import lower_first
from bangvang.law.catalogue import Subject
from bangvang.law.facts import RecordHand
from bangvang.law.finding import Answer, Finding, chosen
from bangvang.law.instruments import instrument_name
from bangvang.law.kinds import Kind
from bangvang.law.province import added_conditions
from bangvang.law.questions import OTHER_WAY, AskedFor, Question, questions
from bangvang.law.record import Fact, Record
from bangvang.law.regimes import regime_on
from bangvang.law.rulebook import rulebook

FARTHEST = 15
"""Years looked ahead for the earliest year; the longest unbroken run any clause asks for is 10."""
CONGRESS = "AH_DOT_DAI_HOI"
"""Asks whether a file is made for the congress, which is not held every year."""


@dataclass(frozen=True)
class YearAhead:
    """One coming achievement year: the answer that is possible, and what a lost year would do.

    ``breaks``: the finding if the next year brought nothing that counts; None where that would
    change nothing, or where the year is out of reach anyway.
    """

    year: int
    finding: Finding
    breaks: Finding | None

    @property
    def in_reach(self) -> bool:
        """Whether it is met, or may still be."""
        return self.finding.answer is not Answer.NOT_MET


def ahead(matter: Matter, record: Record, *, years: int) -> tuple[YearAhead, ...]:
    """Return the coming achievement years, nearest first; none where no route is coded.

    ``matter.year`` is the last year about which anything is known.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    asked = replace(matter, on=read_day(matter.code, matter.on))
    plain = replace(record, facts=_lasting(record))
    found = []
    for year in range(matter.year + 1, matter.year + years + 1):
        then = replace(asked, year=year)
        finding = _explained(then, replace(plain, known_through=matter.year))
        if finding is None:
            return ()
        found.append(YearAhead(year, finding, _broken(then, plain, matter.year + 1, finding)))
    return tuple(found)


def out_of_reach(matter: Matter, record: Record, *, years: int) -> frozenset[int]:
    """Return the coming achievement years that ``ahead`` would call not met, unexplained.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    asked = replace(matter, on=read_day(matter.code, matter.on))
    plain = replace(record, facts=_lasting(record), known_through=matter.year)
    rule = rule_of(asked, plain)
    if rule is None:
        return frozenset()
    return frozenset(
        year
        for year in range(matter.year + 1, matter.year + years + 1)
        if not rule.ask(RecordHand(plain, year=year, on=asked.on)).may
    )


def earliest(matter: Matter, record: Record) -> int | None:
    """Return the first coming achievement year that is not out of reach; None if none is near.

    None as well where waiting is no way: service that ended will not be longer or without fault in
    a later year, and of congresses only the years in which they are held are good.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    asked = replace(matter, on=read_day(matter.code, matter.on))
    plain = replace(record, facts=_lasting(record), known_through=matter.year)
    rule = rule_of(asked, plain)
    if rule is None or matter.kind is Kind.LONG_SERVICE or CONGRESS in rule.asks():
        return None
    for year in range(matter.year + 1, matter.year + FARTHEST + 1):
        if rule.ask(RecordHand(plain, year=year, on=asked.on)).may:
            return year
    return None


def awaited(matter: Matter, record: Record, year: int) -> tuple[str, ...]:
    """Return what has to come true until a later achievement year, a condition each, in words.

    Of several ways, those of the way that is open first.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    asked = replace(matter, on=read_day(matter.code, matter.on), year=year)
    plain = replace(record, facts=_lasting(record), known_through=matter.year)
    found = _explained(asked, plain)
    return () if found is None else tuple(dict.fromkeys(_open_conditions(found, matter.year)))


def _open_conditions(found: Finding, known: int) -> Iterator[str]:
    if found.answer is not Answer.FOR_A_PERSON:
        return
    if found.rule.endswith(".ways"):
        yield from _open_conditions(chosen(found.parts, found.answer), known)
    elif found.parts and not found.is_choice:
        for part in found.parts:
            yield from _open_conditions(part, known)
    else:
        years = sorted({row.year for row in found.missing if row.year > known})
        wait = f"; chờ kết quả năm {', '.join(map(str, years))}" if years else ""
        asks = lower_first(found.requires.removeprefix("Phải có: "))
        yield f"{found.title} ({asks}{wait})"


def can_be_received_from(year: int) -> date:
    """Return the first day on which a file about an achievement year can be received."""
    return date(year + 1, 1, 1)


def only_by(matter: Matter, record: Record, year: int) -> str:
    """Say by which law a coming year was told, where that of its file is not read; else empty.

    Nothing is to be said where people confirmed the wording of every way that is asked.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    then = max(can_be_received_from(year), matter.on)
    unread = regime_on(matter.code, then)
    asked = replace(matter, on=read_day(matter.code, matter.on))
    ways = claimed_routes(asked, record)
    is_confirmed = ways and all(way.is_confirmed_on(then, rulebook().texts) for way in ways)
    if unread.text_unseen is None or is_confirmed:
        return ""
    ends = regime_on(matter.code, asked.on).until or unread.since
    return (
        f"theo quy định áp dụng đến {ends - timedelta(days=1):%d/%m/%Y}; từ "
        f"{unread.since:%d/%m/%Y} {instrument_name(unread.text_unseen)} chưa đối chiếu nguyên văn"
    )


def read_day(code: str, on: date) -> date:
    """Return the day itself, or the last day whose law was read.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    regime = regime_on(code, on)
    return on if regime.text_unseen is None else regime.since - timedelta(days=1)


def has_routes(code: str, kind: Kind, subject: Subject, on: date) -> bool:
    """Say whether anything is coded to look ahead with."""
    return any(not route.claim for route in routes_of(Matter(code, kind, subject, 0, on)))


def questions_of(matter: Matter, facts: Mapping[str, Fact]) -> tuple[Question, ...]:
    """Return what a file can be asked: by which ways it is proposed, then what those ways ask.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    asked = replace(matter, on=read_day(matter.code, matter.on))
    routes = routes_of(asked)
    names = [route.claim for route in routes if route.claim]
    rule = rule_of(asked, Record((), {}, facts))
    names += rule.asks() if rule else ()
    added = added_conditions(asked.code, on=asked.on)
    names += added.asks() if added else ()
    names += [OTHER_WAY] if gaps_of(asked) else []
    known = questions()
    return tuple(known[name] for name in dict.fromkeys(names))


def _explained(matter: Matter, record: Record) -> Finding | None:
    rule = rule_of(matter, record)
    if rule is None:
        return None
    return rule.explain(RecordHand(record, year=matter.year, on=matter.on))


def _broken(matter: Matter, record: Record, lost: int, finding: Finding) -> Finding | None:
    """Return what remains if the year ``lost`` brings no row at all."""
    if finding.answer is not Answer.FOR_A_PERSON:
        return None
    known = {register: min(since, lost) for register, since in record.complete_from.items()}
    through = {
        register: lost if last == lost - 1 else last
        for register, last in record.complete_through.items()
    }
    without = replace(record, known_through=lost, complete_from=known, complete_through=through)
    found = _explained(matter, without)
    return found if found is not None and found.answer is Answer.NOT_MET else None


def _lasting(record: Record) -> dict[str, Fact]:
    """Keep what a file claims; answers about one year say nothing of another."""
    asked = questions()
    return {
        name: answer
        for name, answer in record.facts.items()
        if name in asked and asked[name].asked_for is AskedFor.CLAIM
    }
