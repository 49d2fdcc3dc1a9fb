"""Receiving, appraising and releasing on the pages of the office."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def office() -> Any:
    return organisation("Phòng Thi đua, khen thưởng")


def signed_in(username: str, role: Role, office: Any) -> Client:
    client = Client()
    client.force_login(account(username, role, unit=office), backend=BACKEND)
    return client


@pytest.fixture
def specialist(office: Any) -> Client:
    return signed_in("chuyenvien", Role.SPECIALIST, office)


@pytest.fixture
def head(office: Any) -> Client:
    return signed_in("truongphong", Role.OFFICE_HEAD, office)


@pytest.fixture
def handed_in() -> Any:
    return make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"), with_papers=True)


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def press(client: Client, name: str, ref: str, **data: object) -> tuple[int, str]:
    answer = client.post(reverse(f"office:{name}", args=[ref]), {"version": 1, **data})
    return answer.status_code, answer.content.decode().replace("\u00a0", " ")


def test_empty_pages_say_why(specialist: Client, head: Client) -> None:
    assert "Không có việc nào đang chờ" in text(specialist, reverse("office:today"))
    assert "Chưa có danh sách nào" in text(specialist, reverse("office:batches"))
    assert "Không có hồ sơ nào" in text(specialist, reverse("office:nominations"))
    assert "Chưa có đợt xét nào" in text(head, reverse("office:rounds"))


def test_a_list_goes_from_the_work_list_to_the_agenda(
    specialist: Client, head: Client, handed_in: Any
) -> None:
    row = make.nomination(handed_in, State.SUBMITTED, person=fighter(2023, 2024, 2025))
    page = reverse("office:batch", args=[handed_in.ref])
    case = reverse("office:nomination", args=[row.ref])

    assert "Tiếp nhận danh sách 1 dòng của Sở Y tế" in text(specialist, reverse("office:today"))
    assert press(specialist, "take_up", handed_in.ref)[0] == 302
    assert "Đủ điều kiện tính được, chờ đánh giá" in text(specialist, page)
    assert "Điều 22 Luật Thi đua, khen thưởng 2022" in text(specialist, case)
    status, said = press(specialist, "accept", row.ref, version=2)
    assert (status, "cần ghi đánh giá" in said) == (422, True)
    assert press(specialist, "accept", row.ref, version=2, reason="Nổi bật.")[0] == 302
    assert "Đưa 1 dòng của Sở Y tế ra Hội đồng" in text(head, reverse("office:today"))
    assert press(head, "release", handed_in.ref)[0] == 302
    assert "Chờ đưa ra Hội đồng" in text(specialist, case)


def test_an_overrule_takes_two_people(specialist: Client, head: Client, handed_in: Any) -> None:
    row = make.nomination(handed_in, State.SUBMITTED, person=fighter(2023, 2025))
    press(specialist, "take_up", handed_in.ref)
    case = reverse("office:nomination", args=[row.ref])

    assert "Không chấp nhận ngay được" in text(specialist, case)
    assert press(specialist, "overrule", row.ref, version=2, reason="Có căn cứ khác.")[0] == 302
    assert "Đang chờ Trưởng phòng" in text(specialist, case)
    assert "Cho ý kiến đề nghị khác" in text(head, reverse("office:today"))
    assert press(head, "reject_overrule", row.ref, version=3)[0] == 422
    assert press(head, "reject_overrule", row.ref, version=3, reason="Chưa đủ.")[0] == 302
    assert press(specialist, "overrule", row.ref, version=4, reason="Bổ sung.")[0] == 302
    assert press(head, "confirm_overrule", row.ref, version=5)[0] == 302
    said = text(specialist, case)
    assert "Trưởng phòng đồng ý đề nghị khác kết quả đối chiếu" in said
    assert "Không đủ điều kiện" in said


def test_a_row_is_returned_or_ended_with_a_reason(
    specialist: Client, head: Client, handed_in: Any
) -> None:
    first = make.nomination(handed_in, State.SUBMITTED, person=fighter(2023, 2024, 2025))
    second = make.nomination(handed_in, State.SUBMITTED, row=2, name="Giàng A Suối")
    press(specialist, "take_up", handed_in.ref)

    assert press(specialist, "return_row", first.ref, version=2)[0] == 422
    assert press(specialist, "return_row", first.ref, version=2, reason="Thiếu giấy.")[0] == 302
    assert press(head, "decline", second.ref, version=2, reason="Chưa đạt.")[0] == 302
    assert "bổ sung hồ sơ" in text(specialist, reverse("office:today"))
    assert "Đang chờ đơn vị" in text(specialist, reverse("office:nomination", args=[first.ref]))


def test_a_form_that_somebody_else_overtook_keeps_its_words(
    specialist: Client, handed_in: Any
) -> None:
    row = make.nomination(handed_in, State.SUBMITTED, person=fighter(2023, 2024, 2025))
    press(specialist, "take_up", handed_in.ref)

    status, said = press(specialist, "accept", row.ref, version=1, reason="Lời tôi vừa viết.")

    assert status == 422
    assert "Người khác vừa lưu thay đổi" in said
    assert "Lời tôi vừa viết." in said


def test_the_list_of_rows_keeps_its_filter_in_the_address(
    specialist: Client, handed_in: Any
) -> None:
    make.nomination(handed_in, State.RETURNED, name="Người Trả Lại")
    make.nomination(handed_in, State.CHECKED, row=2, name="Người Đang Xét")

    said = text(specialist, reverse("office:nominations") + "?trang-thai=RETURNED")
    odd = text(specialist, reverse("office:nominations") + "?trang-thai=khong-co")

    assert "Người Trả Lại" in said
    assert "Người Đang Xét" not in said
    assert "Người Đang Xét" in odd


def test_drafts_of_units_are_not_the_office_s_to_see(specialist: Client) -> None:
    draft = make.batch(with_papers=True)
    row = make.nomination(draft, name="Người Còn Nháp")
    paper = draft.attachments.first()
    assert paper is not None

    for name, ref in (("batch", draft.ref), ("nomination", row.ref), ("paper", paper.ref)):
        assert specialist.get(reverse(f"office:{name}", args=[ref])).status_code == 404
    assert "Người Còn Nháp" not in text(specialist, reverse("office:nominations"))


def test_a_round_is_opened_by_the_head(specialist: Client, head: Client) -> None:
    address = reverse("office:open_round")
    data = {
        "title": "Đợt xét năm 2026",
        "achievement_year": "2026",
        "opens_on": "2027-01-04",
        "submit_by": "2027-03-01",
        "ballot_by": "2027-04-01",
    }

    assert specialist.get(address).status_code == 403
    assert head.get(address).status_code == 200
    assert head.post(address, data | {"submit_by": "2027-05-01"}).status_code == 422
    assert head.post(address, data).status_code == 302
    assert "Đợt xét năm 2026" in text(specialist, reverse("office:rounds"))


def test_longer_lists_ask_no_more_of_the_database(specialist: Client) -> None:
    in_round = make.round_()

    def add(number: int) -> None:
        received = make.batch(
            BatchState.SUBMITTED,
            unit=organisation(f"Sở {number}"),
            in_round=in_round,
            number=number,
        )
        make.nomination(received, State.CHECKED, name=f"Lù Văn {number}")

    def asked(name: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            specialist.get(reverse(name))
        return len(captured)

    names = ("office:today", "office:batches", "office:nominations")
    add(1)
    one = [asked(name) for name in names]
    add(2)
    add(3)

    assert [asked(name) for name in names] == one


def test_a_longer_list_page_asks_no_more(specialist: Client, handed_in: Any) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            specialist.get(reverse("office:batch", args=[handed_in.ref]))
        return len(captured)

    make.nomination(handed_in, State.SUBMITTED)
    one = asked()
    make.nomination(handed_in, State.SUBMITTED, row=2, name="Lù Văn Hai")
    make.nomination(handed_in, State.SUBMITTED, row=3, name="Lù Văn Ba")

    assert asked() == one


def test_a_day_without_a_rulebook_is_said_not_guessed(specialist: Client, handed_in: Any) -> None:
    make.nomination(handed_in, State.SUBMITTED)
    handed_in.received_on = date(2016, 3, 1)
    handed_in.save()

    status, said = press(specialist, "take_up", handed_in.ref)

    assert status == 422
    assert "01/03/2016" in said or "2016" in said


def test_a_dossier_names_others_of_the_same_person_and_year(
    specialist: Client, handed_in: Any
) -> None:
    who = fighter(2024, 2025)
    mine = make.nomination(handed_in, State.CHECKED, person=who)
    twin = make.nomination(handed_in, State.GRANTED, row=2, person=who)

    shown = text(specialist, reverse("office:nomination", args=[mine.ref]))

    assert "Cùng người, cùng năm" in shown
    assert "(trùng danh hiệu)" in shown
    assert reverse("office:nomination", args=[twin.ref]) in shown
