"""Collectives and households on a unit's list: who is meant, what the law sees, whom to enter."""

from datetime import date

import pytest

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.link_body import link_body
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import StoredFinding
from bangvang.appraisal.selectors.barred import barred_among, unanswered_bars
from bangvang.appraisal.selectors.linkable import linkable_choices
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions.choose_person import choose_person
from bangvang.nominations.actions.keep_upload import keep_upload
from bangvang.nominations.actions.save_drafts import save_drafts
from bangvang.nominations.intake.preview import preview_of
from bangvang.nominations.intake.previewed import NEW, Preview
from bangvang.nominations.models import Batch, Nomination, Upload
from bangvang.nominations.selectors.batches import batches_for
from bangvang.nominations.selectors.open_of import open_nominations_of
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.models import Award, Organisation
from bangvang.registry.permissions import BarSaid
from bangvang.registry.states import BarKind, HolderKind
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

HEAD = ("TT", "Tên tập thể/cá nhân/hộ gia đình", "Ngày sinh", "Đơn vị", "Hình thức đề nghị")
SPECIALIST = actor(Role.SPECIALIST)


@pytest.fixture
def unit() -> Organisation:
    return organisation("Ủy ban nhân dân xã Suối Mơ", kind="COMMUNE")


@pytest.fixture
def officer(unit: Organisation) -> Actor:
    return actor(Role.UNIT_OFFICER, unit=unit)


def household(unit: Organisation, name: str) -> Organisation:
    return organisation(name, kind="HOUSEHOLD", parent=unit)


def kept(officer: Actor, *rows: tuple[str, str, str, str]) -> str:
    numbered = [(str(n), *row) for n, row in enumerate(rows, start=1)]
    return keep_upload(
        write_table(HEAD, numbered),
        original_name="ds.xlsx",
        round_ref=make.round_().ref,
        award_code="",
        actor=officer,
        at=AT,
    )


def preview(ref: str) -> Preview:
    return preview_of(Upload.objects.get(ref=ref))


def handed_in(unit: Organisation, **of: object) -> Nomination:
    batch = make.batch(BatchState.SUBMITTED, unit=unit)
    row = make.nomination(batch, State.SUBMITTED, award_code="BK_TINH")
    Nomination.objects.filter(pk=row.pk).update(
        subject="collective", name="Trường Mầm non Hoa Ban", birth_on=None, **of
    )
    row.refresh_from_db()
    return row


def code(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def test_people_collectives_and_households_stand_on_one_list(
    unit: Organisation, officer: Actor
) -> None:
    school = organisation("Trường Mầm non Hoa Ban", kind="SUB_UNIT", parent=unit)
    home = household(unit, "Hộ gia đình ông Lù Văn Bậc")
    ref = kept(
        officer,
        ("Trường Mầm non Hoa Ban", "", "", "Bằng khen tỉnh"),
        ("Hộ gia đình ông Lù Văn Bậc", "", "", "Bằng khen tỉnh"),
        ("Vàng Thị Lúa Chín", "12/6/1985", "", "Bằng khen tỉnh"),
        ("Trường Tiểu học Chưa Ghi", "", "", "Bằng khen tỉnh"),
        ("Trường Mầm non Hoa Ban", "", "", "CSTĐ tỉnh"),
    )
    rows = preview(ref).rows
    assert [(row.subject.value, row.identity, row.body_ref) for row in rows[:4]] == [
        ("collective", "LINKED", school.ref),
        ("household", "LINKED", home.ref),
        ("person", "NEW", ""),
        ("collective", "NEW", ""),
    ]
    assert [p.code for p in rows[4].blocking] == ["AWARD_NOT_FOR_SUBJECT"]

    batch = save_drafts(ref, leave_out_bad=True, actor=officer, at=AT)

    saved = list(Nomination.objects.filter(batch__ref=batch).order_by("source_row"))
    assert [(row.body, row.person) for row in saved] == [
        (school, None), (home, None), (None, None), (None, None),
    ]  # fmt: skip
    assert {row.unit for row in saved} == {unit}
    assert batches_for(officer)[0].counted == "2 tập thể, 1 người, 1 hộ gia đình"
    dossiers = open_nominations_of(officer, school.ref, HolderKind.ORGANISATION)
    assert [one.award_code for one in dossiers] == ["BK_TINH"]


def test_one_name_under_several_bodies_is_chosen_by_the_unit(
    unit: Organisation, officer: Actor
) -> None:
    first = organisation("Tổ Hành chính", kind="SUB_UNIT", parent=unit)
    below = organisation("Trạm Y tế Suối Mơ", kind="SUB_UNIT", parent=unit)
    second = organisation("Tổ Hành chính", kind="SUB_UNIT", parent=below)
    stranger = organisation("Tổ Hành chính", kind="SUB_UNIT", parent=organisation("Sở Khác"))
    ref = kept(officer, ("Tổ Hành chính", "", "", "Bằng khen tỉnh"))
    row = preview(ref).rows[0]
    assert {c.ref for c in row.candidates} == {first.ref, second.ref}
    with pytest.raises(Refused) as caught:
        choose_person(ref, 2, stranger.ref, actor=officer, at=AT)
    assert code(caught) == "NOT_A_CHOICE"

    choose_person(ref, 2, second.ref, actor=officer, at=AT)
    assert preview(ref).rows[0].body_ref == second.ref
    choose_person(ref, 2, NEW, actor=officer, at=AT)
    assert preview(ref).rows[0].identity == "NEW"


def test_a_body_is_proposed_once_for_an_award_of_a_year(unit: Organisation, officer: Actor) -> None:
    school = organisation("Trường Mầm non Hoa Ban", kind="SUB_UNIT", parent=unit)
    batch = make.batch(unit=unit, in_round=make.round_("Đợt khác"))
    other = make.nomination(batch, award_code="BK_TINH")
    Nomination.objects.filter(pk=other.pk).update(subject="collective", body=school)
    ref = kept(
        officer,
        ("Trường Mầm non Hoa Ban", "", "", "Bằng khen tỉnh"),
        ("Trường Mầm non Hoa Ban", "", "", "Cờ tỉnh"),
        ("Trường Mầm non Hoa Ban", "", "", "Cờ tỉnh"),
    )
    assert [[p.code for p in row.blocking] for row in preview(ref).rows] == [
        ["ALREADY_NOMINATED"],
        [],
        ["DUPLICATE_ROW", "TWICE_IN_LIST"],
    ]


def test_the_law_sees_what_the_collective_holds(unit: Organisation) -> None:
    school = organisation("Trường Mầm non Hoa Ban", kind="SUB_UNIT", parent=unit)
    row = handed_in(unit, body=school)
    Award.objects.create(
        organisation=school, unit=school, code="TTLDXS", kind="MERIT", year=2024,
        name_as_written=school.name, unit_as_written=unit.name, decision_no="12/QĐ-UBND",
        decided_on=date(2025, 1, 15), issued_by="Ủy ban nhân dân tỉnh", origin="LIVE",
    )  # fmt: skip
    take_up(row.batch.ref, actor=SPECIALIST, at=AT)
    finding = StoredFinding.objects.get()
    assert [held["code"] for held in finding.facts["held"]] == ["TTLDXS"]


def test_what_the_register_does_not_know_is_linked_before_it_is_accepted(
    unit: Organisation,
) -> None:
    row = handed_in(unit)
    school = organisation("Trường Mầm non Hoa Ban", kind="SUB_UNIT", parent=unit)
    stranger = organisation("Trường khác", kind="SUB_UNIT", parent=organisation("Sở Khác"))
    with pytest.raises(Refused) as early:
        link_body(row.ref, school.ref, version=row.version, actor=SPECIALIST, at=AT)
    take_up(row.batch.ref, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    assert [ref for ref, _ in linkable_choices(row)] == [school.ref, unit.ref]
    with pytest.raises(Refused) as unknown:
        accept(row.ref, "Tốt.", version=row.version, actor=SPECIALIST, at=AT)
    tries = (
        (school.ref, row.version + 5, SPECIALIST),
        (stranger.ref, row.version, SPECIALIST),
        (school.ref, row.version, actor(Role.INSPECTOR)),
    )
    refused = []
    for body, version, who in tries:
        with pytest.raises(Refused) as caught:
            link_body(row.ref, body, version=version, actor=who, at=AT)
        refused.append(code(caught))
    with pytest.raises(Unseen):
        link_body(row.ref, school.ref, version=1, actor=actor(Role.MEMBER), at=AT)

    link_body(row.ref, school.ref, version=row.version, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    accept(row.ref, "Thành tích rõ.", version=row.version, actor=SPECIALIST, at=AT)

    assert [code(early), code(unknown)] == ["NOT_UNDER_APPRAISAL", "BODY_UNKNOWN"]
    assert refused == ["STALE", "NOT_AMONG_THEM", "NOT_OFFICE"]
    row.refresh_from_db()
    assert (row.body, row.state) == (school, State.APPRAISED)
    assert StoredFinding.objects.count() == 2
    assert "link_body" in [e.verb for e in entries_about(("nomination", row.ref))]


def test_a_person_is_not_linked_as_a_body(unit: Organisation) -> None:
    batch = make.batch(BatchState.SUBMITTED, unit=unit)
    row = make.nomination(batch, State.CHECKED)
    with pytest.raises(Refused) as caught:
        link_body(row.ref, unit.ref, version=1, actor=SPECIALIST, at=AT)
    assert code(caught) == "NOT_A_BODY"


def test_a_bar_of_the_collective_stops_its_row(unit: Organisation) -> None:
    school = organisation("Trường Mầm non Hoa Ban", kind="SUB_UNIT", parent=unit)
    row = handed_in(unit, body=school)
    take_up(row.batch.ref, actor=SPECIALIST, at=AT)
    day = date(2026, 9, 1)
    bar = BarSaid(BarKind.INVESTIGATED, day, "318/QĐ-TTr", day, "Thanh tra tỉnh")
    record_bar(school.ref, bar, of=HolderKind.ORGANISATION, actor=actor(Role.OFFICE_HEAD), at=AT)
    assert barred_among([row.ref], on=AT.date()).unseen == (row.name,)
    assert set(unanswered_bars([row.ref], on=AT.date())) == {row.ref}


@each_connected
def test_of_two_rows_one_is_linked_to_a_body() -> None:
    unit = organisation("Ủy ban nhân dân xã Suối Mơ", kind="COMMUNE")
    school = organisation("Trường Mầm non Hoa Ban", kind="SUB_UNIT", parent=unit)
    first = handed_in(unit)
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=make.round_("Đợt khác"), number=2)
    second = make.nomination(batch, State.SUBMITTED, award_code="BK_TINH")
    Nomination.objects.filter(pk=second.pk).update(subject="collective", birth_on=None)
    for one in (first.batch, second.batch):
        take_up(one.ref, actor=SPECIALIST, at=AT)
    rows = list(Nomination.objects.order_by("pk"))

    def link(row: Nomination) -> None:
        link_body(row.ref, school.ref, version=row.version, actor=SPECIALIST, at=AT)

    said = at_once(lambda: link(rows[0]), lambda: link(rows[1]))
    assert sorted(said) == ["", "ALREADY_NOMINATED"]
    assert Batch.objects.count() == 2
