"""What is forgotten in the background."""

from bangvang.foundation.jobs.kinds import job
from bangvang.foundation.jobs.work import Work
from bangvang.privacy.actions.forget_all import forget_all
from bangvang.privacy.selectors.runs import FORGET


@job(FORGET, says="Xóa dữ liệu hết thời hạn lưu")
def forget(work: Work) -> None:
    """Forget what is past its period; begun again it does what is left."""
    forget_all(actor=work.actor, at=work.at, report=work.report)
    with work.last_step():
        pass
