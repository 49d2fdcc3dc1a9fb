"""Days on which the law changes, and which awards are asked otherwise from then on."""

from datetime import date, timedelta

from bangvang.law import (
    Change,
    Kind,
    Subject,
    asked_ever,
    changes_of_law,
    in_force,
    instrument_name,
)
from bangvang.law.changes import _ways

NEW_LAW = date(2024, 1, 1)


def test_days_come_newest_first_and_each_has_an_eve_under_a_known_law() -> None:
    days = [day.on for day in changes_of_law()]

    assert days == sorted(days, reverse=True)
    assert all(in_force(on - timedelta(days=1)) for on in days)
    assert NEW_LAW in days


def test_a_day_is_named_by_what_begins_to_apply() -> None:
    named = {day.on: [instrument_name(one) for one in day.instruments] for day in changes_of_law()}

    assert named[NEW_LAW] == ["Luật Thi đua, khen thưởng 2022", "Nghị định 98/2023/NĐ-CP"]
    assert named[date(2026, 10, 1)] == ["Luật số 06/2026/QH16"]


def test_a_new_base_salary_is_no_change_of_what_is_asked() -> None:
    assert date(2024, 7, 1) not in [day.on for day in changes_of_law()]


def test_what_is_named_changed_and_what_is_not_named_did_not() -> None:
    for day in changes_of_law():
        for key in asked_ever():
            change = Change(*key, day.on)
            differs = _ways(change.before) != _ways(change.after)
            assert differs == (change in day.changes), change


def test_both_laws_are_asked_about_one_achievement_year() -> None:
    change = Change("CSTDT", Kind.MERIT, Subject.PERSON, NEW_LAW)

    assert (change.before.on, change.after.on) == (date(2023, 12, 31), NEW_LAW)
    assert change.before.year == change.after.year == 2023


def test_an_award_that_did_not_exist_on_the_eve_cannot_be_compared() -> None:
    assert not Change("XA_TIEU_BIEU", Kind.MERIT, Subject.COLLECTIVE, NEW_LAW).is_comparable
    assert Change("CSTDT", Kind.MERIT, Subject.PERSON, NEW_LAW).is_comparable


def test_awards_are_offered_in_the_order_of_the_catalogue_each_once() -> None:
    keys = asked_ever()

    assert len(keys) == len(set(keys))
    assert [code for code, *_ in keys][:1] == ["LDTT"]
