"""Enter the communes of a province and its former units, once however often it is asked."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.foundation.vietnamese import fold
from bangvang.registry.actions.register_organisation import register_organisation
from bangvang.registry.actions.settle_bodies import carry_out, propose_end
from bangvang.registry.intake.places import (
    Commune,
    FormerUnit,
    Province,
    communes_of,
    former_units_of,
    known_provinces,
)
from bangvang.registry.models import Organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.permissions.bodies import objection_to_registering_body
from bangvang.registry.selectors.bodies import exists_on
from bangvang.registry.selectors.organisations import organisation_named
from bangvang.registry.states import BodyEventKind


@dataclass(frozen=True)
class Loaded:
    """How many communes were entered, were given their code, or were there; and former units."""

    entered: int
    coded: int
    there: int
    former: int


@transaction.atomic
def load_places(province_code: str, *, actor: Actor, at: datetime) -> Loaded:
    """Enter what is missing of the province's places, and only that.

    A body that is there already, under the code or under its name, is left as it is, save that a
    commune without a code gets it. A former unit that is entered now has nobody and nothing yet,
    so its end moves nothing and needs no second person; one that is there is left to people.

    Raises:
        Unseen: our table knows no such province.
        Refused: not the standing office.
    """
    province = next((one for one in known_provinces() if one.code == province_code), None)
    if province is None:
        raise Unseen
    refuse_if(objection_to_registering_body(actor, is_first=False))
    above = _province_body(province, actor, at)
    counts = {"entered": 0, "coded": 0, "there": 0}
    for commune in communes_of(province):
        counts[_commune(commune, province, above, actor, at)] += 1
    former = sum(_former(unit, above, actor, at) for unit in former_units_of(province))
    loaded = Loaded(**counts, former=former)
    record(
        actor=actor,
        at=at,
        verb="load_places",
        subject=("organisation", above.ref),
        said=f"Nạp đơn vị hành chính của tỉnh {province.name}: thêm {loaded.entered} xã, phường, "
        f"ghi mã cho {loaded.coded}, đã có {loaded.there}; thêm {loaded.former} đơn vị cũ.",
    )
    return loaded


def _province_body(province: Province, actor: Actor, at: datetime) -> Organisation:
    rows = Organisation.objects.select_for_update().filter(until__isnull=True)
    found = (
        rows.filter(place_code=province.code).first()
        or rows.filter(name_fold=fold(province.body), kind=OrganisationKind.PROVINCE).first()
    )
    if found is None:
        ref = register_organisation(
            province.body,
            kind=OrganisationKind.PROVINCE,
            since=province.since,
            place_code=province.code,
            actor=actor,
            at=at,
        )
        return organisation_named(ref)
    if not found.place_code:
        found.place_code = province.code
        found.save(update_fields=["place_code"])
    return found


def _commune(
    commune: Commune, province: Province, above: Organisation, actor: Actor, at: datetime
) -> str:
    """Return what was done: "entered", "coded" or "there"."""
    rows = Organisation.objects.filter(until__isnull=True)
    if rows.filter(place_code=commune.code).exists():
        return "there"
    known = rows.filter(
        name_fold=fold(commune.body), parent=above, kind=OrganisationKind.COMMUNE, place_code=""
    )
    same = [body for body in known if body.name.casefold() == commune.body.casefold()]
    if same:
        same[0].place_code = commune.code
        same[0].save(update_fields=["place_code"])
        return "coded"
    register_organisation(
        commune.body,
        kind=OrganisationKind.COMMUNE,
        since=province.communes.on,
        parent_ref=above.ref if exists_on(above, province.communes.on) else None,
        place_code=commune.code,
        actor=actor,
        at=at,
    )
    return "entered"


def _former(unit: FormerUnit, above: Organisation, actor: Actor, at: datetime) -> bool:
    """Enter the unit with its end; say whether it was missing."""
    known = Organisation.objects.filter(name_fold=fold(unit.body), kind=unit.kind)
    if known.exists() or not exists_on(above, unit.ended.on):
        return False
    has_parent = unit.kind != OrganisationKind.PROVINCE and exists_on(above, unit.since)
    ref = register_organisation(
        unit.body,
        kind=unit.kind,
        since=unit.since,
        parent_ref=above.ref if has_parent else None,
        actor=actor,
        at=at,
    )
    heirs = list(
        Organisation.objects.filter(place_code__in=unit.heirs, until__isnull=True).order_by("pk")
    )
    event = propose_end(
        BodyEventKind.SPLIT if unit.heirs else BodyEventKind.MERGED,
        [organisation_named(ref)],
        heirs if unit.heirs else [above],
        [],
        unit.ended,
        actor=actor,
        at=at,
    )
    carry_out(event, actor=actor, at=at)
    return True
