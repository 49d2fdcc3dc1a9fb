"""How every door says what one nomination is."""

from dataclasses import replace
from datetime import date

from django.utils.timezone import localtime

from bangvang.foundation.vietnamese import say_date
from bangvang.law import Kind as AwardKind
from bangvang.law import NotInForce, award_name, kind_name
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.states import State
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Fact,
    Kind,
    Link,
    NotNow,
    Standing,
)
from bangvang.web.deadlines import deadline_shown

CHIPS = {
    State.DRAFT: Kind.NOTE,
    State.SENT_UP: Kind.NOTE,
    State.SENT_BACK: Kind.PERSON,
    State.GATHERED: Kind.NOTE,
    State.SUBMITTED: Kind.NOTE,
    State.CHECKED: Kind.JUDGE,
    State.RETURNED: Kind.PERSON,
    State.OVERRULING: Kind.PERSON,
    State.APPRAISED: Kind.MET,
    State.READY: Kind.MET,
    State.ON_AGENDA: Kind.JUDGE,
    State.VOTED_FOR: Kind.MET,
    State.VOTED_AGAINST: Kind.NOT_MET,
    State.FORWARDED: Kind.JUDGE,
    State.GRANTED: Kind.MET,
    State.REFUSED: Kind.NOT_MET,
    State.WITHDRAWN: Kind.CELL,
}

TOLD_TO_THE_UNIT = (State.SENT_BACK, State.RETURNED, State.REFUSED, State.WITHDRAWN)
"""States whose reason is written for the unit; other reasons are the office's own."""

SEXES = {"F": "nữ", "M": "nam"}


def award_called(row: NominationRow, today: date) -> str:
    """Return the award's name on the day of receipt, or today's before that."""
    try:
        return award_name(row.award_code, row.received_on or today)
    except NotInForce:
        return row.award_code


def born(row: NominationRow) -> str:
    """Return the birth day, or the year if only that is known, and the sex."""
    parts = [
        say_date(row.birth_on) if row.birth_on else str(row.birth_year or ""),
        SEXES.get(row.sex, ""),
    ]
    return ", ".join(part for part in parts if part) or "không ghi"


def state_chip(row: NominationRow) -> Answer:
    """Return the state in words, with its sign."""
    return Answer(CHIPS[State(row.state)], row.state_name)


def nomination_head(
    row: NominationRow,
    *,
    today: date,
    acts: tuple[Act, ...] = (),
    not_now: tuple[NotNow, ...] = (),
) -> CaseHead:
    """Return the masthead of one nomination."""
    number = f" · số tiếp nhận {row.batch_reference}" if row.batch_reference else ""
    standings = [
        Standing("Trạng thái", chip=state_chip(row)),
        Standing("Đang ở", row.holder, f"từ {say_date(localtime(row.held_since).date())}"),
    ]
    if row.state in (State.SUBMITTED, State.CHECKED, State.RETURNED, State.OVERRULING):
        due = deadline_shown(row.ballot_by, today=today, note="hạn bỏ phiếu")
        standings.append(Standing("Hạn của đợt", deadline=due))
    return CaseHead(
        kind=f"Hồ sơ đề nghị {award_called(row, today)}{number}",
        title=row.name,
        unit=", ".join(part for part in (row.position, row.unit_name) if part),
        standings=tuple(standings),
        acts=acts,
        not_now=not_now,
    )


def _in_register(row: NominationRow, *, inside: bool) -> str:
    if row.is_person and not inside:
        return "Sổ không ghi người này ở đơn vị; cơ quan thường trực đối chiếu"
    return row.identity_name.capitalize()


def _way(row: NominationRow, batch_href: str, origin_href: str) -> list[Fact]:
    """Return who proposes and hands in, and the way that the list took."""
    place = f"Dòng {row.source_row} của danh sách"
    facts = [Fact("Đơn vị trình", row.nominating_unit, batch_href, place)]
    if row.origin_ref:
        number = f"Dòng {row.origin_row} của danh sách gửi lên"
        facts.insert(0, Fact("Đơn vị đề nghị", row.origin_unit, origin_href, number))
    if row.route_said:
        facts.append(Fact("Tuyến trình", row.route_said))
    return facts


def facts_of(
    row: NominationRow,
    *,
    batch_href: str,
    person_href: str = "",
    origin_href: str = "",
    inside: bool = False,
    is_own: bool = False,
) -> list[Fact]:
    """Return what the list says of whom it proposes, with where it comes from.

    Where a superior gathered the row, also who proposed it first; an empty address is no link.

    `inside` is the office, which reads its own reasoning; a unit reads only what is said to it, and
    how the person was recognised only of its own people (`is_own`).
    """
    facts = [
        Fact(
            "Đề nghị",
            f"{award_called(row, row.ballot_by)}, thành tích năm {row.achievement_year}",
            source=f"Loại hình: {kind_name(AwardKind(row.kind))}",
        ),
        *_way(row, batch_href, origin_href),
        Fact("Ngày sinh, giới tính", born(row))
        if row.is_person
        else Fact("Đối tượng", row.subject_name),
        Fact("Trong sổ khen thưởng", _in_register(row, inside=inside or is_own)),
    ]
    if person_href:
        facts[-1] = replace(facts[-1], source_link=Link("xem các lần khen thưởng", person_href))
    if row.identity_tail:
        facts.append(Fact("Số định danh", f"•••••••••{row.identity_tail}"))
    if row.achievement:
        facts.append(Fact("Thành tích", row.achievement))
    if row.note:
        facts.append(Fact("Ghi chú", row.note))
    if row.reason and (inside or row.state in TOLD_TO_THE_UNIT):
        facts.append(Fact("Lý do" if not inside else "Lý do, đánh giá gần nhất", row.reason))
    if row.reply:
        facts.append(Fact("Đơn vị trả lời", row.reply))
    return facts
