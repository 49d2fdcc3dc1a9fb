"""Before a list is made: what is needed, and a list that starts from an earlier one."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import Nomination, Upload
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import grade, organisation, person

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Ủy ban nhân dân xã Suối Mây")


@pytest.fixture
def officer(client: Client, unit: Any) -> Client:
    client.force_login(account("donvi", Role.UNIT_OFFICER, unit=unit), backend=BACKEND)
    return client


@pytest.fixture
def earlier(unit: Any) -> Any:
    """A list of a year before: one stayed, has a namesake, one left, one was withdrawn."""
    before = make.round_(
        "Đợt xét năm 2024", opens_on=date(2025, 8, 1), submit_by=date(2025, 9, 1),
        ballot_by=date(2025, 9, 9), achievement_year=2024,
    )  # fmt: skip
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=before)
    stayed = person("Vàng Thị Lúa Chín", birth_on=None, unit=unit)
    person("Vàng Thị Lúa Chín", birth_on=None, unit=unit)
    grade(stayed, 2025)
    left = person("Lù Văn Suối", birth_on=date(1980, 1, 2), unit=organisation("Sở Gió Núi"))
    make.nomination(batch, State.GRANTED, row=2, person=stayed)
    make.nomination(batch, State.GRANTED, row=3, person=left, name="Lù Văn Suối")
    make.nomination(batch, State.WITHDRAWN, row=4, name="Đỗ Văn Đã Rút")
    return batch


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def test_without_a_round_the_page_says_so(officer: Client) -> None:
    assert "Chưa có đợt nào mở" in text(officer.get(reverse("units:needed")))


def test_what_is_needed_names_papers_with_their_clause_and_the_last_day(officer: Client) -> None:
    make.round_()

    unchosen = text(officer.get(reverse("units:needed")))
    said = text(officer.get(reverse("units:needed"), {"danh-hieu": ["CSTDT", "KHONG_CO"]}))

    assert "Chưa chọn danh hiệu" in unchosen
    assert "Biên bản bình xét đã ký" in unchosen
    assert "Báo cáo thành tích" in said
    assert "khoản 1 Điều 84" in said
    assert "18/09/2026" in said


def test_a_round_of_few_awards_offers_only_them(officer: Client) -> None:
    few = make.round_()
    few.award_codes = ["CSTDT"]
    few.save()

    said = text(officer.get(reverse("units:needed"), {"danh-hieu": ["CSTDT", "BK_TINH"]}))

    assert 'value="CSTDT" checked' in said
    assert "BK_TINH" not in said


def test_who_left_is_marked_and_not_ticked(officer: Client, earlier: Any) -> None:
    make.round_()

    said = text(officer.get(reverse("units:start_from_earlier", args=[earlier.ref])))

    assert said.count("checked>") == 1
    near = said.split("đủ điều kiện tính được: ")[1].split("<")[0]
    assert near == "Lao động tiên tiến; Chiến sĩ tiên tiến"
    assert "Sổ không ghi ở đơn vị" in said
    assert "Sở Gió Núi" not in said
    assert "Đỗ Văn Đã Rút" not in said


def test_a_list_starts_from_an_earlier_one_and_is_checked_at_once(
    officer: Client, earlier: Any
) -> None:
    in_round = make.round_()
    stayed = Nomination.objects.get(batch=earlier, source_row=2)
    address = reverse("units:start_from_earlier", args=[earlier.ref])
    form = {"dot": in_round.ref, "chon": [stayed.ref], f"hinh-thuc-{stayed.ref}": "CSTDT"}

    answer = officer.post(address, form)
    shown = text(officer.get(answer["Location"]))
    saved = officer.post(answer["Location"] + "luu/")
    again = officer.post(address, form)

    assert "Vàng Thị Lúa Chín" in shown
    assert Upload.objects.get(ref=answer["Location"].split("/")[-2]).choices == {
        "2": stayed.person.ref if stayed.person else ""
    }
    row = Nomination.objects.exclude(batch=earlier).get()
    assert (row.person, row.achievement_year, row.achievement) == (stayed.person, 2025, "")
    assert saved.status_code == 302
    assert "đã được lưu thành danh sách" in text(again, 422)
    assert Entry.objects.filter(verb="start_from_earlier").count() == 1


def test_nobody_ticked_or_no_award_is_answered(officer: Client, earlier: Any) -> None:
    address = reverse("units:start_from_earlier", args=[earlier.ref])
    without_round = officer.post(address, {})
    in_round = make.round_()
    stayed = Nomination.objects.get(batch=earlier, source_row=2)

    nobody = officer.post(address, {"dot": in_round.ref})
    no_award = officer.post(address, {"dot": in_round.ref, "chon": [stayed.ref]})

    assert "Chưa có đợt nào" in text(without_round, 422)
    assert "Chưa chọn ai" in text(nobody, 422)
    assert "1 dòng được chọn chưa có hình thức" in text(no_award, 422)


def test_another_unit_s_list_is_not_found(officer: Client, earlier: Any) -> None:
    stranger = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Khác"), number=9,
                          in_round=earlier.round)  # fmt: skip

    shown = officer.get(reverse("units:start_from_earlier", args=[stranger.ref]))

    assert shown.status_code == 404
    assert stranger.ref not in text(officer.get(reverse("units:earlier")))
