"""Two people with one household or foreign recipient at the same moment; on PostgreSQL."""

from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.registry.actions.record_recipient_award import record_recipient_award
from bangvang.registry.actions.register_foreign_collective import register_foreign_collective
from bangvang.registry.actions.register_foreigner import register_foreigner
from bangvang.registry.actions.register_household import register_household
from bangvang.registry.models import Award, Organisation
from bangvang.registry.permissions.recipients import ForeignerSaid
from bangvang.registry.tests.import_files import HEAD, SPECIALIST
from bangvang.registry.tests.test_recipients import (
    DECISION,
    HOUSEHOLD,
    ORGANISATION,
    commune,
    household,
)

pytestmark = EACH_CONNECTED


def test_a_household_that_two_people_enter_comes_in_once() -> None:
    where = commune().ref

    said = at_once(
        lambda: register_household(HOUSEHOLD, commune_ref=where, actor=SPECIALIST, at=AT),
        lambda: register_household(HOUSEHOLD, commune_ref=where, actor=HEAD, at=AT),
    )

    assert sorted(said) == ["", "SAME_HOUSEHOLD"]


def test_a_country_that_two_people_name_is_one() -> None:
    said = at_once(
        lambda: register_foreigner(ForeignerSaid("Olav", "Na Uy"), actor=SPECIALIST, at=AT),
        lambda: register_foreign_collective("Quỹ", country="Na Uy", actor=HEAD, at=AT),
    )

    assert said == ["", ""]
    assert Organisation.with_apart.filter(kind="COUNTRY").count() == 1


def test_an_award_that_two_people_enter_comes_in_once() -> None:
    home = household().ref

    said = at_once(
        lambda: record_recipient_award(ORGANISATION, home, DECISION, actor=SPECIALIST, at=AT),
        lambda: record_recipient_award(ORGANISATION, home, DECISION, actor=HEAD, at=AT),
    )

    assert sorted(said) == ["", "HELD_ALREADY"]
    assert Award.objects.count() == 1
