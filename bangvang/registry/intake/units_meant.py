"""Which body a row of an import means by its unit, or which household or collective itself.

A household that the register surely does not have, in a commune that it has, is proposed as a new
one. A collective is new only once a person says so, and below what: whether two names are one body
is never told by a name.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from bangvang.foundation.vietnamese import fold
from bangvang.registry.intake.asked_rows import RowAsked, UnitKey, unit_of
from bangvang.registry.intake.groups import HOUSEHOLD, as_collective
from bangvang.registry.intake.staging import key_of
from bangvang.registry.models import AwardImport, Organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.selectors.apart_named import ApartAsked, ApartNamed
from bangvang.registry.selectors.households_named import (
    HouseholdAsked,
    HouseholdsNamed,
    as_household,
    place_of,
)
from bangvang.registry.selectors.recipients import (
    is_one_household,
    key_of_name,
    named_in,
    sexes_said,
)
from bangvang.registry.selectors.units_named import UnitAsked, UnitsNamed

NEW_IN = "new:"
"""A choice: a new household or collective in, or below, the body of this reference."""
NEW_BY_CHOICE = "Cán bộ chọn: chưa có trong sổ."
IN_FILE = "Tệp còn ghi hộ gần giống: {names}."


class UnitMeant(NamedTuple):
    """The unit of a row, and the body that holds its record: of a household the household.

    `newcomer`: the key of the household or collective that has to be entered first. Without a
    number it is not clear; `why` says what is known all the same.
    """

    pk: int | None = None
    name: str = ""
    body_id: int | None = None
    newcomer: str = ""
    why: str = ""


class UnitsMeant:
    """Which organisation each unit of the file means, found once for a name and day."""

    def __init__(self, award_import: AwardImport, asked: Mapping[UnitKey, UnitAsked]) -> None:
        """Take what was chosen for the import, and all units of the rows."""
        self._asked = asked
        self._named = UnitsNamed(set(asked.values()))
        apart = [one for key in asked if (one := _apart_of(key)) is not None]
        self._apart = ApartNamed(one for one in apart if one.apart != HOUSEHOLD)
        homes = [HouseholdAsked(one.name, one.unit) for one in apart if one.apart == HOUSEHOLD]
        self._choices = award_import.unit_choices
        refs = {choice.removeprefix(NEW_IN) for choice in self._choices.values()}
        chosen = Organisation.with_apart.filter(ref__in=refs).select_related("parent")
        self._chosen = {one.ref: one for one in chosen}
        communes = [one for one in self._chosen.values() if one.kind == OrganisationKind.COMMUNE]
        self._households = HouseholdsNamed(homes, [*communes, *self._named.communes])
        self._alike = _alike(homes)
        self._source = _unit(award_import.source)
        self._known: dict[tuple[UnitKey, str], UnitMeant] = {}
        self._on_any_day: dict[UnitKey, UnitMeant] = {}
        self._below = _below(self._chosen[ref].pk for ref in self._new_in() & self._chosen.keys())

    def meant(self, row: RowAsked) -> UnitMeant:
        """Return what is meant by a row."""
        choice = self._choices.get(row.unit_key, "")
        if chosen := self._chosen.get(choice.removeprefix(NEW_IN)):
            return self._new(row, chosen) if choice.startswith(NEW_IN) else _unit(chosen)
        unit = unit_of(row)
        known = self._on_any_day.get(unit) or self._known.get((unit, row.decided_on))
        return known or self._look_for(unit, row)

    def _look_for(self, unit: UnitKey, row: RowAsked) -> UnitMeant:
        """Find a unit and remember it: of most the day of the decision changes nothing."""
        asked = self._asked[unit]
        if not asked.name and not row.apart:
            found = self._on_any_day[unit] = self._source
        elif not row.apart and self._named.is_same_on_any_day(asked):
            found = self._on_any_day[unit] = self._found(unit, None)
        else:
            on = date.fromisoformat(row.decided_on) if row.decided_on else None
            found = self._known[unit, row.decided_on] = self._found(unit, on)
        return found

    def _found(self, unit: UnitKey, on: date | None) -> UnitMeant:
        asked, apart = self._asked[unit], _apart_of(unit)
        named = self._named.meant(asked, on=on) if asked.name else None
        if apart is None:
            return _unit(named)
        if apart.apart != HOUSEHOLD:
            return _unit(self._apart.meant(apart, named))
        is_commune = named is not None and named.kind == OrganisationKind.COMMUNE
        commune = named if is_commune else self._households.commune_written(apart.unit, on)
        return self._household(apart, commune)

    def _household(self, asked: ApartAsked, commune: Organisation | None) -> UnitMeant:
        found = self._households.meant(asked.name, commune)
        if found.one is not None:
            return _unit(found.one, found.why)
        if found.commune is None:
            return UnitMeant(why=found.why)
        name = as_household(asked.name)
        alike = self._alike[place_of(asked.unit), fold(named_in(name))]
        others = sorted(one for one in alike if not is_one_household(one, name))
        if others:
            names = ", ".join(f"“{one}”" for one in others)
            return UnitMeant(why=IN_FILE.format(names=names))
        sexes = {sex for one in alike for sex in sexes_said(one)}
        return _new_in(found.commune, _household_key(name, sexes), found.why)

    def _new(self, row: RowAsked, parent: Organisation) -> UnitMeant:
        """Return what a person said to be new, unless it has come into the register since."""
        if row.apart == HOUSEHOLD:
            found = self._households.meant(row.name, parent)
            if found.one is not None:
                return _unit(found.one, found.why)
            name = as_household(row.name)
            return _new_in(parent, _household_key(name, sexes_said(name)), NEW_BY_CHOICE)
        name = as_collective(row.name)
        why = NEW_BY_CHOICE if name == row.name else f"{NEW_BY_CHOICE} Ghi là “{name}”."
        there = self._below.get((parent.pk, fold(name)))
        if there is not None:
            return _unit(there)
        return _new_in(parent, ("COLLECTIVE", fold(name)), why)

    def _new_in(self) -> set[str]:
        choices = self._choices.values()
        return {one.removeprefix(NEW_IN) for one in choices if one.startswith(NEW_IN)}


def _unit(one: Organisation | None, why: str = "") -> UnitMeant:
    if one is None:
        return UnitMeant()
    if one.kind == OrganisationKind.HOUSEHOLD and one.parent is not None:
        return UnitMeant(one.parent.pk, one.parent.name, one.pk, why=why)
    return UnitMeant(one.pk, one.name, one.pk, why=why)


def _new_in(parent: Organisation, key: tuple[str, ...], why: str) -> UnitMeant:
    return UnitMeant(parent.pk, parent.name, None, key_of(parent.ref, *key), why)


def _household_key(name: str, sexes: set[str]) -> tuple[str, ...]:
    """Return what rows that mean one household have in common, however they write its name."""
    return "HOUSEHOLD", key_of_name(name), *sorted(sexes)


def _apart_of(unit: UnitKey) -> ApartAsked | None:
    name, written, _, is_person, apart, country = unit
    return ApartAsked(apart, is_person, name, written, country) if apart else None


def _alike(homes: Iterable[HouseholdAsked]) -> defaultdict[tuple[str, str], set[str]]:
    """Return the names of households that may be one within the file, by commune and name."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in homes:
        name = as_household(one.name)
        found[place_of(one.unit), fold(named_in(name))].add(name)
    return found


def _below(parents: Iterable[int]) -> dict[tuple[int, str], Organisation]:
    """Return the open bodies right below these, by parent and folded name."""
    rows = Organisation.objects.filter(parent__in=list(parents), until__isnull=True)
    return {(one.parent_id or 0, one.name_fold): one for one in rows.order_by("pk")}
