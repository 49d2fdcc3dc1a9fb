"""What may be done with a row at the office now, and what may not and why."""

from django.urls import reverse

from bangvang.appraisal.permissions import (
    CONCLUDED,
    Barred,
    objection_to_new_bars,
    objection_to_open_bars,
)
from bangvang.appraisal.permissions.linking import BODY_UNKNOWN, PERSON_OPEN
from bangvang.appraisal.selectors.findings import FindingSeen
from bangvang.foundation.actor import Actor, Role
from bangvang.law import Answer
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.states import State
from bangvang.web.components.pieces import Act, NotNow
from bangvang.web.office.bars_noticed import bar_noticed

COMPARE = "Đối chiếu với sổ khen thưởng"
OFFICE_ROLES = (Role.SPECIALIST, Role.OFFICE_HEAD)
Acts = tuple[tuple[Act, ...], tuple[NotNow, ...]]


def person_href(row: NominationRow) -> str:
    """Return the address of the record in the register; nobody new has one yet."""
    if row.person_ref:
        return reverse("office:person", args=[row.person_ref])
    return reverse("office:collective", args=[row.body_ref]) if row.body_ref else ""


def acts_on(
    row: NominationRow,
    found: FindingSeen | None,
    actor: Actor,
    *,
    barred: Barred,
    answered: bool = False,
) -> Acts:
    """Return the acts open to the actor, the main one first, and what is refused for now.

    ``barred``: whether an open bar stands against the newest finding of this row; ``answered``:
    whether somebody answered for every such bar.
    """
    not_now = _stopped(row, found, barred) if actor.has(*OFFICE_ROLES) else None
    if not_now:
        return _while_stopped(row, actor, is_behind=bool(barred.unseen or barred.ended)), (not_now,)
    acts, refused = _by_state(row, found, actor)
    if row.state == State.VOTED_FOR and barred.stopped and not answered:
        acts = _answering(row, actor)
    noticed = bar_noticed(row, barred, answered=answered) if actor.has(*OFFICE_ROLES) else None
    return acts, (*refused, noticed) if noticed else refused


def _answering(row: NominationRow, actor: Actor) -> tuple[Act, ...]:
    if not actor.has(Role.OFFICE_HEAD):
        return ()
    href = _href("answer_bars", row)
    return (Act("Ghi ý kiến của người có thẩm quyền", href, is_main=True),)


def _by_state(row: NominationRow, found: FindingSeen | None, actor: Actor) -> Acts:
    if row.state == State.CHECKED and found is not None:
        return _while_checked(row, found, actor)
    if row.state == State.OVERRULING:
        return _while_overruling(row, actor)
    if row.state == State.SUBMITTED:
        href = reverse("office:batch", args=[row.batch_ref])
        return (Act("Mở danh sách để tiếp nhận", href, is_main=True),), ()
    if row.state == State.RETURNED:
        waiting = NotNow("Đang chờ đơn vị", f"{row.nominating_unit} bổ sung rồi nộp lại.")
        return _letter(row), (waiting,)
    if row.state in (State.APPRAISED, State.READY, State.REFUSED):
        return _letter(row), ()
    return (), ()


def _letter(row: NominationRow) -> tuple[Act, ...]:
    return (Act("Thông báo cho đơn vị", _href("letters", row)),)


def _while_checked(row: NominationRow, found: FindingSeen, actor: Actor) -> Acts:
    if not actor.has(*OFFICE_ROLES):
        return (), ()
    refused = found.answer == Answer.NOT_MET
    first = (
        Act("Đề nghị khác kết quả đối chiếu", _href("overrule", row), is_main=True)
        if refused
        else Act("Ghi đánh giá và chấp nhận", _href("accept", row), is_main=True)
    )
    acts = [
        first,
        Act("Trả lại để bổ sung", _href("return_row", row)),
        Act("Đối chiếu lại", _href("check_again", row), is_post=True),
    ]
    if actor.has(Role.OFFICE_HEAD):
        acts.append(Act("Dừng xét", _href("decline", row)))
    if not row.is_person and not row.body_ref:
        link = Act("Gắn với sổ khen thưởng", _href("link_body", row), is_main=True)
        return (link, *acts[1:]), (NotNow("Chưa chấp nhận được", BODY_UNKNOWN.sentence),)
    if row.is_open:
        link = Act(COMPARE, _href("link_person", row), is_main=True)
        return (link, *acts[1:]), (NotNow("Chưa chấp nhận được", PERSON_OPEN.sentence),)
    if row.is_person and not row.is_linked and actor.has(Role.OFFICE_HEAD):
        acts.append(Act(COMPARE, _href("link_person", row)))
    not_now: tuple[NotNow, ...] = ()
    if refused:
        why = (
            "Kết quả đối chiếu là không đủ điều kiện; cần đề nghị có lý do và Trưởng phòng đồng ý."
        )
        not_now = (NotNow("Không chấp nhận ngay được", why),)
    return tuple(acts), not_now


def _stopped(row: NominationRow, found: FindingSeen | None, barred: Barred) -> NotNow | None:
    """Return why an open bar lets the office conclude nothing, or send nothing on."""
    if row.state not in (State.CHECKED, State.OVERRULING, *CONCLUDED):
        return None
    if objection := objection_to_new_bars(barred):
        return NotNow("Phải đối chiếu lại", objection.sentence)
    is_refused = found is not None and found.answer == Answer.NOT_MET
    may_conclude = row.state in CONCLUDED or not is_refused
    objection = objection_to_open_bars(barred.refused if may_conclude else barred.resting)
    return NotNow("Chờ hết tạm dừng xét", objection.sentence) if objection else None


def _while_stopped(row: NominationRow, actor: Actor, *, is_behind: bool) -> tuple[Act, ...]:
    """Return what is left to do; ``is_behind``: the finding did not look at the bar."""
    if row.state == State.OVERRULING:
        reject = Act("Không đồng ý", _href("reject_overrule", row), is_main=True)
        return (reject,) if actor.has(Role.OFFICE_HEAD) else ()
    is_first = is_behind or row.state in CONCLUDED
    again = Act("Đối chiếu lại", _href("check_again", row), is_main=is_first, is_post=True)
    if row.state in CONCLUDED:
        return again, *_letter(row)
    back = Act("Trả lại để bổ sung", _href("return_row", row), is_main=not is_first)
    acts = (again, back) if is_first else (back, again)
    decline = Act("Dừng xét", _href("decline", row))
    return (*acts, decline) if actor.has(Role.OFFICE_HEAD) else acts


def _while_overruling(row: NominationRow, actor: Actor) -> Acts:
    if actor.has(Role.OFFICE_HEAD):
        return (
            Act("Đồng ý", _href("confirm_overrule", row), is_main=True),
            Act("Không đồng ý", _href("reject_overrule", row)),
        ), ()
    return (), (NotNow("Đang chờ Trưởng phòng", "Đề nghị khác kết quả đối chiếu đã trình."),)


def _href(name: str, row: NominationRow) -> str:
    return reverse(f"office:{name}", args=[row.ref])
