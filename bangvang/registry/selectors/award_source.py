"""Where one award on record comes from, for whoever may read the holder's record."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.foundation.db.search import Words, matching
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Award
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.own_people import unit_of
from bangvang.registry.states import BODIES, PEOPLE, HolderKind


@dataclass(frozen=True)
class AwardSource:
    """An award as its decision wrote it; ``origin`` is how it reached the register."""

    ref: str
    holder_name: str
    code: str
    kind: str
    year: int
    name_as_written: str
    unit_as_written: str
    achievement: str
    decision_no: str
    decided_on: date
    issued_by: str
    order_no: int | None
    decision_ref: str
    origin: str
    revoked_on: date | None


def award_source(actor: Actor, of: HolderKind, holder_ref: str, ref: str) -> AwardSource:
    """Return what the register keeps of one award of just this holder.

    Raises:
        Unseen: the holder is not the actor's to read, or has no such award.
    """
    found = Award.objects.filter(**{f"{of}__ref": holder_ref}, ref=ref)
    if not may_read_bars(actor):
        unit = unit_of(actor)
        if unit is None:
            raise Unseen
        index = PEOPLE if of is HolderKind.PERSON else BODIES
        own = matching(index, Words(under=((unit.pk,),)))
        found = found.filter(**{f"{of}__in": own})
    award = found.select_related(of.value).first()
    if award is None:
        raise Unseen
    return AwardSource(
        ref=award.ref,
        holder_name=str(getattr(award, of)),
        code=award.code,
        kind=award.kind,
        year=award.year,
        name_as_written=award.name_as_written,
        unit_as_written=award.unit_as_written,
        achievement=award.achievement,
        decision_no=award.decision_no,
        decided_on=award.decided_on,
        issued_by=award.issued_by,
        order_no=award.order_no,
        decision_ref=award.decision_ref,
        origin=award.origin,
        revoked_on=award.revoked_on,
    )
