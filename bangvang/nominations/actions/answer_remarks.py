"""Answer what the office asked about the parts of a returned row."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.nominations.models import Remark
from bangvang.nominations.permissions import objection_to_completing, objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.selectors.remarks import remarks_of

LONGEST_ANSWER = 2000
NOTHING_ANSWERED = Objection("NOTHING_ANSWERED", "Chưa ghi câu trả lời nào.")
ANSWER_TOO_LONG = Objection("ANSWER_TOO_LONG", f"Mỗi câu trả lời không quá {LONGEST_ANSWER} ký tự.")


@transaction.atomic
def answer_remarks(
    nomination_ref: str, answers: Mapping[str, str], *, version: int, actor: Actor, at: datetime
) -> int:
    """Keep the answers by the remark's reference and return how many remarks are still open.

    An empty answer leaves its remark as it is.

    Raises:
        Unseen: this actor has no such row, or its newest return no such remark.
        Refused: not returned, not the own unit, nothing answered, too long, or changed meanwhile.
    """
    nomination = nomination_for(actor, nomination_ref, lock=True)
    refuse_if(objection_to_completing(actor, nomination))
    refuse_if(objection_to_version(nomination.version, version))
    open_ = {one.ref: one for one in remarks_of(nomination_ref)}
    said = {ref: words.strip() for ref, words in answers.items() if words.strip()}
    if said.keys() - open_.keys():
        raise Unseen
    refuse_if(None if said else NOTHING_ANSWERED)
    refuse_if(ANSWER_TOO_LONG if any(len(one) > LONGEST_ANSWER for one in said.values()) else None)
    changed = {ref: words for ref, words in said.items() if open_[ref].answer != words}
    for ref, words in changed.items():
        Remark.objects.filter(ref=ref).update(answer=words, answered_by=actor.name, answered_at=at)
    nomination.version += 1
    nomination.save(update_fields=["version"])
    record(
        actor=actor,
        at=at,
        verb="answer_remarks",
        subject=("nomination", nomination_ref),
        said=f"Đơn vị trả lời {len(changed)} yêu cầu của cơ quan thường trực.",
    )
    return sum(not one.answer for ref, one in open_.items() if ref not in said)
