"""An open bar: looked at first, and while it lasts no matter for overruling or for the council."""

from datetime import date

import pytest

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.check_again import check_again
from bangvang.appraisal.actions.decide_overrule import decide_overrule
from bangvang.appraisal.actions.judge import judge
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.release import release
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import StoredFinding, Verdict
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.appraisal.tests.test_actions import REASON, fighter, fresh, refusal, submitted
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State
from bangvang.registry.actions.lift_bar import lift_bar
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.actions.withdraw_bar import withdraw_bar
from bangvang.registry.models import Bar
from bangvang.registry.permissions import BarSaid, Lifting
from bangvang.registry.states import BarKind

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST, ref="specialist", name="Trần Văn Ruộng")
BOSS = actor(Role.OFFICE_HEAD, ref="boss", name="Phạm Thị Thông Xanh")


def taken_up(*years: int) -> Nomination:
    handed_in, (row,) = submitted(fighter(*years))
    take_up(handed_in.ref, actor=SPECIALIST, at=AT)
    return fresh(row)


def barred(row: Nomination, since: date = date(2026, 3, 2)) -> str:
    said = BarSaid(BarKind.INVESTIGATED, since, "318/QĐ-TTr", since, "Thanh tra tỉnh")
    assert row.person is not None
    return record_bar(row.person.ref, said, actor=SPECIALIST, at=AT)


def test_a_row_is_not_accepted_before_the_new_bar_was_looked_at() -> None:
    row = taken_up(2023, 2024, 2025)
    barred(row)
    lines = len(entries_about(("nomination", row.ref)))

    with pytest.raises(Refused, match="Vàng Thị Lúa Chín; đối chiếu lại") as behind:
        accept(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)

    assert refusal(behind) == "CHECK_AGAIN"
    assert len(entries_about(("nomination", row.ref))) == lines
    check_again(row.ref, actor=SPECIALIST, at=AT)
    with pytest.raises(Refused) as looked_at:
        accept(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)
    assert refusal(looked_at) == "BARRED"


def test_a_bar_that_began_after_the_receipt_counts_when_asked_again() -> None:
    row = taken_up(2023, 2024, 2025)
    StoredFinding.objects.update(on_day=date(2026, 9, 1))
    barred(row, since=date(2026, 9, 5))

    check_again(row.ref, actor=SPECIALIST, at=AT)

    assert findings_of([row.ref])[row.ref].answer == "NOT_MET"


def test_a_withdrawn_bar_stops_nothing() -> None:
    row = taken_up(2023, 2024, 2025)
    withdraw_bar(barred(row), "Ghi nhầm người.", version=1, actor=SPECIALIST, at=AT)

    accept(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)

    assert fresh(row).state == State.APPRAISED


def test_an_appraised_row_is_not_released_and_goes_back_when_asked_again() -> None:
    row = taken_up(2023, 2024, 2025)
    accept(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)
    barred(row)

    with pytest.raises(Refused) as behind:
        release(row.batch.ref, actor=BOSS, at=AT)
    check_again(row.ref, actor=SPECIALIST, at=AT)
    with pytest.raises(Refused) as still_open:
        release(row.batch.ref, actor=BOSS, at=AT)

    assert (refusal(behind), refusal(still_open)) == ("CHECK_AGAIN", "ROWS_STILL_OPEN")
    assert fresh(row).state == State.CHECKED
    return_row(row.ref, "Chờ hết tạm dừng.", version=4, actor=SPECIALIST, at=AT)
    assert fresh(row).state == State.RETURNED


def test_an_appraised_row_without_a_new_bar_is_not_asked_again() -> None:
    row = taken_up(2023, 2024, 2025)
    accept(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)

    with pytest.raises(Refused) as caught:
        check_again(row.ref, actor=SPECIALIST, at=AT)

    assert refusal(caught) == "NOT_UNDER_APPRAISAL"


def test_the_head_only_refuses_an_overrule_made_before_the_bar() -> None:
    row = taken_up(2023, 2025)
    propose_overrule(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)
    barred(row)

    with pytest.raises(Refused) as agreeing:
        decide_overrule(row.ref, agree=True, reason="", version=3, actor=BOSS, at=AT)
    decide_overrule(row.ref, agree=False, reason="Có việc mới.", version=3, actor=BOSS, at=AT)
    with pytest.raises(Refused) as proposing:
        propose_overrule(row.ref, REASON, version=4, actor=SPECIALIST, at=AT)

    assert (refusal(agreeing), refusal(proposing)) == ("CHECK_AGAIN", "CHECK_AGAIN")


def test_the_explanation_says_that_the_bar_has_to_end_first() -> None:
    row = taken_up(2023, 2024, 2025)
    barred(row)
    check_again(row.ref, actor=SPECIALIST, at=AT)

    said = StoredFinding.objects.filter(nomination=row).latest("pk").finding["explanation"]

    assert said["earliest"].startswith("Hồ sơ này được xét tiếp khi hết tạm dừng xét")
    assert said["nearest"] == ""


def test_what_is_not_met_without_the_bar_either_waits_for_both() -> None:
    row = taken_up(2023, 2025)
    barred(row)
    check_again(row.ref, actor=SPECIALIST, at=AT)

    said = StoredFinding.objects.filter(nomination=row).latest("pk").finding["explanation"]

    assert said["earliest"].startswith("Khi không còn tạm dừng xét: xét thành tích năm")


def refused_by_a_bar() -> tuple[Nomination, str]:
    row = taken_up(2023, 2024, 2025)
    ref = barred(row)
    check_again(row.ref, actor=SPECIALIST, at=AT)
    return row, ref


def test_what_an_open_bar_refuses_is_not_overruled() -> None:
    row, _ = refused_by_a_bar()
    lines = len(entries_about(("nomination", row.ref)))

    with pytest.raises(Refused, match="chờ đến khi hết tạm dừng, rồi bấm") as caught:
        propose_overrule(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)

    assert refusal(caught) == "BARRED"
    assert fresh(row).state == State.CHECKED
    assert len(entries_about(("nomination", row.ref))) == lines


def test_an_unread_clause_on_bars_is_not_overruled_either() -> None:
    row = taken_up(2023, 2025)
    barred(row)
    check_again(row.ref, actor=SPECIALIST, at=AT)
    found = StoredFinding.objects.filter(nomination=row).latest("pk")
    (bar,) = (part for part in found.finding["finding"]["parts"] if part["rule"] == "bars.open")
    bar |= {"answer": "FOR_A_PERSON", "why": "WEAK_SOURCE"}
    found.save()

    with pytest.raises(Refused) as caught:
        propose_overrule(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)

    assert (found.answer, refusal(caught)) == ("NOT_MET", "BARRED")


def lifted(ref: str, version: int = 1) -> None:
    day = AT.date()
    lifting = Lifting(day, "402/KL-TTr", day, "Thanh tra")
    lift_bar(ref, lifting, version=version, actor=SPECIALIST, at=AT)


def test_a_row_goes_on_when_its_bar_has_ended_by_what_is_found_that_day() -> None:
    row, ref = refused_by_a_bar()
    lifted(ref)

    check_again(row.ref, actor=SPECIALIST, at=AT)

    assert findings_of([row.ref])[row.ref].reasons == ("JUDGEMENT",)
    told = entries_about(("nomination", row.ref))[-1]
    assert told.said.startswith("Đối chiếu lại, xét đến ngày 14/09/2026: từ không đủ điều kiện")
    assert "tạm dừng" not in told.said
    accept(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)
    assert release(row.batch.ref, actor=BOSS, at=AT) == 1


def test_what_rests_on_a_bar_that_is_over_is_neither_accepted_nor_overruled() -> None:
    row, ref = refused_by_a_bar()
    lifted(ref)

    for conclude in (accept, propose_overrule):
        with pytest.raises(Refused, match="đã hết hoặc đã rút") as caught:
            conclude(row.ref, REASON, version=2, actor=SPECIALIST, at=AT)
        assert refusal(caught) == "CHECK_AGAIN"
    assert fresh(row).state == State.CHECKED


def test_the_head_does_not_agree_by_a_finding_that_rests_on_a_bar_that_is_over() -> None:
    row = laid_before_the_head()
    lifted(Bar.objects.get().ref)

    with pytest.raises(Refused) as caught:
        decide_overrule(row.ref, agree=True, reason="", version=2, actor=BOSS, at=AT)

    assert refusal(caught) == "CHECK_AGAIN"


def test_a_bar_that_was_over_before_the_row_was_taken_up_stops_nothing() -> None:
    handed_in, (row,) = submitted(fighter(2023, 2024, 2025))
    lifted(barred(row))

    take_up(handed_in.ref, actor=SPECIALIST, at=AT)

    assert findings_of([row.ref])[row.ref].reasons == ("JUDGEMENT",)


def laid_before_the_head() -> Nomination:
    """Return a row whose overruling was proposed while a bar was no hindrance to it."""
    row, _ = refused_by_a_bar()
    found = StoredFinding.objects.filter(nomination=row).latest("pk")
    judge(fresh(row), found, Verdict.OVERRULE, reason=REASON, actor=SPECIALIST, at=AT)
    Nomination.objects.filter(pk=row.pk).update(state=State.OVERRULING)
    return fresh(row)


def test_the_head_does_not_agree_while_the_bar_is_open() -> None:
    row = laid_before_the_head()

    with pytest.raises(Refused) as caught:
        decide_overrule(row.ref, agree=True, reason="", version=2, actor=BOSS, at=AT)
    decide_overrule(row.ref, agree=False, reason="Chờ.", version=2, actor=BOSS, at=AT)

    assert refusal(caught) == "BARRED"
    assert fresh(row).state == State.CHECKED


def test_a_row_that_was_overruled_under_an_open_bar_is_not_released_but_asked_again() -> None:
    row = laid_before_the_head()
    Nomination.objects.filter(pk=row.pk).update(state=State.APPRAISED)

    with pytest.raises(Refused) as caught:
        release(row.batch.ref, actor=BOSS, at=AT)
    check_again(row.ref, actor=SPECIALIST, at=AT)

    assert refusal(caught) == "BARRED"
    assert fresh(row).state == State.CHECKED


def test_a_row_whose_bar_was_withdrawn_since_is_released() -> None:
    row, ref = refused_by_a_bar()
    Nomination.objects.filter(pk=row.pk).update(state=State.APPRAISED)
    withdraw_bar(ref, "Ghi nhầm người.", version=1, actor=SPECIALIST, at=AT)

    assert release(row.batch.ref, actor=BOSS, at=AT) == 1
