"""What a worker can do: declared in the `tasks.py` of a stage, asked for by name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bangvang.foundation.jobs.work import Work

Task = Callable[[Work], None]
FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=1)
SLOWER = 6


@dataclass(frozen=True)
class JobKind:
    """One kind of job; `says` names it to people, `attempts` is how often it is begun at most."""

    name: str
    says: str
    attempts: int
    task: Task


_KINDS: dict[str, JobKind] = {}


def job(name: str, *, says: str, attempts: int = 3) -> Callable[[Task], Task]:
    """Declare a task under a name that never changes, because waiting jobs name it.

    A task may be begun more than once and must bear it: it reads, computes, and changes things in
    `Work.last_step` only. It raises `GivenUp` when another attempt cannot help.
    """

    def declare(task: Task) -> Task:
        _KINDS[name] = JobKind(name, says, attempts, task)
        return task

    return declare


def kind_of(name: str) -> JobKind:
    """Return a kind.

    Raises:
        LookupError: no task was declared under this name.
    """
    try:
        return _KINDS[name]
    except KeyError:
        raise LookupError(f"no @job({name!r}) in any tasks.py") from None


def said_of(name: str) -> str:
    """Return what a kind is called; its bare name if this release knows it no more."""
    return _KINDS[name].says if name in _KINDS else name


def pause_after(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts: 10 s, 1 min, 6 min, …, never over 1 h."""
    slower: int = SLOWER ** min(attempts - 1, 5)  # an hour is reached by then
    return min(FIRST_PAUSE * slower, LONGEST_PAUSE)
