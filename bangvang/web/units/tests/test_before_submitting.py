"""What the head reads before handing a list in."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import awards, organisation, person

pytestmark = pytest.mark.django_db


def test_the_head_sees_findings_by_award_and_who_is_proposed(
    client: Client, settings: Settings
) -> None:
    settings.BANGVANG_DAY = DAY
    unit = organisation("Ủy ban nhân dân xã Suối Mây")
    batch = make.batch(BatchState.WITH_HEAD, unit=unit, with_papers=True)
    whom = person(unit=unit)
    awards(whom, code="CSTDCS")
    make.nomination(batch, person=whom)
    make.nomination(batch, row=2, name="Lù Văn Bậc Thang", award_code="BK_TINH")
    Nomination.objects.filter(source_row=2).update(sex="M")
    make.nomination(batch, State.WITHDRAWN, row=3, name="Hoàng Thị Đã Rút", award_code="HCLD3")
    client.force_login(
        account("thutruong", Role.UNIT_HEAD, unit=unit),
        backend="bangvang.accounts.backend.AccountBackend",
    )

    answer = client.get(reverse("units:submit", args=[batch.ref]))

    said = answer.content.decode().replace("\u00a0", " ")
    assert answer.status_code == 200
    assert "Chiến sĩ thi đua cấp tỉnh năm 2025" in said
    assert "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm 2025" in said
    assert "Huân chương" not in said
    assert "1 trong 2 người đã rõ (50 %)" in said
    assert "chưa có dữ liệu" in said
    tallies = answer.context["tallies"]
    assert [one.met + one.judged + one.open + one.not_met for one in tallies] == [1, 1]


def test_the_answer_of_whom_the_register_has_elsewhere_is_not_counted(
    client: Client, settings: Settings
) -> None:
    settings.BANGVANG_DAY = DAY
    unit = organisation("Ủy ban nhân dân xã Suối Mây")
    whom = fighter(2023, 2024, 2025)
    batch = make.batch(BatchState.WITH_HEAD, unit=unit, with_papers=True)
    make.nomination(batch, person=whom)
    client.force_login(
        account("thutruong", Role.UNIT_HEAD, unit=unit),
        backend="bangvang.accounts.backend.AccountBackend",
    )
    there = reverse("units:submit", args=[batch.ref])

    (elsewhere,) = client.get(there).context["tallies"]
    type(whom).objects.filter(pk=whom.pk).update(organisation=unit)
    (own,) = client.get(there).context["tallies"]

    assert (elsewhere.open, elsewhere.judged) == (1, 0)
    assert (own.open, own.judged) == (0, 1)
