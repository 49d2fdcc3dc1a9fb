"""Dates read and said."""

from datetime import UTC, date, datetime

import pytest

from bangvang.foundation.vietnamese import (
    DateUnreadable,
    ReadDate,
    read_date,
    say_date,
    say_long_date,
    say_weekday_date,
)


@pytest.mark.parametrize(
    ("written", "year", "month", "day"),
    [
        ("19/4/2022", 2022, 4, 19),
        ("19-4-2022", 2022, 4, 19),
        ("19.04.2022", 2022, 4, 19),
        (" 19 – 4 – 2022 ", 2022, 4, 19),
        ("05/8/2002", 2002, 8, 5),
        ("2022-04-19", 2022, 4, 19),
        ("2022-04-19 00:00:00", 2022, 4, 19),
        ("19/4/2022 00:00", 2022, 4, 19),
        ("ngày 15 tháng 6 năm 2025", 2025, 6, 15),
        ("15 Tháng 6, năm 2025", 2025, 6, 15),
        ("29/02/2024", 2024, 2, 29),
        ("8/2002", 2002, 8, None),
        ("tháng 8 năm 2002", 2002, 8, None),
        ("1985", 1985, None, None),
        ("1985.0", 1985, None, None),
        ("năm 1985", 1985, None, None),
        (1985, 1985, None, None),
        (1985.0, 1985, None, None),
        (44670, 2022, 4, 19),
        (44670.5, 2022, 4, 19),
        (datetime(2022, 4, 19, 7, 30, tzinfo=UTC), 2022, 4, 19),
        (date(2022, 4, 19), 2022, 4, 19),
    ],
)
def test_a_date_is_read_day_first(
    written: object, year: int, month: int | None, day: int | None
) -> None:
    assert read_date(written) == ReadDate(year, month, day)


def test_an_empty_cell_holds_no_date() -> None:
    assert read_date(None) is None
    assert read_date(" \u00a0 ") is None


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("31/02/1984", "“31/02/1984” không phải ngày có thật."),
        ("4/19/2022", "“4/19/2022” không phải ngày có thật."),
        ("13/2002", "“13/2002” không phải ngày có thật."),
        ("19/4", "“19/4” thiếu năm."),
        ("19/4/85", "“19/4/85” ghi năm bằng hai chữ số; hãy ghi đủ bốn chữ số."),
        ("19/4/0222", "“19/4/0222” có năm ngoài khoảng 1900-2100."),
        ("1785", "“1785” có năm ngoài khoảng 1900-2100."),
        ("19/4/20222", "“19/4/20222” có năm ngoài khoảng 1900-2100."),
        ("không rõ", "“không rõ” không đọc được thành ngày."),
        ("19/4-2022", "“19/4-2022” không đọc được thành ngày."),
        (12, "“12” không đọc được thành ngày."),
        (True, "“True” không đọc được thành ngày."),
        (1e12, "“1e+12” không đọc được thành ngày."),
        (float("nan"), "“nan” không đọc được thành ngày."),
        (
            datetime(1800, 1, 1, tzinfo=UTC),
            "“1800-01-01 00:00:00+00:00” có năm ngoài khoảng 1900-2100.",
        ),
    ],
)
def test_what_is_not_a_date_is_refused_with_the_reason(written: object, why: str) -> None:
    with pytest.raises(DateUnreadable) as refused:
        read_date(written)

    assert str(refused.value) == why


def test_a_day_and_month_take_the_year_they_are_given() -> None:
    assert read_date("ngày 19 tháng 4", default_year=2022) == ReadDate(2022, 4, 19)


def test_only_a_whole_date_is_a_day() -> None:
    assert ReadDate(2022, 4, 19).on == date(2022, 4, 19)
    assert ReadDate(2022, 4).on is None
    assert ReadDate(2022).on is None


def test_dates_are_said_day_first_as_far_as_they_are_known() -> None:
    assert say_date(date(2022, 4, 9)) == "09/04/2022"
    assert say_date(ReadDate(2022, 4, 9)) == "09/04/2022"
    assert say_date(ReadDate(2022, 4)) == "04/2022"
    assert say_date(ReadDate(2022)) == "2022"


def test_a_long_date_pads_only_small_days_and_the_first_two_months() -> None:
    assert say_long_date(date(2022, 4, 19)) == "ngày 19 tháng 4 năm 2022"
    assert say_long_date(date(2022, 2, 9)) == "ngày 09 tháng 02 năm 2022"
    assert say_long_date(date(2022, 3, 1)) == "ngày 01 tháng 3 năm 2022"


def test_a_weekday_stands_before_its_date() -> None:
    assert say_weekday_date(date(2026, 9, 14)) == "thứ Hai, 14/09/2026"
    assert say_weekday_date(date(2026, 9, 20)) == "Chủ nhật, 20/09/2026"
