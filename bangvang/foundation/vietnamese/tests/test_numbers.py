"""Numbers said the Vietnamese way."""

from decimal import Decimal

import pytest

from bangvang.foundation.vietnamese import roman, say_money_vnd, say_number


def test_thousands_get_points_and_fractions_a_comma() -> None:
    assert say_number(1421384) == "1.421.384"
    assert say_number(-950) == "-950"
    assert say_number(Decimal("1490.3")) == "1.490,3"


def test_money_is_said_in_dong() -> None:
    assert say_money_vnd(1_490_000) == "1.490.000 đồng"


def test_roman_numerals() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 1994)] == ["I", "IV", "IX", "XIV", "XL", "MCMXCIV"]


def test_there_is_no_roman_zero() -> None:
    with pytest.raises(ValueError, match="begin at one"):
        roman(0)
