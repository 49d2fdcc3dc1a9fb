"""The result: merged totals, the mark, what becomes of the rows, what others may read."""

import pytest

from bangvang.council.actions.close_ballot import close_ballot
from bangvang.council.models import Ballot, BallotRow
from bangvang.council.selectors.results import ballot_result, passed_ballots
from bangvang.council.states import BallotState
from bangvang.council.tests.factories import (
    CHAIR,
    FIRST,
    LATER,
    SECRETARY,
    agreed,
    closed,
    counting,
)
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.nominations.models import Nomination

pytestmark = pytest.mark.django_db


def test_a_closed_ballot_moves_every_row_on_with_its_votes() -> None:
    ballot = closed(counting(), (0, 0), (1, 0), (0, 1))

    states = list(Nomination.objects.order_by("source_row").values_list("state", "reason"))

    assert ballot.state == BallotState.CLOSED
    assert states == [
        ("VOTED_FOR", "Đạt 20/22 phiếu, cần 20/22."),
        ("VOTED_AGAINST", "Đạt 19/22 phiếu, cần 20/22."),
        ("VOTED_AGAINST", "Đạt 19/22 phiếu, cần 20/22."),
    ]


def test_the_result_holds_merged_totals_and_cites_the_law() -> None:
    ballot = closed(counting(), (0, 0), (2, 1), (3, 0))

    result = ballot_result(ballot.ref)

    assert (result.total_members, result.issued, result.collected) == (22, 20, 20)
    assert (result.needed, result.pass_cite) == (20, "khoản 8 Điều 45 Nghị định 91/2017/NĐ-CP")
    assert [(r.yes, r.no, r.blank, r.passed) for r in result.rows] == [
        (20, 0, 0, True),
        (17, 2, 1, False),
        (17, 3, 0, False),
    ]
    assert [r.order for r in result.passed_rows] == [1]
    assert result.minutes_signed is False
    assert len(result.result_digest) == 64


def test_passed_ballots_know_which_of_them_are_decided() -> None:
    ballot = closed(counting(), (0, 0), (9, 0), (9, 0))

    assert [r.ballot_ref for r in passed_ballots(decided=False)] == [ballot.ref]
    assert passed_ballots(decided=True) == []

    Nomination.objects.filter(state="VOTED_FOR").update(state="GRANTED")

    assert passed_ballots(decided=False) == []
    assert [r.ballot_ref for r in passed_ballots()] == [ballot.ref]


def test_a_ballot_nobody_passed_is_nothing_to_decide() -> None:
    closed(counting(), (9, 0), (9, 0), (9, 0))

    assert passed_ballots() == []


def test_no_result_before_it_is_closed() -> None:
    ref = counting()

    with pytest.raises(Unseen):
        ballot_result(ref)


def test_counts_that_do_not_agree_close_nothing() -> None:
    ref = counting()

    with pytest.raises(Refused, match="Đang kiểm phiếu"):
        close_ballot(ref, actor=SECRETARY, at=LATER)

    assert set(BallotRow.objects.values_list("yes", flat=True)) == {None}


def test_only_the_board_or_the_secretary_closes() -> None:
    ref = counting()
    agreed(ref, (0, 0), (0, 0), (0, 0))

    with pytest.raises(Refused, match="Ban kiểm phiếu"):
        close_ballot(ref, actor=CHAIR, at=LATER)

    close_ballot(ref, actor=SECRETARY, at=LATER)


def test_the_second_to_close_is_refused() -> None:
    ref = counting()
    agreed(ref, (0, 0), (0, 0), (0, 0))
    close_ballot(ref, actor=FIRST, at=LATER)

    with pytest.raises(Refused, match="Đã có kết quả"):
        close_ballot(ref, actor=SECRETARY, at=LATER)


def test_the_audit_says_who_closed_and_the_merged_totals_only() -> None:
    ref = counting()
    agreed(ref, (0, 0), (1, 0), (0, 1))
    close_ballot(ref, actor=FIRST, at=LATER)

    last = entries_about(("ballot", ref))[-1]

    assert (last.verb, last.who) == ("close_ballot", FIRST.name)
    assert last.said == "Công bố kết quả: 1/3 trường hợp đạt tỷ lệ phiếu."
    assert Ballot.objects.get(ref=ref).closed_at == LATER
