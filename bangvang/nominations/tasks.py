"""What nominations do in the background."""

from bangvang.foundation.jobs.kinds import job
from bangvang.foundation.jobs.work import Work
from bangvang.nominations.actions.keep_scan import keep_scan
from bangvang.nominations.states import SCAN_PAPER


@job(SCAN_PAPER, says="Quét mã độc trong giấy tờ đính kèm", attempts=8)
def scan_paper(work: Work) -> None:
    """Scan one paper."""
    ref = str(work.arguments["paper"])
    keep_scan(ref, actor=work.actor, at=work.at, last_step=work.last_step())
