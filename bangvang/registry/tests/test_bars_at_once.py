"""Two people with one bar at the same moment, each on a connection of their own.

SQLite lets one writer in at a time and its database in memory is one connection's own, so these
run on PostgreSQL; the order of two calls is tested on both engines in `test_bars.py`.
"""

from bangvang.foundation.audit.models import Entry
from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.registry.actions.lift_bar import lift_bar
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.models import Bar
from bangvang.registry.tests.factories import bar, person
from bangvang.registry.tests.test_bars import CONCLUSION, HEAD, INVESTIGATION, SPECIALIST

pytestmark = EACH_CONNECTED


def test_of_two_people_who_lift_at_once_one_wins_and_the_other_is_told() -> None:
    made = bar(person())

    said = at_once(
        lambda: lift_bar(made.ref, CONCLUSION, version=1, actor=SPECIALIST, at=AT),
        lambda: lift_bar(made.ref, CONCLUSION, version=1, actor=HEAD, at=AT),
    )

    assert sorted(said) == ["", "ALREADY_LIFTED"]
    assert Entry.objects.filter(verb="lift_bar").count() == 1


def test_of_two_people_who_record_the_same_paper_at_once_one_wins() -> None:
    somebody = person()

    said = at_once(
        lambda: record_bar(somebody.ref, INVESTIGATION, actor=SPECIALIST, at=AT),
        lambda: record_bar(somebody.ref, INVESTIGATION, actor=HEAD, at=AT),
    )

    assert sorted(said) == ["", "ALREADY_RECORDED"]
    assert Bar.objects.count() == 1
