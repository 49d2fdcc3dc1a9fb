"""September 2026: a round in the middle of its work, with something to do for every account."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from bangvang.appraisal.actions.release import release
from bangvang.foundation.actor import Actor
from bangvang.nominations.actions.attach_paper import attach_paper
from bangvang.nominations.actions.open_round import open_round
from bangvang.nominations.actions.set_intake_day import set_intake_day
from bangvang.nominations.states import PaperKind
from demo.appraisals import accept_rest, ask_to_overrule, send_back, take
from demo.cast import Cast, holder_of
from demo.lists import Hands, attach_signed_papers, hand_in, hand_over, hand_up, list_plans, prepare
from demo.moments import at, on
from demo.papers import submission
from demo.places import Places

OPENS_ON = date(2026, 8, 10)

HANDED_IN = {
    "ch-trunguong": date(2026, 8, 12),
    "vt-trunguong": date(2026, 8, 13),
    "vh-bophieu": date(2026, 8, 18),
    "sp-bophieu": date(2026, 8, 19),
    "sm-bophieu": date(2026, 8, 20),
    "tp-saptoi": date(2026, 8, 27),
    "syt-dangxet": date(2026, 9, 3),
    "xd-thamdinh": date(2026, 9, 4),
    "ct-daxet": date(2026, 9, 7),
    "vt-layykien": date(2026, 9, 8),
    "nn-choxet": date(2026, 9, 11),
}
"""The lists handed in, and when; the last of them waits to be taken up."""

WITH_HEAD = {
    "gd-thutruong": date(2026, 9, 10),
    "syt-thutruong": date(2026, 9, 11),
    "bx-thutruong": date(2026, 9, 11),
    "th-thutruong": date(2026, 9, 11),
}
AT_SUPERIOR = {"mn-captren": date(2026, 9, 10)}
"""The lists that wait at the superior of their units."""
IN_DRAFT = {"syt-nhap": 112, "bx-nhap": 31}
"""The drafts, and the number of the one paper that is there."""
FOR_THE_FIRST_SESSIONS = {
    "ch-trunguong": date(2026, 8, 18),
    "vt-trunguong": date(2026, 8, 19),
    "vh-bophieu": date(2026, 8, 24),
    "sp-bophieu": date(2026, 8, 25),
    "sm-bophieu": date(2026, 8, 26),
}
FOR_THE_NEXT_SESSION = {"tp-saptoi": date(2026, 9, 8)}
"""The lists that are appraised and released, and on which day they are taken up."""


def open_the_round(places: Places) -> tuple[str, int]:
    """Let the head of the office open the round; return it with its achievement year."""
    head = holder_of("truongphong", on=OPENS_ON)
    ref = open_round(
        "Đợt xét khen thưởng thành tích năm 2025",
        achievement_year=2025,
        opens_on=OPENS_ON,
        submit_by=date(2026, 9, 18),
        ballot_by=date(2026, 9, 28),
        actor=head,
        at=on(OPENS_ON, 8),
    )
    set_intake_day(
        ref,
        award_code="",
        kind="",
        sector_ref=places["sgddt"].ref,
        submit_by=date(2026, 9, 25),
        actor=head,
        at=on(OPENS_ON, 8, 30),
    )
    return ref, 2025


def enter_lists(
    round_: tuple[str, int], cast: Cast, places: Places, known: Mapping[str, str]
) -> Mapping[str, str]:
    """Let the units prepare their lists as far as each is; return the lists by key."""
    batches = {}
    for key, day in (HANDED_IN | WITH_HEAD | AT_SUPERIOR).items():
        hands = _hands(key, cast, places)
        batch = prepare(
            list_plans()[key], hands, known, places, round_, at=on(day - timedelta(days=2), 9)
        )
        eve = on(day - timedelta(days=1), 14)
        attach_signed_papers(batch, list_plans()[key], hands, at=eve)
        hand_over(batch, hands, at=eve + timedelta(hours=2))
        if key in HANDED_IN:
            hand_in(batch, hands, at=eve + timedelta(hours=20))
        if key in AT_SUPERIOR:
            hand_up(batch, hands, at=eve + timedelta(hours=20))
        batches[key] = batch
    _draft(round_, cast, places, known)
    return batches


def appraise_and_release(batches: Mapping[str, str], lists: Mapping[str, date]) -> None:
    """Let the office appraise and release what goes before the council."""
    for key, day in lists.items():
        _appraise(batches[key], on(day, 8))
        release(
            batches[key],
            actor=holder_of("truongphong", on=day),
            at=on(day, 8) + timedelta(days=2),
        )


def appraise_rest(batches: Mapping[str, str]) -> None:
    """Leave a list under appraisal, one with an overrule to decide, one to be released."""
    specialist = holder_of("chuyenvien", on=date(2026, 9, 7))
    returned, overruled, left = "Bàn Thị Nắng Sớm", "Triệu Thị Gạch Son", "Giàng A Suối"
    health, building = batches["syt-dangxet"], batches["xd-thamdinh"]
    take(health, actor=specialist, at=at(2026, 9, 7, 8))
    send_back(
        health,
        returned,
        "Chuỗi ba năm dừng ở năm 2024; đề nghị đơn vị gửi quyết định Chiến sĩ thi đua cơ sở năm "
        "2025 nếu có, hoặc giải trình.",
        actor=specialist,
        at=at(2026, 9, 9, 9),
    )
    accept_rest(health, but=(left,), actor=specialist, at=at(2026, 9, 9, 10))
    take(building, actor=specialist, at=at(2026, 9, 8, 8))
    ask_to_overrule(
        building,
        overruled,
        "Năm 2024 biệt phái, danh hiệu do bộ quản lý ngành công nhận nên không có trong sổ của "
        "tỉnh; đơn vị đã gửi bản sao quyết định, đề nghị chấp nhận.",
        actor=specialist,
        at=at(2026, 9, 11, 15),
    )
    accept_rest(building, but=("Hà Thị Mái Ngói",), actor=specialist, at=at(2026, 9, 11, 15, 30))
    _appraise(batches["ct-daxet"], at(2026, 9, 10, 8))


def _appraise(batch: str, start: datetime) -> None:
    specialist = holder_of("chuyenvien", on=start.date())
    take(batch, actor=specialist, at=start)
    accept_rest(batch, actor=specialist, at=start + timedelta(hours=1))


def _draft(round_: tuple[str, int], cast: Cast, places: Places, known: Mapping[str, str]) -> None:
    """Leave drafts for the officers: one of the two papers is still missing."""
    for key, number in IN_DRAFT.items():
        plan, hands = list_plans()[key], _hands(key, cast, places)
        batch = prepare(plan, hands, known, places, round_, at=at(2026, 9, 11, 14))
        attach_paper(
            batch,
            PaperKind.TO_TRINH,
            submission(
                hands.unit.name,
                hands.head.name,
                number=number,
                symbol=hands.unit.abbreviation,
                on=date(2026, 9, 11),
                people=len(plan.rows),
            ),
            original_name=f"to-trinh-{number}.pdf",
            actor=hands.officer,
            at=at(2026, 9, 11, 16),
        )


def _hands(key: str, cast: Cast, places: Places) -> Hands:
    plan = list_plans()[key]
    return Hands(_actor(plan.officer, cast), _actor(plan.head, cast), places[plan.unit])


def _actor(who: str, cast: Cast) -> Actor:
    return holder_of(who[1:], on=OPENS_ON) if who.startswith("@") else cast[who]
