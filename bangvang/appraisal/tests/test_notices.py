"""What another agency said of a nominee: shown, answered by an officer, deciding nothing itself."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.answer_notice import answer_notice
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.release import release
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import NoticeAnswer, NoticeVerdict
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.appraisal.selectors.noticed import noticed_among, told_of
from bangvang.appraisal.tests.test_actions import REASON, fighter, fresh, submitted
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State
from bangvang.registry.actions.deny_match import deny_match
from bangvang.registry.actions.undo_agency_list import undo_agency_list
from bangvang.registry.actions.withdraw_notice import withdraw_notice
from bangvang.registry.models import ListedRow, Notice
from bangvang.registry.tests.agency_lists import confirmed, key, line, rows_of, taken

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST, ref="specialist", name="Trần Văn Ruộng")
BOSS = actor(Role.OFFICE_HEAD, ref="boss", name="Phạm Thị Thông Xanh")
UNIT = "Sở Y tế tỉnh Lào Cai"
WHY = "Đã chấp hành xong theo giấy xác nhận số 12."


def taken_up(*years: int) -> Nomination:
    handed_in, (row,) = submitted(fighter(*years))
    take_up(handed_in.ref, actor=SPECIALIST, at=AT)
    return fresh(row)


def noticed(row: Nomination) -> Notice:
    assert row.person is not None
    confirmed(rows_of(taken(line()))[0], row.person)
    return Notice.objects.get()


def answer(
    row: Nomination, verdict: NoticeVerdict = NoticeVerdict.NO_HINDRANCE, **more: Any
) -> None:
    said: dict[str, Any] = {"reason": WHY, "version": row.version, "actor": SPECIALIST, **more}
    said.setdefault("key", told_of(BOSS, row.ref)[0].key)
    which, reason = said.pop("key"), said.pop("reason")
    answer_notice(row.ref, which, verdict, reason, at=AT, **said)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.objection.code


def accepts(row: Nomination) -> None:
    accept(row.ref, REASON, version=fresh(row).version, actor=SPECIALIST, at=AT)


def test_a_notice_changes_no_finding_and_waits_for_an_answer() -> None:
    row = taken_up(2023, 2024, 2025)
    before = findings_of([row.ref])[row.ref].answer
    noticed(row)

    assert findings_of([row.ref])[row.ref].answer == before
    assert noticed_among(SPECIALIST, [row.ref]).waiting == (row.name,)
    assert refused(lambda: accepts(row)) == "NOTICES_WAIT"
    answer(row)
    accepts(row)
    assert fresh(row).state == State.APPRAISED


def test_what_hinders_is_for_a_person_to_return_and_may_be_answered_anew() -> None:
    row = taken_up(2023, 2024, 2025)
    noticed(row)
    answer(row, NoticeVerdict.HINDERS)

    assert refused(lambda: accepts(row)) == "NOTICE_HINDERS"
    assert fresh(row).state == State.CHECKED
    answer(row)
    accepts(row)
    (told,) = told_of(BOSS, row.ref)
    assert [a.verdict for a in told.answers] == ["HINDERS", "NO_HINDRANCE"]


def test_a_row_that_hinders_is_returned_by_a_person() -> None:
    row = taken_up(2023, 2024, 2025)
    noticed(row)
    answer(row, NoticeVerdict.HINDERS)

    return_row(row.ref, "Bổ sung.", version=row.version, actor=SPECIALIST, at=AT)

    assert fresh(row).state == State.RETURNED


def test_a_proposal_against_the_finding_waits_too() -> None:
    row = taken_up(2024, 2025)
    noticed(row)

    code = refused(
        lambda: propose_overrule(row.ref, REASON, version=row.version, actor=SPECIALIST, at=AT)
    )

    assert code == "NOTICES_WAIT"
    answer(row)
    propose_overrule(row.ref, REASON, version=row.version, actor=SPECIALIST, at=AT)


def test_a_notice_that_comes_after_the_conclusion_stops_the_release() -> None:
    row = taken_up(2023, 2024, 2025)
    accepts(row)
    noticed(row)

    assert refused(lambda: release(row.batch.ref, actor=BOSS, at=AT)) == "NOTICES_WAIT"
    answer(fresh(row))
    assert release(row.batch.ref, actor=BOSS, at=AT) == 1


def test_a_withdrawn_notice_and_an_undone_list_are_told_no_more() -> None:
    row = taken_up(2023, 2024, 2025)
    withdraw_notice(noticed(row).ref, "Nhầm.", version=1, actor=BOSS, at=AT)
    assert told_of(BOSS, row.ref) == ()

    later = taken(line("vàng thị lúa chín", ""), paper_no="601")
    assert len(told_of(BOSS, row.ref)) == 1
    undo_agency_list(later.ref, "Nhầm.", version=1, actor=BOSS, at=AT)
    assert told_of(BOSS, row.ref) == ()


def test_a_row_nobody_confirmed_is_told_whichever_came_first() -> None:
    found = taken(line())
    row = taken_up(2023, 2024, 2025)

    (told,) = told_of(BOSS, row.ref)

    assert (told.is_confirmed, told.why) == (False, "Trùng họ tên và ngày sinh.")
    assert refused(lambda: accepts(row)) == "NOTICES_WAIT"
    answer(row, NoticeVerdict.ANOTHER, reason="Khác nơi cư trú.")
    accepts(row)
    assert rows_of(found)[0].state == "UNKNOWN"
    assert NoticeAnswer.objects.get().row == rows_of(found)[0]


def test_a_nominee_whom_the_register_does_not_know_is_warned_of() -> None:
    taken(line())
    row = taken_up(2023, 2024, 2025)
    Nomination.objects.filter(pk=row.pk).update(person=None, identity="NEW")

    assert [one.row for one in told_of(BOSS, row.ref)] == [2]


def test_who_is_surely_another_is_not_told() -> None:
    row = taken_up(2023, 2024, 2025)
    taken(line(birth="13/06/1985"), line("Lò Văn Khèn Lá"))

    assert told_of(BOSS, row.ref) == ()


def test_a_match_denied_in_the_list_is_told_no_more() -> None:
    row = taken_up(2023, 2024, 2025)
    assert row.person is not None
    found = taken(line())
    (listed,) = rows_of(found)
    assert listed.person == row.person
    assert len(told_of(BOSS, row.ref)) == 1

    deny_match(
        found.ref, 0, listed.row, key(row.person), "Khác.", version=1, actor=SPECIALIST, at=AT
    )

    assert told_of(BOSS, row.ref) == ()


def test_a_row_that_matches_somebody_else_is_told_of_that_one_only() -> None:
    row = taken_up(2023, 2024, 2025)
    found = taken(line())
    ListedRow.objects.update(person=fighter(unit=row.unit))
    assert rows_of(found)[0].person != row.person

    assert told_of(BOSS, row.ref) == ()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"reason": " "}, "NO_REASON"),
        ({"reason": "Số 012345678901."}, "NUMBER_IN_REASON"),
        ({"key": "n-khongcothat"}, "NOT_TOLD"),
        ({"version": 99}, "STALE"),
        ({"verdict": NoticeVerdict.ANOTHER}, "NOT_ANOTHER"),
        ({"actor": actor(Role.INSPECTOR)}, "NOT_OFFICE"),
    ],
)
def test_what_is_no_answer_is_refused(more: dict[str, Any], code: str) -> None:
    row = taken_up(2023, 2024, 2025)
    noticed(row)
    verdict = more.pop("verdict", NoticeVerdict.NO_HINDRANCE)

    assert refused(lambda: answer(row, verdict, **more)) == code
    assert NoticeAnswer.objects.count() == 0
    more["verdict"] = verdict


def test_a_file_that_is_over_is_answered_no_more() -> None:
    row = taken_up(2023, 2024, 2025)
    noticed(row)
    Nomination.objects.filter(pk=row.pk).update(state=State.REFUSED)

    assert refused(lambda: answer(row)) == "WRONG_STATE"


def test_units_are_told_nothing_and_cannot_answer() -> None:
    row = taken_up(2023, 2024, 2025)
    noticed(row)
    which = told_of(BOSS, row.ref)[0].key
    officer = actor(Role.UNIT_OFFICER, unit=row.batch.unit)

    assert told_of(officer, row.ref) == ()
    assert noticed_among(officer, [row.ref]).waiting == ()
    with pytest.raises((Refused, Unseen)):
        answer(row, actor=officer, key=which)


def test_an_answer_leaves_one_entry_that_names_nobody() -> None:
    row = taken_up(2023, 2024, 2025)
    noticed(row)

    answer(row)

    made = NoticeAnswer.objects.get()
    entry = Entry.objects.get(verb="answer_notice")
    assert (entry.subject_ref, made.reason, made.by_name) == (made.ref, WHY, SPECIALIST.name)
    assert row.name not in entry.said
    assert WHY not in f"{entry.said}{entry.details}"
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeAnswer.objects.update(verdict=NoticeVerdict.ANOTHER)


def test_looking_takes_a_fixed_number_of_queries() -> None:
    row = taken_up(2023, 2024, 2025)
    noticed(row)
    with CaptureQueriesContext(connection) as one:
        noticed_among(BOSS, [row.ref])
    taken(line("Vàng Thị Lúa Chín", ""), line("Vàng Thị Lúa Chín", "", matter="Khác"), paper_no="7")

    with CaptureQueriesContext(connection) as many:
        assert len(told_of(BOSS, row.ref)) == 3

    assert len(many) <= len(one) + 1
