"""A day that is typed is read as it is written here: day, month, year."""

from datetime import date, datetime

import pytest
from django import forms
from django.core.exceptions import ValidationError


@pytest.mark.parametrize("typed", ["2026-01-05", "05/01/2026", "5/1/2026", "5-1-2026", "5.1.2026"])
def test_the_day_stands_before_the_month(typed: str) -> None:
    assert forms.DateField().clean(typed) == date(2026, 1, 5)
    moment = forms.DateTimeField().clean(f"{typed} 07:30")
    assert isinstance(moment, datetime)
    assert moment.replace(tzinfo=None) == datetime(2026, 1, 5, 7, 30)  # noqa: DTZ001  as typed


@pytest.mark.parametrize("typed", ["01/15/2026", "31/02/2026", "5/1/26", "Jan 5 2026", "2026"])
def test_what_is_no_such_day_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        forms.DateField().clean(typed)
