"""Shares over whole lists, and the law's own limit of appraisal, on the office's pages."""

from datetime import date
from itertools import count
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import bar, initiative, organisation, person
from bangvang.registry.tests.test_holdings import enter, past

pytestmark = pytest.mark.django_db

RECEIVED = date(2022, 4, 19)
NUMBERS = count(1)
SHARE = "Tỷ lệ trên cả danh sách"


@pytest.fixture(autouse=True)
def _april(settings: Settings) -> None:
    settings.BANGVANG_DAY = RECEIVED


@pytest.fixture
def specialist() -> Client:
    return signed_in("chuyenvien", Role.SPECIALIST, organisation("Phòng Thi đua, khen thưởng"))


def signed_in(username: str, role: Role, unit: Any) -> Client:
    client = Client()
    backend = "bangvang.accounts.backend.AccountBackend"
    client.force_login(account(username, role, unit=unit), backend=backend)
    return client


def text(client: Client, name: str, *args: str) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def round_of_2021() -> Any:
    return make.round_(
        f"Đợt xét năm 2021, lần {next(NUMBERS)}",
        achievement_year=2021,
        opens_on=date(2022, 3, 1),
        submit_by=date(2022, 4, 30),
        ballot_by=date(2022, 6, 10),
    )


def list_of(
    *codes: str,
    in_round: Any = None,
    name: str = "Sở Y tế",
    number: int = 1,
    state: State = State.APPRAISED,
    titled: int = 0,
    received_on: date = RECEIVED,
) -> Any:
    """Return a list of one unit, of whose people the register knows `titled` with LĐTT of 2021."""
    unit = organisation(name)
    for n in range(titled):
        enter(person(f"Người {n}", unit=unit), past("LDTT", 2021))
    made = make.batch(
        BatchState.SUBMITTED,
        unit=unit,
        in_round=in_round or round_of_2021(),
        received_on=received_on,
        number=number,
    )
    for row, code in enumerate(codes, start=1):
        make.nomination(made, state, row=row, name=f"Giàng A {row}", award_code=code)
    return made


def test_a_list_over_the_share_says_by_how_many_and_by_which_clause(specialist: Client) -> None:
    handed_in = list_of("CSTDCS", "CSTDCS", titled=4)

    said = text(specialist, "office:batch", handed_in.ref)

    assert SHARE in said
    assert "Vượt tỷ lệ" in said
    assert "nhiều quá 1 đến 2 người" in said
    assert "khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP" in said


def test_a_base_that_nobody_knows_is_said(specialist: Client) -> None:
    handed_in = list_of("CSTDCS")

    assert "chưa rõ số cá nhân" in text(specialist, "office:batch", handed_in.ref)


def test_where_no_share_is_set_nothing_is_shown(specialist: Client) -> None:
    assert SHARE not in text(specialist, "office:batch", list_of("CSTDT", titled=1).ref)
    later = list_of("CSTDCS", name="Sở khác", number=2, received_on=date(2024, 3, 1))
    assert SHARE not in text(specialist, "office:batch", later.ref)


def test_rows_that_fell_out_are_not_counted(specialist: Client) -> None:
    handed_in = list_of("CSTDCS", "CSTDCS", titled=7, state=State.WITHDRAWN)

    assert SHARE not in text(specialist, "office:batch", handed_in.ref)


def test_the_round_puts_the_lists_together_unit_by_unit(specialist: Client) -> None:
    shared = round_of_2021()
    list_of("CSTDCS", in_round=shared, titled=20)
    list_of("CSTDCS", in_round=shared, name="Sở Xây dựng", number=2)
    list_of("CSTDCS", name="Sở của đợt khác", number=3)

    said = text(specialist, "office:round", shared.ref)

    assert said.count("Đề nghị 1 người") == 2
    assert "Trong tỷ lệ" in said
    assert "Sở Xây dựng" in said
    assert "Sở của đợt khác" not in said
    assert reverse("office:round", args=[shared.ref]) in text(specialist, "office:rounds")
    assert specialist.get(reverse("office:round", args=["khong-co"])).status_code == 404


def test_a_unit_sees_its_own_share_and_nothing_of_a_recorded_bar() -> None:
    unit = organisation("Sở Y tế")
    held = person(unit=unit)
    enter(held, past("LDTT", 2021))
    initiative(held, 2021)
    draft = make.batch(unit=unit, in_round=round_of_2021())
    make.nomination(draft, person=held, name=held.full_name, award_code="CSTDCS")
    officer = signed_in("donvi", Role.UNIT_OFFICER, unit)

    before = text(officer, "units:batch", draft.ref)
    bar(held, since=date(2022, 1, 4))
    after = text(officer, "units:batch", draft.ref)

    assert "Đề nghị 1 người trên 1 cá nhân" in before
    assert (
        before.split(SHARE, 1)[1].split("</table>")[0]
        == (after.split(SHARE, 1)[1].split("</table>")[0])
    )


def test_the_limit_of_the_law_stands_beside_the_rounds_deadline(specialist: Client) -> None:
    handed_in = list_of("CSTDT", state=State.SUBMITTED)

    page = text(specialist, "office:batch", handed_in.ref)
    today = text(specialist, "office:today")

    for said in (page, today):
        assert "25 ngày làm việc" in said
        assert "khoản 2 Điều 48 Nghị định 91/2017/NĐ-CP" in said
        assert "26/05/2022" in said
        assert "10/06/2022" in said


@pytest.mark.parametrize("day", [date(2024, 4, 19), date(2025, 6, 30), date(2025, 7, 1)])
def test_there_is_no_limit_where_its_clause_was_not_read(specialist: Client, day: date) -> None:
    handed_in = list_of("CSTDT", state=State.SUBMITTED, received_on=day)

    assert "Hạn thẩm định" not in text(specialist, "office:batch", handed_in.ref)


def test_no_limit_for_what_the_state_decides_or_what_has_left_the_office(
    specialist: Client,
) -> None:
    state = list_of("BK_TTG", state=State.SUBMITTED)
    done = list_of("CSTDT", name="Sở khác", number=2, state=State.READY)

    for handed_in in (state, done):
        assert "Hạn thẩm định" not in text(specialist, "office:batch", handed_in.ref)
