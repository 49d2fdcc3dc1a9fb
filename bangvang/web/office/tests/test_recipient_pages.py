"""Households and foreign recipients on the office's pages, and what others see of them."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from pytest_django.asserts import assertRedirects

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.tests import factories
from bangvang.registry.tests.test_recipients import (
    HOUSEHOLD,
    collective,
    commune,
    foreigner,
    household,
)

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
DECISION = {
    "code": "BK_TINH", "kind": "MERIT", "year": "2024", "decision_no": "742/QĐ-UBND",
    "decided_on": "2025-03-03", "issued_by": "Chủ tịch Ủy ban nhân dân tỉnh", "order_no": "3",
    "name_as_written": HOUSEHOLD, "unit_as_written": "Xã Mường Hum Mây",
    "achievement": "Hiến đất làm đường",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def signed_in(role: Role, unit: Any = None) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role, unit=unit), backend=BACKEND)
    return client


@pytest.fixture
def office() -> Client:
    return signed_in(Role.SPECIALIST)


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()[:1500]
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def test_from_a_household_to_its_award_on_the_portal(office: Client) -> None:
    where = commune()
    entering = reverse("office:register_household")
    assert entering in text(office.get(reverse("office:recipients")))
    assert "Sổ chưa có hộ gia đình" in text(office.get(reverse("office:recipients")))
    said = {"name": "Ông Lù Văn Bậc Thang", "commune": where.ref}
    assert "Tên hộ bắt đầu bằng" in text(office.post(entering, said), 422)

    answer = office.post(entering, said | {"name": HOUSEHOLD})

    home = Organisation.with_apart.get(name=HOUSEHOLD)
    record = reverse("office:collective", args=[home.ref])
    assertRedirects(answer, record)
    shown = text(office.get(record))
    assert "Trong sổ khen thưởng: hộ gia đình" in shown
    assert "Người của tập thể" not in shown
    assert f"{HOUSEHOLD}, Xã Mường Hum Mây: sổ chưa ghi lượt khen thưởng nào." in shown
    assert reverse("office:body", args=[home.ref]) not in shown
    assert HOUSEHOLD in text(office.post(entering, said | {"name": HOUSEHOLD}), 422)

    giving = reverse("office:give_collective", args=[home.ref])
    form = text(office.get(giving))
    assert "Gia đình văn hóa" in form
    assert "Chiến sĩ thi đua" not in form
    assertRedirects(office.post(giving, DECISION), record)
    assert "Sổ đã có lượt khen này" in text(office.post(giving, DECISION), 422)
    shown = text(office.get(record))
    assert "đã được tặng: 1 lượt Bằng khen" in shown
    assert "742/QĐ-UBND" in shown
    award = Award.objects.get()
    assert "Hiến đất làm đường" in text(
        office.get(reverse("office:collective_award", args=[home.ref, award.ref]))
    )

    for words in ("bậc thang", "bac thang, muong hum", "742/QĐ-UBND", "mường hum"):
        public = text(Client().get(reverse("portal:register"), {"q": words}))
        assert HOUSEHOLD in public, words
        assert "Xã Mường Hum Mây" in public
        assert "Hiến đất" not in public


def test_the_ladder_of_a_household_says_what_was_not_read(office: Client) -> None:
    home = household()

    shown = text(office.get(reverse("office:collective_ladder", args=[home.ref])))

    assert "Gia đình văn hóa" in shown
    assert "Tập thể lao động" not in shown


def test_from_a_foreigner_to_a_medal_without_domestic_titles(office: Client) -> None:
    entering = reverse("office:register_foreigner")
    said = {"name": "Yuki Mountain-Cloud", "country": "Nhật Bản", "birth_year": "1970"}
    assert "Họ tên" in text(office.get(entering))
    assert "không ghi ở đây" in text(office.post(entering, said | {"country": "Việt Nam"}), 422)

    office.post(entering, said)

    who = Person.objects.get()
    record = reverse("office:person", args=[who.ref])
    shown = text(office.get(record))
    assert "Người nước ngoài: Nhật Bản" in shown
    assert "Không xét danh hiệu thi đua" in shown
    assert "Lao động tiên tiến" not in shown
    assert "Không xét danh hiệu" in text(
        office.get(reverse("office:person_ladder", args=[who.ref]))
    )
    giving = reverse("office:give_person", args=[who.ref])
    form = text(office.get(giving))
    assert "Huy chương Hữu nghị" in form
    assert "Lao động tiên tiến" not in form
    medal = DECISION | {"code": "HUYCHN", "kind": "EXTERNAL", "name_as_written": who.full_name}
    assertRedirects(office.post(giving, medal), record)
    assert "1 lượt Huy chương Hữu nghị" in text(office.get(record))
    assert "Sổ đã có: Yuki Mountain-Cloud, sinh năm 1970" in text(office.post(entering, said), 422)
    office.post(entering, said | {"is_other": "on"})
    assert Person.objects.count() == 2


def test_from_a_foreign_collective_to_an_order(office: Client) -> None:
    entering = reverse("office:register_foreign_collective")
    said = {"name": "Hội Hoa Anh Đào Sakura", "country": "Nhật Bản"}
    assert "Tên tập thể" in text(office.get(entering))
    office.post(entering, said)
    assert "Nếu đây là tập thể khác" in text(office.post(entering, said), 422)

    many = Organisation.with_apart.get(kind="FOREIGN")
    assert "Không xét danh hiệu" in text(
        office.get(reverse("office:collective_ladder", args=[many.ref]))
    )
    assert "Huân chương Hữu nghị" in text(
        office.get(reverse("office:give_collective", args=[many.ref]))
    )


def test_bodies_countries_and_vietnamese_people_have_no_such_page(office: Client) -> None:
    body, someone, country = factories.organisation(), factories.person(), foreigner().organisation

    for address in (
        reverse("office:give_collective", args=[body.ref]),
        reverse("office:give_collective", args=[country.ref]),
        reverse("office:give_person", args=[someone.ref]),
        reverse("office:body", args=[country.ref]),
    ):
        assert office.get(address).status_code == 404
    assert "Trong sổ khen thưởng: nước" in text(
        office.get(reverse("office:collective", args=[country.ref]))
    )


def test_the_inspector_reads_and_enters_nothing() -> None:
    home, who = household(), foreigner()
    inspector = signed_in(Role.INSPECTOR)

    shown = text(inspector.get(reverse("office:recipients")))

    assert HOUSEHOLD in shown
    assert reverse("office:register_household") not in shown
    for record in (
        reverse("office:collective", args=[home.ref]),
        reverse("office:person", args=[who.ref]),
    ):
        assert "ghi-khen" not in text(inspector.get(record))


def test_the_commune_of_a_household_shows_what_it_is_called_today(office: Client) -> None:
    home = household()
    heir = commune("Xã Mới Mây")
    old = home.parent
    assert old is not None
    merged_into(old, heir, office)

    shown = text(office.get(reverse("office:collective", args=[home.ref])))

    assert "Xã Mường Hum Mây (nay là Xã Mới Mây)" in shown


def merged_into(old: Organisation, heir: Organisation, office: Client) -> None:
    office.post(
        reverse("office:merge_body", args=[old.ref]),
        {
            "version": old.version, "on": "2025-07-01", "decision_no": "1/NQ",
            "decided_on": "2025-06-16", "issued_by": "Quốc hội", "heir": heir.ref,
        },
    )  # fmt: skip
    event = old.__class__.objects.get(pk=old.pk)
    head = signed_in(Role.OFFICE_HEAD)
    waiting = factories.newest_event()
    head.post(
        reverse("office:confirm_body_event", args=[waiting.ref]), {"version": waiting.version}
    )
    event.refresh_from_db()
    assert event.until is not None


def test_a_unit_searches_no_household_and_has_no_choice_of_one(office: Client) -> None:
    home = household()
    unit = signed_in(Role.UNIT_OFFICER, unit=factories.organisation())

    found = text(unit.get(reverse("units:search"), {"q": "bậc thang", "loai": "ho-gia-dinh"}))

    assert HOUSEHOLD not in found
    assert "ho-gia-dinh" not in found
    assert unit.get(reverse("units:collective", args=[home.ref])).status_code == 404
    asked = {"q": "bậc thang", "loai": "ho-gia-dinh"}
    assert HOUSEHOLD in text(office.get(reverse("office:search"), asked))


def test_the_pages_take_the_same_queries_for_one_and_three(
    office: Client, django_assert_max_num_queries: Any
) -> None:
    household()
    collective()
    foreigner()
    address = reverse("office:recipients")
    office.get(address)
    with django_assert_max_num_queries(100) as few:
        office.get(address)
    household("Hộ bà Lù Thị Suối", of=Organisation.objects.get(kind="COMMUNE"))
    collective("Quỹ Suối Trong", "Na Uy")
    foreigner("Olav Fjell-Bekk", "Na Uy")
    with django_assert_max_num_queries(100) as more:
        office.get(address)

    assert len(few) == len(more)


def test_what_was_done_is_told_on_the_record(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY
    said = {"name": "Hộ ông Lù Văn Nương Ngô", "commune": commune().ref}

    done = signed_in(Role.SPECIALIST).post(reverse("office:register_household"), said, follow=True)

    assert "Đã ghi vào sổ." in done.content.decode().replace("\u00a0", " ")
