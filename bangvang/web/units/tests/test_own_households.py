"""A commune's unit reads the households of its own commune, and of no other."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.name_householder import name_householder
from bangvang.registry.actions.record_recipient_award import record_recipient_award
from bangvang.registry.models import Award, Organisation
from bangvang.registry.tests import factories
from bangvang.registry.tests.import_files import SPECIALIST
from bangvang.registry.tests.test_households_joined import commune_became
from bangvang.registry.tests.test_recipients import (
    DECISION,
    HOUSEHOLD,
    ORGANISATION,
    commune,
    household,
)

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"


def officer_of(unit: Organisation) -> Client:
    client = Client()
    client.force_login(account(unit.ref[:8], Role.UNIT_OFFICER, unit=unit), backend=BACKEND)
    return client


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def pages_of(home: Organisation, award: Award) -> list[str]:
    return [
        reverse("units:collective", args=[home.ref]),
        reverse("units:collective_award", args=[home.ref, award.ref]),
    ]


@pytest.fixture
def home() -> Organisation:
    made = household()
    record_recipient_award(ORGANISATION, made.ref, DECISION, actor=SPECIALIST, at=AT)
    return made


def parent_of(home: Organisation) -> Organisation:
    assert home.parent is not None
    return home.parent


def test_a_commune_reads_its_households_with_their_awards(home: Organisation) -> None:
    head = factories.person("Sùng A Lúa Nếp")
    name_householder(home.ref, head.ref, seen="", actor=SPECIALIST, at=AT)
    factories.bar(home, note="Chỉ cơ quan thường trực đọc")
    client = officer_of(parent_of(home))
    assert reverse("units:households") in text(client, reverse("units:ladders"))

    listed = text(client, reverse("units:households"))
    shown, award = (text(client, page) for page in pages_of(home, Award.objects.get()))

    assert HOUSEHOLD in listed
    assert reverse("units:collective", args=[home.ref]) in listed
    assert "742/QĐ-UBND" in shown
    assert "Sùng A Lúa Nếp" not in shown
    assert "thường trực đọc" not in shown
    assert "hoạt động từ" not in shown
    assert "742/QĐ-UBND" in award
    assert HOUSEHOLD not in text(client, f"{reverse('units:households')}?q=nương+ngô")
    assert "Không tìm thấy hộ nào" in text(client, f"{reverse('units:households')}?q=nương+ngô")


def test_another_unit_reads_nothing_of_it(home: Organisation) -> None:
    other = officer_of(commune("Xã Nậm Sương"))
    office = officer_of(factories.organisation())

    assert HOUSEHOLD not in text(other, reverse("units:households"))
    assert reverse("units:households") not in text(office, reverse("units:ladders"))
    assert office.get(reverse("units:households")).status_code == 404
    for client in (other, office):
        for page in pages_of(home, Award.objects.get()):
            assert client.get(page).status_code == 404


def test_the_commune_that_took_another_over_reads_its_households(home: Organisation) -> None:
    heir = commune("Xã Mới Mây")
    commune_became(parent_of(home), heir)
    client = officer_of(heir)

    assert "Xã Mường Hum Mây" in text(client, reverse("units:households"))
    for page in pages_of(home, Award.objects.get()):
        assert HOUSEHOLD in text(client, page)
    assert client.get(f"{reverse('units:households')}?trang=2").status_code == 404


def found_by(client: Client, words: str, **more: str) -> str:
    asked = urlencode({"q": words} | more)
    return text(client, f"{reverse('units:search')}?{asked}")


def test_a_commune_finds_its_households_in_the_search_and_no_others(home: Organisation) -> None:
    body = factories.organisation("Huyện Trên Mây", kind="DISTRICT")
    Organisation.objects.filter(pk=parent_of(home).pk).update(parent=body)
    own, other = officer_of(parent_of(home)), officer_of(commune("Xã Nậm Sương"))
    above = officer_of(body)
    address = reverse("units:collective", args=[home.ref])

    for words in ("bậc thang", "bac thang", "mường hum, bậc thang", '"Bậc Thang"', "742/QĐ-UBND"):
        assert address in found_by(own, words), words
        assert address not in found_by(above, words), words
        assert address not in found_by(other, words), words
    only = found_by(own, "", loai="ho-gia-dinh")
    assert address in only
    assert reverse("units:collective", args=[parent_of(home).ref]) not in only
    assert "ho-gia-dinh" not in found_by(above, "bậc thang", loai="ho-gia-dinh")
    assert address not in found_by(own, "bậc thang", loai="nguoi")


def test_the_search_finds_households_of_a_commune_that_was_taken_over(home: Organisation) -> None:
    heir = commune("Xã Mới Mây")
    commune_became(parent_of(home), heir)
    stayed = factories.person("Tẩn Láo Bậc Thang", unit=parent_of(home))

    client = officer_of(heir)
    found = found_by(client, "bậc thang")

    assert reverse("units:collective", args=[home.ref]) in found
    assert stayed.full_name not in found
    old = reverse("units:collective", args=[parent_of(home).ref])
    assert old not in found_by(client, "mường hum")
