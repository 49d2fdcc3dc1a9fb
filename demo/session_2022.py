"""The session of 19 April 2022, replayed: what came before the council and what it said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bangvang.council.actions.add_conclusion import add_conclusion
from bangvang.council.actions.call_session import call_session
from bangvang.council.actions.close_session import close_session
from bangvang.council.actions.enter_written_opinion import (
    OpinionEntered,
    enter_written_opinion,
)
from bangvang.council.actions.note_item import note_item
from bangvang.council.actions.open_session import open_session
from bangvang.council.actions.session_plan import SessionPlan
from bangvang.council.selectors.sessions import session_page
from bangvang.workplan.actions.assign_task import TaskToDo
from bangvang.workplan.actions.close_task import close_task
from demo.cast import Cast
from demo.moments import at, on
from demo.papers import scan
from demo.places import Places
from demo.sessions import (
    CountedBox,
    call_roll,
    count_papers,
    hand_out,
    orders_by_name,
    plan,
    sign_counting,
    sign_session,
)
from demo.tables import tables

DAY = date(2022, 4, 19)
FAILS = "Má A Mây Ngàn"
ABSENT = {14: "Đi công tác tại Hà Nội", 21: "Điều trị tại bệnh viện"}
AWARDS = (("CSTDT", 2021), ("BK_TTG", 2021))
CHAIR_AND_SECRETARY = "Đỗ Lâm Nguyên Sinh (chủ trì), Lý Thu Ngàn (thư ký)"
BOARD = "Bùi Văn Đèo Mây, Vi Thị Sim Tím (Ban kiểm phiếu)"

BUSINESS = {
    "Báo cáo của cơ quan Thường trực về công tác chuẩn bị phiên họp": (
        "Cơ quan Thường trực báo cáo việc tiếp nhận, thẩm định danh sách của năm đơn vị.\n"
        "Các thành viên nhất trí với báo cáo."
    ),
    "Đánh giá kết quả 3 tháng đầu năm, phương hướng, nhiệm vụ 9 tháng cuối năm 2022": (
        "Hội đồng thống nhất đánh giá phong trào thi đua quý I bám sát nhiệm vụ phục hồi kinh tế.\n"
        "Một số thành viên đề nghị tăng tỷ lệ khen thưởng người lao động trực tiếp."
    ),
    "Cho ý kiến dự thảo văn bản chỉ đạo của Ủy ban nhân dân tỉnh về thi đua, khen thưởng": (
        "Các thành viên góp ý về thời hạn nộp hồ sơ của cấp xã và cách chấm điểm khối thi đua."
    ),
}

FIGHTERS = CountedBox(
    valid=20,
    invalid=0,
    lines={
        FAILS: (4, 1),
        "Lương Thị Bút Tre": (1, 1),
        "Vàng Thị Lúa Chín": (1, 0),
        "Phạm Văn Suối Khe": (1, 0),
        "Cứ Thị Ô Hoa": (0, 2),
        "Nông Thị Nước Nguồn": (0, 1),
    },
    slips={"Vàng Thị Lúa Chín": (0, 0)},
)
CERTIFICATES = CountedBox(
    valid=19, invalid=1, lines={"Phàn Thị Khèn Lá": (1, 0), "Đặng Văn Cầu Treo": (0, 1)}
)


@dataclass(frozen=True)
class Held:
    """The session and its two ballots."""

    session: str
    ballots: Mapping[str, str]


def replay_session(council: str, cast: Cast, places: Places) -> Held:
    """Prepare, hold and write down the session."""
    secretary = cast["ban-tk"]
    session, items = plan(
        council,
        SessionPlan(1, "trụ sở Ủy ban nhân dân tỉnh", at(2022, 4, 19, 14)),
        list(BUSINESS),
        AWARDS,
        actor=secretary,
        at=at(2022, 4, 6, 8),
    )
    call_session(session, actor=secretary, at=at(2022, 4, 11, 10))
    call_roll(session, ABSENT, actor=secretary, at=at(2022, 4, 19, 13, 50))
    open_session(session, actor=secretary, at=at(2022, 4, 19, 14))
    _note_business(session, cast)
    ballots = _vote(session, items, cast)
    _conclude(session, cast, places)
    close_session(session, actor=secretary, at=at(2022, 4, 19, 17))
    for minute, ballot in enumerate(ballots.values()):
        sign_counting(ballot, BOARD, actor=secretary, at=at(2022, 4, 19, 17, 5 + minute))
    sign_session(session, CHAIR_AND_SECRETARY, actor=secretary, at=at(2022, 4, 20, 9))
    _follow_up(session, cast)
    return Held(session, ballots)


def _note_business(session: str, cast: Cast) -> None:
    secretary = cast["ban-tk"]
    for minute, item in enumerate(session_page(secretary, session).items):
        if item.title in BUSINESS:
            note_item(
                session,
                item.ref,
                BUSINESS[item.title],
                version=session_page(secretary, session).version,
                actor=secretary,
                at=at(2022, 4, 19, 14, 15 + 10 * minute),
            )


def _vote(session: str, items: Mapping[str, str], cast: Cast) -> Mapping[str, str]:
    secretary, tellers = cast["ban-tk"], (cast["ban-kp1"], cast["ban-kp2"])
    fighters = hand_out(
        session, items["CSTDT"], ABSENT, actor=secretary, at=at(2022, 4, 19, 14, 55)
    )
    _read_letters(fighters, cast)
    count_papers(fighters, FIGHTERS, tellers, at=at(2022, 4, 19, 15, 25))
    certificates = hand_out(
        session, items["BK_TTG"], ABSENT, actor=secretary, at=at(2022, 4, 19, 15, 50)
    )
    count_papers(certificates, CERTIFICATES, tellers, at=at(2022, 4, 19, 16, 10))
    return {"CSTDT": fighters, "BK_TTG": certificates}


def _read_letters(ballot: str, cast: Cast) -> None:
    """Enter the opinions of the two who are absent; both agree to all but one person."""
    orders = orders_by_name(cast["ban-kp1"], ballot)
    seats = {14: "Phan Văn Biểu Đồ", 21: "Ninh Văn Huy Hiệu"}
    for minute, (number, name) in enumerate(seats.items()):
        agrees = {order: row_name != FAILS for row_name, order in orders.items()}
        enter_written_opinion(
            ballot,
            OpinionEntered(
                seat_number=number,
                agrees=agrees,
                content=scan("ý kiến bằng văn bản", name, date(2022, 4, 18)),
                original_name=f"y-kien-ghe-{number}.pdf",
            ),
            actor=cast["ban-kp1"],
            at=at(2022, 4, 19, 15, 10 + minute),
        )


def _conclude(session: str, cast: Cast, places: Places) -> None:
    for minute, (title, owner, due_on, _) in enumerate(tables("conclusions")["session_2022"]):
        add_conclusion(
            session,
            TaskToDo(title, places[owner].name, date.fromisoformat(due_on), places[owner].ref),
            actor=cast["ban-tk"],
            at=at(2022, 4, 19, 16, 40 + minute),
        )


def _follow_up(session: str, cast: Cast) -> None:
    """Record what came of each task, some days before it was due."""
    secretary = cast["ban-tk"]
    results = {title: result for title, _, _, result in tables("conclusions")["session_2022"]}
    for task in session_page(secretary, session).conclusions:
        done_on = task.due_on - timedelta(days=4)
        close_task(task.ref, results[task.title], actor=secretary, at=on(done_on, 15))
