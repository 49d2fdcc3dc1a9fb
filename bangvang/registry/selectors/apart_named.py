"""Which foreign collective or country a row of a file means, and which kinds a row may mean."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from bangvang.foundation.vietnamese import fold, tidy
from bangvang.registry.models import Organisation
from bangvang.registry.models.organisations import APART, OrganisationKind
from bangvang.registry.selectors.recipients import (
    COUNTRY,
    FOREIGN,
    HOUSEHOLD,
)
from bangvang.registry.selectors.units_named import portions

AT_ONCE = 500
BODIES = tuple(kind for kind in OrganisationKind if kind not in APART)


class ApartAsked(NamedTuple):
    """What a row writes of somebody apart: see `award_rows.said_by`."""

    apart: str
    is_person: bool
    name: str
    unit: str
    country: str


def is_household(said: Mapping[str, Any]) -> bool:
    """Tell whether the row is about a household."""
    return said.get("apart") == HOUSEHOLD


def kinds_meant(said: Mapping[str, Any]) -> tuple[OrganisationKind, ...]:
    """Return which kinds of organisation the row may mean."""
    if is_household(said):
        return (HOUSEHOLD,)
    if not said.get("apart"):
        return BODIES
    return (*BODIES, FOREIGN, COUNTRY) if said["subject"] == "PERSON" else (FOREIGN,)


class ApartNamed:
    """What the rows of a file may mean that is foreign; read in portions, then asked.

    A record that was merged is found by its name too, and means the one that stands.
    """

    def __init__(self, rows: Iterable[ApartAsked]) -> None:
        folds: set[str] = set()
        for asked in rows:
            folds |= {fold(asked.name), fold(asked.unit), fold(asked.country)}
        self._by_name: defaultdict[str, list[Organisation]] = defaultdict(list)
        for some in portions(sorted(folds - {""}), AT_ONCE):
            found = Organisation.with_merged.filter(
                kind__in=APART, name_fold__in=some, withdrawn_at__isnull=True
            )
            for one in found.select_related("parent", "merged_into").order_by("pk"):
                self._by_name[one.name_fold].append(one)

    def meant(self, asked: ApartAsked, home: Organisation | None) -> Organisation | None:
        """Return the one that is meant, None if it is not clear.

        `home` is the body that the row's unit means, where a foreigner works.
        """
        if not asked.is_person:
            return _only(_standing(self._foreign(asked.name, asked.country)))
        return home or _only(
            _standing(self._foreign(asked.unit, asked.country)) or self._countries(asked.country)
        )

    def _foreign(self, name: str, country: str) -> list[Organisation]:
        same = (one for one in self._by_name.get(fold(name), ()) if one.kind == FOREIGN)
        return [
            one
            for one in same
            if tidy(one.name).casefold() == tidy(name).casefold()
            and (not country or (one.parent is not None and one.parent.name_fold == fold(country)))
        ]

    def _countries(self, country: str) -> list[Organisation]:
        return [one for one in self._by_name.get(fold(country), ()) if one.kind == COUNTRY]


def _standing(found: Iterable[Organisation]) -> list[Organisation]:
    """Return these records, each once, those that were merged as what they were merged into."""
    return list(dict.fromkeys(one.merged_into or one for one in found))


def _only(found: Iterable[Organisation]) -> Organisation | None:
    some = list(found)
    return some[0] if len(some) == 1 else None
