"""A unit records what it granted itself: who may, what is refused, what the register holds then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.vietnamese import ReadDate
from bangvang.law import Kind
from bangvang.registry.actions import confirm_own_decision as confirming
from bangvang.registry.actions.begin_own_decision import begin_own_decision
from bangvang.registry.actions.choose_own_person import choose_own_person
from bangvang.registry.actions.discard_own_decision import discard_own_decision
from bangvang.registry.actions.give_own_back import give_own_back
from bangvang.registry.actions.hand_own_over import hand_own_over
from bangvang.registry.actions.name_own_person import NewPerson, name_own_person
from bangvang.registry.actions.pick_own_people import pick_own_people
from bangvang.registry.actions.remove_own_row import remove_own_row
from bangvang.registry.actions.take_own_annex import AnnexRow, take_own_annex
from bangvang.registry.intake.granting import grantable, grantors_there, objection_to_granting
from bangvang.registry.intake.own_preview import own_preview
from bangvang.registry.models import (
    Award,
    Completeness,
    Grade,
    Organisation,
    OwnDecision,
    OwnDecisionRow,
    Person,
    YearAsked,
    YearStatement,
    YearStatementOf,
)
from bangvang.registry.permissions.own import (
    objection_to_changing_own,
    objection_to_heading_own,
    objection_to_withdrawing_statement,
)
from bangvang.registry.selectors.own_decisions import (
    holders_by_decisions,
    own_decision_line,
    own_decisions_for,
    own_file_for,
    sources_of,
)
from bangvang.registry.selectors.own_people import own_units
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.own_decisions import (
    PAPER,
    SCAN,
    begun,
    confirm,
    handed,
    head_of,
    officer_of,
)

pytestmark = pytest.mark.django_db

OFFICE = actor(Role.SPECIALIST, ref="specialist")
CSV = b"TT,Ten\n1,A\n"


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def lua(unit: Organisation) -> Person:
    return person("Vàng Thị Lúa Chín", unit=unit)


@pytest.fixture
def suoi(unit: Organisation) -> Person:
    ward = organisation("Khoa Nội", kind="SUB_UNIT", parent=unit)
    return person("Lù Văn Suối", unit=ward, birth_on=date(1979, 2, 3))


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.objection.code


def award(of: Person, code: str = "LDTT", year: int = 2025, no: str = "7/QĐ-SYT") -> Award:
    return Award.objects.create(
        person=of, code=code, kind="MERIT", year=year, name_as_written=of.full_name,
        unit_as_written="Sở Y tế", unit=of.organisation, decision_no=no,
        decided_on=date(2026, 1, 5), issued_by="Giám đốc", origin="BACK_ENTRY",
    )  # fmt: skip


def rows_of(own: OwnDecision) -> list[str]:
    return list(
        OwnDecisionRow.objects.filter(decision=own)
        .order_by("sort_key")
        .values_list("name", flat=True)
    )


def test_what_a_unit_may_grant_is_the_laws_to_say() -> None:
    today = date(2026, 9, 14)

    assert {g.code for g in grantable("DEPARTMENT", on=today)} == {
        "LDTT", "CSTDCS", "TTLDTT", "GIAY_KHEN",
    }  # fmt: skip
    assert "CSTDCS" not in {g.code for g in grantable("COMMUNE", on=date(2025, 6, 30))}
    assert "CSTDCS" in {g.code for g in grantable("COMMUNE", on=date(2025, 7, 1))}
    assert grantors_there("LDTT", "DISTRICT", on=today) == ()
    assert grantable("DEPARTMENT", on=date(2001, 1, 1)) == ()


def test_a_decision_enters_every_person_once_with_its_paper(
    unit: Organisation, lua: Person, suoi: Person
) -> None:
    own = handed(unit, [lua, suoi])

    said = confirm(own)

    assert (said.entered, said.held, said.new_people) == (2, 0, 0)
    held = Award.objects.order_by("name_as_written")
    assert [(a.person, a.code, a.kind, a.year) for a in held] == [
        (suoi, "LDTT", "MERIT", 2025),
        (lua, "LDTT", "MERIT", 2025),
    ]
    first = held[0]
    assert (first.decision_no, first.decided_on, first.issued_by, first.origin) == (
        "12/QĐ-SYT", date(2026, 1, 8), "Giám đốc Sở Y tế", "BACK_ENTRY",
    )  # fmt: skip
    assert (first.unit, first.unit_as_written) == (suoi.organisation, "Khoa Nội")
    assert sources_of([first.ref]) == {first.ref: own.ref}
    assert own_file_for(OFFICE, own.ref, "quyet-dinh").original_name == "quyet-dinh.pdf"
    assert not Completeness.objects.exists()
    last = Entry.objects.order_by("-seq").first()
    assert last is not None
    assert (last.verb, last.subject_ref) == ("confirm_own_decision", own.ref)
    assert "12/QĐ-SYT" in last.said
    assert holders_by_decisions(unit.ref, "LDTT", 2025) == 2
    assert holders_by_decisions(unit.ref, "LDTT", 2024) is None


def test_who_holds_it_already_is_named_and_not_doubled(
    unit: Organisation, lua: Person, suoi: Person
) -> None:
    award(lua)
    own = handed(unit, [lua, suoi])

    shown = {row.name: row for row in own_preview(own)}
    said = confirm(own)

    assert shown["Vàng Thị Lúa Chín"].is_held
    assert "7/QĐ-SYT" in shown["Vàng Thị Lúa Chín"].held_said
    assert (said.entered, said.held) == (1, 1)
    assert Award.objects.filter(person=lua).count() == 1


def test_of_certificates_there_may_be_several_but_not_of_one_decision(
    unit: Organisation, lua: Person, suoi: Person
) -> None:
    award(lua, "GIAY_KHEN")
    award(suoi, "GIAY_KHEN", no="12/QĐ-SYT")
    own = handed(unit, [lua, suoi], "GIAY_KHEN")

    shown = own_preview(own)
    said = confirm(own)

    assert [(row.is_held, bool(row.held_said)) for row in shown] == [(False, True)] * 2
    assert (said.entered, said.held) == (1, 1)
    assert Award.objects.filter(person=lua, code="GIAY_KHEN").count() == 2


def test_nothing_is_left_to_enter_when_all_is_there(unit: Organisation, lua: Person) -> None:
    award(lua)
    own = begun(unit)
    pick_own_people(own.ref, [lua.ref], actor=officer_of(unit), at=AT)

    assert refusal(lambda: hand_own_over(own.ref, version=2, actor=officer_of(unit), at=AT)) == (
        "ALL_HELD"
    )


def test_grades_come_with_each_persons_own(unit: Organisation, lua: Person, suoi: Person) -> None:
    own = begun(unit, "GRADE")
    by = officer_of(unit)
    pick_own_people(own.ref, [lua.ref, suoi.ref], grade="HTTNV", actor=by, at=AT)
    assert pick_own_people(own.ref, [suoi.ref], grade="HTXSNV", actor=by, at=AT) == 0
    hand_own_over(own.ref, version=3, actor=by, at=AT)
    own.refresh_from_db()

    confirm(own, replace(PAPER, grantor=""))

    assert set(Grade.objects.values_list("person", "code", "year", "decision_no")) == {
        (lua.pk, "HTTNV", 2025, "12/QĐ-SYT"),
        (suoi.pk, "HTXSNV", 2025, "12/QĐ-SYT"),
    }


def test_another_grade_of_the_year_is_for_a_correction_not_for_a_second_row(
    unit: Organisation, lua: Person, suoi: Person
) -> None:
    Grade.objects.create(person=lua, code="HTNV", year=2025)
    Grade.objects.create(person=suoi, code="HTXSNV", year=2025)
    own = begun(unit, "GRADE")
    everyone = [lua.ref, suoi.ref]
    pick_own_people(own.ref, everyone, grade="HTXSNV", actor=officer_of(unit), at=AT)

    shown = {row.name: row for row in own_preview(own)}

    assert shown[suoi.full_name].is_held
    assert not shown[lua.full_name].is_good
    assert "Hoàn thành nhiệm vụ" in shown[lua.full_name].problems[0]


def annexed(
    unit: Organisation, *rows: AnnexRow, code: str = "LDTT", grade: str = ""
) -> OwnDecision:
    own = begun(unit, code)
    take_own_annex(
        own.ref, rows, CSV, original_name="phu-luc.csv", grade=grade, actor=officer_of(unit), at=AT
    )
    own.refresh_from_db()
    return own


def test_an_annex_is_linked_new_or_for_a_person(unit: Organisation, lua: Person) -> None:
    person("Giàng A Đá", unit=unit, birth_on=None, birth_year=1990)
    own = annexed(
        unit,
        AnnexRow(5, "Vàng Thị Lúa Chín", ReadDate(1985, 6, 12)),
        AnnexRow(6, "Giàng A Đá"),
        AnnexRow(7, "Hạng Thị Mơ", ReadDate(1993), sex="F", position="Điều dưỡng", unit="Khoa Nội"),
        AnnexRow(8, "Hạng A Không"),
    )

    shown = {row.source_row: row for row in own_preview(own)}

    assert shown[5].person is not None
    assert shown[5].person.ref == lua.ref
    assert (shown[6].is_settled, len(shown[6].candidates)) == (False, 1)
    assert (shown[7].is_new, shown[7].is_good) == (True, True)
    assert (shown[8].is_new, shown[8].is_good) == (True, False)
    by = officer_of(unit)
    assert refusal(lambda: hand_own_over(own.ref, version=own.version, actor=by, at=AT)) == (
        "ROWS_NOT_READY"
    )


def test_a_namesake_is_chosen_and_somebody_new_is_registered_at_the_confirmation(
    unit: Organisation,
) -> None:
    ward = organisation("Khoa Nội", kind="SUB_UNIT", parent=unit)
    known = person("Giàng A Đá", unit=unit, birth_on=None, birth_year=1990)
    own = annexed(
        unit,
        AnnexRow(6, "Giàng A Đá"),
        AnnexRow(7, "Hạng Thị Mơ", ReadDate(1993), sex="F", position="Điều dưỡng", unit="Khoa Nội",
                 identity_number="010193000777"),
    )  # fmt: skip
    by, rows = officer_of(unit), {row.source_row: row.ref for row in own_preview(own)}
    assert refusal(
        lambda: choose_own_person(own.ref, rows[6], "nobody", actor=by, at=AT)
    ) == "NOT_A_CANDIDATE"  # fmt: skip
    choose_own_person(own.ref, rows[6], known.ref, actor=by, at=AT)
    own.refresh_from_db()
    hand_own_over(own.ref, version=own.version, actor=by, at=AT)
    own.refresh_from_db()
    assert not Person.objects.filter(full_name="Hạng Thị Mơ").exists()

    said = confirm(own)

    new = Person.objects.get(full_name="Hạng Thị Mơ")
    assert (new.birth_year, new.sex, new.position, new.organisation) == (
        1993, "F", "Điều dưỡng", ward,
    )  # fmt: skip
    assert (new.identity_tail, bool(new.identity_digest)) == ("777", True)
    assert (said.entered, said.new_people) == (2, 1)
    assert Award.objects.filter(person=known).count() == 1


def test_a_namesake_may_be_said_to_be_somebody_new(unit: Organisation) -> None:
    person("Giàng A Đá", unit=unit, birth_on=None, birth_year=None)
    own = annexed(unit, AnnexRow(6, "Giàng A Đá", ReadDate(1999)))
    row = own_preview(own)[0]

    choose_own_person(own.ref, row.ref, "new", actor=officer_of(unit), at=AT)

    assert own_preview(own)[0].is_good
    assert own_preview(own)[0].is_new


def test_the_same_person_twice_or_of_another_unit_is_said(unit: Organisation, lua: Person) -> None:
    person("Lý A Xa", unit=organisation("Sở Xây dựng"), birth_on=date(1980, 1, 2))
    own = annexed(
        unit,
        AnnexRow(1, "Vàng Thị Lúa Chín", ReadDate(1985, 6, 12)),
        AnnexRow(2, "Vàng Thị Lúa Chín", ReadDate(1985, 6, 12)),
        AnnexRow(3, "Lý A Xa", ReadDate(1980, 1, 2)),
        AnnexRow(4, "Sùng Thị Mới", ReadDate(1991)),
        AnnexRow(5, "Sùng Thị Mới", ReadDate(1991)),
    )

    wrong = {row.source_row: row.problems for row in own_preview(own) if row.problems}

    assert set(wrong) == {2, 3, 5}
    assert "ở đơn vị khác" in wrong[3][0]
    assert "Sở Xây dựng" not in wrong[3][0]


def test_a_new_annex_replaces_the_rows_of_the_old_one_only(unit: Organisation, lua: Person) -> None:
    own = annexed(unit, AnnexRow(1, "Hạng Thị Mơ", ReadDate(1993)))
    by = officer_of(unit)
    pick_own_people(own.ref, [lua.ref], actor=by, at=AT)

    take_own_annex(
        own.ref, [AnnexRow(1, "Hạng Thị Mận", ReadDate(1994))], CSV,
        original_name="moi.csv", actor=by, at=AT,
    )  # fmt: skip

    assert rows_of(own) == ["Vàng Thị Lúa Chín", "Hạng Thị Mận"]


def test_grades_of_an_annex_are_the_rows_own_or_the_one_for_all(unit: Organisation) -> None:
    own = annexed(
        unit,
        AnnexRow(1, "Hạng Thị Mơ", ReadDate(1993), code="HTXSNV"),
        AnnexRow(2, "Hạng Thị Mận", ReadDate(1994)),
        code="GRADE",
        grade="HTTNV",
    )
    without = annexed(unit, AnnexRow(1, "Hạng Thị Mơ", ReadDate(1993)), code="GRADE")

    assert {row.name: row.code for row in own_preview(own)} == {
        "Hạng Thị Mơ": "HTXSNV", "Hạng Thị Mận": "HTTNV",
    }  # fmt: skip
    assert own_preview(without)[0].problems == ("Chưa ghi mức xếp loại.",)


def test_somebody_new_is_written_with_name_birth_and_unit(unit: Organisation) -> None:
    own, by = begun(unit), officer_of(unit)
    new = NewPerson(" Hạng  Thị Mơ ", ReadDate(1993), "F", "Điều dưỡng", unit.ref)
    stranger = organisation("Sở Xây dựng")

    def name(said: NewPerson, **more: Any) -> str:
        return name_own_person(own.ref, said, actor=by, at=AT, **more)

    assert refusal(lambda: name(replace(new, name=" "))) == "NO_NAME"
    assert refusal(lambda: name(replace(new, name="<script>"))) == "NO_SUCH_NAME"
    assert refusal(lambda: name(replace(new, birth=None))) == "NO_BIRTH"
    with pytest.raises(Unseen):
        name(replace(new, unit_ref=stranger.ref))
    name(new)
    assert rows_of(own) == ["Hạng Thị Mơ"]
    grades = begun(unit, "GRADE")
    assert refusal(lambda: name_own_person(grades.ref, new, actor=by, at=AT)) == "NO_GRADE"


def test_a_row_is_taken_out_and_a_draft_thrown_away(unit: Organisation, lua: Person) -> None:
    own, by = begun(unit), officer_of(unit)
    pick_own_people(own.ref, [lua.ref], actor=by, at=AT)
    row = OwnDecisionRow.objects.get()

    remove_own_row(own.ref, row.ref, actor=by, at=AT)

    assert rows_of(own) == []
    with pytest.raises(Unseen):
        remove_own_row(own.ref, row.ref, actor=by, at=AT)
    assert refusal(lambda: hand_own_over(own.ref, version=3, actor=by, at=AT)) == "NO_ROWS"
    assert refusal(lambda: discard_own_decision(own.ref, version=1, actor=by, at=AT)) == "STALE"
    discard_own_decision(own.ref, version=3, actor=by, at=AT)
    assert own_decisions_for(by) == []
    assert refusal(lambda: pick_own_people(own.ref, [lua.ref], actor=by, at=AT)) == "NOT_DRAFT"


def test_the_head_gives_it_back_with_a_reason(unit: Organisation, lua: Person) -> None:
    own = handed(unit, [lua])

    def back(reason: str, version: int = 3, by: Any = None) -> None:
        give_own_back(own.ref, reason, version=version, actor=by or head_of(unit), at=AT)

    assert refusal(lambda: back(" ")) == "NO_REASON"
    assert refusal(lambda: back("Thiếu người.", 1)) == "STALE"
    assert refusal(lambda: back("Thiếu người.", by=officer_of(unit))) == "NOT_UNIT_HEAD"
    back(" Thiếu người. ")
    line = own_decision_line(officer_of(unit), own.ref)
    assert (line.state, line.sent_back_reason, line.rows) == ("DRAFT", "Thiếu người.", 1)
    assert refusal(lambda: back("Lần nữa.", 4)) == "NOT_WITH_HEAD"


def test_who_may_begin_and_what(unit: Organisation) -> None:
    def begin(code: str = "LDTT", year: int = 2025, role: Role = Role.UNIT_OFFICER) -> str:
        return begin_own_decision(code, year=year, actor=actor(role, unit=unit), at=AT)

    assert refusal(lambda: begin(role=Role.UNIT_HEAD)) == "NOT_UNIT_OFFICER"
    assert refusal(lambda: begin(year=2027)) == "YEAR_AHEAD"
    assert refusal(lambda: begin(year=1900)) == "YEAR_UNREAL"
    assert refusal(lambda: begin("BK_TINH")) == "NOT_GRANTABLE"
    assert refusal(lambda: begin(year=2013)) == "NO_RULE_THEN"
    with pytest.raises(Unseen):
        begin_own_decision("LDTT", year=2025, actor=actor(Role.UNIT_OFFICER), at=AT)
    ref = begin_own_decision(
        "GIAY_KHEN", year=2026, kind=Kind.SUDDEN, actor=officer_of(unit), at=AT
    )
    assert OwnDecision.objects.get(ref=ref).kind == "SUDDEN"


def test_only_the_own_people_are_picked(unit: Organisation, lua: Person) -> None:
    own, by = begun(unit), officer_of(unit)
    stranger = person("Lý A Xa", unit=organisation("Sở Xây dựng"))

    assert refusal(lambda: pick_own_people(own.ref, [], actor=by, at=AT)) == "NOBODY_PICKED"
    with pytest.raises(Unseen):
        pick_own_people(own.ref, [lua.ref, stranger.ref], actor=by, at=AT)
    assert rows_of(own) == []
    grades = begun(unit, "GRADE")
    assert refusal(lambda: pick_own_people(grades.ref, [lua.ref], actor=by, at=AT)) == "NO_GRADE"


def test_one_decision_names_at_most_so_many(
    unit: Organisation, lua: Person, suoi: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, by = begun(unit), officer_of(unit)
    monkeypatch.setattr("bangvang.registry.actions.own_changes.LARGEST", 1)
    monkeypatch.setattr("bangvang.registry.actions.take_own_annex.LARGEST", 1)
    rows = [AnnexRow(1, "Hạng Thị Mơ"), AnnexRow(2, "Hạng Thị Mận")]

    everyone = [lua.ref, suoi.ref]
    assert refusal(lambda: pick_own_people(own.ref, everyone, actor=by, at=AT)) == "TOO_MANY"

    def take(some: list[AnnexRow]) -> int:
        return take_own_annex(own.ref, some, CSV, original_name="a.csv", actor=by, at=AT)

    assert refusal(lambda: take(rows)) == "TOO_MANY"
    assert refusal(lambda: take([])) == "EMPTY_ANNEX"


@pytest.mark.parametrize(
    ("paper", "code"),
    [
        (replace(PAPER, decision_no=""), "NUMBER_MISSING"),
        (replace(PAPER, issued_by=""), "SIGNER_MISSING"),
        (replace(PAPER, decided_on=date(2026, 9, 15)), "DECIDED_AHEAD"),
        (replace(PAPER, decided_on=date(2024, 12, 31)), "DECIDED_BEFORE_YEAR"),
        (replace(PAPER, grantor="COMMUNE_CHAIR"), "WRONG_GRANTOR"),
    ],
)
def test_a_paper_that_cannot_be_is_refused(
    unit: Organisation, lua: Person, paper: Any, code: str
) -> None:
    own = handed(unit, [lua])

    assert refusal(lambda: confirm(own, paper)) == code
    assert not Award.objects.exists()


def test_a_day_on_which_nobody_of_the_unit_could_grant_it_is_refused() -> None:
    said = objection_to_granting(
        "CSTDCS", "DISTRICT", grantor="DISTRICT_CHAIR", on=date(2026, 1, 8)
    )

    assert said is not None
    assert said.code == "NOT_OWN_AUTHORITY"
    assert "08/01/2026" in said.sentence


def test_who_may_confirm(unit: Organisation, lua: Person) -> None:
    own = handed(unit, [lua])
    other = organisation("Sở Xây dựng")
    both = actor(Role.UNIT_OFFICER, Role.UNIT_HEAD, unit=unit, ref="officer")

    assert refusal(lambda: confirm(own, by=officer_of(unit))) == "NOT_UNIT_HEAD"
    assert refusal(lambda: confirm(own, by=both)) == "SAME_PERSON"
    with pytest.raises(Unseen):
        confirm(own, by=head_of(other))
    with pytest.raises(Unseen):
        confirm(own, by=OFFICE)
    assert refusal(lambda: confirm(own, version=1)) == "STALE"
    confirm(own)
    own.refresh_from_db()
    assert refusal(lambda: confirm(own)) == "NOT_WITH_HEAD"


def test_one_number_is_entered_once_for_an_award_and_year(
    unit: Organisation, lua: Person, suoi: Person
) -> None:
    confirm(handed(unit, [lua]))

    assert refusal(lambda: confirm(handed(unit, [suoi]))) == "SAME_DECISION"
    confirm(handed(unit, [suoi]), replace(PAPER, decision_no="13/QĐ-SYT"))
    assert Award.objects.count() == 2


def test_a_scan_must_be_one(unit: Organisation, lua: Person) -> None:
    own = handed(unit, [lua])

    def with_sheet() -> None:
        confirming.confirm_own_decision(
            own.ref, PAPER, CSV, scan_name="a.csv", says_whole=False,
            version=own.version, actor=head_of(unit), at=AT,
        )  # fmt: skip

    assert refusal(with_sheet) == "FILE_NOT_ACCEPTED"


def test_when_the_audit_record_fails_nothing_is_entered(
    unit: Organisation, lua: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = handed(unit, [lua])

    def failing(**_said: object) -> None:
        raise RuntimeError("no power")

    monkeypatch.setattr(confirming, "record", failing)
    with pytest.raises(RuntimeError):
        confirm(own)

    own.refresh_from_db()
    assert (own.state, Award.objects.count()) == ("WITH_HEAD", 0)


def test_drafts_are_the_units_and_the_office_sees_what_is_confirmed(
    unit: Organisation, lua: Person, suoi: Person
) -> None:
    draft, done = begun(unit), handed(unit, [lua])
    confirm(done)
    other = officer_of(organisation("Sở Xây dựng"))

    assert {line.ref for line in own_decisions_for(officer_of(unit))} == {draft.ref, done.ref}
    assert [line.ref for line in own_decisions_for(OFFICE, unit_ref=unit.ref)] == [done.ref]
    assert own_decisions_for(OFFICE, year=2024) == []
    assert own_decisions_for(other) == []
    assert own_decisions_for(actor(Role.MEMBER, unit=unit)) == []
    for by in (other, OFFICE):
        with pytest.raises(Unseen):
            own_decision_line(by, draft.ref)
    with pytest.raises(Unseen):
        own_file_for(officer_of(unit), done.ref, "phu-luc")


def test_a_preview_takes_the_same_queries_for_one_and_for_three(
    unit: Organisation, django_assert_max_num_queries: Any
) -> None:
    one = annexed(unit, AnnexRow(1, "Hạng Thị Mơ", ReadDate(1993)))
    three = annexed(unit, *(AnnexRow(n, f"Hạng Thị {n}", ReadDate(1993)) for n in range(3)))

    for own in (one, three):
        with django_assert_max_num_queries(8):
            own_preview(own)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"scan": None}, "confirmed_own_decision_has_its_paper"),
        ({"decision_no": ""}, "confirmed_own_decision_has_its_paper"),
        ({"code": ""}, "own_decision_is_of_an_award_or_of_grades"),
    ],
)
def test_the_database_itself_refuses(
    unit: Organisation, lua: Person, wrong: dict[str, Any], name: str
) -> None:
    own = handed(unit, [lua])
    confirm(own)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        OwnDecision.objects.filter(pk=own.pk).update(**wrong)
    assert SCAN.startswith(b"%PDF")


def test_an_identity_number_links_a_row_without_a_birth(unit: Organisation) -> None:
    digest = digest_of_identity_number("010185000123")
    known = person("Giàng A Đá", unit=unit, identity_digest=digest)
    own = annexed(unit, AnnexRow(1, "Giàng A Đá", identity_number="010185000123"))

    (row,) = own_preview(own)

    assert row.person is not None
    assert row.person.ref == known.ref


def test_the_rules_hold_also_for_whoever_comes_past_the_selectors(
    unit: Organisation, lua: Person
) -> None:
    draft, waiting = begun(unit), handed(unit, [lua])
    other = organisation("Sở Xây dựng")
    statement = YearStatement(unit=unit, record_kind="AWARD", year=2025)
    said = [
        objection_to_changing_own(officer_of(other), draft),
        objection_to_changing_own(head_of(unit), draft),
        objection_to_heading_own(head_of(other), waiting),
        objection_to_withdrawing_statement(head_of(other), statement, reason="Nhầm."),
    ]

    assert [objection.code if objection else "" for objection in said] == [
        "NOT_YOUR_UNIT", "NOT_UNIT_OFFICER", "NOT_YOUR_UNIT", "NOT_YOUR_UNIT",
    ]  # fmt: skip


def test_rows_print_as_references(unit: Organisation, lua: Person) -> None:
    own = handed(unit, [lua])
    row = OwnDecisionRow.objects.get()
    statement = YearStatement(unit=unit, record_kind="AWARD", year=2025)
    asked = YearAsked(unit=unit, record_kind="GRADE", year=2024)

    printed = [str(one) for one in (own, row, statement, asked, YearStatementOf(pk=7))]

    assert printed == [own.ref, row.ref, "AWARD 2025", "GRADE 2024", "7"]
    assert own_units(actor(Role.UNIT_OFFICER)) == []


def test_nobody_is_rewarded_for_the_year_of_birth(unit: Organisation) -> None:
    own = annexed(unit, AnnexRow(1, "Hạng Thị Mơ", ReadDate(2025)))

    assert own_preview(own)[0].problems == (
        "Năm thành tích 2025 không sau năm sinh. Bỏ dòng này, hoặc ghi lại năm sinh.",
    )
