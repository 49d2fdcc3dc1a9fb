"""Background jobs as the administrator's pages show them."""

from bangvang.foundation.clock import standing_day
from bangvang.foundation.jobs.selectors import JobPage, JobSeen
from bangvang.foundation.jobs.states import OPEN, State
from bangvang.web.components.pieces import Act, CaseHead, Column, Fact, NotNow, Standing, Tab
from bangvang.web.components.templatetags.bangvang import moment
from bangvang.web.progress import job_chip

COLUMNS = (
    Column("Việc", "name"),
    Column("Trạng thái"),
    Column("Lần thử"),
    Column("Thời điểm"),
    Column("Lỗi gần nhất", "mid"),
)
GROUPS: dict[str, tuple[str, tuple[State, ...]]] = {
    "": ("Tất cả", ()),
    "dang": ("Đang chạy và chờ", OPEN),
    "khong-xong": ("Không xong", (State.FAILED,)),
    "xong": ("Xong", (State.DONE,)),
    "da-bo": ("Đã bỏ", (State.DISCARDED,)),
}
"""The tabs of the list: word in the address, name, states; no states: all."""


def tabs_of(counts: dict[State, int], chosen: str) -> tuple[Tab, ...]:
    """Return the tabs of the list, each with its count."""
    found = []
    for key, (name, states) in GROUPS.items():
        count = sum(counts.get(state, 0) for state in states or State)
        found.append(Tab(f"{name} ({count})", f"?nhom={key}" if key else "?", key == chosen))
    return tuple(found)


def when_said(job: JobSeen) -> str:
    """Return the moment that matters in the job's state."""
    match job.state:
        case State.WAITING if job.is_again:
            return f"thử lại từ {moment(job.run_after)}"
        case State.WAITING:
            return f"chờ từ {moment(job.asked_at)}"
        case State.RUNNING:
            return f"bắt đầu {moment(job.started_at)}"
    return f"kết thúc {moment(job.ended_at)}"


def progress_said(job: JobSeen) -> str:
    """Return how far a running job is, where it says so."""
    if job.state is not State.RUNNING or job.percent is None:
        return ""
    return f"{job.percent}% ({job.done} trong {job.of})"


def head_of(shown: JobPage, *, retry_href: str, discard_href: str) -> CaseHead:
    """Return the masthead of a job with what can be done."""
    job = shown.job
    acts, not_now = [], []
    if shown.retrying is None:
        acts.append(Act("Cho chạy lại", retry_href, is_main=True, is_post=True))
    elif job.state is State.FAILED:
        not_now.append(NotNow("Chưa cho chạy lại được", shown.retrying.sentence))
    if shown.discarding is None:
        acts.append(Act("Bỏ việc này", discard_href))
    return CaseHead(
        f"Việc chạy nền · số {job.ref}",
        job.says,
        standings=(
            Standing("Trạng thái", chip=job_chip(job), note=progress_said(job)),
            Standing("Lần thử", f"{job.attempts}/{job.most_attempts}"),
            Standing("Người yêu cầu", job.asked_by),
        ),
        acts=tuple(acts),
        not_now=tuple(not_now),
    )


def facts_of(job: JobSeen) -> list[Fact]:
    """Return the moments and the last error of a job."""
    said = [
        ("Yêu cầu lúc", moment(job.asked_at)),
        ("Thử lại từ", moment(job.run_after) if job.is_again else ""),
        ("Bắt đầu lần thử gần nhất", moment(job.started_at)),
        ("Kết thúc", moment(job.ended_at)),
        ("Lỗi gần nhất", job.error),
        ("Lỗi lúc", moment(job.error_at)),
    ]
    return [Fact(label, value) for label, value in said if value]


def clock_said() -> str:
    """Return which clock the moments are of, where it is not the one on the page."""
    if standing_day() is None:
        return ""
    return "Thời điểm ở trang này theo đồng hồ của máy chủ, không theo đồng hồ chạy thử."
