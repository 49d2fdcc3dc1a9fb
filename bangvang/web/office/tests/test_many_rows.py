"""Pages of the office where there are many rows: in portions, gathered by list, all reachable."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation
from bangvang.web.office import narrowing, rows_today
from bangvang.web.office.tests.test_appraisal_pages import signed_in, text
from bangvang.web.office.views import all_nominations, batches

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def specialist() -> Client:
    return signed_in("chuyenvien", Role.SPECIALIST, organisation("Phòng Thi đua, khen thưởng"))


@pytest.fixture
def head() -> Client:
    return signed_in("truongphong", Role.OFFICE_HEAD, organisation("Phòng Thi đua, khen thưởng"))


MINE = "Lù Thị Chuyenvien"


def names(said: str) -> list[str]:
    return re.findall(r"Người thứ \d+", re.sub(r'aria-label="[^"]*"', "", said))


def a_list(rows: int, state: State = State.CHECKED, *, number: int = 1, first: int = 1) -> str:
    unit = organisation(f"Sở Số {number}")
    round_ = make.round_(title=f"Đợt thứ {number}")
    batch = make.batch(BatchState.SUBMITTED, unit=unit, number=number, in_round=round_)
    for row in range(rows):
        make.nomination(
            batch, state, row=row + 1, name=f"Người thứ {first + row}", holder=MINE,
            at=AT - timedelta(days=number),
        )  # fmt: skip
    return batch.ref


def test_all_rows_come_in_pages_and_the_filter_stays(
    specialist: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(all_nominations, "A_PAGE", 3)
    a_list(4)
    a_list(2, State.RETURNED, number=2, first=5)
    address = reverse("office:nominations")

    first = text(specialist, address)
    second = text(specialist, f"{address}?trang=2")
    checked = text(specialist, f"{address}?trang-thai=CHECKED&trang=2")

    assert names(first) == ["Người thứ 5", "Người thứ 6", "Người thứ 1"]
    assert names(second) == ["Người thứ 2", "Người thứ 3", "Người thứ 4"]
    assert names(checked) == ["Người thứ 4"]
    assert "Dòng 1 đến 3 trong 6" in first
    assert "?trang-thai=CHECKED&amp;trang=1" in checked
    assert ">(6)<" in first


@pytest.mark.parametrize("page", ["3", "0", "99999"])
def test_a_page_that_is_not_there_is_not_found(specialist: Client, page: str) -> None:
    a_list(1)

    assert specialist.get(reverse("office:nominations"), {"trang": page}).status_code == 404


def test_rows_are_narrowed_to_a_round(specialist: Client) -> None:
    a_list(1)
    other = make.batch(
        BatchState.SUBMITTED, unit=organisation("Sở Khác"), number=2,
        in_round=make.round_(title="Đợt đột xuất"),
    )  # fmt: skip
    make.nomination(other, State.CHECKED, name="Người thứ 9")

    said = text(specialist, reverse("office:nominations") + f"?dot={other.round.ref}")
    nowhere = text(specialist, reverse("office:nominations") + "?dot=khong-co")

    assert names(said) == ["Người thứ 9"]
    assert names(nowhere) == ["Người thứ 9", "Người thứ 1"]


def test_lists_come_in_pages(specialist: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "A_PAGE", 2)
    for number in (1, 2, 3):
        a_list(1, number=number)

    first = text(specialist, reverse("office:batches"))
    second = text(specialist, reverse("office:batches") + "?trang=2")

    assert len(re.findall(r"Sở Số \d", first)) == 2
    assert len(re.findall(r"Sở Số \d", second)) == 1
    assert "Danh sách 1 đến 2 trong 3" in first


def test_one_list_comes_in_pages_and_all_of_it_can_be_ticked(
    specialist: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowing, "A_PAGE", 2)
    address = reverse("office:batch", args=[a_list(5)])

    last = text(specialist, f"{address}?trang=3")
    ticked = text(specialist, f"{address}?chon=tat-ca&trang=3")

    assert names(last) == ["Người thứ 5"]
    assert "Chọn cả 5 dòng" in last
    assert len(names(ticked)) == ticked.count(" checked ") == 5
    assert 'aria-label="Trang của danh sách"' not in ticked


def test_an_empty_list_has_one_page(specialist: Client) -> None:
    address = reverse("office:batch", args=[a_list(0)])

    assert "Không có dòng nào hợp với điều kiện lọc" in text(specialist, address)
    assert "Không có dòng nào hợp" in text(specialist, f"{address}?chon=tat-ca")


def test_a_few_rows_are_named_on_the_first_page_and_many_are_gathered(
    specialist: Client,
) -> None:
    a_list(5)
    many = a_list(6, number=2, first=6)

    said = text(specialist, reverse("office:today"))

    assert names(said) == [f"Người thứ {number}" for number in range(1, 6)]
    assert "Thẩm định 6 hồ sơ của Sở Số 2" in said
    assert reverse("office:go_on", args=[many]) in said


def test_what_waits_at_units_is_gathered_and_cut(
    head: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_today, "MOST_LINES", 2)
    many = a_list(6, State.RETURNED, number=2)
    a_list(2, State.RETURNED, first=7)

    said = text(head, reverse("office:today"))

    assert "8 dòng" in said
    assert f"{reverse('office:batch', args=[many])}?trang-thai=RETURNED" in said
    assert "6 dòng, số tiếp nhận" in said
    assert names(said) == ["Người thứ 7"]
    assert "xem mọi dòng trả lại" in said
