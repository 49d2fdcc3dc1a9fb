"""Who follows which units and awards, and whose a waiting list is by that."""

from datetime import date

import pytest

from bangvang.appraisal.actions.end_charge import end_charge
from bangvang.appraisal.actions.give_charge import give_charge
from bangvang.appraisal.models import Charge
from bangvang.appraisal.permissions.charges import Officer
from bangvang.appraisal.selectors.charges import (
    charge_seen,
    charges_for,
    followed_by,
    units_without_charge,
)
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.models import Batch
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

BOSS = actor(Role.OFFICE_HEAD)
RUONG = Officer(actor(Role.SPECIALIST, ref="ruong", name="Trần Văn Ruộng"))
SUOI = Officer(actor(Role.SPECIALIST, ref="suoi", name="Lù Thị Suối"))
BOTH = (RUONG, SUOI)


def give(
    to: Officer,
    unit: Organisation | None = None,
    award_code: str = "",
    since: date = DAY,
    by: Actor = BOSS,
) -> str:
    unit_ref = unit.ref if unit else ""
    return give_charge(to, unit_ref=unit_ref, award_code=award_code, since=since, actor=by, at=AT)


def refused(
    to: Officer, unit: Organisation | None = None, award_code: str = "", **how: object
) -> str:
    with pytest.raises(Refused) as caught:
        give(to, unit, award_code, **how)  # type: ignore[arg-type]  # days and actors
    return caught.value.objection.code


def waiting(unit: Organisation, *codes: str, number: int = 1) -> Batch:
    in_round = make.round_(f"Đợt {number}")
    made = make.batch(BatchState.SUBMITTED, unit=unit, in_round=in_round, number=number)
    for row, code in enumerate(codes, start=1):
        make.nomination(made, State.SUBMITTED, row=row, name=f"Giàng A {row}", award_code=code)
    return made


def who(of: Batch, *officers: Officer, on: date = DAY) -> list[tuple[str, str, int]]:
    found = followed_by([of.ref], officers or BOTH, on=on)[of.ref]
    return [(one.name, one.matter, one.rows) for one in found]


def test_every_refusal() -> None:
    unit = organisation("Sở Y tế")
    ended = organisation("Sở cũ", until=date(2026, 1, 1))
    serving = Officer(SUOI.actor, frozenset({unit.ref}))

    assert refused(RUONG, unit, by=RUONG.actor) == "NOT_OFFICE_HEAD"
    assert refused(RUONG) == refused(RUONG, unit, "CSTDT") == "ONE_MATTER"
    assert refused(RUONG, award_code="X") == "UNKNOWN_AWARD"
    assert refused(RUONG, ended) == "UNIT_ENDED"
    assert refused(Officer(BOSS), unit) == "NOT_A_SPECIALIST"
    assert refused(serving, unit) == "SERVES_THE_UNIT"
    with pytest.raises(Unseen):
        give_charge(RUONG, unit_ref="x", award_code="", since=DAY, actor=BOSS, at=AT)
    assert not Charge.objects.exists()


def test_a_matter_has_one_officer_a_day() -> None:
    unit = organisation("Sở Y tế")
    ref = give(RUONG, unit)
    assert refused(SUOI, unit) == "IN_CHARGE_ALREADY"

    end_charge(ref, until=date(2026, 10, 1), version=1, actor=BOSS, at=AT)
    assert refused(SUOI, unit) == "IN_CHARGE_ALREADY"
    give(SUOI, unit, since=date(2026, 10, 1))

    said = [entry.said for entry in entries_about(("charge", ref))]
    assert any("Phân công Trần Văn Ruộng theo dõi Sở Y tế" in one for one in said)
    assert any("thôi theo dõi Sở Y tế" in one for one in said)


def test_ending_is_the_heads_once_and_not_before_the_beginning() -> None:
    ref = give(RUONG, organisation("Sở Y tế"))
    tries = ((DAY, 1, RUONG.actor), (date(2026, 9, 1), 1, BOSS), (DAY, 7, BOSS))
    codes = []
    for until, version, by in tries:
        with pytest.raises(Refused) as caught:
            end_charge(ref, until=until, version=version, actor=by, at=AT)
        codes.append(caught.value.objection.code)
    assert codes == ["NOT_OFFICE_HEAD", "ENDS_TOO_EARLY", "STALE"]

    end_charge(ref, until=DAY, version=1, actor=BOSS, at=AT)
    with pytest.raises(Refused) as caught:
        end_charge(ref, until=DAY, version=2, actor=BOSS, at=AT)
    assert caught.value.objection.code == "ENDED_ALREADY"
    with pytest.raises(Unseen):
        end_charge("x", until=DAY, version=1, actor=BOSS, at=AT)


def test_an_award_beats_a_unit_and_a_nearer_unit_a_higher_one() -> None:
    above = organisation("Khối Nội chính")
    unit = organisation("Sở Tư pháp", parent=above)
    listed = waiting(unit, "CSTDT", "BK_TINH", "BK_TINH")
    assert who(listed) == [("", "", 3)]

    give(RUONG, above)
    assert who(listed) == [("Trần Văn Ruộng", "Khối Nội chính", 3)]
    give(SUOI, unit)
    assert who(listed) == [("Lù Thị Suối", "Sở Tư pháp", 3)]
    give(RUONG, award_code="CSTDT")
    assert [(name, rows) for name, _, rows in who(listed)] == [
        ("Lù Thị Suối", 2),
        ("Trần Văn Ruộng", 1),
    ]
    assert who(listed, on=date(2026, 9, 1)) == [("", "", 3)]


def test_whoever_serves_the_unit_or_no_longer_appraises_is_passed_over() -> None:
    above = organisation("Khối Nội chính")
    unit = organisation("Sở Tư pháp", parent=above)
    listed = waiting(unit, "CSTDT")
    give(RUONG, above)
    give(SUOI, unit)

    assert who(listed, RUONG, Officer(SUOI.actor, frozenset({unit.ref}))) == [
        ("Trần Văn Ruộng", "Khối Nội chính", 1)
    ]
    assert who(listed, RUONG) == [("Trần Văn Ruộng", "Khối Nội chính", 1)]
    assert who(listed, Officer(actor(Role.SPECIALIST, ref="khac"))) == [("", "", 1)]


def test_units_below_a_followed_one_have_somebody_and_only_the_office_reads_it() -> None:
    above = organisation("Khối Nội chính")
    organisation("Sở Tư pháp", parent=above)
    organisation("Sở Y tế")
    ref = give(RUONG, above)
    kinds = ("DEPARTMENT",)

    assert units_without_charge(BOSS, on=DAY, kinds=kinds) == ["Sở Y tế"]
    assert [one.matter for one in charges_for(SUOI.actor, on=DAY)] == ["Khối Nội chính"]
    for role in (Role.UNIT_HEAD, Role.UNIT_OFFICER, Role.SECRETARY, Role.CHAIR, Role.MEMBER):
        other = actor(role, unit=above)
        assert charges_for(other, on=DAY) == []
        assert units_without_charge(other, on=DAY, kinds=kinds) == []
        with pytest.raises(Unseen):
            charge_seen(other, ref, on=DAY)


@each_connected
def test_one_of_two_is_put_in_charge() -> None:
    unit = organisation("Sở Y tế")
    said = at_once(lambda: give(RUONG, unit), lambda: give(SUOI, unit))

    assert sorted(said) == ["", "IN_CHARGE_ALREADY"]
    assert Charge.objects.count() == 1
