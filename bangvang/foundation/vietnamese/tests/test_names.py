"""Names compared and sorted."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.foundation.vietnamese import (
    name_key,
    name_key_loose,
    person_sort_key,
    without_titles,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vàng Thị Hòa", "vàng thị HOÀ"),
        ("Lù Văn Thuý", "Lù Văn Thúy"),
        ("Giàng A Uỷ", "Giàng A Ủy"),
        ("Hoàng Văn Sĩ", "Hoàng Văn Sỹ"),
        ("Lý Thị Mỹ", "Lí Thị Mĩ"),
        ("Tẩn Quý", "Tẩn Quí"),
        ("Phạm  Thị\u00a0Lúa", unicodedata.normalize("NFD", "Phạm Thị Lúa")),
        ("Ông Lù Văn Bậc", "Lù Văn Bậc"),
        ("Đ/c Lù Văn Bậc", "đồng chí Lù Văn Bậc"),
        ("Thượng uý Lù Văn Bậc", "Đại úy, Lù Văn Bậc"),
    ],
)
def test_two_spellings_of_one_name_share_the_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lò Văn Đạt", "Lò Văn Dat"),
        ("Lò Thị Mai", "Lò Thị May"),
        ("Lò Thị Thúy", "Lò Thị Thúi"),
        ("Lò Văn Hùng", "Lò Văn Hưng"),
        ("Lò Văn Tuân", "Lò Văn Tuấn"),
    ],
)
def test_every_mark_keeps_two_names_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_the_loose_key_brings_candidates_together() -> None:
    assert name_key_loose("Bà Đặng Thị Thuý") == name_key_loose("dang thi thui")


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    bare = without_titles(text)
    key = name_key(bare)

    assert name_key(key) == key or without_titles(key) != key


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Ông Lù Văn Bậc Thang", "Lù Văn Bậc Thang"),
        ("Ông (bà) Lù Văn Bậc Thang", "Lù Văn Bậc Thang"),
        ("Ông/Bà: Lù Văn Bậc Thang", "Lù Văn Bậc Thang"),
        ("Đ/c Đại tá Lù Văn Bậc Thang", "Lù Văn Bậc Thang"),
        ("PGS.TS. Lù Văn Bậc Thang", "Lù Văn Bậc Thang"),
        ("BSCKII. Lù Văn Bậc Thang", "Lù Văn Bậc Thang"),
        ("BS CKI Lù Văn Bậc Thang", "Lù Văn Bậc Thang"),
        ("ThS.Lù Văn Bậc", "Lù Văn Bậc"),
        ("Anh Thơ", "Anh Thơ"),
        ("Anh Lù Văn Bậc", "Lù Văn Bậc"),
        ("Bà Lan", "Lan"),
        ("Ông", "Ông"),
        ("Bàn Thị Lúa", "Bàn Thị Lúa"),
        ("Tsần A Lúa", "Tsần A Lúa"),
    ],
)
def test_titles_before_a_name_are_cut(written: str, bare: str) -> None:
    assert without_titles(written) == bare


def test_people_sort_by_given_name_then_surname_then_middle_name() -> None:
    people = ["Vàng Thị An", "Bàn Văn Ánh", "Ông Lù Văn Ân", "Lò Thị An", "Lò Văn An", "Đèo Bình"]

    assert sorted(people, key=person_sort_key) == [
        "Lò Thị An",
        "Lò Văn An",
        "Vàng Thị An",
        "Bàn Văn Ánh",
        "Ông Lù Văn Ân",
        "Đèo Bình",
    ]


def test_an_empty_name_has_an_empty_sort_key() -> None:
    assert person_sort_key(" ") == ""
