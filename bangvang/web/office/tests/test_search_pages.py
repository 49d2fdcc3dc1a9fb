"""The box in the head of every door, and the pages of results."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.tests.factories import awards, bar, organisation, person
from bangvang.web.office.tests.test_records import signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def somebody(unit: Any) -> Any:
    who = person("Vàng Thị Lúa Chín", unit=unit)
    awards(who, 2)
    return who


@pytest.mark.parametrize(
    ("role", "first", "box"),
    [
        (Role.UNIT_OFFICER, "units:today", "units:search"),
        (Role.SPECIALIST, "office:today", "office:search"),
        (Role.INSPECTOR, "office:today", "office:search"),
        (Role.SECRETARY, "council:today", "council:search"),
        (Role.MEMBER, "council:today", "council:search"),
        (Role.EDITOR, "office:today", ""),
        (Role.ADMINISTRATOR, "office:today", ""),
    ],
)
def test_the_box_stands_in_the_head_of_every_door_for_who_may_look(
    unit: Any, somebody: Any, role: Role, first: str, box: str
) -> None:
    client = signed_in(role, unit)

    head = text(client, reverse(first))

    assert ('class="find"' in head) == bool(box)
    if box:
        assert f'action="{reverse(box)}"' in head
        found = text(client, reverse(box) + "?q=lua+chin")
        assert "Vàng Thị Lúa Chín" in found
        assert 'value="lua chin"' in found
    else:
        assert client.get(reverse("office:search") + "?q=lua").status_code == 403


def test_a_result_says_why_and_opens_the_record(unit: Any, somebody: Any) -> None:
    said = text(signed_in(Role.SPECIALIST), reverse("office:search") + "?q=vang+thi+lua+chin")

    assert "Tìm thấy 1 người" in said
    assert "trùng họ tên không dấu" in said
    assert reverse("office:person", args=[somebody.ref]) in said


def test_filters_stay_in_the_address_and_can_be_taken_away(unit: Any, somebody: Any) -> None:
    address = reverse("office:search")
    client = signed_in(Role.SPECIALIST)
    asked = "?q=lua&danh-hieu=LDTT&tu=2020&den=2025&don-vi=y+te&loai=nguoi"

    said = text(client, address + asked)

    assert "Tìm thấy 1 người" in said
    for words in ("Từ năm 2020", "Đến năm 2025", "Đơn vị “y te”"):
        assert words in said
    assert "?q=lua&amp;danh-hieu=LDTT&amp;tu=2020&amp;den=2025&amp;don-vi=y+te" in said
    nonsense = text(client, address + "?q=lua&danh-hieu=KHONG&tu=abc&den=20255&loai=gi&trang=x")
    assert "Tìm thấy 1 người" in nonsense
    assert client.get(address + "?q=lua&trang=2").status_code == 404


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("", "Tìm trong sổ khen thưởng"),
        ("?q=", "nửa cái tên"),
        ("?q=%22%2A", "nửa cái tên"),
        ("?q=a", "Gõ thêm ít nhất một chữ"),
        ("?q=khong+ai", "Không tìm thấy ai, tập thể nào cho “khong ai”"),
        ("?q=khong+ai&tu=2020", "bỏ bớt bộ lọc"),
        ("?q=lua&don-vi=khong+co", "Không có đơn vị nào tên là “khong co”"),
        ("?q=" + "lua+" * 200, "chỉ dùng mười hai từ đầu"),
        ("?q=l%E1%BB%A7a", "không xét dấu"),
    ],
)
def test_what_finds_nothing_is_answered_calmly(
    unit: Any, somebody: Any, asked: str, sentence: str
) -> None:
    assert sentence in text(signed_in(Role.SPECIALIST), reverse("office:search") + asked)


def test_too_many_are_counted_and_the_first_ones_shown(
    unit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bangvang.registry.selectors.search.MOST", 2)
    monkeypatch.setattr("bangvang.registry.selectors.hits.MOST", 2)
    for number in range(3):
        person(f"Lù Văn Suối {number}", unit=unit)

    said = text(signed_in(Role.SPECIALIST), reverse("office:search") + "?q=suoi")

    assert "Tìm thấy 3 người" in said
    assert "chỉ xem được 2 kết quả đầu" in said


def test_a_unit_finds_nothing_of_others_and_nothing_of_bars(unit: Any, somebody: Any) -> None:
    stranger = person("Hạng Thị Lúa", unit=organisation("Sở Xây dựng"))
    organisation("Sở Y tế cũ", parent=unit, until=date(2020, 1, 1))
    bar(somebody)

    said = text(signed_in(Role.UNIT_HEAD, unit), reverse("units:search") + "?q=lua")

    assert reverse("units:person", args=[somebody.ref]) in said
    assert stranger.full_name not in said
    assert "kỷ luật" not in said
    old = text(signed_in(Role.UNIT_OFFICER, unit), reverse("units:search") + "?q=y+te+cu")
    assert "đến trước 01/01/2020" in old


def test_the_council_finds_what_is_public_and_nothing_else(unit: Any, somebody: Any) -> None:
    person("Lúa Chưa Khen", unit=unit)
    awards(unit, 1, code="TTLDXS")
    client = signed_in(Role.MEMBER)

    said = text(client, reverse("council:search") + "?q=lua")

    assert reverse("portal:person", args=[somebody.ref]) in said
    assert "Lúa Chưa Khen" not in said
    assert "1985" not in said
    assert unit.name in text(client, reverse("council:search"))
    assert "Không có lượt khen" in text(client, reverse("council:search") + "?q=khong+ai")


def test_the_public_box_leads_to_the_register(client: Client, somebody: Any) -> None:
    home = text(client, reverse("portal:home"))
    answer = client.get(reverse("portal:search") + "?q=l%C3%BAa+ch%C3%ADn")

    assert f'action="{reverse("portal:register")}"' in home
    assert answer.status_code == 302
    assert "Vàng Thị Lúa Chín" in text(client, answer["Location"])
    for asked in ("lua chin ldtt", "lua chin 2025", "Vàng Thị Lúa Ch", "lụa chin"):
        found = client.get(reverse("portal:register"), {"q": asked}).content.decode()
        assert "Vàng Thị Lúa Chín" in found, asked


def test_a_full_page_of_results_takes_no_more_queries_than_one_row(
    unit: Any, somebody: Any
) -> None:
    client, address = signed_in(Role.SPECIALIST), reverse("office:search") + "?q=lua"

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            text(client, address)
        return len(captured)

    one = asked()
    made: list[Any] = [person(f"Vàng Thị Lúa {number}", unit=unit) for number in range(30)]
    awards(made[0], 3)

    assert asked() == one


@pytest.mark.parametrize(
    ("role", "door"), [(Role.SPECIALIST, "office"), (Role.UNIT_OFFICER, "units")]
)
def test_a_search_is_kept_under_a_name_and_let_go(
    unit: Any, somebody: Any, role: Role, door: str
) -> None:
    client, search = signed_in(role, unit), reverse(f"{door}:search")
    asked = "?q=lua+chin&tu=2015"
    assert "Lưu câu tìm này" in text(client, search + asked)
    assert "Lưu câu tìm này" not in text(client, search)
    save = reverse(f"{door}:save_search") + asked
    assert "“lua chin”, Từ năm 2015" in text(client, save)

    answer = client.post(save, {"name": "Chị Lúa"}, follow=True)

    said = answer.content.decode()
    assert "Đã lưu câu tìm “Chị Lúa”." in said
    assert "Lưu câu tìm này" not in said
    listed = text(client, search)
    assert f'href="{search}?q=lua+chin&amp;tu=2015"' in listed
    assert "Chị Lúa" not in text(signed_in(Role.INSPECTOR), reverse("office:search"))
    forget = listed.split('action="')[-1].split('"')[0]
    client.post(forget)
    assert "Chị Lúa" not in text(client, search)


def test_a_search_without_a_name_is_asked_for_one(somebody: Any) -> None:
    client = signed_in(Role.SPECIALIST)
    save = reverse("office:save_search") + "?q=lua"

    assert client.post(save, {"name": ""}).status_code == 422
    long = client.post(save, {"name": "a" * 81})
    assert long.status_code == 422
    client.post(save, {"name": "Lúa"})
    taken = client.post(reverse("office:save_search") + "?q=chin", {"name": "lúa"})

    assert taken.status_code == 422
    assert "Đã có câu tìm khác mang tên này" in taken.content.decode()


def test_nobody_lets_go_of_anothers_search(somebody: Any) -> None:
    client = signed_in(Role.SPECIALIST)
    client.post(reverse("office:save_search") + "?q=lua", {"name": "Lúa"})
    forget = text(client, reverse("office:search")).split('action="')[-1].split('"')[0]

    assert signed_in(Role.INSPECTOR).post(forget).status_code == 404
    assert "Lúa" in text(client, reverse("office:search"))
