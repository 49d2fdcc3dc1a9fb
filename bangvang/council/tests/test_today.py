"""What waits for the council's people."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bangvang.council.actions.print_counting_minutes import print_counting_minutes
from bangvang.council.selectors.today import Errand, waiting_for
from bangvang.council.tests.factories import (
    FIRST,
    LATER,
    SECOND,
    called,
    closed,
    council,
    counting,
    opened,
)

pytestmark = pytest.mark.django_db

AWARDS = ("CSTDT", "BK_TTG")
ALL_AGREE = ((0, 0), (0, 0), (0, 0))


def errands() -> list[Errand]:
    return [waiting.errand for waiting in waiting_for(SECOND)]


def session_of_two() -> str:
    ref = called(council(), awards=AWARDS)
    opened(ref, absent=[21, 22])
    return ref


def test_a_closed_ballot_waits_for_its_minutes_until_they_are_printed() -> None:
    ref = counting(session_ref=session_of_two())
    closed(ref, *ALL_AGREE)
    assert errands() == [Errand.PRINT_COUNTING]

    print_counting_minutes(ref, actor=FIRST, at=LATER)

    assert errands() == []


def test_two_closed_ballots_ask_as_much_as_one() -> None:
    session_ref = session_of_two()
    asked = []
    for award in AWARDS:
        closed(counting(session_ref=session_ref, award_code=award), *ALL_AGREE)
        with CaptureQueriesContext(connection) as queries:
            found = errands()
        asked.append((len(found), len(queries)))

    assert [found for found, _ in asked] == [1, 2]
    assert asked[0][1] == asked[1][1]
