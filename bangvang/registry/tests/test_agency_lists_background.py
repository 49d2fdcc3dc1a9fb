"""Lists of agencies in the background: read, refused, failed, done again, mended, matched anew."""

from collections.abc import Callable

import pytest
from pytest_django import Settings

from bangvang.foundation.audit.models import Entry
from bangvang.foundation.jobs.states import State
from bangvang.foundation.jobs.tests.factories import change_jobs, jobs
from bangvang.foundation.jobs.worker import Worker
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.agree_letters import agree_letters
from bangvang.registry.actions.ask_match import ask_match
from bangvang.registry.actions.listed_rows_kept import list_read, list_settled, put_list
from bangvang.registry.actions.map_columns import map_columns
from bangvang.registry.actions.mend_row import mend_row
from bangvang.registry.actions.read_import_again import read_import_again
from bangvang.registry.actions.reopen_listed_row import reopen_listed_row
from bangvang.registry.actions.staged_rows import workbook_of
from bangvang.registry.actions.take_agency_list import take_agency_list
from bangvang.registry.actions.undo_agency_list import undo_agency_list
from bangvang.registry.actions.withdraw_notice import withdraw_notice
from bangvang.registry.intake.agency_rows import LIMITS
from bangvang.registry.intake.award_sheets import Plan
from bangvang.registry.intake.readers import AGENCY_LISTS
from bangvang.registry.intake.row_shown import row_to_mend
from bangvang.registry.models import AgencyList, CellMend, ListedRow, Notice
from bangvang.registry.selectors.listed_rows import listed_row_seen
from bangvang.registry.tests.agency_lists import (
    HEAD,
    HEADER,
    SAID,
    SPECIALIST,
    confirmed,
    line,
    rows_of,
    states,
    taken,
)
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

PLAN = Plan(1, {"person_name": (1,), "birth": (2,), "matter": (4,)})
LATER = pytest.mark.usefixtures("later")


@pytest.fixture
def later(settings: Settings) -> None:
    """Jobs wait for a worker, as they do outside of tests."""
    settings.BANGVANG_JOBS_AT_ONCE = False


def work() -> bool:
    return Worker(lambda: AT).work_once()


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.objection.code


def mend(found: AgencyList, row: int, **texts: str) -> int:
    found.refresh_from_db()
    version = found.version
    return mend_row(found.ref, 0, row, texts, version=version, of=AGENCY_LISTS, actor=HEAD, at=AT)


def map_again(found: AgencyList) -> None:
    version = AgencyList.objects.get(pk=found.pk).version
    map_columns(found.ref, 0, PLAN, version=version, of=AGENCY_LISTS, actor=SPECIALIST, at=AT)


@LATER
def test_a_list_waits_to_be_read_and_nothing_is_done_with_it_before() -> None:
    found = taken(line())
    assert (found.state, rows_of(found)) == ("READING", [])
    assert refusal(lambda: map_again(found)) == "STILL_READING"
    assert refusal(lambda: ask_match(found.ref, actor=SPECIALIST, at=AT)) == "STILL_READING"

    assert work()

    found.refresh_from_db()
    assert (found.state, states(found)) == ("STAGED", ["UNKNOWN"])
    assert list(Entry.objects.order_by("seq").values_list("verb", flat=True)) == [
        "take_agency_list", "read_agency_list",
    ]  # fmt: skip


@LATER
def test_a_row_is_not_decided_while_its_list_is_read_anew() -> None:
    somebody = person()
    found = taken(line())
    assert work()
    (row,) = rows_of(found)
    map_again(found)

    assert refusal(lambda: confirmed(row, somebody)) == "STILL_READING"
    assert work()
    assert confirmed(rows_of(found)[0], somebody).state == "CONFIRMED"
    assert refusal(lambda: map_again(found)) == "ROWS_DECIDED"


@LATER
def test_two_lists_read_one_after_the_other_hold_the_same_row_once() -> None:
    first = taken(line())
    second = taken(line(), line("Lò Văn Khèn Lá"))

    assert work()
    assert work()

    assert (states(first), states(second)) == (["UNKNOWN"], ["HELD", "UNKNOWN"])


def test_a_list_that_came_in_while_another_was_matched_is_noticed_in_the_end() -> None:

    slow = taken(line(), line("Lò Văn Khèn Lá"))
    ListedRow.objects.all().delete()
    AgencyList.objects.update(state="READING")
    slow.refresh_from_db()
    read = list_settled(list_read(slow, workbook_of(slow, of=AGENCY_LISTS), on=AT.date()))
    quick = taken(line())

    put_list(slow, read, SPECIALIST, AT)

    assert (states(quick), states(slow)) == (["UNKNOWN"], ["HELD", "UNKNOWN"])


@LATER
def test_a_reading_that_goes_wrong_leaves_nothing_half_done_and_is_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = taken(line())

    def broken(*_given: object, **_named: object) -> None:
        raise KeyError("Vàng Thị Lúa Chín")

    with monkeypatch.context() as patched:
        patched.setattr("bangvang.registry.actions.listed_rows_kept.record", broken)
        for _ in range(3):
            assert work()
            change_jobs(run_after=AT)
    (job,) = jobs()
    found.refresh_from_db()
    assert (job.state, job.attempts, "Vàng" in job.error) == (State.FAILED, 3, False)
    assert (found.state, rows_of(found)) == ("READING", [])

    again = {"version": 1, "of": AGENCY_LISTS, "actor": HEAD, "at": AT}
    read_import_again(found.ref, **again)  # type: ignore[arg-type]  # as it stands above
    assert refusal(lambda: read_import_again(found.ref, **again)) == "UNDER_WAY"  # type: ignore[arg-type]  # as above
    assert work()
    assert states(found) == ["UNKNOWN"]


@LATER
def test_what_is_undone_before_it_is_read_is_not_read() -> None:
    found = taken(line())
    undo_agency_list(found.ref, "Nhầm.", version=1, actor=HEAD, at=AT)

    assert work()

    assert (jobs()[0].state, rows_of(found)) == (State.FAILED, [])
    assert taken(line()).pk != found.pk


def test_a_file_that_cannot_be_read_after_all_is_kept_with_the_reason() -> None:
    data = "Họ và tên,Nội dung\n".encode() + b"a,b\n" * (LIMITS.row_count + 1)

    ref = take_agency_list(data, SAID, original_name="dai.csv", actor=SPECIALIST, at=AT).ref

    kept = AgencyList.objects.get(ref=ref)
    assert (kept.state, "50.000 dòng" in kept.trouble) == ("REFUSED", True)
    assert (
        refusal(lambda: undo_agency_list(ref, "Nhầm.", version=2, actor=HEAD, at=AT))
        == "FILE_REFUSED"
    )
    told = " ".join(f"{one.said} {one.details}" for one in Entry.objects.all())
    assert "Công an" not in told
    assert "dai.csv" not in told


@LATER
def test_matching_again_is_done_once_at_a_time_and_leaves_alone_what_was_decided() -> None:
    found = taken(line(), line("Lò Văn Khèn Lá"))
    assert work()
    somebody = person()
    ask_match(found.ref, actor=SPECIALIST, at=AT)
    assert refusal(lambda: ask_match(found.ref, actor=HEAD, at=AT)) == "MATCHING"
    confirmed(rows_of(found)[1], somebody)

    assert work()

    assert states(found) == ["CERTAIN", "CONFIRMED"]
    ask_match(found.ref, actor=HEAD, at=AT)


# --- mending


def test_a_wrong_cell_is_mended_and_the_row_is_matched() -> None:
    somebody = person("Lò Thị Mới", unit=organisation(), birth_on=None)
    found = taken(line("Lò Thị Mới", "31/02/1990"), line())
    assert states(found) == ["PROBLEM", "UNKNOWN"]
    cells = row_to_mend(HEAD, found.ref, 0, 2, of=AGENCY_LISTS).cells
    assert [cell.field for cell in cells] == [
        "person_name", "birth", "unit", "matter", "matter_on",
    ]  # fmt: skip

    assert mend(found, 2, birth="28/02/1990", matter="Chở quá số người") == 2

    row, _ = rows_of(found)
    assert row.state in {"CERTAIN", "CHOOSE"}
    assert row.said["matter"] == "Chở quá số người"
    assert confirmed(row, somebody).state == "CONFIRMED"
    seen = listed_row_seen(HEAD, found.ref, 0, 2)
    assert [(one.cell, one.before, one.by) for one in seen.mends] == [
        ("C2", "31/02/1990", HEAD.name), ("E2", "Vượt đèn đỏ ở ngã ba Cây Gạo", HEAD.name),
    ]  # fmt: skip
    entry = Entry.objects.get(verb="mend_row")
    assert entry.said == "Sửa 2 ô ở dòng 2, trang thứ 1 của một danh sách do cơ quan khác gửi."
    assert "1990" not in str(entry.details)


def test_what_was_mended_survives_reading_by_other_columns() -> None:
    found = taken(line(birth="31/02/1990"))
    mend(found, 2, birth="28/02/1990")

    map_again(found)

    (row,) = rows_of(found)
    assert (row.state, row.said["birth"]) == ("UNKNOWN", [1990, 2, 28])


def test_a_row_that_becomes_the_same_as_another_is_held_and_one_that_was_is_not() -> None:
    found = taken(line(), line(), line("Lò Văn Khèn Lá"))
    assert states(found) == ["UNKNOWN", "HELD", "UNKNOWN"]

    mend(found, 4, person_name="Vàng Thị Lúa Chín")
    assert states(found) == ["UNKNOWN", "HELD", "HELD"]
    mend(found, 2, person_name="Lò Văn Lá Dong")

    assert states(found) == ["UNKNOWN", "UNKNOWN", "HELD"]


def test_who_decides_a_row_as_it_was_before_it_was_mended_is_told() -> None:
    somebody = person()
    found = taken(line())
    (row,) = rows_of(found)
    mend(found, 2, matter="Chở quá số người")

    assert refusal(lambda: confirmed(row, somebody)) == "STALE"
    stale = {"version": 1, "of": AGENCY_LISTS, "actor": SPECIALIST, "at": AT}
    assert refusal(lambda: mend_row(found.ref, 0, 2, {"matter": "a"}, **stale)) == "STALE"  # type: ignore[arg-type]  # as above


def test_a_decided_row_is_not_mended_and_one_opened_again_keeps_its_notices() -> None:
    somebody = person()
    found = taken(line())
    row = confirmed(rows_of(found)[0], somebody)
    assert refusal(lambda: mend(found, 2, matter="Khác")) == "ROW_DECIDED"
    with pytest.raises(Unseen):
        row_to_mend(HEAD, found.ref, 0, 2, of=AGENCY_LISTS)
    withdraw_notice(Notice.objects.get().ref, "Nhầm.", version=1, actor=HEAD, at=AT)

    reopen_listed_row(found.ref, 0, 2, version=row.version, actor=HEAD, at=AT)

    assert mend(found, 2, matter="Khác") == 1
    assert Notice.objects.get().row == ListedRow.objects.get()


def test_of_an_identity_number_only_the_end_is_kept_and_it_is_asked_for_again() -> None:
    header = (*HEADER, "Số định danh")
    data = write_table(header, [(*line(), "01008500012")])

    ref = take_agency_list(data, SAID, original_name="a.xlsx", actor=SPECIALIST, at=AT).ref
    found = AgencyList.objects.get(ref=ref)
    assert states(found) == ["PROBLEM"]

    mend(found, 2, identity_number="010085000123")

    assert states(found) == ["UNKNOWN"]
    assert CellMend.objects.get().after == "…123"
    assert "010085000123" not in str(list(ListedRow.objects.values()))
    agree_letters(ref, "", version=2, of=AGENCY_LISTS, actor=HEAD, at=AT)
    assert [one["code"] for one in rows_of(found)[0].problems if not one["is_hint"]] == [
        "IDENTITY_NUMBER_LENGTH", "IDENTITY_AGAIN",
    ]  # fmt: skip
