"""The people of the register, with what they held before."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bangvang.foundation.actor import Actor
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.actions.record_history import record_history
from bangvang.registry.actions.register_person import PersonAsKnown, register_person
from bangvang.registry.selectors.people import digest_of_identity_number
from demo.careers import careers, history_of
from demo.places import Places
from demo.tables import tables

YEARS_BEFORE = range(2014, 2022)
YEARS_SINCE = range(2022, 2026)
NO_PROVINCE = "099"
"""No province has this code, so no real identity number begins with it."""


@dataclass(frozen=True)
class Someone:
    """A line of the table of people; `identity_number` is made up."""

    name: str
    sex: str
    birth_on: date
    unit: str
    position: str
    career: str
    identity_number: str

    @property
    def key(self) -> str:
        """What tells namesakes apart."""
        return f"{self.name} {self.birth_on.isoformat()}"


@dataclass
class Entered:
    """How much has been entered."""

    people: int = 0
    awards: int = 0
    initiatives: int = 0


def everybody() -> list[Someone]:
    """Return the people of the table, in its order."""
    rows = [row for part in tables("people").values() for row in part]
    return [
        Someone(
            name, sex, date.fromisoformat(birth), unit, position, career, f"{NO_PROVINCE}{place:09}"
        )
        for place, (name, sex, birth, unit, position, career) in enumerate(rows, start=1)
    ]


def enter_past(
    known: dict[str, str], places: Places, years: range, *, actor: Actor, at: datetime
) -> Entered:
    """Enter what people held in these years, and the people whose unit exists by then.

    Args:
        known: references by key of those entered before; those entered now are added. What is
            complete is said once, when somebody is entered.
        places: all organisations.
        years: achievement years.
        actor: who goes through the old books.
        at: when.
    """
    kinds = careers()
    entered = Entered()
    for someone in everybody():
        if places[someone.unit].since > at.date():
            continue
        if is_new := someone.key not in known:
            known[someone.key] = _enter(someone, places, actor, at)
            entered.people += 1
        span = range(YEARS_BEFORE.start, years.stop) if is_new else years
        history = history_of(kinds[someone.career], someone.key, someone.unit, places, years=span)
        if not is_new:
            history = replace(history, complete_from={})
        if history.awards or history.grades:
            record_history(known[someone.key], history, actor=actor, at=at)
        entered.awards += len(history.awards)
        entered.initiatives += len(history.initiatives)
    return entered


def _enter(someone: Someone, places: Places, actor: Actor, at: datetime) -> str:
    number = someone.identity_number
    keep_identity_numbers([number])
    return register_person(
        PersonAsKnown(
            full_name=someone.name,
            organisation_ref=places[someone.unit].ref,
            birth_on=someone.birth_on,
            sex=someone.sex,
            position=someone.position,
            identity_digest=digest_of_identity_number(number),
            identity_tail=number[-3:],
        ),
        actor=actor,
        at=at,
    )
