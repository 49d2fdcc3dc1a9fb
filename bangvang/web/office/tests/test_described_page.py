"""The page that enters sex and ethnic group, and who reads them."""

import pytest
from django.urls import reverse
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.models import Person
from bangvang.registry.tests.factories import organisation, person
from bangvang.web.office.tests.test_records import signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def lua() -> Person:
    return person("Vàng Thị Lúa Chín", unit=organisation("Sở Y tế tỉnh Lào Cai"))


def test_the_office_sees_and_enters_it_and_a_unit_does_not(lua: Person, settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY
    office = signed_in(Role.SPECIALIST)
    page = reverse("office:describe_person", args=[lua.ref])
    seen = {"seen_sex": "", "seen_ethnicity": ""}
    assert "Ghi giới tính, dân tộc" in text(office, reverse("office:person", args=[lua.ref]))
    wrong = office.post(page, {"sex": "F", "ethnicity": "Mông", "reason": "", **seen})
    assert wrong.status_code == 422

    said = {"sex": "F", "ethnicity": "Mông", "reason": "Bản khai", **seen}
    done = office.post(page, said, follow=True)

    told = done.content.decode().replace("\u00a0", " ")
    assert "nữ, dân tộc Mông" in told
    assert "Đã ghi giới tính, dân tộc." in told
    assert office.post(page, said).status_code == 422
    unit = signed_in(Role.UNIT_OFFICER, lua.organisation)
    assert "Mông" not in text(unit, reverse("units:person", args=[lua.ref]))
    assert unit.get(page).status_code == 403
