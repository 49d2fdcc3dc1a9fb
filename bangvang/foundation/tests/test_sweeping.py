"""Python's search for cycles is rare only while something says so."""

import gc

import pytest

from bangvang.foundation.sweeping import SELDOM, seldom_swept


def test_the_search_is_rare_within_and_as_before_after_it() -> None:
    before = gc.get_threshold()
    with seldom_swept():
        assert gc.get_threshold() == (SELDOM, *before[1:])
    assert gc.get_threshold() == before


def test_it_is_as_before_after_an_error_too() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="some trouble"), seldom_swept():
        raise ValueError("some trouble")
    assert gc.get_threshold() == before
