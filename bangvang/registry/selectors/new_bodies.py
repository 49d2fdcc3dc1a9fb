"""Where a household or a collective that an import names may be entered as a new one."""

from dataclasses import dataclass

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Organisation
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.body_tree import BodyChoice
from bangvang.registry.selectors.households_named import place_of
from bangvang.registry.selectors.import_rows import UnitOpen
from bangvang.registry.selectors.recipients import HOUSEHOLD, commune_choices
from bangvang.registry.selectors.units_named import UnitAsked, UnitsNamed


@dataclass(frozen=True)
class Places:
    """The communes, or the bodies of today; `written` is the one that the file means, or ""."""

    choices: tuple[BodyChoice, ...]
    written: str


def places_for(actor: Actor, asked: UnitOpen) -> Places | None:
    """Return where it may be entered; None for what is neither household nor collective.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    if not may_read_bars(actor):
        raise Unseen
    if asked.is_person or asked.apart not in ("", HOUSEHOLD):
        return None
    if asked.apart == HOUSEHOLD:
        communes = commune_choices(actor)
        place = place_of(asked.above)
        same = [one.ref for one in communes if place and place_of(one.name) == place]
        return Places(tuple(communes), same[0] if len(same) == 1 else "")
    rows = Organisation.objects.filter(until__isnull=True).order_by("sort_key", "pk")
    choices = [BodyChoice(*row) for row in rows.values_list("ref", "name", "until")]
    above = UnitAsked(asked.above)
    one = UnitsNamed([above]).meant(above, on=None) if asked.above else None
    return Places(tuple(choices), one.ref if one and one.until is None else "")
