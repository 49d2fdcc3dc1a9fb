"""Asking other agencies, by the office's pages; what units and the council see of it."""

from typing import Any

import pytest
from django.urls import reverse
from pytest_django import Settings

from bangvang.appraisal.models import AgencyRequest, SilenceRule
from bangvang.appraisal.permissions.agency_opinions import Said
from bangvang.appraisal.tests import hearing as make
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State
from bangvang.web.office.tests.test_consultations import get, press, scan, signed_in, text

pytestmark = pytest.mark.django_db

Office = tuple[Actor, Actor]


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office() -> Office:
    return make.the_office()


def a_question(*rows: Nomination, **other: object) -> dict[str, Any]:
    return {
        "rows": [row.ref for row in rows],
        "agencies": f"{make.TAX}\n{make.POLICE}",
        "about": "Việc chấp hành pháp luật",
        "due_on": "2026-09-24",
        "expires_on": "2026-10-01",
        "is_awaited": "1",
        "form": "mot-lan",
    } | other


def a_paper(**other: object) -> dict[str, Any]:
    return {
        "number": "311/CV-CT",
        "issued_on": "2026-09-14",
        "came_on": "2026-09-14",
        "scan": scan(),
        "signer_name": "Hoàng Thị Suối Mơ",
        "signer_position": "Phó Trưởng Thuế tỉnh",
        "stance-1": "DISAGREES",
        "words-1": "Đang bị cưỡng chế thuế.",
    } | other


def test_agencies_are_asked_from_the_page_of_the_list(office: Office) -> None:
    row = make.under_appraisal(1)[0]
    specialist, batch = signed_in(Role.SPECIALIST), row.batch.ref
    assert "Hỏi ý kiến cơ quan liên quan" in get(specialist, "batch", batch)
    assert "Chưa hỏi cơ quan nào" in get(specialist, "agency_requests")
    assert row.name in get(specialist, "ask_agencies", batch)
    refused = press(specialist, "ask_agencies", batch, status=422, **a_question())
    assert "Cần chọn ít nhất một dòng." in refused

    said = press(specialist, "ask_agencies", batch, status=200, **a_question(row))

    assert said.count("/hiep-y/") == 2 + said.count('href="/thuong-truc/hiep-y/')
    assert "Chỉ hiện một lần" in said
    again = press(specialist, "ask_agencies", batch, status=422, **a_question(row))
    assert "Yêu cầu này đã gửi" in again
    first = AgencyRequest.objects.earliest("pk")
    assert "Chờ trả lời" in get(specialist, "batch", batch)
    assert "Còn chờ ý kiến của" in get(specialist, "nomination", row.ref)
    assert make.TAX in get(specialist, "agency_requests")
    page = get(specialist, "agency_request", first.ref)
    assert "không suy ra điều gì" in page
    assert "Thôi chờ" not in page


def test_a_paper_is_recorded_and_stands_beside_the_row(office: Office) -> None:
    row = make.under_appraisal(1)[0]
    link = make.asked(office[0], [row])
    specialist = signed_in(Role.SPECIALIST)
    assert "Bản quét công văn" in get(specialist, "record_agency_paper", link.ref)
    early = a_paper(came_on="2026-09-13")
    bad = press(specialist, "record_agency_paper", link.ref, status=422, **early)
    assert "Ngày nhận phải từ ngày hỏi" in bad

    press(specialist, "record_agency_paper", link.ref, **a_paper())

    page = get(specialist, "nomination", row.ref)
    assert "Đang bị cưỡng chế thuế." in page
    assert "công văn số 311/CV-CT" in page
    assert "Công văn" in get(specialist, "agency_request", link.ref)
    kept = signed_in(Role.INSPECTOR).get(reverse("office:agency_reply_scan", args=[link.ref]))
    assert kept.content == make.SCAN
    other = make.asked(office[0], [row], form="khac")
    get(specialist, "agency_reply_scan", other.ref, status=404)


def test_reminding_a_new_link_no_more_waiting_and_taking_back(
    office: Office, settings: Settings
) -> None:
    link = make.asked(office[0], make.under_appraisal(1))
    head = signed_in(Role.OFFICE_HEAD)
    settings.BANGVANG_DAY = make.OVERDUE.date()
    assert f"Nhắc {make.TAX} trả lời" in get(head, "today")
    assert "Quá hạn, các dòng còn chờ" in get(head, "agency_request", link.ref)
    assert "nhắc" in get(head, "remind_agency", link.ref)
    assert "Liên kết và mã cũ" in get(head, "renew_agency_link", link.ref)
    bad = press(head, "renew_agency_link", link.ref, status=422, expires_on="khong-phai-ngay")
    assert "Cấp lại" in bad
    assert f"Nhắc {make.TAX} trả lời" in get(signed_in(Role.SPECIALIST), "today")
    assert make.TAX not in get(signed_in(Role.INSPECTOR), "today")
    press(head, "remind_agency", link.ref, how="Gọi điện cho văn thư.")
    assert "Gọi điện cho văn thư." in get(head, "agency_request", link.ref)
    bad = press(head, "renew_agency_link", link.ref, status=422, expires_on="2026-09-01")
    assert "Liên kết phải dùng được" in bad
    anew = press(head, "renew_agency_link", link.ref, status=200, expires_on="2026-10-10")
    assert f"/hiep-y/{link.ref}/" in anew
    assert link.secret not in anew
    press(head, "stop_awaiting_agency", link.ref, reason="Đã gọi ba lần.")
    assert "Đã gọi ba lần." in get(head, "agency_request", link.ref)
    AgencyRequest.objects.update(wrong_codes=5)
    assert "Liên kết đã khóa" in get(head, "agency_request", link.ref)
    press(head, "withdraw_agency_request", link.ref, reason="Hỏi nhầm.")
    assert "Đã rút" in get(head, "agency_requests")
    assert "Hỏi nhầm." in get(head, "agency_request", link.ref)


def test_a_paper_on_silence_is_entered_confirmed_and_taken_back(
    office: Office, settings: Settings
) -> None:
    specialist, head = signed_in(Role.SPECIALIST), signed_in(Role.OFFICE_HEAD)
    assert "Chưa ghi văn bản nào" in get(specialist, "silence_rules")
    said: dict[str, Any] = {"meaning": "AGREED", "number": "09/QC-TĐKT", "issued_on": "2026-08-15",
            "clause": "khoản 3 Điều 7", "since": "2026-09-14"}  # fmt: skip
    get(specialist, "enter_silence_rule")
    bad = press(specialist, "enter_silence_rule", status=422, scan=scan(), **said | {
        "since": "2026-08-01"})  # fmt: skip
    assert "không áp dụng cho yêu cầu hỏi trước ngày ban hành" in bad
    press(specialist, "enter_silence_rule", scan=scan(), **said)
    rule = SilenceRule.objects.get()
    assert "Xác nhận quy định về việc không trả lời" in get(head, "today")
    assert "coi như đồng ý" in get(head, "confirm_silence_rule", rule.ref)
    press(head, "confirm_silence_rule", rule.ref)
    assert "xác nhận 14/09/2026" in get(specialist, "silence_rules")
    assert head.get(reverse("office:silence_rule_scan", args=[rule.ref])).content == make.SCAN
    row = make.under_appraisal(1)[0]
    assert "coi như đồng ý" in get(specialist, "ask_agencies", row.batch.ref)
    link = make.asked(office[0], [row])
    settings.BANGVANG_DAY = make.OVERDUE.date()
    assert "Quá hạn, áp dụng quy định" in get(specialist, "agency_request", link.ref)
    assert "coi như đồng ý" in get(specialist, "nomination", row.ref)
    press(head, "withdraw_silence_rule", rule.ref, reason="Ghi nhầm.")
    assert "Ghi nhầm." in get(head, "silence_rules")
    get(head, "confirm_silence_rule", "khongcothat", status=404)


def test_the_unit_reads_nothing_and_the_council_no_words(office: Office) -> None:
    row = make.under_appraisal(1, State.APPRAISED)[0]
    link = make.asked(office[0], [row])
    make.answered(link, Said("DISAGREES", "Đang bị cưỡng chế thuế."))
    unit = signed_in(Role.UNIT_HEAD, unit=row.batch.unit)

    pages = [
        text(unit.get(reverse(name, args=[ref])))
        for name, ref in (("units:batch", row.batch.ref), ("units:nomination", row.ref))
    ]
    summary = get(signed_in(Role.SPECIALIST), "case_summary", row.ref)

    assert [page for page in pages if make.TAX in page or "cưỡng chế" in page] == []
    assert f"Ý kiến của {make.TAX}" in summary
    assert "Không đồng ý" in summary
    assert "cưỡng chế" not in summary


def test_a_list_that_was_released_has_nobody_to_ask_about(office: Office) -> None:
    row = make.under_appraisal(1, State.READY)[0]
    specialist = signed_in(Role.SPECIALIST)

    assert "Không có dòng nào hỏi được" in get(specialist, "ask_agencies", row.batch.ref)
    assert "Hỏi ý kiến cơ quan liên quan" not in get(specialist, "batch", row.batch.ref)
