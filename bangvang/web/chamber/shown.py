"""How the chamber's pages say what a session or a ballot is."""

from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.council.selectors.ballots import BallotPage
from bangvang.council.selectors.possible import SessionNow
from bangvang.council.selectors.sessions import SessionPage
from bangvang.council.states import BallotState, SessionMove, SessionState
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files.selectors import KeptFile
from bangvang.foundation.vietnamese import say_date
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Figure,
    FileCard,
    Kind,
    Link,
    NotNow,
    Standing,
    Tab,
)

SESSION_CHIPS = {
    SessionState.PREPARING: Kind.NOTE,
    SessionState.CALLED: Kind.PERSON,
    SessionState.OPEN: Kind.JUDGE,
    SessionState.CLOSED: Kind.PERSON,
    SessionState.SIGNED: Kind.MET,
}
BALLOT_CHIPS = {
    BallotState.PREPARED: Kind.NOTE,
    BallotState.OPEN: Kind.JUDGE,
    BallotState.COUNTING: Kind.JUDGE,
    BallotState.RECOUNT: Kind.NOT_MET,
    BallotState.AGREED: Kind.PERSON,
    BallotState.CLOSED: Kind.MET,
}
MOVES = {
    SessionMove.CALL: ("Triệu tập phiên họp", "Chưa triệu tập được", "council:call_session"),
    SessionMove.OPEN: ("Khai mạc phiên họp", "Chưa khai mạc được", "council:open_session"),
    SessionMove.CLOSE: ("Bế mạc phiên họp", "Chưa bế mạc được", "council:close_session"),
}


def session_chip(state: str, name: str) -> Answer:
    """Return the state of a session in words, with its sign."""
    return Answer(SESSION_CHIPS[SessionState(state)], name)


def ballot_chip(state: str, name: str) -> Answer:
    """Return the state of a ballot in words, with its sign."""
    return Answer(BALLOT_CHIPS[BallotState(state)], name)


def session_head(shown: SessionPage, now: SessionNow, actor: Actor) -> CaseHead:
    """Return the masthead of a session."""
    row = shown.row
    local = localtime(row.starts_at)
    return CaseHead(
        kind=row.council_name,
        title=row.title,
        unit=f"{local:%H giờ %M} ngày {say_date(local.date())}, tại {row.place}",
        standings=(
            Standing("Trạng thái", chip=session_chip(row.state, row.state_name)),
            Standing("Chủ trì", shown.chair.holder_name, shown.chair.role_name),
            Standing("Có mặt", _presence(shown), _quorum(shown)),
        ),
        acts=_acts(shown, now, actor),
        not_now=_not_now(now, actor),
    )


def session_tabs(shown: SessionPage, current: str) -> list[Tab]:
    """Return the parts of a session's page."""
    ref = shown.row.ref
    parts = (
        ("session", "Chương trình"),
        ("roll", "Thành phần dự họp"),
        ("conclusions", f"Kết luận ({len(shown.conclusions)})"),
        ("session_minutes", "Biên bản"),
    )
    return [
        Tab(label, reverse(f"council:{name}", args=[ref]), name == current) for name, label in parts
    ]


def session_crumbs(title: str, ref: str, *more: Link) -> list[Link]:
    """Return the way to a page below a session."""
    return [
        Link("Các phiên họp", reverse("council:sessions")),
        Link(title[:1].upper() + title[1:], reverse("council:session", args=[ref])),
        *more,
    ]


def ballot_crumbs(shown: BallotPage, *more: Link) -> list[Link]:
    """Return the way to a page below a ballot."""
    link = Link(f"Bỏ phiếu: {shown.award_name}", reverse("council:ballot", args=[shown.ref]))
    return session_crumbs(shown.session_title, shown.session_ref, link, *more)


def ballot_tabs(shown: BallotPage, name: str = "ballot") -> list[Tab]:
    """Return the ballots of the session, this one current."""
    return [
        Tab(
            other.award_name,
            reverse(f"council:{name}", args=[other.ref]),
            other.ref == shown.ref,
            f"{other.rows} dòng · {other.state_name[:1].lower()}{other.state_name[1:]}",
        )
        for other in shown.others
    ]


def ballot_figures(shown: BallotPage) -> list[Figure]:
    """Return the numbers that a ballot stands on; none of them is a count in progress."""
    figures = [
        Figure("Thành viên theo quyết định", str(shown.total_members)),
        Figure("Có mặt", str(shown.present), after=f"vắng {shown.absent}"),
        Figure("Phiếu phát ra", "–" if shown.issued is None else str(shown.issued)),
        Figure("Ý kiến bằng văn bản", str(shown.written), after="nhập riêng"),
    ]
    if shown.mark is not None:
        text = f"Để đạt: {shown.mark.share.text} tổng số thành viên"
        needed = f"{shown.needed}/{shown.total_members}"
        figures.append(Figure(text, needed, before="cần", is_needed=True))
    return figures


def file_card(file: KeptFile, href: str, note: str = "") -> FileCard:
    """Return a kept file as a card."""
    return FileCard(file.name, file.kind.name_vi, file.size_bytes, file.digest, href, note)


def _presence(shown: SessionPage) -> str:
    taken = any(row.presence for row in shown.attendance)
    return f"{shown.present}/{shown.members_total}" if taken else "chưa điểm danh"


def _quorum(shown: SessionPage) -> str:
    if shown.regulation is None:
        return "chưa ghi quy chế"
    return f"cần ít nhất {shown.quorum_needed} ({shown.regulation.quorum.text})"


def _acts(shown: SessionPage, now: SessionNow, actor: Actor) -> tuple[Act, ...]:
    if not actor.has(Role.SECRETARY):
        return ()
    ref = shown.row.ref
    acts = []
    if now.next_move and now.next_move.objection is None:
        label, _, name = MOVES[now.next_move.move]
        acts.append(Act(label, reverse(name, args=[ref]), is_main=True, is_post=True))
    if now.agenda is None:
        acts.append(Act("Sửa thời gian, địa điểm", reverse("council:change_session", args=[ref])))
    if shown.row.state == SessionState.CALLED:
        acts.append(Act("Điểm danh", reverse("council:roll", args=[ref])))
        acts.append(Act("Rút giấy triệu tập", reverse("council:revise_session", args=[ref])))
    return tuple(acts)


def _not_now(now: SessionNow, actor: Actor) -> tuple[NotNow, ...]:
    if not actor.has(Role.SECRETARY) or not now.next_move or not now.next_move.objection:
        return ()
    _, refused, _ = MOVES[now.next_move.move]
    return (NotNow(refused, now.next_move.objection.sentence),)
