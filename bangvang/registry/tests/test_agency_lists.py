"""Lists of other agencies: what is read, whom rows may mean, what an officer makes of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.foundation.vietnamese.legacy import VNI
from bangvang.registry.actions import agency_list_rows as making
from bangvang.registry.actions.agree_letters import agree_letters
from bangvang.registry.actions.confirm_listed_row import confirm_listed_row
from bangvang.registry.actions.confirm_merge import confirm_merge
from bangvang.registry.actions.confirm_ticked_rows import Ticked, confirm_ticked_rows
from bangvang.registry.actions.deny_match import deny_match
from bangvang.registry.actions.dismiss_listed_row import dismiss_listed_row
from bangvang.registry.actions.map_columns import map_columns
from bangvang.registry.actions.reopen_listed_row import reopen_listed_row
from bangvang.registry.actions.take_agency_list import take_agency_list
from bangvang.registry.actions.undo_agency_list import undo_agency_list
from bangvang.registry.actions.withdraw_bar import withdraw_bar
from bangvang.registry.actions.withdraw_notice import withdraw_notice
from bangvang.registry.intake.award_sheets import Plan
from bangvang.registry.intake.readers import AGENCY_LISTS
from bangvang.registry.models import (
    AgencyList,
    Bar,
    BarSource,
    ListedRow,
    ListTopic,
    Notice,
    RowMeaning,
)
from bangvang.registry.permissions import BarSaid
from bangvang.registry.permissions.agency_lists import NoticeSaid
from bangvang.registry.selectors.agency_lists import agencies_known, list_seen, lists_found
from bangvang.registry.selectors.listed_rows import (
    listed_row_seen,
    listed_rows_found,
    newly_known,
    rows_waiting_near,
)
from bangvang.registry.selectors.notices import notice_seen, notices_of, standing_notices
from bangvang.registry.selectors.resting import rested_on
from bangvang.registry.states import BarKind, DisciplineLevel, HolderKind
from bangvang.registry.tests.agency_lists import (
    HEAD,
    HEADER,
    MATTER,
    NOTICE,
    SAID,
    SPECIALIST,
    confirmed,
    key,
    line,
    matched_again,
    rows_of,
    states,
    taken,
)
from bangvang.registry.tests.factories import bar, organisation, person
from bangvang.registry.tests.test_merging import proposed
from bangvang.registry.tests.test_recipients import household

pytestmark = pytest.mark.django_db

INSPECTOR = actor(Role.INSPECTOR, ref="inspector")
OTHERS = [role for role in Role if role not in (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)]
BAR = BarSaid(
    BarKind.DISCIPLINED, date(2026, 5, 4), "77/QĐ-KL", date(2026, 5, 4), "Sở Y tế",
    level=DisciplineLevel.CANH_CAO,
)  # fmt: skip


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.objection.code


def only(agency_list: AgencyList) -> ListedRow:
    (row,) = rows_of(agency_list)
    return row


def decide(row: ListedRow, call: Callable[..., object], *args: Any, **more: Any) -> object:
    at = {"version": row.version, "actor": SPECIALIST, "at": AT, **more}
    return call(row.agency_list.ref, row.sheet_no, row.row, *args, **at)


# --- reading and matching


def test_rows_are_matched_and_nothing_comes_into_the_register() -> None:
    unit = organisation()
    certain = person(unit=unit)
    one = person("Lò Văn Thóc Nếp", unit=unit, birth_on=date(1979, 1, 2))
    two = person("Lò Văn Thóc Nếp", unit=unit, birth_on=date(1981, 3, 4))

    found = taken(line(), line("Lò Văn Thóc Nếp", ""), line("Giàng A Mây Trôi", "01/02/1990"))

    assert states(found) == ["CERTAIN", "CHOOSE", "UNKNOWN"]
    first, second, third = rows_of(found)
    assert (first.person, first.why) == (certain, "Trùng họ tên và ngày sinh.")
    assert {c["key"] for c in second.candidates} == {key(one), key(two)}
    assert all("trùng họ tên" in c["why"].lower() for c in second.candidates)
    assert (third.person, third.candidates) == (None, [])
    assert first.said["matter"] == MATTER
    assert (first.said["matter_on"], first.cells["matter_on"]) == ("2026-05-04", "F2")
    assert (Bar.objects.count(), Notice.objects.count()) == (0, 0)


def test_a_body_is_matched_by_its_name_and_the_unit_above_it() -> None:
    health = organisation()
    mine = organisation("Trung tâm Y tế Suối Trong", parent=health, kind="SUB_UNIT")
    for above in ("Sở Y tế tỉnh Mây Xa", "Sở Y tế tỉnh Mây Gần"):
        organisation("Phòng Dân số", parent=organisation(above), kind="SUB_UNIT")

    found = taken(
        ("1", "Trung tâm Y tế Suối Trong", "12.000.000"),
        ("2", "Phòng Dân số", "500000"),
        ("3", "Công ty Gỗ Rừng Thẳm", ""),
        header=("TT", "Tên người nộp thuế", "Số tiền nợ"),
        topic=ListTopic.TAX_DEBT,
        agency="Thuế tỉnh Núi Mây",
    )

    assert states(found) == ["CERTAIN", "CHOOSE", "UNKNOWN"]
    first, second, _ = rows_of(found)
    assert (first.organisation, first.said["matter"]) == (mine, "Số tiền: 12.000.000")
    assert second.said["matter"] == "Số tiền: 500.000"
    assert [c["why"] for c in second.candidates] == ["Trùng tên tập thể."] * 2


def test_a_household_is_matched_by_its_name_and_commune() -> None:
    commune = organisation("Ủy ban nhân dân xã Nậm Mây", kind="COMMUNE")
    home = household("Hộ ông Lù Văn Bậc Thang", of=commune)

    listed = taken(
        line("Gia đình ông Lù Văn Bậc Thang", None, unit="Xã Nậm Mây"),
        line("Hộ gia đình ông Lù Văn Bậc Thang", None, unit="Xã Bản Sương"),
        line("Hộ bà Sùng Thị Nương Ngô", None, unit="Xã Nậm Mây"),
    )

    first, second, _ = rows_of(listed)
    assert states(listed) == ["CERTAIN", "CHOOSE", "UNKNOWN"]
    assert first.organisation == home
    assert second.candidates == [{"key": key(home), "why": "Trùng tên hộ."}]
    confirmed(first, home)
    assert Notice.objects.get().organisation == home


def test_what_is_wrong_is_said_at_its_cell_and_a_doubtful_day_is_only_a_hint() -> None:
    person()

    found = taken(line("", ""), line(birth="32/13/1985"), line(on="trong quý II"))

    no_name, no_birth, no_day = rows_of(found)
    assert states(found) == ["PROBLEM", "PROBLEM", "CERTAIN"]
    assert [p["code"] for p in no_name.problems] == ["NAME_MISSING"]
    assert [(p["cell"], p["code"]) for p in no_birth.problems] == [("C3", "BIRTH_UNREADABLE")]
    assert [(p["cell"], p["is_hint"]) for p in no_day.problems] == [("F4", True)]
    assert no_day.said["matter_on"] == ""


def test_a_discipline_brings_its_form_and_an_unknown_measure_stays_in_the_text() -> None:
    header = (*HEADER, "Hình thức kỷ luật")

    found = taken((*line(), "Cảnh cáo"), (*line("Lò Văn Khèn Lá"), "phê bình"), header=header)

    known, unknown = rows_of(found)
    assert known.said["level"] == "CANH_CAO"
    assert unknown.said["level"] == ""
    assert unknown.said["matter"] == f"{MATTER}; Hình thức xử lý: phê bình"
    assert [p["code"] for p in unknown.problems] == ["LEVEL_UNCLEAR"]


def test_the_same_file_is_told_and_the_same_row_is_held() -> None:
    person()
    first = taken(line())

    again = take_agency_list(
        write_table(HEADER, [line()]), SAID, original_name="khac.xlsx", actor=HEAD, at=AT
    )
    longer = taken(line(), line(), line(matter="Không đội mũ bảo hiểm"))

    assert (again.ref, again.is_new) == (first.ref, False)
    assert states(longer) == ["HELD", "HELD", "CERTAIN"]
    assert [row.why for row in rows_of(longer)][:2] == [
        "Đã có ở dòng 2 của danh sách cùng cơ quan, cùng văn bản tải lên trước đây.",
        "Trùng dòng 2 trang “Danh sách” của tệp này.",
    ]
    assert refusal(lambda: confirmed(rows_of(longer)[0], person())) == "ROW_HELD"


def test_the_same_row_by_another_paper_is_another_row() -> None:
    person()
    taken(line())

    later = taken(line(), line("Lò Văn Khèn Lá"), paper_no="600/CAT-PC08")

    assert states(later) == ["CERTAIN", "UNKNOWN"]


def test_columns_are_remembered_for_the_agency() -> None:
    person()
    odd = ("A", "B", "C")
    first = taken(("Vàng Thị Lúa Chín", "12/06/1985", MATTER), header=odd)
    assert states(first) == []

    plan = Plan(1, {"person_name": (0,), "birth": (1,), "matter": (2,)})
    map_columns(first.ref, 0, plan, version=1, of=AGENCY_LISTS, actor=SPECIALIST, at=AT)
    second = taken(("Lò Văn Khèn Lá", "", MATTER), header=odd, agency="CÔNG AN tỉnh Núi Mây")
    other = taken(("Lò Văn Lá Dong", "", MATTER), header=odd, agency="Thuế tỉnh Núi Mây")

    assert states(first) == ["CERTAIN"]
    assert states(second) == ["UNKNOWN"]
    assert states(other) == []
    assert Entry.objects.get(verb="map_columns").subject_ref == first.ref


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"version": 9}, "STALE"),
        ({"plan": Plan(1, {"unit": (0,)})}, "NO_NAME"),
        ({"actor": INSPECTOR}, "NOT_OFFICE"),
    ],
)
def test_what_may_not_be_said_of_columns_is_refused(change: dict[str, Any], code: str) -> None:
    found = taken(line())
    said: dict[str, Any] = {
        "plan": Plan(1, {"person_name": (1,)}), "version": 1, "of": AGENCY_LISTS,
        "actor": SPECIALIST, "at": AT,
    }  # fmt: skip

    assert refusal(lambda: map_columns(found.ref, 0, **{**said, **change})) == code


def test_columns_stand_once_a_row_is_decided_and_a_sheet_must_be_there() -> None:
    found = taken(line())
    plan = Plan(1, {"person_name": (1,)})
    said: dict[str, Any] = {"version": 1, "of": AGENCY_LISTS, "actor": SPECIALIST, "at": AT}
    with pytest.raises(Unseen):
        map_columns(found.ref, 7, plan, **said)
    decide(only(found), dismiss_listed_row, "Không thuộc phạm vi.")

    code = refusal(lambda: map_columns(found.ref, 0, plan, **said))

    assert code == "ROWS_DECIDED"


def test_letters_in_an_old_encoding_are_converted_only_when_agreed() -> None:
    somebody = person("Lò Thị Mới", unit=organisation(), birth_on=date(1990, 2, 28))
    text = "TT;Họ và tên;Ngày sinh;Nội dung vi phạm\n1;Lò Thị Mới;28/02/1990;Chở quá số người\n"
    signs = {letter: sign for sign, letter in reversed(VNI.items())}
    data = "".join(signs.get(letter, letter) for letter in text).encode("cp1252")
    ref = take_agency_list(data, SAID, original_name="cu.csv", actor=SPECIALIST, at=AT).ref
    found = AgencyList.objects.get(ref=ref)
    assert (set(states(found)) - {"PROBLEM"}, found.proposed_encoding) == (set(), "VNI")
    said: dict[str, Any] = {"version": 1, "of": AGENCY_LISTS, "actor": SPECIALIST, "at": AT}

    assert refusal(lambda: agree_letters(ref, "EBCDIC", **said)) == "NOT_AN_ENCODING"
    agree_letters(ref, "VNI", **said)

    assert (states(found), only(found).person) == (["CERTAIN"], somebody)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"agency": " "}, "AGENCY_MISSING"),
        ({"paper_no": ""}, "LIST_PAPER_MISSING"),
        ({"paper_on": DAY + timedelta(days=1)}, "LIST_PAPER_AHEAD"),
    ],
)
def test_a_list_comes_by_a_paper(change: dict[str, Any], code: str) -> None:
    assert refusal(lambda: taken(line(), **change)) == code


def test_what_is_no_table_is_refused() -> None:
    code = refusal(
        lambda: take_agency_list(b"\x00\x01", SAID, original_name="a.xlsx", actor=HEAD, at=AT)
    )

    assert code
    assert not AgencyList.objects.exists()


# --- confirming


def test_a_confirmed_row_becomes_a_notice_with_its_source() -> None:
    somebody = person()
    found = taken(line())

    row = confirmed(only(found), somebody)

    made = Notice.objects.get()
    assert (made.person, made.row, made.topic, made.matter) == (somebody, row, "TRAFFIC", MATTER)
    assert (made.paper_no, made.paper_by) == ("512/CAT-PC08", "Công an tỉnh Núi Mây")
    assert (made.about_on, made.recorded_by_name) == (date(2026, 5, 4), "Vàng Thị Bút Mực")
    assert (row.state, row.decided_by_name, row.decided_at) == ("CONFIRMED", SPECIALIST.name, AT)
    seen = notice_seen(HEAD, made.ref)
    assert (seen.file_name, seen.sheet, seen.row) == ("vi-pham.xlsx", "Danh sách", 2)
    assert Bar.objects.count() == 0
    assert standing_notices([somebody.pk]) == {somebody.pk: (made.pk,)}


def test_a_confirmed_row_becomes_a_bar_as_record_bar_does_it() -> None:
    somebody = person()
    found = taken(line(), meaning=RowMeaning.DISCIPLINED)

    row = confirmed(only(found), somebody, BAR)

    made = Bar.objects.get()
    assert (made.person, made.kind, made.level) == (somebody, "DISCIPLINED", "CANH_CAO")
    assert BarSource.objects.get().row == row
    assert Notice.objects.count() == 0
    assert Entry.objects.filter(verb="record_bar", subject_ref=made.ref).count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        BarSource.objects.create(bar=made, row=row)


@pytest.mark.parametrize(
    ("becomes", "code"),
    [
        (replace(BAR, level=None), "LEVEL_MISSING"),
        (replace(BAR, paper_no=""), "PAPER_MISSING"),
        (replace(BAR, since=DAY + timedelta(days=1)), "BEGINS_LATER"),
        (NoticeSaid(""), "MATTER_MISSING"),
        (NoticeSaid(MATTER, DAY + timedelta(days=1)), "ABOUT_AHEAD"),
    ],
)
def test_what_record_bar_refuses_is_refused_here(becomes: Any, code: str) -> None:
    somebody = person()
    found = taken(line())

    assert refusal(lambda: confirmed(only(found), somebody, becomes)) == code
    assert states(found) == ["CERTAIN"]
    assert (Bar.objects.count(), Notice.objects.count()) == (0, 0)


def test_a_row_is_confirmed_once_and_as_it_was_seen() -> None:
    somebody = person()
    found = taken(line())
    seen = only(found)
    confirmed(seen, somebody)

    assert refusal(lambda: confirmed(seen, somebody)) == "ROW_DECIDED"
    other = rows_of(taken(line("Lò Văn Khèn Lá")))[0]
    code = refusal(lambda: decide(other, confirm_listed_row, key(somebody), NOTICE, version=9))
    assert code == "STALE"
    assert Notice.objects.count() == 1


def test_somebody_whom_matching_did_not_find_may_be_named() -> None:
    somebody = person("Vàng Thị Lúa Chín Muộn")
    found = taken(line("Vàng T. Lúa Chín"))
    assert states(found) == ["UNKNOWN"]

    assert confirmed(only(found), somebody).person == somebody


def test_a_key_that_names_nobody_is_refused() -> None:
    row = only(taken(line()))

    assert refusal(lambda: decide(row, confirm_listed_row, "x:1", NOTICE)) == "NOT_A_MATCH"
    with pytest.raises(Unseen):
        decide(row, confirm_listed_row, "p:khongcothat", NOTICE)


def test_ticked_rows_become_what_the_list_says() -> None:
    unit = organisation()
    one, two = person(unit=unit), person("Lò Văn Khèn Lá", unit=unit)
    found = taken(line(), line("Lò Văn Khèn Lá"), meaning=RowMeaning.INVESTIGATED)
    ticked = [Ticked(row.sheet_no, row.row, row.version) for row in rows_of(found)]

    count = confirm_ticked_rows(found.ref, ticked, actor=SPECIALIST, at=AT)

    assert count == 2
    assert set(Bar.objects.values_list("person", "since", "paper_no")) == {
        (one.pk, date(2026, 5, 4), "512/CAT-PC08"),
        (two.pk, date(2026, 5, 4), "512/CAT-PC08"),
    }
    assert Entry.objects.filter(verb="confirm_ticked_rows").count() == 1


@pytest.mark.parametrize(
    ("row", "meaning", "code"),
    [
        (line("Giàng A Mây Trôi"), RowMeaning.NOTICE, "NOT_MATCHED"),
        (line("Lò Văn Khèn Lá", on=""), RowMeaning.INVESTIGATED, "SINCE_MISSING"),
        (line("Lò Văn Khèn Lá"), RowMeaning.DISCIPLINED, "LEVEL_MISSING"),
    ],
)
def test_of_ticked_rows_all_are_confirmed_or_none(row: Any, meaning: Any, code: str) -> None:
    unit = organisation()
    person(unit=unit)
    person("Lò Văn Khèn Lá", unit=unit)
    good = line() if meaning is not RowMeaning.DISCIPLINED else line(on="")
    found = taken(good, row, meaning=meaning)
    ticked = [Ticked(one.sheet_no, one.row, one.version) for one in rows_of(found)]

    with pytest.raises(Refused, match=r"Dòng [23]") as refused:
        confirm_ticked_rows(found.ref, ticked, actor=SPECIALIST, at=AT)

    assert refused.value.objection.code in {code, "SINCE_MISSING"}
    assert (Bar.objects.count(), Notice.objects.count()) == (0, 0)
    assert "CONFIRMED" not in states(found)


def test_a_body_is_confirmed_with_the_others() -> None:
    unit = organisation("Sở Xây dựng tỉnh Núi Mây")
    found = taken(("1", unit.name, "nợ quý II"), header=("TT", "Tên đơn vị vi phạm", "Nội dung"))
    row = only(found)

    confirm_ticked_rows(found.ref, [Ticked(0, row.row, row.version)], actor=HEAD, at=AT)

    assert Notice.objects.get().organisation == unit
    assert [n.matter for n in notices_of(HEAD, HolderKind.ORGANISATION, unit.ref)] == ["nợ quý II"]


def test_nothing_ticked_is_refused() -> None:
    found = taken(line())

    assert refusal(lambda: confirm_ticked_rows(found.ref, [], actor=HEAD, at=AT)) == (
        "NOTHING_TICKED"
    )


def test_a_row_that_fails_half_way_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    unit = organisation()
    person(unit=unit)
    person("Lò Văn Khèn Lá", unit=unit)
    found = taken(line(), line("Lò Văn Khèn Lá"))
    ticked = [Ticked(one.sheet_no, one.row, one.version) for one in rows_of(found)]
    entries = Entry.objects.count()

    def fails(**said: Any) -> None:
        if Notice.objects.count() == 2:
            raise RuntimeError
        record(**said)

    monkeypatch.setattr(making, "record", fails)

    with pytest.raises(RuntimeError):
        confirm_ticked_rows(found.ref, ticked, actor=SPECIALIST, at=AT)

    assert (Notice.objects.count(), Entry.objects.count()) == (0, entries)
    assert states(found) == ["CERTAIN", "CERTAIN"]


# --- denying, dismissing, opening again


def test_a_denied_match_is_not_offered_again() -> None:
    unit = organisation()
    one = person("Lò Văn Thóc Nếp", unit=unit, birth_on=date(1979, 1, 2))
    two = person("Lò Văn Thóc Nếp", unit=unit, birth_on=date(1981, 3, 4))
    found = taken(line("Lò Văn Thóc Nếp", ""))

    decide(only(found), deny_match, key(one), "Người này đã nghỉ hưu.")
    assert [c["key"] for c in only(found).candidates] == [key(two)]
    assert refusal(lambda: confirmed(only(found), one)) == "DENIED_BEFORE"
    decide(only(found), deny_match, key(two), "Khác nơi cư trú.")

    row = only(found)
    assert (row.state, row.why) == (
        "UNKNOWN", "Đã có ý kiến: không phải người, tập thể trùng tên trong sổ.",
    )  # fmt: skip
    assert [(d["reason"], d["by"]) for d in row.denied] == [
        ("Người này đã nghỉ hưu.", SPECIALIST.name), ("Khác nơi cư trú.", SPECIALIST.name),
    ]  # fmt: skip
    decide(row, reopen_listed_row)
    assert len(only(found).candidates) == 2


def test_a_body_is_denied_too() -> None:
    unit = organisation("Sở Xây dựng tỉnh Núi Mây")
    found = taken(("1", unit.name, "nợ"), header=("TT", "Tên đơn vị vi phạm", "Nội dung"))

    decide(only(found), deny_match, key(unit), "Đơn vị của tỉnh khác.")

    assert (only(found).state, only(found).organisation) == ("UNKNOWN", None)


@pytest.mark.parametrize(
    ("who", "reason", "code"),
    [
        ("p:khongcothat", "Khác người.", "NOT_A_MATCH"),
        ("", "", "NO_REASON"),
        ("", "Số 012345678901 khác.", "NUMBER_IN_REASON"),
    ],
)
def test_a_denial_has_a_match_and_a_reason(who: str, reason: str, code: str) -> None:
    somebody = person()
    found = taken(line())

    assert refusal(lambda: decide(only(found), deny_match, who or key(somebody), reason)) == code
    decide(only(found), deny_match, key(somebody), "Khác người.")
    again = refusal(lambda: decide(only(found), deny_match, key(somebody), "Khác người."))
    assert again == "DENIED_BEFORE"


def test_a_dismissed_row_stays_in_view_and_can_be_opened_again() -> None:
    somebody = person()
    found = taken(line())
    assert refusal(lambda: decide(only(found), dismiss_listed_row, " ")) == "NO_REASON"

    decide(only(found), dismiss_listed_row, "Đã chấp hành xong từ lâu.")

    row = only(found)
    assert (row.state, row.decided_why) == ("DISMISSED", "Đã chấp hành xong từ lâu.")
    assert refusal(lambda: confirmed(row, somebody)) == "ROW_DECIDED"
    assert refusal(lambda: decide(row, reopen_listed_row, version=9)) == "STALE"
    decide(row, reopen_listed_row)
    assert (only(found).state, only(found).decided_at) == ("CERTAIN", None)
    assert refusal(lambda: decide(only(found), reopen_listed_row)) == "ROW_OPEN"


def test_a_row_with_a_wrong_cell_is_neither_decided_nor_opened() -> None:
    found = taken(line("", ""))

    assert refusal(lambda: decide(only(found), dismiss_listed_row, "Bỏ.")) == "ROW_WRONG"
    assert refusal(lambda: decide(only(found), reopen_listed_row)) == "ROW_OPEN"


def test_after_a_withdrawal_the_row_may_become_somebody_elses() -> None:
    unit = organisation()
    wrong, right = person(unit=unit), person("Vàng Thị Lúa Sớm", unit=unit)
    found = taken(line())
    row = confirmed(only(found), wrong)
    assert refusal(lambda: decide(row, reopen_listed_row)) == "RECORD_STANDS"

    notice = Notice.objects.get()
    withdraw_notice(notice.ref, "Nhầm người.", version=1, actor=HEAD, at=AT)
    decide(row, reopen_listed_row)
    confirmed(only(found), right, BAR)

    assert [b.person for b in Bar.objects.all()] == [right]
    assert refusal(lambda: decide(only(found), reopen_listed_row)) == "RECORD_STANDS"
    withdraw_bar(Bar.objects.get().ref, "Nhầm người.", version=1, actor=HEAD, at=AT)
    decide(only(found), reopen_listed_row)
    assert only(found).state == "CERTAIN"
    became = listed_row_seen(HEAD, found.ref, 0, 2).became
    assert [(one.is_bar, one.is_withdrawn) for one in became] == [(False, True), (True, True)]


@pytest.mark.parametrize(
    ("reason", "version", "code"),
    [("", 1, "NO_REASON"), ("Nhầm.", 9, "STALE"), ("Nhầm 123456789.", 1, "NUMBER_IN_REASON")],
)
def test_a_notice_is_withdrawn_with_a_reason_once(reason: str, version: int, code: str) -> None:
    confirmed(only(taken(line())), person())
    ref = Notice.objects.get().ref

    assert refusal(lambda: withdraw_notice(ref, reason, version=version, actor=HEAD, at=AT)) == code
    withdraw_notice(ref, "Nhầm.", version=1, actor=HEAD, at=AT)
    again = refusal(lambda: withdraw_notice(ref, "Nhầm.", version=2, actor=HEAD, at=AT))
    assert again == "ALREADY_WITHDRAWN"
    assert (Notice.objects.get().withdrawn_reason, Notice.objects.get().version) == ("Nhầm.", 2)


# --- people who come later, undoing, merging


def test_somebody_who_comes_into_the_register_later_is_found() -> None:
    found = taken(line())
    assert (states(found), newly_known(HEAD, found.ref)) == (["UNKNOWN"], 0)
    somebody = person()
    assert newly_known(HEAD, found.ref) == 1

    changed = matched_again(found)

    assert (changed, only(found).person) == (1, somebody)
    assert matched_again(found) == 0
    assert newly_known(HEAD, found.ref) == 0


def test_waiting_rows_are_found_by_name_for_whoever_reads_bars() -> None:
    found = taken(line(), line("Lò Văn Khèn Lá"))
    near = [row.near for row in rows_of(found)]

    waiting = rows_waiting_near(HEAD, near[:1])

    assert [(one.row, one.agency) for one in waiting] == [(2, "Công an tỉnh Núi Mây")]
    assert rows_waiting_near(actor(Role.UNIT_OFFICER), near) == ()
    decide(rows_of(found)[0], dismiss_listed_row, "Không thuộc phạm vi.")
    assert rows_waiting_near(HEAD, near[:1]) == ()


def test_undoing_withdraws_what_came_of_the_list() -> None:
    unit = organisation()
    one, two = person(unit=unit), person("Lò Văn Khèn Lá", unit=unit)
    found = taken(line(), line("Lò Văn Khèn Lá"), line("Giàng A Mây Trôi"))
    first, second, third = rows_of(found)
    confirmed(first, one)
    confirmed(second, two, BAR)
    other = bar(one, kind=BarKind.COMPLAINT)

    undone = undo_agency_list(found.ref, "Gửi nhầm tệp.", version=1, actor=HEAD, at=AT)

    assert (undone.notices, undone.bars) == (1, 1)
    assert standing_notices([one.pk]) == {}
    assert [bar.withdrawn_at for bar in Bar.objects.order_by("pk")] == [AT, None]
    assert Bar.objects.get(pk=other.pk).withdrawn_at is None
    assert refusal(lambda: confirmed(third, one)) == "ALREADY_UNDONE"
    assert rows_waiting_near(HEAD, [third.near]) == ()
    assert taken(line()).ref != found.ref


@pytest.mark.parametrize(
    ("reason", "version", "code"), [("", 1, "NO_REASON"), ("Nhầm.", 9, "STALE")]
)
def test_undoing_has_a_reason_and_is_done_once(reason: str, version: int, code: str) -> None:
    ref = taken(line()).ref

    assert (
        refusal(lambda: undo_agency_list(ref, reason, version=version, actor=HEAD, at=AT)) == code
    )
    undo_agency_list(ref, "Nhầm.", version=1, actor=HEAD, at=AT)
    again = refusal(lambda: undo_agency_list(ref, "Nhầm.", version=2, actor=HEAD, at=AT))
    assert again == "ALREADY_UNDONE"


def test_notices_and_rows_follow_a_merge() -> None:
    unit = organisation()
    kept, merged = person(unit=unit), person(unit=unit, birth_on=None, birth_year=1985)
    row = confirmed(only(taken(line())), merged)

    confirm_merge(proposed(kept, merged), version=1, actor=HEAD, at=AT)

    row.refresh_from_db()
    assert (Notice.objects.get().person, row.person) == (kept, kept)


def test_a_match_alone_rests_on_nobody_and_a_notice_does() -> None:
    unit = organisation()
    one, two = person(unit=unit), person("Lò Văn Khèn Lá", unit=unit)
    found = taken(line(), line("Lò Văn Khèn Lá"))

    confirmed(rows_of(found)[0], one)

    assert rested_on(type(one), {one.pk, two.pk}) == {one.pk}


# --- who may


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_reads_a_list_or_a_notice(role: Role) -> None:
    somebody = person()
    found = taken(line())
    confirmed(only(found), somebody)
    by, ref = actor(role), Notice.objects.get().ref

    reads: tuple[Callable[[], object], ...] = (
        lambda: list_seen(by, found.ref),
        lambda: lists_found(by),
        lambda: listed_rows_found(by, found.ref),
        lambda: listed_row_seen(by, found.ref, 0, 2),
        lambda: newly_known(by, found.ref),
        lambda: agencies_known(by),
        lambda: notice_seen(by, ref),
    )
    for read in reads:
        with pytest.raises(Unseen):
            read()
    assert notices_of(by, HolderKind.PERSON, somebody.ref) == ()


@pytest.mark.parametrize("role", [*OTHERS, Role.INSPECTOR])
def test_only_the_standing_office_acts(role: Role) -> None:
    somebody = person()
    found = taken(line(), line("Lò Văn Khèn Lá"))
    first, second = rows_of(found)
    first = confirmed(first, somebody)
    by, notice = actor(role), Notice.objects.get()
    entries = Entry.objects.count()

    acts: tuple[Callable[[], object], ...] = (
        lambda: take_agency_list(b"a", SAID, original_name="a.csv", actor=by, at=AT),
        lambda: decide(second, confirm_listed_row, key(somebody), NOTICE, actor=by),
        lambda: decide(second, deny_match, key(somebody), "Khác.", actor=by),
        lambda: decide(second, dismiss_listed_row, "Bỏ.", actor=by),
        lambda: decide(first, reopen_listed_row, actor=by),
        lambda: confirm_ticked_rows(found.ref, [Ticked(0, 3, 1)], actor=by, at=AT),
        lambda: matched_again(found, by=by),
        lambda: undo_agency_list(found.ref, "Bỏ.", version=1, actor=by, at=AT),
        lambda: withdraw_notice(notice.ref, "Bỏ.", version=1, actor=by, at=AT),
    )
    for act in acts:
        with pytest.raises((Refused, Unseen)):
            act()
    assert Entry.objects.count() == entries
    assert states(found) == ["CONFIRMED", "UNKNOWN"]


def test_every_act_leaves_one_entry_that_names_nobody_and_nothing() -> None:
    somebody = person()
    found = taken(line(), line("Lò Văn Khèn Lá"), line("Giàng A Mây Trôi"))
    first, second, _ = rows_of(found)
    confirmed(first, somebody)
    decide(second, dismiss_listed_row, "Không thuộc phạm vi.")
    decide(ListedRow.objects.get(pk=second.pk), reopen_listed_row)
    matched_again(found)
    withdraw_notice(Notice.objects.get().ref, "Nhầm.", version=1, actor=SPECIALIST, at=AT)
    undo_agency_list(found.ref, "Nhầm.", version=1, actor=SPECIALIST, at=AT)

    entries = list(Entry.objects.order_by("pk"))
    assert [entry.verb for entry in entries] == [
        "take_agency_list", "read_agency_list", "record_notice", "confirm_listed_row",
        "dismiss_listed_row", "reopen_listed_row", "match_list_again",
        "withdraw_notice", "undo_agency_list",
    ]  # fmt: skip
    told = " ".join(f"{entry.said} {entry.details} {entry.subject_ref}" for entry in entries)
    for secret in (
        "Lúa Chín",
        "đèn đỏ",
        "Công an",
        "512/CAT",
        "giao thông",
        "vi-pham",
        somebody.ref,
    ):
        assert secret not in told
