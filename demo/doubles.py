"""One person whom an old list entered once more: without marks, with the year of birth only."""

from datetime import date, datetime

from bangvang.foundation.actor import Actor
from bangvang.registry.actions.look_for_doubles import look_for_doubles
from bangvang.registry.actions.record_history import History, PastAward, record_history
from bangvang.registry.actions.register_person import PersonAsKnown, register_person
from demo.places import Places

ONCE_MORE = "Vang Thi Hoa Ban"
UNIT, BORN = "syt.bv1", 1979
OLD_YEARS = (2011, 2012)
"""Before the years for which the books were gone through, so that nothing known is contradicted."""


def enter_double(places: Places, *, actor: Actor, at: datetime) -> int:
    """Enter the second record with its old awards; return how many pairs are found to look at."""
    ref = register_person(
        PersonAsKnown(ONCE_MORE, places[UNIT].ref, birth_year=BORN, position="KTV"),
        actor=actor,
        at=at,
    )
    unit = places[UNIT].name
    awards = tuple(
        PastAward("LDTT", "MERIT", year, f"{year % 100}/QĐ-BV", date(year + 1, 1, 16), unit, unit)
        for year in OLD_YEARS
    )
    record_history(ref, History(awards=awards), actor=actor, at=at)
    return look_for_doubles(actor=actor, at=at)
