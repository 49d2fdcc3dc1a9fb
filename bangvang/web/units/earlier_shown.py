"""An earlier list as the start of a new one: who is still here, what the register suggests."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.appraisal.facts import record_of
from bangvang.foundation.actor import Actor
from bangvang.law import (
    Answer,
    Finding,
    Kind,
    Matter,
    Reason,
    Subject,
    ask,
    award_name,
    catalogue_on,
    has_routes,
)
from bangvang.nominations.selectors.earlier import EarlierRow
from bangvang.registry.selectors.own_people import own_histories
from bangvang.web.people import born_said

MOST_SUGGESTED = 3
KIND = Kind.MERIT


@dataclass(frozen=True)
class EarlierShown:
    """A row of the earlier list, with what is ticked and chosen at first."""

    ref: str
    name: str
    said: str
    then: str
    became: str
    away: str
    note: str
    suggested: str
    ladder_ref: str
    chosen: str
    is_taken: bool


def earlier_shown(
    actor: Actor,
    rows: Sequence[EarlierRow],
    *,
    received: Collection[str],
    year: int,
    on: date,
    answered: Mapping[str, str] | None = None,
) -> list[EarlierShown]:
    """Return the rows; who left or ended is not ticked. `answered`: what was ticked before.

    Args:
        actor: whose list it is.
        rows: of the earlier list.
        received: codes of the awards that the round receives.
        year: the achievement year of the round.
        on: the day of reading.
        answered: the award chosen for each ticked row, where the form came back.
    """
    suggested = dict(_suggested(actor, [row for row in rows if not row.away], received, year, on))
    return [
        EarlierShown(
            ref=one.row.ref,
            name=one.name,
            said=", ".join(filter(None, (_born(one), one.position, one.row.unit_name))),
            then=f"{award_name(one.row.award_code, on)}, năm {one.row.achievement_year}",
            became=one.row.state_name,
            away=one.away,
            note=one.note,
            suggested=suggested.get(one.row.ref, ""),
            ladder_ref=one.row.person_ref if not one.away else "",
            chosen=(answered or {}).get(one.row.ref, one.row.award_code),
            is_taken=not one.away if answered is None else one.row.ref in answered,
        )
        for one in rows
    ]


def _born(one: EarlierRow) -> str:
    if one.birth_on is None and one.birth_year is None:
        return ""
    return f"sinh {born_said(one.birth_on, one.birth_year)}"


def _suggested(
    actor: Actor, rows: Sequence[EarlierRow], received: Collection[str], year: int, on: date
) -> Iterator[tuple[str, str]]:
    """Yield what the register lets a person have in the round's year: a hint, no answer.

    Only that year is asked: the whole ladder of everybody on a list would take minutes.
    """
    people = own_histories(actor, [one.row.person_ref for one in rows if one.row.person_ref])
    codes = [
        line.award.code
        for line in catalogue_on(on)
        if line.award.code in received and has_routes(line.award.code, KIND, Subject.PERSON, on)
    ]
    for one in rows:
        history = people.get(one.row.person_ref)
        if history is None:
            continue
        record = record_of(history)
        asked = [
            (code, ask(Matter(code, KIND, Subject.PERSON, year, on), record)) for code in codes
        ]
        near = [award_name(code, on) for code, found in asked if _is_near(found)]
        yield one.row.ref, "; ".join(near[-MOST_SUGGESTED:])


def _is_near(found: Finding) -> bool:
    """Tell whether all that can be computed is met."""
    if found.answer is Answer.MET:
        return True
    return found.answer is Answer.FOR_A_PERSON and set(found.reasons()) == {Reason.JUDGEMENT}
