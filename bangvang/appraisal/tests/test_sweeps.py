"""A kept sweep: who may ask, all or nothing, the same for every reader, and when it is old."""

from contextlib import nullcontext

import pytest

from bangvang.appraisal.actions.ask_sweep import ask_sweep
from bangvang.appraisal.actions.keep_sweep import keep_sweep
from bangvang.appraisal.models import Sweep, SweptRow
from bangvang.appraisal.selectors.sweeps import kept_rows, kept_sweep, stamp_now
from bangvang.appraisal.states import Side
from bangvang.appraisal.tests.test_impact import LAW_2024, OFFICE, good
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.jobs.tests.factories import jobs
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.law import Answer, Change, Kind, Subject
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make

pytestmark = pytest.mark.django_db


def keep(by: Actor = OFFICE) -> None:
    keep_sweep(LAW_2024, actor=by, at=AT, report=lambda _done, _of: None, last_step=nullcontext())


def told_of(subject: str) -> None:
    record(actor=OFFICE, at=AT, verb="act", subject=(subject, "x"), said="Một việc.")


@pytest.mark.parametrize("role", [Role.UNIT_OFFICER, Role.EDITOR, Role.CHAIR, Role.ADMINISTRATOR])
def test_who_does_not_read_the_register_neither_asks_nor_reads(role: Role) -> None:
    with pytest.raises(Refused) as refusal:
        ask_sweep(LAW_2024, actor=actor(role), at=AT)
    assert refusal.value.objection.code == "NOT_A_READER"
    with pytest.raises(Refused):
        keep(actor(role))
    with pytest.raises(Unseen):
        kept_sweep(actor(role), LAW_2024)
    assert jobs() == []


def test_an_award_that_one_day_did_not_know_is_not_computed() -> None:
    newer = Change("XA_TIEU_BIEU", Kind.MERIT, Subject.COLLECTIVE, LAW_2024.on)

    with pytest.raises(Refused) as refusal:
        ask_sweep(newer, actor=OFFICE, at=AT)
    assert refusal.value.objection.code == "NOT_COMPARABLE"


def test_what_was_kept_is_the_newest_result_with_references_only() -> None:
    who = good("Lù Văn Suối")
    keep()
    keep()

    kept = kept_sweep(OFFICE, LAW_2024)

    assert kept is not None
    assert (Sweep.objects.count(), SweptRow.objects.count()) == (1, 1)
    assert (kept.is_current, kept.made_at) == (True, AT)
    (row,) = kept_rows(kept, Side.REGISTER, None)
    assert (row.ref, row.before, row.after) == (who.ref, Answer.NOT_MET, Answer.MET)
    assert kept_rows(kept, Side.REGISTER, (Answer.MET, Answer.NOT_MET)) == []


def test_drafts_of_the_askers_own_unit_stay_out_of_what_all_readers_see() -> None:
    who = good("Lù Văn Suối")
    batch = make.batch(BatchState.DRAFT)
    make.nomination(batch, State.DRAFT, person=who, award_code="BK_TTG", year=2023)
    both = actor(Role.SPECIALIST, Role.UNIT_OFFICER, unit=batch.unit)

    keep(both)

    kept = kept_sweep(OFFICE, LAW_2024)
    assert kept is not None
    assert kept.counted[Side.DOSSIERS].asked == 0


@pytest.mark.parametrize("subject", ["bar", "decision", "reading", "person", "something-new"])
def test_an_act_that_may_touch_the_register_makes_a_result_old(subject: str) -> None:
    before = stamp_now()
    told_of(subject)

    assert stamp_now() != before


@pytest.mark.parametrize("subject", ["account", "article", "job", "sweep"])
def test_an_act_that_cannot_leaves_it_new(subject: str) -> None:
    before = stamp_now()
    told_of(subject)

    assert stamp_now() == before
