"""Two people at the same moment, each on a connection of their own: one wins, nothing is lost.

SQLite lets one writer in at a time and its database in memory is one connection's own, so these
run on PostgreSQL; the order of two calls is tested on both engines beside each action.
"""

from bangvang.council.actions.close_ballot import close_ballot
from bangvang.council.actions.close_count import close_count
from bangvang.council.actions.enter_resolution import enter_resolution
from bangvang.council.actions.open_ballot import open_ballot
from bangvang.council.actions.put_on_agenda import put_on_agenda
from bangvang.council.actions.save_count import save_count
from bangvang.council.actions.withdraw_resolution import withdraw_resolution
from bangvang.council.models import AgendaRow, Ballot, Count, Resolution
from bangvang.council.states import BallotState
from bangvang.council.tests.factories import (
    BEFORE,
    FIRST,
    LATER,
    SECOND,
    SECRETARY,
    STARTS,
    THIRD,
    agreed,
    called,
    council,
    counting,
    frozen,
    opened,
    planned,
    ready,
    sheet,
)
from bangvang.council.tests.test_resolutions import NEW
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once

pytestmark = EACH_CONNECTED

SAME = sheet((1, 0), (0, 0), (0, 0))


def test_both_tellers_close_at_once_and_the_counts_are_compared_once() -> None:
    ref = counting()

    said = at_once(
        lambda: close_count(ref, SAME, version=0, actor=FIRST, at=LATER),
        lambda: close_count(ref, SAME, version=0, actor=SECOND, at=LATER),
    )

    assert sorted(said) == ["", ""]
    assert Ballot.objects.get().state == BallotState.AGREED
    assert sorted(Count.objects.values_list("teller_no", flat=True)) == [1, 2]
    assert verify()[1] is None


def test_three_tellers_begin_at_once_and_two_have_places() -> None:
    ref = counting()

    said = at_once(
        *(
            lambda teller=teller: save_count(ref, SAME, version=0, actor=teller, at=LATER)
            for teller in (FIRST, SECOND, THIRD)
        )
    )

    assert sorted(said) == ["", "", "COUNT_TAKEN"]
    assert Count.objects.count() == 2


def test_one_teller_in_two_windows_saves_once() -> None:
    ref = counting()

    said = at_once(
        lambda: save_count(ref, SAME, version=0, actor=FIRST, at=LATER),
        lambda: save_count(ref, SAME, version=0, actor=FIRST, at=LATER),
    )

    assert sorted(said) == ["", "STALE"]


def test_a_ballot_is_closed_by_one_of_two() -> None:
    ref = counting()
    agreed(ref, (0, 0), (0, 0), (0, 0))

    said = at_once(
        lambda: close_ballot(ref, actor=FIRST, at=LATER),
        lambda: close_ballot(ref, actor=SECRETARY, at=LATER),
    )

    assert sorted(said) == ["", "WRONG_STATE"]


def test_ready_rows_go_to_one_of_two_agendas() -> None:
    council_ref = council()
    one, other = planned(council_ref), planned(council_ref, number=2)
    ready(3)

    said = at_once(
        lambda: put_on_agenda(one, "CSTDT", 2021, actor=SECRETARY, at=BEFORE),
        lambda: put_on_agenda(other, "CSTDT", 2021, actor=SECRETARY, at=BEFORE),
    )

    assert sorted(said) == ["", "NOTHING_READY"]
    assert AgendaRow.objects.count() == 3


def test_one_of_two_resolutions_of_an_award_and_a_day_is_entered() -> None:
    ref = council()

    said = at_once(
        lambda: enter_resolution(ref, NEW, actor=SECRETARY, at=BEFORE),
        lambda: enter_resolution(ref, NEW, actor=SECRETARY, at=BEFORE),
    )

    assert sorted(said) == ["", "SAME_DAY"]
    assert Resolution.objects.count() == 1


def test_a_resolution_is_withdrawn_or_a_ballot_opens_under_it_but_not_both() -> None:
    council_ref = council(marks=())
    ref = enter_resolution(council_ref, NEW, actor=SECRETARY, at=BEFORE)
    session_ref = called(council_ref, awards=("BK_TTG",))
    opened(session_ref)
    ballot_ref = frozen(session_ref, "BK_TTG")

    said = at_once(
        lambda: open_ballot(ballot_ref, [1, 2, 3], actor=FIRST, at=STARTS),
        lambda: withdraw_resolution(ref, reason="Ghi nhầm.", actor=SECRETARY, at=LATER),
    )

    assert sorted(said) in (["", "BALLOT_OPENED"], ["", "NO_PASS_MARK"])
    is_open = Ballot.objects.filter(pass_resolution__ref=ref).exists()
    assert is_open == (Resolution.objects.get().withdrawn_at is None)
