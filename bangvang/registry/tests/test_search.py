"""Whoever is remembered somehow is found, and the page says why; rights hold; text is only text."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.selectors import hits
from bangvang.registry.selectors.search import Asked, Results, search
from bangvang.registry.selectors.sought import DecisionSought, sought
from bangvang.registry.selectors.ways import MOST
from bangvang.registry.states import HolderKind
from bangvang.registry.tests.factories import bar, organisation, person

pytestmark = pytest.mark.django_db

OFFICE = actor(Role.SPECIALIST)


@pytest.fixture
def health() -> Organisation:
    body = organisation("Sở Y tế tỉnh Lào Cai")
    Organisation.objects.filter(pk=body.pk).update(abbreviation="SYT-LC")
    return body


@pytest.fixture
def hospital(health: Organisation) -> Organisation:
    return organisation("Bệnh viện Đa khoa Bản Mây", kind="SUB_UNIT", parent=health)


def award(
    of: Person | Organisation, *, code: str = "LDTT", year: int = 2021, no: str = "123/QĐ-UBND"
) -> Award:
    whose: dict[str, Any] = {"person" if isinstance(of, Person) else "organisation": of}
    unit = of.organisation if isinstance(of, Person) else of
    return Award.objects.create(
        **whose,
        code=code,
        kind="MERIT",
        year=year,
        name_as_written=str(of),
        unit_as_written=unit.name,
        unit=unit,
        decision_no=no,
        decided_on=date(year + 1, 1, 20),
        issued_by="Chủ tịch Ủy ban nhân dân tỉnh",
        origin="BACK_ENTRY",
    )


def ask(text: str = "", who: Actor = OFFICE, *, page: int = 1, **more: Any) -> Results:
    return search(who, Asked(text, **more), page=page)


def names(found: Results) -> list[str]:
    return [hit.name for hit in found.hits]


def why(text: str, **more: Any) -> list[tuple[str, ...]]:
    return [hit.why for hit in ask(text, **more).hits]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Vàng Thị Lúa Chín", "trùng họ tên"),
        ("bà VÀNG THỊ LÚA CHÍN", "trùng họ tên"),
        ("vang thi lua chin", "trùng họ tên không dấu"),
        ("chin lua vang thi", "trùng họ tên không dấu"),
        ("lúa chín", "có “lúa chín” trong họ tên"),
        ("luá chín", "có “luá chín” trong họ tên"),
        ("lua chin", "có “lua chin” trong họ tên, không xét dấu"),
        ("lúa chin", "có “lúa chin” trong họ tên, không xét dấu"),
        ("vang thi lu", "họ tên có chữ bắt đầu bằng “lu”"),
    ],
)
def test_half_a_name_with_or_without_marks_finds_a_person_and_says_why(
    health: Organisation, typed: str, reason: str
) -> None:
    person("Vàng Thị Lúa Chín", unit=health)
    person("Lù Văn Suối", unit=health)

    found = ask(typed)

    assert names(found) == ["Vàng Thị Lúa Chín"]
    assert found.hits[0].why == (reason,)
    assert (found.people, found.bodies, found.count) == (1, 0, 1)


def test_marks_that_were_typed_count(health: Organisation) -> None:
    for name in ("Lù Văn Chín", "Lù Văn Chin"):
        person(name, unit=health)

    assert names(ask("chín")) == ["Lù Văn Chín"]
    assert sorted(names(ask("chin"))) == ["Lù Văn Chin", "Lù Văn Chín"]
    assert not ask("chín").ignores_marks


def test_marks_are_left_aside_only_when_nothing_is_written_so(health: Organisation) -> None:
    person("Lù Văn Chín", unit=health)

    found = ask("chỉn")

    assert names(found) == ["Lù Văn Chín"]
    assert found.ignores_marks


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Sở Y tế tỉnh Lào Cai", "trùng tên"),
        ("so y te tinh lao cai", "trùng tên không dấu"),
        ("syt-lc", "tên viết tắt SYT-LC"),
        ("y te", "có “y te” trong tên, không xét dấu"),
        ("Sở Y tế", "có “Sở Y tế” trong tên"),
        ("sở y t", "tên có chữ bắt đầu bằng “t”"),
        ("lc syt", "có “lc syt” trong tên viết tắt SYT-LC"),
    ],
)
def test_a_unit_is_found_with_its_people(
    health: Organisation, hospital: Organisation, typed: str, reason: str
) -> None:
    person("Lù Văn Suối", unit=hospital)
    person("Hạng A Mây", unit=organisation("Sở Xây dựng"))

    found = ask(typed)

    assert names(found) == ["Sở Y tế tỉnh Lào Cai", "Lù Văn Suối"]
    assert found.hits[0].why == (reason,)
    assert found.hits[1].why == ("đơn vị Sở Y tế tỉnh Lào Cai",)


@pytest.mark.parametrize(
    "typed",
    ["suoi, so y te", "Sở Y tế, Suối", "Lù Văn Suối Sở Y tế", "syt suoi", "suối; bản mây"],
)
def test_a_name_and_a_unit_together(
    health: Organisation, hospital: Organisation, typed: str
) -> None:
    person("Lù Văn Suối", unit=hospital)
    person("Giàng A Đá", unit=hospital)
    person("Lù Văn Suối", unit=organisation("Sở Xây dựng"))

    found = ask(typed)

    assert names(found) == ["Lù Văn Suối"]
    assert len(found.hits[0].why) == 2


@pytest.mark.parametrize(
    "typed",
    ["123/QĐ-UBND", "123/qd", "Quyết định số 123", "qđ 123", "số 123 / qđ-ubnd", "0123/QĐ", "123"],
)
def test_a_decision_finds_who_stands_in_it(health: Organisation, typed: str) -> None:
    award(person("Lù Văn Suối", unit=health))
    award(person("Giàng A Đá", unit=health), no="1234/QĐ-UBND")
    award(health, code="TTLDXS")

    found = ask(typed)

    assert names(found) == ["Sở Y tế tỉnh Lào Cai", "Lù Văn Suối"]
    assert found.hits[1].why == ("số quyết định 123/QĐ-UBND: Lao động tiên tiến năm 2021",)


@pytest.mark.parametrize("typed", ["28/10/1979", "28-10-1979", "sinh ngày 28.10.1979"])
def test_a_whole_day_finds_who_was_born_on_it(health: Organisation, typed: str) -> None:
    person("Lù Văn Suối", unit=health, birth_on=date(1979, 10, 28))
    person("Giàng A Đá", unit=health, birth_on=date(1979, 10, 27))
    award(person("Tẩn A Núi", unit=health), no="28/10/1979/QĐ")

    assert why(typed) == [("sinh ngày 28/10/1979",)]
    assert names(ask(f"lù {typed}")) == ["Lù Văn Suối"]
    assert names(ask(f"giàng {typed}")) == []


def test_a_whole_day_is_that_of_a_decision_too(health: Organisation) -> None:
    award(person("Lù Văn Suối", unit=health))
    award(health, code="TTLDXS")
    award(person("Giàng A Đá", unit=health), no="9/QĐ-UBND", year=2020)

    assert why("20/01/2022") == [
        ("quyết định ngày 20/01/2022: Tập thể lao động xuất sắc năm 2021",),
        ("quyết định ngày 20/01/2022: Lao động tiên tiến năm 2021",),
    ]
    assert names(ask("9/QĐ-UBND ngày 20/01/2021")) == ["Giàng A Đá"]
    assert names(ask("9/QĐ-UBND ngày 20/01/2022")) == []


def test_what_is_no_day_is_a_decisions_number(health: Organisation) -> None:
    assert [sought(text).day for text in ("31/02/1980", "12/10/2020/QĐ-UBND", "1/2/79")] == [
        None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["bvđk", "BVDK bản mây", "đv:bvđk"])
def test_what_is_written_short_is_spelled_out(hospital: Organisation, typed: str) -> None:
    person("Lù Văn Suối", unit=hospital)

    assert "Lù Văn Suối" in names(ask(typed))
    assert names(ask("bvđk thpt " * 3)) == []


def test_awards_and_years_are_understood_beside_a_name(health: Organisation) -> None:
    who = person("Lù Văn Suối", unit=health)
    for year in (2019, 2020, 2021):
        award(who, year=year, no=f"{year}/QĐ-SYT")
    award(who, code="BK_TINH", year=2020, no="9/QĐ-UBND")
    award(person("Lù Thị Suối", unit=health), code="CSTDCS", year=2020, no="7/QĐ-SYT")

    assert why("suoi ldtt 2019-2020") == [
        (
            "có “suoi” trong họ tên, không xét dấu",
            "Lao động tiên tiến năm 2020, và 1 lượt nữa như vậy",
        )
    ]
    assert names(ask("chien si thi dua co so")) == ["Lù Thị Suối"]
    assert names(ask("bằng khen")) == ["Lù Văn Suối"]
    assert sorted(names(ask("2020"))) == ["Lù Thị Suối", "Lù Văn Suối"]
    assert names(ask("suối năm 2018")) == []


def test_filters_narrow_what_was_typed(health: Organisation, hospital: Organisation) -> None:
    who = person("Lù Văn Suối", unit=hospital)
    award(who)
    award(hospital, code="TTLDXS")
    other = person("Lù Văn Suối", unit=organisation("Sở Xây dựng"))

    assert [hit.ref for hit in ask("suoi", unit="syt").hits] == [who.ref]
    assert ask("suoi", unit="không có đơn vị này").unit_unknown
    assert [hit.ref for hit in ask("suoi", code="LDTT").hits] == [who.ref]
    assert ask("suoi ldtt", code="CSTDCS").count == 0
    assert ask("suoi", since=2022).count == 0
    assert ask("suoi 2021", until=2020).count == 0
    assert [hit.ref for hit in ask("suoi", since=2021, until=2021).hits] == [who.ref]
    assert {hit.ref for hit in ask("suoi", kind="person").hits} == {who.ref, other.ref}
    assert ask("suoi", kind="organisation").count == 0
    assert names(ask(code="TTLDXS", kind="SUB_UNIT")) == [hospital.name]
    assert names(ask(kind="SUB_UNIT")) == [hospital.name]
    assert names(ask("bản mây", kind="DEPARTMENT")) == []
    assert {hit.ref for hit in ask(unit="bản mây").hits} == {hospital.ref, who.ref}


def test_an_award_that_the_catalogue_does_not_know_is_named_without_its_code(
    health: Organisation,
) -> None:
    award(person("Lù Văn Suối", unit=health), code="MA_LA")

    assert why("suoi 2021")[0][1] == "Hình thức khen thưởng khác năm 2021"


def test_namesakes_come_first_and_then_by_given_name(health: Organisation) -> None:
    for name in ("Lù Văn Suối An", "Lù Văn Suối", "Lù Văn Suối Bình"):
        person(name, unit=health)

    assert names(ask("lu van suoi")) == ["Lù Văn Suối", "Lù Văn Suối An", "Lù Văn Suối Bình"]


def test_who_has_just_the_name_is_found_among_very_many(
    health: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        person(f"Lù Văn Suối {'ABCD'[number]}", unit=health)
    person("Lù Văn Suối", unit=health)
    monkeypatch.setattr("bangvang.registry.selectors.search.MOST", 3)
    monkeypatch.setattr(hits, "MOST", 3)
    unit = actor(Role.UNIT_HEAD, unit=health)

    for typed, who in (("lu van suoi", OFFICE), ("lù văn suối", OFFICE), ("lu van suoi", unit)):
        found = ask(typed, who)
        assert names(found)[0] == "Lù Văn Suối"
        assert (found.people, found.shown) == (5, 3)


def test_pages_hold_twenty_and_end(health: Organisation) -> None:
    for number in range(21):
        person(f"Lù Văn Suối {number}", unit=health)

    first, second = ask("suoi"), ask("suoi", page=2)

    assert (len(first.hits), len(second.hits), second.count) == (20, 1, 21)
    for page in (0, 3):
        with pytest.raises(Unseen):
            ask("suoi", page=page)
    with pytest.raises(Unseen):
        ask("không có ai", page=2)
    assert MOST >= 2 * hits.A_PAGE


def test_a_unit_finds_only_its_own_branch(health: Organisation, hospital: Organisation) -> None:
    own = person("Lù Văn Suối", unit=hospital)
    award(own)
    elsewhere = organisation("Sở Xây dựng Suối")
    stranger = person("Lù Thị Suối", unit=elsewhere)
    award(stranger)
    award(elsewhere, code="TTLDXS")
    unit = actor(Role.UNIT_OFFICER, unit=health)

    for asked in (
        {"text": "suoi"},
        {"text": "123/QĐ-UBND"},
        {"text": "ldtt 2021"},
        {"text": "so xay dung"},
        {"text": "suoi, xay dung"},
        {"unit": "xây dựng"},
        {"kind": "organisation"},
        {"kind": "person"},
        {"code": "TTLDXS"},
        {"since": 2000},
    ):
        found = search(unit, Asked(**asked))
        assert {hit.ref for hit in found.hits} <= {own.ref, health.ref, hospital.ref}, asked
    assert names(ask("suoi", unit)) == ["Lù Văn Suối"]
    assert ask("suoi").count == 3


def test_nobody_else_searches_the_register(health: Organisation) -> None:
    for role in (
        Role.SECRETARY,
        Role.CHAIR,
        Role.MEMBER,
        Role.TELLER,
        Role.EDITOR,
        Role.ADMINISTRATOR,
    ):
        who = actor(role, unit=health)
        with pytest.raises(Unseen):
            ask("suoi", who)
    with pytest.raises(Unseen):
        ask("suoi", actor(Role.UNIT_HEAD))
    for who in (actor(Role.INSPECTOR), actor(Role.UNIT_HEAD, unit=health)):
        assert ask("suoi", who).is_asked


def test_bars_are_neither_searched_nor_shown(health: Organisation) -> None:
    who = person("Lù Văn Suối", unit=health)
    bar(who, paper_no="318/QĐ-TTr", note="đang điều tra")

    assert ask("318/QĐ-TTr").count == 0
    assert ask("đang điều tra").count == 0
    assert "318" not in str(ask("suoi"))


@pytest.mark.parametrize("typed", ["", "   ", '"', "***", "( )", "',;--", "漢字"])
def test_nothing_to_look_for_is_told_and_not_searched(typed: str) -> None:
    with CaptureQueriesContext(connection) as captured:
        found = ask(typed)

    assert not found.is_asked
    assert len(captured) == 0


def test_one_letter_is_too_short() -> None:
    assert ask("a").is_too_short
    assert ask("ạ").is_too_short
    assert not ask("5").is_too_short


@pytest.mark.parametrize(
    "typed",
    [
        'suoi" OR 1=1 --', "suoi AND NOT van", "words:suoi", "scope : n1", "NEAR(suoi van)",
        "suoi*",
        "^suoi", "'; DROP TABLE registry_person; --", "suoi' | 'van", "suoi:* & !van", "{suoi}",
        "\\suoi", "suoi\x00van", "\ud800suoi", "n1", "%", "suoi" * 500,
    ],
)  # fmt: skip
def test_quotes_and_operators_are_words_or_nothing(health: Organisation, typed: str) -> None:
    person("Lù Văn Suối", unit=health)

    found = ask(typed)

    assert found.count in (0, 1)
    assert Person.objects.count() == 1


def test_two_hundred_words_are_cut_and_it_is_said(health: Organisation) -> None:
    person("Lù Văn Suối", unit=health)

    found = ask("suoi van " * 100)

    assert found.sought.is_cut
    assert not ask("suoi van").sought.is_cut


def test_a_full_page_takes_no_more_queries_than_one_row(health: Organisation) -> None:
    def asked(text: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            ask(text)
        return len(captured)

    award(person("Lù Văn Suối", unit=health))
    one, of_award, of_unit = asked("suoi"), asked("suoi ldtt"), asked("syt")
    for number in range(30):
        award(person(f"Lù Văn Suối {number}", unit=health))

    assert (asked("suoi"), asked("suoi ldtt"), asked("syt")) == (one, of_award, of_unit)
    assert max(one, of_award, of_unit) <= 10


def test_a_text_is_taken_apart() -> None:
    found = sought(
        "Lù Văn Suối, cờ thi đua của UBND tỉnh, Quyết định số 045/QĐ-UBND năm 2019 - 2021"
    )

    assert found.pieces == ("Lù Văn Suối",)
    assert found.codes == ("CO_TINH",)
    assert found.decision == DecisionSought("45", "/qd-ubnd")
    assert (found.since, found.until) == (2019, 2021)
    assert sought("Trường Tiểu học số 1 xã Nậm Thông").decision is None
    assert sought("năm 1890").since is None
    assert sought("0/QĐ").decision is None


class Anything(TestCase):
    """Whatever is typed gets an answer."""

    @given(st.text(max_size=80), st.text(max_size=20))
    def test_any_text_is_answered(self, text: str, unit: str) -> None:
        """Ask as the office."""
        found = search(OFFICE, Asked(text, unit=unit))

        assert found.count >= 0
        assert HolderKind.PERSON not in {hit.of for hit in found.hits}


def test_who_was_withdrawn_or_merged_is_found_by_nobody_and_comes_back(
    health: Organisation,
) -> None:
    kept, gone = (person("Giàng A Vắng Mặt", unit=health) for _ in range(2))
    Person.objects.filter(pk=gone.pk).update(merged_into=kept)
    other = person("Giàng A Rút Lui", unit=health)
    Person.objects.filter(pk=other.pk).update(withdrawn_at=AT)

    merged, withdrawn = (search(OFFICE, Asked(name)) for name in ("vang mat", "rut lui"))
    Person.every.filter(pk=gone.pk).update(merged_into=None)

    assert [hit.ref for hit in merged.hits] == [kept.ref]
    assert (merged.count, withdrawn.count) == (1, 0)
    assert search(OFFICE, Asked("vang mat")).count == 2
