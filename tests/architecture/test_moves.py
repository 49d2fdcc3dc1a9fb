"""Every act on a list and its rows × every role × every state, against one table (`moves.txt`)."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.check_again import check_again
from bangvang.appraisal.actions.decide_overrule import decide_overrule
from bangvang.appraisal.actions.decline import decline
from bangvang.appraisal.actions.link_person import link_person
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.release import release
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.actions.answer_remarks import answer_remarks
from bangvang.nominations.actions.complete_row import complete_row
from bangvang.nominations.actions.discard_batch import discard_batch
from bangvang.nominations.actions.gather_rows import gather_rows
from bangvang.nominations.actions.hand_back import hand_back
from bangvang.nominations.actions.hand_to_head import hand_to_head
from bangvang.nominations.actions.recall_batch import recall_batch
from bangvang.nominations.actions.resubmit import resubmit
from bangvang.nominations.actions.return_lower_list import return_lower_list
from bangvang.nominations.actions.return_lower_row import return_lower_row
from bangvang.nominations.actions.send_up import send_up
from bangvang.nominations.actions.split_off import split_off
from bangvang.nominations.actions.state_facts import state_facts
from bangvang.nominations.actions.submit_batch import submit_batch
from bangvang.nominations.actions.withdraw import withdraw
from bangvang.nominations.models import Batch, Nomination, Remark, Returned
from bangvang.nominations.models.nominations import Identity
from bangvang.nominations.states import BatchState, RemarkPart, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

TABLE = Path(__file__).with_name("moves.txt")
COMMUNE = "Ủy ban nhân dân xã Bát Xát"
WHY = "Lý do ghi trong công văn."
UNIT_ROLES = (Role.UNIT_OFFICER, Role.UNIT_HEAD)
LISTED = {
    State.DRAFT: BatchState.DRAFT,
    State.SENT_UP: BatchState.AT_SUPERIOR,
    State.SENT_BACK: BatchState.AT_SUPERIOR,
    State.GATHERED: BatchState.DRAFT,
}
"""Where the list of a row is that was not handed in to the office."""

Act = Callable[[Any, Actor], object]


def asked_about(row: Nomination) -> str:
    """Return a remark to the row that nobody has answered."""
    returned = Returned.objects.create(nomination=row, returned_at=AT, content={})
    return Remark.objects.create(returned=returned, part=RemarkPart.PAPERS, words=WHY).ref


def answer(row: Nomination, who: Actor) -> None:
    """Answer what the office asked."""
    said = {asked_about(row): WHY}
    answer_remarks(row.ref, said, version=row.version, actor=who, at=AT)


def resubmit_unanswered(row: Nomination, who: Actor) -> None:
    """Hand the row in again with a remark left open."""
    asked_about(row)
    resubmit(row.ref, version=row.version, actor=who, at=AT)


def send_up_by_a_route(batch: Batch, who: Actor) -> None:
    """Hand the list in to a superior, as a confirmed paper says."""
    make.route(Organisation.objects.get(name=COMMUNE), branch=batch.unit)
    send_up(batch.ref, version=batch.version, actor=who, at=AT)


ROW_ACTS: dict[str, Act] = {
    "state_facts": lambda row, who: state_facts(row.ref, {}, version=row.version, actor=who, at=AT),
    "complete_row": lambda row, who: complete_row(
        row.ref, WHY, version=row.version, actor=who, at=AT
    ),
    "answer_remarks": answer,
    "resubmit_unanswered": resubmit_unanswered,
    "resubmit": lambda row, who: resubmit(row.ref, version=row.version, actor=who, at=AT),
    "withdraw": lambda row, who: withdraw(row.ref, WHY, actor=who, at=AT),
    "check_again": lambda row, who: check_again(row.ref, actor=who, at=AT),
    "link_person": lambda row, who: link_person(
        row.ref, row.person.ref, WHY, version=row.version, actor=who, at=AT
    ),
    "accept": lambda row, who: accept(row.ref, WHY, version=row.version, actor=who, at=AT),
    "return_row": lambda row, who: return_row(row.ref, WHY, version=row.version, actor=who, at=AT),
    "propose_overrule": lambda row, who: propose_overrule(
        row.ref, WHY, version=row.version, actor=who, at=AT
    ),
    "confirm_overrule": lambda row, who: decide_overrule(
        row.ref, agree=True, reason=WHY, version=row.version, actor=who, at=AT
    ),
    "reject_overrule": lambda row, who: decide_overrule(
        row.ref, agree=False, reason=WHY, version=row.version, actor=who, at=AT
    ),
    "decline": lambda row, who: decline(row.ref, WHY, version=row.version, actor=who, at=AT),
}
ON_REFUSED = frozenset({"propose_overrule", "confirm_overrule", "reject_overrule"})
"""Acts on a row that the law finds not met; all others are tried on one that it leaves open."""

LIST_ACTS: dict[str, Act] = {
    "hand_to_head": lambda batch, who: hand_to_head(
        batch.ref, version=batch.version, actor=who, at=AT
    ),
    "discard_batch": lambda batch, who: discard_batch(
        batch.ref, version=batch.version, actor=who, at=AT
    ),
    "hand_back": lambda batch, who: hand_back(
        batch.ref, WHY, version=batch.version, actor=who, at=AT
    ),
    "submit_batch": lambda batch, who: submit_batch(
        batch.ref, version=batch.version, actor=who, at=AT
    ),
    "send_up": send_up_by_a_route,
    "recall_batch": lambda batch, who: recall_batch(
        batch.ref, WHY, version=batch.version, actor=who, at=AT
    ),
    "take_up": lambda batch, who: take_up(batch.ref, actor=who, at=AT),
    "release": lambda batch, who: release(batch.ref, actor=who, at=AT),
}


SUPERIOR_ACTS: dict[str, Act] = {
    "gather_rows": lambda row, who: gather_rows(
        {row.ref: row.version}, into="", version=0, actor=who, at=AT
    ),
    "split_off": lambda row, who: split_off(
        row.batch.ref, {row.ref: row.version}, version=row.batch.version, actor=who, at=AT
    ),
    "return_lower_row": lambda row, who: return_lower_row(
        row.ref, WHY, version=row.version, actor=who, at=AT
    ),
    "return_lower_list": lambda row, who: return_lower_list(
        (row.origin or row.batch).ref,
        WHY,
        version=(row.origin or row.batch).version,
        actor=who,
        at=AT,
    ),
}
"""What officer and head of a superior do with what lower units sent up."""


def table() -> dict[str, frozenset[tuple[str, str]]]:
    """Return for each act the states with the roles for whom it is done there."""
    rows: dict[str, frozenset[tuple[str, str]]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            (act,), states, roles = (part.split() for part in line.split("|"))
            rows[act] = rows.get(act, frozenset()) | frozenset(product(states, roles))
    return rows


def everybody(unit: Organisation) -> Iterator[Actor]:
    """Yield an actor in each role alone; those of a unit for the unit of the list."""
    for role in Role:
        yield actor(
            role, unit=unit if role in UNIT_ROLES else None, ref=role.value, name=role.value
        )


def is_done(act: Callable[[], object]) -> bool:
    """Tell whether the act is allowed, and leave everything as it was."""
    with transaction.atomic():
        try:
            act()
        except (Refused, Unseen):
            return False
        finally:
            transaction.set_rollback(True)
    return True


def row_appraised(unit: Organisation, *, is_refused: bool) -> Nomination:
    """Return a row that the law was asked about: met but for a judgement, or not met."""
    number = Batch.objects.count() + 1
    in_round = make.round_(f"Đợt {number}")
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=in_round, number=number)
    who = fighter(2023, 2024, *([] if is_refused else [2025]))
    row = make.nomination(batch, State.SUBMITTED, person=who, name=who.full_name)
    take_up(batch.ref, actor=actor(Role.SPECIALIST), at=AT)
    row.refresh_from_db()
    if is_refused:
        propose_overrule(row.ref, WHY, version=row.version, actor=actor(Role.SPECIALIST), at=AT)
        row.refresh_from_db()
    return row


def possible(act: Act, subject: Any, unit: Organisation) -> Iterator[tuple[str, str]]:
    """Yield the state with each role for whom the act is done."""
    for who in everybody(unit):
        if is_done(partial(act, subject, who)):
            yield str(subject.state), who.name


def at_superior(batch_id: int, state: BatchState) -> None:
    """Put a list into a state; one at a superior is at the commune."""
    superior = Organisation.objects.filter(name=COMMUNE).first() or organisation(COMMUNE)
    Batch.objects.filter(pk=batch_id).update(state=state, superior=superior, sent_up_at=AT)


def lower_list(superior: Organisation) -> Batch:
    """Return a list of a school that waits at its superior."""
    batch = make.batch(unit=organisation("Trường số 1"), in_round=make.round_("Đợt khác"))
    Batch.objects.filter(pk=batch.pk).update(
        state=BatchState.AT_SUPERIOR, superior=superior, sent_up_at=AT
    )
    return Batch.objects.get(pk=batch.pk)


def in_state(row: Nomination, state: State, *, is_open: bool = False) -> Nomination:
    """Put the row, and its list, where it would be; open: it has to be said who it is.

    A gathered row is in a draft of the list's unit, and comes from another list.
    """
    listed = LISTED.get(state, BatchState.SUBMITTED)
    at_superior(row.batch_id, listed)
    identity = Identity.OPEN if is_open else Identity.LINKED
    lower = Batch.objects.exclude(pk=row.batch_id).filter(state=BatchState.AT_SUPERIOR).first()
    origin: dict[str, Any] = {"origin": None, "origin_row": None}
    if state is State.GATHERED:
        origin = {"origin": lower or lower_list(row.batch.unit), "origin_row": 1}
    Nomination.objects.filter(pk=row.pk).update(state=state, reply=WHY, identity=identity, **origin)
    return Nomination.objects.get(pk=row.pk)


def test_every_act_on_a_row_by_every_role_in_every_state() -> None:
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    rows = {refused: row_appraised(unit, is_refused=refused) for refused in (False, True)}
    expected = table()
    for name, act in ROW_ACTS.items():
        found = set()
        for state in State:
            row = in_state(rows[name in ON_REFUSED], state, is_open=name == "link_person")
            found |= set(possible(act, row, unit))
        assert found == expected[name], name


def test_every_act_on_a_list_by_every_role_in_every_state() -> None:
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    batch = make.batch(BatchState.SUBMITTED, unit=unit, with_papers=True)
    row = make.nomination(batch, State.SUBMITTED)
    expected = table()
    for name, act in LIST_ACTS.items():
        found = set()
        for state in BatchState:
            at_superior(batch.pk, state)
            before = state in (BatchState.DRAFT, BatchState.WITH_HEAD)
            then = State.DRAFT if before else State.SUBMITTED
            then = State.SENT_UP if state is BatchState.AT_SUPERIOR else then
            then = State.APPRAISED if name == "release" else then
            Nomination.objects.filter(pk=row.pk).update(state=then)
            found |= set(possible(act, Batch.objects.get(pk=batch.pk), unit))
        assert found == expected[name], name


def test_every_act_of_a_superior_by_every_role_in_every_state() -> None:
    superior = organisation(COMMUNE)
    lower = lower_list(superior)
    row = make.nomination(lower, State.SENT_UP)
    own = make.batch(unit=superior, in_round=lower.round)
    expected = table()
    for name, act in SUPERIOR_ACTS.items():
        found = set()
        for state in State:
            gathered = {"batch": own, "origin": lower, "origin_row": 1}
            waiting = {"batch": lower, "origin": None, "origin_row": None}
            here = gathered if state is State.GATHERED else waiting
            Nomination.objects.filter(pk=row.pk).update(state=state, **here)
            is_up = state in LISTED and state is not State.DRAFT
            listed = BatchState.AT_SUPERIOR if is_up else BatchState.DRAFT
            Batch.objects.filter(pk=lower.pk).update(state=listed)
            found |= set(possible(act, Nomination.objects.get(pk=row.pk), superior))
        assert found == expected[name], name


def test_the_table_names_no_act_that_is_not_tried() -> None:
    assert set(table()) == {*ROW_ACTS, *LIST_ACTS, *SUPERIOR_ACTS}


def test_a_unit_acts_on_nothing_of_another_unit() -> None:
    unit, other = organisation("Sở Y tế tỉnh Lào Cai"), organisation("Sở Xây dựng")
    row = row_appraised(unit, is_refused=False)
    for state in State:
        placed = in_state(row, state)
        for role in UNIT_ROLES:
            who = actor(role, unit=other)
            assert not [n for n, act in ROW_ACTS.items() if is_done(partial(act, placed, who))]
            on_list = [
                n for n, act in LIST_ACTS.items() if is_done(partial(act, placed.batch, who))
            ]
            assert not on_list
