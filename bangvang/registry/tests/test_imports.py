"""Past awards come in: staged, chosen, accepted in part, undone whole; every refusal; the audit."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.registry.actions import import_awards as importing
from bangvang.registry.actions.accept_import import Accepted, accept_import
from bangvang.registry.actions.agree_letters import agree_letters
from bangvang.registry.actions.choose_holder import choose_holder
from bangvang.registry.actions.choose_unit import choose_unit
from bangvang.registry.actions.import_awards import import_awards, try_awards
from bangvang.registry.actions.map_columns import map_columns
from bangvang.registry.actions.reveal_identity_number import reveal_identity_number
from bangvang.registry.actions.stage_import import stage_import
from bangvang.registry.actions.undo_import import Undone, undo_import
from bangvang.registry.intake import newcomers
from bangvang.registry.intake.award_sheets import Plan
from bangvang.registry.models import (
    Award,
    AwardImport,
    ColumnChoice,
    Completeness,
    Grade,
    ImportRow,
    Initiative,
    InitiativeUse,
    Organisation,
    Person,
    RecordSource,
    StatedCompleteness,
)
from bangvang.registry.permissions import STALE
from bangvang.registry.selectors.identity import numbers_kept
from bangvang.registry.selectors.import_rows import all_rows, rows_found, units_open
from bangvang.registry.selectors.imports import imports_found
from bangvang.registry.selectors.people import digest_of_identity_number, histories_of
from bangvang.registry.selectors.public import awards_public
from bangvang.registry.selectors.sources import sources_of
from bangvang.registry.tests.factories import bar, organisation
from bangvang.registry.tests.factories import person as person_of
from bangvang.registry.tests.import_files import (
    HEAD,
    HEADER,
    SPECIALIST,
    UNIT,
    file_of,
    line,
    staged,
    states,
)

pytestmark = pytest.mark.django_db

STRANGER = actor(Role.UNIT_OFFICER)


@pytest.fixture(autouse=True)
def _health() -> None:
    organisation(UNIT)


def person(name: str = "Vàng Thị Lúa Chín", **more: Any) -> Person:
    unit = more.pop("unit", None) or Organisation.objects.get(name=UNIT)
    return person_of(name, unit=unit, **more)


def accepted(award_import: AwardImport, **more: Any) -> Accepted:
    award_import.refresh_from_db()
    said: dict[str, Any] = {"with_newcomers": True, "actor": SPECIALIST, "at": AT} | more
    return accept_import(award_import.ref, version=award_import.version, **said)


def undone(award_import: AwardImport, reason: str = "Nhầm tệp.") -> Undone:
    award_import.refresh_from_db()
    return undo_import(award_import.ref, reason, version=award_import.version, actor=HEAD, at=AT)


def choose(award_import: AwardImport, row: int, choice: str) -> None:
    award_import.refresh_from_db()
    choose_holder(
        award_import.ref, 0, row, choice, version=award_import.version, actor=SPECIALIST, at=AT
    )


def row(award_import: AwardImport, number: int) -> ImportRow:
    return ImportRow.objects.get(award_import=award_import, row=number)


def refusal(call: Any, *given: Any, **named: Any) -> str:
    with pytest.raises(Refused) as refused:
        call(*given, **named)
    return refused.value.objection.code


def audit() -> list[str]:
    return list(Entry.objects.order_by("seq").values_list("verb", flat=True))


def test_nothing_is_in_the_register_before_it_is_accepted() -> None:
    made = staged(line())

    assert (states(made), Award.objects.count(), Person.objects.count()) == (["READY"], 0, 0)
    assert audit() == ["stage_import"]


def test_an_accepted_row_is_an_award_with_its_source() -> None:
    known = person(unit=organisation("Bệnh viện Đa khoa tỉnh"))
    made = staged(line("Ông Vàng Thị Lúa Chín", achievement="Theo dõi từ xa"))

    result = accepted(made)

    award = Award.objects.get()
    assert result == Accepted(1, 0, 0, 0)
    assert (award.person, award.code, award.kind, award.year) == (known, "LDTT", "MERIT", 2020)
    assert (award.decision_no, award.decided_on) == ("15/QĐ-SYT", date(2021, 1, 8))
    assert (award.unit.name, award.unit_as_written, award.origin) == (UNIT, UNIT, "BACK_ENTRY")
    assert award.name_as_written == "Ông Vàng Thị Lúa Chín"
    source = sources_of([award.ref])[award.ref]
    assert (source.file_name, source.sheet, source.row, source.cell) == (
        "khen.xlsx", "Danh sách", 2, "E2",
    )  # fmt: skip
    assert (source.accepted_by, source.accepted_at) == (SPECIALIST.name, AT)
    assert audit() == ["stage_import", "accept_import"]
    assert "Vàng" not in str(Entry.objects.get(verb="accept_import").details)


def test_ten_years_of_a_newcomer_are_one_person() -> None:
    made = staged(
        *(line("Lò Thị Mới", "05/8/1990", year=2010 + n, number=f"{n}/QĐ") for n in range(9)),
        line("Lò Thị Mới", 1990, "CSTĐCS", 2020),
    )

    result = accepted(made)

    newcomer = Person.objects.get()
    assert result == Accepted(10, 1, 0, 0)
    assert (newcomer.birth_on, newcomer.organisation.name) == (date(1990, 8, 5), UNIT)
    assert Award.objects.filter(person=newcomer).count() == 10


def test_newcomers_come_in_only_when_it_is_said() -> None:
    person()
    made = staged(line(), line("Lò Thị Mới", 1990))

    assert accepted(made, with_newcomers=False) == Accepted(1, 0, 0, 1)
    assert (states(made), Person.objects.count()) == (["ACCEPTED", "READY"], 1)
    assert accepted(made) == Accepted(1, 1, 0, 0)


def test_rows_of_one_name_without_a_birth_are_asked_about_once() -> None:
    made = staged(line("Giàng A Núi", ""), line("Giàng A Núi", "", year=2019, number="2/QĐ"))
    assert states(made) == ["CHOOSE", "CHOOSE"]
    assert all_rows(SPECIALIST, made.ref)[0].alike == 2

    choose(made, 2, "new")

    assert states(made) == ["READY", "READY"]
    assert accepted(made) == Accepted(2, 1, 0, 0)


def test_a_choice_can_be_taken_back_until_the_row_is_in() -> None:
    made = staged(line("Giàng A Núi", ""), line("Giàng A Núi", "", year=2019, number="2/QĐ"))
    choose(made, 2, "new")
    choose(made, 3, "again")
    assert states(made) == ["CHOOSE", "CHOOSE"]

    choose(made, 2, "new")
    accepted(made)

    assert refusal(choose, made, 2, "again") == "IN_THE_REGISTER"


def test_a_namesake_is_chosen_for_all_rows_written_alike() -> None:
    one = person("Hoàng Thị Cỏ", birth_on=date(1988, 3, 8))
    made = staged(line("Hoàng Thị Cỏ", ""), line("Hoàng Thị Cỏ", "", year=2019, number="2/QĐ"))
    assert row(made, 2).candidates[0]["key"] == f"p:{one.ref}"

    assert refusal(choose, made, 2, "p:somebody") == "NOT_A_CHOICE"
    choose(made, 2, f"p:{one.ref}")
    accepted(made)

    assert Award.objects.filter(person=one).count() == 2
    assert not Person.objects.exclude(pk=one.pk).exists()


def test_a_newcomer_of_another_row_may_be_meant() -> None:
    made = staged(line("Hoàng Thị Cỏ", "08/3/1988"), line("Hoàng Thị Cỏ", "", "CSTĐCS"))
    key = row(made, 3).candidates[0]["key"]

    choose(made, 3, key)
    accepted(made)

    assert (Person.objects.count(), Award.objects.count()) == (1, 2)


def test_a_later_row_of_somebody_new_finds_who_came_in_before() -> None:
    made = staged(
        line("Giàng A Núi", ""),
        line("Giàng A Núi", "", year=2019, number="2/QĐ"),
        line("Giàng A Núi", "", year=2019, number="3/QĐ"),
    )
    choose(made, 2, "new")
    assert states(made) == ["READY", "READY", "CHOOSE"]
    accepted(made)

    choose(made, 4, "add")
    accepted(made)

    assert (Person.objects.count(), Award.objects.count()) == (1, 3)


def test_what_may_be_a_double_is_asked_and_can_be_passed_over() -> None:
    person()
    first = staged(line())
    accepted(first)
    made = staged(line(number="15/QĐ"), name="b.xlsx")
    assert "số quyết định khác (15/QĐ-SYT)" in row(made, 2).why

    choose(made, 2, "pass")

    assert states(made) == ["HELD"]
    assert refusal(accepted, made) == "NOTHING_READY"


def test_the_same_file_is_told_and_the_same_rows_are_held() -> None:
    person()
    first = staged(line())
    accepted(first)

    again = stage_import(file_of(line()), original_name="khac.xlsx", actor=HEAD, at=AT)
    other = staged(line(number="015/qđ-syt"), line(year=2021, number="9/QĐ", day="5/1/2022"))

    assert (again.ref, again.is_new) == (first.ref, False)
    assert states(other) == ["HELD", "READY"]
    assert (accepted(other), Award.objects.count()) == (Accepted(1, 0, 0, 0), 2)


def test_grades_and_initiatives_go_where_they_belong() -> None:
    known = person()
    made = staged(
        line(award="HTXSNV", number="", day="", by=""),
        line(award="SK_CO_SO", achievement="Cải tiến quy trình"),
        line(award="HTTNV", number="", day="", by=""),
        line(award="SK_CO_SO", number="2/QĐ"),
    )

    accepted(made)

    assert Grade.objects.get().person == Initiative.objects.get().person == known
    assert states(made) == ["ACCEPTED", "ACCEPTED", "PROBLEM", "PROBLEM"]
    assert "HTXSNV" in row(made, 4).why
    assert [p["code"] for p in row(made, 5).problems] == ["TITLE_MISSING"]
    assert sources_of([Grade.objects.get().ref, Initiative.objects.get().ref]).keys() == {
        Grade.objects.get().ref,
        Initiative.objects.get().ref,
    }


def test_a_collective_is_found_or_asked_for() -> None:
    health = organisation("Trung tâm Y tế Bát Xát")
    made = staged(
        line("Trung tâm Y tế Bát Xát", "", "TTLĐXS", unit=""),
        line("Trung tâm Y tế Lạ", "", "TTLĐXS", unit=""),
    )
    assert states(made) == ["READY", "CHOOSE"]
    (asked,) = units_open(SPECIALIST, made.ref)

    choose_unit(made.ref, asked.key, health.ref, version=1, actor=SPECIALIST, at=AT)

    assert (asked.name, asked.rows) == ("Trung tâm Y tế Lạ", 1)
    assert states(made) == ["READY", "HELD"]
    accepted(made)
    award = Award.objects.get()
    assert (award.person, award.organisation, award.unit) == (None, health, health)
    assert award.unit_as_written == "Trung tâm Y tế Bát Xát"


def test_a_unit_is_chosen_once_for_all_rows_that_write_it() -> None:
    known = person()
    now = organisation("Sở Nội vụ")
    made = staged(line(unit="Sở Lạ"), line(unit="SỞ LẠ ", year=2019, number="3/QĐ"))
    (asked,) = units_open(SPECIALIST, made.ref)

    count = choose_unit(made.ref, asked.key, now.ref, version=1, actor=SPECIALIST, at=AT)

    assert (count, asked.rows, states(made)) == (2, 2, ["READY", "READY"])
    accepted(made)
    assert {(a.person, a.unit, a.unit_as_written) for a in Award.objects.all()} == {
        (known, now, "Sở Lạ"),
        (known, now, "SỞ LẠ"),
    }
    with pytest.raises(Unseen):
        choose_unit(made.ref, asked.key, now.ref, version=3, actor=SPECIALIST, at=AT)


def test_what_is_written_short_is_the_only_body_it_spells_out() -> None:
    district = organisation("Ủy ban nhân dân huyện Bát Xát")
    school = organisation("Trường Trung học phổ thông số 1", parent=district)
    for year in (2000, 2010):
        organisation("Bệnh viện Đa khoa Mường Thử", since=date(year, 1, 1))
    made = staged(
        line("Lò Văn An", "1990", unit="UBND huyện Bát Xát"),
        line("Lò Văn Bình", "1990", unit="Trường THPT số 1, UBND huyện Bát Xát"),
        line("Lò Văn Châu", "1990", unit="BV Đa khoa Mường Thử"),
        line("Lò Văn Dần", "1990", unit="UBND huyện Mường Thử"),
    )

    assert [one.unit for one in ImportRow.objects.order_by("row")] == [district, school, None, None]
    assert states(made) == ["READY", "READY", "CHOOSE", "CHOOSE"]


def test_sub_units_of_one_name_are_told_apart_by_what_stands_above() -> None:
    parents = [organisation(f"Trung tâm Y tế số {n}") for n in range(7)]
    units = [organisation("Phòng Dân số", kind="SUB_UNIT", parent=parent) for parent in parents]
    made = staged(
        *(
            line(f"Lò Văn {chr(65 + n)}n", "1990", unit=f"Phòng Dân số, Trung tâm Y tế số {n}")
            for n in range(7)
        ),
        line("Lò Văn Ơn", "1990", unit="Phòng Dân số"),
    )

    assert [one.unit for one in ImportRow.objects.order_by("row")] == [*units, None]
    assert states(made) == ["READY"] * 7 + ["CHOOSE"]


def test_rows_without_a_unit_belong_to_the_source_or_to_the_persons_own() -> None:
    known = person()
    source = organisation("Sở Nội vụ")
    of_source = staged(line(unit=""), source_ref=source.ref)
    of_nobody = staged(line(unit="", year=2019), name="b.xlsx")
    newcomer = staged(line("Lò Thị Mới", 1990, unit=""), name="c.xlsx")

    assert row(of_source, 2).unit == source
    assert row(of_nobody, 2).unit == known.organisation
    assert (states(newcomer), units_open(SPECIALIST, newcomer.ref)[0].name) == (["CHOOSE"], "")


def test_completeness_is_stated_for_those_of_whom_no_row_is_left() -> None:
    one, two = person(), person("Lù Văn Bậc", birth_on=date(1980, 1, 2))
    three = person("Lù Văn Cầu", birth_on=date(1981, 1, 2))
    Completeness.objects.create(person=three, record_kind="AWARD", from_year=2010)
    made = staged(
        line(), line("Lù Văn Bậc", "2/1/1980"), line("Lù Văn Bậc", "2/1/1980", "xyz"),
        line("Lù Văn Cầu", "2/1/1981"),
    )  # fmt: skip

    result = accepted(made, complete_from={"AWARD": 2015})

    stands = dict(Completeness.objects.values_list("person", "from_year"))
    assert (result.complete, stands) == (2, {one.pk: 2015, three.pk: 2010})
    assert two.pk not in stands


def test_a_row_without_a_name_leaves_everybodys_completeness_open() -> None:
    person()
    made = staged(line(), line(""))

    assert accepted(made, complete_from={"AWARD": 2015}).complete == 0
    assert not Completeness.objects.exists()


def seen_by_everybody(known: Person) -> tuple[object, ...]:
    return (
        histories_of([known.ref]),
        awards_public(on=DAY),
        list(Person.objects.order_by("pk")),
        list(Completeness.objects.values_list("person", "record_kind", "from_year")),
    )


def test_undoing_restores_exactly_what_everybody_saw() -> None:
    known = person()
    Completeness.objects.create(person=known, record_kind="AWARD", from_year=2018)
    accepted(staged(line(year=2019, number="1/QĐ")))
    before = seen_by_everybody(known)
    made = staged(
        line(),
        line(award="HTXSNV"),
        line(award="SK_CO_SO", achievement="Quy trình"),
        line("Lò Thị Mới", 1990),
        name="b.xlsx",
    )
    accepted(made, complete_from={"AWARD": 2012, "GRADE": 2012})
    assert seen_by_everybody(known) != before

    result = undone(made)

    assert result == Undone(4, 1, 0, 0)
    assert seen_by_everybody(known) == before
    assert (Award.every.count(), Person.every.count()) == (3, 2)
    made.refresh_from_db()
    assert (made.state, made.undone_reason, made.undone_by_name) == (
        "UNDONE", "Nhầm tệp.", HEAD.name,
    )  # fmt: skip
    assert audit()[-1] == "undo_import"


def test_after_undoing_the_same_file_comes_in_again() -> None:
    made = staged(line("Lò Thị Mới", 1990, award="LĐTT"), line("Lò Thị Mới", 1990, "HTXSNV"))
    accepted(made)
    undone(made)

    again = staged(line("Lò Thị Mới", 1990, award="LĐTT"), line("Lò Thị Mới", 1990, "HTXSNV"))

    assert again.ref != made.ref
    assert accepted(again) == Accepted(2, 1, 0, 0)
    assert (Person.objects.count(), Award.objects.count(), Grade.objects.count()) == (1, 1, 1)


def test_what_something_rests_on_stays() -> None:
    made = staged(
        line("Lò Thị Mới", 1990, "SK_CO_SO", achievement="Quy trình"), line("Lù Văn Bậc", 1980)
    )
    accepted(made)
    initiative = Initiative.objects.get()
    InitiativeUse.objects.create(
        initiative=initiative, award_code="CSTDCS", year=2021, decision_no="1/QĐ", since=DAY
    )
    bar(Person.objects.get(full_name="Lù Văn Bậc"))

    result = undone(made)

    assert result == Undone(1, 0, 1, 2)
    assert (Initiative.objects.get(), Person.objects.count()) == (initiative, 2)


def test_a_newcomer_who_got_more_from_another_file_stays_until_that_is_undone_too() -> None:
    first = staged(line("Lò Thị Mới", "5/8/1990"))
    accepted(first)
    second = staged(line("Lò Thị Mới", "5/8/1990", year=2019, number="2/QĐ"), name="b.xlsx")
    accepted(second)

    assert undone(first) == Undone(1, 0, 0, 1)
    assert undone(second) == Undone(1, 1, 0, 0)
    assert not Person.objects.exists()


def test_who_was_chosen_and_withdrawn_since_is_asked_about_again() -> None:
    first = staged(line("Hoàng Thị Cỏ", "08/3/1988"))
    accepted(first)
    second = staged(line("Hoàng Thị Cỏ", "", year=2019, number="2/QĐ"), name="b.xlsx")
    choose(second, 2, row(second, 2).candidates[0]["key"])
    undone(first)

    assert refusal(accepted, second) == "NOTHING_READY"


def test_what_is_refused() -> None:
    made = staged(line("Giàng A Núi", ""), line("Lò Thị Mới", 1990))
    of: dict[str, Any] = {"actor": SPECIALIST, "at": AT}

    with pytest.raises(Unseen):
        accept_import(made.ref, version=1, with_newcomers=True, actor=STRANGER, at=AT)
    assert (
        refusal(stage_import, b"x,y", original_name="a.csv", actor=STRANGER, at=AT) == "NOT_OFFICE"
    )
    inspector = actor(Role.INSPECTOR)
    assert (
        refusal(accept_import, made.ref, version=1, with_newcomers=True, actor=inspector, at=AT)
        == "NOT_OFFICE"
    )
    assert refusal(accept_import, made.ref, version=9, with_newcomers=True, **of) == "STALE"
    assert refusal(undo_import, made.ref, "", version=1, **of) == "NO_UNDO_REASON"
    assert refusal(agree_letters, made.ref, "EBCDIC", version=1, **of) == "NOT_AN_ENCODING"
    assert refusal(map_columns, made.ref, 0, Plan(1, {"award": (1,)}), version=1, **of) == "NO_NAME"
    with pytest.raises(Unseen):
        map_columns(made.ref, 5, Plan(1, {"person_name": (1,)}), version=1, **of)
    with pytest.raises(Unseen):
        choose_holder(made.ref, 0, 99, "new", version=1, **of)
    with pytest.raises(Unseen):
        imports_found(STRANGER)
    with pytest.raises(Unseen):
        rows_found(SPECIALIST, "none")
    assert refusal(stage_import, b"%PDF-1", original_name="a.xlsx", **of) == "NOT_A_SPREADSHEET"

    accepted(made)
    made.refresh_from_db()
    now = made.version
    assert refusal(agree_letters, made.ref, "VNI", version=now, **of) == "ALREADY_ACCEPTED"
    undone(made)
    assert refusal(undo_import, made.ref, "Lần nữa", version=now + 1, **of) == "ALREADY_UNDONE"


def test_columns_that_were_not_understood_are_chosen_once_and_remembered() -> None:
    person()
    header = ("a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1", "i1", "k1")
    data = file_of(line(), header=header)
    first = AwardImport.objects.get(
        ref=stage_import(data, original_name="a.xlsx", actor=SPECIALIST, at=AT).ref
    )
    assert (states(first), first.sheets[0]["is_list"]) == ([], False)
    plan = Plan(
        1,
        {"person_name": (1,), "birth": (2,), "unit": (3,), "decision_no": (6,), "decided_on": (7,)},
        {"award": "LĐTT", "year": "2020", "issued_by": "Giám đốc Sở Y tế"},
    )

    map_columns(first.ref, 0, plan, version=1, actor=SPECIALIST, at=AT)

    assert states(first) == ["READY"]
    second = stage_import(
        file_of(line(year=2021), header=header), original_name="b.xlsx", actor=HEAD, at=AT
    )
    assert states(AwardImport.objects.get(ref=second.ref)) == ["READY"]
    assert audit() == ["stage_import", "map_columns", "stage_import", "stage_import"]


def test_a_sheet_can_be_left_out() -> None:
    made = staged(line())

    map_columns(made.ref, 0, Plan(1, {}, is_left_out=True), version=1, actor=SPECIALIST, at=AT)

    made.refresh_from_db()
    assert (states(made), made.sheets[0]["is_left_out"]) == ([], True)


def test_old_letters_are_converted_only_when_somebody_agrees() -> None:
    person("Nguyễn Thị Thủy", birth_on=date(1985, 6, 12))
    header = ("TT", "Hä vµ tªn", "Ngµy sinh", "§¬n vÞ", "Danh hiÖu", "N¨m", "Sè quyÕt ®Þnh",
              "Ngµy quyÕt ®Þnh", "C¬ quan ban hµnh", "Ghi chó")  # fmt: skip
    written = ("", "NguyÔn ThÞ Thñy", "12/06/1985", "Së Y tÕ tØnh Lµo Cai", "L§TT", 2020, "15/Q§",
               "08/01/2021", "Gi¸m ®èc Së", "")  # fmt: skip
    data = file_of(written, header=header)
    made = AwardImport.objects.get(
        ref=stage_import(data, original_name="a.xlsx", actor=SPECIALIST, at=AT).ref
    )
    assert (states(made), made.proposed_encoding) == ([], "TCVN3")
    assert ["Hä vµ tªn", "Họ và tên"] in made.samples

    agree_letters(made.ref, "TCVN3", version=1, actor=SPECIALIST, at=AT)

    said = row(made, 2).said
    assert (said["name"], said["unit"], said["decision_no"]) == ("Nguyễn Thị Thủy", UNIT, "15/QĐ")
    assert states(made) == ["READY"]
    agree_letters(made.ref, "", version=2, actor=SPECIALIST, at=AT)
    assert states(made) == []


def test_lost_letters_are_refused_at_their_cell() -> None:
    made = staged(line("Nguy?n V?n B?c"), line("Lù Văn Bậc", 1980))

    assert [(p["cell"], p["code"]) for p in row(made, 2).problems] == [("B2", "DAMAGED_TEXT")]
    assert states(made) == ["PROBLEM", "READY"]


def test_the_whole_file_in_one_go_and_again_adds_nothing() -> None:
    person()
    data = file_of(line(), line("Lò Thị Mới", 1990), line(award="xyz"))
    of: dict[str, Any] = {"original_name": "a.xlsx", "actor": SPECIALIST, "at": AT}

    tried = try_awards(data, **of)
    assert (tried.records, tried.newcomers, AwardImport.objects.count()) == (2, 1, 0)
    first = import_awards(data, **of)
    second = import_awards(data, **of)

    assert (first.records, first.newcomers, first.is_new) == (2, 1, True)
    assert (second.records, second.newcomers, second.is_new) == (0, 0, False)
    assert Award.objects.count() == 2
    assert [r.state for r in tried.rows] == ["READY", "READY", "PROBLEM"]


def test_a_file_without_a_list_is_not_kept() -> None:
    data = file_of(("x", "y"), header=("a", "b"))
    of: dict[str, Any] = {"original_name": "a.xlsx", "actor": SPECIALIST, "at": AT}

    assert refusal(import_awards, data, **of) == "NO_LIST"
    assert refusal(try_awards, data, **of) == "NO_LIST"
    assert not AwardImport.objects.exists()


def test_more_rows_of_a_portion_take_no_more_queries() -> None:
    def queries(count: int) -> tuple[int, int]:
        rows = [line(f"Lò Văn {chr(65 + n)}n", 1990, number=f"{count}/QĐ") for n in range(count)]
        with CaptureQueriesContext(connection) as staging:
            made = staged(*rows, name=f"{count}.xlsx")
        with CaptureQueriesContext(connection) as accepting:
            accepted(made)
        return len(staging), len(accepting)

    queries(1)

    assert queries(3) == queries(20)


def test_a_row_that_came_in_by_another_file_meanwhile_is_held_at_acceptance() -> None:
    person()
    first = staged(line())
    second = staged(line(), line(year=2019, number="2/QĐ"), name="b.xlsx")
    accepted(first)

    assert accepted(second) == Accepted(1, 0, 0, 0)
    assert states(second) == ["HELD", "ACCEPTED"]


def test_what_a_collective_holds_is_not_doubled() -> None:
    organisation("Trung tâm Y tế Bát Xát")
    rows = [
        line("Trung tâm Y tế Bát Xát", "", "TTLĐXS", unit=""),
        line("Trung tâm Y tế Bát Xát", "", "HTXSNV", unit="", number="", day="", by=""),
    ]
    accepted(staged(*rows))

    again = staged(*rows, line("Trung tâm Y tế Bát Xát", "", "SK_CO_SO"), name="b.xlsx")

    assert states(again) == ["HELD", "HELD", "PROBLEM"]
    assert Grade.objects.get().organisation is not None


def test_an_identity_number_settles_who_is_meant_if_the_name_agrees() -> None:
    known = person(identity_digest=digest_of_identity_number("010085000123"))
    header = ("Họ và tên", "Số định danh", "Đơn vị", "Danh hiệu", "Năm", "Số QĐ", "Ngày QĐ",
              "Cơ quan ban hành")  # fmt: skip
    rest = (UNIT, "LĐTT", 2020, "1/QĐ", "5/1/2021", "Giám đốc Sở")
    data = file_of(
        ("Vàng Thị Lúa Chín", "010085000123", *rest),
        ("Lò Thị Khác", "010085000123", *rest),
        ("Lò Thị Mới", "010085000999", *rest),
        ("Lò Thị Cũ", "12345", *rest),
        header=header,
    )
    made = AwardImport.objects.get(
        ref=stage_import(data, original_name="a.xlsx", actor=SPECIALIST, at=AT).ref
    )

    assert states(made) == ["READY", "CHOOSE", "READY", "PROBLEM"]
    assert row(made, 2).person == known
    assert "010085000123" not in str(row(made, 2).said)
    accepted(made)
    newcomer = Person.objects.get(full_name="Lò Thị Mới")
    assert (newcomer.identity_digest, newcomer.identity_tail) == (
        digest_of_identity_number("010085000999"),
        "999",
    )


def test_a_sub_unit_of_another_unit_is_not_taken_for_it() -> None:
    parent = organisation("Trung tâm Y tế số 1")
    organisation("Phòng Dân số", kind="SUB_UNIT", parent=parent)
    made = staged(
        line(unit="Phòng Dân số, Trung tâm Y tế Lạ"),
        line(unit=f"Sở Y tế tỉnh Lào Cai, {parent.name}", year=2019, number="2/QĐ"),
    )

    assert states(made) == ["CHOOSE", "CHOOSE"]


def test_of_two_units_of_one_name_that_of_the_day_is_meant() -> None:
    organisation("Sở Giáo dục", until=date(2010, 1, 1))
    now = organisation("Sở Giáo dục", since=date(2010, 1, 1))
    made = staged(line("Lò Thị Mới", 1990, unit="Sở Giáo dục"))

    assert row(made, 2).unit == now


def test_another_refusal_than_nothing_ready_ends_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise Refused(STALE)

    monkeypatch.setattr(importing, "accept_import", refused)

    data = file_of(line())
    assert refusal(import_awards, data, original_name="a", actor=SPECIALIST, at=AT) == "STALE"
    assert not AwardImport.objects.exists()


def test_pages_end_and_records_say_what_they_are() -> None:
    person()
    made = staged(line())
    accepted(made, complete_from={"AWARD": 2020})

    with pytest.raises(Unseen):
        imports_found(SPECIALIST, page=2)
    assert str(AwardImport.objects.get()) == made.ref
    assert str(row(made, 2)) == "2"
    assert str(RecordSource.objects.get()) == SPECIALIST.name
    assert str(StatedCompleteness.objects.get()) == "AWARD from 2020"
    assert str(ColumnChoice(headings="x")) == "x"


def test_an_initiative_that_is_there_is_held() -> None:
    person()
    rows = [line(award="SK_CO_SO", achievement="Cải tiến quy trình")]
    accepted(staged(*rows))

    again = staged(*rows, line(award="SK_CO_SO", achievement="Quy trình khác"), name="b.xlsx")

    assert states(again) == ["HELD", "READY"]


def test_portions_do_not_show_anybody_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newcomers, "AT_ONCE", 1)
    person("Hoàng Thị Cỏ")

    made = staged(line("Hoàng Thị Cỏ", ""), line("Hoàng Thị Cỏ", 1990, unit="Lạ"))

    assert len(row(made, 2).candidates) == 1


def test_identity_numbers_are_kept_sealed_and_stand_in_no_row() -> None:
    header = (*HEADER, "Số định danh")
    number = "010085000123"
    made = stage_import(
        file_of((*line("Lò Thị Mới", 1990), number), header=header),
        original_name="a.xlsx", actor=SPECIALIST, at=AT,
    )  # fmt: skip

    (kept,) = ImportRow.objects.all()
    assert number not in f"{kept.said} {kept.cells} {kept.problems} {kept.candidates}"
    accepted(AwardImport.objects.get(ref=made.ref))
    known = Person.objects.get()
    assert numbers_kept([known.identity_digest or ""]) == {known.identity_digest}
    said = reveal_identity_number(known.ref, "Đối chiếu", actor=HEAD, at=AT)
    assert said == number
