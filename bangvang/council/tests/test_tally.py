"""Counting: fractions of all members, two counts compared, letters merged in."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bangvang.council.tally import (
    Box,
    Counted,
    Letter,
    Line,
    code_of,
    difference,
    fault_in_box,
    latest,
    result_digest,
    rows_beyond,
    totals,
)
from bangvang.law import Share

NINETY = Share(90, 100)


@st.composite
def counts(draw: st.DrawFn) -> tuple[Counted, list[Letter], int]:
    """Draw a possible count of a council, its letters, and the total membership."""
    members = draw(st.integers(1, 40))
    collected = draw(st.integers(0, members))
    valid = draw(st.integers(0, collected))
    rows = draw(st.integers(1, 6))
    lines = {}
    for order in range(1, rows + 1):
        no = draw(st.integers(0, valid))
        lines[order] = Line(no, draw(st.integers(0, valid - no)))
    letters = [
        _letter(
            draw(st.lists(st.sampled_from(["yes", "no", "unsaid"]), min_size=rows, max_size=rows))
        )
        for _ in range(draw(st.integers(0, members - collected)))
    ]
    return Counted(Box(collected, valid, collected - valid), lines), letters, members


def _letter(said: list[str]) -> Letter:
    orders = list(enumerate(said, start=1))
    return Letter(
        frozenset(order for order, word in orders if word == "yes"),
        frozenset(order for order, word in orders if word == "no"),
    )


@given(counts())
def test_yes_no_and_blank_are_the_valid_papers_and_the_letters(
    drawn: tuple[Counted, list[Letter], int],
) -> None:
    counted, letters, members = drawn

    results = totals(counted, letters, mark=NINETY, total_members=members)

    assert counted.box is not None
    expected = counted.box.valid + len(letters)
    assert {r.yes + r.no + r.blank for r in results} == {expected}
    assert all(0 <= r.yes <= members for r in results)


@given(counts())
def test_a_row_passes_exactly_when_yes_of_all_members_reaches_the_mark(
    drawn: tuple[Counted, list[Letter], int],
) -> None:
    counted, letters, members = drawn

    results = totals(counted, letters, mark=NINETY, total_members=members)

    assert [r.passed for r in results] == [r.yes * 100 >= 90 * members for r in results]


@given(counts())
def test_the_order_of_letters_changes_nothing(drawn: tuple[Counted, list[Letter], int]) -> None:
    counted, letters, members = drawn

    there = totals(counted, letters, mark=NINETY, total_members=members)
    back = totals(counted, letters[::-1], mark=NINETY, total_members=members)

    assert there == back


@given(counts(), st.data())
def test_one_more_paper_against_never_helps(
    drawn: tuple[Counted, list[Letter], int], data: st.DataObject
) -> None:
    counted, letters, members = drawn
    order = data.draw(st.sampled_from(sorted(counted.lines)))
    assume(counted.box is not None and sum(counted.lines[order]) < counted.box.valid)
    before = totals(counted, letters, mark=NINETY, total_members=members)
    worse = dict(counted.lines)
    worse[order] = Line(worse[order].no + 1, worse[order].blank)

    after = totals(Counted(counted.box, worse), letters, mark=NINETY, total_members=members)

    assert after[order - 1].yes == before[order - 1].yes - 1
    assert not (after[order - 1].passed and not before[order - 1].passed)


@given(counts())
def test_a_count_does_not_differ_from_itself(drawn: tuple[Counted, list[Letter], int]) -> None:
    counted, _, _ = drawn

    assert not difference(counted, counted)


@given(counts(), st.data())
def test_every_changed_row_is_counted_again_and_no_other(
    drawn: tuple[Counted, list[Letter], int], data: st.DataObject
) -> None:
    counted, _, _ = drawn
    changed = data.draw(st.sets(st.sampled_from(sorted(counted.lines))))
    other = {
        order: Line(line.no + 1, line.blank) if order in changed else line
        for order, line in counted.lines.items()
    }

    found = difference(counted, Counted(counted.box, other))

    assert found.rows == tuple(sorted(changed))
    assert not found.box


@pytest.mark.parametrize(
    ("members", "mark", "needed"),
    [
        (22, Share(90, 100), 20),
        (22, Share(80, 100), 18),
        (17, Share(90, 100), 16),
        (17, Share(80, 100), 14),
        (15, Share(90, 100), 14),
        (15, Share(80, 100), 12),
        (10, Share(90, 100), 9),
        (10, Share(80, 100), 8),
        (22, Share(1, 2, more_than=True), 12),
        (21, Share(1, 2, more_than=True), 11),
    ],
)
def test_the_last_vote_that_is_needed_decides(members: int, mark: Share, needed: int) -> None:
    def passed(yes: int) -> bool:
        counted = Counted(Box(members, members, 0), {1: Line(members - yes, 0)})
        return totals(counted, [], mark=mark, total_members=members)[0].passed

    assert passed(needed)
    assert not passed(needed - 1)


def test_a_blank_line_is_not_agreement() -> None:
    counted = Counted(Box(22, 22, 0), {1: Line(0, 3)})

    result = totals(counted, [], mark=NINETY, total_members=22)[0]

    assert (result.yes, result.no, result.blank, result.passed) == (19, 0, 3, False)


def test_a_missing_letter_is_not_agreement_and_an_agreeing_one_is() -> None:
    counted = Counted(Box(19, 19, 0), {1: Line(0, 0)})
    letter = Letter(frozenset({1}), frozenset())

    alone = totals(counted, [], mark=NINETY, total_members=22)[0]
    together = totals(counted, [letter], mark=NINETY, total_members=22)[0]

    assert (alone.yes, alone.passed) == (19, False)
    assert (together.yes, together.passed) == (20, True)


def test_a_letter_that_says_nothing_of_a_row_counts_as_blank() -> None:
    counted = Counted(Box(20, 20, 0), {1: Line(0, 0)})

    result = totals(counted, [Letter(frozenset(), frozenset())], mark=NINETY, total_members=22)[0]

    assert (result.yes, result.blank) == (20, 1)


def test_totals_need_a_counted_box() -> None:
    with pytest.raises(ValueError, match="box"):
        totals(Counted(None, {}), [], mark=NINETY, total_members=22)


@pytest.mark.parametrize(
    ("box", "why"),
    [
        (Box(20, 19, 1), ""),
        (Box(20, 20, 0), ""),
        (Box(21, 20, 1), "Thu về 21 phiếu, nhiều hơn số phát ra 20."),
        (Box(20, 19, 0), "Thu về 20 phiếu, nhưng hợp lệ 19 và không hợp lệ 0 cộng lại là 19."),
        (Box(20, 21, -1), "Số phiếu không thể là số âm."),
    ],
)
def test_collected_is_at_most_issued_and_is_valid_and_invalid(box: Box, why: str) -> None:
    assert fault_in_box(box, issued=20) == why


def test_a_row_has_no_more_papers_than_are_valid() -> None:
    lines = {1: Line(10, 10), 2: Line(10, 11), 3: Line(-1, 0)}

    assert rows_beyond(lines, valid=20) == [2, 3]


def test_the_newest_word_on_each_part_stands() -> None:
    first = Counted(Box(20, 20, 0), {1: Line(1, 0), 2: Line(2, 0)})
    again = Counted(None, {2: Line(3, 0)})

    assert latest([first, again]) == Counted(Box(20, 20, 0), {1: Line(1, 0), 2: Line(3, 0)})


def test_a_different_box_is_a_difference_by_itself() -> None:
    lines = {1: Line(0, 0)}

    found = difference(Counted(Box(20, 20, 0), lines), Counted(Box(20, 19, 1), lines))

    assert (found.box, found.rows, bool(found)) == (True, (), True)


def test_an_agreed_row_that_no_longer_fits_the_box_is_counted_again() -> None:
    lines = {1: Line(20, 0), 2: Line(1, 0)}
    smaller = Box(20, 19, 1)

    assert difference(Counted(smaller, lines), Counted(smaller, lines)).rows == (1,)


def test_the_code_of_a_list_changes_with_the_list() -> None:
    code = code_of({"rows": ["a", "b"]})

    assert len(code) == 12
    assert set(code) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert code != code_of({"rows": ["b", "a"]})
    assert code == code_of({"rows": ["a", "b"]})


def test_the_digest_of_a_result_changes_with_one_vote() -> None:
    def digest(no: int) -> str:
        counted = Counted(Box(20, 20, 0), {1: Line(no, 0)})
        rows = totals(counted, [], mark=NINETY, total_members=22)
        pairs = [("ref", row) for row in rows]
        return result_digest(pairs, manifest_code="X", total_members=22, mark=NINETY)

    assert digest(0) != digest(1)
