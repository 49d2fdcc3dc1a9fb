"""Which collectives and households the rows of a list mean, among those of the nominating unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bangvang.foundation.vietnamese import tidy
from bangvang.law import Subject as LegalSubject
from bangvang.nominations.intake.listed import Row
from bangvang.registry.intake.known import collectives_known_as
from bangvang.registry.intake.matching import Known, match_collective
from bangvang.registry.models import Organisation
from bangvang.registry.selectors.collectives import CollectiveNamed, collectives_named
from bangvang.registry.selectors.organisations import branch_of
from bangvang.registry.selectors.recipients import households_like, is_one_household

ALIKE = "Tên gần giống, cùng xã, phường."


@dataclass(frozen=True)
class BodyMeant:
    """A collective or household of the register; `where` is what it stands under."""

    ref: str
    name: str
    where: str


@dataclass(frozen=True)
class Meant:
    """Whom one row means: `body` if that is sure, else whom it may mean and why."""

    body: BodyMeant | None
    candidates: tuple[tuple[BodyMeant, str], ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether the register has nobody like that below the unit."""
        return self.body is None and not self.candidates


NOBODY = Meant(None)


def bodies_meant(
    rows: Sequence[tuple[Row, LegalSubject]], unit: Organisation
) -> Mapping[int, Meant]:
    """Return whom each row means, by the sheet's row number.

    Only the unit itself, what is below it, and the households of its communes can be meant. A
    fixed number of queries for the collectives, one for each household.
    """
    if not rows:
        return {}
    branch = branch_of(unit.pk)
    named = collectives_named(tidy(row.name) for row, _ in rows)
    inside = set(
        Organisation.objects.filter(
            pk__in=branch, until__isnull=True, ref__in=[one.ref for one in named]
        ).values_list("ref", flat=True)
    )
    own = {one.ref: one for one in named if one.ref in inside}
    known = collectives_known_as(own.values())
    return {
        row.row: _household(row, branch)
        if subject is LegalSubject.HOUSEHOLD
        else _collective(row, own, known, unit.name)
        for row, subject in rows
    }


def _collective(
    row: Row, own: Mapping[str, CollectiveNamed], known: Sequence[Known], unit_name: str
) -> Meant:
    found = match_collective(tidy(row.name), row.subunit or row.unit or unit_name, known)
    if found.kind == "for_a_person" and row.unit and row.subunit:
        found = match_collective(tidy(row.name), row.unit, known)
    if found.known_key:
        return Meant(_named(own[found.known_key]))
    return Meant(None, tuple((_named(own[c.key]), c.why) for c in found.candidates))


def _named(one: CollectiveNamed) -> BodyMeant:
    return BodyMeant(one.ref, one.name, one.above[0] if one.above else "")


def _household(row: Row, branch: set[int]) -> Meant:
    like = households_like(row.name, branch)
    found = [BodyMeant(one.ref, one.name, one.parent.name if one.parent else "") for one in like]
    sure = [one for one in found if is_one_household(one.name, row.name)]
    if len(sure) == len(found) == 1:
        return Meant(sure[0])
    return Meant(None, tuple((one, ALIKE) for one in found))
