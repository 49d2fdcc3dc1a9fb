"""Acting on the rows of a list that were ticked, on the pages of the office."""

from typing import Any

import pytest
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.models import Account
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation
from bangvang.web.office.tests.test_appraisal_pages import press, signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def said(answer: Any) -> str:
    words: str = answer.content.decode().replace("\u00a0", " ")
    return words


def test_rows_are_ticked_seen_beforehand_accepted_and_put_back() -> None:
    office = organisation("Phòng Thi đua")
    specialist = signed_in("chuyenvien", Role.SPECIALIST, office)
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    rows = [
        make.nomination(handed_in, State.SUBMITTED, row=n, name=name, person=fighter(*years))
        for n, name, years in ((1, "Lù Văn Đủ", (2023, 2024, 2025)), (2, "Lù Văn Thiếu", (2024,)))
    ]
    press(specialist, "take_up", handed_in.ref)
    page = reverse("office:batch", args=[handed_in.ref])

    assert "Chuyển người thẩm định" not in text(specialist, page)
    narrowed = text(specialist, f"{page}?ket-qua=JUDGEMENT&chon=tat-ca")
    assert "Lù Văn Thiếu" not in narrowed
    assert f'value="{rows[0].ref}:2" checked' in narrowed
    ticked = {"viec": "ACCEPT", "dong": [f"{row.ref}:2" for row in rows]}
    plan = specialist.post(reverse("office:choose_rows", args=[handed_in.ref]), ticked)
    assert plan.status_code == 200
    assert "Để nguyên" in said(plan)
    assert "Chấp nhận 1 dòng" in said(plan)
    assert Nomination.objects.filter(state=State.CHECKED).count() == 2

    do = reverse("office:act_in_bulk", args=[handed_in.ref])
    shown = specialist.post(do, {**ticked, "reason": "Nổi bật trong khối."}, follow=True)
    assert "1 dòng" in said(shown)
    assert "Rút lại 1 dòng" in said(shown)
    act = shown.redirect_chain[-1][0]
    assert act in text(specialist, page)
    other = signed_in("khac", Role.SPECIALIST, office)
    assert "Rút lại 1 dòng" not in text(other, act)
    assert other.post(f"{act}rut/").status_code == 422
    back = specialist.post(f"{act}rut/", follow=True)
    assert "Đã rút lại 1 dòng" in said(back)
    assert Nomination.objects.filter(state=State.CHECKED).count() == 2


def test_bad_input_is_answered_and_the_head_hands_over() -> None:
    office = organisation("Phòng Thi đua")
    specialist = signed_in("chuyenvien", Role.SPECIALIST, office)
    head = signed_in("truongphong", Role.OFFICE_HEAD, office)
    inspector = signed_in("thanhtra", Role.INSPECTOR, office)
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    row = make.nomination(handed_in, State.SUBMITTED, person=fighter(2024))
    press(specialist, "take_up", handed_in.ref)
    choose = reverse("office:choose_rows", args=[handed_in.ref])
    do = reverse("office:act_in_bulk", args=[handed_in.ref])
    ticked = {"viec": "RETURN", "dong": f"{row.ref}:2"}

    assert "Chưa chọn dòng nào" in said(specialist.post(choose, {"viec": "ACCEPT"}))
    assert "Chưa chọn dòng nào" in said(specialist.post(choose, {"viec": "ACCEPT", "dong": "x"}))
    assert specialist.post(choose, {"viec": "khong-co"}).status_code == 404
    assert specialist.post(choose, {**ticked, "viec": "HAND_OVER"}).status_code == 422
    assert inspector.post(choose, ticked).status_code == 403
    assert "checkbox" not in text(inspector, reverse("office:batch", args=[handed_in.ref]))
    refused = specialist.post(do, ticked)
    assert (refused.status_code, "Cần ghi lý do" in said(refused)) == (422, True)
    compared = specialist.post(choose, {**ticked, "viec": "compare"})
    assert compared["Location"] == f"{reverse('office:compare')}?chon={row.ref}"

    ticked = {"viec": "HAND_OVER", "dong": f"{row.ref}:2", "reason": "Chia việc."}
    assert "Chọn chuyên viên" in said(head.post(do, ticked))
    officer = Account.objects.get(username="chuyenvien").ref
    again = head.post(do, {**ticked, "officer": officer}, follow=True)
    assert "Dòng đang ở chính người này" in said(again)


def test_rows_are_shared_out_evenly_and_the_head_may_say_otherwise() -> None:
    office = organisation("Phòng Thi đua")
    specialist = signed_in("chuyenvien", Role.SPECIALIST, office)
    signed_in("khac", Role.SPECIALIST, office)
    head = signed_in("truongphong", Role.OFFICE_HEAD, office)
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    rows = [make.nomination(handed_in, State.SUBMITTED)]
    rows += [make.nomination(handed_in, State.SUBMITTED, row=2, name="Lù Văn Hai")]
    press(specialist, "take_up", handed_in.ref)
    by = {one.username: one.ref for one in Account.objects.all()}
    ticked = {"viec": "HAND_OVER", "dong": [f"{row.ref}:2" for row in rows], "officer": "chia-deu"}

    plan = said(head.post(reverse("office:choose_rows", args=[handed_in.ref]), ticked))
    assert plan.count(f'<option value="{by["khac"]}" selected>') == 1
    assert plan.count(f'<option value="{by["chuyenvien"]}" selected>') == 1

    otherwise = {f"cho-{row.ref}": by["khac"] for row in rows}
    do = reverse("office:act_in_bulk", args=[handed_in.ref])
    head.post(do, {**ticked, **otherwise, "reason": "Chia việc."})
    holders = set(Nomination.objects.values_list("holder", flat=True))
    assert holders == {"Lù Thị Khac"}
    assert "Lù Văn Hai" in text(specialist, reverse("office:batch", args=[handed_in.ref]))
