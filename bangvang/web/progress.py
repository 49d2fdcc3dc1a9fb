"""How far a background job is, on the page of whoever waits for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bangvang.foundation.jobs.selectors import JobSeen
from bangvang.foundation.jobs.states import State
from bangvang.foundation.vietnamese import say_number
from bangvang.web.components.pieces import Answer, Kind, Progress

KINDS = {
    State.WAITING: Kind.CLOCK,
    State.RUNNING: Kind.CLOCK,
    State.DONE: Kind.MET,
    State.FAILED: Kind.NOT_MET,
    State.DISCARDED: Kind.TWO,
}
NOTES = {
    State.WAITING: "Việc sẽ bắt đầu trong vài giây; có thể rời trang này và quay lại sau.",
    State.RUNNING: "Có thể rời trang này và quay lại sau.",
    State.DONE: "",
    State.FAILED: "Quản trị hệ thống đã thấy việc này trong mục Việc chạy nền.",
    State.DISCARDED: "Quản trị hệ thống đã bỏ việc này.",
}
AGAIN = "Lần thử trước không xong; hệ thống tự thử lại sau ít phút."
PLACE = "tien-do"
"""The id of the piece; htmx names it when it asks how far the job is."""


def job_chip(job: JobSeen) -> Answer:
    """Return the state of a job in words, with sign and colour."""
    return Answer(KINDS[job.state], "Chờ thử lại" if job.is_again else job.state_name)


def progress_of(job: JobSeen, *, href: str) -> Progress:
    """Return how far a job is; ``href``: the address of the page that waits for it."""
    counted = ""
    if job.done is not None and job.of:
        counted = f"{say_number(job.done)} trong {say_number(job.of)}"
    return Progress(
        title=job.says,
        state=job_chip(job),
        note=AGAIN if job.is_again else NOTES[job.state],
        href=href,
        is_open=job.is_open,
        percent=job.percent if job.state is State.RUNNING else None,
        counted=counted if job.state is State.RUNNING else "",
    )


def answer_to_poll(request: HttpRequest, progress: Progress | None) -> HttpResponse | None:
    """Answer the piece that asks every two seconds; None: a person asks for the page.

    While the job is open the piece is drawn anew; when it ended the page is loaded again whole.
    """
    if request.headers.get("HX-Target") != PLACE:
        return None
    if progress is not None and progress.is_open:
        return render(request, "components/progress.html", {"progress": progress})
    answer = HttpResponse(status=204)
    answer["HX-Refresh"] = "true"
    return answer
