"""The office says on a page who in the register a row means."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.tests.test_link_person import NAME, WHY, moved_person, taken_up
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def specialist(settings: Settings, client: Client) -> Client:
    settings.BANGVANG_DAY = DAY
    who = account("chuyenvien", Role.SPECIALIST, unit=organisation("Phòng Thi đua, khen thưởng"))
    client.force_login(who, backend="bangvang.accounts.backend.AccountBackend")
    return client


def said(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    return str(answer.content.decode()).replace("\u00a0", " ")


def test_a_row_that_may_mean_somebody_elsewhere_is_compared_and_goes_on(
    specialist: Client,
) -> None:
    moved, row = moved_person(), taken_up(organisation("Sở Y tế tỉnh Lào Cai"))
    case = reverse("office:nomination", args=[row.ref])
    there = reverse("office:link_person", args=[row.ref])
    shown = said(specialist.get(case))
    assert "Đối chiếu với sổ khen thưởng" in shown
    assert "Chưa chấp nhận được" in shown
    asked = said(specialist.get(there))
    assert (NAME in asked, moved.organisation.name in asked) == (True, True)
    assert "Hãy chọn một người" in said(specialist.post(there, {"version": row.version}), 422)
    other = {"version": row.version, "person_ref": "khong-co", "reason": WHY}
    said(specialist.post(there, other), 422)
    no_words = {"version": row.version, "person_ref": moved.ref, "reason": "."}
    assert "Cần ghi lý do" in said(specialist.post(there, no_words), 422)

    specialist.post(there, {"version": row.version, "person_ref": moved.ref, "reason": WHY})

    after = said(specialist.get(case))
    assert "Chưa chấp nhận được" not in after
    assert reverse("office:person", args=[moved.ref]) in after
    assert there not in after  # only the head changes an answer
    again = {"version": row.version + 1, "person_ref": "new", "reason": WHY}
    assert "Trưởng phòng ghi" in said(specialist.post(there, again), 422)


def test_where_nobody_has_the_name_there_is_nothing_to_say(specialist: Client) -> None:
    row = taken_up(organisation("Sở Y tế tỉnh Lào Cai"))
    there = reverse("office:link_person", args=[row.ref])
    assert "không có ai trùng họ tên" in said(specialist.get(there))
    assert row.identity == "NEW"
