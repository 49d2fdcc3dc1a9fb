"""Numbers and sums of money the Vietnamese way."""

from decimal import Decimal

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MARKS = str.maketrans(",.", ".,")


def say_number(number: int | Decimal) -> str:
    """Return 1.421.384, and a decimal comma: 0,3."""
    return f"{Decimal(number):,f}".translate(_MARKS)


def say_money_vnd(amount_vnd: int) -> str:
    """Return 1.490.000 đồng."""
    return f"{say_number(amount_vnd)} đồng"


def roman(number: int) -> str:
    """Return I, II, III, IV and so on.

    Raises:
        ValueError: less than one.
    """
    if number < 1:
        raise ValueError("Roman numerals begin at one.")
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
