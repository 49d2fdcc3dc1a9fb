"""What anybody may read of the register, and what never leaves it."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.registry.actions.record_award import AwardAsDecided, record_award
from bangvang.registry.actions.register_organisation import register_organisation
from bangvang.registry.actions.register_person import PersonAsKnown, register_person
from bangvang.registry.actions.rename_organisation import rename_organisation
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.permissions.bodies import Decided
from bangvang.registry.selectors.public import (
    OTHER_AWARD,
    AwardPublic,
    award_choices_public,
    awards_public,
    newest_award,
    person_public,
    register_figures,
)

pytestmark = pytest.mark.django_db

ON = date(2022, 5, 20)
AT = datetime(2022, 5, 20, 3, 0, tzinfo=UTC)
CLERK = Actor("vt", "Vàng Văn Thư", "Văn thư", "vp", "Sở Nội vụ", frozenset({Role.SPECIALIST}))


def unit(name: str = "Sở Y tế tỉnh Lào Cai") -> str:
    return register_organisation(
        name, kind="DEPARTMENT", since=date(1991, 10, 1), actor=CLERK, at=AT
    )


def person(name: str = "Lù Văn Bậc Thang", of: str | None = None) -> str:
    known = PersonAsKnown(
        name,
        of or unit(),
        birth_on=date(1980, 2, 3),
        position="Trưởng phòng",
        identity_digest=name,
        identity_tail="789",
    )
    return register_person(known, actor=CLERK, at=AT)


def award(
    of: str,
    unit_ref: str,
    *,
    code: str = "CSTDT",
    year: int = 2021,
    no: str = "742/QĐ-UBND",
    on: date = ON,
    name: str = "Lù Văn Bậc Thang",
    order: int | None = None,
) -> str:
    decided = AwardAsDecided(
        of,
        unit_ref,
        code,
        "MERIT",
        year,
        "Danh hiệu",
        name,
        "Sở Y tế tỉnh Lào Cai",
        "Thành tích",
        no,
        on,
        "Chủ tịch Ủy ban nhân dân tỉnh",
        order,
        "qd1",
    )
    return record_award(decided, actor=CLERK, at=AT)


def names(query: str = "", code: str = "", year: int | None = None, *, on: date = ON) -> list[str]:
    return [found.name for found in awards_public(query, code, year, on=on).awards]


@pytest.fixture
def two_awards() -> None:
    health, school = unit(), unit("Trường Tiểu học số 1 xã Nậm Thông")
    award(person(of=health), health)
    award(
        person("Vàng Thị Lúa Chín", school),
        school,
        code="BK_TINH",
        year=2020,
        no="7421/QĐ-UBND",
        on=date(2021, 3, 1),
        name="Vàng Thị Lúa Chín",
    )


def test_an_award_shows_what_the_decision_says_and_nothing_personal(two_awards: None) -> None:
    found = awards_public("bậc thang", on=ON).awards[0]

    assert {field.name for field in fields(AwardPublic)} == {
        "person_ref",
        "name",
        "unit_name",
        "code",
        "award_name",
        "year",
        "decision_no",
        "decided_on",
        "issued_by",
        "decision_ref",
        "revoked_on",
        "unit_now",
        "corrected_on",
    }
    assert found.award_name == "Chiến sĩ thi đua cấp tỉnh"
    assert "789" not in str(found)
    assert "1980" not in str(found)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Lù Văn Bậc Thang", "Vàng Thị Lúa Chín"]),
        ("bậc thang", ["Lù Văn Bậc Thang"]),
        ("  BAC   THANG ", ["Lù Văn Bậc Thang"]),
        ("ông Lù Văn Bậc Thang", ["Lù Văn Bậc Thang"]),
        ("nam thong", ["Vàng Thị Lúa Chín"]),
        ("tiểu học số 1", ["Vàng Thị Lúa Chín"]),
        ("742", ["Lù Văn Bậc Thang"]),
        ("742/QĐ-UBND", ["Lù Văn Bậc Thang"]),
        ("742/qd-ubnd", ["Lù Văn Bậc Thang"]),
        ("Quyết định số 742 /QĐ", ["Lù Văn Bậc Thang"]),
        ("742/QĐ-TTg", []),
        ("0742/QĐ", ["Lù Văn Bậc Thang"]),
        ("42", []),
        ("%", []),
        ("không có ai", []),
    ],
)
def test_people_units_and_decisions_are_found_with_and_without_marks(
    two_awards: None, query: str, expected: list[str]
) -> None:
    assert names(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bậc thang, sở y tế", ["Lù Văn Bậc Thang"]),
        ("sở y tế, bậc thang", ["Lù Văn Bậc Thang"]),
        ("bac thang so y te", ["Lù Văn Bậc Thang"]),
        ("lúa chín tiểu học số 1", ["Vàng Thị Lúa Chín"]),
        ("tieu hoc lua chin", ["Vàng Thị Lúa Chín"]),
        ("lúa chín sở y tế", []),
        ("bậc thang sở y tế cstđt 2021", ["Lù Văn Bậc Thang"]),
        ("bậc thang sở y tế 2020", []),
        ("bậc thang, không có sở", []),
        ("bậc thang lào cai", ["Lù Văn Bậc Thang"]),
        (", ,", []),
    ],
)
def test_a_name_and_a_unit_are_looked_for_together(
    two_awards: None, query: str, expected: list[str]
) -> None:
    assert names(query) == expected


def test_a_name_is_found_below_the_unit_and_under_what_the_unit_was_called() -> None:
    health = unit()
    clinic = register_organisation(
        "Bệnh viện Đa khoa số 1", kind="SUB_UNIT", since=date(1991, 10, 1), parent_ref=health,
        actor=CLERK, at=AT,
    )  # fmt: skip
    award(person(of=clinic), clinic)
    assert names("bậc thang sở y tế") == ["Lù Văn Bậc Thang"]

    paper = Decided(ON, "3/QĐ-UBND", ON, "Chủ tịch Ủy ban nhân dân tỉnh")
    rename_organisation(clinic, "Trung tâm Nhi", paper, version=1, actor=CLERK, at=AT)
    assert names("bậc thang, đa khoa số 1") == ["Lù Văn Bậc Thang"]
    assert names("bậc thang trung tâm nhi") == ["Lù Văn Bậc Thang"]


def test_the_unit_of_today_finds_nobody_whom_the_decision_names_elsewhere(two_awards: None) -> None:
    school = Organisation.objects.get(name__startswith="Trường")
    Person.objects.filter(full_name="Lù Văn Bậc Thang").update(organisation=school)

    assert names("bậc thang tiểu học") == []
    assert names("bậc thang sở y tế") == ["Lù Văn Bậc Thang"]


def test_the_register_narrows_by_award_and_year(two_awards: None) -> None:
    assert names(code="BK_TINH") == ["Vàng Thị Lúa Chín"]
    assert names(year=2021) == ["Lù Văn Bậc Thang"]
    assert names(code="BK_TINH", year=2021) == []


def test_nothing_shows_before_the_decisions_day(two_awards: None) -> None:
    before = ON - timedelta(days=1)
    holder = Award.objects.get(decision_no="742/QĐ-UBND").person
    ref = holder.ref if holder else ""

    assert names(on=before) == ["Vàng Thị Lúa Chín"]
    assert names("742", on=before) == []
    assert register_figures(before).count == 1
    assert award_choices_public(before).years == (2020,)
    assert [code for code, _ in award_choices_public(before).awards] == ["BK_TINH"]
    with pytest.raises(Unseen):
        person_public(ref, on=before)
    assert person_public(ref, on=ON).name == "Lù Văn Bậc Thang"


def test_whoever_holds_nothing_has_no_page() -> None:
    for ref in (person(), "nobody"):
        with pytest.raises(Unseen):
            person_public(ref, on=ON)


def test_a_person_has_every_award_newest_first_under_the_newest_name() -> None:
    health = unit()
    ref = person(of=health)
    award(ref, health, year=2018, no="9/QĐ-UBND", on=date(2019, 1, 2), name="Lù Văn Thang")
    award(ref, health)

    shown = person_public(ref, on=ON)

    assert (shown.name, [held.year for held in shown.awards]) == ("Lù Văn Bậc Thang", [2021, 2018])


def test_a_decision_keeps_its_order() -> None:
    health = unit()
    for order, name in ((2, "Lù Văn Hai"), (None, "Lù Văn Không Số"), (1, "Lù Văn Một")):
        award(person(name, health), health, name=name, order=order)

    assert names() == ["Lù Văn Một", "Lù Văn Hai", "Lù Văn Không Số"]


def test_a_revocation_shows_from_its_day(two_awards: None) -> None:
    Award.objects.filter(decision_no="742/QĐ-UBND").update(revoked_on=ON + timedelta(days=5))

    said = [
        awards_public("742", on=ON + timedelta(days=days)).awards[0].revoked_on for days in (4, 5)
    ]

    assert said == [None, ON + timedelta(days=5)]


def test_pages_hold_twenty_and_end() -> None:
    health = unit()
    ref = person(of=health)
    for year in range(2000, 2021):
        award(ref, health, year=year)

    assert (len(awards_public(on=ON).awards), len(awards_public(on=ON, page=2).awards)) == (20, 1)
    assert awards_public(on=ON, page=2).count == 21
    for page in (0, 3):
        with pytest.raises(Unseen):
            awards_public(on=ON, page=page)


def test_an_empty_register_says_so() -> None:
    figures = register_figures(ON)

    assert awards_public(on=ON).count == 0
    assert (figures.count, figures.since_year) == (0, None)
    assert newest_award(ON) is None


def test_the_figures_count_what_is_shown(two_awards: None) -> None:
    figures = register_figures(ON)
    newest = newest_award(ON)

    assert (figures.count, figures.since_year) == (2, 2021)
    assert newest is not None
    assert newest.name == "Lù Văn Bậc Thang"


def test_choices_are_named_and_sorted(two_awards: None) -> None:
    choices = award_choices_public(ON)

    assert choices.years == (2021, 2020)
    assert [code for code, _ in choices.awards] == ["BK_TINH", "CSTDT"]


def test_an_award_unknown_to_the_catalogue_is_named_without_its_code() -> None:
    health = unit()
    award(person(of=health), health, code="MA_LA")

    assert awards_public(on=ON).awards[0].award_name == OTHER_AWARD


def test_the_register_reads_in_as_many_queries_for_twenty_rows_as_for_one(
    two_awards: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        awards_public("thang", on=ON)
    with django_assert_num_queries(3):
        awards_public(on=ON)
    with django_assert_num_queries(4):
        awards_public("742", on=ON)
