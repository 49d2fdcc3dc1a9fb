"""Remarks on the pages: written by the office, answered by the unit, read with what changed."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.nominations.models import Nomination, Remark, Returned
from bangvang.nominations.states import BatchState, RemarkPart, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation
from bangvang.web.units.tests.test_pages import BACKEND, text

pytestmark = pytest.mark.django_db
ASKED = "Nêu số liệu năm 2025."


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


def signed_in(name: str, role: Role, place: Any) -> Client:
    client = Client()
    client.force_login(account(name, role, unit=place), backend=BACKEND)
    return client


@pytest.fixture
def officer(unit: Any) -> Client:
    return signed_in("donvi", Role.UNIT_OFFICER, unit)


@pytest.fixture
def specialist() -> Client:
    office = organisation("Phòng Thi đua, khen thưởng")
    return signed_in("chuyenvien", Role.SPECIALIST, office)


@pytest.fixture
def row(unit: Any) -> Nomination:
    batch = make.batch(BatchState.SUBMITTED, unit=unit)
    who = fighter(2023, 2024, 2025)
    made = make.nomination(batch, State.SUBMITTED, person=who, name=who.full_name)
    take_up(batch.ref, actor=actor(Role.SPECIALIST), at=AT)
    made.refresh_from_db()
    return made


@pytest.fixture
def returned(row: Nomination) -> Nomination:
    Nomination.objects.filter(pk=row.pk).update(state=State.RETURNED, reply="Đã bổ sung.")
    then = Returned.objects.create(
        nomination=row, returned_at=AT, content={"report": {}, "facts": {}, "papers": {"cu": "Cũ"}}
    )
    for part in (RemarkPart.MERITS, RemarkPart.PAPERS):
        Remark.objects.create(returned=then, part=part, words=ASKED)
    row.refresh_from_db()
    return row


def post(client: Client, name: str, ref: str, **data: Any) -> tuple[int, str]:
    answer = client.post(reverse(name, args=[ref]), data)
    return answer.status_code, answer.content.decode().replace("\u00a0", " ")


def test_the_office_writes_remarks_with_the_return(specialist: Client, row: Nomination) -> None:
    said = {"version": row.version, "reason": "Bổ sung.", "words_2": ASKED}

    assert "Nêu yêu cầu với từng phần" in text(
        specialist, reverse("office:return_row", args=[row.ref])
    )
    for wrong in ({"part_2": "KHONG_CO"}, {"words_2": "a" * 1001}, {"reason": " "}):
        status, page = post(specialist, "office:return_row", row.ref, **said | wrong)
        assert status == 422
        assert "Chưa gửi được" in page
        assert not Returned.objects.exists()
    assert post(specialist, "office:return_row", row.ref, **said, part_2="PAPERS")[0] == 302

    (kept,) = Remark.objects.all()
    assert (kept.part, kept.words, kept.answer) == (RemarkPart.PAPERS, ASKED, "")
    assert ASKED in text(specialist, reverse("office:nomination", args=[row.ref]))


def test_the_unit_answers_each_and_the_office_reads_it_with_what_changed(
    officer: Client, specialist: Client, unit: Any, returned: Nomination
) -> None:
    ref, version = returned.ref, returned.version
    head = signed_in("thutruong", Role.UNIT_HEAD, unit)
    here, there = (reverse(f"{door}:nomination", args=[ref]) for door in ("units", "office"))
    one, other = Remark.objects.order_by("pk")
    assert text(officer, here).count(ASKED) == 2

    status, page = post(officer, "units:answer_remarks", ref, version=version, **{one.ref: " "})
    assert (status, "Chưa ghi câu trả lời nào." in page) == (422, True)
    long = {one.ref: "a" * 2001}
    assert post(officer, "units:answer_remarks", ref, version=version, **long)[0] == 422
    assert post(officer, "units:answer_remarks", ref, **{one.ref: "Có"})[0] == 422
    first = {one.ref: "Đã nêu ở phần II."}
    assert post(officer, "units:answer_remarks", ref, version=version, **first)[0] == 302
    assert "Còn 1 yêu cầu chưa trả lời" in text(head, here)
    assert "Nộp lại dòng này" not in text(head, here)
    assert post(head, "units:resubmit", ref, version=version + 1)[0] == 422
    assert "Đã nêu ở phần II." not in text(specialist, there)
    assert "Đã thay đổi từ khi trả lại" not in text(specialist, there)

    # Another officer, who had the page open before, is told, keeps his words and reads the other's.
    second = {one.ref: "Khác", other.ref: "Đã kèm."}
    status, page = post(officer, "units:answer_remarks", ref, version=version, **second)
    assert status == 422
    for words in ("Người khác vừa lưu", "đã trả lời: Đã nêu ở phần II.", ">\nĐã kèm.</textarea>"):
        assert words in page
    last = {other.ref: "Đã kèm."}
    assert post(officer, "units:answer_remarks", ref, version=version + 1, **last)[0] == 302
    assert post(head, "units:resubmit", ref, version=version + 2)[0] == 302

    for said in (text(specialist, there), text(officer, here)):
        for words in ("Đã nêu ở phần II.", "Đã kèm.", "Đã thay đổi từ khi trả lại", "Cũ"):
            assert words in said
    assert post(officer, "units:answer_remarks", ref, version=version + 3, **last)[0] == 422


def test_others_see_no_remark_and_answer_none(returned: Nomination) -> None:
    address = reverse("units:nomination", args=[returned.ref])
    remark = Remark.objects.order_by("pk")[0]
    stranger = signed_in("nguoila", Role.UNIT_HEAD, organisation("Sở Gió Núi"))
    for client in (stranger, signed_in("thuky", Role.SECRETARY, organisation("Hội đồng"))):
        assert ASKED not in client.get(address, follow=True).content.decode()
        status, _ = post(client, "units:answer_remarks", returned.ref, version=1,
                         **{remark.ref: "Có"})  # fmt: skip
        assert status in (403, 404)
    member = signed_in("thanhvien", Role.MEMBER, organisation("Ban Dân vận"))
    for door in ("units", "office"):
        assert member.get(reverse(f"{door}:nomination", args=[returned.ref])).status_code != 200
    assert not Remark.objects.exclude(answer="").exists()
