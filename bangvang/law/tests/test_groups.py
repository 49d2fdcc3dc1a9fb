"""Shares of a list on both sides of each number, with ranges, and who comes first among equals."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.law import (
    Answer,
    Citation,
    Count,
    Finding,
    GroupRule,
    NotInForce,
    Proposal,
    ReadingOfText,
    Reason,
    Seen,
    UnknownAward,
    group_rules_on,
    laid_over,
    shipped,
    tie_hint,
    using,
)
from bangvang.law.loading import Texts

ON = date(2022, 4, 19)
LAST_DAY = date(2023, 12, 31)
FIRST_DAY = date(2024, 1, 1)
MET, NOT_MET, OPEN = Answer.MET, Answer.NOT_MET, Answer.FOR_A_PERSON


def rule(code: str = "CSTDCS", on: date = ON) -> GroupRule:
    (found,) = group_rules_on(code, on)
    return found


def listed(met: int, open_: int = 0, refused: int = 0, group: str = "Sở Y tế") -> list[Proposal]:
    answers = [MET] * met + [OPEN] * open_ + [NOT_MET] * refused
    return [Proposal(f"{group}-{n}", group, answer) for n, answer in enumerate(answers)]


def found(
    met: int,
    base: Count | None,
    *,
    open_: int = 0,
    refused: int = 0,
    asked: GroupRule | None = None,
) -> Finding:
    bases = {} if base is None else {"Sở Y tế": base}
    return (asked or rule()).ask(listed(met, open_, refused), bases)["Sở Y tế"]


def known(number: int) -> Count:
    return Count(number, number)


def rounded(word: str, seen: Seen = Seen.SOURCE) -> GroupRule:
    rounding = rule().rounding
    assert rounding is not None
    return replace(rule(), rounding=replace(rounding, value=word, seen=seen))


@pytest.mark.parametrize(
    ("code", "met", "base", "answer"),
    [
        ("CSTDCS", 6, 40, MET),
        ("CSTDCS", 7, 40, NOT_MET),
        ("CSTDCS", 3, 20, MET),
        ("CSTDCS", 4, 20, NOT_MET),
        ("CSTDCS", 1, 0, NOT_MET),
        ("CO_CP", 2, 10, MET),
        ("CO_CP", 3, 10, NOT_MET),
    ],
)
def test_a_share_that_comes_out_even_has_two_sides(
    code: str, met: int, base: int, answer: Answer
) -> None:
    assert found(met, known(base), asked=rule(code)).answer is answer


@pytest.mark.parametrize(("met", "answer"), [(6, MET), (7, OPEN), (8, NOT_MET)])
def test_rounding_is_left_to_a_person_only_where_it_changes_the_number(
    met: int, answer: Answer
) -> None:
    one = found(met, known(45))  # 15 % of 45 is 6.75

    assert one.answer is answer
    assert one.why is (Reason.TWO_READINGS if answer is OPEN else None)


@pytest.mark.parametrize(
    ("word", "cap"), [("down", 6), ("up", 7), ("nearest", 7), ("unsettled", None)]
)
def test_a_way_of_rounding_that_was_read_settles_it(word: str, cap: int | None) -> None:
    settled, recalled = rounded(word), rounded(word, Seen.MEMORY)

    assert settled.cap(known(45)) == (Count(6, 7) if cap is None else known(cap))
    assert settled.cap(known(40)) == known(6)
    assert recalled.cap(known(45)) == replace(rule(), rounding=None).cap(known(45)) == Count(6, 7)


def test_rounding_up_takes_the_smallest_part_of_one_more() -> None:
    up = rounded("up")
    one_percent = replace(up, percent=replace(up.percent, value=1))

    assert [one_percent.cap(known(base)).possible for base in (0, 1, 100, 101)] == [0, 1, 1, 2]


@pytest.mark.parametrize(
    ("word", "caps"),
    [
        ("down", [(0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 1)]),
        ("nearest", [(0, 0), (0, 0), (0, 0), (1, 1), (1, 1), (1, 1)]),
        ("up", [(0, 0), (1, 1), (1, 1), (1, 1), (1, 1), (1, 1)]),
        ("unsettled", [(0, 0), (0, 1), (0, 1), (0, 1), (0, 1), (1, 1)]),
    ],
)
def test_each_way_of_rounding_turns_at_its_hundredth(
    word: str, caps: list[tuple[int, int]]
) -> None:
    asked = rounded(word)
    one_percent = replace(asked, percent=replace(asked.percent, value=1))

    found_caps = [one_percent.cap(known(base)) for base in (0, 1, 49, 50, 99, 100)]
    assert found_caps == [Count(low, high) for low, high in caps]


def test_the_nearest_whole_number_turns_at_the_half() -> None:
    nearest = rounded("nearest")

    assert [nearest.cap(known(base)).possible for base in (9, 10, 16, 17)] == [1, 2, 2, 3]


@pytest.mark.parametrize(
    ("met", "open_", "base", "answer"),
    [
        (4, 2, known(40), MET),
        (4, 3, known(40), OPEN),
        (6, 1, known(40), OPEN),
        (7, 1, known(40), NOT_MET),
        (6, 0, Count(40, 60), MET),
        (6, 0, Count(39, 60), OPEN),
        (9, 0, Count(40, 60), OPEN),
        (10, 0, Count(40, 60), NOT_MET),
        (4, 2, Count(40, 60), MET),
        (6, 0, Count(40, 40, or_more=True), MET),
        (7, 0, Count(40, 40, or_more=True), OPEN),
        (40, 0, Count(40, 40, or_more=True), OPEN),
    ],
)
def test_ranges_decide_only_where_their_ends_agree(
    met: int, open_: int, base: Count, answer: Answer
) -> None:
    one = found(met, base, open_=open_)

    assert one.answer is answer
    assert one.why is (Reason.FACT_MISSING if answer is OPEN else None)


def test_every_filling_in_of_the_ranges_agrees_with_the_answer() -> None:
    for met in range(5):
        for open_ in range(4):
            for low in range(0, 26, 5):
                for high in range(low, 26, 5):
                    one = found(met, Count(low, high), open_=open_) if met + open_ else None
                    truths = {
                        n * 100 <= 15 * base
                        for n in range(met, met + open_ + 1)
                        for base in range(low, high + 1)
                    }
                    if one and one.answer is MET:
                        assert truths == {True}
                    if one and one.answer is NOT_MET:
                        assert truths == {False}


def test_what_the_law_refuses_is_not_counted() -> None:
    assert found(6, known(40), refused=3).answer is MET


def test_a_base_that_is_not_known_is_for_a_person() -> None:
    one = found(1, None)

    assert (one.answer, one.why) == (OPEN, Reason.FACT_MISSING)
    assert one.sentence == (
        "Đề nghị 1 người; chưa rõ số cá nhân được tặng danh hiệu Lao động tiên tiến, Chiến sĩ "
        "tiên tiến."
    )
    nobody = found(0, None, refused=1)
    assert nobody.answer is MET
    assert nobody.sentence.startswith("Đề nghị 0 người trên 0 cá nhân được tặng danh hiệu")


def test_each_group_is_held_against_its_own_base() -> None:
    rows = [*listed(7), *listed(7, group="Sở Nội vụ")]

    both = rule().ask(rows, {"Sở Y tế": known(40), "Sở Nội vụ": known(100)})

    assert {group: one.answer for group, one in both.items()} == {
        "Sở Y tế": NOT_MET,
        "Sở Nội vụ": MET,
    }
    assert rule().ask([], {"Sở Y tế": known(40)}) == {}


def test_it_is_said_how_many_are_too_many_and_on_what_base() -> None:
    base = "cá nhân được tặng danh hiệu Lao động tiên tiến, Chiến sĩ tiên tiến"
    one = found(8, known(40))

    assert one.sentence == (
        f"Đề nghị 8 người trên 40 {base}; không quá 15 % là 6 người: nhiều quá 2 người."
    )
    assert one.requires == f"Không quá 15 % {base}"
    assert one.cite.text == "khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP"
    assert (one.title, one.seen) == ("Tỷ lệ Chiến sĩ thi đua cơ sở", Seen.SOURCE)
    assert found(8, Count(40, 45), open_=1).sentence == (
        f"Đề nghị 8 đến 9 người trên 40 đến 45 {base}; không quá 15 % là 6 đến 7 người: nhiều "
        "quá 1 đến 3 người."
    )
    assert found(7, known(45)).sentence == (
        f"Đề nghị 7 người trên 45 {base}; không quá 15 % là 6 đến 7 người; quy định không nói cách "
        "làm tròn, có thể nhiều quá 1 người."
    )
    assert found(4, known(40), open_=4).sentence == (
        f"Đề nghị 4 đến 8 người trên 40 {base}; không quá 15 % là 6 người; số liệu chưa chắc chắn, "
        "có thể nhiều quá 2 người."
    )
    assert found(8, Count(40, 40, or_more=True)).sentence == (
        f"Đề nghị 8 người trên ít nhất 40 {base}; không quá 15 % là ít nhất 6 người; số liệu chưa "
        "chắc chắn, có thể nhiều quá 2 người."
    )
    assert found(6, known(40)).sentence == (
        f"Đề nghị 6 người trên 40 {base}; không quá 15 % là 6 người."
    )


def test_the_share_of_grassroots_fighters_ends_with_the_decree() -> None:
    assert rule(on=date(2017, 10, 1)).percent.value == 15
    assert rule(on=LAST_DAY).percent.value == 15
    for later in (FIRST_DAY, date(2025, 7, 1), date(2026, 10, 1), date(2030, 1, 1)):
        assert group_rules_on("CSTDCS", later) == ()


@pytest.mark.parametrize("on", [FIRST_DAY, date(2025, 7, 1), date(2026, 10, 1)])
def test_the_share_of_government_flags_is_unseen_after_the_decree(on: date) -> None:
    assert found(2, known(10), asked=rule("CO_CP", LAST_DAY)).answer is MET

    one = found(9, known(10), asked=rule("CO_CP", on))

    assert (one.answer, one.why) == (OPEN, Reason.TEXT_UNSEEN)
    assert one.requires == "Đối chiếu văn bản"
    assert one.sentence == (
        "Đề nghị 9 tập thể; hệ thống chưa có nguyên văn quy định về tỷ lệ của ngày này."
    )


def test_a_share_that_was_not_read_decides_nothing() -> None:
    weak = replace(rule(), percent=replace(rule().percent, seen=Seen.SECONDARY))

    one = found(20, known(40), asked=weak)

    assert (one.answer, one.why, one.seen) == (OPEN, Reason.WEAK_SOURCE, Seen.SECONDARY)
    assert one.sentence.endswith("chưa được đối chiếu với văn bản gốc nên chưa thể kết luận.")


def test_a_province_may_lay_its_own_share_over() -> None:
    own = ReadingOfText(
        "group.CSTDCS.province_percent", FIRST_DAY, None, 20, "percent",
        Citation("LUAT-06-2022", 24, 4), date(2026, 11, 22), "Quyết định của tỉnh",
    )  # fmt: skip

    with using(laid_over([own])):
        (now,) = group_rules_on("CSTDCS", date(2025, 3, 1))
        assert found(8, known(40), asked=now).answer is MET
        assert found(9, known(40), asked=now).answer is NOT_MET
        assert len(group_rules_on("CSTDCS", LAST_DAY)) == 1
    assert group_rules_on("CSTDCS", date(2025, 3, 1)) == ()


def test_a_share_of_an_award_without_a_base_is_not_held_against_anything() -> None:
    own = ReadingOfText(
        "group.BK_TINH.province_percent", FIRST_DAY, None, 20, "percent",
        Citation("LUAT-06-2022", 24, 4), date(2026, 11, 22), "Quyết định của tỉnh",
    )  # fmt: skip

    with using(laid_over([own])):
        assert group_rules_on("BK_TINH", date(2025, 3, 1)) == ()


def test_most_awards_have_no_share() -> None:
    assert group_rules_on("BK_TINH", ON) == ()
    with pytest.raises(UnknownAward):
        group_rules_on("HTXSNV", ON)
    with pytest.raises(NotInForce):
        group_rules_on("CSTDCS", date(2017, 9, 30))


@pytest.mark.parametrize(("low", "high"), [(-1, 2), (3, 2)])
def test_a_count_the_wrong_way_round_is_refused(low: int, high: int) -> None:
    with pytest.raises(ValueError, match="is no count"):
        Count(low, high)


def person(id_: str, *, woman: bool | None) -> Proposal:
    return Proposal(id_, "Sở Y tế", MET, woman=woman)


def collective(id_: str, women: int | None, members: int) -> Proposal:
    return Proposal(id_, "Khối thi đua số 1", MET, women=women, members=members)


def test_a_woman_comes_first_among_equals() -> None:
    rows = [person("a", woman=False), person("b", woman=True), person("c", woman=None)]

    hint = tie_hint(rows, ON)

    assert hint is not None
    assert hint.first == ("b",)
    assert hint.sentence == (
        "Khi thành tích ngang nhau, ưu tiên cá nhân là nữ hoặc tập thể có từ 70 % nữ trở lên."
    )
    assert (hint.cite.text, hint.seen) == ("Điều 3 Nghị định 91/2017/NĐ-CP", Seen.SOURCE)


def test_a_collective_of_seventy_percent_women_comes_first() -> None:
    rows = [collective("a", 699, 1000), collective("b", 7, 10), collective("c", None, 10)]

    hint = tie_hint(rows, date(2025, 7, 1))

    assert hint is not None
    assert hint.first == ("b",)
    assert hint.cite.text == "khoản 6 Điều 4 Nghị định 152/2025/NĐ-CP"


def test_there_is_no_hint_where_it_makes_no_difference() -> None:
    women = [person("a", woman=True), person("b", woman=True)]
    nobody = [person("a", woman=False), person("b", woman=None)]

    assert tie_hint(women, ON) is tie_hint(nobody, ON) is tie_hint([], ON) is None
    assert tie_hint([person("a", woman=False), *women], date(2017, 9, 30)) is None
    for on, seen in ((FIRST_DAY, Seen.INFERRED), (date(2026, 10, 1), Seen.UNVERIFIED)):
        hint = tie_hint([person("c", woman=False), *women], on)
        assert hint is not None
        assert (hint.first, hint.seen) == (("a", "b"), seen)


def test_there_is_no_hint_where_the_share_of_women_is_unseen() -> None:
    unseen = Texts(
        replace(entry, value=None, unit="", text_unseen="ND-98-2023")
        if entry.id == "group.women_first.percent"
        else entry
        for row in shipped().rows.values()
        for entry in row.items
    )
    rows = [collective("a", 7, 10), collective("b", 6, 10)]

    assert tie_hint(rows, ON) is not None
    with using(unseen):
        assert tie_hint(rows, ON) is None
