"""Making one attempt at a job, and what becomes of the job after it."""

import logging
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from traceback import extract_tb

from django.db import transaction

from bangvang.foundation.actor import Actor, Origin, Role
from bangvang.foundation.clock import recorded_now
from bangvang.foundation.jobs.kinds import kind_of, pause_after
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.states import State
from bangvang.foundation.jobs.work import ClaimLost, GivenUp, Stopping, Work, held, never
from bangvang.foundation.objection import Refused

logger = logging.getLogger(__name__)

UNFORESEEN = "Lỗi ngoài dự kiến ({}); nhật ký máy chủ ghi việc số {}."
REFUSED = "Hệ thống không cho làm việc này nữa (mã {})."


def kept_actor(actor: Actor) -> dict[str, object]:
    """Return an actor as a job keeps it."""
    return asdict(actor) | {"roles": sorted(actor.roles)}


def actor_again(kept: dict[str, object]) -> Actor:
    """Return the actor that a job keeps."""
    said = {name: str(kept[name]) for name in Actor.__dataclass_fields__ if name != "roles"}
    roles = kept["roles"]
    assert isinstance(roles, list)  # noqa: S101  written by `kept_actor`
    return Actor(
        said["account_ref"],
        said["name"],
        said["title"],
        said["organisation_ref"],
        said["organisation_name"],
        frozenset(Role(one) for one in roles),
        Origin(said["origin"]),
    )


def attempt(job: Job, *, at: datetime, stops: Callable[[], bool] = never) -> None:
    """Run the task of a job that is claimed, once; whatever happens is written down.

    Args:
        job: in state `RUNNING`, with the claim of this attempt.
        at: the moment at which what the task does happens.
        stops: whether the worker was asked to end.
    """
    work = Work(job.ref, job.claim, job.arguments, actor_again(job.asker), at, stops)
    try:
        kind_of(job.kind).task(work)
        if not work.is_ended:
            work.finish()
    except ClaimLost:
        logger.warning("job %s: another attempt has it", job.ref)
    except Stopping:
        _release(job)
    except GivenUp as why:
        _fail(job, str(why))
    except Refused as refusal:
        _fail(job, REFUSED.format(refusal.objection.code))
    except Exception as error:  # noqa: BLE001  a worker outlives whatever a task raises
        logger.error("job %s (%s): %s", job.ref, job.kind, where(error))  # noqa: TRY400  no message: it may name people
        _try_later(job, UNFORESEEN.format(type(error).__name__, job.ref))


def where(error: BaseException) -> str:
    """Return what was raised and where, without its message, which may name people."""
    frames = [f"{Path(one.filename).name}:{one.lineno}" for one in extract_tb(error.__traceback__)]
    return f"{type(error).__name__} at {' > '.join(frames[-4:])}"


def _release(job: Job) -> None:
    """Let the job wait again; an attempt that was asked to end does not count."""
    held(job.ref, job.claim).update(
        state=State.WAITING,
        claim="",
        lease_until=None,
        attempts=job.attempts - 1,
        done=None,
        of=None,
    )


def _try_later(job: Job, sentence: str) -> None:
    if job.attempts >= job.most_attempts:
        _fail(job, sentence)
        return
    now = recorded_now()
    held(job.ref, job.claim).update(
        state=State.WAITING,
        claim="",
        lease_until=None,
        run_after=now + pause_after(job.attempts),
        error=sentence,
        error_at=now,
        done=None,
        of=None,
    )


def _fail(job: Job, sentence: str) -> None:
    now = recorded_now()
    held(job.ref, job.claim).update(
        state=State.FAILED,
        claim="",
        lease_until=None,
        ended_at=now,
        error=sentence[:300],
        error_at=now,
    )


def attempt_at_once(job: Job, *, at: datetime) -> None:
    """Attempt a job inside the transaction that asks for it; a setting of the tests."""
    with transaction.atomic():
        attempt(job, at=at)
