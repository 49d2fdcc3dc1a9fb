"""Rounds, late lists and the opening of a year, on the pages of the office and of the units."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.council.tests.factories import council
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import Batch, IntakeDay, Round
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation, person
from bangvang.web.office.tests.test_appraisal_pages import signed_in, text

pytestmark = pytest.mark.django_db

DAYS = {"opens_on": "2026-09-01", "submit_by": "2026-09-30", "ballot_by": "2026-10-15"}


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office() -> Any:
    return organisation("Phòng Thi đua, khen thưởng")


@pytest.fixture
def head(office: Any) -> Client:
    return signed_in("truongphong", Role.OFFICE_HEAD, office)


@pytest.fixture
def specialist(office: Any) -> Client:
    return signed_in("chuyenvien", Role.SPECIALIST, office)


def post(client: Client, name: str, *args: object, **data: object) -> tuple[int, str]:
    answer = client.post(reverse(name, args=args), data)
    return answer.status_code, answer.content.decode().replace("\u00a0", " ")


def late_list(**of: Any) -> Batch:
    late = make.batch(BatchState.SUBMITTED, received_on=date(2026, 9, 21), **of)
    Batch.objects.filter(pk=late.pk).update(due_on=date(2026, 9, 18), late_reason="Lũ quét.")
    make.nomination(late, State.SUBMITTED)
    late.refresh_from_db()
    return late


def test_the_head_opens_a_round_for_sudden_merit_and_changes_it(head: Client) -> None:
    new = {"title": "Đợt đột xuất", "achievement_year": 2026, "families": ["DOT_XUAT"], **DAYS}
    assert post(head, "office:open_round", **new)[0] == 302
    ref = Round.objects.get().ref
    assert "Đột xuất" in text(head, reverse("office:rounds"))

    same = {"families": ["DOT_XUAT"], **DAYS, "version": 1}
    assert post(head, "office:change_round", ref, **same)[0] == 422
    late = same | {"submit_by": "2026-11-30", "reason": "Theo công văn."}
    status, said = post(head, "office:change_round", ref, **late)
    assert (status, "phải theo thứ tự" in said) == (422, True)
    assert post(head, "office:change_round", ref, **same, reason="Theo công văn.")[0] == 302
    assert "Lý do: Theo công văn." in text(head, reverse("office:round", args=[ref]))


def test_days_of_their_own_are_set_told_to_the_unit_and_dropped(
    head: Client, specialist: Client
) -> None:
    round_ = make.round_()
    unit = organisation("Sở Y tế")
    set_at = reverse("office:set_intake_day", args=[round_.ref])
    assert head.post(set_at, {"submit_by": "2026-09-16"}).status_code == 422
    assert head.post(set_at, {"submit_by": "x", "kind": "MERIT"}).status_code == 422
    of = {"award_code": "CSTDT", "sector_ref": unit.ref, "submit_by": "2026-09-16"}
    assert head.post(set_at, of).status_code == 302
    assert specialist.post(set_at, of).status_code == 403
    day = IntakeDay.objects.get()
    words = "của Sở Y tế và đơn vị trực thuộc"
    assert words in text(specialist, reverse("office:round", args=[round_.ref]))
    assert "Bỏ hạn này" not in text(specialist, reverse("office:round", args=[round_.ref]))
    own = signed_in("donvi", Role.UNIT_OFFICER, unit)
    other = signed_in("khac", Role.UNIT_OFFICER, organisation("Sở Xây dựng"))
    assert words in text(own, reverse("units:today"))
    assert words not in text(other, reverse("units:today"))

    assert post(head, "office:drop_intake_day", round_.ref, day.ref)[0] == 302
    assert post(head, "office:drop_intake_day", round_.ref, day.ref)[0] == 404
    assert not IntakeDay.objects.exists()


def test_a_late_list_waits_for_the_head_and_says_so_everywhere(
    head: Client, specialist: Client
) -> None:
    late = late_list()
    page = reverse("office:batch", args=[late.ref])
    assert "Trưởng phòng cho ý kiến nhận muộn" in text(specialist, page)
    assert "Tiếp nhận 1 dòng" not in text(specialist, page)
    assert "chờ Trưởng phòng cho ý kiến" in text(specialist, reverse("office:batches"))
    assert "Không có việc nào đang chờ" in text(specialist, reverse("office:today"))
    assert "Cho ý kiến danh sách nộp muộn" in text(head, reverse("office:today"))
    assert "muộn 3 ngày" in text(head, reverse("office:late_list", args=[late.ref]))
    assert specialist.get(reverse("office:late_list", args=[late.ref])).status_code == 403

    assert post(head, "office:accept_late", late.ref, version=1, reason="")[0] == 422
    assert post(head, "office:accept_late", late.ref, version=9, reason="Lũ.")[0] == 422
    assert post(head, "office:accept_late", late.ref, version=1, reason="Lũ thật.")[0] == 302
    assert "Lũ thật." in text(specialist, page)
    assert "Tiếp nhận 1 dòng" in text(specialist, page)
    assert head.get(reverse("office:late_list", args=[late.ref])).status_code == 302


def test_a_late_list_is_moved_into_a_later_round(head: Client) -> None:
    late = late_list()
    later = make.round_("Đợt bổ sung", submit_by=date(2026, 10, 9), ballot_by=date(2026, 10, 20))
    early = make.round_("Đợt đã qua", submit_by=date(2026, 9, 1))
    send = {"version": 1, "reason": "Kịp đợt sau."}
    status, said = post(head, "office:move_to_round", late.ref, round_ref=early.ref, **send)
    assert (status, "cũng đã hết hạn" in said) == (422, True)
    assert post(head, "office:move_to_round", late.ref, round_ref="la", **send)[0] == 422
    assert post(head, "office:move_to_round", late.ref, round_ref=later.ref, **send)[0] == 302
    moved = text(head, reverse("office:batch", args=[late.ref]))
    assert "Tiếp nhận 1 dòng" in moved
    assert "Nộp muộn" not in moved, "it is in time where it is now"


def test_the_head_of_the_unit_takes_a_list_back(office: Any) -> None:
    unit = organisation("Sở Y tế")
    late = late_list(unit=unit)
    boss = signed_in("thutruong", Role.UNIT_HEAD, unit)
    assert "Chờ Trưởng phòng" in text(boss, reverse("units:receipt", args=[late.ref]))
    assert "Thu hồi" in text(boss, reverse("units:batch", args=[late.ref]))
    assert "số tiếp nhận 0001/2026" in text(boss, reverse("units:recall", args=[late.ref]))
    assert post(boss, "units:recall", late.ref, version=1, reason=" ")[0] == 422
    assert post(boss, "units:recall", late.ref, version=8, reason="Nhầm.")[0] == 422
    assert post(boss, "units:recall", late.ref, version=1, reason="Nhầm.")[0] == 302
    assert "Chờ thủ trưởng xem" in text(boss, reverse("units:batch", args=[late.ref]))
    officer = signed_in("donvi", Role.UNIT_OFFICER, unit)
    assert officer.get(reverse("units:recall", args=[late.ref])).status_code == 403


def test_opening_a_year_shows_what_is_missing_and_opens_what_was_chosen(head: Client) -> None:
    unit = organisation("Sở Y tế")
    person("Vàng Thị Lúa Chín", unit=unit)
    council()
    round_ = make.round_("Đợt thành tích năm 2025", opens_on=date(2026, 5, 1))
    IntakeDay.objects.create(round=round_, award_code="CSTDT", submit_by=date(2026, 9, 10))
    page = reverse("office:open_year", args=[2026])
    shown = text(head, page)
    assert "Chưa mở đợt nào cho thành tích năm 2026." in shown
    assert "Còn thiếu: Sở Y tế." in shown
    assert "03/05/2027" not in shown
    assert "04/05/2027" in shown, "Saturday 1 May, a holiday, gives way to the next open day"

    assert head.post(page, {}).status_code == 422
    assert head.post(page, {"dot": ["la"]}).status_code == 422
    assert not Round.objects.filter(achievement_year=2026).exists()
    assert head.post(page, {"dot": [round_.ref]}).status_code == 302
    opened = Round.objects.get(achievement_year=2026)
    assert opened.title == "Đợt thành tích năm 2026"
    assert opened.intake_days.get().submit_by == date(2027, 9, 10)
    again = head.post(page, {"dot": [round_.ref]})
    assert again.status_code == 422
    assert "Đã có đợt mang tên này" in text(head, page)
    assert [e.verb for e in entries_about(("year", "2026"))] == ["open_year"]
    assert text(head, reverse("office:open_year", args=[2025]))
    assert head.get("/thuong-truc/dot-xet/nam/99999/").status_code == 404


def test_pages_of_rounds_ask_no_more_for_many(head: Client) -> None:
    counts = []
    for batch in range(2):
        for number in range(1 + batch * 4):
            round_ = make.round_(f"Đợt {batch} {number}")
            IntakeDay.objects.create(round=round_, kind="MERIT", submit_by=date(2026, 9, 10))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            text(head, reverse("office:rounds"))
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert account("x", Role.EDITOR, unit=organisation("Báo"))
