"""The members' roll of an organisation, and when its numbers are only lower bounds."""

from datetime import date

import pytest

from bangvang.foundation.objection import Unseen
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.withdraw_bar import withdraw_bar
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.selectors.collectives import (
    CollectiveNamed,
    Roll,
    collectives_named,
    roll_of,
)
from bangvang.registry.states import BarKind
from bangvang.registry.tests.factories import bar, organisation, person
from bangvang.registry.tests.test_holdings import CLERK, ON, enter, past

pytestmark = pytest.mark.django_db


def hospital() -> tuple[Organisation, Organisation, list[Person]]:
    above = organisation("Sở Y tế tỉnh Lào Cai")
    below = organisation("Bệnh viện số 1", kind="SUB_UNIT", parent=above)
    people = [person(name, unit=below) for name in ("Lù Văn A", "Lù Văn B", "Lù Văn C")]
    people.append(person("Lù Văn D", unit=above))
    enter(people[0], past("LDTT", 2025), past("CSTDCS", 2025), grade="HTXSNV")
    enter(people[1], past("LDTT", 2025), past("LDTT", 2025, no="khác/QĐ"), grade="HTTNV")
    enter(people[2], past("LDTT", 2024), grade="HTTNV")
    enter(people[3])
    return above, below, people


def test_the_roll_counts_the_people_of_the_organisation_and_below() -> None:
    above, below, _people = hospital()
    enter(person("Người nơi khác", unit=organisation("Sở khác")), past("LDTT", 2025))

    roll = roll_of(above.ref, 2025)

    assert roll == Roll(
        above.ref, 2025, people=4, titled=2, fighters=1, grades={"HTXSNV": 1, "HTTNV": 2},
        disciplined=0, is_complete=True,
    )  # fmt: skip
    assert roll_of(below.ref, 2025).people == 3


def test_a_revoked_title_is_not_counted() -> None:
    above, _below, people = hospital()
    Award.objects.filter(person=people[0]).update(revoked_on=ON)

    roll = roll_of(above.ref, 2025)

    assert (roll.titled, roll.fighters) == (1, 0)


@pytest.mark.parametrize(
    ("level", "since", "count"),
    [
        ("CANH_CAO", date(2025, 1, 1), 1),
        ("BUOC_THOI_VIEC", date(2025, 12, 31), 1),
        ("KHIEN_TRACH", date(2025, 6, 1), 0),
        ("CANH_CAO", date(2024, 12, 31), 0),
        ("CANH_CAO", date(2026, 1, 1), 0),
    ],
)
def test_the_roll_counts_disciplines_of_the_year_from_canh_cao(
    level: str, since: date, count: int
) -> None:
    above, _below, people = hospital()
    bar(people[0], kind=BarKind.DISCIPLINED, level=level, since=since)
    bar(people[1], since=date(2025, 5, 5))
    wrong = bar(people[2], kind=BarKind.DISCIPLINED, level="CACH_CHUC", since=date(2025, 5, 5))
    withdraw_bar(wrong.ref, "Nhầm.", version=1, actor=CLERK, at=AT)

    assert roll_of(above.ref, 2025).disciplined == count


def test_a_roll_is_whole_only_if_every_members_record_is() -> None:
    above, below, _people = hospital()
    newcomer = person("Lù Văn Mới", unit=below)

    assert not roll_of(above.ref, 2025).is_complete
    enter(newcomer)
    assert roll_of(above.ref, 2025).is_complete
    assert not roll_of(above.ref, 2013).is_complete


def test_organisations_are_found_by_name_with_all_that_lies_above_them() -> None:
    above, below, _people = hospital()

    found = collectives_named(["benh vien so 1", "Bệnh viện số 1", "", "Sở không có"])

    assert found == [CollectiveNamed(below.ref, below.name, (above.name,))]
    assert collectives_named([""]) == []


def test_a_roll_of_nobody_is_not_whole() -> None:
    assert not roll_of(organisation().ref, 2025).is_complete
    with pytest.raises(Unseen):
        roll_of("khong-co", 2025)
