"""One list on its whole way, changing hands: from the spreadsheet to the public's page.

The officer's list has a namesake to choose, a date to mend, somebody against whom the law's answer
stands, somebody about whom the books are silent, and a newcomer whom the council does not elect.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from demo import DAY
from tests.journeys.conftest import SignIn, Visit
from tests.journeys.files import DOCX_BEGINS, PDF_BEGINS, downloaded, filled
from tests.journeys.inspection import check_page
from tests.journeys.story import Story, fact, follow, inside, press, row, task, turn_to

pytestmark = pytest.mark.journey

ELIGIBLE = "Lý Thị Mây Trắng"
NAMESAKE = "Hoàng Thị Cỏ May"
AGAINST_THE_LAW = "Vương Văn Đồi Chè"
UNKNOWN = "Nguyễn Thị Bồ Công Anh"
NOT_ELECTED = "Tẩn Thị Hạt Mưa"
OURS = (ELIGIBLE, NAMESAKE, AGAINST_THE_LAW, UNKNOWN, NOT_ELECTED)
NEARLY_NOT = "Mã Văn Bút Lông"

ABSENT = {"Tống Văn Sổ Tay": "Đi công tác", "Ninh Văn Huy Hiệu": "Điều trị tại bệnh viện"}
WRITES = "Ninh Văn Huy Hiệu"
NUMBER = "2614"
HEADLINE = "Hội đồng xét tặng Chiến sĩ thi đua cấp tỉnh năm 2025"


def rows_of(birth_of_the_fifth: str) -> list[list[str]]:
    """Return the officer's list in the columns of the template, the number aside."""
    award = "CSTĐ tỉnh"
    return [
        [ELIGIBLE, "12/06/1985", "Nữ", "", "Trưởng khoa Hồi sức tích cực",
         "Bệnh viện Đa khoa tỉnh số 1", award, "Theo dõi người bệnh thở máy từ xa."],
        [NAMESAKE, "1988", "Nữ", "", "", "Sở Y tế tỉnh Lào Cai", award,
         "Tiêm chủng lưu động theo phiên chợ."],
        [AGAINST_THE_LAW, birth_of_the_fifth, "Nam", "", "Phó Giám đốc Trung tâm",
         "Trung tâm Kiểm soát bệnh tật tỉnh Lào Cai", award, "Dập sớm ba ổ sốt xuất huyết."],
        [UNKNOWN, "08/12/1987", "Nữ", "", "Dược sĩ chính",
         "Trung tâm Kiểm nghiệm thuốc, mỹ phẩm, thực phẩm", award, "Kiểm nghiệm mẫu nhanh hơn."],
        [NOT_ELECTED, "05/05/1990", "Nữ", "", "Nhân viên", "Văn phòng Sở Y tế", award,
         "Sắp xếp lại kho hồ sơ."],
    ]  # fmt: skip


def test_a_list_goes_from_the_spreadsheet_to_the_portal(
    sign_in: SignIn, visit: Visit, tmp_path: Path
) -> None:
    story = Story(sign_in, tmp_path)
    reader = visit().new_page()

    throw_the_old_draft_away(story)
    prepare_the_list(story, tmp_path)
    attach_the_papers(story)
    hand_in(story)
    appraise(story)
    send_one_row_back_and_forth(story)
    overrule_and_release(story)
    prepare_the_session(story)
    open_the_session(story)
    take_the_letter(story)
    count_blind(story)
    sign_the_minutes(story)
    decide(story)
    read_the_register(reader)
    publish(story)
    read_the_news(reader)


def throw_the_old_draft_away(story: Story) -> None:
    """The officer's first page has a draft, whose people the new list names again."""
    page = story.back_at_start("donvi")
    follow(page, task(page, "Danh sách 5 người").get_by_role("link", name="Hoàn thiện danh sách"))
    follow(page, "Bỏ bản nháp")
    press(page, "Bỏ bản nháp", says="Đã bỏ bản nháp.")


def prepare_the_list(story: Story, folder: Path) -> None:
    """Template, a list with a wrong date, the list mended, a choice between namesakes, a draft."""
    page = story.screen("donvi")
    turn_to(page, "Tải danh sách lên")
    template = downloaded(page, inside(page).get_by_role("link", name="Tải tệp mẫu (.xlsx)"))
    upload(page, filled(template, rows_of("31/02/1979"), folder / "lan-1.xlsx"))
    expect(row(page, AGAINST_THE_LAW)).to_contain_text("Ô C4")
    expect(row(page, ELIGIBLE)).to_contain_text("Đủ điều kiện tính được, chờ đánh giá")

    follow(page, "Tải tệp khác lên")
    upload(page, filled(template, rows_of("03/10/1979"), folder / "lan-2.xlsx"))
    follow(page, row(page, ELIGIBLE).get_by_role("link", name="Vì sao"))
    expect(row(page, ELIGIBLE).get_by_role("link", name="Thu lại")).to_be_focused()
    row(page, NAMESAKE).get_by_role("radio", name="Mường Khương").check()
    press(page, row(page, NAMESAKE).get_by_role("button"))
    expect(row(page, NAMESAKE).get_by_role("button")).to_be_focused()
    expect(row(page, NAMESAKE)).to_contain_text("cán bộ chọn")
    expect(row(page, NOT_ELECTED)).to_contain_text("Sổ không ghi người này ở đơn vị")
    press(page, "Lưu 5 dòng thành bản nháp", says="Đã lưu thành bản nháp.")


def upload(page: Page, path: Path) -> None:
    """Send a spreadsheet in and stand before its preview."""
    page.get_by_label("Tệp danh sách").set_input_files(path)
    press(page, "Đọc tệp và xem trước")


def attach_the_papers(story: Story) -> None:
    """One paper is attached, the other is missing with a reason; then the head has the list."""
    page = story.screen("donvi")
    page.get_by_label("Loại giấy").select_option(label="Tờ trình đã ký")
    page.get_by_label("Tệp", exact=True).set_input_files(story.scan("to-trinh-118.pdf"))
    press(page, "Đính kèm", exact=True, says="Đã đính kèm tờ trình")
    page.get_by_label("Giấy chưa có").select_option(label="Biên bản bình xét đã ký")
    page.get_by_label("Lý do", exact=True).fill("Thư ký đi công tác, gửi sau hai ngày.")
    press(page, "Ghi lý do", says="Đã ghi lý do chưa có biên bản bình xét")
    press(page, "Chuyển thủ trưởng xem và nộp", says="Đã chuyển danh sách")


def hand_in(story: Story) -> None:
    """The head reads, hands in, and holds a receipt."""
    page = story.back_at_start("thutruong")
    follow(page, task(page, "Danh sách 5 người").get_by_role("link", name="Xem và nộp"))
    follow(page, "Nộp danh sách", exact=True)
    press(page, "Nộp danh sách 5 người", says="Đã nộp danh sách. Số tiếp nhận")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Biên nhận")
    assert "gửi sau hai ngày" in fact(page, "Giấy kèm theo")
    assert fact(page, "Dấu danh sách")


def appraise(story: Story) -> None:
    """The specialist takes the list up, accepts three rows, returns one."""
    page = story.back_at_start("chuyenvien")
    waiting = task(page, "Tiếp nhận danh sách 5 dòng của Sở Y tế")
    follow(page, waiting.get_by_role("link", name="Tiếp nhận danh sách", exact=True))
    press(page, "Tiếp nhận 5 dòng", says="Đã tiếp nhận và đối chiếu 5 dòng với luật.")
    the_list = page.url
    for name in (ELIGIBLE, NAMESAKE, NOT_ELECTED):
        accept(page, name)
        page.goto(the_list)
    conclude(
        page,
        UNKNOWN,
        "Trả lại để bổ sung",
        "Gửi quyết định Chiến sĩ thi đua cơ sở năm 2024.",
        "Trả lại dòng này",
    )
    page.goto(the_list)


def accept(page: Page, name: str) -> None:
    """From the list to the case, with an assessment."""
    conclude(page, name, "Ghi đánh giá và chấp nhận", "Thành tích rõ, có phạm vi.", "Chấp nhận")


def conclude(page: Page, name: str, act: str, words: str, button: str) -> None:
    """From the list to the case of `name`, and one conclusion on it."""
    follow(page, row(page, name).get_by_role("link", name=name))
    follow(page, act)
    page.get_by_role("main").get_by_role("textbox").fill(words)
    press(page, button, exact=True, says=name)


def send_one_row_back_and_forth(story: Story) -> None:
    """The unit reads why, completes the row, its head hands it in again, the office accepts it."""
    office = story.screen("chuyenvien")
    the_list = office.url
    follow(office, row(office, UNKNOWN).get_by_role("link", name=UNKNOWN))
    follow(office, "Thông báo cho đơn vị")
    press(office, "Lập thông báo", says="Đã lập thông báo")
    office.goto(the_list)

    officer = story.back_at_start("donvi")
    follow(officer, task(officer, UNKNOWN).get_by_role("link", name="Bổ sung", exact=True))
    letter = inside(officer).get_by_role("link", name="PDF").first
    assert downloaded(officer, letter).startswith(PDF_BEGINS)
    officer.get_by_label("Đã bổ sung những gì").fill("Quyết định số 88/QĐ-SYT ngày 20/12/2024.")
    press(officer, "Lưu nội dung bổ sung", says="Đã lưu nội dung bổ sung.")

    head = story.back_at_start("thutruong")
    follow(head, task(head, UNKNOWN).get_by_role("link", name="Nộp lại", exact=True))
    press(head, "Nộp lại dòng này", says="Đã nộp lại.")

    office = story.screen("chuyenvien")
    office.reload()
    the_list = office.url
    press(office, "Tiếp nhận 1 dòng", says="Đã tiếp nhận và đối chiếu 1 dòng")
    accept(office, UNKNOWN)
    office.goto(the_list)


def overrule_and_release(story: Story) -> None:
    """Against the law's answer a second person must agree; then the list goes to the council."""
    page = story.screen("chuyenvien")
    expect(row(page, AGAINST_THE_LAW)).to_contain_text("Không đủ điều kiện")
    conclude(
        page,
        AGAINST_THE_LAW,
        "Đề nghị khác kết quả đối chiếu",
        "Đơn vị có quyết định năm 2024 mà sổ chưa ghi.",
        "Trình Trưởng phòng",
    )

    head = story.back_at_start("truongphong")
    follow(head, task(head, AGAINST_THE_LAW).get_by_role("link", name="Xem đề nghị"))
    follow(head, "Đồng ý", exact=True)
    head.get_by_role("main").get_by_role("textbox").fill("Đã xem bản gốc.")
    press(head, "Đồng ý", exact=True, says="Trưởng phòng đã đồng ý.")
    waiting = task(story.back_at_start("truongphong"), "Đưa 5 dòng của Sở Y tế")
    follow(head, waiting.get_by_role("link", name="Xem danh sách"))
    press(head, "Đưa 5 dòng ra Hội đồng", says="Đã đưa 5 dòng vào danh sách trình Hội đồng.")


def prepare_the_session(story: Story) -> None:
    """Number, place, time, an agenda with the list that is ready; the members are called."""
    page = story.back_at_start("thuky")
    turn_to(page, "Các phiên họp")
    follow(page, "Lập phiên họp")
    expect(page.get_by_label("Phiên thứ mấy trong năm")).to_have_value("4")
    page.get_by_label("Ngày họp").fill(DAY.isoformat())
    page.get_by_label("Giờ bắt đầu").fill("07:00")
    page.get_by_label("Địa điểm").fill("Phòng họp số 1, trụ sở Ủy ban nhân dân tỉnh")
    press(page, "Lưu phiên họp", says="Đã lập phiên họp.")
    page.get_by_label("Nội dung", exact=True).fill("Báo cáo về đợt xét khen thưởng năm 2025")
    press(page, "Thêm vào chương trình", says="Đã thêm nội dung vào chương trình.")
    press(page, "Đưa vào chương trình", says="Đã đưa danh sách vào chương trình.")
    follow(page, inside(page).get_by_role("heading", level=3).get_by_role("link").last)
    for name in OURS:
        expect(row(page, name)).to_be_visible()
    page.go_back()
    press(page, "Triệu tập phiên họp", says="Đã triệu tập phiên họp và in chương trình.")


def open_the_session(story: Story) -> None:
    """Roll, quorum, the list frozen, papers printed and handed out."""
    page = story.screen("thuky")
    follow(page, "Điểm danh", exact=True)
    for name, reason in ABSENT.items():
        page.get_by_role("checkbox", name=name).uncheck()
        page.get_by_label(f"Lý do vắng mặt, {name}").fill(reason)
    press(page, "Ghi điểm danh", says="Đã ghi điểm danh.")
    expect(page.get_by_text("20/22")).to_be_visible()
    press(page, "Khai mạc phiên họp", says="Đã khai mạc phiên họp.")
    press(page, "Chốt danh sách bầu", says="Đã chốt danh sách bầu.")
    press(page, "In phiếu bầu (PDF)", says="Đã in phiếu bầu.")
    papers = inside(page).locator(".files").get_by_role("link")
    assert downloaded(page, papers.first).startswith(PDF_BEGINS)
    press(page, "Bắt đầu bỏ phiếu với những người đã nhận phiếu", says="Đã ghi danh sách")


def take_the_letter(story: Story) -> None:
    """A signed letter of an absent member, entered by the counting board with its scan."""
    page = story.back_at_start("kiemphieu1")
    turn_to(page, "Các phiên họp")
    follow(page, row(page, "thứ tư").or_(row(page, "thứ 4")).get_by_role("link"))
    follow(page, "Mở cuộc bỏ phiếu")
    follow(page, "Ý kiến bằng văn bản")
    follow(page, f"Nhập ý kiến của {WRITES}")
    page.get_by_label("Văn bản có chữ ký").set_input_files(story.scan("y-kien.pdf"))
    for agreeing in page.get_by_role("radio", name="Đồng ý", exact=True).all():
        agreeing.check()
    press(page, "Lưu ý kiến", says=f"Đã nhập ý kiến của {WRITES}.")


def count_blind(story: Story) -> None:
    """Two tellers count without seeing each other; the row that differs is counted again."""
    first = story.screen("kiemphieu1")
    follow(first, "Bỏ phiếu: Chiến sĩ thi đua")
    ballot = first.url
    follow(first, "Mở hòm phiếu, bắt đầu kiểm")
    press(first, "Mở hòm phiếu", says="Đã mở hòm phiếu")
    follow(first, "Nhập số đếm")
    enter_count(first, {NOT_ELECTED: "17", NEARLY_NOT: "1"})
    second = story.back_at_start("kiemphieu2")
    second.goto(ballot)
    follow(second, "Nhập số đếm")
    sees_nothing_of_the_other(second)
    press(first, "Chốt lần đếm của tôi", says="Đã chốt số đếm của bạn.")

    second.reload()
    sees_nothing_of_the_other(second)
    enter_count(second, {NOT_ELECTED: "17", NEARLY_NOT: "2"})
    press(second, "Chốt lần đếm của tôi", says="Đã chốt số đếm của bạn.")
    for page in (first, second):
        page.goto(ballot)
        follow(page, "So hai lần đếm")
        expect(row(page, "Lệch, phải đếm lại")).to_have_count(1)
        expect(row(page, "Lệch, phải đếm lại")).to_contain_text(NEARLY_NOT)
        page.goto(ballot)
        follow(page, "Nhập số đếm")
        expect(page.get_by_role("heading", name="Đếm lại 1 dòng lệch")).to_be_visible()
        page.get_by_label(f"Không đồng ý, {NEARLY_NOT}").fill("1")
        press(page, "Điền 0 vào ô còn trống, lưu nháp", says="Đã lưu nháp số đếm.")
        press(page, "Chốt lần đếm của tôi", says="Đã chốt số đếm của bạn.")
    follow(second, "Công bố kết quả")
    press(second, "Công bố kết quả", says="Đã công bố kết quả bỏ phiếu.")
    expect(second.get_by_role("heading", name="Kết quả: 7/8 trường hợp đạt")).to_be_visible()
    expect(row(second, NOT_ELECTED)).to_contain_text("Không đạt")
    expect(row(second, NEARLY_NOT)).to_contain_text("20/22")


def enter_count(page: Page, against: dict[str, str]) -> None:
    """Twenty papers out of the box; whoever is not named has everybody's agreement."""
    page.get_by_label("Phiếu thu về").fill("20")
    page.get_by_label("Phiếu hợp lệ", exact=True).fill("20")
    page.get_by_label("Phiếu không hợp lệ").fill("0")
    for name, papers in against.items():
        page.get_by_label(f"Không đồng ý, {name}").fill(papers)
    press(page, "Điền 0 vào ô còn trống, lưu nháp", says="Đã lưu nháp số đếm.")


def sees_nothing_of_the_other(page: Page) -> None:
    """No figure of the other teller: every box is empty, every sum open, nothing to compare."""
    check_page(page)
    typed = page.get_by_role("main").get_by_role("textbox")
    assert {box.input_value() for box in typed.all()} == {""}
    assert set(page.locator("output").all_inner_texts()) == {"…"}
    expect(row(page, "Chưa nhập")).to_have_count(8)
    follow(page, "So hai lần đếm")
    expect(page.get_by_text("Chưa so được")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)
    page.go_back()


def sign_the_minutes(story: Story) -> None:
    """Counting minutes, conclusions with owner and day, session minutes; both signed."""
    page = story.back_at_start("thuky")
    turn_to(page, "Các phiên họp")
    follow(page, row(page, "thứ tư").or_(row(page, "thứ 4")).get_by_role("link"))
    session = page.url
    follow(page, "Mở cuộc bỏ phiếu")
    press(page, "In biên bản kiểm phiếu", says="Đã in biên bản kiểm phiếu.")
    assert PDF_BEGINS in begins_of_files(page)
    keep_signed(story, page, "bien-ban-kiem-phieu.pdf")

    page.goto(session)
    follow(page, inside(page).get_by_role("link", name="Kết luận (0)"))
    page.get_by_label("Nội dung kết luận").fill("Công bố kết quả và trao thưởng.")
    page.get_by_label("Giao cho").fill("Sở Nội vụ")
    page.get_by_label("Hạn hoàn thành").fill("2026-10-10")
    press(page, "Ghi kết luận", says="Đã ghi kết luận thành nhiệm vụ.")
    expect(row(page, "Công bố kết quả và trao thưởng.")).to_contain_text("Sở Nội vụ")
    press(page, "Bế mạc phiên họp", says="Đã bế mạc phiên họp; hãy lập biên bản.")
    press(page, "In biên bản phiên họp", says="Đã in biên bản phiên họp.")
    assert begins_of_files(page) == {PDF_BEGINS, DOCX_BEGINS}
    keep_signed(story, page, "bien-ban-hop.pdf")


def begins_of_files(page: Page) -> set[bytes]:
    """Download every file card of the page and tell by their first bytes what they are."""
    files = inside(page).locator(".files").get_by_role("link").all()
    begins = (PDF_BEGINS, DOCX_BEGINS)
    found = [downloaded(page, link) for link in files]
    return {begin for data in found for begin in begins if data.startswith(begin)}


def keep_signed(story: Story, page: Page, name: str) -> None:
    """Keep the scan of the minutes on this page."""
    page.get_by_label("Những người đã ký").fill("Đỗ Văn Đỉnh Non, Lý Thu Ngàn")
    page.get_by_label("Ngày ký").fill(DAY.isoformat())
    page.get_by_label("Bản quét đã ký").set_input_files(story.scan(name))
    press(page, "Lưu bản quét đã ký", says="Đã lưu bản quét biên bản đã ký.")


def decide(story: Story) -> None:
    """The head drafts from the passed list, the specialist records, the head confirms."""
    head = story.back_at_start("truongphong")
    turn_to(head, "Quyết định")
    follow(head, row(head, "Chiến sĩ thi đua").get_by_role("link", name="lập dự thảo"))
    expect(row(head, NOT_ELECTED)).to_have_count(0)
    for box in head.get_by_role("main").get_by_role("checkbox").all():
        box.check()
    press(head, "Lập dự thảo quyết định 7 trường hợp", says="Đã lập dự thảo")
    draft = head.url
    follow(head, "Văn bản đã in (1)")
    assert begins_of_files(head) == {PDF_BEGINS, DOCX_BEGINS}

    page = story.back_at_start("chuyenvien")
    page.goto(draft)
    follow(page, "Ghi số và ngày ký")
    page.get_by_label("Số trong sổ văn bản").fill(NUMBER)
    page.get_by_label("Ngày ký").fill(DAY.isoformat())
    page.get_by_label("Họ tên người ký").fill("Đỗ Văn Đỉnh Non")
    page.get_by_label("Bản quét văn bản đã ký").set_input_files(story.scan("quyet-dinh.pdf"))
    press(page, "Ghi số và chuyển xác nhận", says="chờ người thứ hai xác nhận")
    expect(page.get_by_text("Bạn chưa xác nhận được")).to_be_visible()

    head = story.back_at_start("truongphong")
    waiting = task(head, "Xác nhận bản ghi: quyết định Chiến sĩ thi đua")
    follow(head, waiting.get_by_role("link", name="Mở văn bản"))
    follow(head, "Đối chiếu và xác nhận")
    press(head, "Xác nhận quyết định", says="Đã xác nhận văn bản.")


def read_the_register(page: Page) -> None:
    """Anybody finds the award, its person and its decision; nothing of who was not elected."""
    page.goto("/")
    check_page(page)
    page.get_by_label("Tên người, tên đơn vị").fill("ly thi may trang")
    press(page, "Tra cứu")
    found = row(page, ELIGIBLE).filter(has_text=NUMBER)
    expect(found).to_contain_text(["năm", "2025"][1])
    follow(page, found.get_by_role("link", name=ELIGIBLE))
    expect(page.get_by_role("heading", level=1)).to_have_text(ELIGIBLE)
    follow(page, row(page, NUMBER).get_by_role("link", name=NUMBER))
    annex = page.get_by_role("table", name="Danh sách được khen thưởng")
    expect(annex.get_by_role("row")).to_have_count(1 + 7)
    for name in OURS[:4]:
        expect(annex).to_contain_text(name)
    expect(annex).not_to_contain_text(NOT_ELECTED)

    page.goto("/khen-thuong/")
    inside(page).get_by_role("searchbox").first.fill(NOT_ELECTED)
    press(page, "Tra cứu")
    expect(page.get_by_text("Không có lượt khen thưởng nào khớp")).to_be_visible()


def publish(story: Story) -> None:
    """The editor drafts from the session's record; a second person reads and approves."""
    page = story.back_at_start("bientap")
    turn_to(page, "Tin bài")
    told = inside(page).get_by_role("listitem").filter(has_text=f"{DAY:%d/%m/%Y}")
    press(page, told.get_by_role("button", name="Soạn tin từ hồ sơ"), says="Đã soạn bản nháp")
    page.get_by_label("Tiêu đề").fill(HEADLINE)
    press(page, "Lưu bản nháp", says="Đã lưu bản nháp.")
    press(page, "Trình duyệt", says="Đã trình Trưởng phòng duyệt.")

    head = story.back_at_start("truongphong")
    turn_to(head, "Tin bài")
    follow(head, row(head, HEADLINE).get_by_role("link", name=HEADLINE))
    follow(head, "Duyệt đăng", exact=True)
    press(head, "Duyệt đăng", exact=True, says="Đã duyệt đăng; tin đã có trên cổng.")


def read_the_news(page: Page) -> None:
    """Anybody reads the article, counted; whoever was not elected is nowhere."""
    page.goto("/tin-tuc/")
    check_page(page)
    follow(page, HEADLINE)
    expect(page.get_by_text("Lượt xem:")).to_be_visible()
    expect(page.get_by_role("heading", name="Tin khác")).to_be_visible()
    expect(page.get_by_role("navigation", name="Trang của Tin khác")).to_be_visible()
    expect(page.get_by_role("heading", name="Thống kê truy cập")).to_be_visible()
    expect(page.get_by_role("link", name="Đăng nhập")).to_be_visible()
    for address in (page.url, "/", "/tin-tuc/", "/khen-thuong/", "/rss.xml", "/sitemap.xml"):
        assert NOT_ELECTED not in page.request.get(address).text()
