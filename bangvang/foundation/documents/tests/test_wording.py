"""The fixed forms of official papers."""

from datetime import date

from bangvang.foundation.documents.wording import (
    clean,
    clean_lines,
    closed,
    date_in_words,
    number_of_paper,
    with_ends,
)


def test_days_under_ten_and_the_first_two_months_get_a_leading_zero() -> None:
    written = [date_in_words(day) for day in (date(2022, 2, 9), date(2022, 3, 10))]

    assert written == ["ngày 09 tháng 02 năm 2022", "ngày 10 tháng 3 năm 2022"]


def test_a_draft_leaves_room_for_the_pen() -> None:
    blank = "\N{NO-BREAK SPACE}" * 6

    assert date_in_words(None, year=2022) == f"ngày{blank}tháng{blank}năm 2022"
    assert date_in_words(None) == f"ngày{blank}tháng{blank}năm {blank}"
    assert number_of_paper(None, "QĐ-UBND") == f"{blank}/QĐ-UBND"


def test_numbers_under_ten_get_a_leading_zero() -> None:
    assert [number_of_paper(n, "BB") for n in (5, 12, 125)] == ["05/BB", "12/BB", "125/BB"]


def test_lines_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    assert with_ends(["Căn cứ A;", " Căn cứ B. ", "Xét C,"]) == ["Căn cứ A;", "Căn cứ B;", "Xét C."]


def test_text_is_composed_and_without_controls() -> None:
    assert clean("Lu\u0300 \x00Va\u0306n\tA\n\u200bB ") == "Lù Văn A B"
    assert clean_lines("A \x0b\n\nB\u202e") == "A\n\n\nB"


def test_the_last_sentence_gets_the_closing_mark_once() -> None:
    assert closed("Thi hành.") == "Thi hành./."
    assert closed("Thi hành./.") == "Thi hành./."
