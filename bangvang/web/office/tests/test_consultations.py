"""Public lists at the office: the whole errand by its pages, and what others do not see."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.models import Consultation, ConsultationRule, Opinion
from bangvang.appraisal.tests import consulting as make
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.tests.factories import AT
from bangvang.nominations.models import Nomination
from bangvang.registry.models import Organisation
from bangvang.web.office.tests.test_bar_leaks import BACKEND

pytestmark = pytest.mark.django_db

SECRET = "x" * 32
Office = tuple[Actor, Actor]


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = AT.date()


@pytest.fixture
def office() -> tuple[Actor, Actor]:
    return make.the_office()


def signed_in(role: Role, unit: Any = None) -> Client:
    client = Client()
    unit = unit or Organisation.objects.get(abbreviation="PTĐKT")
    client.force_login(account(role.value.lower(), role, unit=unit), backend=BACKEND)
    return client


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    said: str = answer.content.decode()
    return " ".join(said.replace("\u00a0", " ").split())


def get(client: Client, name: str, *args: object, query: str = "", status: int = 200) -> str:
    return text(client.get(reverse(f"office:{name}", args=args) + query), status)


def press(client: Client, address: str, *args: object, status: int = 302, **said: object) -> str:
    answer = client.post(reverse(f"office:{address}", args=args), said)
    return text(answer, status)


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("van-ban.pdf", make.SCAN)


def a_rule(**other: object) -> dict[str, Any]:
    return {
        "award_code": "BK_TTG",
        "is_asked": "1",
        "working_days": "3",
        "gate": "BEFORE_BALLOT",
        "paper": "REGULATION",
        "number": "12/QC-HĐTĐKT",
        "issued_on": "2026-01-05",
        "clause": "khoản 2 Điều 9",
        "since": "2026-09-01",
        "scan": scan(),
    } | other


def test_papers_are_entered_read_and_taken_back(office: Office) -> None:
    head = signed_in(Role.OFFICE_HEAD)

    assert "Chưa ghi văn bản nào" in get(head, "consultation_rules")
    assert "ở sau ngày ghi" in press(
        head, "enter_consultation_rule", status=422, **a_rule(issued_on="2026-12-01")
    )
    assert "Bản quét văn bản" in get(head, "enter_consultation_rule")
    press(head, "enter_consultation_rule", **a_rule())
    ref = ConsultationRule.objects.get().ref
    page = get(signed_in(Role.INSPECTOR), "consultation_rules")
    assert "ít nhất 3 ngày làm việc" in page
    assert "Rút" not in page.split("<main")[1].replace("Đã rút", "")
    assert head.get(reverse("office:consultation_rule_scan", args=[ref])).status_code == 200
    assert head.get(reverse("office:consultation_rule_scan", args=["x"])).status_code == 404
    get(head, "withdraw_consultation_rule", ref)
    get(head, "withdraw_consultation_rule", "x", status=404)
    press(head, "withdraw_consultation_rule", ref, reason="Ghi nhầm số.")
    assert "Ghi nhầm số." in get(head, "consultation_rules")


def test_a_list_from_the_draft_to_the_report(office: Office, settings: Settings) -> None:
    make.rule(office[1])
    rows = make.rows()
    specialist, head = signed_in(Role.SPECIALIST), signed_in(Role.OFFICE_HEAD)
    dot = f"?dot={rows[0].batch.round.ref}"

    assert "Chưa có danh sách nào" in get(specialist, "consultations")
    assert "2 trường hợp" in get(specialist, "prepare_consultation")
    assert "khoản 2 Điều 9" in get(specialist, "prepare_consultation", query=dot)
    address = reverse("office:prepare_consultation") + dot
    said = {"rows": [row.ref for row in rows], "working_days": "2", "where_to": "Sở Nội vụ"}
    assert "không ít hơn được" in text(specialist.post(address, said), 422)
    text(specialist.post(address, said | {"working_days": "3"}), 302)
    ref = Consultation.objects.get().ref
    assert "Trưởng phòng mở lấy ý kiến" in get(specialist, "consultation", ref)
    assert "Không có hồ sơ nào" in get(specialist, "prepare_consultation")
    assert "Mở lấy ý kiến Nhân dân" in get(head, "today")
    get(head, "published_list", ref, status=404)
    assert "Người khác vừa lưu" in press(head, "open_public_list", ref, status=422, version="9")
    get(head, "open_public_list", ref)
    press(head, "open_public_list", ref, version="1")
    page = get(head, "consultation", ref)
    assert "Còn 4 ngày làm việc" in page
    assert "Chưa có ý kiến nào" in page
    get(head, "prolong_consultation", ref)
    assert "phải là ngày làm việc" in press(
        head, "prolong_consultation", ref, status=422, version="2", last_on="2026-09-20", reason="x"
    )
    press(head, "prolong_consultation", ref, version="2", last_on="2026-09-18", reason="Mưa lũ.")
    get(head, "take_out_of_consultation", ref, 2)
    get(head, "take_out_of_consultation", ref, 7, status=404)
    press(specialist, "take_out_of_consultation", ref, 2, reason="Đơn vị rút.")
    proof = get(specialist, "published_list", ref)
    assert Consultation.objects.get().fingerprint in proof
    assert "rút khỏi danh sách ngày 14/09/2026" in proof
    assert "/lay-y-kien/" in proof
    settings.BANGVANG_DAY = make.AFTER.date().replace(day=21)
    assert "Kết thúc lấy ý kiến, danh sách số 01/2026" in get(head, "today")
    assert "Chờ Trưởng phòng" in get(specialist, "consultation", ref)
    get(head, "close_consultation", ref)
    press(head, "close_consultation", ref)
    kept = Consultation.objects.get()
    assert kept.certificate is not None
    assert kept.certificate.pdf is not None
    file = reverse("office:consultation_file", args=[ref, kept.certificate.pdf.ref])
    assert specialist.get(file)["Content-Type"] == "application/pdf"
    assert "Đã kết thúc" in get(head, "consultations")
    get(head, "consultation", ref)


def test_a_draft_is_given_up_on_its_page(office: Office) -> None:
    make.rule(office[1])
    make.prepare_consultation(make.plan(make.rows(1)), actor=office[0], at=AT)
    specialist = signed_in(Role.SPECIALIST)
    ref = Consultation.objects.get().ref

    assert "Dự thảo" in get(specialist, "consultations")
    get(specialist, "discard_consultation", ref)
    press(specialist, "discard_consultation", ref)
    assert Consultation.objects.get().state == "DISCARDED"


def test_an_opinion_is_recorded_resolved_confirmed_and_its_sender_shown_to_one(
    office: Office, settings: Settings
) -> None:
    make.rule(office[1])
    kept = make.opened(*office, make.rows())
    specialist, head = signed_in(Role.SPECIALIST), signed_in(Role.OFFICE_HEAD)
    paper: dict[str, Any] = {
        "about": "1", "came_on": "2026-09-14", "words": "Còn nợ tiền công.",
        "name": "Tẩn Láo Người Gửi", "contact": "0912 000 111", "secret": SECRET,
    }  # fmt: skip

    get(specialist, "record_paper_opinion", kept.ref)
    assert "trong thời gian lấy ý kiến" in press(
        specialist, "record_paper_opinion", kept.ref, status=422, **paper | {
            "came_on": "2026-09-01", "file": scan()
        }
    )  # fmt: skip
    press(specialist, "record_paper_opinion", kept.ref, **paper, file=scan())
    press(specialist, "record_paper_opinion", kept.ref, **paper | {
        "secret": "y" * 32, "about": "", "file": scan()
    })  # fmt: skip
    opinion = Opinion.objects.get(number=1)
    where = (kept.ref, opinion.ref)
    assert "Giải quyết ý kiến số 01/2026-0001" in get(specialist, "today")
    page = get(specialist, "opinion", *where)
    assert "Còn nợ tiền công." in page
    assert "Người Gửi" not in page
    assert "Xem người gửi" not in page
    get(specialist, "opinion", "khac", opinion.ref, status=404)
    get(specialist, "resolve_opinion", *where)
    said: dict[str, Any] = {"kind": "FORWARDED", "why": "Có nội dung tố cáo.", "version": "1"}
    assert "cần ghi cơ quan nhận" in press(
        specialist, "resolve_opinion", *where, status=422, **said
    )
    more: dict[str, Any] = {
        "to_whom": "Thanh tra tỉnh",
        "paper_no": "45/CV-SNV",
        "paper_on": "2026-09-14",
    }
    press(specialist, "resolve_opinion", *where, **said | more)
    assert "Xác nhận cách giải quyết ý kiến số" in get(head, "today")
    get(head, "answer_resolution", *where)
    press(head, "answer_resolution", *where, agree="0", answer="Ghi rõ hơn.", version="2")
    press(specialist, "resolve_opinion", *where, **said | more | {"version": "3"})
    assert "Xác nhận hoặc trả lại" in get(head, "opinion", *where)
    press(head, "answer_resolution", *where, agree="1", version="4")
    page = get(head, "opinion", *where)
    assert "Thanh tra tỉnh, số 45/CV-SNV" in page
    assert "xác nhận" in page
    get(head, "reveal_sender", *where)
    shown = press(head, "reveal_sender", *where, status=200, reason="Hẹn gặp xác minh.")
    assert "Tẩn Láo Người Gửi" in shown
    assert "0912 000 111" in shown
    file = head.post(
        reverse("office:reveal_sender", args=where), {"reason": "Xem đơn.", "tep": "1"}
    )
    assert file["Content-Type"] == "application/pdf"
    assert "Lý do: Hẹn gặp xác minh." in get(head, "opinion", *where)
    inspector = get(signed_in(Role.INSPECTOR), "opinion", *where)
    assert "Còn nợ tiền công." not in inspector
    settings.BANGVANG_DAY = make.AFTER.date()
    page = get(head, "consultation", kept.ref)
    assert "Còn 1 ý kiến chưa giải quyết" in page
    assert "cả danh sách" in page


def test_a_seal_that_does_not_open_is_said(office: Office) -> None:
    make.rule(office[1])
    kept = make.opened(*office, make.rows(1))
    make.received(kept.ref)
    Opinion.objects.update(sealed_sender="hong")

    said = press(
        signed_in(Role.OFFICE_HEAD), "reveal_sender", kept.ref, Opinion.objects.get().ref,
        status=422, reason="Xem.",
    )  # fmt: skip

    assert "Không mở được thông tin người gửi" in said


def test_a_file_says_what_the_people_have_to_do_with_it(office: Office, settings: Settings) -> None:
    make.rule(office[1])
    asked, unread, other = (
        make.rows(1, award_code=code)[0] for code in ("BK_TTG", "HCLD3", "CSTDT")
    )
    head = signed_in(Role.OFFICE_HEAD)

    assert "Phải lấy ý kiến, xong trước khi đưa ra Hội đồng bỏ phiếu" in get(
        head, "nomination", asked.ref
    )
    assert "Ghi lý do không lấy ý kiến" in get(head, "nomination", unread.ref)
    assert 'id="lay-y-kien"' not in get(head, "nomination", other.ref)
    get(head, "waive_consultation", unread.ref)
    press(head, "waive_consultation", unread.ref, reason="Khen thưởng kháng chiến.")
    page = get(head, "nomination", unread.ref)
    assert "Khen thưởng kháng chiến." in page
    assert "Ghi lý do không lấy ý kiến" not in page
    kept = make.opened(*office, [asked])
    assert "Đang lấy ý kiến từ ngày 14/09/2026 đến hết ngày 17/09/2026." in get(
        head, "nomination", asked.ref
    )
    make.received(kept.ref)
    unit = signed_in(Role.UNIT_OFFICER, asked.batch.unit)
    told = text(unit.get(reverse("units:nomination", args=[asked.ref])))
    assert "Đang lấy ý kiến từ ngày 14/09/2026" in told
    make.resolved(*office)
    make.close_consultation(kept.ref, head_name="", actor=office[1], at=make.AFTER)
    told = text(unit.get(reverse("units:nomination", args=[asked.ref])))
    assert "Đã kết thúc, đến hết ngày 17/09/2026; có ý kiến, đã giải quyết xong." in told
    for secret in ("nợ tiền công", "Người Gửi", "Đã xác minh", "12/QC"):
        assert secret not in told
    assert Nomination.objects.count() == 3


def test_a_list_with_three_rows_takes_as_many_queries_as_with_one(
    office: Office, django_assert_max_num_queries: Any
) -> None:
    make.rule(office[1])
    kept = make.opened(*office, make.rows(1))
    make.received(kept.ref, make.sent(form="mot"))
    head = signed_in(Role.OFFICE_HEAD)
    get(head, "consultation", kept.ref)
    with django_assert_max_num_queries(60) as one:
        get(head, "consultation", kept.ref)
    more = make.opened(*office, make.rows(3))
    for form in ("a", "b"):
        make.received(more.ref, make.sent(form=form))

    with django_assert_max_num_queries(len(one)):
        get(head, "consultation", more.ref)
