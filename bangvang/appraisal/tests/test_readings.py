"""Two readings hidden from each other: off by default, needed before a conclusion, read anew."""

from datetime import date, timedelta

import pytest

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.act_in_bulk import act_in_bulk
from bangvang.appraisal.actions.ask_two_readings import ask_two_readings
from bangvang.appraisal.actions.end_two_readings import end_two_readings
from bangvang.appraisal.actions.give_reading import give_reading
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.read_anew import read_anew
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.actions.undo_bulk import undo_bulk
from bangvang.appraisal.permissions.charges import Officer
from bangvang.appraisal.selectors.bulk import plan_of
from bangvang.appraisal.selectors.readings import (
    awards_read_twice,
    differences_for,
    readings_of,
    rows_to_read,
)
from bangvang.appraisal.states import BulkWork
from bangvang.appraisal.tests.test_actions import fighter, fresh, refusal, submitted
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about, newest_entries
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State

pytestmark = pytest.mark.django_db

FIRST = actor(Role.SPECIALIST, ref="first", name="Trần Văn Ruộng")
SECOND = actor(Role.SPECIALIST, ref="second", name="Lò Thị Nương")
THIRD = actor(Role.SPECIALIST, ref="third", name="Giàng A Thứ Ba")
BOSS = actor(Role.OFFICE_HEAD, ref="boss", name="Phạm Thị Thông Xanh")
SINCE = date(2026, 9, 1)
SECRET = "Báo cáo chưa nêu phạm vi ảnh hưởng."


@pytest.fixture
def row() -> Nomination:
    """A row under appraisal that only waits for a judgement."""
    handed_in, (made,) = submitted(fighter(2023, 2024, 2025))
    take_up(handed_in.ref, actor=FIRST, at=AT)
    return fresh(made)


@pytest.fixture
def asked(row: Nomination) -> str:
    return ask_two_readings(row.award_code, since=SINCE, actor=BOSS, at=AT)


def read(row: Nomination, by: Actor, verdict: str = "FOR", reason: str = SECRET) -> None:
    give_reading(row.ref, verdict, reason, officer=Officer(by), at=AT)


def accepted(row: Nomination, by: Actor) -> str:
    """Return what refuses the acceptance, nothing if it was done."""
    try:
        accept(row.ref, "Nổi bật.", version=fresh(row).version, actor=by, at=AT)
    except Refused as refused:
        return refused.objection.code
    return ""


def test_off_by_default_one_appraisal_is_enough(row: Nomination) -> None:
    assert readings_of(FIRST, row.ref) is None
    assert rows_to_read(SECOND) == []
    with pytest.raises(Refused) as caught:
        read(row, FIRST)
    assert refusal(caught) == "NOT_ASKED"
    assert accepted(row, FIRST) == ""


def test_two_read_and_neither_knows_of_the_other_before(row: Nomination, asked: str) -> None:
    before = readings_of(SECOND, row.ref)
    history = entries_about(("nomination", row.ref))
    read(row, FIRST, "AGAINST")

    assert readings_of(SECOND, row.ref) == before
    assert readings_of(BOSS, row.ref) == readings_of(actor(Role.INSPECTOR, ref="i"), row.ref)
    assert entries_about(("nomination", row.ref)) == history
    assert SECRET not in str(newest_entries())
    assert differences_for(BOSS).rows == 0
    assert differences_for(BOSS).officers == ()
    assert [one.ref for one in rows_to_read(SECOND)] == [row.ref]
    assert rows_to_read(FIRST) == []
    assert accepted(row, SECOND) == "READINGS_WAIT"
    mine = readings_of(FIRST, row.ref)
    assert mine is not None
    assert mine.own is not None
    assert mine.both == ()

    read(row, SECOND)

    both = readings_of(FIRST, row.ref)
    assert both is not None
    assert [one.by_name for one in both.both] == [FIRST.name, SECOND.name]
    assert both.differ
    assert rows_to_read(THIRD) == []


def test_whether_one_reading_is_in_changes_no_answer(row: Nomination, asked: str) -> None:
    def answers() -> object:
        chosen = {row.ref: fresh(row).version}
        plan = plan_of(THIRD, row.batch.ref, BulkWork.ACCEPT, chosen, on=DAY)
        return plan, accepted(row, THIRD), accepted(row, BOSS), rows_to_read(THIRD)

    before = answers()
    read(row, FIRST)
    assert answers() == before


def test_where_they_differ_the_head_concludes(row: Nomination, asked: str) -> None:
    read(row, FIRST, "AGAINST")
    read(row, SECOND)

    report = differences_for(BOSS)
    assert [one.ref for one, _ in report.differing] == [row.ref]
    assert [(one.name, one.against, one.unlike) for one in report.officers] == [
        (SECOND.name, 0, 1),
        (FIRST.name, 1, 1),
    ]
    assert accepted(row, FIRST) == "READINGS_DIFFER"
    assert accepted(row, BOSS) == ""


def test_where_they_agree_anybody_of_the_office_concludes(row: Nomination, asked: str) -> None:
    read(row, FIRST)
    read(row, SECOND)
    assert differences_for(BOSS).differing == ()
    assert accepted(row, THIRD) == ""


def test_the_head_has_it_read_anew_and_it_stays_where_it_is(row: Nomination, asked: str) -> None:
    def anew(by: Actor, reason: str) -> str:
        with pytest.raises(Refused) as caught:
            read_anew(row.ref, reason, actor=by, at=AT)
        return refusal(caught)

    assert anew(BOSS, "Thiếu căn cứ.") == "NOT_BOTH_IN"
    read(row, FIRST)
    read(row, SECOND)
    assert (anew(FIRST, "x"), anew(BOSS, " ")) == ("NOT_OFFICE_HEAD", "NO_REASON")

    read_anew(row.ref, "Thiếu căn cứ.", actor=BOSS, at=AT)

    assert fresh(row).state == State.CHECKED
    assert accepted(row, FIRST) == "READINGS_WAIT"
    read(row, FIRST)


def test_who_may_not_read(row: Nomination, asked: str) -> None:
    def code(officer: Officer, verdict: str = "FOR", reason: str = SECRET) -> str:
        with pytest.raises(Refused) as caught:
            give_reading(row.ref, verdict, reason, officer=officer, at=AT)
        return refusal(caught)

    assert code(Officer(BOSS)) == "NOT_A_SPECIALIST"
    assert code(Officer(FIRST, frozenset({row.batch.unit.ref}))) == "SERVES_THE_UNIT"
    assert code(Officer(FIRST), verdict="") == "NO_VERDICT"
    assert code(Officer(FIRST), reason=" ") == "NO_REASON"
    read(row, FIRST)
    assert code(Officer(FIRST)) == "GIVEN_ALREADY"
    read(row, SECOND)
    assert code(Officer(THIRD)) == "BOTH_ARE_IN"


def test_a_returned_row_is_read_anew_and_an_undone_return_keeps_its_readings(
    row: Nomination, asked: str
) -> None:
    read(row, FIRST)
    read(row, SECOND)
    act = act_in_bulk(
        row.batch.ref, BulkWork.RETURN, {row.ref: row.version}, "Thiếu ảnh.", actor=FIRST, at=AT
    )  # fmt: skip
    assert differences_for(BOSS).rows == 0

    undo_bulk(act, actor=FIRST, at=AT + timedelta(minutes=1))

    assert accepted(row, FIRST) == ""


def test_the_law_s_no_is_overruled_only_after_two_have_read() -> None:
    handed_in, (made,) = submitted(fighter(2023, 2025))
    ask_two_readings(made.award_code, since=SINCE, actor=BOSS, at=AT)
    take_up(handed_in.ref, actor=FIRST, at=AT)
    with pytest.raises(Refused) as caught:
        propose_overrule(made.ref, "Có căn cứ.", version=2, actor=FIRST, at=AT)
    assert refusal(caught) == "READINGS_WAIT"


def test_the_head_switches_it_on_and_off_by_the_day_of_receipt(row: Nomination) -> None:
    def code(award: str, since: date, by: Actor = BOSS) -> str:
        with pytest.raises(Refused) as caught:
            ask_two_readings(award, since=since, actor=by, at=AT)
        return refusal(caught)

    later = ask_two_readings(row.award_code, since=date(2026, 9, 11), actor=BOSS, at=AT)
    assert readings_of(FIRST, row.ref) is None
    assert code(row.award_code, DAY) == "ON_ALREADY"
    assert code("KHONG_CO", DAY) == "UNKNOWN_AWARD"
    assert code("BK_TINH", DAY, FIRST) == "NOT_OFFICE_HEAD"
    end_two_readings(later, until=date(2026, 9, 14), actor=BOSS, at=AT)
    assert code(row.award_code, date(2026, 9, 12)) == "TOO_EARLY"
    with pytest.raises(Refused):
        end_two_readings(later, until=DAY, actor=BOSS, at=AT)
    assert [one.until for one in awards_read_twice(FIRST, on=DAY)] == [date(2026, 9, 14)]
    assert awards_read_twice(actor(Role.UNIT_HEAD), on=DAY) == []
