"""Reading what files state in answer to the law's questions."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bangvang.nominations.models import StatedFact


@dataclass(frozen=True)
class StatedSeen:
    """One answer as pages show it; `value` is yes or no, a whole number, or None if taken back."""

    name: str
    value: bool | int | None
    source: str
    by_name: str
    stated_at: datetime


def facts_of_rows(nomination_ids: Collection[int]) -> dict[int, dict[str, bool | int]]:
    """Return the answers that hold, by row, in one query for any number of rows."""
    found: dict[int, dict[str, bool | int | None]] = {}
    for fact in StatedFact.objects.filter(nomination__in=list(nomination_ids)).order_by("pk"):
        found.setdefault(fact.nomination_id, {})[fact.name] = fact.value
    return {
        row: {name: value for name, value in facts.items() if value is not None}
        for row, facts in found.items()
    }


def facts_of_refs(refs: Collection[str]) -> dict[str, dict[str, bool | int]]:
    """Return the answers that hold, by reference of the row, in one query for any number."""
    found: dict[str, dict[str, bool | int | None]] = {}
    facts = StatedFact.objects.filter(nomination__ref__in=list(refs)).select_related("nomination")
    for fact in facts.order_by("pk"):
        found.setdefault(fact.nomination.ref, {})[fact.name] = fact.value
    return {
        ref: {name: value for name, value in facts.items() if value is not None}
        for ref, facts in found.items()
    }


def stated_about(nomination_ref: str) -> dict[str, StatedSeen]:
    """Return the newest answer to each question about a row, by the question's name."""
    rows = StatedFact.objects.filter(nomination__ref=nomination_ref).order_by("pk")
    return {
        row.name: StatedSeen(row.name, row.value, row.source, row.by_name, row.stated_at)
        for row in rows
    }
