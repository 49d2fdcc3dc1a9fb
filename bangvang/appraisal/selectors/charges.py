"""Reading who follows what, and so whose a list is that nobody has taken up."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from bangvang.appraisal.models import Charge
from bangvang.appraisal.permissions.charges import Officer
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.law import award_name
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.states import State
from bangvang.registry.models import Organisation
from bangvang.registry.selectors.organisations import Above, above_of

READERS = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)


@dataclass(frozen=True)
class ChargeSeen:
    """One charge, as the office reads it; `matter` is the body or the award in words."""

    ref: str
    account_ref: str
    account_name: str
    matter: str
    is_award: bool
    since: date
    until: date | None
    version: int


@dataclass(frozen=True)
class Following:
    """Whose rows of a list are by which charge; nobody's where `account_ref` is empty."""

    account_ref: str
    name: str
    matter: str
    rows: int


NOBODY = ("", "", "")
BY_OFFICER = ("account_name", "account_ref", "award_code", "unit__sort_key", "since", "pk")


def charge_named(ref: str, *, lock: bool = False) -> Charge:
    """Return a charge to act on.

    Raises:
        Unseen: there is none.
    """
    found = Charge.objects.filter(ref=ref).select_related("unit")
    charge = (found.select_for_update(of=("self",)) if lock else found).first()
    if charge is None:
        raise Unseen
    return charge


def matter_of(charge: Charge, on: date) -> str:
    """Return in words what is followed: the body's name, or the award's on a day."""
    return charge.unit.name if charge.unit else award_name(charge.award_code, on)


def charge_seen(actor: Actor, ref: str, *, on: date) -> ChargeSeen:
    """Return one charge.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    if not actor.has(*READERS):
        raise Unseen
    return _seen(charge_named(ref), on)


def charges_for(actor: Actor, *, on: date) -> list[ChargeSeen]:
    """Return what has not ended by that day, by officer, units first; only the office sees any."""
    if not actor.has(*READERS):
        return []
    running = Charge.objects.filter(Q(until__isnull=True) | Q(until__gt=on))
    rows = running.select_related("unit").order_by(*BY_OFFICER)
    return [_seen(charge, on) for charge in rows]


def units_without_charge(actor: Actor, *, on: date, kinds: Collection[str]) -> list[str]:
    """Return the names of the bodies of the day whose lists nobody follows, by name.

    A body below one that somebody follows has somebody; only the office sees any.
    """
    if not actor.has(*READERS):
        return []
    there = Organisation.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), since__lte=on, kind__in=kinds
    )
    bodies = list(there.order_by("sort_key", "pk").values_list("pk", "name"))
    followed = set(_in_force(on).filter(unit__isnull=False).values_list("unit", flat=True))
    lines = above_of(pk for pk, _ in bodies)
    return [name for pk, name in bodies if followed.isdisjoint(one.pk for one in lines[pk])]


def followed_by(
    batch_refs: Iterable[str], officers: Sequence[Officer], *, on: date
) -> Mapping[str, tuple[Following, ...]]:
    """Return who follows the waiting rows of each list, whoever has most rows first.

    A charge of the award is nearer than one of a unit, a lower unit nearer than what stands above
    it. Whoever is no specialist that day, or serves the unit that handed the list in, is passed
    over; what is left without anybody comes last.
    """
    may = {officer.ref: officer for officer in officers}
    charges = [one for one in _in_force(on).select_related("unit") if one.account_ref in may]
    batches = Batch.objects.filter(ref__in=list(batch_refs)).select_related("unit")
    units = {batch.pk: (batch.ref, batch.unit_id, batch.unit.ref) for batch in batches}
    lines = above_of(unit_id for _, unit_id, _ in units.values())
    counted: dict[str, dict[tuple[str, str, str], int]] = {}
    waiting = Nomination.objects.filter(batch__in=units, state=State.SUBMITTED)
    for pk, award_code in waiting.order_by("pk").values_list("batch", "award_code"):
        batch_ref, unit_id, unit_ref = units[pk]
        fair = [one for one in charges if unit_ref not in may[one.account_ref].serves]
        nearest = _nearest(fair, award_code, lines[unit_id])
        who = (
            (nearest.account_ref, nearest.account_name, matter_of(nearest, on))
            if nearest
            else NOBODY
        )
        of_list = counted.setdefault(batch_ref, {})
        of_list[who] = of_list.get(who, 0) + 1
    return {
        ref: tuple(
            Following(*who, rows)
            for who, rows in sorted(found.items(), key=lambda one: (not one[0][0], -one[1], one[0]))
        )
        for ref, found in counted.items()
    }


def _nearest(charges: Sequence[Charge], award_code: str, line: Sequence[Above]) -> Charge | None:
    steps = {body.pk: step for step, body in enumerate(line)}
    by_award = next((one for one in charges if one.award_code == award_code), None)
    by_unit = [one for one in charges if one.unit_id in steps]
    return by_award or min(by_unit, key=lambda one: steps[one.unit_id or 0], default=None)


def _in_force(on: date) -> QuerySet[Charge]:
    return Charge.objects.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)


def _seen(charge: Charge, on: date) -> ChargeSeen:
    return ChargeSeen(
        charge.ref,
        charge.account_ref,
        charge.account_name,
        matter_of(charge, on),
        charge.unit_id is None,
        charge.since,
        charge.until,
        charge.version,
    )
