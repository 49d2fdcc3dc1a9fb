"""What waits or runs in the background about an import."""

from bangvang.foundation.jobs.selectors import JobSeen, newest_job

READ_IMPORT = "read_import"
ENTER_IMPORT = "enter_import"


def job_key(ref: str, version: int) -> str:
    """Return the key of a job about an import as it is in one version."""
    return f"{ref}@{version}"


def reading_job(ref: str) -> JobSeen | None:
    """Return the newest job that reads this import; the caller knows that it may be seen."""
    return newest_job(READ_IMPORT, key_begins=f"{ref}@")


def entering_job(ref: str) -> JobSeen | None:
    """Return the newest job that enters this import; the caller knows that it may be seen."""
    return newest_job(ENTER_IMPORT, key_begins=f"{ref}@")


def is_entering(ref: str, *, but: str = "") -> bool:
    """Tell whether a job waits or runs that enters this import; `but`: one that does not count."""
    job = entering_job(ref)
    return job is not None and job.is_open and job.ref != but
