"""Going through rows one after the other on the pages of the office."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation
from bangvang.web.office.tests.test_appraisal_pages import press, signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office() -> Any:
    return organisation("Phòng Thi đua, khen thưởng")


@pytest.fixture
def specialist(office: Any) -> Client:
    return signed_in("chuyenvien", Role.SPECIALIST, office)


@pytest.fixture
def listed(specialist: Client) -> list[Nomination]:
    """Three rows that the specialist has taken up."""
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    rows = [
        make.nomination(handed_in, State.SUBMITTED, row=n, name=f"Lù Văn {n}", person=fighter(2024))
        for n in (1, 2, 3)
    ]
    press(specialist, "take_up", handed_in.ref)
    return rows


def turn(row: Nomination, scope: str = "") -> str:
    """Return the address of a row that is looked at in turn."""
    return f"{reverse('office:nomination', args=[row.ref])}?luot={scope or row.batch.ref}"


def on(row: Nomination, after: Nomination | None = None, scope: str = "") -> str:
    address = reverse("office:go_on", args=[scope or row.batch.ref])
    return f"{address}?sau={after.ref}" if after else address


def conclude(client: Client, name: str, row: Nomination, **said: object) -> Any:
    address = f"{reverse(f'office:{name}', args=[row.ref])}?luot={row.batch.ref}"
    return client.post(address, {"version": 2, "reason": "Thiếu báo cáo.", **said}, follow=True)


def test_a_list_is_gone_through_to_its_end_and_what_was_passed_over_is_counted(
    specialist: Client, listed: list[Nomination]
) -> None:
    first, second, third = listed
    assert "Thẩm định lần lượt" in text(specialist, reverse("office:batch", args=[first.batch.ref]))
    assert specialist.get(on(first))["Location"] == turn(first)
    shown = text(specialist, turn(first))
    assert "dòng 1/3" in shown
    assert "còn 3 dòng chưa kết luận" in shown
    assert 'accesskey="b"' in shown

    assert specialist.get(on(first, after=first))["Location"] == turn(second)
    answer = conclude(specialist, "return_row", second)
    assert answer.redirect_chain[-1][0] == turn(third)
    shown = answer.content.decode()
    assert "dòng 3/3" in shown
    assert "1 dòng đã bỏ qua phía trước" in shown
    answer = conclude(specialist, "return_row", third)
    assert answer.redirect_chain[-1][0] == reverse("office:batch", args=[first.batch.ref])
    assert "Còn 1 dòng chưa kết luận" in answer.content.decode().replace("\u00a0", " ")


def test_what_somebody_else_concluded_meanwhile_is_told(
    specialist: Client, office: Any, listed: list[Nomination]
) -> None:
    first, second, third = listed
    other = signed_in("khac", Role.SPECIALIST, office)
    assert conclude(other, "return_row", second).status_code == 200

    refused = conclude(specialist, "return_row", second, reason="Lời tôi vừa viết.")
    said = refused.content.decode().replace("\u00a0", " ")
    assert refused.status_code == 422
    assert "Người khác đã kết luận dòng này" in said
    assert "Lù Thị Khac" in said
    assert "Lời tôi vừa viết." in said
    assert "Người khác đã kết luận dòng này" in text(specialist, turn(second))

    passed = specialist.get(on(first, after=first), follow=True)
    assert passed.redirect_chain[-1][0] == turn(third)
    assert "Người khác đã kết luận: Lù Văn 2" in passed.content.decode().replace("\u00a0", " ")


def test_the_own_queue_holds_what_the_officer_holds_nearest_limit_first(
    specialist: Client, office: Any, listed: list[Nomination]
) -> None:
    soon = make.batch(
        BatchState.SUBMITTED,
        unit=organisation("Sở Tư pháp"),
        in_round=make.round_("Đợt gấp", ballot_by=date(2026, 9, 20)),
        number=2,
    )
    urgent = make.nomination(soon, State.SUBMITTED, person=fighter(2024))
    other = signed_in("khac", Role.SPECIALIST, office)
    assert press(specialist, "take_up", soon.ref)[0] == 302

    assert specialist.get(on(urgent, scope="cua-toi"))["Location"] == turn(urgent, "cua-toi")
    assert "Hồ sơ của tôi: dòng 1/4" in text(specialist, turn(urgent, "cua-toi"))
    assert "Thẩm định lần lượt" in text(specialist, reverse("office:today"))
    assert "Thẩm định lần lượt" not in text(other, reverse("office:today"))
    ended = other.get(on(urgent, scope="cua-toi"))
    assert ended["Location"] == reverse("office:today")
    assert "Hồ sơ của tôi" not in text(other, turn(urgent, "cua-toi"))


def test_an_odd_address_is_unseen_and_who_only_reads_sees_the_row_alone(
    specialist: Client, office: Any, listed: list[Nomination]
) -> None:
    assert specialist.get(turn(listed[0], "khong-co")).status_code == 404
    assert specialist.get(on(listed[0], scope="khong-co")).status_code == 404
    inspector = signed_in("thanhtra", Role.INSPECTOR, office)
    assert inspector.get(on(listed[0])).status_code == 403
    assert "Kết luận dòng này" not in text(inspector, turn(listed[0]))
