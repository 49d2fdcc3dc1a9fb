"""The records that accepted rows become."""

from collections.abc import Sequence
from datetime import date, datetime

from bangvang.foundation.actor import Actor, Origin
from bangvang.foundation.vietnamese import (
    name_key,
    name_key_loose,
    person_sort_key,
    text_sort_key,
    without_titles,
)
from bangvang.registry.intake.award_lists import birth_of
from bangvang.registry.intake.award_rows import record_kind_of
from bangvang.registry.models import (
    Award,
    Grade,
    ImportRow,
    Initiative,
    Organisation,
    Person,
    RecordSource,
)
from bangvang.registry.models.organisations import OrganisationKind

Record = Award | Grade | Initiative
COUNTRY_UNSAID = "chưa rõ nước"


def person_of(rows: Sequence[ImportRow]) -> Person:
    """Return the newcomer of these rows: what any of them knows, unit and position as last."""
    last = max(rows, key=lambda row: (row.said["year"], row.sheet_no, row.row))
    births = [birth for row in rows if (birth := birth_of(row.said))]
    birth = max(births, key=lambda read: read.on is not None, default=None)
    numbered = next((row.said for row in rows if row.said["digest"]), None)
    name = without_titles(last.said["name"])
    if last.unit is None:  # pragma: no cover  # for the type checker
        raise AssertionError("a row without a unit is not ready")
    country = _country_of(rows, last.unit)
    return Person(
        full_name=name,
        name_fold=name_key_loose(name),
        name_key=name_key(name),
        sort_key=text_sort_key(name) if country else person_sort_key(name),
        birth_on=birth.on if birth else None,
        birth_year=birth.year if birth else None,
        sex=next((row.said["sex"] for row in rows if row.said["sex"]), ""),
        identity_digest=numbered["digest"] if numbered else None,
        identity_tail=numbered["tail"] if numbered else "",
        position=last.said["position"],
        organisation=last.unit,
        nationality=country,
    )


def _country_of(rows: Sequence[ImportRow], unit: Organisation) -> str:
    """Return the country of a foreigner as a row writes it, or else where the unit is from."""
    if not any(row.said.get("apart") for row in rows):
        return ""
    written = next((row.said["country"] for row in rows if row.said.get("country")), "")
    if written:
        return str(written)
    return unit.name if unit.kind == OrganisationKind.COUNTRY else COUNTRY_UNSAID


def record_of(row: ImportRow, person: Person | None) -> Record:
    """Return the record that the row becomes; `person` None for a collective."""
    said = row.said
    kind = record_kind_of(said["code"])
    if kind == "GRADE":
        return _grade(row, person)
    if kind == "INITIATIVE":
        return _initiative(row, person)
    return Award(
        person=person,
        organisation=None if person else row.organisation,
        unit=row.unit,
        code=said["code"],
        kind=said["kind"],
        year=said["year"],
        name_as_written=said["name"],
        unit_as_written=_unit_as_written(row),
        achievement=said["achievement"],
        decision_no=said["decision_no"],
        decided_on=date.fromisoformat(said["decided_on"]),
        issued_by=said["issued_by"],
        origin=Origin.BACK_ENTRY,
    )


def _grade(row: ImportRow, person: Person | None) -> Grade:
    said = row.said
    return Grade(
        person=person,
        organisation=None if person else row.organisation,
        code=said["code"],
        year=said["year"],
        decision_no=said["decision_no"],
        decided_on=date.fromisoformat(said["decided_on"]) if said["decided_on"] else None,
    )


def _initiative(row: ImportRow, person: Person | None) -> Initiative:
    said = row.said
    return Initiative(
        person=person,
        code=said["code"],
        year=said["year"],
        title=said["achievement"],
        decision_no=said["decision_no"],
        decided_on=date.fromisoformat(said["decided_on"]),
        recognised_by=said["issued_by"],
    )


def _unit_as_written(row: ImportRow) -> str:
    said = row.said
    if row.organisation is not None and not said.get("apart"):
        return str(said["name"])
    written = ", ".join(part for part in (said["unit"], said["above"]) if part)
    return written or said.get("country", "") or (row.unit.name if row.unit else "")


def source_of(
    row: ImportRow, made: Record, newcomer: Person | None, actor: Actor, at: datetime
) -> RecordSource:
    """Return where the record came from, and whom it brought into the register."""
    return RecordSource(
        row=row,
        award=made if isinstance(made, Award) else None,
        grade=made if isinstance(made, Grade) else None,
        initiative=made if isinstance(made, Initiative) else None,
        newcomer=newcomer,
        accepted_by_ref=actor.account_ref,
        accepted_by_name=actor.name,
        accepted_at=at,
    )
