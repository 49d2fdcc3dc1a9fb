"""The law on a chosen day, for the office and for everybody."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.law import NotInForce, catalogue_on
from bangvang.registry.tests.factories import organisation
from bangvang.web.lawpages.awards import award_shown
from bangvang.web.lawpages.lists import catalogue_shown, clauses_shown

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 14)
DAYS = (
    date(2017, 10, 1),
    date(2023, 12, 31),
    date(2024, 1, 1),
    date(2025, 7, 1),
    date(2026, 10, 1),
)


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.BANGVANG_DAY = TODAY


@pytest.fixture
def specialist() -> Client:
    client = Client()
    unit = organisation("Phòng Thi đua, khen thưởng")
    client.force_login(
        account("chuyenvien", Role.SPECIALIST, unit=unit),
        backend="bangvang.accounts.backend.AccountBackend",
    )
    return client


@pytest.mark.parametrize("door", ["/van-ban/", "/thuong-truc/luat/"])
def test_both_doors_lead_from_the_list_to_an_award(specialist: Client, door: str) -> None:
    listed = specialist.get(f"{door}?ngay=2022-04-19").content.decode()
    assert f'href="{door}danh-hieu/cstdt/?ngay=2022-04-19"' in listed

    shown = specialist.get(f"{door}danh-hieu/cstdt/?ngay=2022-04-19").content.decode()

    assert "khoản 2 Điều 9" in shown.replace("\u00a0", " ")
    assert "Đã đọc phần trích dẫn" in shown.replace("\u00a0", " ")
    assert "22/11/2026" in shown


def test_a_day_outside_the_rulebook_shows_today_and_says_so(client: Client) -> None:
    for said in ("2015-01-01", "x", "2022-02-30"):
        answer = client.get(f"/van-ban/?ngay={said}")
        assert answer.status_code == 200
        assert "đang xem" in answer.content.decode()


def test_what_waits_on_a_day_that_is_none_is_what_waits_today(specialist: Client) -> None:
    door = reverse("office:waiting_texts")

    odd = specialist.get(f"{door}?ngay=2022-02-30").content.decode()

    assert "Ngày không đọc được" in odd
    assert odd.count("Nhập giá trị") == specialist.get(door).content.decode().count("Nhập giá trị")


def test_an_unknown_award_is_not_found(client: Client) -> None:
    assert client.get("/van-ban/danh-hieu/khong-co/").status_code == 404
    assert client.get("/van-ban/danh-hieu/htxsnv/").status_code == 404


@pytest.mark.parametrize("door", ["/van-ban/", "/thuong-truc/luat/"])
@pytest.mark.parametrize("code", ["BK_QK", "CO_QK", "HUYCTNXP", "TINHAH", "XA_TIEU_BIEU"])
def test_an_award_newer_than_the_day_says_since_when_and_shows_no_code(
    specialist: Client, door: str, code: str
) -> None:
    newer = specialist.get(f"{door}danh-hieu/{code.lower()}/?ngay=2022-04-19")
    said = newer.content.decode().replace("\u00a0", " ")

    assert newer.status_code == 404
    assert "chưa có vào ngày 19/04/2022; có từ ngày 01/01/2024." in said
    assert f"({code})" not in said
    assert "Chưa thực hiện được" not in said


def test_after_the_unread_amendment_the_former_text_is_marked(client: Client) -> None:
    shown = client.get("/van-ban/danh-hieu/cstdt/?ngay=2026-11-01").content.decode()

    assert "chưa có nguyên văn hiện hành" in shown.replace("\u00a0", " ")


@pytest.mark.parametrize("door", ["/van-ban/", "/thuong-truc/luat/"])
@pytest.mark.parametrize("rest", ["dieu-khoan/", "danh-hieu/cstdt/"])
def test_nothing_that_an_unread_amendment_may_have_changed_is_called_read(
    specialist: Client, door: str, rest: str
) -> None:
    shown = specialist.get(f"{door}{rest}?ngay=2026-10-01").content.decode()
    said = shown.replace("\u00a0", " ")

    assert "Áp dụng đến 30/09/2026" in said
    assert "chưa có nguyên văn hiện hành" in said
    of_conditions = [
        condition.seen.label
        for subject in award_shown("CSTDT", date(2026, 10, 1)).conditions
        for group in subject.groups
        for way in group.ways
        for condition in way.conditions
    ]
    of_clauses = [
        clause.seen.label
        for _, clauses in clauses_shown(date(2026, 10, 1), str)
        for clause in clauses
    ]
    assert "Đã đọc phần trích dẫn" not in of_conditions + of_clauses


@pytest.mark.parametrize("on", DAYS)
def test_every_award_of_every_law_has_a_page(on: date) -> None:
    def link(code: str) -> str:
        return f"/{code}/"

    codes = [line.award.code for line in catalogue_on(on)]

    assert sum(len(rows) for _, rows in catalogue_shown(on, link)) == len(codes)
    for code in codes:
        assert award_shown(code, on).facts
    assert clauses_shown(on, link)


def lines(code: str, on: date, part: str) -> dict[str, tuple[tuple[str, ...], str]]:
    """Return the lines of one part of an award's page: what each says, and how sure."""
    (found,) = [one for one in award_shown(code, on).around if one.title == part]
    return {line.label: (line.says, line.seen.label if line.seen else "") for line in found.lines}


def test_the_base_level_names_each_who_may_decide() -> None:
    shown = [
        line.says[0]
        for part in award_shown("CSTDCS", date(2026, 5, 1)).around
        for line in part.lines
        if line.label == "Thẩm quyền quyết định, cấp cơ sở"
    ]

    assert "Chủ tịch Ủy ban nhân dân cấp xã" in shown
    assert "Chủ tịch Ủy ban nhân dân cấp huyện" not in shown


def test_a_file_names_papers_forms_cases_sets_and_the_simple_procedure() -> None:
    found = lines("BK_TTG", date(2026, 5, 1), "Hồ sơ")

    report, sure = found["Báo cáo thành tích"]
    assert sure == "Đã đọc phần trích dẫn"
    assert any("Mẫu số 05 (Nghị định 152/2025/NĐ-CP)" in said for said in report)
    assert any(said.startswith("Mẫu số") and "đối với tập thể" in said for said in report)
    assert any("dùng cho loại hình đột xuất" in said for said in report)
    proof, _ = found["Chứng nhận của cơ quan có thẩm quyền về thành tích"]
    assert proof[0].startswith("Chỉ khi: thành tích đặc biệt xuất sắc, đột xuất")
    assert found["Số bộ hồ sơ"] == (("01 bộ (bản chính)",), "Chưa kiểm chứng")
    assert found["Bản điện tử"][0][0].startswith("Gửi kèm tệp điện tử")
    assert "Thủ tục đơn giản, loại hình đột xuất" in found
    assert len(found["Khi nào được theo thủ tục đơn giản"][0]) == 5


def test_what_may_stand_in_place_of_a_paper_is_said() -> None:
    found = lines("CSTDCS", date(2024, 5, 1), "Hồ sơ")

    said = found["Chứng nhận sáng kiến, đề tài khoa học của cơ quan có thẩm quyền"][0]
    assert "Có thể thay bằng: Kết quả xếp loại hoàn thành xuất sắc nhiệm vụ." in said


def test_limits_and_last_days_are_said_in_words() -> None:
    flag = lines("CO_CP", date(2022, 4, 19), "Thời hạn")
    own = lines("CSTDT", date(2022, 4, 19), "Thời hạn")
    example = lines("CSTDT", date(2024, 8, 1), "Thời hạn")

    assert own["Thẩm định hồ sơ và trình"] == (("25 ngày làm việc",), "Đã đọc phần trích dẫn")
    assert any("đơn vị giáo dục" in label for label in flag)
    assert example["Hạn cuối gửi hồ sơ"][0] == ("Ví dụ, không có thật: ngày 15/03 hằng năm",)


def test_the_last_days_for_heroes_are_said_to_hold_in_the_year_of_the_congress() -> None:
    found = lines("AHLD", date(2022, 4, 19), "Thời hạn")

    for label, day in (("Nhận hồ sơ từ ngày", "05/01"), ("Hạn cuối gửi hồ sơ", "28/02")):
        assert found[label][0] == (
            f"Ngày {day} của năm tổ chức Đại hội Thi đua yêu nước toàn quốc (05 năm một lần), "
            "không phải hằng năm",
        )


def test_a_limit_used_before_its_instrument_says_why() -> None:
    label = "Trao hiện vật khen thưởng"
    says, sure = lines("BK_TTG", date(2024, 1, 1), "Thời hạn")[label]

    assert sure == "Suy ra từ văn bản đã đọc"
    assert "Quyết định nêu thủ tục của năm 2025" in says[1]
    assert lines("BK_TTG", date(2025, 6, 30), "Thời hạn")[label][1] == "Đã đọc phần trích dẫn"


def test_a_prize_with_two_roundings_shows_both_until_the_province_chooses(
    settings: Settings,
) -> None:
    on = date(2024, 8, 1)
    open_, _ = lines("LDTT", on, "Tiền thưởng của ngày này")["Tiền thưởng, cá nhân"]
    settings.BANGVANG_ROUNDING = "nearest"
    chosen, _ = lines("LDTT", on, "Tiền thưởng của ngày này")["Tiền thưởng, cá nhân"]

    assert "710.000 đồng nếu làm tròn lên" in open_[1]
    assert "700.000 đồng nếu làm tròn đến" in open_[2]
    assert chosen == ("0,3 lần mức lương cơ sở 2.340.000 đồng, bằng 700.000 đồng.",)


def test_a_prize_whose_wording_was_not_read_is_shown_as_such() -> None:
    found = lines("GIAY_KHEN", date(2025, 7, 1), "Tiền thưởng của ngày này")

    for who in ("cá nhân", "tập thể", "hộ gia đình"):
        label = f"Tiền thưởng, {who}, Chủ tịch Ủy ban nhân dân cấp xã quyết định"
        assert found[label] == (
            ("Chưa có nguyên văn quy định về mức tiền thưởng.",),
            "Văn bản sửa đổi chưa có nguyên văn",
        )


def test_a_ceiling_is_shown_exactly() -> None:
    says, _ = lines("KNC", date(2025, 7, 1), "Tiền thưởng của ngày này")["Tiền thưởng, cá nhân"]

    assert says == ("Không quá 0,6 lần mức lương cơ sở 2.340.000 đồng, bằng 1.404.000 đồng.",)


def test_every_subject_has_its_prize_or_is_said_to_have_none_known() -> None:
    found = lines("BK_TINH", date(2024, 3, 1), "Tiền thưởng của ngày này")

    assert set(found) >= {
        "Tiền thưởng, cá nhân",
        "Tiền thưởng, tập thể",
        "Tiền thưởng, hộ gia đình",
    }
    unknown = lines("XA_TIEU_BIEU", date(2026, 5, 1), "Tiền thưởng của ngày này")
    assert all(says for says, _ in unknown.values())


def test_what_is_left_to_the_province_and_its_examples_are_marked() -> None:
    found = lines("LDTT", date(2026, 5, 1), "Phần luật giao cho tỉnh")

    assert found["Luật giao cho tỉnh"][1] == "Đã đọc phần trích dẫn"
    assert found["Hồ sơ do tỉnh quy định"][1] == "Ví dụ, không có thật"
    assert found["Điều kiện của tỉnh"][1] == "Chưa kiểm chứng"


def test_ways_stand_by_subject_and_the_usual_one_first() -> None:
    person, *others = award_shown("BK_TTG", date(2026, 5, 1)).conditions

    assert person.title == "Điều kiện đối với cá nhân"
    assert [one.title for one in others] == ["Điều kiện đối với tập thể"]
    assert [group.title for group in person.groups] == [
        "Trường hợp thường dùng",
        "Trường hợp chỉ xét khi hồ sơ nêu",
        "Loại hình khen thưởng khác",
    ]


def test_conditions_of_one_way_of_several_say_which_they_belong_to() -> None:
    (subject,) = award_shown("CSTDCS", date(2026, 5, 1)).conditions
    conditions = subject.groups[0].ways[0].conditions

    assert [(one.way, bool(one.choice)) for one in conditions[:4]] == [
        ("Cách 1 trong 2", True),
        ("Cách 2 trong 2", False),
        ("Cách 2 trong 2", False),
        ("Cách 1 trong 4", True),
    ]


def test_a_day_before_the_rulebook_has_no_list() -> None:
    with pytest.raises(NotInForce):
        catalogue_shown(date(2017, 9, 30), str)


def test_a_clause_leads_to_the_award_that_rests_on_it(client: Client) -> None:
    shown: Any = client.get("/van-ban/dieu-khoan/?ngay=2022-04-19").content.decode()

    assert "khoản 2 Điều 9" in shown.replace("\u00a0", " ")
    assert 'href="/van-ban/danh-hieu/cstdt/?ngay=2022-04-19"' in shown


def test_the_law_asks_once_what_was_confirmed_and_nothing_else(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    machine = Client(headers={"User-Agent": "bot"})
    machine.get("/van-ban/")

    with django_assert_num_queries(2):  # the newest reading, the count of visits
        machine.get("/van-ban/danh-hieu/cstdt/")
