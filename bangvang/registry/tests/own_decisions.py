"""The steps of recording a unit's decision, and the rows that tests of doors look at after it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.begin_own_decision import begin_own_decision
from bangvang.registry.actions.confirm_own_decision import Entered, confirm_own_decision
from bangvang.registry.actions.hand_own_over import hand_own_over
from bangvang.registry.actions.pick_own_people import pick_own_people
from bangvang.registry.models import (
    Award,
    Completeness,
    Grade,
    Initiative,
    Organisation,
    OwnDecision,
    OwnDecisionRow,
    Person,
    YearAsked,
    YearStatement,
)
from bangvang.registry.permissions.own import OwnPaper

__all__ = [
    "PAPER",
    "SCAN",
    "Award",
    "Completeness",
    "Grade",
    "Initiative",
    "OwnDecision",
    "OwnDecisionRow",
    "YearAsked",
    "YearStatement",
    "begun",
    "confirm",
    "hand",
    "handed",
    "head_of",
    "officer_of",
]

SCAN = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PAPER = OwnPaper("12/QĐ-SYT", date(2026, 1, 8), "UNIT_HEAD", "Giám đốc Sở Y tế")


def officer_of(unit: Organisation) -> Actor:
    return actor(Role.UNIT_OFFICER, unit=unit, ref="officer", name="Lê Thị Chè Xanh")


def head_of(unit: Organisation) -> Actor:
    return actor(Role.UNIT_HEAD, unit=unit, ref="head", name="Ngô Thị Rừng Thông")


def begun(unit: Organisation, code: str = "LDTT", year: int = 2025) -> OwnDecision:
    ref = begin_own_decision(code, year=year, actor=officer_of(unit), at=AT)
    return OwnDecision.objects.get(ref=ref)


def handed(
    unit: Organisation, people: Sequence[Person], code: str = "LDTT", year: int = 2025, **of: Any
) -> OwnDecision:
    own = begun(unit, code, year)
    pick_own_people(own.ref, [p.ref for p in people], actor=officer_of(unit), at=AT, **of)
    own.refresh_from_db()
    return hand(own)


def hand(own: OwnDecision) -> OwnDecision:
    hand_own_over(own.ref, version=own.version, actor=officer_of(own.unit), at=AT)
    own.refresh_from_db()
    return own


def confirm(
    own: OwnDecision, paper: OwnPaper = PAPER, by: Actor | None = None, **said: Any
) -> Entered:
    given: dict[str, Any] = {
        "scan_name": "quyet-dinh.pdf",
        "says_whole": False,
        "version": own.version,
        "actor": by or head_of(own.unit),
        "at": AT,
    }
    return confirm_own_decision(own.ref, paper, SCAN, **(given | said))
