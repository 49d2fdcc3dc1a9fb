"""The round of achievement year 2021: five lists, their appraisal, the way to the agenda."""

from collections.abc import Mapping
from datetime import date, timedelta

from bangvang.appraisal.actions.release import release
from bangvang.nominations.actions.attach_paper import attach_to_row
from bangvang.nominations.actions.complete_row import complete_row
from bangvang.nominations.actions.open_round import open_round
from bangvang.nominations.actions.resubmit import resubmit
from bangvang.nominations.states import PaperKind
from demo.appraisals import (
    accept_rest,
    agree_to_overrule,
    ask_to_overrule,
    send_back,
    take,
    turn_down,
)
from demo.cast import Cast
from demo.lists import (
    Hands,
    attach_signed_papers,
    hand_in,
    hand_over,
    list_plans,
    prepare,
    rows_by_name,
)
from demo.moments import at, on
from demo.papers import scan
from demo.places import Places

LISTS = {
    "syt-2021": date(2022, 3, 8),
    "gd-2021": date(2022, 3, 10),
    "bx-2021": date(2022, 3, 11),
    "sp-2021": date(2022, 3, 15),
    "sm-2021": date(2022, 3, 17),
}
"""The lists and the days on which they are handed in."""

OVERRULED = "Lương Thị Bút Tre"
RETURNED = "Vàng Thị Lúa Chín"
DECLINED = "Tẩn Láo Vó Ngựa"


def hands_of(key: str, cast: Cast, places: Places) -> Hands:
    """Return the unit's people for a list all of whose people have no account."""
    plan = list_plans()[key]
    return Hands(cast[plan.officer], cast[plan.head], places[plan.unit])


def replay_lists(cast: Cast, places: Places, known: Mapping[str, str]) -> Mapping[str, str]:
    """Open the round and let the units hand their lists in; return the lists by key."""
    round_ref = open_round(
        "Đợt xét khen thưởng thành tích năm 2021",
        achievement_year=2021,
        opens_on=date(2022, 1, 10),
        submit_by=date(2022, 3, 20),
        ballot_by=date(2022, 4, 30),
        actor=cast["ban-truong"],
        at=at(2022, 1, 10, 8),
    )
    batches = {}
    for key, day in LISTS.items():
        plan, hands = list_plans()[key], hands_of(key, cast, places)
        begun = on(day - timedelta(days=3), 9)
        batch = prepare(plan, hands, known, places, (round_ref, 2021), at=begun)
        attach_signed_papers(batch, plan, hands, at=on(day - timedelta(days=1), 14))
        hand_over(batch, hands, at=on(day - timedelta(days=1), 16))
        hand_in(batch, hands, at=on(day, 10, 30))
        batches[key] = batch
    return batches


def replay_appraisal(cast: Cast, places: Places, batches: Mapping[str, str]) -> None:
    """Let the office appraise the lists and release them to the agenda."""
    specialist, head = cast["ban-cv"], cast["ban-truong"]
    for day, batch in enumerate(batches.values()):
        start = on(date(2022, 3, 21) + timedelta(days=day), 8)
        take(batch, actor=specialist, at=start)
        accept_rest(
            batch,
            but=(OVERRULED, RETURNED, DECLINED),
            actor=specialist,
            at=start + timedelta(hours=1),
        )
    _overrule(batches["gd-2021"], cast)
    _return_and_complete(batches["bx-2021"], cast, places)
    turn_down(
        batches["bx-2021"],
        DECLINED,
        "Chưa có sáng kiến được Chủ tịch Ủy ban nhân dân tỉnh công nhận; đề nghị đơn vị hoàn "
        "thiện và trình vào năm sau.",
        actor=head,
        at=at(2022, 3, 30, 9),
    )
    for minute, batch in enumerate(batches.values()):
        release(batch, actor=head, at=at(2022, 4, 4, 15, minute))


def _overrule(batch: str, cast: Cast) -> None:
    ask_to_overrule(
        batch,
        OVERRULED,
        "Năm 2020 công tác biệt phái, danh hiệu do bộ quản lý ngành công nhận nên không có trong "
        "sổ của tỉnh; đơn vị đã gửi bản sao quyết định.",
        actor=cast["ban-cv"],
        at=at(2022, 3, 28, 14),
    )
    agree_to_overrule(
        batch,
        OVERRULED,
        "Đã xem bản sao quyết định năm 2020, đồng ý tính liên tục ba năm.",
        actor=cast["ban-truong"],
        at=at(2022, 3, 29, 10),
    )


def _return_and_complete(batch: str, cast: Cast, places: Places) -> None:
    specialist = cast["ban-cv"]
    hands = hands_of("bx-2021", cast, places)
    send_back(
        batch,
        RETURNED,
        "Thiếu chứng nhận sáng kiến năm 2020; đề nghị bổ sung bản có chữ ký, đóng dấu.",
        actor=specialist,
        at=at(2022, 3, 24, 9),
    )
    row = rows_by_name(hands.officer, batch)[RETURNED]
    attach_to_row(
        row.ref,
        PaperKind.CHUNG_NHAN_SANG_KIEN,
        scan("chứng nhận sáng kiến năm 2020", RETURNED, date(2020, 12, 18)),
        original_name="chung-nhan-sang-kien-2020.pdf",
        actor=hands.officer,
        at=at(2022, 3, 25, 8),
    )
    complete_row(
        row.ref,
        "Đã bổ sung chứng nhận sáng kiến năm 2020.",
        version=rows_by_name(hands.officer, batch)[RETURNED].version,
        actor=hands.officer,
        at=at(2022, 3, 25, 8, 10),
    )
    row = rows_by_name(hands.head, batch)[RETURNED]
    resubmit(row.ref, version=row.version, actor=hands.head, at=at(2022, 3, 25, 14))
    take(batch, actor=specialist, at=at(2022, 3, 28, 8))
    accept_rest(batch, but=(DECLINED,), actor=specialist, at=at(2022, 3, 28, 8, 30))
