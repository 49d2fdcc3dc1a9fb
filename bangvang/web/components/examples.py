"""What the gallery shows: invented people, units and figures."""

from datetime import UTC, date, datetime
from decimal import Decimal

from bangvang.web.components import pieces, public_pieces
from bangvang.web.components.example_findings import (
    FOR_PRIME_MINISTER,
    NOWHERE,
    open_finding,
    refused_finding,
    unread_finding,
)
from bangvang.web.components.finding_pieces import Finding
from bangvang.web.components.pager import pager
from bangvang.web.components.pieces import Kind, Link, Urgency

LONG_UNIT = "Trung tâm Chăm sóc sức khỏe sinh sản và Dân số - Kế hoạch hóa gia đình khu vực Bát Xát"
LONG_BOARD = (
    "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp tỉnh Lào Cai"
)
TODAY = date(2026, 9, 14)


def answers() -> dict[str, object]:
    """Return answers, deadlines and findings."""
    return {
        "answers": [
            pieces.ANSWER_MET,
            pieces.ANSWER_JUDGE,
            pieces.ANSWER_PERSON,
            pieces.ANSWER_NOT_MET,
            pieces.ANSWER_TWO,
            pieces.ANSWER_CELL,
            pieces.ANSWER_NOTE,
        ],
        "deadlines": [
            pieces.Deadline("Quá 2 ngày", date(2026, 9, 10), Urgency.LATE, "hạn"),
            pieces.Deadline("Hôm nay", None, Urgency.SOON, "trước 17:00"),
            pieces.Deadline("Còn 4 ngày làm việc", date(2026, 9, 18)),
        ],
        "refused_finding": refused_finding(),
        "open_finding": open_finding(),
        "unread_finding": unread_finding(),
        "bare_finding": Finding(
            pieces.ANSWER_PERSON, cite=Link("Điều 24 Luật Thi đua, khen thưởng 2022")
        ),
    }


def case() -> dict[str, object]:
    """Return a case with everything on it and one with nothing."""
    return {
        "case": pieces.CaseHead(
            kind="Hồ sơ đề nghị danh hiệu Chiến sĩ thi đua tỉnh · số tiếp nhận 0417/2026",
            title="Lý Thị Mây Trắng",
            unit=f"Trưởng phòng Kế hoạch - Nghiệp vụ, {LONG_UNIT}, Sở Y tế tỉnh Lào Cai",
            standings=(
                pieces.Standing("Trạng thái", chip=pieces.Answer(Kind.JUDGE, "Đang thẩm định")),
                pieces.Standing(
                    "Đang ở", "Trần Văn Ruộng, chuyên viên", "từ 09/09/2026, đã 3 ngày làm việc"
                ),
                pieces.Standing(
                    "Hạn thẩm định",
                    deadline=pieces.Deadline("Còn 4 ngày làm việc", date(2026, 9, 18)),
                ),
            ),
            acts=(
                pieces.Act("Ghi đánh giá và kết luận", NOWHERE, is_main=True),
                pieces.Act("Trả lại để bổ sung", NOWHERE),
                pieces.Act("Nhận hồ sơ về mình", NOWHERE, is_post=True),
            ),
            not_now=(
                pieces.NotNow(
                    "Chưa đưa vào danh sách trình Hội đồng được",
                    "Thuế tỉnh chưa trả lời (hạn 17/09/2026).",
                    Link("Nhắc Thuế tỉnh", NOWHERE),
                ),
            ),
        ),
        "quiet_case": pieces.CaseHead("Người trong sổ khen thưởng", "Giàng A Suối"),
        "tabs": [
            pieces.Tab("Tóm tắt", NOWHERE, is_current=True),
            pieces.Tab("Đối chiếu điều kiện", NOWHERE),
            pieces.Tab("Tệp đính kèm (5)", NOWHERE),
        ],
        "ballots": [
            pieces.Tab("Chiến sĩ thi đua tỉnh", NOWHERE, True, "8 người · đang đếm lần hai"),
            pieces.Tab(FOR_PRIME_MINISTER, NOWHERE, False, "5 người · lệch 1 dòng"),
        ],
        "facts": [
            pieces.Fact("Đề nghị", "Chiến sĩ thi đua tỉnh, thành tích năm 2025"),
            pieces.Fact("Đơn vị trình", LONG_BOARD, NOWHERE, "Tờ trình 96/TTr-SYT, dòng 1"),
            pieces.Fact(
                "Khen thưởng gần nhất",
                "Bằng khen của Chủ tịch UBND tỉnh, 2024",
                source_link=Link("QĐ 2210/QĐ-UBND ngày 03/10/2024", NOWHERE),
            ),
            pieces.Fact(
                "Ý kiến cơ quan",
                answers=(
                    pieces.Answer(Kind.MET, "Công an tỉnh: không vi phạm (11/09/2026)"),
                    pieces.Answer(Kind.PERSON, "Thuế tỉnh: chưa trả lời, hạn 17/09/2026"),
                ),
            ),
        ],
        "events": [
            pieces.Event("Phiên họp thứ ba năm 2026", when="Sắp tới, 28/09/2026", state="next"),
            pieces.Event("Thẩm định", when="Từ 09/09/2026", text="Trần Văn Ruộng", state="now"),
            pieces.Event(
                "Tiếp nhận, đối chiếu tự động",
                at=datetime(2026, 9, 9, 7, 5, tzinfo=UTC),
                text="Đủ điều kiện tính được, chờ đánh giá",
                link=Link("biên nhận", NOWHERE),
            ),
        ],
        "steps": [
            pieces.Step("Tải tệp lên", "done"),
            pieces.Step("Xem lại từng dòng", "now"),
            pieces.Step("Đính kèm tờ trình, biên bản bình xét"),
            pieces.Step("Thủ trưởng xem và nộp"),
        ],
    }


def lists() -> dict[str, object]:
    """Return tasks, tables and what stands around them."""
    return {
        "tasks": [
            pieces.Task(
                f"Trả lời đơn vị về 3 dòng xin bổ sung, danh sách của {LONG_UNIT}",
                NOWHERE,
                "Được phân công theo dõi khối Văn hóa - Xã hội; đơn vị chờ biết đủ hay thiếu.",
                pieces.Act("Xem 3 dòng đã bổ sung", NOWHERE, is_main=True),
                pieces.Deadline("Quá 2 ngày", date(2026, 9, 10), Urgency.LATE, "hạn"),
            ),
            pieces.Task(
                "Tiếp nhận danh sách 63 người của Sở Xây dựng tỉnh Lào Cai",
                NOWHERE,
                "Đơn vị nộp lúc 07:52 sáng nay.",
                pieces.Act("Tiếp nhận danh sách", NOWHERE),
                pieces.Deadline("Hôm nay", TODAY, Urgency.SOON),
            ),
        ],
        "tally": _tally(),
        "columns": [
            pieces.Column("Dòng", "index", is_number=True),
            pieces.Column("Người được đề nghị", "name", href=NOWHERE, sorted="ascending"),
            pieces.Column("Đề nghị", "mid"),
            pieces.Column("Kết quả và lý do chính"),
            pieces.Column("Mở lý do", "act", is_unseen=True),
        ],
        "register_columns": [
            pieces.Column("Người, tập thể được khen", "name"),
            pieces.Column("Danh hiệu, hình thức", "name"),
            pieces.Column("Quyết định", sorted="descending", href=NOWHERE),
            pieces.Column("Tiền thưởng", is_number=True),
            pieces.Column("Tình trạng"),
        ],
        "progresses": _progresses(),
        "namesakes": [
            pieces.Namesake(
                "1",
                "Hoàng Thị Cỏ May, sinh 14/03/1988",
                "Trung tâm Y tế khu vực Mường Khương",
                "Điều dưỡng · Chiến sĩ thi đua cơ sở 2023, 2024, 2025",
                NOWHERE,
            ),
            pieces.Namesake("2", "Hoàng Thị Cỏ May, sinh 02/11/1988", more="Kế toán"),
            pieces.Namesake("new", "Không phải hai người trên, là người mới"),
        ],
        "few_pages": pager(2, 4, query={}, said="Lượt 11 đến 20 trong 37"),
        "many_pages": pager(57, 120, query={"q": "nậm thông"}, said="1.200 lượt"),
        "empty_act": pieces.Act("Tải danh sách lên", NOWHERE, is_main=True),
        "figures": [
            pieces.Figure("Thành viên theo quyết định", "22"),
            pieces.Figure("Phiếu phát ra", "20"),
            pieces.Figure("Phiếu thu về", "20"),
            pieces.Figure("Phiếu hợp lệ", "19", after="1 không hợp lệ"),
            pieces.Figure("Ý kiến bằng văn bản của người vắng", "2", after="nhập riêng"),
            pieces.Figure("Để đạt: 90% của tổng số thành viên", "20/22", "cần", is_needed=True),
        ],
        "checks": [
            pieces.Answer(Kind.MET, "Thu 20 không quá phát 20"),
            pieces.Answer(Kind.NOT_MET, "Có mặt 20 + văn bản 3 khác 22"),
        ],
        "checks_link": Link("Căn cứ tỷ lệ 90%", NOWHERE),
    }


def _progresses() -> list[pieces.Progress]:
    says = "Tính thay đổi quy định trên sổ và hồ sơ"
    return [
        pieces.Progress(
            says, pieces.Answer(Kind.CLOCK, "Chờ"), "Việc sẽ bắt đầu trong vài giây.", NOWHERE
        ),
        pieces.Progress(
            says,
            pieces.Answer(Kind.CLOCK, "Đang chạy"),
            "Có thể rời trang này và quay lại sau.",
            NOWHERE,
            percent=42,
            counted="8.500 trong 20.000",
        ),
        pieces.Progress(says, pieces.Answer(Kind.MET, "Xong")),
        pieces.Progress(
            says,
            pieces.Answer(Kind.NOT_MET, "Không xong"),
            "Quản trị hệ thống đã thấy việc này trong mục Việc chạy nền.",
        ),
    ]


def _tally() -> pieces.Tally:
    item = pieces.TallyItem
    return pieces.Tally(
        (
            pieces.TallyGroup(
                "Đã đối chiếu với luật",
                (
                    item(pieces.ANSWER_MET, 6, NOWHERE),
                    item(pieces.ANSWER_JUDGE, 21, NOWHERE),
                    item(pieces.ANSWER_PERSON, 4, NOWHERE, is_current=True),
                    item(pieces.ANSWER_NOT_MET, 3, NOWHERE),
                    item(pieces.ANSWER_NOTE, 0, NOWHERE),
                ),
            ),
            pieces.TallyGroup(
                "Phải sửa trước khi nộp",
                (item(pieces.ANSWER_TWO, 2, NOWHERE), item(pieces.ANSWER_CELL, 4, NOWHERE)),
            ),
        ),
        all_href=NOWHERE,
    )


def portal() -> dict[str, object]:
    """Return what the public sees."""
    article = public_pieces.ArticleCard
    return {
        "visits_shown": {"online": 20, "today": 758, "week": 5235, "all": 1_421_384},
        "visits_shown_at": datetime(2026, 9, 14, 7, 5, tzinfo=UTC),
        "some_share": Decimal("0.925"),
        "article": article(
            "Hội đồng Thi đua - Khen thưởng tỉnh họp kỳ thứ nhất năm 2026",
            NOWHERE,
            TODAY,
            "Hoạt động của Hội đồng",
            "Chiều 14/9, Hội đồng nhìn lại công tác quý I và bỏ phiếu kín về danh sách đề nghị.",
            (
                pieces.Figure("thành viên có mặt", "23/25"),
                pieces.Figure("đề nghị được bỏ phiếu", "50"),
                pieces.Figure("việc giao sau kỳ họp", "5"),
            ),
        ),
        "articles": [
            article("Khen thưởng đột xuất hai thanh niên cứu ba học sinh", NOWHERE, TODAY),
            article(f"Trao cờ thi đua cho {LONG_BOARD}", NOWHERE, TODAY),
        ],
        "decisions": [
            public_pieces.DecisionRow(
                "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
                NOWHERE,
                "Dũng cảm cứu ba học sinh bị nước cuốn trên suối Nậm Thông",
                "paper",
                "731/QĐ-UBND",
                TODAY,
                "Đột xuất",
                "2 cá nhân: Sùng A Lúa, Lò Văn Thác",
            ),
            public_pieces.DecisionRow(
                "Cờ thi đua của Ủy ban nhân dân tỉnh",
                NOWHERE,
                "Dẫn đầu các cụm, khối thi đua của tỉnh năm 2025",
                "flag",
                "655/QĐ-UBND",
                TODAY,
            ),
            public_pieces.DecisionRow(
                "Huân chương Lao động hạng Ba", NOWHERE, "Công trạng", "order", "418/QĐ-CTN", TODAY
            ),
            public_pieces.DecisionRow(
                "Tập thể Lao động xuất sắc", NOWHERE, "Năm 2025", "title", "602/QĐ-UBND", TODAY
            ),
        ],
    }
