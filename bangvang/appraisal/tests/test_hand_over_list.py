"""The head hands a list under appraisal from one officer to another."""

from typing import Any

import pytest

from bangvang.appraisal.actions.hand_over_list import hand_over_list
from bangvang.appraisal.permissions.charges import Officer
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.models import Batch
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make

pytestmark = pytest.mark.django_db

BOSS = actor(Role.OFFICE_HEAD, ref="boss")
RUONG = Officer(actor(Role.SPECIALIST, ref="ruong", name="Trần Văn Ruộng"))
SUOI = Officer(actor(Role.SPECIALIST, ref="suoi", name="Lù Thị Suối"))


@pytest.fixture
def taken_up() -> Batch:
    made = make.batch(BatchState.SUBMITTED)
    made.holder, made.holder_ref = RUONG.actor.name, RUONG.ref
    made.save()
    make.nomination(made, State.CHECKED, holder=RUONG.actor.name)
    make.nomination(made, State.RETURNED, row=2, name="Tẩn Văn Sương", holder="Sở Y tế")
    return made


def refused(batch: Batch, to: Officer = SUOI, **how: Any) -> str:
    said: dict[str, Any] = {"reason": "Nghỉ phép.", "version": 1, "actor": BOSS, "at": AT} | how
    with pytest.raises(Refused) as caught:
        hand_over_list(batch.ref, to, **said)
    return caught.value.objection.code


def test_rows_under_appraisal_go_over_with_the_list_and_it_is_written_down(taken_up: Batch) -> None:
    count = hand_over_list(taken_up.ref, SUOI, " Nghỉ phép. ", version=1, actor=BOSS, at=AT)

    taken_up.refresh_from_db()
    holders = list(taken_up.nominations.order_by("source_row").values_list("holder", "version"))
    assert (count, taken_up.holder, taken_up.holder_ref) == (1, "Lù Thị Suối", "suoi")
    assert holders == [("Lù Thị Suối", 2), ("Sở Y tế", 1)]
    said = [entry.said for entry in entries_about(("batch", taken_up.ref))]
    assert said == ["Chuyển từ Trần Văn Ruộng sang Lù Thị Suối, 1 dòng đang thẩm định: Nghỉ phép."]
    assert refused(taken_up, RUONG) == "STALE"


def test_every_refusal(taken_up: Batch) -> None:
    serving = Officer(SUOI.actor, frozenset({taken_up.unit.ref}))

    assert refused(taken_up, actor=RUONG.actor) == "NOT_OFFICE_HEAD"
    assert refused(taken_up, Officer(BOSS)) == "NOT_A_SPECIALIST"
    assert refused(taken_up, serving) == "SERVES_THE_UNIT"
    assert refused(taken_up, RUONG) == "HELD_ALREADY"
    assert refused(taken_up, reason=" ") == "NO_REASON"
    with pytest.raises(Unseen):
        hand_over_list("x", SUOI, "Vì.", version=1, actor=BOSS, at=AT)
    taken_up.nominations.update(state=State.APPRAISED)
    assert refused(taken_up) == "NOT_TAKEN_UP"
