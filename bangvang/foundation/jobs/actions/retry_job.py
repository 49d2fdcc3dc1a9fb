"""Let a job that failed for good run again."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.clock import recorded_now
from bangvang.foundation.jobs.kinds import said_of
from bangvang.foundation.jobs.permissions import objection_to_retrying
from bangvang.foundation.jobs.selectors import is_asked_again, job_for
from bangvang.foundation.jobs.states import State
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def retry_job(ref: str, *, actor: Actor, at: datetime) -> None:
    """Put the job back to wait, with all its attempts before it.

    Raises:
        Unseen: this actor has no such job.
        Refused: it did not fail, or the same was asked for again meanwhile.
    """
    job = job_for(actor, ref, lock=True)
    refuse_if(objection_to_retrying(actor, job, is_asked_again=is_asked_again(job)))
    job.state, job.attempts, job.run_after = State.WAITING, 0, recorded_now()
    job.started_at = job.ended_at = job.done = job.of = None
    job.save()
    record(
        actor=actor,
        at=at,
        verb="retry_job",
        subject=("job", ref),
        said=f"Cho chạy lại việc nền: {said_of(job.kind)}.",
    )
