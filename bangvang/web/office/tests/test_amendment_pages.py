"""Sources of records, and amending them, on the office's pages: two people, words, what is seen."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.tests.factories import awards, bar, grade, initiative, organisation, person
from bangvang.registry.tests.own_decisions import SCAN, Initiative
from bangvang.registry.tests.records import Award, Grade

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
REVOKING = {
    "reason": "Kê khai gian dối thành tích.",
    "paper_no": "77/QĐ-UBND",
    "paper_on": "2026-08-03",
    "paper_by": "Chủ tịch Ủy ban nhân dân tỉnh",
}


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def signed_in(role: Role, unit: Any = None) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role, unit=unit), backend=BACKEND)
    return client


@pytest.fixture
def specialist() -> Client:
    return signed_in(Role.SPECIALIST)


@pytest.fixture
def head() -> Client:
    return signed_in(Role.OFFICE_HEAD)


@pytest.fixture
def unit() -> Any:
    return organisation()


@pytest.fixture
def somebody(unit: Any) -> Any:
    return person(unit=unit)


@pytest.fixture
def award(somebody: Any) -> Any:
    return awards(somebody)[0]


def said(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()[:2000]
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def post(client: Client, address: str, **fields: Any) -> Any:
    return client.post(address, fields)


def amend(row: Any, word: str) -> str:
    return reverse("office:amend", args=[row.ref, word])


def proposed(client: Client, row: Any, word: str = "huy-bo", **fields: Any) -> str:
    answer = post(client, amend(row, word), **(fields or REVOKING))
    assert answer.status_code == 302, said(answer, answer.status_code)[:3000]
    address: str = answer.url
    return address


def test_from_the_source_to_a_revocation_that_two_people_made(
    specialist: Client, head: Client, somebody: Any, award: Any
) -> None:
    there = reverse("office:person_award", args=[somebody.ref, award.ref])
    source = said(specialist.get(there))
    assert amend(award, "huy-bo") in source
    form = said(specialist.get(amend(award, "huy-bo")))
    assert "Điều 93 khoản 8" in form
    assert award.decision_no in form
    scan = SimpleUploadedFile("huy-bo.pdf", SCAN)
    address = proposed(specialist, award, **REVOKING, scan=scan)

    shown = said(specialist.get(address))
    assert "Chuyên viên đã đề nghị" not in shown
    assert "Người đề nghị không tự xác nhận" in shown
    assert "huy-bo.pdf" in shown
    assert address in said(head.get(reverse("office:today")))
    confirm = said(head.get(address + "xac-nhan/"))
    assert "đã hủy bỏ từ ngày 03/08/2026" in confirm
    assert "Kê khai gian dối thành tích." in confirm
    assert Award.objects.get().revoked_on is None
    answer = post(head, address + "xac-nhan/", version=1)
    assert answer.status_code == 302

    assert Award.objects.get().revoked_on == date(2026, 8, 3)
    record = said(head.get(reverse("office:person", args=[somebody.ref])))
    assert "Đã hủy bỏ từ ngày 03/08/2026" in record
    assert "Đính chính, hủy bỏ (1)" in record
    source = said(head.get(there))
    assert amend(award, "khoi-phuc") in source
    assert amend(award, "huy-bo") not in source
    assert address in source
    file = head.get(address + "van-ban/")
    assert (file.status_code, file.content) == (200, SCAN)
    assert "Đã hủy bỏ" in said(Client().get(reverse("portal:person", args=[somebody.ref])))


def test_a_correction_leads_from_the_old_row_to_the_new_one(
    specialist: Client, head: Client, somebody: Any, award: Any
) -> None:
    fields = {
        "reason": "Gõ sai số so với bản quét.", "code": "LDTT", "kind": "MERIT", "year": 2025,
        "name_as_written": award.name_as_written, "unit_as_written": award.unit_as_written,
        "achievement": "", "decision_no": "21/QĐ-SYT", "decided_on": award.decided_on.isoformat(),
        "issued_by": award.issued_by,
    }  # fmt: skip
    address = proposed(specialist, award, "dinh-chinh", **fields)
    confirm = said(head.get(address + "xac-nhan/"))
    assert "Số, ký hiệu quyết định: 21/QĐ-SYT" in confirm
    assert "Năm thành tích: 2025" not in confirm
    assert "chỉ sổ ghi sai" in confirm
    post(head, address + "xac-nhan/", version=1)

    new = Award.objects.get()
    old_page = said(head.get(reverse("office:person_award", args=[somebody.ref, award.ref])))
    assert "đã được thay bằng dòng khác" in old_page
    assert reverse("office:person_award", args=[somebody.ref, new.ref]) in old_page
    assert amend(award, "dinh-chinh") not in old_page
    assert "21/QĐ-SYT" in said(head.get(reverse("office:person", args=[somebody.ref])))
    portal = said(Client().get(reverse("portal:person", args=[somebody.ref])))
    assert "đã đính chính ngày" in portal
    assert "Gõ sai số" not in portal


def test_bad_input_is_answered_in_words(specialist: Client, award: Any) -> None:
    empty = {"reason": "", "paper_no": "", "paper_on": "", "paper_by": ""}
    assert "Cần ghi đủ số, ngày" in said(
        post(specialist, amend(award, "huy-bo"), **(empty | {"reason": "Sai."})), 422
    )
    assert said(post(specialist, amend(award, "huy-bo"), **empty), 422)
    ahead = REVOKING | {"paper_on": "2030-01-01"}
    assert "còn ở phía trước" in said(post(specialist, amend(award, "huy-bo"), **ahead), 422)
    broken = REVOKING | {"scan": SimpleUploadedFile("x.pdf", b"no pdf")}
    assert "x.pdf" in said(post(specialist, amend(award, "huy-bo"), **broken), 422)
    assert specialist.get(amend(award, "gi-do")).status_code == 404
    missing = reverse("office:amend", args=["khongco", "huy-bo"])
    assert specialist.get(missing).status_code == 404
    assert "vẫn còn giá trị" in said(
        post(specialist, amend(award, "khoi-phuc"), reason="Nhầm."), 422
    )


def test_who_proposed_is_told_when_confirming_and_whoever_comes_late(
    specialist: Client, head: Client, award: Any
) -> None:
    address = proposed(specialist, award)

    assert "không tự xác nhận" in said(post(specialist, address + "xac-nhan/", version=1), 409)
    assert "hãy xem bản mới" in said(post(head, address + "xac-nhan/", version=7), 409)
    assert said(post(head, address + "khong-ghi/", version=1, reason=""), 422)
    assert post(head, address + "khong-ghi/", version=1, reason="Thôi.").status_code == 302
    assert "đã được giải quyết" in said(post(head, address + "xac-nhan/", version=2), 409)
    shown = said(head.get(address))
    assert "Thôi." in shown
    assert "Không ghi" in said(head.get(reverse("office:amendments") + "?trang-thai=DECLINED"))


def test_the_inspector_reads_and_has_no_button(
    specialist: Client, somebody: Any, award: Any
) -> None:
    address = proposed(specialist, award)
    inspector = signed_in(Role.INSPECTOR)

    assert "77/QĐ-UBND" in said(inspector.get(address))
    assert address in said(inspector.get(reverse("office:amendments")))
    source = reverse("office:person_award", args=[somebody.ref, award.ref])
    assert amend(award, "huy-bo") not in said(inspector.get(source))
    assert inspector.get(amend(award, "huy-bo")).status_code == 403
    assert inspector.post(address + "xac-nhan/", {"version": 1}).status_code == 403


def test_the_consequences_name_the_title_that_rests_on_it_and_no_bar(
    specialist: Client, somebody: Any
) -> None:
    (first,) = awards(somebody, code="CSTDCS")
    Award.objects.filter(pk=first.pk).update(year=2023, decided_on=date(2024, 1, 20))
    (higher,) = awards(somebody, code="CSTDT")
    Award.objects.filter(pk=higher.pk).update(year=2024, decided_on=date(2025, 3, 20))
    bar(somebody, note="Bí mật điều tra")

    shown = said(specialist.get(amend(first, "huy-bo")))

    assert "Bí mật điều tra" not in shown
    assert "Chiến sĩ thi đua cấp tỉnh năm 2024" in shown
    assert "không đổi, có dùng dòng này" in shown


def test_grades_and_initiatives_have_a_page_of_their_source(
    specialist: Client, head: Client, somebody: Any
) -> None:
    graded, made = grade(somebody, 2025, "HTTNV"), initiative(somebody, 2024)
    record = said(specialist.get(reverse("office:person", args=[somebody.ref])))
    of_grade = reverse("office:person_grade", args=[somebody.ref, graded.ref])
    of_made = reverse("office:person_initiative", args=[somebody.ref, made.ref])

    assert of_grade in record
    assert of_made in record
    shown = said(specialist.get(of_grade))
    assert "Hoàn thành tốt nhiệm vụ" in shown
    assert amend(graded, "huy-bo") not in shown
    assert "Cải tiến quy trình" in said(specialist.get(of_made))
    address = proposed(
        specialist, graded, "dinh-chinh", reason="Nhập nhầm.", code="HTXSNV", year=2025,
        decision_no="5/QĐ", decided_on="2026-01-05",
    )  # fmt: skip
    post(head, address + "xac-nhan/", version=1)
    new = Grade.objects.get()
    assert (new.code, new.decision_no) == ("HTXSNV", "5/QĐ")
    other = person("Lù Văn Bậc", unit=somebody.organisation)
    stranger = reverse("office:person_grade", args=[other.ref, new.ref])
    assert specialist.get(stranger).status_code == 404
    assert (
        specialist.get(reverse("office:person_initiative", args=[other.ref, made.ref])).status_code
        == 404
    )


def test_who_recorded_an_initiative_stands_on_its_page(specialist: Client, somebody: Any) -> None:
    answer = post(
        specialist, reverse("office:recognise", args=[somebody.ref]), code="SK_CO_SO", year=2025,
        title="Cải tiến tiêm chủng", decision_no="8/QĐ-SYT", decided_on="2026-01-05",
        recognised_by="Giám đốc Sở",
    )  # fmt: skip
    assert answer.status_code == 302
    made = Initiative.objects.get()
    shown = said(specialist.get(reverse("office:person_initiative", args=[somebody.ref, made.ref])))
    assert "Ai đã ghi" in shown
    assert "Quyết định số 8/QĐ-SYT" in shown


def test_a_unit_reads_what_became_of_its_peoples_rows_and_not_why(
    specialist: Client, head: Client, unit: Any, somebody: Any, award: Any
) -> None:
    address = proposed(specialist, award)
    officer = signed_in(Role.UNIT_OFFICER, unit)
    there = reverse("units:person_award", args=[somebody.ref, award.ref])

    before = said(officer.get(there)) + said(
        officer.get(reverse("units:person", args=[somebody.ref]))
    )
    assert "77/QĐ-UBND" not in before
    post(head, address + "xac-nhan/", version=1)
    after = said(officer.get(there)) + said(
        officer.get(reverse("units:person", args=[somebody.ref]))
    )
    assert "Đã hủy bỏ từ ngày 03/08/2026" in after
    assert "77/QĐ-UBND" in after
    assert "Kê khai gian dối" not in after
    assert officer.get(address.replace("/thuong-truc/", "/don-vi/")).status_code == 404
    elsewhere = signed_in(Role.UNIT_HEAD, organisation("Sở Giáo dục và Đào tạo"))
    assert elsewhere.get(there).status_code == 404
    graded = grade(somebody, 2025)
    of_grade = reverse("units:person_grade", args=[somebody.ref, graded.ref])
    assert said(officer.get(of_grade))
    assert elsewhere.get(of_grade).status_code == 404
    made = initiative(somebody, 2024)
    of_made = reverse("units:person_initiative", args=[somebody.ref, made.ref])
    assert "Cải tiến quy trình" in said(officer.get(of_made))
    assert elsewhere.get(of_made).status_code == 404
