"""Two people with one body at the same moment, each on a connection of their own.

They run on PostgreSQL, as those of `test_bars_at_once.py`; the order of two calls is tested on
both engines in `test_bodies.py`.
"""

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.registry.actions.abolish_organisation import abolish_organisation
from bangvang.registry.actions.confirm_body_event import confirm_body_event
from bangvang.registry.actions.rename_organisation import rename_organisation
from bangvang.registry.models import BodyEvent, FormerName, Organisation
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.test_bodies import DECIDED, HEAD, SPECIALIST, abolish, someone

pytestmark = EACH_CONNECTED


def test_of_two_people_who_rename_at_once_one_is_told() -> None:
    body = organisation("Sở A")

    said = at_once(
        lambda: rename_organisation(body.ref, "Sở B", DECIDED, version=1, actor=SPECIALIST, at=AT),
        lambda: rename_organisation(body.ref, "Sở C", DECIDED, version=1, actor=HEAD, at=AT),
    )

    assert sorted(said) == ["", "STALE"]
    assert FormerName.objects.count() == 1


def test_of_two_people_who_end_a_body_at_once_one_is_told() -> None:
    body = organisation("Sở A")

    said = at_once(
        lambda: abolish_organisation(body.ref, DECIDED, version=1, actor=SPECIALIST, at=AT),
        lambda: abolish_organisation(body.ref, DECIDED, version=1, actor=HEAD, at=AT),
    )

    assert sorted(said) == ["", "STALE"]
    assert BodyEvent.objects.count() == 1


def test_of_two_people_who_confirm_at_once_one_is_told() -> None:
    body = organisation("Sở A")
    ref = abolish(body)

    other = someone("khac", Role.SPECIALIST)

    said = at_once(
        lambda: confirm_body_event(ref, version=1, actor=HEAD, at=AT),
        lambda: confirm_body_event(ref, version=1, actor=other, at=AT),
    )

    assert sorted(said) == ["", "EVENT_DONE"]
    assert Entry.objects.filter(verb="confirm_body_event").count() == 1
    assert Organisation.objects.get(pk=body.pk).until == DECIDED.on
