"""A body gets another name, and two become one: old awards keep the name that was written."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.inspection import check_page
from tests.journeys.story import follow, inside, press, row, task, turn_to

pytestmark = pytest.mark.journey

BEFORE = "Trung tâm Kiểm soát bệnh tật tỉnh Lào Cai"
AFTER = "Trung tâm Phòng bệnh tỉnh Lào Cai"
SOMEBODY = "Phạm Văn Suối Khe"
ENDED, HEIR = "Bệnh viện Đa khoa khu vực Suối Trong", "Bệnh viện Đa khoa tỉnh số 1"


def test_a_renamed_body_is_found_by_both_names_and_old_awards_keep_theirs(sign_in: SignIn) -> None:
    page = sign_in("chuyenvien")
    find(page, "kiem soat benh tat", BEFORE)
    follow(page, "Đổi tên")
    page.get_by_label("Tên mới").fill(AFTER)
    decide(page)
    press(page, "Ghi vào sổ")
    expect(inside(page)).to_contain_text("Đã ghi tên mới.")
    expect(row(page, BEFORE).first).to_contain_text("05/01/2026")
    check_page(page)

    find(page, "kiem soat benh tat", AFTER)
    turn_to(page, "Người và tập thể")
    inside(page).get_by_role("searchbox").fill("suoi khe")
    press(page, "Tìm", exact=True)
    follow(page, SOMEBODY)
    expect(inside(page)).to_contain_text(f"{BEFORE} (nay là {AFTER})")


def test_a_merger_is_confirmed_by_a_second_person_who_sees_what_it_does(sign_in: SignIn) -> None:
    page = sign_in("chuyenvien")
    find(page, "suoi trong", ENDED)
    follow(page, "Sáp nhập, hợp nhất")
    page.get_by_label("Thành đơn vị đã có trong sổ").select_option(label=HEIR)
    decide(page)
    press(page, "Ghi, chờ xác nhận")
    expect(inside(page)).to_contain_text("Người ghi không tự xác nhận được")

    head = sign_in("truongphong")
    follow(head, task(head, f"{ENDED} sáp nhập").get_by_role("link", name="Xem và xác nhận"))
    expect(inside(head)).to_contain_text(f"người chuyển sang {HEIR}")
    check_page(head)
    press(head, "Xác nhận", exact=True)
    follow(head, inside(head).get_by_role("link", name=ENDED).first)
    expect(inside(head)).to_contain_text(f"nay là {HEIR}")


def test_a_district_of_2022_leads_to_its_communes_of_today(sign_in: SignIn) -> None:
    page = sign_in("thanhtra")
    turn_to(page, "Cơ quan, đơn vị")
    page.get_by_label("Vào ngày").fill("2022-04-19")
    press(page, "Xem", exact=True)
    town = row(page, "Ủy ban nhân dân thị xã Sa Pa").first
    expect(town).to_contain_text("nay là Ủy ban nhân dân phường Sa Pa")
    follow(page, town.get_by_role("link").first)

    expect(inside(page)).to_contain_text("1673/NQ-UBTVQH15")
    check_page(page)


def find(page: Page, words: str, name: str) -> None:
    """Look a body up by the words and open it."""
    turn_to(page, "Cơ quan, đơn vị")
    inside(page).get_by_role("searchbox").fill(words)
    press(page, "Xem", exact=True)
    follow(page, name, exact=True)


def decide(page: Page) -> None:
    """Fill in the decision."""
    page.get_by_label("Có hiệu lực từ ngày").fill("2026-01-05")
    page.get_by_label("Số, ký hiệu quyết định").fill("3120/QĐ-UBND")
    page.get_by_label("Ngày quyết định").fill("2025-12-22")
    page.get_by_label("Cơ quan ban hành").fill("Ủy ban nhân dân tỉnh Lào Cai")
