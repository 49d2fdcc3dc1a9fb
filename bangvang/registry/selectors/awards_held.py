"""The awards that holders of the register have, newest first: what is public of their histories."""

from collections.abc import Collection

from bangvang.registry.models import Organisation, Person
from bangvang.registry.selectors.holdings import Holding, histories_held
from bangvang.registry.states import HolderKind

AWARD = "AWARD"


def awards_held(
    person_refs: Collection[str], body_refs: Collection[str]
) -> dict[str, tuple[Holding, ...]]:
    """Return what each of these was awarded and still holds, newest year first, by reference."""
    people = Person.objects.filter(ref__in=list(person_refs)).values_list("pk", "ref")
    bodies = Organisation.objects.filter(ref__in=list(body_refs)).values_list("pk", "ref")
    found = {
        **histories_held(HolderKind.PERSON, dict(people), with_bars=False),
        **histories_held(HolderKind.ORGANISATION, dict(bodies), with_bars=False),
    }
    return {
        ref: tuple(
            held
            for held in history.holdings
            if held.record_kind == AWARD and held.revoked_on is None
        )
        for ref, history in found.items()
    }
