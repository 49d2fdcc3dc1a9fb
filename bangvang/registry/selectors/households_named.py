"""Which household a row of past awards means: one of the register, surely none of it, or unclear.

A household is one by whom it is called after and by its commune; a commune that merged into another
since is the same one. Namesakes in other communes are other households, and are named.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from bangvang.foundation.vietnamese import fold
from bangvang.registry.models import Organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.selectors.communes_joined import CommunesJoined
from bangvang.registry.selectors.recipients import (
    HOUSEHOLD,
    household_key,
    is_one_household,
    named_in,
    spellings_of_household,
    word_before,
)
from bangvang.registry.selectors.units_named import existed, portions

AT_ONCE = 500
NAMED_AT_MOST = 3
FEWEST_WORDS = 2
COMMITTEE = "uy ban nhan dan "
SAME = "Trùng tên hộ và xã, phường."
BECAME = "Trùng tên hộ; {old} nay là {now}."
NEAR = "Sổ có hộ gần giống: {names}."
NONE_THERE = "{commune} chưa có hộ nào như vậy trong sổ."
ELSEWHERE = " Hộ trùng tên ở nơi khác: {names}."
NO_COMMUNE = "Chưa rõ xã, phường nào."
NO_NAME = "Chưa rõ tên người đứng tên hộ."


class HouseholdAsked(NamedTuple):
    """A household as a row writes it: its name, and the unit beside it."""

    name: str
    unit: str


class HouseholdMeant(NamedTuple):
    """The one of the register, or the commune of one that the register surely does not have.

    Neither: a person has to say. `why` in Vietnamese.
    """

    one: Organisation | None
    commune: Organisation | None
    why: str


class HouseholdsNamed:
    """The households that the rows of a file may mean; read in portions, then asked.

    A record that was merged is found by its name too, and means the one that stands.
    """

    def __init__(self, rows: Iterable[HouseholdAsked], communes: Iterable[Organisation]) -> None:
        """Take all rows about households, and communes that may be theirs besides the written."""
        asked = list(rows)
        self._places: defaultdict[str, list[Organisation]] = defaultdict(list)
        self._there: defaultdict[int, list[Organisation]] = defaultdict(list)
        self._called: defaultdict[str, list[Organisation]] = defaultdict(list)
        if not asked:
            return
        self._joined = CommunesJoined()
        places = {place_of(one.unit) for one in asked} - {""}
        for one in _communes(places):
            self._places[place_of(one.name)].append(one)
        known = {one.pk for some in self._places.values() for one in some}
        known |= {one.pk for one in communes}
        wanted = {pk for commune in known for pk in self._joined.one_with(commune)}
        for some in portions(sorted(wanted), AT_ONCE):
            for one in _households().filter(parent__in=some):
                self._there[one.parent_id or 0].append(one)
        spellings = {s for one in asked for s in spellings_of_household(as_household(one.name))}
        for some_names in portions(sorted(spellings), AT_ONCE):
            for one in _households().filter(name_fold__in=some_names):
                self._called[one.name_fold].append(one)

    def commune_written(self, unit: str, on: date | None) -> Organisation | None:
        """Return the commune that is written so, also without its committee; None if unclear."""
        found = self._places.get(place_of(unit), [])
        if len(found) > 1 and on is not None:
            found = [one for one in found if existed(one, on)]
        return found[0] if len(found) == 1 else None

    def meant(self, written: str, commune: Organisation | None) -> HouseholdMeant:
        """Return which one a name in a commune means."""
        name = as_household(written)
        if len(named_in(name).split()) < FEWEST_WORDS:
            return HouseholdMeant(None, None, NO_NAME)
        if commune is None:
            return HouseholdMeant(None, None, NO_COMMUNE + self._elsewhere(name, frozenset()))
        places = self._joined.one_with(commune.pk)
        near = [one for pk in sorted(places) for one in self._there[pk] if is_near(one.name, name)]
        fitting = [one for one in near if is_one_household(one.name, name)]
        own = _standing(one for one in fitting if one.parent_id == commune.pk)
        best = own if len(own) == 1 else _standing(fitting)
        if len(best) == 1:
            return HouseholdMeant(best[0], commune, _why(best[0], commune, is_own=bool(own)))
        if near:
            return HouseholdMeant(None, None, NEAR.format(names=said(_standing(near))))
        why = NONE_THERE.format(commune=commune.name) + self._elsewhere(name, places)
        return HouseholdMeant(None, commune, why)

    def _elsewhere(self, name: str, places: frozenset[int]) -> str:
        spellings = sorted(spellings_of_household(name))
        found = [one for word in spellings for one in self._called.get(word, ())]
        others = _standing(one for one in found if one.parent_id not in places)
        return ELSEWHERE.format(names=said(others)) if others else ""


def as_household(name: str) -> str:
    """Return a household's name; under a heading of households the word is often left out."""
    return word_before(name) if household_key(name) else f"Hộ {name}"


def is_near(one: str, other: str) -> bool:
    """Tell whether two households are called after one name, marks and hamlets aside."""
    return fold(named_in(one)) == fold(named_in(other))


def place_of(unit: str) -> str:
    """Return a commune's name, folded, without its committee and what stands above it."""
    first = fold(unit.split(",")[0])
    return first.removeprefix(COMMITTEE).removeprefix("ubnd ")


def said(some: Iterable[Organisation]) -> str:
    """Return households in words, each with its commune; of many the first."""
    every = [f"“{one.name}”, {one.parent.name}" for one in some if one.parent is not None]
    rest = f" và {len(every) - NAMED_AT_MOST} hộ khác" if len(every) > NAMED_AT_MOST else ""
    return "; ".join(every[:NAMED_AT_MOST]) + rest


def _why(one: Organisation, commune: Organisation, *, is_own: bool) -> str:
    if is_own or one.parent is None or one.parent == commune:
        return SAME
    old, now = (commune, one.parent) if commune.until is not None else (one.parent, commune)
    return BECAME.format(old=old.name, now=now.name)


def _communes(places: Iterable[str]) -> Iterator[Organisation]:
    names = sorted({name for place in places for name in (place, COMMITTEE + place)})
    for some in portions(names, AT_ONCE):
        rows = Organisation.objects.filter(kind=OrganisationKind.COMMUNE, name_fold__in=some)
        yield from rows.order_by("pk")


def _households() -> QuerySet[Organisation]:
    rows = Organisation.with_merged.filter(kind=HOUSEHOLD, withdrawn_at__isnull=True)
    return rows.select_related("parent", "merged_into__parent").order_by("pk")


def _standing(found: Iterable[Organisation]) -> list[Organisation]:
    """Return these records, each once, those that were merged as what they were merged into."""
    return list(dict.fromkeys(one.merged_into or one for one in found))
