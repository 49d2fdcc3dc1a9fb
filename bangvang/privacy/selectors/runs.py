"""The job that forgets, and what was forgotten so far."""

from bangvang.foundation.jobs.selectors import JobSeen, newest_job

FORGET = "forget"


def run_under_way() -> JobSeen | None:
    """Return the newest run in the background, if there was one."""
    return newest_job(FORGET, key_begins="")
