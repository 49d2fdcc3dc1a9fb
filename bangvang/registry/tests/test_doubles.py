"""Likely doubles are looked for, listed with reasons, and those said to be two stay away."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.look_for_doubles import look_for_doubles
from bangvang.registry.actions.say_different import say_different
from bangvang.registry.models import LikelyDouble, Person
from bangvang.registry.selectors.doubles import A_PAGE, pairs_found, reasons_of
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.test_merging import (
    BODY,
    HEAD,
    INSPECTOR,
    OUTSIDER,
    PERSON,
    SPECIALIST,
    actor,
    award,
    merged_now,
)

pytestmark = pytest.mark.django_db

NAMES = ("Pao", "Dế", "Seng", "Phà", "Lử", "Chúng", "Vảng", "Sáng", "Giống", "Tráng")


def pair(name: str = "Vàng Thị Lúa Chín") -> tuple[Person, Person]:
    unit = organisation()
    return (
        person(name, unit=unit),
        person("Vang Thi Lua Chin", unit=unit, birth_on=None, birth_year=1985),
    )


def crowd() -> None:
    """Let there be others, whose names are their own."""
    unit = organisation("Sở Nội vụ")
    for place, name in enumerate(NAMES):
        person(f"Giàng A {name}", unit=unit, birth_on=date(1970 + place, 3, 4))


def looked(by: object = SPECIALIST) -> int:
    return look_for_doubles(actor=by, at=AT)  # type: ignore[arg-type]  # an actor


def test_a_record_without_marks_and_day_of_birth_is_found_with_its_reasons() -> None:
    crowd()
    first, second = pair()
    award(second)

    assert looked() == 1

    found = pairs_found(INSPECTOR, PERSON)
    (one,) = found.pairs
    assert {one.first.ref, one.second.ref} == {first.ref, second.ref}
    assert {one.first.awards, one.second.awards} == {0, 1}
    assert one.reasons.speaks_for == (
        "Trùng họ tên, một bên viết không dấu",
        "Trùng năm sinh, một bên thiếu ngày",
        "Cùng đơn vị",
        "Tên hiếm trong sổ",
    )
    assert one.reasons.against == ()
    assert reasons_of(PERSON, (first.ref, second.ref)) == one.reasons
    assert found.found_at == AT
    assert Entry.objects.get().said == "Rà soát sổ: 1 cặp bản ghi có thể là một."


def test_namesakes_born_on_other_days_elsewhere_are_left_alone() -> None:
    crowd()
    person("Lò Văn Suối", birth_on=date(1970, 1, 1), unit=organisation("Sở Y tế"))
    person("Lò Văn Suối", birth_on=date(1992, 8, 9), unit=organisation("Sở Tài chính"))

    assert looked() == 0


def test_those_said_to_be_two_do_not_come_back() -> None:
    crowd()
    first, second = pair()
    looked()
    say_different(first.ref, second.ref, of=PERSON, reason="Hai chị em", actor=HEAD, at=AT)

    assert looked() == 0
    assert pairs_found(HEAD, PERSON).count == 0
    (said,) = pairs_found(HEAD, PERSON, different=True).pairs
    assert said.different_reason == "Hai chị em"


def test_nor_under_the_record_that_one_of_them_was_merged_into() -> None:
    crowd()
    first, second = pair()
    third = person("Vàng Thị Lúa Chín", unit=first.organisation)
    say_different(first.ref, second.ref, of=PERSON, reason="Hai chị em", actor=HEAD, at=AT)
    merged_now(third, first)

    assert looked() == 0


def test_merged_records_are_no_longer_listed() -> None:
    crowd()
    first, second = pair()
    looked()
    merged_now(first, second)

    assert pairs_found(HEAD, PERSON).pairs == ()


def test_bodies_of_one_name_under_one_parent_are_found() -> None:
    parent = organisation("UBND tỉnh Lào Cai", kind="PROVINCE")
    first = organisation("Phòng Dân số", parent=parent)
    second = organisation("PHÒNG DÂN SỐ", parent=parent, until=date(2025, 7, 1))
    organisation("Phòng Dân số", parent=first)

    assert looked() == 1

    (one,) = pairs_found(HEAD, BODY).pairs
    assert {one.first.ref, one.second.ref} == {first.ref, second.ref}
    assert one.reasons.speaks_for == ("Cùng tên", "Cùng đơn vị cấp trên")
    assert one.reasons.against == ("Thời gian hoạt động khác nhau",)


def test_looking_again_replaces_what_waited() -> None:
    crowd()
    _, second = pair()
    looked()
    Person.objects.filter(pk=second.pk).update(name_fold="khac han", name_key="khác hẳn")

    assert looked() == 0
    assert not LikelyDouble.objects.exists()


def test_who_does_not_look() -> None:
    for by in (INSPECTOR, OUTSIDER):
        with pytest.raises(Refused) as refused:
            looked(by)
        assert refused.value.objection.code == "NOT_OFFICE"
    assert looked(actor(Role.ADMINISTRATOR)) == 0


def test_outsiders_and_pages_that_are_not_there() -> None:
    with pytest.raises(Unseen):
        pairs_found(OUTSIDER, PERSON)
    for page in (0, 2):
        with pytest.raises(Unseen):
            pairs_found(HEAD, PERSON, page=page)
    with pytest.raises(Unseen):
        reasons_of(PERSON, ("a", "b"))


def test_the_list_takes_as_many_queries_for_one_pair_as_for_a_page() -> None:
    crowd()
    pair()
    looked()
    one = queries()
    for place in range(A_PAGE + 2):
        unit = organisation(f"Đơn vị {place}")
        person(f"Thào Seo Số {place}", unit=unit)
        person(f"Thào Seo Số {place}", unit=unit)
    looked()

    assert pairs_found(HEAD, PERSON).count > A_PAGE
    assert queries() == one


def queries() -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        pairs_found(HEAD, PERSON)
    return len(caught)
