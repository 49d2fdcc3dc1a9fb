"""The letter on the pages of the office and of the unit; one explanation everywhere."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.selectors import name_holding
from bangvang.accounts.tests.factories import account
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.appraisal.tests.test_letters import kept_explanation, kept_letters, sentences, words
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.law import explain
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import initiatives_known_since, organisation
from bangvang.web.office.tests.test_bar_leaks import BACKEND

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST)


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office() -> Any:
    return organisation("Phòng Thi đua, khen thưởng")


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


def signed_in(role: Role, unit: Any) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role, unit=unit), backend=BACKEND)
    return client


def checked(unit: Any, *years: int) -> Any:
    who = fighter(*years)
    initiatives_known_since(who, 1990)
    handed_in = make.batch(BatchState.SUBMITTED, unit=unit)
    row = make.nomination(handed_in, State.SUBMITTED, person=who, name=who.full_name)
    take_up(handed_in.ref, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    return row


def returned(unit: Any) -> Any:
    row = checked(unit, 2023, 2025)
    return_row(row.ref, "Bổ sung năm 2024.", version=row.version, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    return row


def text(client: Client, name: str, *args: str, status: int = 200) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == status
    said: str = answer.content.decode()
    return " ".join(said.replace("\u00a0", " ").split())


def test_page_letter_and_json_say_the_same_sentences(office: Any, unit: Any) -> None:
    specialist = signed_in(Role.SPECIALIST, office)
    row = returned(unit)
    found = findings_of([row.ref])[row.ref]
    told = explain(found.appraisal.for_outside(), on=found.on_day)
    specialist.post(reverse("office:print_letter", args=[row.ref]))

    page = text(specialist, "office:nomination", row.ref)
    pdf, docx = words(kept_letters()[0].ref)
    json = kept_explanation(row)

    expected = [sentence for sentence in sentences(told) if sentence]
    assert len(expected) > 8
    for said in (page, docx, json):
        assert [sentence for sentence in expected if sentence not in said] == []
    assert told.sentence in pdf


def test_the_office_makes_a_letter_from_the_case_and_the_unit_opens_it(
    office: Any, unit: Any
) -> None:
    specialist, officer = signed_in(Role.SPECIALIST, office), signed_in(Role.UNIT_OFFICER, unit)
    account("truongphong", Role.OFFICE_HEAD, unit=office)
    row = returned(unit)
    assert reverse("office:letters", args=[row.ref]) in text(
        specialist, "office:nomination", row.ref
    )
    assert "Lập thông báo gửi" in text(specialist, "office:letters", row.ref)
    assert "Thông báo đã lập" not in text(officer, "units:nomination", row.ref)

    specialist.post(reverse("office:print_letter", args=[row.ref]))

    [document] = kept_letters()
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


def test_another_unit_opens_neither_row_nor_letter(office: Any, unit: Any) -> None:
    row = returned(unit)
    signed_in(Role.SPECIALIST, office).post(reverse("office:print_letter", args=[row.ref]))
    [document] = kept_letters()
    assert document.docx
    stranger = signed_in(Role.UNIT_OFFICER, organisation("Sở khác"))

    answer = stranger.get(reverse("units:letter_file", args=[row.ref, document.docx.ref]))

    assert answer.status_code == 404


def test_before_a_conclusion_the_page_says_when_a_letter_is_made(office: Any, unit: Any) -> None:
    specialist = signed_in(Role.SPECIALIST, office)
    row = checked(unit, 2023, 2025)

    assert "Chưa có thông báo" in text(specialist, "office:letters", row.ref)
    refused = specialist.post(reverse("office:print_letter", args=[row.ref]))
    assert refused.status_code == 422
    assert kept_letters() == []


def test_the_inspector_reads_and_makes_none(office: Any, unit: Any) -> None:
    row = returned(unit)
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
