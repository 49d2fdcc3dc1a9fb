"""Two readings hidden from each other, on every page that shows the row."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.appraisal.models import TwoReadings
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation
from bangvang.web.office.tests.test_appraisal_pages import press, signed_in, text

pytestmark = pytest.mark.django_db

SECRET = "Báo cáo chưa nêu phạm vi ảnh hưởng."
CHANGES = re.compile(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+|Nhật ký có \d+ mục')
"""Tokens, and how many entries the whole log has: any act of anybody adds one."""


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def pages(client: Client, row: Any) -> list[str]:
    """Return every page of the office that speaks of the row, without what changes anyway."""
    addresses = [
        reverse("office:nomination", args=[row.ref]),
        f"{reverse('office:nomination', args=[row.ref])}?luot={row.batch.ref}",
        reverse("office:batch", args=[row.batch.ref]),
        reverse("office:case_summary", args=[row.ref]),
        *(
            reverse(f"office:{name}")
            for name in ("today", "nominations", "batches", "two_readings")
        ),
        f"{reverse('office:search')}?q=pham+vi+anh+huong",
    ]
    return [CHANGES.sub("", client.get(address).content.decode()) for address in addresses]


def test_nothing_shows_a_reading_before_both_are_in() -> None:
    office = organisation("Phòng Thi đua")
    first, second, third = (
        signed_in(name, Role.SPECIALIST, office) for name in ("mot", "hai", "ba")
    )
    head = signed_in("truongphong", Role.OFFICE_HEAD, office)
    inspector = signed_in("thanhtra", Role.INSPECTOR, office)
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    row = make.nomination(handed_in, State.SUBMITTED, person=fighter(2023, 2024, 2025))
    press(first, "take_up", handed_in.ref)
    ask = reverse("office:ask_two_readings")
    assert first.post(ask, {"award_code": "CSTDT", "since": "2026-09-01"}).status_code == 403
    assert head.post(ask, {"award_code": "CSTDT"}).status_code == 422
    assert head.post(ask, {"award_code": "CSTDT", "since": "2026-09-01"}).status_code == 302
    assert head.post(ask, {"award_code": "CSTDT", "since": "2026-09-01"}).status_code == 422
    give = reverse("office:give_reading", args=[row.ref])
    others = (second, third, head, inspector)
    before = [pages(client, row) for client in others]

    assert "Ghi ý kiến độc lập" in before[0][0]
    assert "Ghi ý kiến thẩm định độc lập" in text(second, reverse("office:today"))
    assert first.post(give, {"verdict": "AGAINST"}).status_code == 422
    assert first.post(give, {"verdict": "AGAINST", "reason": SECRET}).status_code == 302
    assert [pages(client, row) for client in others] == before
    assert SECRET in pages(first, row)[0]
    audit = text(inspector, reverse("office:audit"))
    assert SECRET not in audit
    assert press(second, "accept", row.ref, version=2, reason="Nổi bật.")[0] == 422

    assert second.post(give, {"verdict": "FOR", "reason": "Đủ căn cứ."}).status_code == 302
    assert third.post(give, {"verdict": "FOR", "reason": "Muộn."}).status_code == 422
    case = reverse("office:nomination", args=[row.ref])
    assert SECRET in text(second, case)
    assert "Trưởng phòng kết luận" in text(second, case)
    assert SECRET in text(head, reverse("office:two_readings"))
    anew = reverse("office:read_anew", args=[row.ref])
    assert anew in text(head, case)
    assert head.post(anew, {"reason": "Cần căn cứ rõ hơn."}).status_code == 302
    assert SECRET not in text(second, case)
    end = reverse("office:end_two_readings", args=[TwoReadings.objects.get().ref])
    assert head.post(end).status_code == 302
    assert "Thôi áp dụng" not in text(head, reverse("office:two_readings"))
