"""What appraisal does in the background."""

from datetime import date

from bangvang.appraisal.actions.keep_sweep import keep_sweep
from bangvang.appraisal.selectors.sweeps import SWEEP
from bangvang.foundation.jobs.kinds import job
from bangvang.foundation.jobs.work import Work
from bangvang.law import Change, Kind, Subject


@job(SWEEP, says="Tính thay đổi quy định trên sổ và hồ sơ")
def sweep(work: Work) -> None:
    """Compute what a change of law does and keep it."""
    said = {name: str(value) for name, value in work.arguments.items()}
    change = Change(
        said["code"], Kind(said["kind"]), Subject(said["subject"]), date.fromisoformat(said["on"])
    )
    keep_sweep(change, actor=work.actor, at=work.at, report=work.report, last_step=work.last_step())
