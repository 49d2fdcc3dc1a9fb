"""What an officer needs before starting: papers, data and last days of a round's awards."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.law import Award, Kind, Matter, NotInForce, catalogue_on, questions_of
from bangvang.nominations.selectors.rounds import RoundRow, last_day_for_unit
from bangvang.web.components.pieces import Deadline
from bangvang.web.deadlines import deadline_shown
from bangvang.web.lawpages.awards import kinds_given
from bangvang.web.lawpages.dossier import dossier_shown
from bangvang.web.lawpages.said import Part


@dataclass(frozen=True)
class Asked:
    """A question that the law puts to a file, with what its answer rests on."""

    text: str
    hint: str


@dataclass(frozen=True)
class Needed:
    """What awards with the same papers, questions and last day need."""

    names: tuple[str, ...]
    deadline: Deadline
    papers: Part
    asked: tuple[Asked, ...]


def awards_received(row: RoundRow, on: date) -> list[tuple[str, str]]:
    """Return code and name of what lists of a round may propose, in the order of the catalogue.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    return [
        (line.award.code, line.name)
        for line in catalogue_on(on)
        if line.has_rule and row.receives(line.award)
    ]


def needed_for(actor: Actor, row: RoundRow, codes: Sequence[str], on: date) -> tuple[Needed, ...]:
    """Return what the awards need, those that need the same thing once.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    found: dict[tuple[date, Part, tuple[Asked, ...]], list[str]] = {}
    for line in catalogue_on(on):
        if line.award.code not in codes or not row.receives(line.award):
            continue
        kinds = _kinds(line.award.code, row, on)
        last = last_day_for_unit(actor, row, award_code=line.award.code, kind=kinds[0])
        asked = tuple(_asked(line.award, kinds[0], row.achievement_year, on))
        key = (last, dossier_shown(line.award, kinds, on), asked)
        found.setdefault(key, []).append(line.name)
    return tuple(
        Needed(tuple(names), deadline_shown(last, today=on, note="hạn nộp"), papers, asked)
        for (last, papers, asked), names in found.items()
    )


def _kinds(code: str, row: RoundRow, on: date) -> tuple[Kind, ...]:
    """Return the kinds of an award that the round receives; all of them if it names none."""
    given = kinds_given(code, on)
    return tuple(kind for kind in given if kind in row.kinds) or row.kinds[:1] or given


def _asked(award: Award, kind: Kind, year: int, on: date) -> Iterator[Asked]:
    texts: dict[str, str] = {}
    for subject in award.subjects:
        texts |= dict(_questions(Matter(award.code, kind, subject, year, on)))
    yield from (Asked(text, hint) for text, hint in texts.items())


def _questions(matter: Matter) -> Iterable[tuple[str, str]]:
    try:
        return [(one.text, one.hint) for one in questions_of(matter, {})]
    except NotInForce:
        return []
