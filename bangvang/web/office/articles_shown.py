"""An article at the office: its masthead and what may be done with it now."""

from django.conf import settings
from django.urls import reverse

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_date
from bangvang.publishing.selectors.articles import ArticleCase
from bangvang.publishing.states import Move, State
from bangvang.web.components.pieces import Act, Answer, CaseHead, Kind, NotNow, Standing

CHIPS = {
    State.DRAFT: Kind.NOTE,
    State.IN_REVIEW: Kind.PERSON,
    State.PUBLISHED: Kind.MET,
    State.WITHDRAWN: Kind.NOT_MET,
}

TITLES = {
    Move.SEND_TO_REVIEW: "Chưa trình duyệt được",
    Move.APPROVE: "Chưa duyệt đăng được",
}
"""Moves whose refusal is worth saying to whoever would make them."""

MADE_BY = {
    Move.SEND_TO_REVIEW: (State.DRAFT, Role.EDITOR),
    Move.APPROVE: (State.IN_REVIEW, Role.OFFICE_HEAD),
}


def state_chip(state: State, name: str) -> Answer:
    """Return the chip of a state."""
    return Answer(CHIPS[state], name)


def article_head(case: ArticleCase, actor: Actor) -> CaseHead:
    """Return the masthead with every act that is open to the actor."""
    row = case.row
    standings = [
        Standing("Trạng thái", chip=state_chip(row.state, row.state_name)),
        Standing("Người soạn", row.written_by, note=f"bản thứ {case.version}"),
    ]
    if case.approved_by:
        standings.append(Standing("Người duyệt", case.approved_by))
    if case.session_on:
        standings.append(Standing("Về phiên họp ngày", say_date(case.session_on)))
    return CaseHead(
        kind="Tin bài",
        title=row.title,
        standings=tuple(standings),
        acts=_acts(case, actor),
        not_now=_not_now(case, actor),
    )


def _acts(case: ArticleCase, actor: Actor) -> tuple[Act, ...]:
    def href(name: str) -> str:
        return reverse(f"office:{name}", args=[case.row.ref])

    moves = {
        Move.SEND_TO_REVIEW: Act("Trình duyệt", href("send_article"), is_main=True, is_post=True),
        Move.APPROVE: Act("Duyệt đăng", href("approve_article"), is_main=True),
        Move.SEND_BACK: Act("Trả lại để sửa", href("send_back_article")),
        Move.REOPEN: Act("Mở lại để sửa", href("reopen_article"), is_main=True, is_post=True),
        Move.WITHDRAW: Act("Gỡ khỏi cổng", href("withdraw_article")),
    }
    acts = [act for move, act in moves.items() if case.objections[move] is None]
    if case.row.state is State.DRAFT and actor.has(Role.EDITOR):
        acts.append(Act("Sửa bài", href("edit_article")))
    if case.row.state is State.PUBLISHED and "portal" in settings.BANGVANG_DOORS:
        acts.insert(0, Act("Xem trên cổng", reverse("portal:article", args=[case.slug])))
    return tuple(acts)


def _not_now(case: ArticleCase, actor: Actor) -> tuple[NotNow, ...]:
    said = []
    for move, (state, role) in MADE_BY.items():
        objection = case.objections[move]
        if objection is not None and case.row.state is state and actor.has(role):
            said.append(NotNow(TITLES[move], objection.sentence))
    return tuple(said)
