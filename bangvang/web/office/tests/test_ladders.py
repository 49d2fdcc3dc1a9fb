"""The ladder at the office: groups, reasons, bars with their clause, and who may look."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.law import Missing
from bangvang.registry.states import BarKind
from bangvang.registry.tests.factories import bar, everything_known_since, organisation, person
from bangvang.web.ladders import rows_said

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
OLD_LAW_ONLY = (
    "theo quy định áp dụng đến 30/09/2026; từ 01/10/2026 Luật số 06/2026/QH16 chưa đối chiếu "
    "nguyên văn"
)
LONG = "Trung tâm Kiểm nghiệm thuốc, mỹ phẩm, thực phẩm và thiết bị y tế vùng cao Bản Mây " * 3


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def signed_in(role: Role) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role), backend=BACKEND)
    return client


@pytest.fixture
def specialist() -> Client:
    return signed_in(Role.SPECIALIST)


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def test_the_record_leads_to_the_ladder_and_back(specialist: Client) -> None:
    who = fighter(2024, 2025)

    record = text(specialist, reverse("office:person", args=[who.ref]))
    ladder = text(specialist, reverse("office:person_ladder", args=[who.ref]))

    assert reverse("office:person_ladder", args=[who.ref]) in record
    assert reverse("office:person", args=[who.ref]) in ladder
    assert "Đây không phải là lời hứa" in ladder
    assert "Trong tầm ngay năm thành tích 2026" in ladder


def test_every_year_has_a_sign_and_a_word(specialist: Client) -> None:
    who = fighter(2023, 2025)
    everything_known_since(1900)

    said = text(specialist, reverse("office:person_ladder", args=[who.ref]))

    for word in ("Có thể đạt", "Chưa thể đạt", "Cần xem xét"):
        assert word in said
    assert said.count('data-label="2026"') == said.count('data-label="2030"') > 5


def test_an_opened_award_says_the_year_the_day_what_is_missing_and_what_breaks(
    specialist: Client,
) -> None:
    who = fighter(2024, 2025)

    said = text(specialist, reverse("office:person_ladder", args=[who.ref]) + "?mo=cstdt-merit")

    assert "năm thành tích 2026; hồ sơ nhận được từ ngày 01/01/2027" in said
    assert "Để đạt năm 2026 còn chờ" in said
    assert "Chiến sĩ thi đua cơ sở năm 2026" in said
    assert "Nếu năm 2026 không có gì được tính thì ngay năm đó không đạt" in said
    assert "Từng năm" in said
    assert "Năm 2030" in said
    assert "Điều 22 Luật Thi đua, khen thưởng 2022" in said
    assert "Trường hợp xét" in said


def test_an_unknown_award_in_the_address_opens_nothing(specialist: Client) -> None:
    who = fighter(2025)

    said = text(specialist, reverse("office:person_ladder", args=[who.ref]) + "?mo=x")

    assert "Trường hợp xét" not in said.replace("để đọc trường hợp xét", "")


def test_somebody_without_any_row_has_a_ladder_too(specialist: Client) -> None:
    who = person("Vàng Thị Lúa Chín")

    said = text(specialist, reverse("office:person_ladder", args=[who.ref]))

    assert "chưa có danh hiệu, hình thức nào trong tầm" in said or "Có thể đạt" in said


def test_awards_that_are_not_asked_are_named_with_the_clause(specialist: Client) -> None:
    who = person("Vàng Thị Lúa Chín")

    said = text(specialist, reverse("office:person_ladder", args=[who.ref]))

    assert "Chiến sĩ thi đua Bộ, ban, ngành, đoàn thể trung ương" in said
    assert "do người thẩm định đối chiếu" in said


def test_an_open_bar_stops_everything_with_its_clause(specialist: Client) -> None:
    who = fighter(2024, 2025)
    bar(who, since=date(2026, 3, 2))

    said = text(specialist, reverse("office:person_ladder", args=[who.ref]))

    assert "Đang tạm dừng xét" in said
    assert "từ 02/03/2026" in said
    assert "không xét danh hiệu, hình thức nào" in said
    assert "Căn cứ: " in said


def test_after_a_discipline_the_page_says_from_when_merit_counts(specialist: Client) -> None:
    who = fighter(2023, 2024, 2025)
    bar(who, kind=BarKind.DISCIPLINED, level="KHIEN_TRACH", since=date(2024, 2, 1),
        until=date(2025, 2, 1))  # fmt: skip

    said = text(specialist, reverse("office:person_ladder", args=[who.ref]))

    assert "Thành tích ở đây tính từ năm 2025" in said
    assert "Đang tạm dừng xét" not in said


def test_a_collective_with_a_long_name_has_a_ladder(specialist: Client) -> None:
    unit = organisation(LONG[:250].strip())

    said = text(
        specialist, reverse("office:collective_ladder", args=[unit.ref]) + "?mo=ttldxs-merit"
    )

    assert "Tập thể lao động xuất sắc" in said
    assert "Câu hỏi còn để ngỏ cho hồ sơ" in said
    assert unit.name in said


@pytest.mark.parametrize(
    ("until", "is_ended"),
    [(DAY - timedelta(days=70), True), (DAY, True), (DAY + timedelta(days=1), False)],
)
def test_a_collective_that_has_ended_is_offered_nothing(
    specialist: Client, until: date, is_ended: bool
) -> None:
    unit = organisation("Phòng Y tế huyện Bản Mây", until=until)

    said = text(specialist, reverse("office:collective_ladder", args=[unit.ref]))

    sentence = f"Tập thể này không còn hoạt động từ ngày {until:%d/%m/%Y}"
    assert (sentence in said) == is_ended
    assert ("Sớm nhất" not in said) == is_ended


def test_after_the_unread_amendment_the_page_says_by_which_law_it_goes(
    specialist: Client, settings: Settings
) -> None:
    who = fighter(2024, 2025)
    settings.BANGVANG_DAY = date(2026, 11, 1)

    said = text(specialist, reverse("office:person_ladder", args=[who.ref]))

    assert f"Trang này tính {OLD_LAW_ONLY}" in said


def test_years_whose_files_meet_an_unread_law_are_marked_as_hints(specialist: Client) -> None:
    address = reverse("office:person_ladder", args=[fighter(2024, 2025).ref]) + "?mo=cstdt-merit"

    said = text(specialist, address)

    assert said.count(f"Trang này tính {OLD_LAW_ONLY}") == 1
    assert '2026<span class="sub">tham khảo</span>' in said
    assert "Năm 2026 (tham khảo)" in said
    assert f"Tham khảo, {OLD_LAW_ONLY}." in said


@pytest.mark.parametrize("name", ["person_ladder", "collective_ladder"])
def test_nobody_of_that_reference_is_unseen(specialist: Client, name: str) -> None:
    text(specialist, reverse(f"office:{name}", args=["khong-co"]), 404)


def test_the_inspector_reads_and_the_editor_does_not() -> None:
    address = reverse("office:person_ladder", args=[fighter(2025).ref])

    assert signed_in(Role.INSPECTOR).get(address).status_code == 200
    assert signed_in(Role.EDITOR).get(address).status_code == 403


def test_a_long_record_takes_no_more_queries_than_a_short_one(specialist: Client) -> None:
    short = reverse("office:person_ladder", args=[fighter(2025).ref])
    long = reverse("office:person_ladder", args=[fighter(2019, 2020, 2021, 2024, 2025).ref])

    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            specialist.get(address)
        return len(captured)

    queries(short)
    assert queries(short) == queries(long)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(2026, True), (2027, False)], "Chiến sĩ thi đua cơ sở năm 2027 trở về trước"),
        ([(2024, True), (2026, False), (2027, False)],
         "Chiến sĩ thi đua cơ sở năm 2024 trở về trước, 2026 đến 2027"),
        ([(2026, False), (2028, False)], "Chiến sĩ thi đua cơ sở năm 2026, 2028"),
    ],
)  # fmt: skip
def test_years_and_earlier_ones_are_one_span(rows: list[tuple[int, bool]], said: str) -> None:
    assert rows_said([Missing("CSTDCS", year, earlier) for year, earlier in rows], DAY) == said
