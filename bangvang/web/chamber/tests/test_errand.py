"""A whole session through the pages, by the people who do it, without JavaScript."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bangvang.council.tests.factories import council, ready
from bangvang.council.tests.records import (
    AgendaItem,
    Ballot,
    Minutes,
    Nomination,
    Session,
    Task,
    WrittenOpinion,
)
from bangvang.foundation.actor import Role
from bangvang.web.chamber.tests.people import PDF, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_day(settings: LazySettings) -> None:
    settings.BANGVANG_DAY = date(2022, 4, 19)


def go(name: str, *args: object) -> str:
    return reverse(f"council:{name}", args=args)


def post(client: Client, name: str, *args: object, **data: object) -> str:
    """Post a form, follow it, and return the page that comes after."""
    answer = client.post(go(name, *args), data, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def upload(name: str = "ban-quet.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


def roll(absent: tuple[int, ...]) -> dict[str, object]:
    numbers = range(1, 23)
    present: dict[str, object] = {f"present_{n}": "on" for n in numbers if n not in absent}
    return present | {f"reason_{n}": "đi công tác" for n in absent}


def whole(version: int = 0, **changed: int) -> dict[str, object]:
    numbers = {"collected": 20, "valid": 20, "invalid": 0}
    rows = {f"{what}_{order}": 0 for order in (1, 2, 3) for what in ("no", "blank")}
    return {"do": "close", "version": version, **numbers, **rows, **changed}


def test_a_session_from_its_number_to_its_signed_minutes() -> None:
    council()
    ready(3)
    secretary = signed_in(Role.SECRETARY)
    first = signed_in(Role.TELLER, username="kiemphieu1")
    second = signed_in(Role.TELLER, username="kiemphieu2")
    member = signed_in(Role.MEMBER)

    post(
        secretary,
        "create_session",
        number=1,
        day="2022-04-19",
        time="14:00",
        place="Trụ sở UBND tỉnh",
        chair=1,
        secretary="Vàng Thị Thư Ký",
    )
    ref = Session.objects.get().ref
    assert member.get(go("session", ref)).status_code == 404

    post(secretary, "add_business", ref, title="Báo cáo quý I")
    shown = post(secretary, "put_on_agenda", ref, award_code="CSTDT", achievement_year=2021)
    assert "Xét, bỏ phiếu đề nghị tặng" in shown
    assert "Đã triệu tập" in post(secretary, "call_session", ref)
    assert member.get(go("session", ref)).status_code == 200

    version = Session.objects.get().version
    refused = secretary.post(go("open_session", ref))
    assert refused.status_code == 422
    post(secretary, "roll", ref, version=version, **roll((21, 22)))
    assert "Đã khai mạc" in post(secretary, "open_session", ref)

    item = AgendaItem.objects.get(award_code="CSTDT")
    post(secretary, "freeze_list", ref, item.ref)
    ballot = Ballot.objects.get().ref
    assert "phieu-bau-" in post(first, "print_papers", ballot)
    assert "Đang bỏ phiếu" in post(first, "hand_out", ballot, took=list(range(1, 21)))
    asked = first.get(go("open_box", ballot)).content.decode()
    assert "bắt đầu kiểm 20 phiếu đã phát?" in asked
    assert "không quay lại" in asked
    assert Ballot.objects.get().state == "OPEN"
    assert "Đang kiểm phiếu" in post(first, "open_box", ballot)

    letter = {"row_1": "yes", "row_2": "no", "row_3": "", "file": upload()}
    assert "Đã nhập ý kiến" in post(second, "enter_opinion", ballot, 21, **letter)
    opinion = WrittenOpinion.objects.get()
    assert second.get(go("opinion_file", opinion.ref)).content == PDF

    post(first, "count", ballot, **whole(no_1=1))
    shown = post(second, "count", ballot, **whole())
    assert "phải đếm lại" in shown
    assert "Lệch, phải đếm lại" in first.get(go("compare", ballot)).content.decode()
    again = {"do": "close", "version": 0, "no_1": 1, "blank_1": 0}
    post(first, "count", ballot, **again)
    assert "Công bố kết quả" in post(second, "count", ballot, **again)
    asked = second.get(go("announce", ballot)).content.decode()
    assert "Công bố kết quả của 3 dòng trong danh sách bầu?" in asked
    assert "cộng với 1 ý kiến bằng văn bản; ai được 20/22" in asked
    assert "không rút lại được" in asked
    assert Ballot.objects.get().state == "AGREED"
    shown = post(second, "announce", ballot)
    assert "Kết quả: 3/3 trường hợp đạt" in shown
    assert set(Nomination.objects.values_list("state", flat=True)) == {"VOTED_FOR"}

    post(first, "print_counting", ballot)
    post(secretary, "note_item", ref, item.ref, version=_version(), notes="Thảo luận kỹ.")
    post(
        secretary,
        "conclusions",
        ref,
        title="Đẩy mạnh tuyên truyền",
        owner_name="Sở Thông tin",
        due_on="2022-12-31",
    )
    post(secretary, "close_session", ref)
    post(secretary, "print_minutes", ref)
    for minutes in Minutes.objects.order_by("kind"):
        signing = {
            "signers": "Giàng A Chủ Tọa, Vàng Thị Thư Ký",
            "signed_on": "2022-04-19",
            "file": upload(),
        }
        assert "Đã ký" in post(secretary, "minutes", minutes.ref, **signing)
    assert Session.objects.get().state == "SIGNED"

    task = Task.objects.get()
    assert "xong ngày" in post(secretary, "close_task", ref, task.ref, result="Đã làm.")
    files = member.get(go("session_minutes", ref))
    assert files.status_code == 200
    scan = Minutes.objects.exclude(scan=None)[0].scan
    assert scan is not None
    assert member.get(go("file", scan.ref)).content == PDF


def _version() -> int:
    return Session.objects.get().version
