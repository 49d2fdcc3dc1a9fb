"""What a change of law does: whose answer differs between the eve and the day.

Two sweeps. Over the register both rules are asked of everybody, and only the rows of a page are
explained; what stands above the rules (bars, what was given already) is the same on both sides and
left out. Over open dossiers the whole law is asked, with the facts that each file states.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Protocol

from bangvang.appraisal.facts import question_of, record_of, records_of
from bangvang.appraisal.selectors.sweeps import Turn
from bangvang.law import (
    Answer,
    Change,
    Finding,
    Kind,
    Matter,
    Reason,
    Record,
    RecordHand,
    Rule,
    Subject,
    ask,
    rule_of,
)
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.registry.selectors.collectives import histories_of_organisations
from bangvang.registry.selectors.holdings import PersonHistory
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.states import HolderKind

A_CHUNK = 500
NOTHING_STATED = Record((), {})

Histories = Callable[[Iterable[str]], dict[str, PersonHistory]]
HISTORIES: Mapping[HolderKind, Histories] = {
    HolderKind.PERSON: histories_of,
    HolderKind.ORGANISATION: histories_of_organisations,
}

Report = Callable[[int, int], None]
"""Told how many of how many were asked."""


@dataclass(frozen=True)
class Asked:
    """One rule to ask, by the law of a day."""

    rule: Rule
    on: date


class Crowd(Protocol):
    """Everybody who is asked. Columns over the whole register can stand here as well."""

    def __len__(self) -> int:
        """Return how many there are."""

    def answers(
        self, asked: Sequence[Asked], *, year: int
    ) -> Iterator[tuple[str, tuple[Answer, ...]]]:
        """Yield each reference, in the order of names, with the answers in the order asked."""


class ReadInChunks:
    """A crowd read from the register so many at a time; the same few queries for each chunk."""

    def __init__(
        self,
        refs: Sequence[str],
        of: HolderKind,
        *,
        size: int = A_CHUNK,
        report: Report = lambda _done, _of: None,
    ) -> None:
        """Keep whom to ask, in the order of names, and whom to tell how many were asked."""
        self.refs, self._histories, self._size = refs, HISTORIES[of], size
        self._report = report

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.refs)

    def answers(
        self, asked: Sequence[Asked], *, year: int
    ) -> Iterator[tuple[str, tuple[Answer, ...]]]:
        """Yield each reference with its answers."""
        waiting, done = iter(self.refs), 0
        while refs := list(islice(waiting, self._size)):
            self._report(done, len(self.refs))
            done += len(refs)
            histories = self._histories(refs)
            for ref in refs:
                record = record_of(histories[ref])
                yield ref, tuple(_answer(one, record, year) for one in asked)


@dataclass(frozen=True)
class Moved:
    """Somebody whose answer differs."""

    ref: str
    before: Answer
    after: Answer

    @property
    def turn(self) -> Turn:
        """From what to what."""
        return self.before, self.after


@dataclass(frozen=True)
class Impact:
    """How many were asked, and whose answer differs, in the order of names."""

    asked: int
    moved: tuple[Moved, ...]

    def turns(self) -> Counter[Turn]:
        """Return how many changed from what to what."""
        return Counter(one.turn for one in self.moved)


@dataclass(frozen=True)
class Side:
    """The answer of one law about one nominee, with the sentence that decided and its clause."""

    answer: Answer
    reasons: tuple[Reason, ...]
    sentence: str
    cite: str


def impact_on(crowd: Crowd, change: Change) -> Impact:
    """Return whose answer a change of law turns, asking nobody where a side has no rule.

    Without a rule (a text not read, a way not coded) that side is for a person, for everybody.

    Raises:
        NotInForce: the rulebook does not know the law of one of the days.
    """
    before, after = (rule_of(matter, NOTHING_STATED) for matter in (change.before, change.after))
    if before == after:
        return Impact(len(crowd), ())
    asked = [Asked(rule, on) for rule, on in ((before, change.eve), (after, change.on)) if rule]
    moved = []
    for ref, answers in crowd.answers(asked, year=change.year):
        given = iter(answers)
        then = next(given) if before else Answer.FOR_A_PERSON
        now = next(given) if after else Answer.FOR_A_PERSON
        if then is not now:
            moved.append(Moved(ref, then, now))
    return Impact(len(crowd), tuple(moved))


def explained(
    refs: Collection[str], of: HolderKind, change: Change
) -> dict[str, tuple[Side, Side]]:
    """Return both answers of these people or organisations, explained.

    Raises:
        NotInForce: the rulebook does not know the law of one of the days.
    """
    found = HISTORIES[of](refs)
    return {
        ref: (
            _side(_by_rule(change.before, record_of(history))),
            _side(_by_rule(change.after, record_of(history))),
        )
        for ref, history in found.items()
    }


def dossiers_compared(
    rows: Sequence[NominationRow],
    stated: Mapping[str, Mapping[str, bool | int]],
    change: Change,
) -> dict[str, tuple[Side, Side]]:
    """Return what both laws say of each dossier, asked about its own achievement year.

    ``stated``: the facts of the files, by reference of the row.

    Raises:
        NotInForce: the rulebook does not know the law of one of the days.
    """
    records = records_of([question_of(row, stated.get(row.ref, {})) for row in rows])
    found = {}
    for row, record in zip(rows, records, strict=True):
        found[row.ref] = (
            _whole(row, record, on=change.eve),
            _whole(row, record, on=change.on),
        )
    return found


def impact_of(compared: Mapping[str, tuple[Side, Side]]) -> Impact:
    """Return the impact on what was compared one by one."""
    moved = (
        Moved(ref, before.answer, after.answer)
        for ref, (before, after) in compared.items()
        if before.answer is not after.answer
    )
    return Impact(len(compared), tuple(moved))


def _answer(asked: Asked, record: Record, year: int) -> Answer:
    found = asked.rule.ask(RecordHand(record, year=year, on=asked.on))
    if found.met:
        return Answer.MET
    return Answer.FOR_A_PERSON if found.may else Answer.NOT_MET


def _by_rule(matter: Matter, record: Record) -> Finding:
    rule = rule_of(matter, record)
    if rule is None:
        return ask(matter, NOTHING_STATED)
    return rule.explain(RecordHand(record, year=matter.year, on=matter.on))


def _side(finding: Finding) -> Side:
    deciding = finding.deciding()
    return Side(
        finding.answer,
        tuple(sorted(finding.reasons())),
        deciding.sentence,
        deciding.cite.text,
    )


def _whole(row: NominationRow, record: Record, *, on: date) -> Side:
    """Ask the law of a day; the day of receipt is none of the file's, so time is not doubted."""
    kind = Kind(row.kind)
    matter = Matter(row.award_code, kind, Subject(row.subject), row.achievement_year, on)
    return _side(ask(matter, record))
