"""The province's way of rounding, from the environment to the amount."""

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from bangvang.decisions.documents.prizes import prize_of, rounding_set
from bangvang.law import Subject
from config.settings import environment

ON = date(2024, 8, 1)


@pytest.mark.parametrize("word", ["", "nearest", "up"])
def test_the_setting_takes_the_ways_that_the_law_knows(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANGVANG_ROUNDING", word)

    assert environment.rounding() == word


def test_another_word_stops_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVANG_ROUNDING", "down")

    with pytest.raises(ImproperlyConfigured, match="BANGVANG_ROUNDING"):
        environment.rounding()


def test_the_setting_decides_the_amount(settings: Settings) -> None:
    settings.BANGVANG_ROUNDING = "nearest"

    prize = prize_of("LDTT", on=ON)

    assert rounding_set() == "nearest"
    assert prize is not None
    assert (prize.amount_vnd, prize.other_vnd) == (700_000, None)


def test_a_day_without_a_decree_has_no_prize() -> None:
    assert rounding_set() is None
    assert prize_of("CSTDT", on=date(2016, 1, 1)) is None
    assert prize_of("TTLDXS", on=ON) is None
    assert prize_of("TTLDXS", on=ON, subject=Subject.COLLECTIVE) is not None
