"""What the office sees of the readings, and what others must not."""

from datetime import date

import pytest

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.law import Seen
from bangvang.lawbook.selectors.readings import reading_page, readings_for, waiting_ids
from bangvang.lawbook.states import State
from bangvang.lawbook.tests.factories import (
    AMENDED,
    DECREE,
    HEAD,
    INITIATIVES,
    INSPECTOR,
    SPECIALIST,
    STRANGERS,
    TITLES,
    confirmed,
    proposed,
    wording,
)

pytestmark = pytest.mark.django_db


def test_the_newest_comes_first_and_a_state_filters() -> None:
    confirmed()
    waiting = proposed(entry_id=INITIATIVES, value=1)

    assert [row.entry_id for row in readings_for(INSPECTOR)] == [INITIATIVES, TITLES]
    (row,) = readings_for(SPECIALIST, states=[State.PROPOSED])
    assert (row.ref, row.value, row.cite) == (
        waiting.ref,
        "1 sáng kiến",
        "khoản 3 Điều 1 Luật số 06/2026/QH16",
    )
    assert waiting_ids(HEAD, on=AMENDED) == {INITIATIVES}


def test_a_value_that_ends_earlier_does_not_wait_for_a_later_day() -> None:
    proposed(until=date(2027, 3, 1))

    assert waiting_ids(HEAD, on=date(2027, 2, 28)) == {TITLES}
    for day in (date(2026, 9, 30), date(2027, 3, 1)):
        assert waiting_ids(HEAD, on=day) == frozenset()


@pytest.mark.parametrize("stranger", STRANGERS)
def test_others_see_no_reading(stranger: Actor) -> None:
    reading = proposed()

    assert readings_for(stranger) == []
    assert waiting_ids(stranger, on=AMENDED) == frozenset()
    with pytest.raises(Unseen):
        reading_page(stranger, reading.ref)


def test_the_page_shows_what_held_before_beside_the_new_value() -> None:
    page = reading_page(HEAD, proposed().ref)

    assert (page.row.value, page.beneath.value) == ("4 lần", "3 lần")
    assert page.beneath.cite == "Điều 22 Luật Thi đua, khen thưởng 2022"
    assert (page.beneath.seen, page.beneath.is_past) == (Seen.SOURCE, True)
    assert page.not_now.confirming is None
    assert page.document.name == "cong-bao-mau.pdf"


def test_a_confirmed_value_is_shown_over_what_it_covers_and_not_over_itself() -> None:
    page = reading_page(HEAD, confirmed().ref)

    assert (page.row.value, page.beneath.value) == ("4 lần", "3 lần")
    assert page.row.decided_by == "Trần Thị Đồi Chè"


def test_a_value_that_is_written_but_not_compared_says_so() -> None:
    reading = proposed(entry_id="once.achievement", value=True)
    page = reading_page(HEAD, reading.ref)

    assert page.beneath.value == "Có quy định này"
    assert (page.beneath.seen, page.beneath.is_past) == (Seen.UNVERIFIED, False)


def test_a_wording_has_nothing_beneath() -> None:
    page = reading_page(HEAD, wording().ref)

    assert (page.beneath.value, page.beneath.seen) == ("chưa ghi", None)
    assert page.row.value == "như hệ thống đang tính"


def test_a_document_that_was_entered_is_named_before_anybody_confirms() -> None:
    page = reading_page(HEAD, proposed(instrument=DECREE).ref)

    assert page.row.cite == "khoản 3 Điều 1 Nghị định mẫu 30/2026/NĐ-TM"
    assert (page.instrument.number, page.instrument.since) == ("30/2026/NĐ-TM", AMENDED)
    assert page.compared_on == date(2026, 11, 19)
