"""Taking the next job: exactly one worker gets it, on both engines."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet

from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.states import State
from bangvang.foundation.jobs.work import LEASE
from bangvang.foundation.ref import new_ref

BROKEN_OFF = "Tiến trình làm việc này bị ngắt giữa chừng ở lần thử cuối."


def claim_next(now: datetime) -> Job | None:
    """Take the job that has waited longest, or one whose worker gave no sign of life.

    PostgreSQL locks the row and lets others step over it; on SQLite the writing transaction is the
    only one. On both the UPDATE asks for the claim that was read, so that whatever happened in
    between, one worker gets the job.

    Args:
        now: the machine's moment.
    """
    if not _due(now).exists():  # idle workers only read
        return None
    with transaction.atomic():
        job = _due(now).order_by("run_after", "pk").select_for_update(skip_locked=True).first()
        if job is None:
            return None
        was = Job.objects.filter(pk=job.pk, state=job.state, claim=job.claim)
        if job.attempts >= job.most_attempts:
            was.update(
                state=State.FAILED, claim="", lease_until=None, ended_at=now,
                error=BROKEN_OFF, error_at=now,
            )  # fmt: skip
            return None
        taken = was.update(
            state=State.RUNNING,
            claim=new_ref(),
            lease_until=now + LEASE,
            attempts=F("attempts") + 1,
            started_at=now,
            ended_at=None,
            done=None,
            of=None,
        )
        return Job.objects.get(pk=job.pk) if taken else None


def _due(now: datetime) -> QuerySet[Job]:
    waits = Q(state=State.WAITING, run_after__lte=now)
    left = Q(state=State.RUNNING, lease_until__lt=now)
    return Job.objects.filter(waits | left)
