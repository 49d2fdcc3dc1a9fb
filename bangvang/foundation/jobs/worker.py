"""The worker: takes one job after the other until it is asked to end."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from threading import Event, Thread
from time import monotonic, sleep

from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from bangvang.foundation.clock import recorded_now
from bangvang.foundation.jobs.attempt import attempt, where
from bangvang.foundation.jobs.claim import claim_next
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.jobs.work import sign_of_life

logger = logging.getLogger(__name__)

LOOKS_EVERY_S = 1.0
BEATS_EVERY_S = 5.0
TROUBLE = (DatabaseError, InterfaceError)
"""A database that is locked, restarts or cannot be reached: waited out."""

BESIDE_EVERY_S = 5.0

Surroundings = Callable[[], AbstractContextManager[object]]


@dataclass
class Worker:
    """Works on its own until `stop` is called.

    `now`: the moment at which what a task does happens. `around`: what surrounds each task, as
    the middleware surrounds each request. `beside`: what is looked at between jobs, every
    `BESIDE_EVERY_S` at most; it must bear to be killed and to run in two workers at once.
    """

    now: Callable[[], datetime]
    around: Surroundings = nullcontext
    beside: Callable[[datetime], None] | None = None
    looks_every: float = LOOKS_EVERY_S
    _looked_beside: float = -BESIDE_EVERY_S
    _is_stopping: bool = False  # a flag and no Event: a signal sets it

    def stop(self) -> None:
        """Ask to end: a running task ends at its next report, its job waits again."""
        self._is_stopping = True

    def run(self) -> None:
        """Work until `stop`; trouble with the database is waited out."""
        while not self._is_stopping:
            close_old_connections()
            try:
                self.look_beside()
                is_idle = not self.work_once()
            except TROUBLE as trouble:
                logger.error("worker: %s", type(trouble).__name__)  # noqa: TRY400  no message: it may hold data
                is_idle = True
            if is_idle and not self._is_stopping:
                sleep(self.looks_every)

    def look_beside(self) -> None:
        """Do what stands beside the jobs, if it is time; whatever it raises, the worker goes on."""
        if self.beside is None or monotonic() - self._looked_beside < BESIDE_EVERY_S:
            return
        self._looked_beside = monotonic()
        try:
            self.beside(self.now())
        except TROUBLE:
            raise
        except Exception as error:  # noqa: BLE001  a worker outlives whatever is looked at
            logger.error("worker, beside: %s", where(error))  # noqa: TRY400  no message: it may name people

    def work_once(self) -> bool:
        """Do the next job, if one is due; say whether there was one."""
        job = claim_next(recorded_now())
        if job is None:
            return False
        with _SignsOfLife(job), self.around():
            attempt(job, at=self.now(), stops=lambda: self._is_stopping)
        return True


class _SignsOfLife:
    """Lengthens the lease beside a task that computes, on a connection of its own."""

    def __init__(self, job: Job) -> None:
        self._job, self._over = job, Event()
        self._thread = Thread(target=self._beat, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        try:
            while not self._over.wait(BEATS_EVERY_S):
                try:
                    sign_of_life(self._job.ref, self._job.claim)
                except TROUBLE as trouble:
                    logger.warning("sign of life: %s", type(trouble).__name__)
        finally:
            connection.close()
