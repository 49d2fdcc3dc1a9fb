"""Imports in the background: read, refused, asked for, under way, failed, done again."""

from contextlib import nullcontext
from typing import Any

import pytest
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.jobs.states import State
from bangvang.foundation.jobs.tests.factories import change_jobs, jobs
from bangvang.foundation.jobs.worker import Worker
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.accept_import import accept_import, settled_now
from bangvang.registry.actions.agree_letters import agree_letters
from bangvang.registry.actions.ask_accept import ask_accept
from bangvang.registry.actions.ask_undo import ask_undo
from bangvang.registry.actions.choose_holder import choose_holder
from bangvang.registry.actions.choose_unit import choose_unit
from bangvang.registry.actions.import_awards import import_awards
from bangvang.registry.actions.map_columns import map_columns
from bangvang.registry.actions.read_import import read_import
from bangvang.registry.actions.read_import_again import read_import_again
from bangvang.registry.actions.register_person import PersonAsKnown, register_person
from bangvang.registry.actions.take_import import take_import
from bangvang.registry.actions.undo_import import undo_import
from bangvang.registry.intake.award_sheets import LIMITS, Plan
from bangvang.registry.models import Award, AwardImport, ImportRow, Organisation, Person
from bangvang.registry.permissions.imports import objection_to_import
from bangvang.registry.selectors.import_jobs import reading_job
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.import_files import (
    HEAD,
    SPECIALIST,
    UNIT,
    file_of,
    line,
    staged,
    states,
)

pytestmark = pytest.mark.django_db

PLAN = Plan(1, {"person_name": (1,)})
CUT = b"PK\x03\x04" + b"x" * 100


@pytest.fixture(autouse=True)
def _health() -> None:
    organisation(UNIT)


@pytest.fixture
def later(settings: Settings) -> None:
    """Jobs wait for a worker, as they do outside of tests."""
    settings.BANGVANG_JOBS_AT_ONCE = False


def taken(data: bytes | None = None, *, by: Any = SPECIALIST, name: str = "khen.xlsx") -> Any:
    return take_import(data or file_of(line()), original_name=name, actor=by, at=AT)


def the_import() -> AwardImport:
    return AwardImport.objects.get()


def work() -> bool:
    return Worker(lambda: AT).work_once()


def refusal(call: Any, *given: Any, **named: Any) -> str:
    with pytest.raises(Refused) as refused:
        call(*given, **({"actor": SPECIALIST, "at": AT} | named))
    return refused.value.objection.code


def audit() -> list[str]:
    return list(Entry.objects.order_by("seq").values_list("verb", flat=True))


def ask(ref: str, *, version: int = 1, by: Any = SPECIALIST, **more: Any) -> None:
    said: dict[str, Any] = {"with_newcomers": True, "actor": by, "at": AT} | more
    ask_accept(ref, version=version, **said)


@pytest.mark.usefixtures("later")
def test_a_file_waits_to_be_read_then_its_rows_are_staged() -> None:
    made = taken()

    assert (the_import().state, ImportRow.objects.count()) == ("READING", 0)
    assert work()
    assert (the_import().state, states(the_import())) == ("STAGED", ["READY"])
    assert (made.is_new, audit()) == (True, ["take_import", "stage_import"])
    assert Entry.objects.get(verb="stage_import").actor_name == SPECIALIST.name


@pytest.mark.usefixtures("later")
def test_of_two_who_bring_one_file_the_second_is_told_and_it_is_read_once() -> None:
    first, second = taken(), taken(by=HEAD, name="khac.xlsx")

    assert (second.ref, second.is_new) == (first.ref, False)
    assert (len(jobs()), audit()) == (1, ["take_import"])


def test_who_is_not_of_the_office_and_what_is_no_table_is_refused_at_once() -> None:
    assert refusal(
        take_import, file_of(line()), original_name="a", actor=actor(Role.INSPECTOR)
    ) == ("NOT_OFFICE")
    assert refusal(take_import, b"%PDF-1.7", original_name="a") == "NOT_A_SPREADSHEET"
    assert refusal(take_import, b" ", original_name="a") == "EMPTY"
    assert refusal(take_import, b"a,b\n" * 6_000_000, original_name="a") == "TOO_LARGE"
    assert not AwardImport.objects.exists()


def test_a_file_that_turns_out_unreadable_is_kept_with_the_reason_and_can_come_again() -> None:
    data = "Họ và tên,Năm\n".encode() + b"a,b\n" * (LIMITS.row_count + 1)

    first = taken(data, name="dai.csv")

    kept = AwardImport.objects.get(ref=first.ref)
    assert (kept.state, "100.000 dòng" in kept.trouble) == ("REFUSED", True)
    assert audit() == ["take_import", "refuse_import"]
    assert [job.state for job in jobs()] == [State.DONE]
    assert refusal(ask_accept, first.ref, version=2, with_newcomers=True) == "FILE_REFUSED"
    assert refusal(undo_import, first.ref, "Nhầm.", version=2) == "FILE_REFUSED"
    assert refusal(read_import_again, first.ref, version=2) == "NOT_TO_READ"
    assert taken(data, name="dai.csv").is_new


def test_a_sheet_of_many_rows_is_read() -> None:
    data = "Họ và tên,Năm\n".encode() + b",\n" * 20_000 + "Lù Văn Bậc,2020\n".encode()

    taken(data, name="dai.csv")

    assert (the_import().state, ImportRow.objects.get().row) == ("STAGED", 20_002)


@pytest.mark.usefixtures("later")
def test_nothing_is_done_with_an_import_before_it_is_read_save_undoing_it() -> None:
    ref = taken().ref

    assert [
        refusal(map_columns, ref, 0, PLAN, version=1),
        refusal(agree_letters, ref, "", version=1),
        refusal(choose_holder, ref, 0, 2, "new", version=1),
        refusal(choose_unit, ref, "x", "y", version=1),
        refusal(ask_accept, ref, version=1, with_newcomers=True),
        refusal(accept_import, ref, version=1, with_newcomers=True),
        refusal(import_awards, file_of(line()), original_name="khen.xlsx"),
    ] == ["STILL_READING"] * 7
    assert refusal(read_import_again, ref, version=1) == "UNDER_WAY"
    undo_import(ref, "Nhầm tệp.", version=1, actor=SPECIALIST, at=AT)
    assert work()
    assert (the_import().state, states(the_import())) == ("UNDONE", [])
    assert "ALREADY_UNDONE" in jobs()[0].error


@pytest.mark.usefixtures("later")
def test_a_reading_that_goes_wrong_is_tried_again_and_says_nothing_of_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ref = taken().ref

    def broken(*_given: object, **_named: object) -> None:
        raise KeyError("Vàng Thị Lúa Chín")

    with monkeypatch.context() as patched:
        patched.setattr("bangvang.registry.actions.incoming_rows.rows_read", broken)
        for _ in range(3):
            assert work()
            change_jobs(run_after=AT)
    (job,) = jobs()
    assert (job.state, job.attempts, "Vàng" in job.error) == (State.FAILED, 3, False)
    assert (the_import().state, not work()) == ("READING", True)

    read_import_again(ref, version=1, actor=HEAD, at=AT)
    assert work()
    assert (the_import().state, len(jobs())) == ("STAGED", 2)
    assert "read_import_again" in audit()


@pytest.mark.usefixtures("later")
def test_a_reading_that_was_given_up_can_be_asked_for_again_but_not_as_it_was_before() -> None:
    ref = taken().ref
    change_jobs(state=State.DISCARDED)

    inspector = actor(Role.INSPECTOR)
    assert refusal(read_import_again, ref, version=1, actor=inspector) == "NOT_OFFICE"
    assert refusal(read_import_again, ref, version=7) == "READ_ANEW"
    read_import_again(ref, version=1, actor=SPECIALIST, at=AT)
    job = reading_job(ref)
    assert job is not None
    assert job.is_open


@pytest.mark.usefixtures("later")
def test_columns_are_read_anew_and_an_older_reading_changes_nothing() -> None:
    ref = taken().ref
    work()
    map_columns(ref, 0, PLAN, version=1, actor=SPECIALIST, at=AT)
    assert the_import().state == "READING"

    with pytest.raises(Refused) as refused:
        read_import(
            ref,
            version=1,
            report=lambda *_: None,
            last_step=nullcontext(),
            actor=SPECIALIST,
            at=AT,
        )

    assert refused.value.objection.code == "READ_ANEW"
    assert work()
    assert states(the_import()) == ["PROBLEM"]


@pytest.mark.usefixtures("later")
def test_who_asks_second_and_whoever_acts_meanwhile_is_told() -> None:
    ref = staged(line("Lò Thị Mới", 1990)).ref
    ask(ref)

    assert [
        refusal(ask_accept, ref, version=1, with_newcomers=True, actor=HEAD),
        refusal(accept_import, ref, version=1, with_newcomers=True),
        refusal(choose_holder, ref, 0, 2, "new", version=1),
        refusal(choose_unit, ref, "x", "y", version=1),
        refusal(map_columns, ref, 0, PLAN, version=1),
        refusal(agree_letters, ref, "", version=1),
        refusal(undo_import, ref, "Nhầm tệp.", version=1),
    ] == ["ENTERING"] * 7
    assert (Award.objects.count(), work(), Award.objects.count()) == (0, True, 1)
    came = {"records": 1, "newcomers": 1, "complete": 0, "left": 0, "bodies": 0}
    assert the_import().entered == came
    assert audit() == ["stage_import", "ask_accept_import", "accept_import"]


@pytest.mark.usefixtures("later")
def test_a_discarded_entering_leaves_the_import_as_it_was() -> None:
    ref = staged(line("Lò Thị Mới", 1990)).ref
    ask(ref)
    change_jobs(state=State.DISCARDED)

    assert objection_to_import(SPECIALIST, the_import(), seen=1) is None
    ask(ref, complete_from={"AWARD": 2010})
    assert work()
    assert the_import().entered["complete"] == 1


def test_nothing_ready_is_said_when_it_is_asked_for() -> None:
    ref = staged(line("Lò Thị Mới", 1990), line(award="xyz")).ref

    assert refusal(ask_accept, ref, version=1, with_newcomers=False) == "NOTHING_READY"
    assert refusal(ask_accept, ref, version=9, with_newcomers=True) == "STALE"
    assert refusal(
        ask_accept, ref, version=1, with_newcomers=True, actor=actor(Role.INSPECTOR)
    ) == "NOT_OFFICE"  # fmt: skip


@pytest.mark.usefixtures("later")
def test_what_came_into_the_register_meanwhile_is_held_against_the_rows() -> None:
    ref = staged(line("Lò Thị Mới", "")).ref
    ask(ref)
    known = Organisation.objects.get(name=UNIT)
    register_person(PersonAsKnown("Lò Thị Mới", known.ref), actor=HEAD, at=AT)

    assert work()

    assert (Award.objects.count(), states(the_import())) == (0, ["CHOOSE"])
    assert (the_import().state, the_import().entered["records"]) == ("STAGED", 0)


def test_rows_settled_beforehand_are_settled_anew_when_something_was_done_since() -> None:
    made = staged(line("Lò Thị Mới", ""), line("Lò Thị Khác", 1990, number="2/QĐ"))
    settled = settled_now(made, "job")
    assert settled.is_still_so()
    known = Organisation.objects.get(name=UNIT)
    register_person(PersonAsKnown("Lò Thị Mới", known.ref), actor=HEAD, at=AT)

    accept_import(made.ref, version=1, with_newcomers=True, settled=settled, actor=HEAD, at=AT)

    assert not settled.is_still_so()
    assert states(made) == ["CHOOSE", "ACCEPTED"]
    assert Person.objects.filter(full_name="Lò Thị Mới").count() == 1


def ready_and_entered() -> AwardImport:
    made = staged(line("Lò Thị Mới", 1990))
    accept_import(made.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)
    return the_import()


@pytest.mark.usefixtures("later")
def test_undoing_is_asked_for_once_and_done_by_the_worker() -> None:
    made = ready_and_entered()

    ask_undo(made.ref, "Nhầm tệp.", version=made.version, actor=SPECIALIST, at=AT)
    again = refusal(ask_undo, made.ref, "Nhầm tệp.", version=made.version)
    by_hand = refusal(undo_import, made.ref, "Nhầm tệp.", version=made.version)
    enter = refusal(
        ask_accept, made.ref, version=made.version, with_newcomers=True, complete_from={}
    )

    assert (again, by_hand, enter) == ("ENTERING", "ENTERING", "ENTERING")
    assert Award.objects.count() == 1
    assert work()
    undone = the_import()
    assert (undone.state, undone.undone_reason) == ("UNDONE", "Nhầm tệp.")
    assert undone.taken_out == {
        "records": 1, "people": 1, "records_kept": 0, "people_kept": 0,
        "bodies": 0, "bodies_kept": 0,
    }  # fmt: skip
    assert not Award.objects.exists()
    assert audit()[-2:] == ["ask_undo_import", "undo_import"]


@pytest.mark.usefixtures("later")
def test_undoing_is_refused_before_a_job_is_made() -> None:
    made = ready_and_entered()

    assert refusal(ask_undo, made.ref, "", version=made.version) == "NO_UNDO_REASON"
    assert refusal(ask_undo, made.ref, "Nhầm", version=made.version - 1) == "STALE"
    by = actor(Role.INSPECTOR)
    assert refusal(ask_undo, made.ref, "Nhầm", version=made.version, actor=by) == "NOT_OFFICE"
    assert not work()
    assert the_import().undone_reason == ""


@pytest.mark.usefixtures("later")
def test_an_undoing_that_was_discarded_leaves_everything_and_may_be_asked_again() -> None:
    made = ready_and_entered()
    ask_undo(made.ref, "Nhầm tệp.", version=made.version, actor=SPECIALIST, at=AT)
    change_jobs(state=State.DISCARDED)

    assert the_import().undone_at is None
    assert Award.objects.count() == 1
    ask_undo(made.ref, "Tệp cũ.", version=made.version, actor=SPECIALIST, at=AT)
    assert work()
    assert the_import().undone_reason == "Tệp cũ."
