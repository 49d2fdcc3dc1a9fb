"""Letters of absent members: whose may be entered, when, and how they count."""

from collections.abc import Callable

import pytest

from bangvang.council.actions.close_count import close_count
from bangvang.council.actions.enter_written_opinion import OpinionEntered, enter_written_opinion
from bangvang.council.actions.save_count import save_count
from bangvang.council.actions.withdraw_written_opinion import withdraw_written_opinion
from bangvang.council.models import AbsentMode, Ballot, WrittenOpinion
from bangvang.council.selectors.opinions import ballot_of_opinion, opinions_page
from bangvang.council.selectors.results import ballot_result
from bangvang.council.tests.factories import (
    FIRST,
    LATER,
    SECOND,
    SECRETARY,
    STARTS,
    agreed,
    called,
    closed,
    council,
    counting,
    frozen,
    opened,
    sheet,
)
from bangvang.foundation.objection import Refused, Unseen

pytestmark = pytest.mark.django_db

LETTER = b"%PDF-1.4 y kien %%EOF"
ALL = {1: True, 2: True, 3: True}


def letter(seat: int = 21, agrees: dict[int, bool] | None = None) -> OpinionEntered:
    return OpinionEntered(seat, ALL if agrees is None else agrees, LETTER, "y-kien.pdf")


def enter(ref: str, what: OpinionEntered) -> str:
    return enter_written_opinion(ref, what, actor=FIRST, at=LATER)


def test_an_agreeing_letter_counts_and_a_missing_one_does_not() -> None:
    ref = counting()
    enter(ref, letter(21, {1: True, 2: False}))

    closed(ref, (1, 0), (0, 0), (0, 0))

    result = ballot_result(ref)
    assert result.written == 1
    assert [(r.yes, r.no, r.blank, r.passed) for r in result.rows] == [
        (20, 1, 0, True),
        (20, 1, 0, True),
        (20, 0, 1, True),
    ]


def test_who_is_there_writes_no_letter() -> None:
    ref = counting()

    with pytest.raises(Refused, match="có mặt nên bỏ phiếu"):
        enter(ref, letter(1))
    with pytest.raises(Refused, match="có mặt nên bỏ phiếu"):
        enter(ref, letter(99))


def test_a_member_writes_once_and_a_wrong_entry_is_withdrawn_first() -> None:
    ref = counting()
    opinion = enter(ref, letter())

    with pytest.raises(Refused, match="đã được nhập"):
        enter_written_opinion(ref, letter(), actor=SECOND, at=LATER)
    with pytest.raises(Refused, match="lý do"):
        withdraw_written_opinion(opinion, reason=" ", actor=SECOND, at=LATER)
    withdraw_written_opinion(opinion, reason="Nhập nhầm.", actor=SECOND, at=LATER)
    enter(ref, letter(21, {1: False}))

    page = opinions_page(FIRST, ref)
    assert [w.withdrawn_reason for w in page.withdrawn] == ["Nhập nhầm."]
    assert page.absent[0].opinion is not None
    assert [a.agrees for a in page.absent[0].opinion.answers] == [False, None, None]
    assert WrittenOpinion.objects.count() == 2
    with pytest.raises(Unseen):
        ballot_of_opinion(FIRST, opinion)


@pytest.mark.parametrize(
    ("what", "why"),
    [
        (letter(21, {}), "ít nhất một người"),
        (letter(21, {9: True}), "không thuộc danh sách"),
        (OpinionEntered(21, ALL, b"MZ", "y-kien.exe"), "không phải"),
    ],
)
def test_a_letter_that_cannot_be_is_refused(what: OpinionEntered, why: str) -> None:
    ref = counting()

    with pytest.raises(Refused, match=why):
        enter(ref, what)

    assert not WrittenOpinion.objects.exists()


def test_letters_are_entered_by_the_board_while_the_ballot_is_under_way() -> None:
    session_ref = called(council())
    opened(session_ref, absent=[21, 22])
    ref = frozen(session_ref)
    with pytest.raises(Refused, match="từ lúc phát phiếu"):
        enter(ref, letter())

    other = counting(session_ref=session_ref) if not Ballot.objects.exists() else ref

    with pytest.raises(Refused, match="Ban kiểm phiếu"):
        enter_written_opinion(other, letter(), actor=SECRETARY, at=STARTS)


def one_closes(ref: str) -> None:
    close_count(ref, sheet((0, 0), (0, 0), (0, 0)), version=0, actor=FIRST, at=LATER)


def both_differ(ref: str) -> None:
    one_closes(ref)
    close_count(ref, sheet((1, 0), (0, 0), (0, 0)), version=0, actor=SECOND, at=LATER)


def both_agree(ref: str) -> None:
    agreed(ref, (0, 0), (0, 0), (0, 0))


def the_result_is_out(ref: str) -> None:
    closed(ref, (0, 0), (0, 0), (0, 0))


@pytest.mark.parametrize("happens", [one_closes, both_differ, both_agree, the_result_is_out])
def test_no_letter_comes_or_goes_once_a_count_is_closed(happens: Callable[[str], None]) -> None:
    ref = counting()
    opinion = enter(ref, letter())
    assert opinions_page(FIRST, ref).objection is None

    happens(ref)

    for teller in (FIRST, SECOND):
        with pytest.raises(Refused, match="chốt số đếm nên không nhập, không rút"):
            enter_written_opinion(ref, letter(22), actor=teller, at=LATER)
        with pytest.raises(Refused, match="chốt số đếm nên không nhập, không rút"):
            withdraw_written_opinion(opinion, reason="x", actor=teller, at=LATER)
    objection = opinions_page(FIRST, ref).objection
    assert objection is not None
    assert objection.code == "OPINIONS_SETTLED"


def test_a_draft_of_a_count_does_not_shut_letters_out() -> None:
    ref = counting()
    save_count(ref, sheet((0, 0)), version=0, actor=FIRST, at=LATER)

    enter(ref, letter())

    assert opinions_page(SECOND, ref).objection is None


def test_a_council_whose_rules_take_no_letters_enters_none() -> None:
    council_ref = council(absent_mode=AbsentMode.NONE)
    session_ref = called(council_ref)
    opened(session_ref, absent=[21, 22])
    ref = counting(session_ref=session_ref)

    with pytest.raises(Refused, match="không tính ý kiến"):
        enter(ref, letter())
    objection = opinions_page(FIRST, ref).objection
    assert objection is not None
    assert objection.code == "OPINIONS_NOT_TAKEN"
