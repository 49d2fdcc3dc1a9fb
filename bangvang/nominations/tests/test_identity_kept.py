"""A number that came in with a list is kept sealed; a merged person's old name is still known."""

from datetime import date

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.actions.save_drafts import save_drafts
from bangvang.nominations.models import Nomination, Round
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.nominations.tests.test_upload import kept, preview, sheet
from bangvang.registry.actions.confirm_merge import confirm_merge
from bangvang.registry.actions.propose_merge import propose_merge
from bangvang.registry.actions.reveal_identity_number import reveal_identity_number
from bangvang.registry.actions.undo_merge import undo_merge
from bangvang.registry.models import IdentityNumber, Merge, Organisation, Person
from bangvang.registry.selectors.joining import compared
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.states import HolderKind
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

NUMBER = "099000000456"
SPECIALIST = actor(Role.SPECIALIST, name="Lù Văn Suối")
HEAD = actor(Role.OFFICE_HEAD, ref="head", name="Giàng A Núi")


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def officer(unit: Organisation) -> Actor:
    return actor(Role.UNIT_OFFICER, unit=unit, name="Lê Thị Chè Xanh")


@pytest.fixture
def in_round() -> Round:
    return make.round_()


def merged(kept_one: Person, other: Person) -> None:
    ref = propose_merge(
        kept_one.ref, other.ref, of=HolderKind.PERSON, reason="Một người", chosen={},
        seen=compared(HolderKind.PERSON, kept_one, other).fingerprint, actor=SPECIALIST, at=AT,
    )  # fmt: skip
    confirm_merge(ref, version=1, actor=HEAD, at=AT)


def test_a_number_of_a_list_is_sealed_with_the_draft_and_stands_nowhere_in_the_open(
    unit: Organisation, officer: Actor, in_round: Round
) -> None:
    known = person(
        "Vàng Thị Lúa Chín", unit=unit, identity_digest=digest_of_identity_number(NUMBER)
    )
    ref = kept(sheet(("Vàng Thị Lúa Chín", "12/6/1985", NUMBER)), officer, in_round)
    assert not IdentityNumber.objects.exists()

    save_drafts(ref, leave_out_bad=False, actor=officer, at=AT)

    assert IdentityNumber.objects.get().digest == Nomination.objects.get().identity_digest
    assert reveal_identity_number(known.ref, "Đối chiếu", actor=HEAD, at=AT) == NUMBER
    for rows in (Nomination, Person, IdentityNumber, Entry):
        assert NUMBER not in str(list(rows._base_manager.values()))


def test_a_list_that_names_the_merged_record_means_the_kept_one(
    unit: Organisation, officer: Actor, in_round: Round
) -> None:
    first = person("Vàng Thị Lúa Chín", unit=unit, birth_on=date(1985, 6, 12))
    second = person("Vàng Thị Lúa Nương", unit=unit, birth_on=None, birth_year=1985)
    merged(first, second)

    ref = kept(
        sheet(("Vàng Thị Lúa Nương", "1985"), ("Vàng Thị Lúa Chín", "12/6/1985")),
        officer,
        in_round,
    )

    rows = preview(ref).rows
    assert [row.person_ref for row in rows] == [first.ref, first.ref]
    assert rows[1].blocking[0].code == "TWICE_IN_LIST"


def test_two_open_nominations_for_one_award_stop_a_merge(unit: Organisation) -> None:
    first, second = (person("Vàng Thị Lúa Chín", unit=unit) for _ in range(2))
    batch = make.batch(BatchState.SUBMITTED, unit=unit)
    for row, one in enumerate((first, second), 1):
        make.nomination(batch, State.SUBMITTED, row=row, person=one)

    with pytest.raises(Refused) as refused:
        merged(first, second)

    assert refused.value.objection.code == "ROWS_CLASH"
    assert "cùng có đề nghị đang mở" in refused.value.objection.sentence


def test_nominations_follow_a_merge_and_come_back(unit: Organisation) -> None:
    first, second = (person("Vàng Thị Lúa Chín", unit=unit) for _ in range(2))
    batch = make.batch(BatchState.SUBMITTED, unit=unit)
    over = make.nomination(batch, State.VOTED_AGAINST, row=1, person=first)
    open_ = make.nomination(batch, State.SUBMITTED, row=2, person=second)

    merged(first, second)
    assert {row.person_id for row in Nomination.objects.all()} == {first.pk}
    undo_merge(Merge.objects.get().ref, "Nhầm", version=2, actor=HEAD, at=AT)

    over.refresh_from_db()
    open_.refresh_from_db()
    assert (over.person, open_.person) == (first, second)
