"""Every component in every state, from invented data: a change of the look is checked here."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bangvang.web.components import pieces
from bangvang.web.components.pager import pager
from bangvang.web.components.pieces import Kind, Link, Urgency

LONG_UNIT = "Trung tâm Chăm sóc sức khỏe sinh sản và Dân số - Kế hoạch hóa gia đình khu vực Bát Xát"
LONG_BOARD = (
    "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp tỉnh Lào Cai"
)
NOWHERE = "#noi-dung"
TODAY = date(2026, 9, 14)
FOR_PRIME_MINISTER = "Bằng khen của Thủ tướng Chính phủ"


class ExampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="Họ và tên", help_text="Viết có dấu, như trong giấy tờ.")
    born_on = forms.DateField(label="Ngày sinh", widget=forms.DateInput(attrs={"type": "date"}))
    votes = forms.IntegerField(label="Số phiếu đồng ý")
    title = forms.ChoiceField(
        label="Đề nghị",
        choices=[("CSTDT", "Chiến sĩ thi đua tỉnh"), ("BKTTg", FOR_PRIME_MINISTER)],
    )
    reason = forms.CharField(label="Tóm tắt thành tích", widget=forms.Textarea)
    route = forms.ChoiceField(
        label="Loại khen thưởng",
        widget=forms.RadioSelect,
        choices=[("CT", "Công trạng"), ("DX", "Đột xuất"), ("CD", "Chuyên đề")],
        help_text="Chọn một.",
    )
    agrees = forms.BooleanField(label="Tôi đã đối chiếu với bản giấy")
    letter = forms.FileField(label="Tờ trình", help_text="Bản đã ký, đóng dấu.")


def gallery(request: HttpRequest) -> HttpResponse:
    """Show the gallery; reads nothing but what stands here."""
    return render(request, "components/gallery.html", examples())


def examples() -> dict[str, object]:
    """Return what every component of the gallery is given."""
    return {
        "crumbs": [Link("Danh sách đề nghị", NOWHERE), Link("Bảng mẫu các thành phần")],
        **_answers(),
        **_case(),
        **_lists(),
        **_forms(),
        **_portal(),
    }


def _answers() -> dict[str, object]:
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
        "refused_finding": _refused_finding(),
        "open_finding": _open_finding(),
        "bare_finding": pieces.Finding(
            pieces.ANSWER_PERSON, cite=Link("Điều 24 Luật Thi đua, khen thưởng 2022")
        ),
    }


def _refused_finding() -> pieces.Finding:
    years = pieces.Years(
        ("2021", "2022", "2023", "2024", "2025"),
        (
            ("Hoàn thành tốt trở lên", (pieces.YearCell("có", "in"),) * 5),
            (
                "Chiến sĩ thi đua cơ sở",
                (
                    pieces.YearCell("có", "out", "ngoài chuỗi"),
                    pieces.YearCell("không", "off"),
                    pieces.YearCell("có", "in"),
                    pieces.YearCell("không", "gap"),
                    pieces.YearCell("có", "in"),
                ),
            ),
        ),
    )
    return pieces.Finding(
        pieces.ANSWER_NOT_MET,
        title=f"{FOR_PRIME_MINISTER}, thành tích công trạng",
        cite=Link("điểm b khoản 1 Điều 73 Luật Thi đua, khen thưởng 2022", NOWHERE),
        parts=(
            pieces.Part(
                pieces.PART_MET,
                "Đã được tặng bằng khen cấp tỉnh.",
                requires=("Phải có: 1 lần",),
                used=(Link("Bằng khen của Chủ tịch UBND tỉnh, QĐ 1874/QĐ-UBND", NOWHERE),),
            ),
            pieces.Part(
                pieces.PART_NOT_MET,
                "3 lần Chiến sĩ thi đua cơ sở trong thời gian đó: có 2 (2023, 2025).",
                requires=("Phải có: 3 lần trong 2021–2025", "Sổ khen thưởng đủ từ năm 2015"),
                used=(Link("QĐ 412/QĐ-SYT ngày 05/01/2024", NOWHERE), Link("sổ giấy năm 2019")),
                years=years,
                is_deciding=True,
            ),
        ),
        missing="Thiếu 1 lần Chiến sĩ thi đua cơ sở của năm 2021, 2022 hoặc 2024.",
        nearest="Nếu được công nhận năm 2026, năm 2027 sẽ đủ 3 lần (2023, 2025, 2026).",
    )


def _open_finding() -> pieces.Finding:
    either = (
        pieces.Part(pieces.PART_NOT_MET, "Đề tài khoa học đã nghiệm thu: chưa có."),
        pieces.Part(
            pieces.PART_MET,
            "Sáng kiến được công nhận cấp tỉnh: có 1.",
            requires=("Phải có: 1",),
            used=(Link("“Theo dõi người bệnh thở máy từ xa”, QĐ 1203/QĐ-UBND", NOWHERE),),
        ),
    )
    return pieces.Finding(
        pieces.ANSWER_JUDGE,
        cite=Link("Điều 22 Luật Thi đua, khen thưởng 2022", NOWHERE),
        parts=(
            pieces.Part(
                pieces.PART_MET,
                "Một trong hai điều sau.",
                parts=either,
                cite=Link("khoản 2 Điều 22", NOWHERE),
            ),
            pieces.Part(
                pieces.PART_JUDGE,
                "Thành tích xuất sắc tiêu biểu: do người thẩm định đánh giá.",
                requires=("Luật để người đánh giá",),
                is_deciding=True,
            ),
        ),
    )


def _case() -> dict[str, object]:
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


def _lists() -> dict[str, object]:
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
        "elsewhere": [
            {
                "when": date(2026, 9, 10),
                "text": "Công an tỉnh xác nhận không vi phạm cho 12 người",
                "link": Link("công văn hỏi ý kiến", NOWHERE),
            },
            {"when": date(2026, 9, 9), "text": "Sở Giáo dục và Đào tạo bổ sung biên bản"},
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
        "strip": pieces.SheetStrip(
            ("C", "D", "E"),
            17,
            (
                pieces.SheetCell("Đỗ Văn Gió Núi"),
                pieces.SheetCell("Nam"),
                pieces.SheetCell("31/02/1984", is_wrong=True),
            ),
        ),
        "few_pages": pager(2, 4, query={}, said="Lượt 11 đến 20 trong 37"),
        "many_pages": pager(57, 120, query={"q": "nậm thông"}, said="1.200 lượt"),
        "acts": [pieces.Act("Lưu 40 dòng thành bản nháp", NOWHERE, is_main=True)],
        "not_now": [
            pieces.NotNow(
                "Chưa chuyển thủ trưởng nộp được",
                "còn 2 dòng chưa chọn người (7, 23) và 4 dòng sai tại ô (9, 18, 31, 36).",
            )
        ],
        "side_acts": [pieces.Act("Tải tệp khác lên", NOWHERE)],
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


def _forms() -> dict[str, object]:
    return {
        "form": ExampleForm(auto_id="mau_%s"),
        "wrong_form": ExampleForm({"name": "", "votes": "mười"}, auto_id="sai_%s"),
        "filters": [
            pieces.Filter("q", "Tên người, tên tập thể hoặc số quyết định", is_wide=True),
            pieces.Filter(
                "nam",
                "Năm quyết định",
                "2025",
                (pieces.Choice("", "Tất cả"), pieces.Choice("2025", "2025")),
            ),
        ],
        "chosen": [Link("Từ năm 2018", NOWHERE), Link("Huyện Bảo Yên", NOWHERE)],
        "consequences": [
            "12 hồ sơ được chuyển về Sở Y tế tỉnh Lào Cai, kèm lý do bạn đã ghi.",
            "Đơn vị được báo ngay và có 5 ngày làm việc để bổ sung.",
        ],
        "files": [
            pieces.FileCard(
                "to-trinh-96-ttr-syt.pdf",
                "PDF",
                319_488,
                "9f3c21ab77d0e1",
                NOWHERE,
                "Lê Thị Chè Xanh tải lên 08/09/2026",
                pieces.Answer(Kind.MET, "Đã quét, không có mã độc"),
            ),
            pieces.FileCard(
                "bien-ban-binh-xet-cua-trung-tam-cham-soc-suc-khoe-sinh-san-khu-vuc-bat-xat.docx",
                "Word",
                1_258_291,
                "44e0b7d8aa",
            ),
        ],
    }


def _portal() -> dict[str, object]:
    article = pieces.ArticleCard
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
            pieces.DecisionRow(
                "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
                NOWHERE,
                "Dũng cảm cứu ba học sinh bị nước cuốn trên suối Nậm Thông",
                "paper",
                "731/QĐ-UBND",
                TODAY,
                "Đột xuất",
                "2 cá nhân: Sùng A Lúa, Lò Văn Thác",
            ),
            pieces.DecisionRow(
                "Cờ thi đua của Ủy ban nhân dân tỉnh",
                NOWHERE,
                "Dẫn đầu các cụm, khối thi đua của tỉnh năm 2025",
                "flag",
                "655/QĐ-UBND",
                TODAY,
            ),
            pieces.DecisionRow(
                "Huân chương Lao động hạng Ba", NOWHERE, "Công trạng", "order", "418/QĐ-CTN", TODAY
            ),
            pieces.DecisionRow(
                "Tập thể Lao động xuất sắc", NOWHERE, "Năm 2025", "title", "602/QĐ-UBND", TODAY
            ),
        ],
        "consultations": [
            pieces.OpenConsultation(
                "Đề nghị truy tặng Huân chương Dũng cảm", NOWHERE, "01 cá nhân", 2, TODAY, True
            ),
            pieces.OpenConsultation(
                "Đề nghị tặng Huân chương Lao động hạng Ba", NOWHERE, "03 tập thể", 9, TODAY
            ),
        ],
        "movements": [
            pieces.MovementCard(
                "Lào Cai chung sức xây dựng nông thôn mới, không để ai bị bỏ lại phía sau",
                NOWHERE,
                "Ủy ban nhân dân tỉnh phát động",
                "2021 đến 2025",
                86,
                112,
                "xã",
            ),
            pieces.MovementCard("Phong trào chưa ai đăng ký", NOWHERE, "Sở Nội vụ", "2026", 0, 0),
        ],
        "before": Link("Tập huấn lập hồ sơ khen thưởng qua mạng", NOWHERE),
        "after": Link("Trao Bằng khen cho hai thanh niên", NOWHERE),
    }
