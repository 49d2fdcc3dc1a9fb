"""The council in 2026: a session that is over, one with its ballot open, one in preparation."""

from datetime import date

from bangvang.council.actions.add_conclusion import add_conclusion
from bangvang.council.actions.call_session import call_session
from bangvang.council.actions.close_session import close_session
from bangvang.council.actions.enter_written_opinion import (
    OpinionEntered,
    enter_written_opinion,
)
from bangvang.council.actions.open_session import open_session
from bangvang.council.actions.session_plan import SessionPlan
from bangvang.publishing.actions.draft_article import draft_article
from bangvang.publishing.actions.send_to_review import send_to_review
from bangvang.publishing.actions.write_article import write_article
from bangvang.publishing.selectors.articles import ArticleText
from bangvang.workplan.actions.assign_task import TaskToDo
from demo import DAY
from demo.cast import holder_of
from demo.moments import at, on
from demo.news import PHONG
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

PLACE = "phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh"
FIRST = date(2026, 8, 28)
ABSENT_FIRST = {18: "Đi kiểm tra công trình phòng, chống bão"}
ABSENT_TODAY = {10: "Dự hội nghị tại Hà Nội", 21: "Điều trị tại bệnh viện"}
LETTER_CAME = 21
CERTIFICATES = CountedBox(valid=21, invalid=0, lines={"Hầu Thị Búp Non": (1, 1)})


def hold_first(council: str, places: Places) -> str:
    """Hold the session of August; its minutes are signed, its paper not yet proposed."""
    secretary = holder_of("thuky", on=FIRST)
    tellers = (holder_of("kiemphieu1", on=FIRST), holder_of("kiemphieu2", on=FIRST))
    session, items = plan(
        council,
        SessionPlan(1, PLACE, on(FIRST, 8)),
        ["Thông qua danh sách đề nghị khen thưởng cấp Nhà nước đợt đầu"],
        [("BK_TTG", 2025)],
        actor=secretary,
        at=at(2026, 8, 21, 14),
    )
    call_session(session, actor=secretary, at=at(2026, 8, 24, 8))
    call_roll(session, ABSENT_FIRST, actor=secretary, at=on(FIRST, 7, 50))
    open_session(session, actor=secretary, at=on(FIRST, 8))
    ballot = hand_out(session, items["BK_TTG"], ABSENT_FIRST, actor=secretary, at=on(FIRST, 8, 40))
    count_papers(ballot, CERTIFICATES, tellers, at=on(FIRST, 9, 5))
    for minute, (title, owner, due_on, _) in enumerate(tables("conclusions")["session_2026"]):
        add_conclusion(
            session,
            TaskToDo(title, places[owner].name, date.fromisoformat(due_on), places[owner].ref),
            actor=secretary,
            at=on(FIRST, 9, 40 + minute),
        )
    close_session(session, actor=secretary, at=on(FIRST, 10))
    board = "Bùi Văn Đèo Mây, Vi Thị Sim Tím (Ban kiểm phiếu)"
    sign_counting(ballot, board, actor=secretary, at=on(FIRST, 10, 10))
    signers = "Đỗ Văn Đỉnh Non (chủ trì), Lý Thu Ngàn (thư ký)"
    sign_session(session, signers, actor=secretary, at=at(2026, 9, 1, 9))
    return session


def call_todays(council: str) -> tuple[str, str]:
    """Prepare and call the session of the demonstration day; return it and its ballot item."""
    secretary = holder_of("thuky", on=FIRST)
    session, items = plan(
        council,
        SessionPlan(2, PLACE, on(DAY, 7, 30)),
        ["Báo cáo của cơ quan Thường trực về đợt xét khen thưởng thành tích năm 2025"],
        [("CSTDT", 2025)],
        actor=secretary,
        at=at(2026, 9, 1, 14),
    )
    call_session(session, actor=secretary, at=at(2026, 9, 7, 8))
    return session, items["CSTDT"]


def open_todays(session: str, item: str) -> None:
    """Open the session of the demonstration day: papers are handed out, nothing is counted.

    It begins early, so that whoever looks that day finds it open. One of two letters is entered.
    """
    secretary, teller = holder_of("thuky", on=DAY), holder_of("kiemphieu1", on=DAY)
    call_roll(session, ABSENT_TODAY, actor=secretary, at=on(DAY, 7, 20))
    open_session(session, actor=secretary, at=on(DAY, 7, 30))
    ballot = hand_out(session, item, ABSENT_TODAY, actor=secretary, at=on(DAY, 7, 40))
    orders = orders_by_name(teller, ballot)
    enter_written_opinion(
        ballot,
        OpinionEntered(
            seat_number=LETTER_CAME,
            agrees=dict.fromkeys(orders.values(), True),
            content=scan("ý kiến bằng văn bản", "Ninh Văn Huy Hiệu", date(2026, 9, 11)),
            original_name=f"y-kien-ghe-{LETTER_CAME}.pdf",
        ),
        actor=teller,
        at=on(DAY, 7, 52),
    )


def prepare_next(council: str) -> None:
    """Begin the session of 28 September; the list that is ready is not yet on its agenda."""
    plan(
        council,
        SessionPlan(3, PLACE, at(2026, 9, 28, 14)),
        ["Đánh giá công tác thi đua, khen thưởng 9 tháng đầu năm 2026"],
        [],
        actor=holder_of("thuky", on=DAY),
        at=at(2026, 9, 11, 9),
    )


def write_articles(session: str) -> None:
    """Leave one article for the head to approve and one draft for the editor."""
    editor = holder_of("bientap", on=FIRST)
    told = draft_article(session, actor=editor, at=at(2026, 9, 3, 9))
    send_to_review(told, actor=editor, at=at(2026, 9, 3, 10))
    write_article(
        ArticleText(
            title="Giữ rừng đầu nguồn: chuyện của một hạt kiểm lâm",
            summary="Bốn mươi tư tổ tuần rừng, không cháy trong mùa khô.",
            body="Mùa khô năm nay, bốn mươi tư tổ tuần rừng thay nhau đi mười một tuyến.",
            author_name=editor.name,
            author_office=PHONG,
        ),
        actor=editor,
        at=at(2026, 9, 11, 10),
    )
