"""The records that accepted rows become, as the values of their tables."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import TextField
from django.db.models.functions import Cast

from bangvang.foundation.actor import Actor, Origin
from bangvang.foundation.ref import new_ref
from bangvang.foundation.vietnamese import (
    name_key,
    name_key_loose,
    person_sort_key,
    text_sort_key,
    without_titles,
)
from bangvang.registry.intake.award_lists import birth_of
from bangvang.registry.intake.award_rows import record_kind_of
from bangvang.registry.intake.groups import Subject
from bangvang.registry.models.organisations import OrganisationKind

COUNTRY_UNSAID = "chưa rõ nước"

PERSON = (
    "full_name", "name_fold", "name_key", "sort_key", "birth_on", "birth_year", "sex",
    "ethnicity", "identity_digest", "identity_tail", "position", "organisation_id", "nationality",
)  # fmt: skip
RECORDS: Mapping[str, tuple[str, ...]] = {
    "AWARD": (
        "person_id", "organisation_id", "unit_id", "code", "kind", "year", "name_as_written",
        "unit_as_written", "achievement", "decision_no", "decided_on", "issued_by", "origin",
    ),
    "GRADE": ("person_id", "organisation_id", "code", "year", "decision_no", "decided_on"),
    "INITIATIVE": (
        "person_id", "code", "year", "title", "decision_no", "decided_on", "recognised_by",
    ),
}  # fmt: skip
SOURCE = (
    "row_id", "award_id", "grade_id", "initiative_id", "newcomer_id", "new_body_id",
    "accepted_by_ref", "accepted_by_name", "accepted_at",
)  # fmt: skip


class RowReady(NamedTuple):
    """A row that comes into the register: where it stands, what it says, who and what is meant."""

    pk: int
    sheet_no: int
    row: int
    said: Mapping[str, Any]
    who: str
    newcomer: str
    person_id: int | None
    organisation_id: int | None
    unit_id: int
    unit_name: str
    unit_kind: str


_SAID = RowReady._fields.index("said")
COLUMNS: tuple[str | Cast, ...] = (
    *RowReady._fields[:_SAID],
    Cast("said", TextField()),
    *RowReady._fields[_SAID + 1 : -2],
    "unit__name",
    "unit__kind",
)
"""What is asked of the table, see `row_ready`; JSON as its text, past what Django does for each."""
_read: Callable[[str], tuple[Any, int]] = json.JSONDecoder().raw_decode


def row_ready(found: tuple[Any, ...]) -> RowReady:
    """Return a row of these columns."""
    said, _ = _read(found[_SAID])
    return RowReady._make((*found[:_SAID], said, *found[_SAID + 1 :]))


def person_of(rows: Sequence[RowReady]) -> tuple[str, tuple[object, ...]]:
    """Return reference and values of the newcomer of these rows, in the order of `PERSON`.

    What any of them knows; unit and position as last.
    """
    last = max(rows, key=lambda row: (row.said["year"], row.sheet_no, row.row))
    births = [birth for row in rows if (birth := birth_of(row.said))]
    birth = max(births, key=lambda read: read.on is not None, default=None)
    numbered = next((row.said for row in rows if row.said["digest"]), None)
    name = without_titles(last.said["name"])
    country = _country_of(rows, last)
    return new_ref(), (
        name,
        name_key_loose(name),
        name_key(name),
        text_sort_key(name) if country else person_sort_key(name),
        birth.on if birth else None,
        birth.year if birth else None,
        next((row.said["sex"] for row in rows if row.said["sex"]), ""),
        next((found for row in rows if (found := row.said.get("ethnicity"))), ""),
        numbered["digest"] if numbered else None,
        numbered["tail"] if numbered else "",
        last.said["position"],
        last.unit_id,
        country,
    )


def _country_of(rows: Sequence[RowReady], last: RowReady) -> str:
    """Return the country of a foreigner as a row writes it, or else where the unit is from."""
    if not any(row.said.get("apart") for row in rows):
        return ""
    written = next((row.said["country"] for row in rows if row.said.get("country")), "")
    if written:
        return str(written)
    return last.unit_name if last.unit_kind == OrganisationKind.COUNTRY else COUNTRY_UNSAID


def record_of(
    row: RowReady, person_id: int | None, new_body_id: int | None = None
) -> tuple[object, ...]:
    """Return the values of the record that the row becomes, in the order of `RECORDS`.

    `person_id` is None for a collective; `new_body_id` is that of one that came in with the row.
    """
    said = row.said
    kind = record_kind_of(said["code"])
    body_id = None if person_id else new_body_id or row.organisation_id
    decided_on = date.fromisoformat(said["decided_on"]) if said["decided_on"] else None
    decision = (said["decision_no"], decided_on)
    if kind == "GRADE":
        return (person_id, body_id, said["code"], said["year"], *decision)
    if kind == "INITIATIVE":
        what = (said["code"], said["year"], said["achievement"])
        return (person_id, *what, *decision, said["issued_by"])
    return (
        person_id,
        body_id,
        new_body_id if new_body_id and not said.get("apart") else row.unit_id,
        said["code"],
        said["kind"],
        said["year"],
        said["name"],
        _unit_as_written(row),
        said["achievement"],
        *decision,
        said["issued_by"],
        Origin.BACK_ENTRY.value,
    )


def _unit_as_written(row: RowReady) -> str:
    said = row.said
    if said["subject"] == Subject.COLLECTIVE and not said.get("apart"):
        return str(said["name"])
    written = ", ".join(part for part in (said["unit"], said["above"]) if part)
    return written or said.get("country") or row.unit_name


def source_of(
    row: RowReady, kind: str, number: int, brought_id: int | None, actor: Actor, at: datetime
) -> tuple[object, ...]:
    """Return where a record came from and whom it brought, in the order of `SOURCE`."""
    of = (number if kind == one else None for one in RECORDS)
    is_person = row.said["subject"] == Subject.PERSON
    came = (brought_id, None) if is_person else (None, brought_id)
    return (row.pk, *of, *came, actor.account_ref, actor.name, at)
