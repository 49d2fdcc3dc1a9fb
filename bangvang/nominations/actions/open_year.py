"""Open the rounds of a year as they were the year before: all that were chosen, or none."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.actions.open_round import open_round
from bangvang.nominations.models import IntakeDay, Round
from bangvang.nominations.permissions import objection_to_opening_round
from bangvang.nominations.selectors.copies import RoundCopy, copy_named, round_copies

NOTHING_CHOSEN = Objection("NOTHING_CHOSEN", "Chọn ít nhất một đợt xét để mở.")
NOT_OF_LAST_YEAR = Objection(
    "NOT_OF_LAST_YEAR", "Đợt đã chọn không phải đợt của năm trước; hãy tải lại trang."
)


@transaction.atomic
def open_year(year: int, chosen: Collection[str], *, actor: Actor, at: datetime) -> list[str]:
    """Open a copy of each chosen round of the year before; return the references of the new ones.

    Raises:
        Refused: not the head of the standing office, nothing chosen, not a round of the year
            before, or a round of that title is open already.
    """
    refuse_if(objection_to_opening_round(actor))
    refuse_if(None if chosen else NOTHING_CHOSEN)
    copies = round_copies(year)
    refs = []
    for of_ref in dict.fromkeys(chosen):
        copy = copy_named(copies, of_ref)
        refuse_if(None if copy else NOT_OF_LAST_YEAR)
        if copy is not None:
            refs.append(_opened(copy, year, actor, at))
    record(
        actor=actor,
        at=at,
        verb="open_year",
        subject=("year", str(year)),
        said=f"Mở năm {year}: {len(refs)} đợt xét theo các đợt của năm {year - 1}.",
        details={"rounds": len(refs)},
    )
    return refs


def _opened(copy: RoundCopy, year: int, actor: Actor, at: datetime) -> str:
    ref = open_round(
        copy.title,
        achievement_year=year,
        opens_on=copy.opens_on,
        submit_by=copy.submit_by,
        ballot_by=copy.ballot_by,
        families=copy.families,
        levels=copy.levels,
        award_codes=copy.award_codes,
        actor=actor,
        at=at,
    )
    opened = Round.objects.get(ref=ref)
    IntakeDay.objects.bulk_create(
        IntakeDay(
            round=opened,
            award_code=one.award_code,
            kind=one.kind,
            sector_id=sector_id,
            submit_by=one.submit_by,
        )
        for one, sector_id in zip(copy.intakes, copy.sector_ids, strict=True)
    )
    return ref
