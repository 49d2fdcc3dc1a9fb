"""A good deed from the portal through the office to a unit; nobody reads too much on the way."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.files.tests.pictures import PNG
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import Discovery
from bangvang.nominations.states import DiscoveryState
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

REPORT, FOLLOW = reverse("portal:report_discovery"), reverse("portal:follow_discovery")
BACKEND = "bangvang.accounts.backend.AccountBackend"
SAID = {
    "name": "Giàng A Suối Reo",
    "place_text": "Suối Đá Trắng",
    "story": "Lao xuống suối lũ cứu hai cháu nhỏ.",
    "reporter_name": "Tẩn Thị Ruộng Bậc",
    "reporter_contact": "0900 000 111",
}
PERSONS = ("Suối Reo", "Ruộng Bậc", "0900 000 111", "suối lũ", "Đá Trắng")


@pytest.fixture(autouse=True)
def _september(settings: Settings, tmp_path: Any) -> None:
    settings.BANGVANG_DAY = DAY
    settings.PRIVATE_FILES_ROOT = tmp_path


@pytest.fixture
def unit() -> Organisation:
    return organisation("Ủy ban nhân dân xã Mây Bay", kind="COMMUNE")


def signed_in(role: Role, unit: Organisation | None = None) -> Client:
    client = Client()
    of = unit or organisation(f"Nơi làm việc của {role}")
    client.force_login(account(f"{role}-{of.pk}".lower(), role, unit=of), backend=BACKEND)
    return client


def report(client: Client, **changed: object) -> Any:
    once = client.get(REPORT).context["form"]["once"].value()
    return client.post(REPORT, SAID | {"once": once} | changed)


def text(answer: Any) -> str:
    return answer.content.decode()  # type: ignore[no-any-return]  # of a test client


def test_a_report_goes_the_whole_way(client: Client, unit: Organisation) -> None:
    answer = report(client, place_ref=unit.ref, file=SimpleUploadedFile("ten-toi.png", PNG))
    receipt = answer.context["receipt"]
    made = Discovery.objects.get()
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert receipt.code in text(answer)

    office = signed_in(Role.SPECIALIST)
    shown = text(office.get(reverse("office:discovery", args=[made.ref])))
    assert "Suối Reo" in shown
    assert "Ruộng Bậc" not in shown
    assert "ten-toi" not in shown
    assert "Suối Reo" in text(office.get(reverse("office:today")))
    assert "Suối Reo" in text(office.get(reverse("office:discoveries")))
    file = office.get(reverse("office:discovery_file", args=[made.ref]))
    assert file.content == PNG
    send = reverse("office:send_discovery", args=[made.ref])
    asked = {"unit_ref": unit.ref, "working_days": "5", "version": "1"}
    assert office.post(send, asked | {"working_days": "99"}).status_code == 422
    assert office.post(send, asked).status_code == 302
    late = office.post(send, asked)
    assert (late.status_code, "Người khác vừa lưu" in text(late)) == (422, True)

    head = signed_in(Role.UNIT_HEAD, unit)
    page = reverse("units:discovery", args=[made.ref])
    for address in (reverse("units:today"), reverse("units:discoveries"), page):
        read = text(head.get(address))
        assert "Suối Reo" in read
        assert "Ruộng Bậc" not in read
        assert "người báo tin" not in read
    assert head.get(reverse("units:discovery_file", args=[made.ref])).content == PNG
    reply = {"answer": "TAKEN_UP", "words": "Đã họp xét.", "version": "2"}
    assert head.post(page, reply | {"words": ""}).status_code == 422
    assert head.post(page, reply | {"version": "1"}).status_code == 422
    assert head.post(page, reply).status_code == 302

    answer = client.post(FOLLOW, {"number": receipt.said, "code": receipt.code.upper()})
    followed = text(answer)
    assert answer.context["facts"][-1].value == "Đưa vào danh sách đề nghị khen thưởng"
    assert [said for said in (*PERSONS, "Đã họp xét") if said in followed] == []
    made.refresh_from_db()
    assert made.state == DiscoveryState.ANSWERED


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(client: Client) -> None:
    cases: tuple[tuple[dict[str, object], str], ...] = (
        ({"name": ""}, "Cần điền ô này."),
        ({"place_text": ""}, "ở đâu"),
        ({"story": "a" * 3001}, "Nhiều nhất 3000 ký tự"),
        ({"happened_on": "2027-01-01"}, "sau hôm nay"),
        ({"website": "http://"}, "phải để trống"),
        ({"once": "gõ bừa"}, "Biểu mẫu đã cũ"),
        ({"file": SimpleUploadedFile("a.png", b"khong phai anh")}, "không phải"),
    )
    for changed, sentence in cases:
        answer = report(client, **changed)
        assert (answer.status_code, sentence in text(answer)) == (422, True), changed
    with override_settings(PRIVATE_FILES_LARGEST=10):
        answer = report(client, file=SimpleUploadedFile("a.png", PNG))
    assert "lớn quá mức" in text(answer)
    assert not Discovery.objects.exists()


def test_a_sixth_report_of_a_day_is_told_to_wait(client: Client) -> None:
    answers = [report(client).status_code for _ in range(6)]

    assert answers == [200] * 5 + [422]


def test_a_form_without_its_token_is_refused() -> None:
    assert Client(enforce_csrf_checks=True).post(REPORT, SAID).status_code == 403


def test_a_wrong_number_or_code_says_nothing(client: Client) -> None:
    receipt = report(client).context["receipt"]

    for number, code in ((receipt.said, "aaaaaaaaaa"), ("0009/2026", receipt.code)):
        answer = client.post(FOLLOW, {"number": number, "code": code})
        assert (answer.status_code, answer.context["facts"]) == (422, [])
    assert text(client.get(FOLLOW)).count("<form") >= 1


def test_no_public_page_and_no_other_unit_reads_a_report(
    client: Client, unit: Organisation
) -> None:
    report(client, place_ref=unit.ref)
    ref = Discovery.objects.get().ref
    pages = [reverse(f"portal:{n}") for n in ("home", "news", "register", "sitemap", "rss")]
    read = "".join(text(client.get(address)) for address in (*pages, REPORT, FOLLOW))
    assert [said for said in PERSONS if said in read] == []

    for role, door in ((Role.UNIT_HEAD, "units"), (Role.SECRETARY, "council")):
        other = signed_in(role, unit if role is Role.UNIT_HEAD else None)
        assert "Suối Reo" not in text(other.get(reverse(f"{door}:today")))
    head = signed_in(Role.UNIT_HEAD, organisation("Sở Khác Hẳn"))
    assert head.get(reverse("units:discovery", args=[ref])).status_code == 404
    assert head.get(reverse("units:discovery_file", args=[ref])).status_code == 404
    inspector = signed_in(Role.INSPECTOR)
    shown = text(inspector.get(reverse("office:discovery", args=[ref])))
    assert "Suối Reo" in shown
    assert "Chuyển tin báo" not in shown


def test_setting_aside_and_opening_the_reporter_ask_for_a_reason(client: Client) -> None:
    receipt = report(client).context["receipt"]
    ref = Discovery.objects.get().ref
    boss = signed_in(Role.OFFICE_HEAD)
    reveal = reverse("office:reveal_reporter", args=[ref])
    assert "Ruộng Bậc" not in text(boss.get(reveal))
    assert boss.post(reveal, {"reason": " "}).status_code == 422
    assert "Ruộng Bậc" in text(boss.post(reveal, {"reason": "Mời xác minh"}))
    page = text(boss.get(reverse("office:discovery", args=[ref])))
    assert "Mời xác minh" in page
    assert "Ruộng Bậc" not in page
    assert boss.get(reverse("office:discovery_file", args=[ref])).status_code == 404

    aside = reverse("office:set_discovery_aside", args=[ref])
    reply = {"why": "NOT_WITHIN", "words": "Việc ở tỉnh khác.", "version": "1"}
    assert boss.post(aside, reply | {"words": ""}).status_code == 422
    assert boss.post(aside, reply | {"version": "7"}).status_code == 422
    assert boss.post(aside, reply).status_code == 302
    told = client.post(FOLLOW, {"number": receipt.said, "code": receipt.code})
    assert told.context["facts"][-1].value.startswith("Không thuộc phạm vi")
    assert "tỉnh khác" not in text(told)
