"""Rows of one award side by side."""

from typing import Any

import pytest
from django.urls import reverse
from pytest_django import Settings

from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation
from bangvang.web.office.tests.test_appraisal_pages import press, signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def test_rows_of_one_award_are_compared_what_differs_first() -> None:
    specialist = signed_in("chuyenvien", Role.SPECIALIST, organisation("Phòng Thi đua"))
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    rows: list[Any] = [
        make.nomination(handed_in, State.SUBMITTED, row=n, name=name, person=fighter(*years))
        for n, name, years in ((1, "Lù Văn Đủ", (2023, 2024, 2025)), (2, "Lù Văn Thiếu", (2024,)))
    ]
    other = make.nomination(handed_in, State.SUBMITTED, row=3, award_code="BK_TINH")
    draft = make.nomination(make.batch(in_round=handed_in.round), name="Người Còn Nháp")
    press(specialist, "take_up", handed_in.ref)

    assert "So sánh các hồ sơ đã chọn" in text(specialist, reverse("office:nominations"))
    shown = text(specialist, address(rows[0].ref, rows[1].ref))
    differing, alike = shown.split('id="giong-nhau"')
    assert "Không đủ điều kiện" in differing
    assert "3 lần (2025, 2024, 2023)" in differing
    assert "1 lần (2024)" in differing
    assert "Sở Y tế" in alike

    assert "Chọn từ 2 đến 4 dòng" in text(specialist, address(rows[0].ref), 422)
    assert "cùng một danh hiệu" in text(specialist, address(rows[0].ref, other.ref), 422)
    assert specialist.get(address(rows[0].ref, draft.ref)).status_code == 404


def address(*refs: str) -> str:
    return f"{reverse('office:compare')}?{'&'.join(f'chon={ref}' for ref in refs)}"


def test_the_list_of_rows_is_narrowed_to_an_award() -> None:
    inspector = signed_in("thanhtra", Role.INSPECTOR, organisation("Thanh tra"))
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    make.nomination(handed_in, State.CHECKED, name="Người Chiến Sĩ")
    make.nomination(handed_in, State.CHECKED, row=2, name="Người Bằng Khen", award_code="BK_TINH")

    said = text(inspector, f"{reverse('office:nominations')}?danh-hieu=BK_TINH")

    assert "Người Bằng Khen" in said
    assert "Người Chiến Sĩ" not in said
