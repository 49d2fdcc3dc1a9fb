"""The letter on the pages of the office and of the unit; one explanation everywhere."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.selectors import name_holding
from bangvang.accounts.tests.factories import account
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.appraisal.tests.test_letter_records import SCAN
from bangvang.appraisal.tests.test_letters import (
    letters_kept,
    returned,
    sentences,
    stored_explanation,
    taken_up,
    words,
)
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY, actor
from bangvang.law import explain
from bangvang.registry.tests.factories import organisation
from bangvang.web.office.tests.test_bar_leaks import BACKEND

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST)


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office() -> Any:
    return organisation("Phòng Thi đua, khen thưởng")


def signed_in(role: Role, unit: Any) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role, unit=unit), backend=BACKEND)
    return client


def text(client: Client, name: str, *args: str, status: int = 200) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == status
    said: str = answer.content.decode()
    return " ".join(said.replace("\u00a0", " ").split())


def test_page_letter_and_json_say_the_same_sentences(office: Any) -> None:
    specialist = signed_in(Role.SPECIALIST, office)
    row = returned(SPECIALIST, 2023, 2025)
    found = findings_of([row.ref])[row.ref]
    told = explain(found.appraisal.for_outside(), on=found.on_day)
    specialist.post(reverse("office:print_letter", args=[row.ref]))

    page = text(specialist, "office:nomination", row.ref)
    pdf, docx = words(letters_kept()[0].ref)
    json = str(stored_explanation(row))

    expected = [sentence for sentence in sentences(told) if sentence]
    assert len(expected) > 8
    for said in (page, docx, json):
        assert [sentence for sentence in expected if sentence not in said] == []
    assert told.sentence in pdf


def test_the_office_makes_a_letter_from_the_case_and_the_unit_opens_it(office: Any) -> None:
    specialist = signed_in(Role.SPECIALIST, office)
    account("truongphong", Role.OFFICE_HEAD, unit=office)
    row = returned(SPECIALIST, 2023, 2025)
    officer = signed_in(Role.UNIT_OFFICER, row.batch.unit)
    assert reverse("office:letters", args=[row.ref]) in text(
        specialist, "office:nomination", row.ref
    )
    assert "Lập thông báo gửi" in text(specialist, "office:letters", row.ref)
    assert "Thông báo đã lập" not in text(officer, "units:nomination", row.ref)

    specialist.post(reverse("office:print_letter", args=[row.ref]))

    (document,) = letters_kept()
    assert document.pdf
    head = name_holding(Role.OFFICE_HEAD, organisation_ref=office.ref, on=DAY)
    assert head
    assert head in words(document.ref)[0]
    page = text(officer, "units:nomination", row.ref)
    address = reverse("units:letter_file", args=[row.ref, document.pdf.ref])
    assert address in page
    assert "Lập Thông báo kết quả đối chiếu" in page
    opened = officer.get(address)
    assert (opened["Content-Type"], opened.content[:4]) == ("application/pdf", b"%PDF")
    again = text(specialist, "office:letters", row.ref)
    assert "Lập thông báo gửi" not in again
    assert "đã lập; hãy mở bản đã lập" in again
    same = reverse("office:letter_file", args=[row.ref, document.pdf.ref])
    assert specialist.get(same).content == opened.content


def test_another_unit_opens_neither_row_nor_letter(office: Any) -> None:
    row = returned(SPECIALIST, 2023, 2025)
    signed_in(Role.SPECIALIST, office).post(reverse("office:print_letter", args=[row.ref]))
    (document,) = letters_kept()
    assert document.docx
    stranger = signed_in(Role.UNIT_OFFICER, organisation("Sở khác"))

    answer = stranger.get(reverse("units:letter_file", args=[row.ref, document.docx.ref]))

    assert answer.status_code == 404


def test_before_a_conclusion_the_page_says_when_a_letter_is_made(office: Any) -> None:
    specialist = signed_in(Role.SPECIALIST, office)
    row = taken_up(SPECIALIST, 2023, 2025)

    assert "Chưa có thông báo" in text(specialist, "office:letters", row.ref)
    refused = specialist.post(reverse("office:print_letter", args=[row.ref]))
    assert refused.status_code == 422
    assert letters_kept() == []


def test_the_inspector_reads_and_makes_none(office: Any) -> None:
    row = returned(SPECIALIST, 2023, 2025)
    inspector = signed_in(Role.INSPECTOR, office)

    assert "Lập thông báo gửi" not in text(inspector, "office:letters", row.ref)
    assert inspector.post(reverse("office:print_letter", args=[row.ref])).status_code == 403


def test_the_name_under_the_letter_is_left_open_where_it_is_not_one_person(office: Any) -> None:
    def named() -> str:
        return name_holding(Role.OFFICE_HEAD, organisation_ref=office.ref, on=DAY)

    assert named() == ""
    one = account("mot", Role.OFFICE_HEAD, unit=office)
    one.full_name = "Phạm Thị Thông Xanh"
    one.save()
    assert named() == "Phạm Thị Thông Xanh"
    two = account("hai", Role.OFFICE_HEAD, unit=office)
    two.full_name = "Đinh Văn Núi Biếc"
    two.save()
    assert named() == ""


def test_the_office_records_that_a_letter_was_signed_and_the_unit_reads_it(office: Any) -> None:
    specialist = signed_in(Role.SPECIALIST, office)
    row = returned(SPECIALIST, 2023, 2025)
    specialist.post(reverse("office:print_letter", args=[row.ref]))
    record = reverse("office:record_letter", args=[row.ref, letters_kept()[0].ref])
    data = {"number": "15", "signed_on": DAY.isoformat(), "signer_name": "Phạm Thị Thông Xanh"}

    def scan() -> SimpleUploadedFile:
        return SimpleUploadedFile("thong-bao-15.pdf", SCAN)

    assert record in text(specialist, "office:letters", row.ref)
    assert "Ghi đúng như sổ văn bản" in specialist.get(record).content.decode()
    officer = signed_in(Role.UNIT_OFFICER, row.batch.unit)
    assert "chưa ghi số, ngày ký" in text(officer, "units:nomination", row.ref)
    late = specialist.post(record, data | {"signed_on": "2026-09-15", "scan": scan()})
    assert late.status_code == 422
    assert "Ngày ký còn ở phía trước" in late.content.decode()

    assert specialist.post(record, data | {"scan": scan()}).status_code == 302

    for client, name in ((specialist, "office:nomination"), (officer, "units:nomination")):
        said = text(client, name, row.ref)
        assert "Số 15/TB" in said
        assert "Phạm Thị Thông Xanh ký" in said
        assert "thong-bao-15.pdf" in said
        assert record not in said
    assert "không ghi lại được" in specialist.get(record).content.decode()
    again = specialist.post(record, data | {"scan": scan()})
    assert again.status_code == 422


def test_who_records_no_letter_has_no_way_to_it(office: Any) -> None:
    row = returned(SPECIALIST, 2023, 2025)
    signed_in(Role.SPECIALIST, office).post(reverse("office:print_letter", args=[row.ref]))
    record = reverse("office:record_letter", args=[row.ref, letters_kept()[0].ref])
    inspector = signed_in(Role.INSPECTOR, None)

    assert record not in text(inspector, "office:letters", row.ref)
    assert inspector.get(record).status_code == 403
    lost = reverse("office:record_letter", args=[row.ref, "khongco"])
    assert signed_in(Role.OFFICE_HEAD, office).get(lost).status_code == 404
