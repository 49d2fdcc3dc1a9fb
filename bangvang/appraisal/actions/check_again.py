"""Ask the law again about a row under appraisal: a new fact, a lifted bar, a mended record."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.ask_law import ask_law
from bangvang.appraisal.permissions import CONCLUDED, objection_to_checking_again
from bangvang.appraisal.selectors.barred import barred_among
from bangvang.appraisal.selectors.findings import newest_finding
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Answer
from bangvang.nominations.actions.move import move
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import Move

SAID = {
    Answer.MET: "đủ điều kiện",
    Answer.NOT_MET: "không đủ điều kiện",
    Answer.FOR_A_PERSON: "cần người xem xét",
}


@transaction.atomic
def check_again(ref: str, *, actor: Actor, at: datetime) -> None:
    """Keep a new finding beside the earlier ones; the law is that of the day of receipt, as before.

    The bars are those that are open today: a file that was held up goes on when its bar has ended.

    A concluded row goes back under appraisal: what was concluded stood on the earlier finding.

    Raises:
        Unseen: this actor has no such row, or the law was not asked yet.
        Refused: not of the standing office, or the row is not under appraisal.
        NotInForce: no rulebook is in force on the day of receipt.
    """
    nomination = nomination_for(actor, ref, lock=True)
    today = localtime(at).date()
    barred = barred_among([ref], on=today)
    refuse_if(objection_to_checking_again(actor, nomination, barred=barred))
    before = newest_finding(nomination.pk)
    ask_law([nomination], on=before.on_day, at=at)
    after = newest_finding(nomination.pk)
    told = (
        "kết quả như trước"
        if after.answer == before.answer
        else f"từ {SAID[Answer(before.answer)]} thành {SAID[Answer(after.answer)]}"
    )
    record(
        actor=actor,
        at=at,
        verb="check_again",
        subject=("nomination", ref),
        said=f"Đối chiếu lại, xét đến ngày {say_date(today)}: {told}.",
    )
    if nomination.state in CONCLUDED:
        move(nomination, Move.REOPEN, holder=actor.name, actor=actor, at=at)
