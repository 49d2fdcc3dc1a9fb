"""Two officials make the letter of one conclusion at the same moment: one letter is kept."""

from dataclasses import replace

from bangvang.appraisal.actions.print_letter import print_letter
from bangvang.appraisal.actions.record_letter import record_letter
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import LetterRecord
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.appraisal.tests.test_letter_records import SIGNED
from bangvang.appraisal.tests.test_letters import returned
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation

pytestmark = EACH_CONNECTED


def test_one_of_two_makes_the_letter() -> None:
    by = actor(Role.SPECIALIST, unit=organisation("Phòng Thi đua, khen thưởng"))
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    who = fighter(2023, 2025)
    row = make.nomination(handed_in, State.SUBMITTED, person=who, name=who.full_name)
    take_up(handed_in.ref, actor=by, at=AT)
    version = Nomination.objects.get(pk=row.pk).version
    return_row(row.ref, "Bổ sung.", version=version, actor=by, at=AT)

    def make_letter() -> None:
        print_letter(row.ref, head_name="", actor=by, at=AT)

    assert sorted(at_once(make_letter, make_letter)) == ["", "LETTER_MADE"]
    assert KeptDocument.objects.count() == 1
    assert verify()[1] is None


def test_one_of_two_records_the_signing() -> None:
    by = actor(Role.SPECIALIST, unit=organisation("Phòng Thi đua, khen thưởng"))
    row = returned(by, 2023, 2025)
    letter = print_letter(row.ref, head_name="", actor=by, at=AT)

    def sign(number: int) -> None:
        record_letter(row.ref, letter, replace(SIGNED, number=number), actor=by, at=AT)

    said = at_once(lambda: sign(15), lambda: sign(16))

    assert sorted(said) == ["", "LETTER_RECORDED"]
    assert LetterRecord.objects.count() == 1
    assert verify()[1] is None
