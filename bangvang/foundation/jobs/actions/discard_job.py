"""Discard a job that waits or failed."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.clock import recorded_now
from bangvang.foundation.jobs.kinds import said_of
from bangvang.foundation.jobs.permissions import objection_to_discarding
from bangvang.foundation.jobs.selectors import job_for
from bangvang.foundation.jobs.states import State
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def discard_job(ref: str, *, actor: Actor, at: datetime) -> None:
    """Give the job up; its row stays in the list, its key is free.

    Raises:
        Unseen: this actor has no such job.
        Refused: it runs, is done or was discarded already.
    """
    job = job_for(actor, ref, lock=True)
    refuse_if(objection_to_discarding(actor, job))
    job.state, job.ended_at = State.DISCARDED, recorded_now()
    job.save(update_fields=["state", "ended_at"])
    record(
        actor=actor,
        at=at,
        verb="discard_job",
        subject=("job", ref),
        said=f"Bỏ việc nền: {said_of(job.kind)}.",
    )
