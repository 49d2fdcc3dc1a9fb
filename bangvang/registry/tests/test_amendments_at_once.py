"""Two people with one award at the same moment, each on a connection of their own.

SQLite lets one writer in at a time and its database in memory is one connection's own, so these
run on PostgreSQL; the order of two calls is tested on both engines in `test_amendments.py`.
"""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.confirm_amendment import confirm_amendment
from bangvang.registry.actions.decline_amendment import decline_amendment
from bangvang.registry.actions.propose_amendment import propose_amendment
from bangvang.registry.models import Amendment, Award
from bangvang.registry.tests.factories import awards, person
from bangvang.registry.tests.test_amendments import HEAD, REVOKED, SPECIALIST, STRUCK, corrected

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection cannot meet itself"),
]
OTHER_HEAD = actor(Role.OFFICE_HEAD, ref="other-head", name="Giàng Thị Mây")


def test_of_two_proposals_for_one_award_one_waits_and_the_other_is_told() -> None:
    (award,) = awards(person())
    said = {SPECIALIST: REVOKED, HEAD: STRUCK}

    told = _at_once(lambda by: propose_amendment(award.ref, said[by], actor=by, at=AT), *said)

    assert told == ["", "BEING_AMENDED"]
    assert Amendment.objects.count() == 1


def test_of_two_who_confirm_one_makes_the_new_row() -> None:
    (award,) = awards(person())
    ref = propose_amendment(award.ref, corrected(year=2024), actor=SPECIALIST, at=AT)

    told = _at_once(lambda by: confirm_amendment(ref, version=1, actor=by, at=AT), HEAD, OTHER_HEAD)

    assert told == ["", "NOT_WAITING"]
    assert Award.objects.count() == 1
    assert Entry.objects.filter(verb="confirm_amendment").count() == 1


def test_who_confirms_and_who_declines_do_not_both_have_their_way() -> None:
    (award,) = awards(person())
    ref = propose_amendment(award.ref, REVOKED, actor=SPECIALIST, at=AT)
    acts: dict[Actor, Callable[[], object]] = {
        HEAD: lambda: confirm_amendment(ref, version=1, actor=HEAD, at=AT),
        SPECIALIST: lambda: decline_amendment(ref, "Thôi.", version=1, actor=SPECIALIST, at=AT),
    }

    assert _at_once(lambda by: acts[by](), *acts) == ["", "NOT_WAITING"]
    award.refresh_from_db()
    assert (award.revoked_on is None) is (Amendment.objects.get().state == "DECLINED")


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
