"""How long things are kept: entered from a paper, confirmed by another, taken back."""

from datetime import date

import pytest

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.privacy.actions.confirm_period import confirm_period
from bangvang.privacy.actions.propose_period import propose_period
from bangvang.privacy.actions.reject_period import reject_period
from bangvang.privacy.actions.withdraw_period import withdraw_period
from bangvang.privacy.models import Period
from bangvang.privacy.selectors.periods import day_before, period_on, periods_for
from bangvang.privacy.states import Matter
from bangvang.privacy.tests.keeping import (
    ENTERED,
    HEAD,
    SECOND_HEAD,
    SPECIALIST,
    confirmed,
    entered,
)

pytestmark = pytest.mark.django_db
TODAY = AT.date()


def code(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"number": " "}, "NO_NUMBER"),
        ({"clause": ""}, "NO_CLAUSE"),
        ({"issued_on": date(2026, 9, 15)}, "ISSUED_LATER"),
        ({"since": date(2026, 8, 1)}, "BEFORE_ISSUED"),
        ({"scan": b""}, "NO_SCAN"),
        ({"amount": 0}, "NO_LENGTH"),
        ({"amount": None}, "NO_LENGTH"),
        ({"unit": ""}, "NO_LENGTH"),
        ({"amount": 1_201}, "NO_LENGTH"),
    ],
)
def test_what_no_paper_says_is_not_entered(changed: dict[str, object], expected: str) -> None:
    with pytest.raises(Refused) as caught:
        entered(**changed)

    assert code(caught) == expected


def test_a_period_counts_once_another_person_has_confirmed_it() -> None:
    period = entered()
    assert period_on(Matter.UPLOADS, TODAY) is None
    with pytest.raises(Refused) as own:
        confirm_period(period.ref, version=1, actor=SPECIALIST, at=AT)
    other = actor(Role.SPECIALIST, ref="specialist-2")
    with pytest.raises(Refused) as no_head:
        confirm_period(period.ref, version=1, actor=other, at=AT)
    with pytest.raises(Refused) as stale:
        confirm_period(period.ref, version=2, actor=HEAD, at=AT)
    with pytest.raises(Refused) as second:
        entered()

    confirm_period(period.ref, version=1, actor=HEAD, at=AT)

    assert [code(one) for one in (own, no_head, stale, second)] == [
        "OWN", "HEAD_NEEDED", "STALE", "ALREADY_WAITING",
    ]  # fmt: skip
    assert period_on(Matter.UPLOADS, TODAY) == period
    assert period_on(Matter.UPLOADS, date(2026, 8, 31)) is None
    with pytest.raises(Refused) as same_day:
        entered()
    assert code(same_day) == "SAME_DAY"
    assert verify()[1] is None


def test_the_newest_first_day_counts_and_taking_it_back_brings_the_one_before() -> None:
    confirmed(Matter.UPLOADS, amount=None, unit="")
    confirmed(Matter.UPLOADS, since=date(2026, 9, 10), amount=30, unit="DAY")
    newest = period_on(Matter.UPLOADS, TODAY)
    assert newest is not None
    with pytest.raises(Refused) as not_head:
        withdraw_period(newest.ref, "nhầm", version=2, actor=SPECIALIST, at=AT)
    with pytest.raises(Refused) as no_reason:
        withdraw_period(newest.ref, " ", version=2, actor=HEAD, at=AT)

    withdraw_period(newest.ref, "nhầm", version=2, actor=HEAD, at=AT)

    before = period_on(Matter.UPLOADS, TODAY)
    assert before is not None
    assert before.amount is None
    assert [code(not_head), code(no_reason)] == ["NOT_YOURS", "NO_REASON"]


def test_one_that_is_not_so_is_rejected_and_may_be_entered_anew() -> None:
    period = entered()
    with pytest.raises(Refused) as own:
        reject_period(period.ref, "sai", version=1, actor=SPECIALIST, at=AT)

    reject_period(period.ref, "Văn bản ghi 2 năm", version=1, actor=SECOND_HEAD, at=AT)

    assert code(own) == "OWN"
    with pytest.raises(Refused) as ended:
        confirm_period(period.ref, version=2, actor=HEAD, at=AT)
    assert code(ended) == "WRONG_STATE"
    entered(amount=2)
    withdraw_period(Period.objects.latest("pk").ref, "x", version=1, actor=SPECIALIST, at=AT)


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.INSPECTOR, Role.ADMINISTRATOR, Role.CHAIR])
def test_nobody_else_enters_one(role: Role) -> None:
    with pytest.raises(Refused) as caught:
        propose_period(ENTERED, actor=actor(role, ref="other"), at=AT)

    assert code(caught) == "NOT_OFFICE"


def test_who_has_no_business_with_it_reads_none() -> None:
    period = entered()

    assert periods_for(actor(Role.UNIT_HEAD)) == []
    with pytest.raises(Unseen):
        confirm_period(period.ref, version=1, actor=actor(Role.CHAIR), at=AT)


def test_a_month_before_the_last_of_a_month_is_the_last_of_a_shorter_one() -> None:
    assert day_before(date(2026, 3, 31), 1, "MONTH") == date(2026, 2, 28)
    assert day_before(date(2028, 2, 29), 1, "YEAR") == date(2027, 2, 28)
    assert day_before(date(2026, 1, 10), 13, "MONTH") == date(2024, 12, 10)
    assert day_before(date(2026, 1, 10), 10, "DAY") == date(2025, 12, 31)


@each_connected
def test_two_who_decide_at_once_one_is_told() -> None:
    ref = entered().ref

    said = at_once(
        lambda: confirm_period(ref, version=1, actor=HEAD, at=AT),
        lambda: reject_period(ref, "sai", version=1, actor=SECOND_HEAD, at=AT),
    )

    assert sorted(said) == ["", "WRONG_STATE"]
