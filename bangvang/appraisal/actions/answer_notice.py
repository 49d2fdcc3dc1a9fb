"""Answer in a file what another agency said of the nominee."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.models import NoticeAnswer, NoticeVerdict
from bangvang.appraisal.permissions.notices import objection_to_answering_notice
from bangvang.appraisal.selectors.noticed import told_of
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for


@transaction.atomic
def answer_notice(
    ref: str,
    key: str,
    verdict: NoticeVerdict,
    reason: str,
    *,
    version: int,
    actor: Actor,
    at: datetime,
) -> None:
    """Keep the answer to one matter, `key` as `Told.key`; an earlier answer stays in view.

    It moves nothing: a file is returned or ended by the acts for that. The audit entry names
    neither the nominee nor the matter: administrators read it too.

    Raises:
        Unseen: this actor has no such row.
        Refused: not the office, a file that is over, nothing of this key said of the nominee,
            another person said to be meant by a confirmed notice, no reason or one that holds a
            long number, or changed by somebody else meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    told = next((one for one in told_of(actor, ref) if one.key == key), None)
    reason = tidy(reason)
    refuse_if(
        objection_to_answering_notice(
            actor,
            nomination,
            is_told=told is not None,
            is_confirmed=told is not None and told.is_confirmed,
            verdict=verdict,
            reason=reason,
        )
        or objection_to_version(nomination.version, version)
    )
    if told is None:  # pragma: no cover  # for the type checker
        raise Unseen
    answer = NoticeAnswer.objects.create(
        nomination=nomination,
        notice_id=told.pk if told.is_confirmed else None,
        row_id=None if told.is_confirmed else told.pk,
        verdict=verdict,
        reason=reason,
        by_ref=actor.account_ref,
        by_name=actor.name,
        given_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="answer_notice",
        subject=("notice_answer", answer.ref),
        said="Ghi ý kiến về thông tin do cơ quan khác gửi, khi xét một hồ sơ.",
    )
