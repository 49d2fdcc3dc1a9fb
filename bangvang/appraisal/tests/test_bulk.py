"""Acting on many rows at once: what is foreseen, what is done, what is undone, who may."""

from datetime import date, timedelta
from unittest.mock import patch

import pytest

from bangvang.appraisal.actions import act_in_bulk as module
from bangvang.appraisal.actions.act_in_bulk import act_in_bulk
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.actions.undo_bulk import undo_bulk
from bangvang.appraisal.models import BulkAct
from bangvang.appraisal.permissions.bulk import MOST_AT_ONCE
from bangvang.appraisal.permissions.charges import Officer
from bangvang.appraisal.selectors.bulk import bulk_page, even_split_of, plan_of
from bangvang.appraisal.selectors.findings import conclusions_for_the_council, judgements_of
from bangvang.appraisal.states import BulkWork
from bangvang.appraisal.tests.test_actions import fighter, fresh, refusal, submitted
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST, ref="specialist", name="Trần Văn Ruộng")
OTHER = actor(Role.SPECIALIST, ref="other", name="Lò Thị Nương")
BOSS = actor(Role.OFFICE_HEAD, ref="boss", name="Phạm Thị Thông Xanh")
REASON = "Thành tích nổi bật nhất trong khối."
LATER = AT + timedelta(minutes=5)


@pytest.fixture
def rows() -> list[Nomination]:
    """Two that only wait for a judgement, and one that the law refuses."""
    handed_in, made = submitted(
        fighter(2023, 2024, 2025),
        fighter(2023, 2024, 2025, name="Giàng A Suối"),
        fighter(2023, 2025, name="Lò Thị Thiếu"),
    )
    take_up(handed_in.ref, actor=SPECIALIST, at=AT)
    return [fresh(row) for row in made]


def chosen(rows: list[Nomination]) -> dict[str, int]:
    return {row.ref: row.version for row in rows}


def do(
    rows: list[Nomination], work: BulkWork, reason: str = REASON, *, by: Actor = SPECIALIST,
    to: Actor | None = None,
) -> str:  # fmt: skip
    officers = {row.ref: Officer(to) for row in rows} if to else None
    return act_in_bulk(
        rows[0].batch.ref, work, chosen(rows), reason, to=officers, actor=by, at=AT
    )  # fmt: skip


def states(rows: list[Nomination]) -> list[str]:
    return [fresh(row).state for row in rows]


def test_what_is_foreseen_is_what_is_done(rows: list[Nomination]) -> None:
    plan = plan_of(SPECIALIST, rows[0].batch.ref, BulkWork.ACCEPT, chosen(rows), on=DAY)
    assert [bool(row.why_left) for row in plan] == [False, False, True]
    assert [row.needs_judgement for row in plan] == [True, True, False]
    assert states(rows) == [State.CHECKED] * 3

    ref = do(rows, BulkWork.ACCEPT)

    assert states(rows) == [State.APPRAISED, State.APPRAISED, State.CHECKED]
    lines = bulk_page(SPECIALIST, ref).lines
    assert [line.why_left for line in lines] == [row.why_left for row in plan]
    (entry,) = [
        one for one in entries_about(("batch", rows[0].batch.ref)) if one.verb == "act_in_bulk"
    ]
    assert entry.said == "Chấp nhận hàng loạt 2 dòng: 1, 2. Để lại 1 dòng."


def test_without_words_of_judgement_nothing_is_accepted(rows: list[Nomination]) -> None:
    page = bulk_page(SPECIALIST, do(rows[:2], BulkWork.ACCEPT, " "))

    assert states(rows[:2]) == [State.CHECKED] * 2
    assert all("cần ghi đánh giá" in line.why_left for line in page.lines)


def test_what_somebody_else_changed_is_left(rows: list[Nomination]) -> None:
    seen = chosen(rows[:2])
    do(rows[:1], BulkWork.RETURN, "Thiếu báo cáo.", by=OTHER)

    plan = plan_of(SPECIALIST, rows[0].batch.ref, BulkWork.RETURN, seen, on=DAY)
    ref = act_in_bulk(
        rows[0].batch.ref, BulkWork.RETURN, seen, "Thiếu ảnh.", actor=SPECIALIST, at=AT
    )

    assert [bool(row.why_left) for row in plan] == [True, False]
    assert [bool(line.why_left) for line in bulk_page(SPECIALIST, ref).lines] == [True, False]
    assert fresh(rows[0]).reason == "Thiếu báo cáo."


def test_untouched_rows_go_back_and_the_others_stay(rows: list[Nomination]) -> None:
    ref = do(rows[:2], BulkWork.RETURN, "Thiếu báo cáo.")
    Nomination.objects.filter(pk=rows[1].pk).update(version=fresh(rows[1]).version + 1)

    assert undo_bulk(ref, actor=SPECIALIST, at=LATER) == 1

    assert states(rows[:2]) == [State.CHECKED, State.RETURNED]
    assert fresh(rows[0]).holder == "Trần Văn Ruộng"
    kept = [line.why_kept for line in bulk_page(SPECIALIST, ref).lines]
    assert [bool(one) for one in kept] == [False, True]
    with pytest.raises(Refused) as caught:
        undo_bulk(ref, actor=SPECIALIST, at=LATER)
    assert refusal(caught) == "UNDONE_ALREADY"


def test_a_conclusion_taken_back_is_not_told_to_the_council(rows: list[Nomination]) -> None:
    ref = do(rows[:1], BulkWork.ACCEPT)
    assert len(conclusions_for_the_council(rows[0].ref)) == 1

    undo_bulk(ref, actor=BOSS, at=LATER)

    assert conclusions_for_the_council(rows[0].ref) == []
    assert [one.verdict for one in judgements_of(rows[0].ref)] == ["ACCEPTED", "TAKEN_BACK"]


def test_the_head_hands_rows_over_and_takes_them_back(rows: list[Nomination]) -> None:
    with pytest.raises(Refused) as caught:
        do(rows[:2], BulkWork.HAND_OVER, to=OTHER)
    assert refusal(caught) == "NOT_OFFICE_HEAD"

    ref = do(rows[:2], BulkWork.HAND_OVER, by=BOSS, to=OTHER)
    assert [fresh(row).holder for row in rows] == [OTHER.name, OTHER.name, SPECIALIST.name]
    assert undo_bulk(ref, actor=BOSS, at=LATER) == 2
    assert [fresh(row).holder for row in rows] == [SPECIALIST.name] * 3


def test_rows_are_shared_out_evenly_past_whoever_serves_the_unit(rows: list[Nomination]) -> None:
    unit = rows[0].batch.unit.ref
    idle = Officer(OTHER)
    busy = Officer(SPECIALIST)
    own = Officer(actor(Role.SPECIALIST, ref="own", name="A Người Của Sở"), frozenset({unit}))
    refs = [row.ref for row in rows]

    all_three = even_split_of(BOSS, rows[0].batch.ref, refs, [busy, idle, own])
    only_two = even_split_of(BOSS, rows[0].batch.ref, refs[:2], [busy, idle, own])

    assert sorted(one.actor.name for one in all_three.values()).count(SPECIALIST.name) == 2
    assert own not in all_three.values()
    assert [only_two[ref] for ref in refs[:2]] == [idle, busy]
    assert even_split_of(BOSS, rows[0].batch.ref, refs, [own]) == {}


def test_who_may_not_and_what_is_missing(rows: list[Nomination]) -> None:
    def code(**more: object) -> str:
        with pytest.raises(Refused) as caught:
            do(rows, BulkWork.RETURN, **more)  # type: ignore[arg-type]  # a few of many
        return refusal(caught)

    ref = do(rows[:1], BulkWork.RETURN)
    assert code(by=actor(Role.INSPECTOR)) == "NOT_OFFICE"
    assert code(reason=" ") == "NO_REASON"
    with pytest.raises(Refused) as caught:
        undo_bulk(ref, actor=OTHER, at=LATER)
    assert refusal(caught) == "NOT_THEIRS"
    many = {str(number): 1 for number in range(MOST_AT_ONCE + 1)}
    for some, wanted in (({}, "NOTHING_CHOSEN"), (many, "TOO_MANY"), ({"x": 1}, "NOTHING_CHOSEN")):
        with pytest.raises(Refused) as caught:
            act_in_bulk(rows[0].batch.ref, BulkWork.ACCEPT, some, "", actor=SPECIALIST, at=AT)
        assert refusal(caught) == wanted
    with pytest.raises(Unseen):
        bulk_page(actor(Role.UNIT_HEAD, unit=None), ref)


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_cut_short_has_done_whole_portions(rows: list[Nomination]) -> None:
    calls = []

    def die_at_the_second(*args: object, **more: object) -> None:
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt

    with (
        patch.object(module, "AT_ONCE", 1),
        patch.object(module, "_record", die_at_the_second),
        pytest.raises(KeyboardInterrupt),
    ):
        do(rows[:2], BulkWork.RETURN)

    assert states(rows[:2]) == [State.RETURNED, State.CHECKED]
    assert bulk_page(SPECIALIST, BulkAct.objects.get().ref).not_reached == 1


def test_a_row_of_another_list_is_not_reached_through_this_one(rows: list[Nomination]) -> None:
    handed_in = rows[0].batch
    found = plan_of(SPECIALIST, handed_in.ref, BulkWork.ACCEPT, {"khac": 1}, on=date(2026, 9, 14))
    assert found == []
