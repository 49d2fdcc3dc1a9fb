"""Which organisation a unit's name in a file means: by name, abbreviation and the unit above.

Words written short ("UBND") are spelled out where nothing is found as it is written.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeVar

from bangvang.foundation.vietnamese import fold
from bangvang.registry.models import Organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.selectors.spelled import spelled_name

AT_ONCE = 500
_PARTS = re.compile(r"\s*(?:[,;]| - | thuộc )\s*")
_T = TypeVar("_T")


@dataclass(frozen=True)
class UnitAsked:
    """A unit as a row writes it, and what the row writes above it."""

    name: str
    above: str = ""


class UnitsNamed:
    """The organisations that the names of a file may mean; read in portions, then asked."""

    def __init__(self, asked: Iterable[UnitAsked]) -> None:
        texts = {part for unit in asked for part in (*_parts(unit.name), *_parts(unit.above))}
        folds = sorted({key for text in texts for key in _keys(text)} - {""})
        shorts = sorted({text for text in texts if 1 < len(text) <= 40})
        found: dict[int, Organisation] = {}
        for some in portions(folds, AT_ONCE):
            found |= _found(name_fold__in=some)
        for some in portions(shorts, AT_ONCE):
            found |= _found(abbreviation__in=some)
        self._by_name: defaultdict[str, list[Organisation]] = defaultdict(list)
        for organisation in sorted(found.values(), key=lambda one: one.pk):
            for key in {organisation.name_fold, fold(organisation.abbreviation)} - {""}:
                self._by_name[key].append(organisation)
        self._parents = dict(self._chain_of(found.values()))
        self._best: dict[UnitAsked, list[Organisation]] = {}

    def meant(self, unit: UnitAsked, *, on: date | None) -> Organisation | None:
        """Return the one organisation that is meant, None if it is not clear."""
        best = self._all_meant(unit)
        if len(best) > 1 and on is not None:
            best = [one for one in best if existed(one, on)]
        return best[0] if len(best) == 1 else None

    def is_same_on_any_day(self, unit: UnitAsked) -> bool:
        """Whether no day makes it clearer, or less clear, what is meant."""
        return len(self._all_meant(unit)) < 2

    def _all_meant(self, unit: UnitAsked) -> list[Organisation]:
        if unit not in self._best:
            self._best[unit] = self._best_of(unit)
        return self._best[unit]

    @property
    def communes(self) -> list[Organisation]:
        """The communes among what the names may mean."""
        every = {one.pk: one for some in self._by_name.values() for one in some}
        return [one for one in every.values() if one.kind == OrganisationKind.COMMUNE]

    def _best_of(self, unit: UnitAsked) -> list[Organisation]:
        name, *rest = _parts(unit.name) or [""]
        above = {key for text in (*rest, *_parts(unit.above)) for key in _keys(text)} - {""}
        whole, first = _keys(unit.name), _keys(name)
        keys = (key for written in zip(whole, first, strict=True) for key in written)
        same = next(filter(None, map(self._by_name.get, keys)), None) or []
        fitting = [one for one in same if self._fits(one, above)]
        return [one for one in fitting if above & self._names_over(one)] or fitting

    def _fits(self, one: Organisation, above: set[str]) -> bool:
        """A sub-unit lies under what is written above it; so does anything under a known unit."""
        if not above or above & self._names_over(one):
            return True
        if one.kind == OrganisationKind.SUB_UNIT:
            return False
        return not any(name in self._by_name for name in above)

    def _names_over(self, one: Organisation) -> set[str]:
        names, here = set(), one.parent_id
        while here is not None:
            name, here = self._parents[here]
            names.add(name)
        return names

    def _chain_of(
        self, organisations: Iterable[Organisation]
    ) -> Iterable[tuple[int, tuple[str, int | None]]]:
        wanted = {one.parent_id for one in organisations if one.parent_id is not None}
        known: dict[int, tuple[str, int | None]] = {}
        while wanted:
            rows = Organisation.objects.filter(pk__in=wanted)
            found = rows.values_list("pk", "name_fold", "parent_id")
            known |= {pk: (name, parent) for pk, name, parent in found}
            wanted = {up for _, up in known.values() if up is not None} - known.keys()
        return known.items()


def portions(things: Iterable[_T], size: int) -> Iterable[list[_T]]:
    """Return the things in lists of at most this size; a database takes only so many values."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def _found(**condition: list[str]) -> dict[int, Organisation]:
    return {one.pk: one for one in Organisation.objects.filter(**condition)}


def _parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(text) if part]


def _keys(text: str) -> tuple[str, str]:
    """Return what a name is found by: as it is written, and spelled out."""
    folded, spelled = fold(text), spelled_name(text)
    return folded, folded if spelled == text else fold(spelled)


def existed(one: Organisation, on: date) -> bool:
    """Tell whether the body was there on the day."""
    return one.since <= on and (one.until is None or on < one.until)
