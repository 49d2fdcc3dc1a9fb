"""Record the correction of an initiative, and put the files that rest on it to the law again."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.check_again import check_again
from bangvang.appraisal.resting_initiatives import rest_of_correction
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Refused, Unseen
from bangvang.law import NotInForce, award_name
from bangvang.registry.actions.confirm_correction import confirm_correction
from bangvang.registry.selectors.initiative_corrections import correction_seen


@transaction.atomic
def correct_initiative(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Confirm the correction; what rests on it is named for good, open files are asked again.

    A title that was given stays: each needs a decision of its own. A file that may not be asked
    again where it is now is named as one to look at.

    Raises:
        Unseen: there is no such correction.
        Refused: see `confirm_correction`.
    """
    day = localtime(at).date()
    rest = rest_of_correction(actor, correction_seen(actor, ref), on=day)
    confirm_correction(ref, version=version, actor=actor, at=at)
    asked, left = [], []
    for author, one in rest:
        name = f"{award_name(one.code, one.decided_on or day)} năm {one.year} của {author.name}"
        if not one.nomination_ref:
            left.append(name)
            continue
        with suppress(Refused, Unseen, NotInForce):
            check_again(one.nomination_ref, actor=actor, at=at)
            asked.append(name)
            continue
        left.append(f"hồ sơ {name}")
    parts = (
        f"Đã đối chiếu lại hồ sơ: {'; '.join(asked)}." if asked else "",
        f"Cần xem lại: {'; '.join(left)}." if left else "",
    )
    if said := " ".join(part for part in parts if part):
        record(
            actor=actor,
            at=at,
            verb="question_correction",
            subject=("initiative_correction", ref),
            said=said,
            details={"files": [one.nomination_ref for _, one in rest if one.nomination_ref]},
        )
