"""Two people at one initiative, or at one household, at the same moment: one is told."""

from datetime import date

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.confirm_correction import confirm_correction
from bangvang.registry.actions.propose_correction import propose_correction
from bangvang.registry.actions.register_household import register_household
from bangvang.registry.models import Award, Initiative, Organisation
from bangvang.registry.permissions.amendments import Paper
from bangvang.registry.permissions.initiative_corrections import Basis
from bangvang.registry.permissions.initiatives import InitiativeSaid
from bangvang.registry.tests.factories import person
from bangvang.registry.tests.import_files import HEAD, SPECIALIST
from bangvang.registry.tests.test_imports_apart import given, staged
from bangvang.registry.tests.test_initiatives import SAID, recognise
from bangvang.registry.tests.test_recipients import HOUSEHOLD, commune

pytestmark = EACH_CONNECTED
OTHER_HEAD = actor(Role.OFFICE_HEAD, ref="other-head", name="Giàng Thị Mây")
WHY = Basis("Sổ ghi sai năm.", Paper())
BETTER = InitiativeSaid(
    SAID.code, SAID.title, 2024, SAID.decision_no, date(2025, 1, 5), SAID.recognised_by
)


def test_of_two_who_propose_and_of_two_who_confirm_one_is_told() -> None:
    who = person()
    recognise({who.ref: None})
    ref, same = Initiative.objects.get().ref, {who.ref: None}
    made: list[str] = []

    told = at_once(
        lambda: made.append(propose_correction(ref, BETTER, same, WHY, actor=SPECIALIST, at=AT)),
        lambda: made.append(propose_correction(ref, BETTER, same, WHY, actor=SPECIALIST, at=AT)),
    )
    assert sorted(told) == ["", "BEING_CORRECTED"]
    told = at_once(
        lambda: confirm_correction(made[0], version=1, actor=HEAD, at=AT),
        lambda: confirm_correction(made[0], version=1, actor=OTHER_HEAD, at=AT),
    )

    assert sorted(told) == ["", "NOT_WAITING"]
    assert [one.year for one in Initiative.objects.all()] == [2024]


def test_a_household_of_an_import_and_one_entered_by_hand_are_one() -> None:
    where = commune()
    found = staged(given(HOUSEHOLD))

    told = at_once(
        lambda: accept_import(found.ref, version=1, with_newcomers=True, actor=HEAD, at=AT),
        lambda: register_household(HOUSEHOLD, commune_ref=where.ref, actor=SPECIALIST, at=AT),
    )

    assert sorted(told) in (["", ""], ["", "SAME_HOUSEHOLD"])
    home = Organisation.with_apart.get(kind="HOUSEHOLD")
    assert Award.objects.get().organisation == home
