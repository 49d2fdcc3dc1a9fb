"""Two people with one body at the same moment, each on a connection of their own.

They run on PostgreSQL, as those of `test_bars_at_once.py`; the order of two calls is tested on
both engines in `test_bodies.py`.
"""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.abolish_organisation import abolish_organisation
from bangvang.registry.actions.confirm_body_event import confirm_body_event
from bangvang.registry.actions.rename_organisation import rename_organisation
from bangvang.registry.models import BodyEvent, FormerName, Organisation
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.test_bodies import DECIDED, HEAD, SPECIALIST, abolish, someone

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection cannot meet itself"),
]


def test_of_two_people_who_rename_at_once_one_is_told() -> None:
    body = organisation("Sở A")

    said = _at_once(
        lambda by: rename_organisation(
            body.ref, f"Sở của {by.name}", DECIDED, version=1, actor=by, at=AT
        )
    )

    assert said == ["", "STALE"]
    assert FormerName.objects.count() == 1


def test_of_two_people_who_end_a_body_at_once_one_is_told() -> None:
    body = organisation("Sở A")

    said = _at_once(lambda by: abolish_organisation(body.ref, DECIDED, version=1, actor=by, at=AT))

    assert said == ["", "STALE"]
    assert BodyEvent.objects.count() == 1


def test_of_two_people_who_confirm_at_once_one_is_told() -> None:
    body = organisation("Sở A")
    ref = abolish(body)

    said = _at_once(
        lambda by: confirm_body_event(ref, version=1, actor=by, at=AT),
        HEAD,
        someone("khac", Role.SPECIALIST),
    )

    assert said == ["", "EVENT_DONE"]
    assert Entry.objects.filter(verb="confirm_body_event").count() == 1
    assert Organisation.objects.get(pk=body.pk).until == DECIDED.on


def _at_once(call: Callable[[Actor], object], *given: Actor) -> list[str]:
    people = given or (SPECIALIST, HEAD)
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
