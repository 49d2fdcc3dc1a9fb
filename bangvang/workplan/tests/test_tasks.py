"""Tasks: handed out with owner and day, closed with a result, seen by whom they concern."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation
from bangvang.workplan.actions.assign_task import TaskToDo, assign_task
from bangvang.workplan.actions.close_task import close_task
from bangvang.workplan.models import Task
from bangvang.workplan.selectors.tasks import open_tasks, tasks_of_source

pytestmark = pytest.mark.django_db

AT = datetime(2022, 4, 19, 16, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
DUE = date(2022, 12, 31)
SOURCE = ("session", "abc")


def actor(*roles: Role, unit: Organisation | None = None) -> Actor:
    ref, name = (unit.ref, unit.name) if unit else ("", "")
    return Actor("acc", "Lù Văn Suối", "Cán bộ", ref, name, frozenset(roles))


SECRETARY = actor(Role.SECRETARY)


def assign(todo: TaskToDo, *, by: Actor = SECRETARY) -> str:
    return assign_task(todo, source=SOURCE, actor=by, at=AT)


def test_a_task_has_an_owner_of_the_register_a_day_and_a_source() -> None:
    unit = organisation()

    ref = assign(TaskToDo("  Đẩy mạnh   tuyên truyền ", "", DUE, unit.ref))

    row = tasks_of_source(*SOURCE)[0]
    assert (row.ref, row.title, row.owner_name) == (ref, "Đẩy mạnh tuyên truyền", unit.name)
    assert (row.due_on, row.is_open, row.owner_organisation_ref) == (DUE, True, unit.ref)
    assert entries_about(SOURCE)[-1].said == (
        f"Giao {unit.name}, hạn 31/12/2022: Đẩy mạnh tuyên truyền"
    )


@pytest.mark.parametrize(
    ("todo", "why"),
    [
        (TaskToDo(" ", "Sở Y tế", DUE), "nội dung"),
        (TaskToDo("Việc", " ", DUE), "người được giao"),
        (TaskToDo("Việc", "Sở Y tế", date(2022, 4, 18)), "trước ngày giao"),
    ],
)
def test_an_incomplete_task_is_refused(todo: TaskToDo, why: str) -> None:
    with pytest.raises(Refused, match=why):
        assign(todo)

    assert not Task.objects.exists()


def test_only_the_secretary_hands_out() -> None:
    with pytest.raises(Refused, match="thư ký"):
        assign(TaskToDo("Việc", "Sở Y tế", DUE), by=actor(Role.CHAIR))


def test_the_owner_or_the_secretary_closes_with_a_result_once() -> None:
    unit = organisation()
    ref = assign(TaskToDo("Việc", "", DUE, unit.ref))
    owner = actor(Role.UNIT_HEAD, unit=unit)

    with pytest.raises(Refused, match="kết quả"):
        close_task(ref, " ", actor=owner, at=AT)
    close_task(ref, "Đã xong.", actor=owner, at=AT)
    with pytest.raises(Refused, match="đã được ghi"):
        close_task(ref, "Đã xong.", actor=SECRETARY, at=AT)

    row = tasks_of_source(*SOURCE)[0]
    assert (row.state_name, row.result, row.done_on) == ("Đã hoàn thành", "Đã xong.", AT.date())
    assert entries_about(SOURCE)[-1].verb == "close_task"


def test_whoever_only_reads_closes_nothing() -> None:
    ref = assign(TaskToDo("Việc", "Sở Y tế", DUE))

    with pytest.raises(Refused, match="Chỉ cơ quan được giao"):
        close_task(ref, "x", actor=actor(Role.CHAIR), at=AT)


def test_a_unit_sees_its_own_tasks_and_no_others() -> None:
    unit, other = organisation("Sở Y tế"), organisation("Sở Xây dựng")
    mine = assign(TaskToDo("Việc một", "", DUE, unit.ref))
    assign(TaskToDo("Việc hai", "", DUE, other.ref))
    theirs = assign(TaskToDo("Việc ba", "Người không có trong sổ", date(2022, 5, 1)))
    officer = actor(Role.UNIT_OFFICER, unit=unit)

    assert [t.ref for t in open_tasks(officer)] == [mine]
    assert [t.title for t in open_tasks(actor(Role.CHAIR))] == ["Việc ba", "Việc một", "Việc hai"]
    with pytest.raises(Unseen):
        close_task(theirs, "x", actor=officer, at=AT)
