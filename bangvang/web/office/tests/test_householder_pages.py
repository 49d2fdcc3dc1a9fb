"""On the pages: who heads a household, its other records, and two of them made one."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from bangvang.foundation.actor import Role
from bangvang.registry.models import Householder, Merge
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.test_households_joined import FAMILY, two
from bangvang.registry.tests.test_recipients import HOUSEHOLD, collective, household
from bangvang.web.office.tests.test_recipient_pages import signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    return signed_in(Role.SPECIALIST)


def address(name: str, *refs: str) -> str:
    return reverse(f"office:{name}", args=refs)


def test_a_head_is_looked_for_named_and_taken_away(office: Client) -> None:
    home, who = household(), person("Lù Văn Bậc Thang")
    record, naming = address("collective", home.ref), address("householder", home.ref)
    assert naming in text(office.get(record))
    asked = text(office.get(naming))
    assert 'value="Lù Văn Bậc Thang"' in asked
    assert f'value="{who.ref}"' in asked

    assertRedirects(office.post(naming, {"person": who.ref, "seen": ""}), record)

    assert address("person", who.ref) in text(office.get(record))
    assert record in text(office.get(address("person", who.ref)))
    assert "Đang là chủ hộ" in text(office.get(naming))
    again = text(office.post(naming, {"person": who.ref, "seen": ""}), 409)
    assert "Người khác vừa lưu thay đổi" in again
    assert "Sổ đang ghi đúng" in text(
        office.post(naming, {"person": who.ref, "seen": who.ref}), 409
    )
    assertRedirects(office.post(naming, {"seen": who.ref}), record)
    assert not Householder.objects.exists()
    assert "Hộ này chưa ghi chủ hộ" in text(office.post(naming, {"seen": ""}), 409)


def test_only_a_household_has_a_head_and_only_what_is_apart_such_another_record(
    office: Client,
) -> None:
    group, body = collective(), organisation()

    assert office.get(address("householder", group.ref)).status_code == 404
    assert office.post(address("householder", body.ref), {"seen": ""}).status_code == 404
    assert office.get(address("other_apart", body.ref)).status_code == 404
    shown = text(office.get(address("collective", group.ref)))
    assert address("other_apart", group.ref) in shown
    assert address("householder", group.ref) not in shown
    assert "Không có bản ghi nào khác" in text(office.get(address("other_apart", group.ref)))


def test_the_inspector_reads_the_head_and_names_none() -> None:
    home, who = household(), person()
    office, inspector = signed_in(Role.SPECIALIST), signed_in(Role.INSPECTOR)
    office.post(address("householder", home.ref), {"person": who.ref, "seen": ""})

    shown = text(inspector.get(address("collective", home.ref)))

    assert who.full_name in shown
    assert address("householder", home.ref) not in shown


def test_from_another_record_to_one_household_and_back(office: Client) -> None:
    kept, merged = two()
    found = text(office.get(address("other_apart", kept.ref)))
    compare = address("two_records", "tap-the", kept.ref, merged.ref)
    assert compare in found
    shown = text(office.get(compare))
    assert "Xã, phường hoặc nước" in shown
    assert "Hoạt động từ" not in shown

    office.post(
        address("propose_merge", "tap-the", kept.ref, merged.ref),
        {"reason": "Cùng sổ hộ khẩu", "seen": seen_in(office.get(compare))},
    )
    head, ref = signed_in(Role.OFFICE_HEAD), Merge.objects.get().ref
    assert FAMILY in text(head.get(address("merge", ref)))
    head.post(address("confirm_merge", ref), {"version": 1})

    old = office.get(address("collective", merged.ref))
    assertRedirects(old, address("collective", kept.ref))
    assert FAMILY not in text(office.get(reverse("office:recipients")))
    head.post(address("undo_merge", ref), {"version": 2, "reason": "Hai hộ khác nhau"})
    listed = text(office.get(reverse("office:recipients")))
    assert FAMILY in listed
    assert HOUSEHOLD in listed


def seen_in(answer: Any) -> str:
    return str(answer.context["form"].initial["seen"])
