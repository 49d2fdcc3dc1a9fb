"""The page of notices behind each door, a message to many units, and the address of an account."""

import re
from typing import Any

import pytest
from django.core import mail as outbox
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.models import Account
from bangvang.accounts.tests.factories import account
from bangvang.council.tests import factories as council
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.nominations.states import Move, State
from bangvang.notifications.models import Announcement, Notification
from bangvang.notifications.tests.scene import CLERK, LATER, Scene, acting, looked, moved, told
from bangvang.web.office.tests.test_appraisal_pages import BACKEND, signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def scene() -> Scene:
    return Scene()


def client_of(of: Account) -> Client:
    client = Client()
    client.force_login(of, backend=BACKEND)
    return client


def post(client: Client, to: str, **data: object) -> tuple[int, str]:
    answer = client.post(to, data)
    said = answer.content.decode().replace("\u00a0", " ")
    return answer.status_code, answer.headers.get("Location", "") or said


def test_a_unit_reads_opens_and_marks_its_notices(scene: Scene) -> None:
    batch, (row,) = scene.handed_in(State.CHECKED)
    moved(row, Move.RETURN, reason="Lý do kín.")
    looked()
    head, here = client_of(scene.head), reverse("units:notifications")
    ref = told(scene.head)[0].ref

    said = text(head, here)
    assert "Hồ sơ được trả lại để bổ sung" in said
    assert '<span class="n">(1)</span>' in said
    assert "Lý do kín" not in said
    stranger = client_of(scene.stranger)
    assert "trả lại" not in text(stranger, here)
    assert post(stranger, reverse("units:open_notification", args=[ref]))[0] == 404

    opened = post(head, reverse("units:open_notification", args=[ref]))
    assert opened == (302, reverse("units:batch", args=[batch.ref]))
    assert '<span class="n">' not in text(head, f"{here}?xem=chua-doc")
    assert post(head, reverse("units:unread_notification", args=[ref])) == (302, here)
    assert post(head, reverse("units:read_notifications"), newest=ref) == (302, here)
    assert post(head, reverse("units:read_notifications"), newest="khong-co")[0] == 404
    assert post(head, reverse("units:choose_mail"), way="LUC_NAO_CUNG_GUI")[0] == 422
    assert post(head, reverse("units:choose_mail"), way="NONE") == (302, here)
    assert "Chọn cách nhận thư" in entries_about(("account", scene.head.ref))[-1].said


def test_a_notice_without_a_page_is_only_read(scene: Scene) -> None:
    record(actor=CLERK, at=AT, verb="choose", subject=("account", "x"), said="Không liên quan.")
    batch, _ = scene.handed_in(State.SUBMITTED)
    record(actor=CLERK, at=AT, verb="recall_batch", subject=("batch", batch.ref), said="Kín.")
    looked()
    chief = client_of(scene.chief)
    (one,) = told(scene.chief)
    assert one.now == "Hiện nay: đã nộp lại, số tiếp nhận 0007/2026."
    opened = post(chief, reverse("office:open_notification", args=[one.ref]))
    assert opened == (302, reverse("office:notifications"))


def test_members_are_told_of_a_session(scene: Scene) -> None:
    member = account("uyvien", Role.MEMBER, unit=scene.office)
    session = council.called(council.council())
    looked()
    said = text(client_of(member), reverse("council:notifications"))
    assert "Triệu tập phiên họp Hội đồng" in said
    assert "Hiện nay: đã triệu tập." in said
    (one,) = told(member)
    opened = post(client_of(member), reverse("council:open_notification", args=[one.ref]))
    assert opened == (302, reverse("council:session", args=[session]))


def hidden(said: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', said)
    return {name: value for name, value in found if name in ("ref", "seen")}


def test_a_message_is_seen_before_it_goes_and_goes_once(scene: Scene) -> None:
    scene.handed_in(State.SUBMITTED)
    scene.stranger.mail_address = "nguoila@vidu.example"
    scene.stranger.save()
    chief = client_of(scene.chief)
    write = reverse("office:announce", args=[scene.in_round.ref])
    send = reverse("office:send_announcement", args=[scene.in_round.ref])
    words = {"audience": "NOT_HANDED_IN", "title": "Hạn nộp", "text": "Còn bốn ngày."}

    assert "Chưa gửi thông báo nào" in text(chief, write)
    assert post(chief, write, **words | {"text": " "})[0] == 422
    status, said = post(chief, write, **words | {"text": "Số 012345678901"})
    assert (status, "như số định danh" in said) == (422, True)
    status, said = post(chief, write, **words | {"audience": "WITH_A_LIST"})
    assert (status, "Sở Y tế" in said, "Sở Mây Núi" in said) == (200, True, False)
    status, preview = post(chief, write, **words)
    assert (status, "Sở Mây Núi" in preview, "Sở Y tế" in preview) == (200, True, False)
    assert Notification.objects.count() == 0
    shown = words | hidden(preview)
    assert post(chief, write, **shown, edit="1")[0] == 200

    other = account("nguoimoi", Role.UNIT_OFFICER, unit=scene.other)
    status, said = post(chief, send, **shown)
    assert (status, "khác lúc xem trước" in said) == (422, True)
    shown = words | hidden(post(chief, write, **words)[1])
    assert post(chief, send, **shown) == (302, write)
    status, said = post(chief, send, **shown)
    assert (status, "đã gửi rồi" in said) == (422, True)

    assert [one.title for one in told(other)] == ["Hạn nộp"]
    assert told(scene.head) == []
    assert "2 người, 0 người đã đọc" in text(chief, write)
    last = entries_about(("round", scene.in_round.ref))[-1]
    assert "Gửi thông báo «Hạn nộp» cho 2 người" in last.said
    looked(LATER)
    assert [sent.to for sent in outbox.outbox] == [["nguoila@vidu.example"]]
    assert Announcement.objects.count() == 1


def test_nobody_but_the_head_of_the_office_writes_to_many(scene: Scene) -> None:
    clerk = signed_in("chuyenvien", Role.SPECIALIST, scene.office)
    write = reverse("office:announce", args=[scene.in_round.ref])
    assert clerk.get(write).status_code == 403
    Account.objects.exclude(pk=scene.chief.pk).update(is_active=False)
    words = {"audience": "ALL", "title": "Hạn nộp", "text": "Còn bốn ngày."}
    status, said = post(client_of(scene.chief), write, **words)
    assert (status, "Không có ai để gửi" in said) == (422, True)
    assert acting(scene.chief).has(Role.OFFICE_HEAD)


def test_an_administrator_keeps_the_address_and_two_at_once_are_told(scene: Scene) -> None:
    admin = signed_in("quantri", Role.ADMINISTRATOR, scene.office)
    address = reverse("office:mail_address", args=[scene.head.ref])
    assert post(admin, address, address="không phải thư", was="")[0] == 422
    good: dict[str, Any] = {"address": "y.te@vidu.example", "was": ""}
    assert post(admin, address, **good)[0] == 302
    status, said = post(admin, address, **good)
    assert (status, "Người khác vừa đổi" in said) == (422, True)
    assert post(admin, address, address="", was="y.te@vidu.example")[0] == 302
    said = " ".join(line.said for line in entries_about(("account", scene.head.ref)))
    assert ("Bỏ địa chỉ thư" in said, "vidu" in said) == (True, False)
    assert client_of(scene.head).post(address, good).status_code == 403
