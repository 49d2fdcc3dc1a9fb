"""Answers to the law's questions: who may give them when, in which form, on what paper."""

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.actions.state_facts import Stated, state_facts
from bangvang.nominations.models import Nomination, StatedFact
from bangvang.nominations.selectors.stated import facts_of_rows, stated_about
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

YES = {"CHIEN_DAU": Stated(value=True, source="Quyết định 5/QĐ-BCHQS")}


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế")


@pytest.fixture
def officer(unit: Organisation) -> Actor:
    return actor(Role.UNIT_OFFICER, unit=unit)


@pytest.fixture
def draft(unit: Organisation) -> Nomination:
    return make.nomination(make.batch(BatchState.DRAFT, unit=unit), State.DRAFT)


def refusal(
    row: Nomination, who: Actor, answers: dict[str, Stated], *, version: int | None = None
) -> str:
    with pytest.raises(Refused) as caught:
        state_facts(row.ref, answers, version=version or row.version, actor=who, at=AT)
    return caught.value.objection.code


def test_the_unit_answers_on_its_draft_and_the_entry_says_what(
    draft: Nomination, officer: Actor
) -> None:
    assert state_facts(draft.ref, YES, version=draft.version, actor=officer, at=AT) == 1

    draft.refresh_from_db()
    assert draft.version == 2
    assert facts_of_rows([draft.pk]) == {draft.pk: {"CHIEN_DAU": True}}
    (line,) = entries_about(("nomination", draft.ref))
    assert line.verb == "state_facts"
    assert line.said.startswith("Ghi dữ kiện: ")
    assert line.said.endswith(" có")


def test_the_newest_answer_holds_and_one_can_be_taken_back(
    draft: Nomination, officer: Actor
) -> None:
    for version, value in enumerate((True, False, None), 1):
        answers = {"CHIEN_DAU": Stated(value, "" if value is None else "Biên bản")}
        state_facts(draft.ref, answers, version=version, actor=officer, at=AT)

    assert facts_of_rows([draft.pk]) == {draft.pk: {}}
    assert stated_about(draft.ref)["CHIEN_DAU"].value is None
    assert StatedFact.objects.count() == 3


def test_an_answer_that_holds_already_changes_nothing(draft: Nomination, officer: Actor) -> None:
    state_facts(draft.ref, YES, version=1, actor=officer, at=AT)

    assert state_facts(draft.ref, YES, version=2, actor=officer, at=AT) == 0
    assert StatedFact.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"CHIEN_DAU": Stated(value=True)}, "NO_SOURCE"),
        ({"CHIEN_DAU": Stated(value=True, source="  ")}, "NO_SOURCE"),
        ({"CHIEN_DAU": Stated(value=3, source="Biên bản")}, "WRONG_ANSWER"),
        ({"NOBODY_ASKS": Stated(value=True, source="Biên bản")}, "NO_SUCH_QUESTION"),
    ],
)
def test_a_wrong_answer_is_refused(
    draft: Nomination, officer: Actor, answers: dict[str, Stated], code: str
) -> None:
    assert refusal(draft, officer, answers) == code
    assert not StatedFact.objects.exists()


def test_whoever_answers_second_is_refused(draft: Nomination, officer: Actor) -> None:
    state_facts(draft.ref, YES, version=1, actor=officer, at=AT)

    no = {"CHIEN_DAU": Stated(value=False, source="Biên bản")}
    assert refusal(draft, officer, no, version=1) == "STALE"


def test_another_unit_does_not_see_the_row(draft: Nomination) -> None:
    stranger = actor(Role.UNIT_OFFICER, unit=organisation("Sở Xây dựng"))

    with pytest.raises(Unseen):
        state_facts(draft.ref, YES, version=1, actor=stranger, at=AT)


def test_a_row_at_the_office_is_the_offices(unit: Organisation, officer: Actor) -> None:
    handed_in = make.batch(BatchState.SUBMITTED, unit=unit)
    waiting = make.nomination(handed_in, State.SUBMITTED, row=1)
    checked = make.nomination(handed_in, State.CHECKED, row=2)
    returned = make.nomination(handed_in, State.RETURNED, row=3)
    specialist = actor(Role.SPECIALIST)

    assert refusal(waiting, officer, YES) == "NOT_NOW_STATED"
    assert refusal(waiting, specialist, YES) == "NOT_NOW_STATED"
    assert refusal(checked, officer, YES) == "NOT_NOW_STATED"
    assert refusal(returned, specialist, YES) == "NOT_YOUR_UNIT"
    assert state_facts(checked.ref, YES, version=1, actor=specialist, at=AT) == 1
    assert state_facts(returned.ref, YES, version=1, actor=officer, at=AT) == 1
