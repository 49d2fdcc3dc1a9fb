"""The pages by which a superior gathers what lower units send up, and what each of them sees."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation
from bangvang.web.units.tests.test_pages import BACKEND, queries, text

pytestmark = pytest.mark.django_db
SCHOOL, OTHER = "Trường Tiểu học số 1", "Trường Mầm non số 2"
NAME, SECOND, THIRD = "Lò Thị Nắng", "Vàng A Mưa", "Giàng A Suối"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def commune() -> Organisation:
    return organisation("Ủy ban nhân dân xã Bát Xát", kind="COMMUNE")


def signed_in(role: Role, unit: Organisation, name: str) -> Client:
    client = Client()
    client.force_login(account(name, role, unit=unit), backend=BACKEND)
    return client


def list_of(unit: Organisation, *names: str, in_round: Any = None) -> Batch:
    batch = make.batch(
        BatchState.WITH_HEAD, unit=unit, in_round=in_round or make.round_(), with_papers=True
    )
    for number, name in enumerate(names, start=1):
        make.nomination(batch, row=number, name=name)
    return batch


@pytest.fixture
def school(commune: Organisation) -> Organisation:
    make.route(commune, branch=commune, kind="SUB_UNIT", advisory="Phòng Văn hóa - Xã hội")
    return organisation(SCHOOL, kind="SUB_UNIT", parent=commune)


def tick(name: str) -> str:
    row = Nomination.objects.get(name=name)
    return f"{row.ref}:{row.version}"


def test_school_to_commune_to_office(commune: Organisation, school: Organisation) -> None:
    batch = list_of(school, NAME, SECOND)
    head = signed_in(Role.UNIT_HEAD, school, "hieutruong")
    superior = signed_in(Role.UNIT_OFFICER, commune, "canboxa")
    page = text(head, reverse("units:batch", args=[batch.ref]))
    assert "nộp lên Ủy ban nhân dân xã Bát Xát để tổng hợp" in page
    assert "Nộp lên cấp trên" in page
    assert "Đơn vị tham mưu: Phòng Văn hóa - Xã hội" in page
    assert head.get(reverse("units:submit", args=[batch.ref])).status_code == 302
    up = reverse("units:send_up", args=[batch.ref])
    assert "trước khi hết ngày" in text(head, up)
    assert NAME not in text(superior, reverse("units:lower_lists"))
    assert head.post(up, {"version": 9}).status_code == 422
    assert head.post(up, {"version": ""}).status_code == 422
    assert head.post(up, {"version": 1}).status_code == 302
    assert head.post(up, {"version": 2}).status_code == 422
    assert "Thu hồi" in text(head, reverse("units:batch", args=[batch.ref]))

    assert SCHOOL in text(superior, reverse("units:today"))
    assert "Danh sách cấp dưới gửi lên (1)" in text(superior, reverse("units:batches"))
    assert SCHOOL in text(superior, reverse("units:lower_lists"))
    address = reverse("units:lower_list", args=[batch.ref])
    shown = text(superior, address)
    assert NAME in shown
    assert SECOND in shown
    assert "Đưa các dòng đã chọn vào danh sách" in shown
    on = superior.get(reverse("units:batch", args=[batch.ref]))
    assert (on.status_code, on["Location"]) == (302, address)

    back = reverse("units:return_lower_row", args=[Nomination.objects.get(name=SECOND).ref])
    assert "Chỉ dòng này về đơn vị" in text(superior, back)
    assert superior.post(back, {"version": 2, "reason": " "}).status_code == 422
    assert superior.post(back, {"version": 9, "reason": "Thiếu."}).status_code == 422
    assert superior.post(back, {"version": 2, "reason": "Thiếu số liệu."}).status_code == 302
    said = text(head, reverse("units:nomination", args=[Nomination.objects.get(name=SECOND).ref]))
    assert "Cấp trên trả lại để bổ sung" in said
    assert "Thiếu số liệu." in said
    assert "Cấp trên trả lại: Thiếu số liệu." in text(head, reverse("units:today"))

    gather = reverse("units:gather_rows", args=[batch.ref])
    assert "Cần chọn ít nhất một dòng." in superior.post(gather, {"into": ""}).content.decode()
    assert superior.post(gather, {"into": "khong-co:1", "dong": tick(NAME)}).status_code == 422
    assert superior.post(gather, {"into": "", "dong": "lung-tung"}).status_code == 422
    assert superior.post(gather, {"into": "", "dong": tick(NAME)}).status_code == 302
    own = Batch.objects.get(unit=commune)
    listed = text(superior, reverse("units:batch", args=[own.ref]))
    assert f"{SCHOOL} gửi lên, dòng 1" in listed
    assert "Tổng hợp từ cấp dưới" in listed
    row = text(superior, reverse("units:nomination", args=[Nomination.objects.get(name=NAME).ref]))
    assert f"Hồ sơ do {SCHOOL} đề nghị và lập" in row
    lower = text(head, reverse("units:batch", args=[batch.ref]))
    assert "Đã tổng hợp, chưa nộp" in lower
    assert "Thu hồi" not in lower
    assert head.get(reverse("units:batch", args=[own.ref])).status_code == 404

    Batch.objects.filter(pk=own.pk).update(
        state=BatchState.SUBMITTED, received_on=DAY, reference_no=7, reference_year=2026,
        fingerprint="f" * 64, route_said="Danh sách này có dòng tổng hợp từ cấp dưới.",
    )  # fmt: skip
    Nomination.objects.filter(name=NAME).update(state=State.SUBMITTED)
    office = signed_in(Role.SPECIALIST, organisation("Sở Nội vụ"), "chuyenvien")
    at_office = text(office, reverse("office:batch", args=[own.ref]))
    assert f"{SCHOOL} đề nghị, dòng 1 của danh sách gửi lên" in at_office
    case = text(office, reverse("office:nomination", args=[Nomination.objects.get(name=NAME).ref]))
    assert f"Giấy tờ của danh sách {SCHOOL} gửi lên" in case
    assert "Tuyến trình" in case
    paper = batch.attachments.first()
    assert paper is not None
    assert "0007/2026" in text(head, reverse("units:nomination", args=[row_ref(NAME)]))
    assert SECOND not in at_office


def row_ref(name: str) -> str:
    return Nomination.objects.get(name=name).ref


def test_rows_and_whole_lists_are_split_off_by_the_page(
    commune: Organisation, school: Organisation
) -> None:
    batch = list_of(school, NAME, SECOND)
    head = signed_in(Role.UNIT_HEAD, school, "hieutruong")
    superior = signed_in(Role.UNIT_HEAD, commune, "chutichxa")
    head.post(reverse("units:send_up", args=[batch.ref]), {"version": 1})
    gather = reverse("units:gather_rows", args=[batch.ref])
    assert (
        superior.post(gather, {"into": "", "dong": [tick(NAME), tick(SECOND)]}).status_code == 302
    )
    own = Batch.objects.get(unit=commune)
    whole = reverse("units:return_lower_list", args=[batch.ref])
    refused = superior.post(whole, {"version": 3, "reason": "Làm lại."})
    assert "tách các dòng đó ra" in refused.content.decode()
    split = reverse("units:split_off", args=[own.ref])
    assert text(superior, split).count("checked") == 0
    assert text(superior, f"{split}?tu={batch.ref}").count("checked") == 2
    assert superior.post(split, {"version": own.version}).status_code == 422
    both = {"version": own.version, "dong": [tick(NAME), tick(SECOND)]}

    assert superior.post(split, both).status_code == 302

    assert "Không có dòng nào tổng hợp" in text(superior, split)
    assert superior.post(whole, {"version": 2, "reason": "Làm lại."}).status_code == 302
    assert superior.get(reverse("units:lower_list", args=[batch.ref])).status_code == 404
    assert "Làm lại." in text(head, reverse("units:batch", args=[batch.ref]))


def test_others_read_nothing_and_long_lists_ask_no_more(
    commune: Organisation, school: Organisation
) -> None:
    batch = list_of(school, NAME)
    head = signed_in(Role.UNIT_HEAD, school, "hieutruong")
    superior = signed_in(Role.UNIT_OFFICER, commune, "canboxa")
    stranger = signed_in(Role.UNIT_OFFICER, organisation("Xã khác", kind="COMMUNE"), "xakhac")
    head.post(reverse("units:send_up", args=[batch.ref]), {"version": 1})
    address = reverse("units:lower_list", args=[batch.ref])
    for client in (stranger, head):
        assert client.get(address).status_code == 404
    for name in ("lower_list", "return_lower_list", "gather_rows"):
        there = reverse(f"units:{name}", args=[batch.ref])
        answer = stranger.post(there, {}) if name == "gather_rows" else stranger.get(there)
        assert answer.status_code == 404
    assert stranger.get(reverse("units:return_lower_row", args=[row_ref(NAME)])).status_code == 404
    assert SCHOOL not in text(stranger, reverse("units:lower_lists"))
    few = queries(superior, address), queries(superior, reverse("units:lower_lists"))

    for number in (2, 3):
        make.nomination(batch, State.SENT_UP, row=number, name=f"Người {number}")
    other = list_of(
        organisation(OTHER, kind="SUB_UNIT", parent=commune), THIRD, in_round=batch.round
    )
    second = signed_in(Role.UNIT_HEAD, other.unit, "hieutruong2")
    second.post(reverse("units:send_up", args=[other.ref]), {"version": 1})

    many = queries(superior, address), queries(superior, reverse("units:lower_lists"))
    assert many == few
    assert THIRD not in text(head, reverse("units:today"))
