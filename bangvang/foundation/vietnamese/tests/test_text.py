"""Text in one form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.foundation.vietnamese import fold, in_words, text_sort_key, tidy


def test_tidy_composes_trims_and_collapses_every_kind_of_space() -> None:
    raw = unicodedata.normalize("NFD", "  Lù\u00a0Văn \u200b\n\tBậc  Thang\ufeff ")

    assert tidy(raw) == "Lù Văn Bậc Thang"


def test_tidy_unifies_dashes() -> None:
    assert tidy("Văn hóa – Thể thao — Du lịch") == "Văn hóa - Thể thao - Du lịch"


def test_tidy_drops_what_cannot_be_stored() -> None:
    assert tidy("Vàng\x00 A\ud800 \u202eSủng") == "Vàng A Sủng"


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_fold_forgets_marks_case_and_the_bar_of_d() -> None:
    assert fold("Đặng Thị HOÀ") == fold("đặng thị hòa") == "dang thi hoa"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_texts_sort_by_the_vietnamese_alphabet_letters_before_tones() -> None:
    expected = ["Dao", "Dào", "Dảo", "Dão", "Dáo", "Dạo", "Dăm", "Dân", "Đa", "E", "Ê", "Ơn", "Ư"]
    shuffled = [*expected[5:], *expected[:5]]

    assert sorted(shuffled, key=text_sort_key) == expected


def test_a_shorter_syllable_sorts_before_a_longer_one_whatever_its_tone() -> None:
    assert sorted(["Hoan Bình", "Họa Bình", "Hoa"], key=text_sort_key) == [
        "Hoa",
        "Họa Bình",
        "Hoan Bình",
    ]


def test_numbers_sort_by_value_and_before_letters() -> None:
    assert sorted(["Tổ A", "Tổ 10", "Tổ 02", "Tổ 1"], key=text_sort_key) == [
        "Tổ 1",
        "Tổ 02",
        "Tổ 10",
        "Tổ A",
    ]


def test_letters_of_other_scripts_sort_last_and_foreign_marks_do_not_count() -> None:
    assert text_sort_key("Ж") > text_sort_key("z")
    assert text_sort_key("Zoë") == text_sort_key("zoe")


@given(st.text())
def test_a_sort_key_holds_digits_only(text: str) -> None:
    key = text_sort_key(text)

    assert key == "" or (key.isascii() and key.isdecimal())


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("Nhầm.", True), ("số 5 sai", True), ("ở", False), (".", False), ("12/3", False), ("", False)],
)
def test_a_reason_is_in_words(text: str, is_so: bool) -> None:
    assert in_words(text) is is_so
