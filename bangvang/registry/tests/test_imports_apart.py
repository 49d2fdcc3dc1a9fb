"""Households and foreign recipients among past awards: the right holder, or a person is asked."""

from typing import Any

import pytest

from bangvang.foundation.objection import Refused
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.choose_holder import choose_holder
from bangvang.registry.actions.choose_unit import choose_unit
from bangvang.registry.actions.stage_import import stage_import
from bangvang.registry.intake.groups import Group, Subject
from bangvang.registry.intake.newcomers import AS_NEW
from bangvang.registry.models import Award, AwardImport, ImportRow, Organisation, Person
from bangvang.registry.selectors.import_rows import rows_found, units_open
from bangvang.registry.tests import factories
from bangvang.registry.tests.import_files import HEADER, SPECIALIST, line
from bangvang.registry.tests.test_recipients import (
    HOUSEHOLD,
    collective,
    commune,
    foreigner,
    household,
)

pytestmark = pytest.mark.django_db

COMMUNE = "Xã Mường Hum Mây"
NATIONS = (*HEADER, "Quốc tịch")


def staged(*rows: Any, header: Any = HEADER) -> AwardImport:
    taken = stage_import(
        write_table(header, rows), original_name="khen.xlsx", actor=SPECIALIST, at=AT
    )
    return AwardImport.objects.get(ref=taken.ref)


def given(name: str, unit: str = COMMUNE, birth: str = "", award: str = "Bằng khen tỉnh") -> Any:
    return line(name, birth, award, unit=unit, number="742/QĐ-UBND", by="Chủ tịch UBND tỉnh")


def heading(text: str) -> Any:
    return (text, *[""] * (len(HEADER) - 1))


def rows_of(found: AwardImport) -> list[ImportRow]:
    return list(ImportRow.objects.filter(award_import=found).order_by("row"))


def accept(found: AwardImport) -> None:
    found.refresh_from_db()
    accept_import(found.ref, version=found.version, with_newcomers=True, actor=SPECIALIST, at=AT)


@pytest.mark.parametrize(
    "name",
    [HOUSEHOLD, "Hộ gia đình ông Lù Văn Bậc Thang", "Gia đình ông Lù Văn Bậc Thang"],
)
def test_a_household_is_found_by_its_name_in_its_commune(name: str) -> None:
    home = household()

    found = staged(given(name))
    accept(found)

    award = Award.objects.get()
    assert (award.organisation, award.unit, award.person) == (home, home.parent, None)
    assert (award.name_as_written, award.unit_as_written) == (name, COMMUNE)
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    "name",
    ["Hộ bà Lù Văn Bậc Thang", "Hộ ông Lu Van Bac Thang", "Hộ Lù Văn Bậc Thang, thôn Suối"],
)
def test_a_household_that_is_not_surely_there_waits_and_is_no_person(name: str) -> None:
    household()

    found = staged(given(name, birth="1960"))

    (row,) = rows_of(found)
    assert (row.state, row.organisation, row.unit) == ("CHOOSE", None, None)
    assert "là hộ nào trong sổ" in row.why
    with pytest.raises(Refused):
        accept(found)


def test_a_household_of_no_commune_of_the_register_is_asked_for() -> None:
    household()

    for unit in ("", "Xã Không Có"):
        found = staged(given(HOUSEHOLD, unit=unit))
        assert [row.state for row in rows_of(found)] == ["CHOOSE"]


def test_the_committee_of_a_commune_may_be_left_out() -> None:
    home = household(of=commune("Ủy ban nhân dân xã Nậm Sương"))

    found = staged(given(HOUSEHOLD, unit="xã Nậm Sương"))

    assert [row.organisation for row in rows_of(found)] == [home]


def test_under_the_heading_of_households_the_word_may_be_left_out() -> None:
    home = household()

    found = staged(heading("III. Hộ gia đình"), given("Ông Lù Văn Bậc Thang"))

    (row,) = rows_of(found)
    assert (row.state, row.organisation) == ("READY", home)
    assert rows_found(SPECIALIST, found.ref).rows[0].unit_name == HOUSEHOLD


def test_a_person_says_which_household_is_meant_and_may_not_say_a_body() -> None:
    home = household()
    body = factories.organisation()
    name = "Hộ ông Lu Van Bac Thang"
    found = staged(given(name))
    (asked,) = units_open(SPECIALIST, found.ref)
    assert (asked.name, asked.apart, asked.is_person) == (name, "HOUSEHOLD", False)

    with pytest.raises(Refused) as refused:
        choose_unit(found.ref, asked.key, body.ref, version=1, actor=SPECIALIST, at=AT)
    choose_unit(found.ref, asked.key, home.ref, version=1, actor=SPECIALIST, at=AT)
    accept(found)

    assert refused.value.objection.code == "NOT_OF_THAT_KIND"
    assert Award.objects.get().organisation == home


def test_no_household_is_chosen_where_a_body_is_meant() -> None:
    home = household()
    found = staged(given("Vàng Thị Lúa Chín", unit="Phòng Không Có"))
    (asked,) = units_open(SPECIALIST, found.ref)

    with pytest.raises(Refused) as refused:
        choose_unit(found.ref, asked.key, home.ref, version=1, actor=SPECIALIST, at=AT)

    assert refused.value.objection.code == "NOT_OF_THAT_KIND"


def test_a_foreign_collective_is_found_by_name_and_country() -> None:
    many = collective()
    rows = (
        (*given(many.name, unit=""), "Nhật Bản"),
        (*given(many.name, unit=""), "Na Uy"),
    )

    found = staged(heading("Tập thể người nước ngoài"), *rows, header=NATIONS)
    accept(found)

    award = Award.objects.get()
    assert (award.organisation, award.unit, award.unit_as_written) == (many, many, "Nhật Bản")
    assert [row.state for row in rows_of(found)] == ["ACCEPTED", "CHOOSE"]
    assert "tập thể nước ngoài nào" in rows_of(found)[1].why


def test_nobody_foreign_is_new_unless_a_person_says_so() -> None:
    country = foreigner().organisation
    found = staged((*given("Olav Fjell-Bekk", unit=""), "Nhật Bản"), header=NATIONS)
    (row,) = rows_of(found)
    assert (row.state, row.unit, row.newcomer) == ("CHOOSE", country, "")
    assert "Người nước ngoài mà sổ chưa có" in row.why

    choose_holder(found.ref, 0, row.row, AS_NEW, version=1, actor=SPECIALIST, at=AT)
    accept(found)

    olav = Person.objects.get(full_name="Olav Fjell-Bekk")
    assert (olav.nationality, olav.organisation) == ("Nhật Bản", country)


def test_a_foreigner_whose_country_nobody_wrote_is_kept_as_such() -> None:
    commune()
    found = staged(heading("Cá nhân người nước ngoài"), given("Olav Fjell-Bekk"))
    (row,) = rows_of(found)

    choose_holder(found.ref, 0, row.row, AS_NEW, version=1, actor=SPECIALIST, at=AT)
    accept(found)

    assert Person.objects.get().nationality == "chưa rõ nước"


def test_a_foreigner_of_a_country_that_is_not_there_waits_for_one() -> None:
    found = staged((*given("Olav Fjell-Bekk", unit=""), "Na Uy"), header=NATIONS)
    (row,) = rows_of(found)
    assert (row.state, row.unit) == ("CHOOSE", None)
    assert "nước nào trong sổ" in row.why
    country = foreigner("Ola Nordmann", "Na Uy").organisation
    (asked,) = units_open(SPECIALIST, found.ref)

    choose_unit(found.ref, asked.key, country.ref, version=1, actor=SPECIALIST, at=AT)
    choose_holder(found.ref, 0, row.row, AS_NEW, version=2, actor=SPECIALIST, at=AT)
    accept(found)

    assert Person.objects.get(full_name="Olav Fjell-Bekk").organisation == country


def test_a_column_of_nations_leaves_the_vietnamese_as_they_are() -> None:
    commune()

    found = staged((*given("Vàng Thị Lúa Chín"), "Việt Nam"), header=NATIONS)
    accept(found)

    assert Person.objects.get().nationality == ""
    assert Organisation.with_apart.filter(kind="COUNTRY").count() == 0


@pytest.mark.parametrize(
    ("texts", "subject", "apart"),
    [
        (["III. Hộ gia đình"], Subject.COLLECTIVE, "HOUSEHOLD"),
        (["III. Hộ gia đình", "I. Tập thể"], Subject.COLLECTIVE, ""),
        (["Người nước ngoài"], Subject.PERSON, "FOREIGN"),
        (["Tập thể người nước ngoài"], Subject.COLLECTIVE, "FOREIGN"),
        (["III. Hộ gia đình", "Bằng khen"], Subject.COLLECTIVE, "HOUSEHOLD"),
        (["Bằng khen", "Hộ gia đình", "Giấy khen"], None, ""),
        (["Văn phòng người nước ngoài"], None, ""),
    ],
)
def test_headings_say_who_stands_below(texts: list[str], subject: Any, apart: str) -> None:
    group = Group()

    for text in texts:
        group = group.under(text, "A1")

    assert (group.subject, group.apart) == (subject, apart)
