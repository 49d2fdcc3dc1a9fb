"""What may be an identity number is noticed; days, telephones and decisions are not."""

import pytest

from bangvang.foundation.identity_numbers import masked, names_a_number


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("010085000123", "•••••••••123"),
        ("CCCD 010 085 000 124.", "CCCD •••••••••124."),
        ("CMND 010085125, cũ", "CMND •••••••••125, cũ"),
    ],
)
def test_the_end_of_a_number_is_shown(text: str, shown: str) -> None:
    assert (names_a_number(text), masked(text)) == (True, shown)


@pytest.mark.parametrize(
    "text", ["12/06/1985", "0912345678", "1234/QĐ-UBND", "15.000.000", "2020 2021", "0100850001234"]
)
def test_other_figures_stay(text: str) -> None:
    assert (names_a_number(text), masked(text)) == (False, text)
