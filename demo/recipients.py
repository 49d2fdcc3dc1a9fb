"""Households and a foreigner: entered by the office, each with an award from its decision."""

from collections.abc import Mapping
from datetime import date, datetime

from bangvang.foundation.actor import Actor
from bangvang.registry.actions.name_householder import name_householder
from bangvang.registry.actions.record_recipient_award import record_recipient_award
from bangvang.registry.actions.register_foreigner import register_foreigner
from bangvang.registry.actions.register_household import register_household
from bangvang.registry.permissions.recipients import AwardSaid, ForeignerSaid
from bangvang.registry.states import HolderKind
from demo.cast import holder_of
from demo.places import Places
from demo.tables import Row, tables


def enter_recipients(known: Mapping[str, str], places: Places, *, at: datetime) -> int:
    """Let the specialist enter those of the table; return how many there are.

    Two records of one household are among them, for whoever wants to compare and merge them.
    """
    by = holder_of("chuyenvien", on=at.date())
    found = tables("recipients")
    for row in found["households"]:
        _household(row, known, places, by, at)
    for row in found["foreigners"]:
        _foreigner(row, by, at)
    return sum(map(len, found.values()))


def _household(row: Row, known: Mapping[str, str], places: Places, by: Actor, at: datetime) -> None:
    name, commune, head, code, kind, year, *decision, achievement = row
    ref = register_household(name, commune_ref=places[commune].ref, is_other=True, actor=by, at=at)
    if head:
        name_householder(ref, known[head], seen="", actor=by, at=at)
    said = _said(code, kind, int(year), decision, achievement)
    record_recipient_award(HolderKind.ORGANISATION, ref, said, actor=by, at=at)


def _foreigner(row: Row, by: Actor, at: datetime) -> None:
    name, country, born, sex, position, code, year, *decision, achievement = row
    said = ForeignerSaid(name, country, birth_year=int(born), sex=sex, position=position)
    ref = register_foreigner(said, actor=by, at=at)
    given = _said(code, "EXTERNAL", int(year), decision, achievement)
    record_recipient_award(HolderKind.PERSON, ref, given, actor=by, at=at)


def _said(code: str, kind: str, year: int, decision: Row, achievement: str) -> AwardSaid:
    number, decided_on, signer = decision
    return AwardSaid(
        code, kind, year, number, date.fromisoformat(decided_on), signer, achievement=achievement
    )
