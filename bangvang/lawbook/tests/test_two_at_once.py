"""Two people at the same moment, each on a connection of their own: one wins, nothing is lost.

SQLite lets one writer in at a time and its database in memory is one connection's own, so these
run on PostgreSQL; the order of two calls is tested on both engines in `test_actions`.
"""

from datetime import date

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.lawbook.actions.confirm_reading import confirm_reading
from bangvang.lawbook.actions.reject_reading import reject_reading
from bangvang.lawbook.models import Reading
from bangvang.lawbook.states import State
from bangvang.lawbook.tests.factories import (
    AMENDED,
    AT,
    HEAD,
    INITIATIVES,
    SPECIALIST,
    actor,
    proposed,
)

pytestmark = EACH_CONNECTED

SECOND_HEAD = actor("head-2", Role.OFFICE_HEAD)


def test_a_reading_is_decided_by_one_of_two() -> None:
    ref = proposed().ref

    said = at_once(
        lambda: confirm_reading(ref, version=1, actor=HEAD, at=AT),
        lambda: reject_reading(ref, reason="sai", version=1, actor=SECOND_HEAD, at=AT),
    )

    assert sorted(said) == ["", "WRONG_STATE"]
    assert Reading.objects.get().version == 2
    assert verify()[1] is None


def test_of_two_values_for_the_same_days_one_is_confirmed() -> None:
    first = proposed().ref
    earlier = date(2024, 1, 1)
    second = proposed(since=earlier, instrument="LUAT-06-2022", article=23, value=5).ref
    Reading.objects.filter(ref=second).update(since=AMENDED, instrument="LUAT-06-2026")

    said = at_once(
        lambda: confirm_reading(first, version=1, actor=HEAD, at=AT),
        lambda: confirm_reading(second, version=1, actor=SECOND_HEAD, at=AT),
    )

    assert sorted(said) == ["", "OVERLAP"]
    assert Reading.objects.filter(state=State.CONFIRMED).count() == 1


def test_of_two_who_enter_the_same_entry_at_once_one_is_told_of_the_other() -> None:
    said = at_once(lambda: proposed(SPECIALIST), lambda: proposed(HEAD, value=5))

    assert sorted(said) == ["", "ALREADY_WAITING"]
    assert Reading.objects.count() == 1


def test_two_who_enter_at_once_each_have_their_act() -> None:
    said = at_once(
        lambda: proposed(SPECIALIST), lambda: proposed(HEAD, entry_id=INITIATIVES, value=1)
    )

    assert sorted(said) == ["", ""]
    assert sorted(Reading.objects.values_list("act_no", flat=True)) == [1, 2]
