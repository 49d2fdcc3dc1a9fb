"""What waits or runs in the background about a file that came in."""

from bangvang.foundation.jobs.selectors import JobSeen, newest_job

READ_IMPORT = "read_import"
ENTER_IMPORT = "enter_import"
UNDO_IMPORT = "undo_import"
READ_LIST = "read_agency_list"
MATCH_LIST = "match_agency_list"


def job_key(ref: str, version: int) -> str:
    """Return the key of a job about an import as it is in one version."""
    return f"{ref}@{version}"


def reading_job(ref: str, kind: str = READ_IMPORT) -> JobSeen | None:
    """Return the newest job that reads this file; the caller knows that it may be seen."""
    return newest_job(kind, key_begins=f"{ref}@")


def matching_job(ref: str) -> JobSeen | None:
    """Return the newest job that matches this list again; the caller knows it may be seen."""
    return newest_job(MATCH_LIST, key_begins=f"{ref}@")


def entering_job(ref: str) -> JobSeen | None:
    """Return the newest job that enters this import; the caller knows that it may be seen."""
    return newest_job(ENTER_IMPORT, key_begins=f"{ref}@")


def undoing_job(ref: str) -> JobSeen | None:
    """Return the newest job that undoes this import; the caller knows that it may be seen."""
    return newest_job(UNDO_IMPORT, key_begins=f"{ref}@")


def is_entering(ref: str, *, but: str = "") -> bool:
    """Tell whether a job waits or runs that enters or undoes this import.

    `but`: a job that does not count.
    """
    jobs = (entering_job(ref), undoing_job(ref))
    return any(job.is_open and job.ref != but for job in jobs if job is not None)
