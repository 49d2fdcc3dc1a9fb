"""What a unit may grant by its own decision, as the law of a day has it; no list of our own.

The law names who grants at the base level; what is ours is only which of those stands at the head
of which kind of body. Whether a body is a legal person of its own is not in the register, so the
page quotes the law's words and the head answers for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.objection import Objection
from bangvang.law import (
    Grantor,
    NotInForce,
    Subject,
    award_name,
    catalogue,
    grantors_of,
)
from bangvang.registry.models.organisations import OrganisationKind

HEADS: Mapping[str, tuple[str, ...]] = {
    OrganisationKind.DISTRICT: ("DISTRICT_CHAIR",),
    OrganisationKind.COMMUNE: ("COMMUNE_CHAIR",),
    OrganisationKind.ENTERPRISE: ("COMPANY_DIRECTOR", "BOARD_CHAIR"),
}
"""Who heads which body, by the law's keys; everybody else is headed as an office or unit is."""
OTHERS = ("UNIT_HEAD",)
RECIPIENTS = frozenset({Subject.PERSON, Subject.COLLECTIVE})
"""Whom a unit's own decision may name; households stand in no unit's branch."""
GRADES = tuple(code for code, line in catalogue().items() if line.record_kind == "GRADE")


NOT_FOR_PEOPLE = Objection("NOT_FOR_PEOPLE", "Danh hiệu này chỉ tặng tập thể.")
NOT_FOR_BODIES = Objection("NOT_FOR_BODIES", "Danh hiệu này chỉ tặng cá nhân.")


@dataclass(frozen=True)
class Grantable:
    """An award that a unit may grant on a day, and who grants it by which clause."""

    code: str
    name: str
    grantors: tuple[Grantor, ...]


def grantable(unit_kind: str, *, on: date) -> tuple[Grantable, ...]:
    """Return what the head of such a body may grant to people or collectives on that day."""
    found = []
    for code, line in catalogue().items():
        if line.is_award and not RECIPIENTS.isdisjoint(line.subjects):
            grantors = grantors_there(code, unit_kind, on=on)
            if grantors:
                found.append(Grantable(code, award_name(code, on), grantors))
    return tuple(found)


def grantors_there(code: str, unit_kind: str, *, on: date) -> tuple[Grantor, ...]:
    """Return who of such a body may grant the award on that day; nobody if no text says so."""
    keys = HEADS.get(OrganisationKind(unit_kind), OTHERS)
    try:
        return tuple(found for found in grantors_of(code, on=on) if found.key in keys)
    except NotInForce:
        return ()


def is_for(subject: Subject, code: str) -> bool:
    """Say whether an award is for people, or collectives; grades, an empty code, are for both."""
    return not code or subject in catalogue()[code].subjects


def objection_to_naming(subject: Subject, code: str) -> Objection | None:
    """Say why a decision about this award cannot name a person, or a collective, or nothing."""
    if is_for(subject, code):
        return None
    return NOT_FOR_PEOPLE if subject is Subject.PERSON else NOT_FOR_BODIES


def objection_to_granting(code: str, unit_kind: str, *, grantor: str, on: date) -> Objection | None:
    """Say why a decision of that day could not grant this award, or nothing."""
    name = award_name(code, on) if code in catalogue() else code
    there = grantors_there(code, unit_kind, on=on)
    if not there:
        sentence = (
            f"Theo quy định đã nạp, ngày {on:%d/%m/%Y} thủ trưởng đơn vị không có thẩm quyền "
            f"quyết định {name[:1].lower()}{name[1:]}, hoặc chưa có quy định của ngày đó để đối "
            "chiếu."
        )
        return Objection("NOT_OWN_AUTHORITY", sentence)
    if grantor not in {found.key for found in there}:
        return Objection(
            "WRONG_GRANTOR",
            "Chọn thẩm quyền của người ký theo đúng quy định của ngày quyết định.",
        )
    return None
