"""What a unit handed in before it merged: the heir reads it and changes nothing."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.nominations.actions.complete_row import complete_row
from bangvang.nominations.actions.withdraw import withdraw as withdraw_row
from bangvang.nominations.selectors.batches import batches_for
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.selectors.paper_files import paper_file_for
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.selectors.taken_over import units_taken_over
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.test_bodies import confirm, merge, split, withdraw

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def before() -> Any:
    return organisation("Sở Kế hoạch")


@pytest.fixture
def heir() -> Any:
    return organisation("Sở Tài chính")


@pytest.fixture
def handed_in(before: Any) -> Any:
    made = make.batch(BatchState.SUBMITTED, unit=before, with_papers=True)
    make.nomination(made, State.RETURNED)
    make.batch(unit=before, in_round=made.round)
    return made


def signed_in(unit: Any, role: Role = Role.UNIT_HEAD) -> Client:
    client = Client()
    who = account(f"{role.value.lower()}-{unit.pk}", role, unit=unit)
    client.force_login(who, backend=BACKEND)
    return client


def text(client: Client, name: str, *args: str, status: int = 200) -> str:
    answer = client.get(reverse(f"units:{name}", args=args))
    assert answer.status_code == status
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def test_the_heir_reads_what_was_handed_in_and_whose_it_was(
    before: Any, heir: Any, handed_in: Any
) -> None:
    row = handed_in.nominations.get()
    head = signed_in(heir)
    assert text(head, "batch", handed_in.ref, status=404)

    confirm(merge(before, into=heir))

    listed = text(head, "batches")
    assert "của Sở Kế hoạch, nay đã sáp nhập; chỉ xem" in listed
    assert listed.count("người</a>") == 1
    assert "Danh sách do Sở Kế hoạch nộp" in text(head, "batch", handed_in.ref)
    assert "mở dòng đó để xem lý do và nộp lại" not in text(head, "batch", handed_in.ref)
    assert "Danh sách do Sở Kế hoạch nộp" in text(head, "nomination", row.ref)
    assert "Đã nộp, đang ở nơi khác" in text(head, "today")
    paper = handed_in.attachments.first()
    assert paper_file_for(actor(Role.UNIT_OFFICER, unit=heir), paper.ref)[1] == "giay.pdf"


def test_the_heir_is_offered_and_allowed_no_change(before: Any, heir: Any, handed_in: Any) -> None:
    row = handed_in.nominations.get()
    confirm(merge(before, into=heir))
    head = signed_in(heir)

    shown = text(head, "nomination", row.ref)
    for word in ("Lưu nội dung bổ sung", "Rút đề nghị", "Ghi dữ kiện"):
        assert word not in shown
    assert "Không có việc nào đang chờ" in text(head, "today")
    by = actor(Role.UNIT_HEAD, Role.UNIT_OFFICER, unit=heir, ref="heir")
    with pytest.raises(Refused) as refused:
        complete_row(row.ref, "Đã bổ sung", version=row.version, actor=by, at=AT)
    assert refused.value.objection.code == "NOT_YOUR_UNIT"
    with pytest.raises(Refused) as refused:
        withdraw_row(row.ref, "Thôi", actor=by, at=AT)
    assert refused.value.objection.code == "NOT_YOUR_UNIT"


def test_heirs_of_a_split_and_everybody_else_see_nothing(
    before: Any, heir: Any, handed_in: Any
) -> None:
    other = organisation("Sở Khác")
    confirm(split(before, heir, other))

    for unit in (heir, other):
        by = actor(Role.UNIT_OFFICER, unit=unit)
        assert batches_for(by) == []
        assert nominations_for(by) == []
        assert not units_taken_over(unit.ref)


def test_what_waits_or_was_withdrawn_hands_nothing_over(
    before: Any, heir: Any, handed_in: Any
) -> None:
    by = actor(Role.UNIT_OFFICER, unit=heir)
    event = merge(before, into=heir)
    assert batches_for(by) == []
    confirm(event)
    assert len(batches_for(by)) == 1
    withdraw(event)
    assert batches_for(by) == []


def test_what_an_heir_had_taken_over_goes_on_with_it(before: Any, heir: Any) -> None:
    last = organisation("Sở Kinh tế")
    confirm(merge(before, into=heir))
    confirm(merge(heir, into=last))

    assert set(units_taken_over(last.ref)) == {before.pk, heir.pk}
    assert set(units_taken_over(heir.ref)) == {before.pk}


def test_no_other_role_reads_it_by_its_unit(before: Any, heir: Any, handed_in: Any) -> None:
    confirm(merge(before, into=heir))

    assert batches_for(actor(Role.EDITOR, unit=heir)) == []
