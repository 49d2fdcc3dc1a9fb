"""Two heads answer for one row at the same moment: one answer is kept."""

from datetime import date

from bangvang.appraisal.actions.answer_bars import AnswerSaid, answer_bars
from bangvang.appraisal.models import BarAnswer
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.permissions import BarSaid
from bangvang.registry.states import BarKind
from bangvang.registry.tests.factories import organisation

pytestmark = EACH_CONNECTED


def test_one_of_two_answers() -> None:
    head = actor(Role.OFFICE_HEAD)
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    who = fighter(2023, 2024, 2025)
    row = make.nomination(handed_in, State.VOTED_FOR, person=who, name=who.full_name)
    day = date(2026, 3, 2)
    bar = BarSaid(BarKind.INVESTIGATED, day, "318/QĐ-TTr", day, "Thanh tra tỉnh")
    record_bar(who.ref, bar, actor=head, at=AT)
    said = AnswerSaid("Chủ tịch", "", "Lý do.")

    def answer() -> None:
        answer_bars(row.ref, said, version=row.version, actor=head, at=AT)

    assert sorted(at_once(answer, answer)) == ["", "NOTHING_TO_ANSWER"]
    assert BarAnswer.objects.count() == 1
    assert verify()[1] is None
