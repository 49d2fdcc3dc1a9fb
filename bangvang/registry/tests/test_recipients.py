"""Entering households and foreign recipients, and what a decision gave them."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.vietnamese import text_sort_key
from bangvang.registry.actions.record_recipient_award import record_recipient_award
from bangvang.registry.actions.register_foreign_collective import register_foreign_collective
from bangvang.registry.actions.register_foreigner import register_foreigner
from bangvang.registry.actions.register_household import register_household
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.permissions.recipients import AwardSaid, ForeignerSaid
from bangvang.registry.selectors.body_tree import body_choices, kinds_of_bodies, tree_on
from bangvang.registry.selectors.naming import everybody
from bangvang.registry.selectors.organisations import branch_of
from bangvang.registry.selectors.recipients import (
    commune_choices,
    household_key,
    recipients_found,
    workplace_choices,
)
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.states import HolderKind
from bangvang.registry.tests import factories
from bangvang.registry.tests.import_files import SPECIALIST

pytestmark = pytest.mark.django_db

UNIT = actor(Role.UNIT_OFFICER, ref="donvi", name="Giàng A Sổ")
HOUSEHOLD = "Hộ ông Lù Văn Bậc Thang"
ORGANISATION, PERSON = HolderKind.ORGANISATION, HolderKind.PERSON
DECISION = AwardSaid(
    code="BK_TINH",
    kind="MERIT",
    year=2024,
    decision_no="742/QĐ-UBND",
    decided_on=date(2025, 3, 3),
    issued_by="Chủ tịch Ủy ban nhân dân tỉnh",
)
FRIENDSHIP = replace(DECISION, code="HUYCHN", kind="EXTERNAL")


def commune(name: str = "Xã Mường Hum Mây", **more: date | None) -> Organisation:
    return factories.organisation(name, kind="COMMUNE", **more)  # type: ignore[arg-type]  # days


def household(name: str = HOUSEHOLD, *, of: Organisation | None = None) -> Organisation:
    where = of or commune()
    ref = register_household(name, commune_ref=where.ref, actor=SPECIALIST, at=AT)
    return Organisation.with_apart.get(ref=ref)


def collective(name: str = "Hội Hoa Anh Đào Sakura", country: str = "Nhật Bản") -> Organisation:
    ref = register_foreign_collective(name, country=country, actor=SPECIALIST, at=AT)
    return Organisation.with_apart.get(ref=ref)


def foreigner(name: str = "Yuki Mountain-Cloud", country: str = "Nhật Bản") -> Person:
    ref = register_foreigner(ForeignerSaid(name, country), actor=SPECIALIST, at=AT)
    return Person.objects.get(ref=ref)


def refusal_of_household(name: str, where: str, **more: bool) -> str:
    with pytest.raises(Refused) as refused:
        register_household(name, commune_ref=where, actor=SPECIALIST, at=AT, **more)
    return refused.value.objection.code


def newest() -> Entry:
    return Entry.objects.order_by("-pk")[0]


def test_a_household_stands_under_its_commune_as_it_is_written() -> None:
    home = household(" Hộ  ông Lù Văn Bậc Thang")

    assert (home.name, home.kind, home.parent) == (HOUSEHOLD, "HOUSEHOLD", commune_of(home))
    assert newest().verb == "register_household"
    assert newest().said == "Ghi Hộ ông Lù Văn Bậc Thang, Xã Mường Hum Mây vào sổ."


def commune_of(home: Organisation) -> Organisation:
    assert home.parent is not None
    return home.parent


def test_a_household_is_refused_for_each_thing_that_is_not_one() -> None:
    where, body = commune(), factories.organisation()
    over = commune("Xã Đã Hết", until=date(2025, 7, 1))

    assert refusal_of_household(" ", where.ref) == "NO_NAME"
    assert refusal_of_household("Hồ Văn Bậc", where.ref) == "NOT_A_HOUSEHOLD"
    for other in (body.ref, over.ref, "no-such-ref"):
        assert refusal_of_household(HOUSEHOLD, other) == "NOT_A_COMMUNE"
    with pytest.raises(Refused, match="cơ quan thường trực"):
        register_household(HOUSEHOLD, commune_ref=where.ref, actor=UNIT, at=AT)
    assert not Organisation.with_apart.filter(kind="HOUSEHOLD").exists()


def test_the_same_household_is_not_entered_twice_and_one_alike_is_named() -> None:
    home = household()
    where = commune_of(home).ref

    assert refusal_of_household("hộ ông Lù Văn Bậc Thang", where) == "SAME_HOUSEHOLD"
    assert refusal_of_household(HOUSEHOLD, where, is_other=True) == "SAME_HOUSEHOLD"
    with pytest.raises(Refused, match="Hộ ông Lù Văn Bậc Thang"):
        register_household(
            "Gia đình ông Lù Văn Bậc Thang", commune_ref=where, actor=SPECIALIST, at=AT
        )
    assert refusal_of_household("Hộ ông Lu Van Bac Thang", where) == "HOUSEHOLD_NEAR"
    register_household(
        "Hộ ông Lu Van Bac Thang", commune_ref=where, is_other=True, actor=SPECIALIST, at=AT
    )
    assert Organisation.with_apart.filter(kind="HOUSEHOLD").count() == 2


def test_namesakes_of_two_communes_are_two_households() -> None:
    household()

    assert household(of=commune("Xã Nậm Sương")).name == HOUSEHOLD


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Hộ gia đình ông Lù Văn Bậc", "lu van bac"),
        ("Gia đình ông bà Lù Văn Bậc", "lu van bac"),
        ("Hộ bà Lù Thị Bậc, thôn 2", "lu thi bac, thon 2"),
        ("Hồ Văn Bậc", ""),
        ("Họ Lù", ""),
        ("Hộ", ""),
    ],
)
def test_two_spellings_of_a_household_are_told_by_their_key(name: str, key: str) -> None:
    assert household_key(name) == key


def test_what_is_apart_is_in_no_tree_and_in_no_choice_of_bodies() -> None:
    home = household()
    collective()

    assert [line.name for line in tree_on(SPECIALIST, AT.date()).lines] == ["Xã Mường Hum Mây"]
    assert [one.name for one in body_choices(SPECIALIST)] == ["Xã Mường Hum Mây"]
    assert branch_of(commune_of(home).pk) == {commune_of(home).pk}
    assert not {"HOUSEHOLD", "FOREIGN", "COUNTRY"} & {code for code, _ in kinds_of_bodies()}
    assert everybody(SPECIALIST, ORGANISATION) == [commune_of(home).ref]
    assert [one.name for one in commune_choices(SPECIALIST)] == ["Xã Mường Hum Mây"]
    assert [one.name for one in workplace_choices(SPECIALIST)] == [
        "Hội Hoa Anh Đào Sakura",
        "Xã Mường Hum Mây",
    ]


def test_a_household_without_a_commune_cannot_be_kept() -> None:
    with pytest.raises(IntegrityError):
        factories.organisation(HOUSEHOLD, kind="HOUSEHOLD")


def test_a_foreign_collective_stands_under_its_country_which_is_entered_once() -> None:
    one, other = collective(), collective("Quỹ Suối Trong", "nhật bản")

    assert one.parent == other.parent
    assert one.parent is not None
    assert (one.kind, one.parent.kind, one.parent.name) == ("FOREIGN", "COUNTRY", "Nhật Bản")
    assert list(Entry.objects.order_by("pk").values_list("verb", flat=True)) == [
        "register_country",
        "register_foreign_collective",
        "register_foreign_collective",
    ]


@pytest.mark.parametrize(
    ("name", "country", "code"),
    [
        ("", "Nhật Bản", "NO_NAME"),
        ("Quỹ Suối Trong", " ", "NO_COUNTRY"),
        ("Quỹ Suối Trong", "Việt Nam", "NOT_FOREIGN"),
        ("hội hoa anh đào SAKURA", "nhật bản", "FOREIGN_NEAR"),
    ],
)
def test_a_foreign_collective_is_refused(name: str, country: str, code: str) -> None:
    collective()

    with pytest.raises(Refused) as refused:
        register_foreign_collective(name, country=country, actor=SPECIALIST, at=AT)

    assert refused.value.objection.code == code


def test_a_namesake_of_a_foreign_collective_comes_in_once_somebody_says_so() -> None:
    one = collective()

    register_foreign_collective(
        one.name, country="Nhật Bản", is_other=True, actor=SPECIALIST, at=AT
    )
    with pytest.raises(Refused, match="cơ quan thường trực"):
        register_foreign_collective("Quỹ", country="Lào", actor=UNIT, at=AT)

    assert Organisation.with_apart.filter(kind="FOREIGN").count() == 2


def test_a_foreigner_is_named_as_written_and_is_at_home_in_the_country() -> None:
    person = foreigner()

    assert (person.full_name, person.nationality) == ("Yuki Mountain-Cloud", "Nhật Bản")
    assert person.sort_key == text_sort_key("Yuki Mountain-Cloud")
    assert (person.organisation.kind, person.organisation.name) == ("COUNTRY", "Nhật Bản")
    assert newest().verb == "register_foreigner"


def test_a_foreigner_may_work_in_a_body_or_in_a_foreign_collective() -> None:
    body, foreign = factories.organisation(), collective()
    said = ForeignerSaid("Olav Fjell-Bekk", "Na Uy", date(1970, 2, 3), 1970, "M", "Giáo viên")

    refs = [
        register_foreigner(replace(said, unit_ref=one.ref), is_other=True, actor=SPECIALIST, at=AT)
        for one in (body, foreign)
    ]

    people = [Person.objects.get(ref=ref) for ref in refs]
    assert [one.organisation for one in people] == [body, foreign]
    assert [(one.birth_year, one.sex, one.position) for one in people] == [
        (1970, "M", "Giáo viên")
    ] * 2


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (ForeignerSaid("", "Na Uy"), "NO_NAME"),
        (ForeignerSaid("Olav", ""), "NO_COUNTRY"),
        (ForeignerSaid("Olav", "Viet Nam"), "NOT_FOREIGN"),
        (ForeignerSaid("Olav", "Na Uy", date(2090, 1, 1)), "BORN_AHEAD"),
        (ForeignerSaid("Olav", "Na Uy", None, 2090), "BORN_AHEAD"),
        (ForeignerSaid("Olav", "Na Uy", date(1970, 1, 1), 1971), "BORN_TWICE"),
        (ForeignerSaid("yuki mountain-cloud", "Nhật Bản"), "FOREIGNER_NEAR"),
    ],
)
def test_a_foreigner_is_refused(said: ForeignerSaid, code: str) -> None:
    foreigner()

    with pytest.raises(Refused) as refused:
        register_foreigner(said, actor=SPECIALIST, at=AT)

    assert refused.value.objection.code == code


def test_a_foreigner_is_refused_by_whoever_may_not_and_in_a_body_that_is_over() -> None:
    over = factories.organisation(until=date(2020, 1, 1))
    said = ForeignerSaid("Olav Fjell-Bekk", "Na Uy", unit_ref=over.ref)

    with pytest.raises(Refused, match="đã kết thúc"):
        register_foreigner(said, actor=SPECIALIST, at=AT)
    with pytest.raises(Unseen):
        register_foreigner(replace(said, unit_ref="none"), actor=SPECIALIST, at=AT)
    with pytest.raises(Refused, match="cơ quan thường trực"):
        register_foreigner(said, actor=UNIT, at=AT)
    assert not Organisation.with_apart.filter(kind="COUNTRY").exists()


def test_a_namesake_who_is_vietnamese_is_no_double_and_is_asked_as_before() -> None:
    known = factories.person("Yuki Mountain-Cloud")

    foreigner()

    assert everybody(SPECIALIST, PERSON) == [known.ref]


def test_an_award_of_a_household_is_entered_in_its_commune() -> None:
    home = household()

    ref = record_recipient_award(ORGANISATION, home.ref, DECISION, actor=SPECIALIST, at=AT)

    award = Award.objects.get(ref=ref)
    assert (award.organisation, award.unit) == (home, commune_of(home))
    assert (award.name_as_written, award.unit_as_written) == (HOUSEHOLD, "Xã Mường Hum Mây")
    assert award.origin == "BACK_ENTRY"
    assert (newest().verb, newest().subject_ref) == ("record_recipient_award", home.ref)
    assert "Quyết định số 742/QĐ-UBND ngày 03/03/2025" in newest().said


def test_an_award_of_a_foreigner_and_of_a_foreign_collective_keep_the_words_of_the_decision() -> (
    None
):
    who, many = foreigner(), collective()
    said = replace(FRIENDSHIP, name_as_written="Ông YUKI", unit_as_written="Đại học Mây")

    refs = [
        record_recipient_award(PERSON, who.ref, said, actor=SPECIALIST, at=AT),
        record_recipient_award(
            ORGANISATION, many.ref, replace(FRIENDSHIP, code="HCHN"), actor=SPECIALIST, at=AT
        ),
    ]

    awards = [Award.objects.get(ref=ref) for ref in refs]
    assert [(one.name_as_written, one.unit_as_written) for one in awards] == [
        ("Ông YUKI", "Đại học Mây"),
        ("Hội Hoa Anh Đào Sakura", "Nhật Bản"),
    ]
    assert [one.unit for one in awards] == [who.organisation, many]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (replace(DECISION, code="CSTDT"), "NOT_FOR_THEM"),
        (replace(DECISION, code="NONE"), "NOT_FOR_THEM"),
        (replace(DECISION, kind="NONE"), "NO_SUCH_KIND"),
        (replace(DECISION, decision_no=""), "PAPER_MISSING"),
        (replace(DECISION, issued_by=""), "PAPER_MISSING"),
        (replace(DECISION, decided_on=date(2090, 1, 1)), "PAPER_AHEAD"),
        (replace(DECISION, year=2026), "DECIDED_BEFORE_YEAR"),
        (DECISION, "HELD_ALREADY"),
    ],
)
def test_an_award_is_refused(said: AwardSaid, code: str) -> None:
    home = household()
    record_recipient_award(ORGANISATION, home.ref, DECISION, actor=SPECIALIST, at=AT)

    with pytest.raises(Refused) as refused:
        record_recipient_award(ORGANISATION, home.ref, said, actor=SPECIALIST, at=AT)

    assert refused.value.objection.code == code
    assert Award.objects.count() == 1


def test_nobody_foreign_has_a_title_and_no_unit_enters_an_award() -> None:
    who = foreigner()

    with pytest.raises(Refused, match="danh hiệu thi đua"):
        record_recipient_award(
            PERSON, who.ref, replace(DECISION, code="LDTT"), actor=SPECIALIST, at=AT
        )
    with pytest.raises(Refused, match="cơ quan thường trực"):
        record_recipient_award(PERSON, who.ref, FRIENDSHIP, actor=UNIT, at=AT)


def test_awards_of_bodies_countries_and_vietnamese_people_come_another_way() -> None:
    body, someone, country = factories.organisation(), factories.person(), foreigner().organisation

    for of, ref in ((ORGANISATION, body.ref), (PERSON, someone.ref), (ORGANISATION, country.ref)):
        with pytest.raises(Unseen):
            record_recipient_award(of, ref, DECISION, actor=SPECIALIST, at=AT)


def test_the_office_finds_them_in_the_one_box_with_their_kind() -> None:
    household()
    foreigner()

    assert [(hit.name, hit.about) for hit in search(SPECIALIST, Asked("bac thang")).hits] == [
        (HOUSEHOLD, "hộ gia đình")
    ]
    assert [(hit.name, hit.about) for hit in search(SPECIALIST, Asked("nhật bản")).hits] == [
        ("Nhật Bản", "nước"),
        ("Yuki Mountain-Cloud", ""),
    ]
    asked = Asked("bac thang", kind="HOUSEHOLD")
    assert [hit.name for hit in search(SPECIALIST, asked).hits] == [HOUSEHOLD]


def test_a_commune_finds_a_household_of_its_own_by_its_name() -> None:
    home = household()
    own = replace(UNIT, organisation_ref=commune_of(home).ref)

    assert [hit.ref for hit in search(own, Asked("bac thang")).hits] == [home.ref]
    assert [hit.name for hit in search(own, Asked("mường hum")).hits] == ["Xã Mường Hum Mây"]


def test_the_list_has_households_foreign_collectives_and_foreigners() -> None:
    home = household()
    collective()
    foreigner()
    factories.person()
    record_recipient_award(ORGANISATION, home.ref, DECISION, actor=SPECIALIST, at=AT)

    found = recipients_found(SPECIALIST)

    assert [(one.name, one.kind_name, one.where, one.awards) for one in found.lines] == [
        ("Hội Hoa Anh Đào Sakura", "tập thể người nước ngoài", "Nhật Bản", 0),
        (HOUSEHOLD, "hộ gia đình", "Xã Mường Hum Mây", 1),
        ("Yuki Mountain-Cloud", "người nước ngoài", "Nhật Bản", 0),
    ]
    assert found.count == 3
    with pytest.raises(Unseen):
        recipients_found(SPECIALIST, page=2)
    for look in (recipients_found, commune_choices, workplace_choices):
        with pytest.raises(Unseen):
            look(UNIT)
