"""What the case and the list say while a bar is open, and to whom."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.nominations.states import BEFORE_OFFICE, OVER, BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.actions.lift_bar import lift_bar
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.permissions import BarSaid, Lifting
from bangvang.registry.states import BarKind
from bangvang.registry.tests.factories import organisation
from bangvang.web.office.tests.test_bar_leaks import NAME, SPECIALIST, signed_in

pytestmark = pytest.mark.django_db

WAITS = "Chờ hết tạm dừng xét"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


def bar(who: Any) -> str:
    day = date(2026, 3, 2)
    said = BarSaid(BarKind.INVESTIGATED, day, "318/QĐ-TTr", day, "Thanh tra tỉnh")
    return record_bar(who.ref, said, actor=SPECIALIST, at=AT)


def taken_up(unit: Any, who: Any) -> Any:
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=make.round_(), with_papers=True)
    row = make.nomination(batch, State.SUBMITTED, person=who, name=NAME)
    take_up(batch.ref, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    return row


def case(client: Client, row: Any) -> str:
    return client.get(reverse("office:nomination", args=[row.ref])).content.decode()


def offered(said: str, row: Any) -> set[str]:
    names = (
        "accept", "overrule", "return_row", "check_again", "decline",
        "confirm_overrule", "reject_overrule", "letters",
    )  # fmt: skip
    return {name for name in names if reverse(f"office:{name}", args=[row.ref]) in said}


@pytest.mark.parametrize(
    ("state", "of_specialist", "of_head"),
    [
        (State.CHECKED, {"return_row", "check_again"}, {"return_row", "check_again", "decline"}),
        (State.OVERRULING, set(), {"reject_overrule"}),
        (State.APPRAISED, {"check_again", "letters"}, {"check_again", "letters"}),
        (State.READY, {"check_again", "letters"}, {"check_again", "letters"}),
    ],
)
def test_what_an_open_bar_refuses_waits_and_is_not_offered_for_overruling(
    unit: Any, state: State, of_specialist: set[str], of_head: set[str]
) -> None:
    who = fighter(2023, 2024, 2025, unit=unit)
    bar(who)
    row = taken_up(unit, who)
    row.state = state
    row.save()

    for role, open_ in ((Role.SPECIALIST, of_specialist), (Role.OFFICE_HEAD, of_head)):
        said = case(signed_in(role), row)
        assert WAITS in said
        assert offered(said, row) == open_
    assert WAITS not in case(signed_in(Role.INSPECTOR), row)


def test_the_page_of_letters_says_why_none_can_be_made(unit: Any) -> None:
    who = fighter(2023, 2024, 2025, unit=unit)
    bar(who)
    row = taken_up(unit, who)
    return_row(row.ref, "Chờ.", version=row.version, actor=SPECIALIST, at=AT)
    page, why = reverse("office:letters", args=[row.ref]), "nên chưa lập được thông báo"
    specialist = signed_in(Role.SPECIALIST, organisation("Phòng Thi đua, khen thưởng"))

    said = specialist.get(page).content.decode()
    refused = specialist.post(reverse("office:print_letter", args=[row.ref]))

    assert why in said
    assert "Lập thông báo gửi" not in said
    assert refused.status_code == 422
    assert why not in signed_in(Role.INSPECTOR).get(page).content.decode()


NOTICES = {
    State.SUBMITTED: "khi tiếp nhận, hệ thống tính cả mục đó",
    State.RETURNED: "đơn vị nộp lại thì",
    State.CHECKED: "đối chiếu lại trước khi kết luận",
    State.OVERRULING: "đối chiếu lại trước khi kết luận",
    State.APPRAISED: "đối chiếu lại trước khi kết luận",
    State.READY: "đối chiếu lại trước khi kết luận",
    State.ON_AGENDA: "Thư ký đưa dòng này ra khỏi chương trình",
    State.VOTED_FOR: "Trưởng phòng chưa ghi ý kiến của người có thẩm quyền",
    State.FORWARDED: "đã trình cấp trên; xem lại",
}


@pytest.mark.parametrize("state", [one for one in State if one not in BEFORE_OFFICE])
def test_a_bar_recorded_later_is_told_to_the_office_until_the_row_is_over(
    unit: Any, state: State
) -> None:
    who = fighter(2023, 2024, 2025, unit=unit)
    row = taken_up(unit, who)
    row.state = state
    row.save()
    bar(who)
    batch = reverse("office:batch", args=[row.batch.ref])
    of_list = f"Sổ có mục tạm dừng xét đối với {NAME}"
    officer = signed_in(Role.UNIT_OFFICER, unit)
    outside = [
        officer.get(reverse("units:nomination", args=[row.ref])),
        officer.get(reverse("units:batch", args=[row.batch.ref])),
        signed_in(Role.INSPECTOR).get(reverse("office:nomination", args=[row.ref])),
    ]

    for role in (Role.SPECIALIST, Role.OFFICE_HEAD):
        client = signed_in(role)
        said = case(client, row)
        assert ("Sổ có mục tạm dừng xét" in said) == (state not in OVER)
        assert NOTICES.get(state, "") in said
        assert (of_list in client.get(batch).content.decode()) == (state not in OVER)
    assert [answer.status_code for answer in outside] == [200, 200, 200]
    assert ["Sổ có mục" for answer in outside if "Sổ có mục" in answer.content.decode()] == []


def test_a_bar_that_refused_a_row_is_told_while_the_row_is_on_the_agenda(unit: Any) -> None:
    who = fighter(2023, 2024, 2025, unit=unit)
    bar(who)
    row = taken_up(unit, who)
    row.state = State.ON_AGENDA
    row.save()

    assert f"còn hiệu lực đối với {NAME}" in case(signed_in(Role.SPECIALIST), row)


HIDDEN = "Chưa xét được: cơ quan thường trực đang xem xét"


def test_a_unit_is_told_no_other_answer_than_the_one_that_holds(unit: Any) -> None:
    who = fighter(2023, 2024, 2025, unit=unit)
    bar(who)
    row = taken_up(unit, who)
    page, officer = reverse("units:nomination", args=[row.ref]), signed_in(Role.UNIT_OFFICER, unit)

    said = officer.get(page).content.decode()
    return_row(row.ref, "Bổ sung báo cáo.", version=row.version, actor=SPECIALIST, at=AT)
    returned = officer.get(page).content.decode()

    assert HIDDEN in said
    assert "Cơ quan thường trực đã ghi kết luận và lý do" in returned
    for shown in (said, returned):
        assert "Kết quả đối chiếu" not in shown
        assert "tạm dừng" not in shown
        assert "điều kiện tính được" not in shown


def test_a_unit_reads_the_finding_where_no_bar_made_it_another(unit: Any) -> None:
    who = fighter(2023, 2025, unit=unit)
    bar(who)
    row = taken_up(unit, who)

    said = signed_in(Role.UNIT_OFFICER, unit).get(reverse("units:nomination", args=[row.ref]))

    assert HIDDEN not in said.content.decode()
    assert "Không đủ điều kiện" in said.content.decode()


def test_a_row_whose_bar_has_ended_says_what_to_do(unit: Any) -> None:
    who = fighter(2023, 2024, 2025, unit=unit)
    ref = bar(who)
    row = taken_up(unit, who)
    end = Lifting(DAY, "402/KL-TTr", DAY, "Thanh tra tỉnh")
    lift_bar(ref, end, version=1, actor=SPECIALIST, at=AT)
    client = signed_in(Role.SPECIALIST)

    said = case(client, row)
    client.post(reverse("office:check_again", args=[row.ref]))

    assert "đã hết hoặc đã rút" in said
    assert offered(said, row) == {"check_again", "return_row"}
    assert "accept" in offered(case(client, row), row)


def voted_for(unit: Any) -> Any:
    """Return a row that the council agreed to before its bar was recorded."""
    who = fighter(2023, 2024, 2025, unit=unit)
    row = taken_up(unit, who)
    row.state = State.VOTED_FOR
    row.save()
    bar(who)
    return row


def test_after_the_ballot_the_head_records_who_answers_for_going_on(unit: Any) -> None:
    row, head = voted_for(unit), signed_in(Role.OFFICE_HEAD)
    page = reverse("office:answer_bars", args=[row.ref])
    data = {"version": row.version, "authority": "Trịnh Văn Non Cao, Chủ tịch", "paper": ""}

    assert page in case(head, row)
    shown = head.get(page).content.decode()
    silent = head.post(page, data | {"reason": ""})
    answered = head.post(page, data | {"reason": "Đã có kết luận."}, follow=True)

    assert "318/QĐ-TTr" in shown
    assert silent.status_code == 422
    said = answered.content.decode().replace("\u00a0", " ")
    assert "Trịnh Văn Non Cao, Chủ tịch" in said
    assert "Đã có kết luận." in said
    assert page not in said
    assert "Không có mục nào chờ ý kiến" in head.get(page).content.decode()


def test_who_answered_is_read_by_readers_of_bars_only(unit: Any) -> None:
    row = voted_for(unit)
    data = {"version": row.version, "authority": "Chủ tịch", "reason": "Kết luận vụ việc."}
    signed_in(Role.OFFICE_HEAD).post(reverse("office:answer_bars", args=[row.ref]), data)

    specialist = signed_in(Role.SPECIALIST)
    assert "Kết luận vụ việc." in case(specialist, row)
    assert specialist.get(reverse("office:answer_bars", args=[row.ref])).status_code == 403
    assert "Kết luận vụ việc." in case(signed_in(Role.INSPECTOR), row)
    officer = signed_in(Role.UNIT_OFFICER, unit)
    log = signed_in(Role.ADMINISTRATOR).get(reverse("office:audit")).content.decode()
    own = officer.get(reverse("units:nomination", args=[row.ref])).content.decode()
    for said in (own, log):
        assert "Kết luận vụ việc." not in said
        assert "dừng xét" not in said
    assert "Ghi ý kiến của người có thẩm quyền" in log
    assert "thẩm quyền" not in own
