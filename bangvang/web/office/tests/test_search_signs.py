"""Signs in the boxes of every door: told in words, taken away as chips, kept, never a leak."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.models import Award, Person
from bangvang.registry.selectors.public import awards_public
from bangvang.registry.tests.factories import awards, bar, organisation, person
from bangvang.web.office.tests.test_records import signed_in, text

pytestmark = pytest.mark.django_db

ASKED = '"lúa chín" -thôn năm:2025 chuc:giamdoc'


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def somebody(unit: Any) -> Any:
    who = person("Vàng Thị Lúa Chín", unit=unit, birth_on=date(1985, 4, 19))
    awards(who, 2)
    return who


def read(client: Client, door: str, query: str) -> str:
    return client.get(reverse(door), {"q": query}).content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("role", "door", "what"),
    [
        (Role.SPECIALIST, "office:search", "người, tập thể"),
        (Role.UNIT_OFFICER, "units:search", "người, tập thể"),
        (Role.MEMBER, "council:search", "lượt khen thưởng"),
        (None, "portal:register", "lượt khen thưởng"),
    ],
)
def test_every_door_says_what_was_searched_and_lets_each_part_go(
    unit: Any, somebody: Any, role: Role | None, door: str, what: str
) -> None:
    client = signed_in(role, unit) if role else Client()

    said = read(client, door, ASKED)

    assert "Vàng Thị Lúa Chín" in said
    assert f"Tìm {what} có cụm “lúa chín”, năm 2025, trừ chữ “thôn”." in said
    assert "Không hiểu “chuc:” nên đã bỏ qua" in said
    assert "Trừ chữ “thôn”" in said
    assert "?q=%22l%C3%BAa+ch%C3%ADn%22+n%C4%83m%3A2025+chuc%3A" in said
    assert "Cách tìm" in said
    assert "Vàng Thị Lúa Chín" not in read(client, door, "lúa chín -lúa").split("<h2")[-1]


def test_a_search_with_signs_is_kept(unit: Any, somebody: Any) -> None:
    client = signed_in(Role.SPECIALIST)
    where = reverse("office:save_search") + "?q=%22l%C3%BAa+ch%C3%ADn%22+-th%C3%B4n"

    client.post(where, {"name": "Lúa Chín, không ở thôn"})
    said = text(client, reverse("office:search"))

    assert "Lúa Chín, không ở thôn" in said
    assert "?q=%22l%C3%BAa+ch%C3%ADn%22+-th%C3%B4n" in said


def test_every_sign_is_told_in_words(unit: Any, somebody: Any) -> None:
    client = signed_in(Role.SPECIALIST)

    said = read(client, "office:search", "lúa tên:chín đv:“y tế” dh:ldtt năm:2019.. năm:..2025")
    free = read(client, "office:search", "khongai bằng khen 2019-2021 qđ:5/qđ -dh:“bằng khen”")

    assert (
        "Tìm người, tập thể có “lúa” trong tên hoặc đơn vị, danh hiệu, hình thức “Lao động tiên "
        "tiến”, từ năm 2019 hoặc đến năm 2025, tên có “chín”, đơn vị “y tế”." in said
    )
    assert "danh hiệu, hình thức cùng tên, từ năm 2019 đến năm 2021" in free
    assert "trừ danh hiệu, hình thức “bằng khen”" in free
    assert "Không có đơn vị nào tên là “khongco”" in read(client, "office:search", "đv:khongco")
    assert "năm:, đv:" in read(client, "office:search", "“không ai”")


def test_no_sign_finds_for_the_public_what_is_not_public(unit: Any, somebody: Any) -> None:
    """Rows that could leak: a unit of today, a decision to come, a bar, a birth, no award."""
    today = organisation("Trường Mầm non Nậm Thông")
    Person.objects.filter(pk=somebody.pk).update(organisation=today, position="Giám đốc kín")
    bar(somebody, paper_no="318/QĐ-TTr", note="đang điều tra")
    person("Lúa Chưa Khen", unit=unit)
    to_come = person("Lúa Sắp Khen", unit=today)
    held = awards(to_come, 1)
    Award.objects.filter(pk__in=[award.pk for award in held]).update(
        decided_on=date(2030, 1, 1), decision_no="9999/QĐ-UBND", year=2029
    )

    def found(query: str) -> list[str]:
        return [award.name for award in awards_public(query, on=DAY).awards]

    for query in (
        'đv:"nậm thông"', '"nậm thông"', "đv:mầm", 'lúa -đv:"sở y tế"', "qđ:9999", "năm:2029",
        "năm:2026..", "tên:sắp", "tên:chưa", "-chín lúa", "qd:318", '"đang điều tra"', "-2025 kín",
        '"giám đốc kín"', "tên:1985", '"19/04/1985"',
    ):  # fmt: skip
        assert found(query) == [], query
    for query in ('lúa -đv:"nậm thông"', 'lúa -"mầm non"', "lúa -qđ:9999", "lúa -năm:2029", "-sắp"):
        assert found(query) == [somebody.full_name] * 2, query


def test_a_day_and_an_empty_sign_are_told_back(unit: Any, somebody: Any) -> None:
    office, day = signed_in(Role.SPECIALIST, unit), {"q": "19/04/1985"}

    found, public = text(office, reverse("office:search") + "?q=19/04/1985"), Client()

    assert "Tìm người, tập thể sinh hoặc quyết định ngày 19/04/1985." in found
    assert "sinh ngày 19/04/1985" in found
    shown = public.get(reverse("portal:register"), day).content.decode().replace("\u00a0", " ")
    assert "Tìm lượt khen thưởng quyết định ngày 19/04/1985." in shown
    assert somebody.full_name not in shown
    assert "Sau “qđ:” chưa ghi gì nên đã bỏ qua" in read(office, "office:search", "qđ:")
