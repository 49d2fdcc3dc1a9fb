"""Shapes that count something."""

from bangvang.web.components import pieces


def tally(*counts: int) -> pieces.Tally:
    items = tuple(pieces.TallyItem(pieces.ANSWER_MET, count, "") for count in counts)
    return pieces.Tally((pieces.TallyGroup("Đã đối chiếu", items),), all_href="")


def test_a_tally_counts_its_rows() -> None:
    assert tally(6, 0, 4).count == 10


def test_the_bar_is_as_long_as_all_rows_and_leaves_out_what_is_not_there() -> None:
    stretches = [(part.begins, part.takes) for part in tally(1, 0, 3).segments]

    assert stretches == [("0.00%", "25.00%"), ("25.00%", "75.00%")]


def test_a_tally_of_nothing_has_no_bar() -> None:
    assert tally(0).segments == ()
