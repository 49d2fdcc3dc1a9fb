"""An open bar on somebody whom the office released: the council waits, and learns no reason."""

from datetime import date, timedelta
from functools import partial

import pytest

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.ask_law import ask_law
from bangvang.appraisal.actions.check_again import check_again
from bangvang.appraisal.actions.release import release
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.tests.test_actions import REASON, fighter, fresh, refusal, submitted
from bangvang.council.actions.adopt_regulation import MarkAdopted
from bangvang.council.actions.call_session import call_session
from bangvang.council.actions.freeze_list import freeze_list
from bangvang.council.actions.open_ballot import open_ballot
from bangvang.council.actions.open_session import open_session
from bangvang.council.actions.put_on_agenda import put_on_agenda
from bangvang.council.actions.take_row_off import take_row_off
from bangvang.council.actions.unfreeze_list import unfreeze_list
from bangvang.council.models import AgendaItem, Ballot
from bangvang.council.tests.factories import (
    MARK_OF_BK_TTG,
    SECRETARY,
    council,
    planned,
    roll_of,
)
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, actor
from bangvang.law import Share
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.permissions import BarSaid
from bangvang.registry.states import BarKind

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST, ref="specialist", name="Trần Văn Ruộng")
BOSS = actor(Role.OFFICE_HEAD, ref="boss", name="Phạm Thị Thông Xanh")
STARTS = AT + timedelta(days=1)
MARKS = (MARK_OF_BK_TTG, MarkAdopted("CSTDT", Share(90, 100), "khoản 2 Điều 8"))


def released() -> Nomination:
    handed_in, (row,) = submitted(fighter(2023, 2024, 2025))
    take_up(handed_in.ref, actor=SPECIALIST, at=AT)
    accept(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)
    assert release(handed_in.ref, actor=BOSS, at=AT) == 1
    return fresh(row)


def bar(row: Nomination) -> None:
    since = date(2026, 9, 14)
    said = BarSaid(BarKind.INVESTIGATED, since, "318/QĐ-TTr", since, "Thanh tra tỉnh")
    assert row.person is not None
    record_bar(row.person.ref, said, actor=SPECIALIST, at=AT)


def on_agenda() -> str:
    ref = planned(council(marks=MARKS), starts_at=STARTS)
    put_on_agenda(ref, "CSTDT", 2025, actor=SECRETARY, at=AT)
    return ref


def waits(caught: pytest.ExceptionInfo[Refused]) -> bool:
    """The name is told, and nothing of the bar."""
    said = caught.value.objection.sentence
    assert "Vàng Thị Lúa Chín" in said
    assert "tạm dừng" not in said
    assert "điều tra" not in said
    return refusal(caught) == "CHECK_AGAIN"


def test_a_released_row_waits_for_the_office_and_goes_back_under_appraisal() -> None:
    row = released()
    bar(row)
    ref = planned(council(marks=MARKS), starts_at=STARTS)

    with pytest.raises(Refused) as caught:
        put_on_agenda(ref, "CSTDT", 2025, actor=SECRETARY, at=AT)

    assert waits(caught)
    assert fresh(row).state == State.READY
    assert not AgendaItem.objects.exists()
    check_again(row.ref, actor=SPECIALIST, at=AT)
    assert fresh(row).state == State.CHECKED


def test_a_released_row_without_a_new_bar_is_not_taken_back() -> None:
    row = released()

    with pytest.raises(Refused) as caught:
        check_again(row.ref, actor=SPECIALIST, at=AT)

    assert refusal(caught) == "NOT_UNDER_APPRAISAL"


def test_a_list_with_such_a_row_is_not_frozen_until_the_row_is_taken_off() -> None:
    row = released()
    ref = on_agenda()
    call_session(ref, actor=SECRETARY, at=AT)
    bar(row)
    item = AgendaItem.objects.get()

    with pytest.raises(Refused) as caught:
        freeze_list(ref, item.ref, actor=SECRETARY, at=AT)

    assert waits(caught)
    assert not Ballot.objects.exists()
    take_row_off(ref, row.ref, reason="Chờ đối chiếu lại.", actor=SECRETARY, at=AT)
    check_again(row.ref, actor=SPECIALIST, at=AT)
    assert fresh(row).state == State.CHECKED


def test_a_frozen_list_with_such_a_row_is_not_voted_on() -> None:
    row = released()
    ref = on_agenda()
    call_session(ref, actor=SECRETARY, at=AT)
    ballot = freeze_list(ref, AgendaItem.objects.get().ref, actor=SECRETARY, at=AT)
    roll_of(ref, at=STARTS)
    open_session(ref, actor=SECRETARY, at=STARTS)
    bar(row)

    with pytest.raises(Refused) as caught:
        open_ballot(ballot, [1, 2], actor=SECRETARY, at=STARTS)

    assert waits(caught)
    unfreeze_list(ballot, reason="Chờ đối chiếu lại.", actor=SECRETARY, at=STARTS)
    take_row_off(ref, row.ref, reason="Chờ đối chiếu lại.", actor=SECRETARY, at=STARTS)
    assert fresh(row).state == State.READY


def test_a_row_refused_by_a_bar_that_is_still_open_does_not_come_to_the_council() -> None:
    row = released()
    bar(row)
    check_again(row.ref, actor=SPECIALIST, at=AT)
    Nomination.objects.filter(pk=row.pk).update(state=State.READY)
    ref = planned(council(marks=MARKS), starts_at=STARTS)

    with pytest.raises(Refused) as caught:
        put_on_agenda(ref, "CSTDT", 2025, actor=SECRETARY, at=AT)

    assert waits(caught)
    assert not AgendaItem.objects.exists()


@pytest.mark.parametrize("is_frozen", [False, True])
def test_nor_is_it_voted_on_when_it_is_there_already(*, is_frozen: bool) -> None:
    row = released()
    ref = on_agenda()
    call_session(ref, actor=SECRETARY, at=AT)
    item = AgendaItem.objects.get()
    ballot = freeze_list(ref, item.ref, actor=SECRETARY, at=AT) if is_frozen else ""
    roll_of(ref, at=STARTS)
    open_session(ref, actor=SECRETARY, at=STARTS)
    bar(row)
    ask_law([row], on=AT.date(), at=AT)

    opening = partial(open_ballot, ballot, [1, 2], actor=SECRETARY, at=STARTS)
    freezing = partial(freeze_list, ref, item.ref, actor=SECRETARY, at=STARTS)
    with pytest.raises(Refused) as caught:
        (opening if is_frozen else freezing)()

    assert waits(caught)
