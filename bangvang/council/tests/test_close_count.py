"""Two tellers count blind; what differs is counted again; nobody saves over another tab."""

import pytest

from bangvang.council.actions.close_ballot import close_ballot
from bangvang.council.actions.close_count import close_count
from bangvang.council.actions.count_sheet import CountSheet
from bangvang.council.actions.discard_count import discard_count
from bangvang.council.actions.save_count import save_count
from bangvang.council.models import Ballot, BallotRow, Count
from bangvang.council.selectors.counts import compared, count_sheet
from bangvang.council.selectors.results import ballot_result
from bangvang.council.states import BallotState
from bangvang.council.tests.factories import (
    CHAIR,
    FIRST,
    LATER,
    SECOND,
    SECRETARY,
    THIRD,
    agreed,
    called,
    council,
    counting,
    frozen,
    opened,
    sheet,
)
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Refused, Unseen

pytestmark = pytest.mark.django_db


def close(
    ref: str, teller: Actor, *lines: tuple[int, int], valid: int = 20, invalid: int = 0
) -> None:
    whole = sheet(*lines, valid=valid, invalid=invalid)
    version = count_sheet(teller, ref).version
    close_count(ref, whole, version=version, actor=teller, at=LATER)


def state(ref: str) -> str:
    return Ballot.objects.get(ref=ref).state


def test_equal_counts_stand() -> None:
    ref = counting()

    close(ref, FIRST, (1, 0), (0, 0), (0, 2))
    assert state(ref) == BallotState.COUNTING
    close(ref, SECOND, (1, 0), (0, 0), (0, 2))

    assert state(ref) == BallotState.AGREED
    assert not BallotRow.objects.filter(counted_now=True).exists()


def test_only_the_row_that_differs_is_counted_again_by_both() -> None:
    ref = counting()
    close(ref, FIRST, (1, 0), (0, 0), (0, 2))
    close(ref, SECOND, (1, 0), (0, 1), (0, 2))

    again = count_sheet(FIRST, ref)

    assert state(ref) == BallotState.RECOUNT
    assert (again.attempt, again.counts_box, again.valid_papers) == (2, False, 20)
    assert [line.order for line in again.lines] == [2]
    assert (again.agreed_rows, again.version) == (2, 0)

    only = CountSheet(lines={2: (0, 1)})
    close_count(ref, only, version=0, actor=SECOND, at=LATER)
    close_count(ref, only, version=0, actor=FIRST, at=LATER)
    close_ballot(ref, actor=FIRST, at=LATER)

    assert [(r.no, r.blank) for r in ballot_result(ref).rows] == [(1, 0), (0, 1), (0, 2)]


def test_a_recount_that_differs_is_followed_by_another() -> None:
    ref = counting()
    close(ref, FIRST, (1, 0), (0, 0), (0, 0))
    close(ref, SECOND, (2, 0), (0, 0), (0, 0))
    close_count(ref, CountSheet(lines={1: (1, 0)}), version=0, actor=FIRST, at=LATER)
    close_count(ref, CountSheet(lines={1: (2, 0)}), version=0, actor=SECOND, at=LATER)

    assert (state(ref), count_sheet(FIRST, ref).attempt) == (BallotState.RECOUNT, 3)

    close_count(ref, CountSheet(lines={1: (2, 0)}), version=0, actor=FIRST, at=LATER)
    close_count(ref, CountSheet(lines={1: (2, 0)}), version=0, actor=SECOND, at=LATER)

    assert state(ref) == BallotState.AGREED
    assert [attempt.same for attempt in compared(SECOND, ref)] == [2, 0, 1]


def test_a_different_box_is_counted_again_without_the_rows() -> None:
    ref = counting()
    close(ref, FIRST, (1, 0), (0, 0), (0, 0), valid=20)
    close(ref, SECOND, (1, 0), (0, 0), (0, 0), valid=19, invalid=1)

    again = count_sheet(SECOND, ref)

    assert (again.counts_box, again.lines) == (True, ())
    for teller in (FIRST, SECOND):
        close_count(ref, CountSheet(20, 19, 1), version=0, actor=teller, at=LATER)
    assert state(ref) == BallotState.AGREED
    assert compared(FIRST, ref)[0].box is not None
    assert compared(FIRST, ref)[0].box.is_same is False  # type: ignore[union-attr]  # said above


def test_a_row_that_no_longer_fits_the_recounted_box_is_counted_again() -> None:
    ref = counting()
    close(ref, FIRST, (20, 0), (0, 0), (0, 0), valid=20)
    close(ref, SECOND, (20, 0), (0, 1), (0, 0), valid=20)
    Ballot.objects.filter(ref=ref).update(counts_box=True)  # as if the box had differed too

    for teller in (FIRST, SECOND):
        smaller = CountSheet(20, 19, 1, {2: (0, 0)})
        close_count(ref, smaller, version=0, actor=teller, at=LATER)

    assert state(ref) == BallotState.RECOUNT
    assert [line.order for line in count_sheet(FIRST, ref).lines] == [1]


def test_nothing_of_the_other_count_is_on_the_sheet() -> None:
    ref = counting()
    save_count(ref, sheet((13, 4), (7, 7), (0, 0)), version=0, actor=FIRST, at=LATER)

    seen = count_sheet(SECOND, ref)

    assert [(line.no, line.blank) for line in seen.lines] == [(None, None)] * 3
    assert (seen.collected, seen.valid, seen.invalid) == (None, None, None)
    assert [(o.teller_no, o.teller_name, o.closed_at) for o in seen.others] == [
        (1, FIRST.name, None)
    ]
    assert compared(SECOND, ref) == []


def test_one_closed_count_is_not_compared_with_an_open_one() -> None:
    ref = counting()
    close(ref, FIRST, (13, 4), (7, 7), (0, 0))
    save_count(ref, sheet((13, 4), (7, 7), (0, 0)), version=0, actor=SECOND, at=LATER)

    assert compared(SECOND, ref) == []
    assert compared(THIRD, ref) == []


def test_the_comparison_is_for_the_counting_board_only() -> None:
    ref = counting()
    agreed(ref, (0, 0), (0, 0), (0, 0))

    assert len(compared(THIRD, ref)) == 1
    for reader in (SECRETARY, CHAIR):
        with pytest.raises(Unseen):
            compared(reader, ref)
    with pytest.raises(Unseen):
        count_sheet(SECRETARY, ref)


def test_a_third_teller_is_refused_and_may_take_a_place_that_is_left() -> None:
    ref = counting()
    save_count(ref, CountSheet(), version=0, actor=FIRST, at=LATER)
    save_count(ref, CountSheet(), version=0, actor=SECOND, at=LATER)

    assert count_sheet(THIRD, ref).can_count is False
    with pytest.raises(Refused, match="hai người khác"):
        save_count(ref, CountSheet(), version=0, actor=THIRD, at=LATER)

    discard_count(ref, version=1, actor=FIRST, at=LATER)

    assert count_sheet(THIRD, ref).teller_no == 1
    assert save_count(ref, CountSheet(), version=0, actor=THIRD, at=LATER) == 1


def test_one_teller_cannot_be_both() -> None:
    ref = counting()
    close(ref, FIRST, (0, 0), (0, 0), (0, 0))

    with pytest.raises(Refused, match="chốt rồi không sửa"):
        close(ref, FIRST, (0, 0), (0, 0), (0, 0))

    assert Count.objects.count() == 1


def test_a_recount_is_done_by_the_two_who_counted() -> None:
    ref = counting()
    close(ref, FIRST, (1, 0), (0, 0), (0, 0))
    close(ref, SECOND, (0, 0), (0, 0), (0, 0))

    assert count_sheet(SECOND, ref).teller_no == 2
    assert count_sheet(THIRD, ref).teller_no is None
    with pytest.raises(Refused, match="hai người khác"):
        save_count(ref, CountSheet(), version=0, actor=THIRD, at=LATER)


def test_a_draft_saved_in_another_tab_is_not_overwritten() -> None:
    ref = counting()
    save_count(ref, sheet((1, 0), (0, 0), (0, 0)), version=0, actor=FIRST, at=LATER)

    with pytest.raises(Refused) as refusal:
        save_count(ref, sheet((2, 0), (0, 0), (0, 0)), version=0, actor=FIRST, at=LATER)

    assert refusal.value.objection.code == "STALE"
    assert count_sheet(FIRST, ref).lines[0].no == 1
    with pytest.raises(Refused, match="nơi khác"):
        close_count(ref, sheet((2, 0), (0, 0), (0, 0)), version=0, actor=FIRST, at=LATER)


@pytest.mark.parametrize(
    ("whole", "why"),
    [
        (CountSheet(), "Chưa nhập đủ số phiếu thu về"),
        (CountSheet(21, 21, 0, {1: (0, 0), 2: (0, 0), 3: (0, 0)}), "nhiều hơn số phát ra 20"),
        (CountSheet(20, 19, 0, {1: (0, 0), 2: (0, 0), 3: (0, 0)}), "cộng lại là 19"),
        (CountSheet(20, 20, 0, {1: (0, 0), 3: (0, None)}), "Chưa nhập xong dòng 2, 3."),
        (CountSheet(20, 20, 0, {1: (20, 1), 2: (0, 0), 3: (0, 0)}), "Dòng 1: không đồng ý"),
        (CountSheet(20, 20, 0, {1: (-1, 0), 2: (0, 0), 3: (0, 0)}), "số âm"),
        (CountSheet(20, 20, 0, {9: (0, 0)}), "không thuộc danh sách"),
    ],
)
def test_a_sheet_that_cannot_be_is_not_closed(whole: CountSheet, why: str) -> None:
    ref = counting()

    with pytest.raises(Refused, match=why):
        close_count(ref, whole, version=0, actor=FIRST, at=LATER)

    assert not Count.objects.exists()


def test_only_tellers_count_and_only_while_counting() -> None:
    ref = counting()

    with pytest.raises(Refused, match="Ban kiểm phiếu"):
        save_count(ref, CountSheet(), version=0, actor=SECRETARY, at=LATER)

    agreed(ref, (0, 0), (0, 0), (0, 0))
    with pytest.raises(Refused, match="Hai lần đếm khớp"):
        save_count(ref, CountSheet(), version=0, actor=THIRD, at=LATER)


def test_nobody_counts_a_box_that_is_shut() -> None:
    session_ref = called(council())
    opened(session_ref, absent=[21, 22])
    ref = frozen(session_ref)

    with pytest.raises(Refused, match="Đã chốt danh sách bầu"):
        save_count(ref, CountSheet(), version=0, actor=FIRST, at=LATER)


def test_many_missing_rows_are_said_shortly() -> None:
    ref = counting(rows=12)

    with pytest.raises(Refused, match="1, 2, 3, 4, 5, 6, 7, 8, 9, 10 và 2 dòng khác"):
        close_count(ref, CountSheet(20, 20, 0), version=0, actor=FIRST, at=LATER)


def test_throwing_away_what_was_not_begun_does_nothing() -> None:
    ref = counting()

    discard_count(ref, version=0, actor=FIRST, at=LATER)

    assert not Count.objects.exists()
