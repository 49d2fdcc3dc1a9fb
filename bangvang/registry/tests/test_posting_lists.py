"""Lists of postings: what is read, whom rows mean, what comes into the register and goes again."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.jobs.states import State
from bangvang.foundation.jobs.tests.factories import change_jobs, jobs
from bangvang.foundation.jobs.worker import Worker
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.sheets import Grid, Value, write_table
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.ask_enter_postings import ask_enter_postings
from bangvang.registry.actions.choose_posted import choose_posted
from bangvang.registry.actions.map_columns import map_columns
from bangvang.registry.actions.match_postings_again import match_postings_again
from bangvang.registry.actions.mend_row import mend_row
from bangvang.registry.actions.record_posting import record_posting
from bangvang.registry.actions.take_posting_list import take_posting_list
from bangvang.registry.actions.undo_posting_list import undo_posting_list
from bangvang.registry.intake.award_sheets import Plan
from bangvang.registry.intake.posting_rows import class_in, posting_plan_found
from bangvang.registry.intake.readers import POSTING_LISTS
from bangvang.registry.models import Organisation, Posting, PostingList, PostingRow
from bangvang.registry.permissions.postings import PostingSaid
from bangvang.registry.selectors.posting_lists import (
    posting_list_seen,
    posting_lists_found,
    posting_rows_found,
)
from bangvang.registry.selectors.postings import postings_of
from bangvang.registry.selectors.resting import rested_on
from bangvang.registry.tests.agency_lists import HEAD, SPECIALIST
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

HEADER = (
    "TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Đối tượng", "Từ ngày", "Đến hết ngày",
    "Số quyết định", "Ngày quyết định", "Cơ quan ban hành",
)  # fmt: skip
UNIT = "Sở Y tế tỉnh Lào Cai"
LATER = pytest.mark.usefixtures("later")


@pytest.fixture
def later(settings: Settings) -> None:
    """Jobs wait for a worker, as they do outside of tests."""
    settings.BANGVANG_JOBS_AT_ONCE = False


@pytest.fixture(autouse=True)
def unit() -> Any:
    return organisation(UNIT)


def known() -> Any:
    return person(unit=Organisation.objects.get(name=UNIT))


def line(
    name: str = "Vàng Thị Lúa Chín",
    birth: Value = "12/06/1985",
    *,
    position: str = "Trưởng phòng",
    unit: str = UNIT,
    of: str = "Lãnh đạo",
    since: Value = "01/03/2021",
    last: Value = "",
    number: str = "15/QĐ-SYT",
) -> tuple[Value, ...]:
    return ("", name, birth, position, unit, of, since, last, number, "26/02/2021", "Giám đốc Sở")


def taken(*rows: Sequence[Value], header: Sequence[str] = HEADER) -> PostingList:
    data = write_table(header, rows)
    ref = take_posting_list(data, original_name="can-bo.xlsx", actor=SPECIALIST, at=AT).ref
    return PostingList.objects.get(ref=ref)


def rows_of(found: PostingList) -> list[PostingRow]:
    return list(PostingRow.objects.filter(posting_list=found).order_by("row"))


def states(found: PostingList) -> list[str]:
    return [row.state for row in rows_of(found)]


def entered(found: PostingList, *, by: Any = SPECIALIST) -> None:
    found.refresh_from_db()
    ask_enter_postings(found.ref, version=found.version, actor=by, at=AT)


def mend(found: PostingList, row: int, **texts: str) -> None:
    found.refresh_from_db()
    version = found.version
    mend_row(found.ref, 0, row, texts, version=version, of=POSTING_LISTS, actor=HEAD, at=AT)


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.objection.code


def test_a_row_becomes_a_posting_with_its_source_and_moves_nobody(unit: Any) -> None:
    elsewhere = organisation("Sở Nội vụ tỉnh Lào Cai")
    somebody = person(unit=elsewhere)
    found = taken(line(), line(since="", last="31/12/2020", position="Chuyên viên", of="công chức"))
    assert states(found) == ["READY", "READY"]

    entered(found)

    first, second = Posting.objects.order_by("since")
    first, second = (first, second) if first.since is None else (second, first)
    assert (first.person, first.unit, first.subject_class) == (somebody, unit, "OFFICIAL")
    assert (first.since, first.until) == (None, date(2021, 1, 1))
    assert (second.since, second.until) == (date(2021, 3, 1), None)
    assert second.source == "Quyết định số 15/QĐ-SYT ngày 26/02/2021 Giám đốc Sở"
    assert second.recorded_by_name == SPECIALIST.name
    source = postings_of(SPECIALIST, somebody.ref)[0]
    assert (source.list_ref, source.file_name, source.row) == (found.ref, "can-bo.xlsx", 2)
    somebody.refresh_from_db()
    assert somebody.organisation == elsewhere
    assert states(found) == ["ACCEPTED", "ACCEPTED"]
    assert list(Entry.objects.order_by("seq").values_list("verb", flat=True)) == [
        "take_posting_list", "read_posting_list", "ask_enter_postings", "enter_posting_list",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (line(of="thuyền trưởng"), "CLASS_UNKNOWN", "F2"),
        (line(since="31/02/2021"), "DATE_UNREADABLE", "G2"),
        (line(since="2021"), "DATE_NOT_WHOLE", "G2"),
        (line(last="xyz"), "DATE_UNREADABLE", "H2"),
        (line(number=""), "SOURCE_MISSING", "I2"),
        (line("Trung tâm Y tế Suối Trong", ""), "NO_PERSON", "B2"),
        (line(""), "NAME_MISSING", "B2"),
        (line(position="x" * 301), "TOO_LONG", "D2"),
    ],
)
def test_what_is_wrong_is_said_at_its_cell(row: Sequence[Value], code: str, cell: str) -> None:
    known()
    (kept,) = rows_of(taken(row))

    assert kept.state == "PROBLEM"
    assert [(one["code"], one["cell"]) for one in kept.problems if not one["is_hint"]] == [
        (code, cell)
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (line(unit="Sở Trăng Sao"), "Ô E2: Sổ không có đúng một đơn vị tên “Sở Trăng Sao”"),
        (line(position="", of=""), "Ô B2: Cần ghi chức vụ hoặc chọn đối tượng"),
        (line(since="01/03/2099"), "Ô G2: Ngày bắt đầu còn ở phía trước"),
        (line(since="01/03/2021", last="01/02/2021"), "Ô H2: Ngày kết thúc phải sau"),
        (line(since="01/03/1999"), "Ô E2: Đơn vị không tồn tại"),
    ],
)
def test_what_cannot_be_recorded_is_said(row: Sequence[Value], words: str) -> None:
    known()
    (kept,) = rows_of(taken(row))

    assert (kept.state, words in kept.why) == ("PROBLEM", True), kept.why


@pytest.mark.parametrize("last", ["nay", "Đến nay", "hiện nay", "nay."])
def test_what_goes_on_until_today_is_open(last: str) -> None:
    known()

    (kept,) = rows_of(taken(line(last=last)))

    assert (kept.state, kept.said["until"], kept.problems) == ("READY", "", [])


def test_without_a_unit_it_is_that_of_today_and_of_namesakes_somebody_chooses(unit: Any) -> None:
    one = person("Lò Văn Thóc Nếp", unit=unit, birth_on=date(1979, 1, 2))
    person("Lò Văn Thóc Nếp", unit=organisation("Sở Nội vụ"), birth_on=date(1981, 3, 4))
    found = taken(line("Lò Văn Thóc Nếp", "", unit=""), line("Giàng A Mây Trôi"))
    assert states(found) == ["CHOOSE", "CHOOSE"]
    assert "Sổ chưa có người này" in rows_of(found)[1].why
    at: dict[str, Any] = {"actor": HEAD, "at": AT}

    def choose(row: int, choice: str, version: int) -> None:
        choose_posted(found.ref, 0, row, choice, version=version, **at)

    assert refusal(lambda: choose(2, "p:khongcothat", 1)) == "NOT_A_MATCH"
    assert refusal(lambda: choose(2, f"p:{one.ref}", 9)) == "STALE"
    choose(2, f"p:{one.ref}", 1)
    (row, _) = rows_of(found)
    assert (row.state, row.person, row.organisation) == ("READY", one, unit)
    choose(2, "again", 2)
    assert states(found) == ["CHOOSE", "CHOOSE"]
    person("Giàng A Mây Trôi", unit=unit)
    assert match_postings_again(found.ref, **at) == 1
    assert states(found) == ["CHOOSE", "READY"]
    with pytest.raises(Unseen):
        choose(99, "again", 3)


def test_the_same_posting_is_not_recorded_twice(unit: Any) -> None:
    somebody = person(unit=unit)
    said = PostingSaid(unit.ref, "Trưởng phòng", "LEADER", date(2021, 3, 1), None, "Hồ sơ")
    found = taken(line(), line(), line(position="Phó giám đốc"))
    assert states(found) == ["READY", "HELD", "READY"]
    record_posting(somebody.ref, said, is_now=False, actor=SPECIALIST, at=AT)

    entered(found)

    assert states(found) == ["HELD", "HELD", "ACCEPTED"]
    assert Posting.objects.count() == 2


def test_a_cell_is_mended_and_a_part_comes_in_before_the_rest() -> None:
    somebody = known()
    found = taken(line(), line(since="31/02/2022", position="Phó giám đốc"))
    entered(found)
    assert states(found) == ["ACCEPTED", "PROBLEM"]
    assert refusal(lambda: mend(found, 2, position="Khác")) == "IN_THE_REGISTER"

    mend(found, 3, since="28/02/2022")
    entered(found)

    assert states(found) == ["ACCEPTED", "ACCEPTED"]
    assert Posting.objects.filter(person=somebody).count() == 2
    assert refusal(lambda: entered(found)) == "NOTHING_READY"


def test_a_whole_list_is_undone_with_a_reason_and_can_come_again() -> None:
    somebody = known()
    found = taken(line())
    entered(found)
    at: dict[str, Any] = {"actor": HEAD, "at": AT}
    found.refresh_from_db()
    assert refusal(lambda: undo_posting_list(found.ref, " ", version=2, **at)) == "NO_REASON"
    assert refusal(lambda: undo_posting_list(found.ref, "Nhầm.", version=1, **at)) == "STALE"

    assert undo_posting_list(found.ref, "Nhầm tệp.", version=2, **at) == 1

    posting = Posting.objects.get()
    assert (posting.withdrawn_reason, posting.withdrawn_by_name) == ("Nhầm tệp.", HEAD.name)
    assert (
        refusal(lambda: undo_posting_list(found.ref, "Nhầm.", version=3, **at)) == "ALREADY_UNDONE"
    )
    assert not rested_on(type(somebody), {somebody.pk + 1})
    assert states(taken(line())) == ["READY"]


@LATER
def test_reading_and_entering_wait_for_a_worker_and_of_two_who_ask_one_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def work() -> bool:
        return Worker(lambda: AT).work_once()

    known()
    found = taken(line())
    assert (found.state, rows_of(found)) == ("READING", [])
    assert refusal(lambda: entered(found)) == "STILL_READING"
    assert work()
    entered(found)
    assert refusal(lambda: entered(found, by=HEAD)) == "ENTERING"
    assert refusal(lambda: mend(found, 2, position="Khác")) == "ENTERING"

    def broken(*_given: object, **_named: object) -> None:
        raise KeyError("Vàng Thị Lúa Chín")

    with monkeypatch.context() as patched:
        patched.setattr("bangvang.registry.actions.enter_posting_list.record", broken)
        for _ in range(3):
            assert work()
            change_jobs(run_after=AT)
    assert jobs()[-1].state == State.FAILED
    assert (states(found), Posting.objects.count()) == (["READY"], 0)
    entered(found)
    assert work()
    assert (states(found), Posting.objects.count()) == (["ACCEPTED"], 1)


def test_columns_are_said_and_hold_for_rows_that_do_not_say_it() -> None:
    known()
    found = taken(("Vàng Thị Lúa Chín", "12/06/1985", "Trưởng phòng"), header=("A", "B", "C"))
    places = {"person_name": (0,), "birth": (1,), "position": (2,)}
    fixed = {"decision_no": "7/QĐ", "decided_on": "1/2/2024", "subject_class": "Nông dân"}
    plan = Plan(1, places, fixed)

    map_columns(found.ref, 0, plan, version=1, of=POSTING_LISTS, actor=SPECIALIST, at=AT)

    (row,) = rows_of(found)
    assert (row.state, row.said["source"]) == ("READY", "Quyết định số 7/QĐ ngày 01/02/2024")
    assert row.said["subject_class"] == "FARMER"


def test_headings_and_classes_are_known_as_offices_write_them() -> None:
    plan = posting_plan_found(Grid("a", (HEADER, line())))
    assert plan is not None
    assert {"person_name", "since", "last_on", "subject_class", "decision_no"} <= plan.places.keys()
    said = [class_in(text) for text in ("", "CÁN BỘ LÃNH ĐẠO, QUẢN LÝ", "viên chức", "tiều phu")]
    assert said == ["", "LEADER", "OFFICIAL", None]


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.SPECIALIST, Role.OFFICE_HEAD)])
def test_only_the_office_acts_and_only_the_inspector_reads_besides(role: Role) -> None:
    known()
    found, by = taken(line()), actor(role)
    acts: tuple[Callable[[], object], ...] = (
        lambda: take_posting_list(b"a,b", original_name="a.csv", actor=by, at=AT),
        lambda: entered(found, by=by),
        lambda: match_postings_again(found.ref, actor=by, at=AT),
        lambda: choose_posted(found.ref, 0, 2, "again", version=1, actor=by, at=AT),
        lambda: undo_posting_list(found.ref, "Bỏ.", version=1, actor=by, at=AT),
    )
    for act in acts:
        with pytest.raises((Refused, Unseen)):
            act()
    reads: tuple[Callable[[], object], ...] = (
        lambda: posting_list_seen(by, found.ref),
        lambda: posting_lists_found(by),
        lambda: posting_rows_found(by, found.ref),
    )
    for read in reads:
        if role is Role.INSPECTOR:
            read()
        else:
            with pytest.raises(Unseen):
                read()
