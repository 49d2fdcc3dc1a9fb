"""How corrections of initiatives look: the masthead, each author before and after, what rests."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from bangvang.appraisal.resting_initiatives import rest_of_correction
from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.permissions.amendments import Paper
from bangvang.registry.permissions.initiatives import InitiativeSaid
from bangvang.registry.selectors.initiative_corrections import (
    AuthorSeen,
    CorrectionSeen,
    corrections_awaiting,
)
from bangvang.registry.states import AMENDMENT_STATE_NAMES, AmendmentState
from bangvang.web.amending.resting import RestShown, rest_line
from bangvang.web.amending.shown import SIGNS, Names, RowShown
from bangvang.web.components.pieces import Act, Answer, CaseHead, NotNow, Standing, Task
from bangvang.web.deadlines import deadline_shown
from bangvang.web.record_parts import used_said
from bangvang.web.records import called

KIND = "Đính chính sáng kiến, đề tài"
EFFECTS = (
    "Dòng mới thay dòng cũ của mọi tác giả: hồ sơ, tìm kiếm, đối chiếu.",
    "Dòng cũ giữ nguyên chữ trong lịch sử và mở xem được.",
    "Tác giả còn đứng tên giữ ghi chép sáng kiến đã dùng để xét gì.",
    "Hồ sơ đang thẩm định dựa vào sáng kiến được đối chiếu lại ngay khi ghi.",
)
UNDO = "Ghi nhầm thì đính chính thêm một lần nữa; không có gì bị xóa."


def correction_chip(seen: CorrectionSeen) -> Answer:
    """Return the state, with its sign."""
    return Answer(SIGNS[seen.state], AMENDMENT_STATE_NAMES[seen.state])


def correction_paper(paper: Paper) -> str:
    """Return the paper in words, or that there is none."""
    if paper.on is None:
        return "không có văn bản riêng: chỉ sổ ghi sai"
    return f"số {paper.no} ngày {say_date(paper.on)}, {paper.by}"


def correction_head(seen: CorrectionSeen) -> CaseHead:
    """Return the masthead of a correction with the acts open now."""
    standings = [
        Standing("Trạng thái", chip=correction_chip(seen)),
        Standing("Người đề nghị", seen.proposed_by),
    ]
    if seen.decided_by:
        label = "Người xác nhận" if seen.state is AmendmentState.DONE else "Người không ghi"
        standings.append(Standing(label, seen.decided_by))
    acts, not_now = [], []
    act = "So với văn bản và xác nhận"
    if seen.not_confirming is None:
        there = reverse("office:confirm_correction", args=[seen.ref])
        acts.append(Act(act, there, is_main=True))
    elif seen.state is AmendmentState.PROPOSED:
        not_now.append(NotNow(act, seen.not_confirming.sentence))
    if seen.not_declining is None:
        acts.append(Act("Không ghi", reverse("office:decline_correction", args=[seen.ref])))
    return CaseHead(
        kind=KIND,
        title=seen.before.title,
        unit=", ".join(author.name for author in seen.authors_before),
        standings=tuple(standings),
        acts=tuple(acts),
        not_now=tuple(not_now),
    )


def authors_shown(seen: CorrectionSeen) -> list[RowShown]:
    """Return each author with what stands and what would stand."""
    after = {author.ref: author for author in seen.authors_after}
    before = {author.ref: author for author in seen.authors_before}
    return [
        RowShown(
            f"năm {seen.before.year}",
            (before.get(ref) or after[ref]).name,
            reverse("office:person", args=[ref]),
            tuple(_stands(seen.before, before.get(ref))),
            tuple(_becomes(seen, before.get(ref), after.get(ref))),
        )
        for ref in {**before, **after}
    ]


def _stands(said: InitiativeSaid, author: AuthorSeen | None) -> Iterator[str]:
    if author is None:
        yield "chưa là tác giả"
        return
    yield from _lines(said, author).values()
    for use in author.used_for:
        yield f"đã dùng để xét: {used_said(use)}"


def _becomes(
    seen: CorrectionSeen, before: AuthorSeen | None, after: AuthorSeen | None
) -> Iterator[str]:
    if after is None:
        yield "không còn là tác giả"
        return
    stood = _lines(seen.before, before) if before else {}
    for name, line in _lines(seen.after, after).items():
        if stood.get(name) != line:
            yield line


def _lines(said: InitiativeSaid, author: AuthorSeen) -> dict[str, str]:
    share = author.share_percent
    part = "không ghi" if share is None else f"{share.normalize():f}%".replace(".", ",")
    return {
        "title": f"Tên: {said.title}",
        "code": f"Phạm vi: {called(said.code, said.decided_on)}",
        "year": f"Năm: {said.year}",
        "decision": f"Quyết định số {said.decision_no} ngày {say_date(said.decided_on)}",
        "by": f"Công nhận: {said.recognised_by}",
        "share": f"Tỷ lệ đóng góp: {part}",
    }


def correction_rest(
    actor: Actor, seen: CorrectionSeen, names: Names, *, on: date
) -> list[RestShown]:
    """Return what rests on the initiative, by the law before and after."""
    found = rest_of_correction(actor, seen, on=on)
    return [rest_line(one, author.name, names) for author, one in found]


def correction_tasks(actor: Actor, day: date) -> list[Task]:
    """Return the corrections that wait for this person's confirmation."""
    due = deadline_shown(day, today=day, note="")
    tasks = []
    for one in corrections_awaiting(actor):
        href = reverse("office:initiative_correction", args=[one.ref])
        authors = ", ".join(author.name for author in one.authors_before)
        why = f"{one.proposed_by} đề nghị, của {authors}."
        tasks.append(
            Task(f"{KIND}: {one.before.title}", href, why, Act("So với văn bản", href), due)
        )
    return tasks
