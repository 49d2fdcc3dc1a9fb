"""Looking ahead: which awards come into reach in which year, what is missing, what would break it.

The coming years are simply not known: asked about a later achievement year, a rule that says
«for a person» names the rows that would have to come, and one that says «not met» says that
nothing that may come helps. No assumption is made about anybody's future.

The law asked is that of the day of the question; where its text is unseen, the one that applied
until the day before, as a hint.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from bangvang.law.asking import Matter, claimed_routes, gaps_of, routes_of, rule_of
from bangvang.law.bars import counted_anew, merit_from
from bangvang.law.called import lower_first
from bangvang.law.catalogue import Subject, catalogue
from bangvang.law.facts import RecordHand
from bangvang.law.finding import Answer, Finding, Missing, chosen
from bangvang.law.instruments import instrument_name
from bangvang.law.kinds import Kind
from bangvang.law.province import added_conditions
from bangvang.law.questions import OTHER_WAY, AskedFor, Question, questions
from bangvang.law.record import Fact, Record
from bangvang.law.regimes import regime_on
from bangvang.law.rule import Rule
from bangvang.law.rulebook import rulebook, rulebook_version

FARTHEST = 15
"""Years looked ahead for the earliest year; the longest unbroken run any clause asks for is 10."""
CONGRESS = "AH_DOT_DAI_HOI"
"""Asks whether a file is made for the congress, which is not held every year."""
NO_WAITING = frozenset({Kind.LONG_SERVICE, Kind.SUDDEN})
"""Kinds that a later year brings no nearer: service that ended, a deed that was done."""


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
    plain = _of_later_years(record)
    found = []
    for year in range(matter.year + 1, matter.year + years + 1):
        then = replace(asked, year=year)
        finding = _explained(then, replace(plain, known_through=matter.year))
        if finding is None:
            return ()
        found.append(YearAhead(year, finding, _broken(then, plain, matter.year + 1, finding)))
    return tuple(found)


def earliest(matter: Matter, record: Record) -> int | None:
    """Return the first coming achievement year that is not out of reach; None if none is near.

    A title that cannot come by then does not carry the award: see ``in_order``.
    None as well where waiting is no way: service that ended will not be longer or without fault in
    a later year, a deed is of its year, and of congresses only the years in which they are held
    are good.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    asked = replace(matter, on=read_day(matter.code, matter.on))
    plain = replace(
        _counting(asked, _of_later_years(record)),
        known_through=_known_through(matter, record),
    )
    rule = rule_of(asked, plain)
    if rule is None or matter.kind in NO_WAITING or CONGRESS in rule.asks():
        return None
    below = _rested_on(asked, plain)
    for year in range(matter.year + 1, matter.year + FARTHEST + 1):
        plain = in_order(below, plain, years=(year,))
        if rule.ask(RecordHand(plain, year=year, on=asked.on)).may:
            return year
    return None


def in_order(matters: Iterable[Matter], record: Record, *, years: Iterable[int]) -> Record:
    """Return the record as if awards came in their order, in these coming years.

    An award that cannot come in a year by the ways that need no claim is ruled out for the awards
    that rest on it, until nothing more is ruled out. What is ruled out already stays so. A year
    rests on earlier ones only, so the years are taken one after the other.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    unclaimed = replace(record, facts={})
    asked = [(one, rule) for one in matters if (rule := rule_of(one, unclaimed)) is not None]
    for year in years:
        while new := _newly_out(asked, record, year):
            more = {code: record.ruled_out.get(code, frozenset()) | {year} for code in new}
            record = replace(record, ruled_out={**record.ruled_out, **more})
    return record


def _newly_out(asked: Iterable[tuple[Matter, Rule]], record: Record, year: int) -> set[str]:
    """Return which awards cannot come in a year and are not ruled out in it yet."""
    found = set()
    for one, rule in asked:
        if year not in record.ruled_out.get(one.code, ()):
            known = replace(record, facts={}, known_through=_known_through(one, record))
            if not rule.ask(RecordHand(known, year=year, on=one.on)).may:
                found.add(one.code)
    return found


def _rested_on(matter: Matter, record: Record) -> tuple[Matter, ...]:
    """Return the awards that one rests on, directly or through others, for their merit."""
    nothing_known = Record((), {}, record.facts)
    found: dict[str, Matter] = {}
    waiting = _codes_named(matter, nothing_known)
    while waiting:
        code = waiting.pop()
        if code == matter.code or code in found or code not in catalogue():
            continue
        below = Matter(code, Kind.MERIT, matter.subject, matter.year, matter.on)
        if has_routes(code, Kind.MERIT, matter.subject, matter.on):
            found[code] = below
            waiting |= _named_below(code, matter.subject, matter.on, rulebook_version())
    return tuple(found.values())


@lru_cache(maxsize=1024)
def _named_below(code: str, subject: Subject, on: date, _version: str) -> frozenset[str]:
    return frozenset(_codes_named(Matter(code, Kind.MERIT, subject, on.year, on), Record((), {})))


def _codes_named(matter: Matter, nothing_known: Record) -> set[str]:
    """Return the codes of the rows that would have to be there, for somebody unknown."""
    found = _explained(matter, nothing_known)
    return set() if found is None else {row.code for row in _all_missing(found)}


def _all_missing(found: Finding) -> Iterator[Missing]:
    yield from found.missing
    for part in found.parts:
        yield from _all_missing(part)


def awaited(matter: Matter, record: Record, year: int) -> tuple[str, ...]:
    """Return what has to come true until a later achievement year, a condition each, in words.

    Of several ways, those of the way that is open first.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    asked = replace(matter, on=read_day(matter.code, matter.on))
    known = _known_through(matter, record)
    plain = replace(_counting(asked, _of_later_years(record)), known_through=known)
    coming = range(matter.year + 1, year + 1)
    plain = in_order(_rested_on(asked, plain), plain, years=coming)
    found = _explained(replace(asked, year=year), plain)
    return () if found is None else tuple(dict.fromkeys(_open_conditions(found, known)))


def _known_through(matter: Matter, record: Record) -> int:
    """Return the last year about which anything is known; the year considered may still run."""
    known = record.known_through
    return matter.year if known is None else min(known, matter.year)


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


def _counting(matter: Matter, record: Record) -> Record:
    """Return the record as it counts after a discipline, where a clause that was read says so."""
    anew = merit_from(record, matter.on, asked_on=matter.asked_on)
    return record if anew is None else counted_anew(record, anew[0])


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


def _of_later_years(record: Record) -> Record:
    """Keep what a file claims; answers and rolls of one year say nothing of another."""
    asked = questions()
    claims = {
        name: answer
        for name, answer in record.facts.items()
        if name in asked and asked[name].asked_for is AskedFor.CLAIM
    }
    return replace(record, facts=claims, roll={})
