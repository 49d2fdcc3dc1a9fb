"""Two people with one award at the same moment, each on a connection of their own.

SQLite lets one writer in at a time and its database in memory is one connection's own, so these
run on PostgreSQL; the order of two calls is tested on both engines in `test_amendments.py`.
"""

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.registry.actions.confirm_amendment import confirm_amendment
from bangvang.registry.actions.decline_amendment import decline_amendment
from bangvang.registry.actions.propose_amendment import propose_amendment
from bangvang.registry.models import Amendment, Award
from bangvang.registry.tests.factories import awards, person
from bangvang.registry.tests.test_amendments import HEAD, REVOKED, SPECIALIST, STRUCK, corrected

pytestmark = EACH_CONNECTED
OTHER_HEAD = actor(Role.OFFICE_HEAD, ref="other-head", name="Giàng Thị Mây")


def test_of_two_proposals_for_one_award_one_waits_and_the_other_is_told() -> None:
    (award,) = awards(person())

    told = at_once(
        lambda: propose_amendment(award.ref, REVOKED, actor=SPECIALIST, at=AT),
        lambda: propose_amendment(award.ref, STRUCK, actor=HEAD, at=AT),
    )

    assert sorted(told) == ["", "BEING_AMENDED"]
    assert Amendment.objects.count() == 1


def test_of_two_who_confirm_one_makes_the_new_row() -> None:
    (award,) = awards(person())
    ref = propose_amendment(award.ref, corrected(year=2024), actor=SPECIALIST, at=AT)

    told = at_once(
        lambda: confirm_amendment(ref, version=1, actor=HEAD, at=AT),
        lambda: confirm_amendment(ref, version=1, actor=OTHER_HEAD, at=AT),
    )

    assert sorted(told) == ["", "NOT_WAITING"]
    assert Award.objects.count() == 1
    assert Entry.objects.filter(verb="confirm_amendment").count() == 1


def test_who_confirms_and_who_declines_do_not_both_have_their_way() -> None:
    (award,) = awards(person())
    ref = propose_amendment(award.ref, REVOKED, actor=SPECIALIST, at=AT)

    told = at_once(
        lambda: confirm_amendment(ref, version=1, actor=HEAD, at=AT),
        lambda: decline_amendment(ref, "Thôi.", version=1, actor=SPECIALIST, at=AT),
    )

    assert sorted(told) == ["", "NOT_WAITING"]
    award.refresh_from_db()
    assert (award.revoked_on is None) is (Amendment.objects.get().state == "DECLINED")
