"""Filling a new database with the province, in one transaction: all of it, or nothing."""

from collections.abc import Callable

from django.db import transaction

from bangvang.foundation.vietnamese import say_number
from demo import DAY
from demo.accounts import open_accounts
from demo.bars import enter_bars
from demo.bodies import tell_ends
from demo.cast import BACK_ENTRY, INSTALLER, cast_of, setting_up
from demo.collectives import enter_collectives
from demo.consultations import ask_of_the_first, ask_of_the_next, enter_rule
from demo.council import found, reconstitute
from demo.decisions_2022 import replay_decisions
from demo.discoveries import report_good_deeds
from demo.doubles import enter_double
from demo.moments import at
from demo.news import open_pages, tell_of_session, tell_the_rest
from demo.people import YEARS_BEFORE, YEARS_SINCE, enter_past
from demo.places import register_places
from demo.recipients import enter_recipients
from demo.round_2022 import replay_appraisal, replay_lists
from demo.round_2026 import (
    FOR_THE_FIRST_SESSIONS,
    FOR_THE_NEXT_SESSION,
    IN_DRAFT,
    appraise_and_release,
    appraise_rest,
    enter_lists,
    open_the_round,
)
from demo.routes import enter_route_of_schools
from demo.session_2022 import replay_session
from demo.sessions_2026 import (
    call_todays,
    hold_first,
    open_todays,
    prepare_next,
    write_articles,
)

__all__ = ["DAY", "load"]

STEPS = 9


@transaction.atomic
def load(*, say: Callable[[str], None]) -> None:
    """Enter everything through the actions that people use.

    Args:
        say: takes one Vietnamese sentence as each step begins or ends.
    """
    places = register_places(actor=setting_up(), at=at(2022, 1, 4))
    cast = cast_of(places)
    books, installer = cast[BACK_ENTRY], cast[INSTALLER]
    say(f"[1/{STEPS}] Tổ chức: {len(places)} cơ quan, đơn vị")

    known: dict[str, str] = {}
    entered = enter_past(known, places, YEARS_BEFORE, actor=books, at=at(2022, 2, 14))
    say(
        f"[2/{STEPS}] Sổ khen thưởng đến năm 2021: {entered.people} người, "
        f"{say_number(entered.awards)} lượt khen thưởng, {entered.initiatives} sáng kiến"
    )

    council = found(places, actor=books, at=at(2022, 1, 5))
    batches = replay_lists(cast, places, known)
    say(f"[3/{STEPS}] Đợt xét năm 2021: {len(batches)} danh sách đã nộp")

    replay_appraisal(cast, places, batches)
    say(f"[4/{STEPS}] Thẩm định xong, đưa ra Hội đồng")

    held = replay_session(council, cast, places)
    say(f"[5/{STEPS}] Phiên họp ngày 19/4/2022: bỏ phiếu, kiểm phiếu, biên bản, năm kết luận")

    told = tell_of_session(held.session, cast)
    replay_decisions(held, cast)
    say(f"[6/{STEPS}] Quyết định, tờ trình, ghi sổ khen thưởng")

    more = enter_past(known, places, YEARS_SINCE, actor=books, at=at(2026, 8, 3))
    collectives = enter_collectives(places, actor=books, at=at(2026, 8, 3))
    told_ends = tell_ends(places, actor=books, second=cast["ph-truong"], at=at(2026, 8, 3, 8, 10))
    accounts = open_accounts(places, actor=installer, at=at(2026, 8, 3, 8))
    enter_bars(known, places)
    enter_double(places, actor=books, at=at(2026, 8, 3, 9))
    recipients = enter_recipients(known, places, at=at(2026, 8, 3, 9, 30))
    reconstitute(council, actor=books, at=at(2026, 8, 3, 10))
    say(
        f"[7/{STEPS}] Các năm 2022-2025: thêm {more.people} người, {more.awards} lượt khen thưởng; "
        f"{collectives} tập thể; {recipients} hộ, người nước ngoài; "
        f"{told_ends} lần sáp nhập, chia tách; {accounts} tài khoản"
    )

    news = [told, *tell_the_rest(cast)]
    opened = open_pages(news)
    say(f"[8/{STEPS}] Cổng thông tin: {len(news)} tin bài, {opened} lượt xem")

    report_good_deeds(places)
    enter_rule()
    enter_route_of_schools(places)
    round_ = open_the_round(places)
    batches = enter_lists(round_, cast, places, known)
    appraise_and_release(batches, FOR_THE_FIRST_SESSIONS)
    ask_of_the_first(round_)
    over = hold_first(council, places)
    session, item = call_todays(council)
    write_articles(over)
    appraise_and_release(batches, FOR_THE_NEXT_SESSION)
    appraise_rest(batches)
    ask_of_the_next(round_, batches)
    prepare_next(council)
    open_todays(session, item)
    say(
        f"[9/{STEPS}] Đợt xét tháng 9/2026: {len(batches) + len(IN_DRAFT)} danh sách, ba phiên "
        "họp, hai lần lấy ý kiến Nhân dân"
    )
