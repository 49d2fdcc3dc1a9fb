"""Two people with one bar at the same moment, each on a connection of their own.

SQLite lets one writer in at a time and its database in memory is one connection's own, so these
run on PostgreSQL; the order of two calls is tested on both engines in `test_bars.py`.
"""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.lift_bar import lift_bar
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.models import Bar
from bangvang.registry.tests.factories import bar, person
from bangvang.registry.tests.test_bars import CONCLUSION, HEAD, INVESTIGATION, SPECIALIST

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection cannot meet itself"),
]


def test_of_two_people_who_lift_at_once_one_wins_and_the_other_is_told() -> None:
    made = bar(person())

    said = _at_once(
        lambda by: lift_bar(made.ref, CONCLUSION, version=1, actor=by, at=AT), SPECIALIST, HEAD
    )

    assert said == ["", "ALREADY_LIFTED"]
    assert Entry.objects.filter(verb="lift_bar").count() == 1


def test_of_two_people_who_record_the_same_paper_at_once_one_wins() -> None:
    somebody = person()

    said = _at_once(
        lambda by: record_bar(somebody.ref, INVESTIGATION, actor=by, at=AT), SPECIALIST, HEAD
    )

    assert said == ["", "ALREADY_RECORDED"]
    assert Bar.objects.count() == 1


def _at_once(call: Callable[[Actor], object], *people: Actor) -> list[str]:
    start, said = Barrier(len(people)), [""] * len(people)

    def run(place: int, by: Actor) -> None:
        try:
            start.wait()
            call(by)
        except Refused as refused:
            said[place] = refused.objection.code
        finally:
            connection.close()

    threads = [Thread(target=run, args=numbered) for numbered in enumerate(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said)
