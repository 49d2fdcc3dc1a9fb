"""Have everything that is past its confirmed period forgotten, in the background."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.audit.selectors import newest_number
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.privacy.permissions import NOT_HEAD, STALE
from bangvang.privacy.selectors.dry_run import dry_run, periods_seen
from bangvang.privacy.selectors.runs import FORGET, run_under_way

ASK_TURN = 4_170_074
RUNNING = Objection("RUNNING", "Việc xóa theo thời hạn đang chạy; hãy đợi xong rồi xem lại.")
NOTHING = Objection("NOTHING", "Hôm nay không có gì hết thời hạn lưu.")


@transaction.atomic
def ask_forgetting(seen: str, *, actor: Actor, at: datetime) -> str:
    """Ask for the job and return its reference. `seen` stands for the periods that were shown.

    Raises:
        Refused: not the head, other periods count by now, nothing to forget, or a run goes on.
    """
    wait_for_turn(ASK_TURN)
    on = localtime(at).date()
    refuse_if(None if actor.has(Role.OFFICE_HEAD) else NOT_HEAD)
    under_way = run_under_way()
    refuse_if(RUNNING if under_way is not None and under_way.is_open else None)
    refuse_if(None if seen == periods_seen(on) else STALE)
    count = dry_run(on).count
    refuse_if(None if count else NOTHING)
    record(
        actor=actor,
        at=at,
        verb="ask_forgetting",
        subject=("retention", "all"),
        said=f"Yêu cầu xóa {count} mục đã hết thời hạn lưu.",
        details={"count": count, "periods": seen},
    )
    key = f"{seen}@{newest_number()}"
    return enqueue(FORGET, {}, key=key, actor=actor, at=at)
