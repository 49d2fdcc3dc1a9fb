"""Bodies at the office: the tree of a day, events entered, confirmed and taken back, places."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.nominations.states import BatchState
from bangvang.nominations.tests.factories import batch, nomination, round_
from bangvang.registry.actions.record_history import History, PastAward, record_history
from bangvang.registry.selectors.body_tree import A_PAGE
from bangvang.registry.states import HolderKind
from bangvang.registry.tests.factories import body_named, newest_event, organisation, person
from bangvang.registry.tests.test_bodies import (
    DECIDED,
    SPECIALIST,
    abolish,
    confirm,
    merge,
    rename,
    split,
)

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
SAID = {
    "on": "2025-03-01",
    "decision_no": "11/NQ-HĐND",
    "decided_on": "2025-02-20",
    "issued_by": "Hội đồng nhân dân tỉnh",
    "note": "",
    "version": 1,
}


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def signed_in(role: Role, name: str = "") -> Client:
    client = Client()
    client.force_login(account(name or role.value.lower(), role), backend=BACKEND)
    return client


@pytest.fixture
def specialist() -> Client:
    return signed_in(Role.SPECIALIST)


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def at(name: str, *args: str) -> str:
    return reverse(f"office:{name}", args=args)


def test_the_tree_shows_the_day_that_was_asked_for(specialist: Client) -> None:
    body = organisation("Sở Y tế")
    rename(body, "Sở Sức khỏe")

    today = words(specialist.get(at("bodies")))
    then = words(specialist.get(at("bodies"), {"ngay": "2022-04-19"}))
    unread = words(specialist.get(at("bodies"), {"ngay": "hom-qua"}))

    assert ">Sở Sức khỏe</a>" in today
    assert ">Sở Y tế</a>" in then
    assert "nay là Sở Sức khỏe" in then
    assert "như vào ngày 19/04/2022" in then
    assert "Ngày không đọc được" in unread


def test_words_find_a_body_by_a_name_of_before(specialist: Client) -> None:
    body = organisation("Sở Y tế")
    rename(body, "Sở Sức khỏe")
    organisation("Trung tâm Y tế", until=date(2020, 1, 1))

    found = words(specialist.get(at("bodies"), {"q": "y te"}))

    assert "trước đây là Sở Y tế" in found
    assert "hoạt động đến trước ngày 01/01/2020" in found
    assert "Không tìm thấy đơn vị nào" in words(specialist.get(at("bodies"), {"q": "khong co"}))
    empty = words(specialist.get(at("bodies"), {"ngay": "1990-01-01"}))
    assert "Ngày này chưa có đơn vị nào" in empty


def test_a_long_tree_is_read_in_pages(specialist: Client) -> None:
    for n in range(A_PAGE + 5):
        organisation(f"Đơn vị {n:03}", until=date(2024, 1, 1))

    first = words(specialist.get(at("bodies"), {"ngay": "2022-04-19"}))

    assert f"Đơn vị 1 đến {A_PAGE} trong {A_PAGE + 6}" in first
    assert "ngay=2022-04-19" in first
    assert specialist.get(at("bodies"), {"trang": "9"}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_tree_takes_as_many_queries_for_three_as_for_one(
    count: int, specialist: Client, django_assert_max_num_queries: object
) -> None:
    for n in range(count):
        organisation(f"Đơn vị {n}")

    with django_assert_max_num_queries(16):  # type: ignore[operator]  # a fixture
        specialist.get(at("bodies"))


def test_the_inspector_reads_and_has_nothing_to_press() -> None:
    inspector = signed_in(Role.INSPECTOR)
    body = organisation("Sở Y tế")
    ref = abolish(body)

    tree, page = words(inspector.get(at("bodies"))), words(inspector.get(at("body", body.ref)))
    event = words(inspector.get(at("body_event", ref)))

    assert "Ghi đơn vị" not in tree
    assert "Đổi tên" not in page
    assert "Chờ xác nhận" in event
    assert at("confirm_body_event", ref) not in event
    assert at("withdraw_body_event", ref) not in event
    for name in ("rename_body", "move_body", "merge_body", "split_body", "abolish_body"):
        assert inspector.get(at(name, body.ref)).status_code == 403
    for name in ("register_body", "load_places"):
        assert inspector.get(at(name)).status_code == 403


def test_a_body_is_entered(specialist: Client) -> None:
    above = organisation("Sở Y tế")
    said = {
        "name": "Trung tâm Y tế",
        "abbreviation": "TTYT",
        "kind": "SUB_UNIT",
        "parent": above.ref,
        "since": "2020-01-01",
        "until": "",
    }

    assert "Thuộc" in words(specialist.get(at("register_body")))
    answer = specialist.post(at("register_body"), said)
    again = specialist.post(at("register_body"), said)

    made = body_named("Trung tâm Y tế")
    assert answer.headers["Location"] == at("body", made.ref)
    assert again.status_code == 422
    assert "đã có một đơn vị đang hoạt động mang tên này" in words(again)
    assert specialist.post(at("register_body"), {"name": ""}).status_code == 422


def test_a_body_is_renamed_and_an_old_award_keeps_its_name(specialist: Client) -> None:
    unit = organisation("Sở Y tế")
    somebody = person(unit=unit)
    award = PastAward("LDTT", "MERIT", 2021, "5/QĐ", date(2022, 1, 8), "Giám đốc", "Sở Y tế")
    record_history(somebody.ref, History(awards=(award,)), actor=SPECIALIST, at=AT)
    for of in (unit,):
        record_history(
            of.ref, History(awards=(award,)), of=HolderKind.ORGANISATION, actor=SPECIALIST, at=AT
        )

    assert "Sở Y tế" in words(specialist.get(at("rename_body", unit.ref)))
    answer = specialist.post(
        at("rename_body", unit.ref), {**SAID, "name": "Sở Sức khỏe", "abbreviation": "SSK"}
    )

    assert answer.headers["Location"] == at("body", unit.ref)
    page = words(specialist.get(at("body", unit.ref)))
    assert "Sở Sức khỏe" in page
    assert "01/03/2025" in page
    hint = "Đơn vị: Sở Y tế (nay là Sở Sức khỏe)"
    assert hint in words(specialist.get(at("person", somebody.ref)))
    assert hint in words(specialist.get(at("collective", unit.ref)))
    assert "(nay là Sở Sức khỏe)" in words(Client().get(reverse("portal:register")))
    public = reverse("portal:person", args=[somebody.ref])
    assert "(nay là Sở Sức khỏe)" in words(Client().get(public))


def test_what_cannot_be_is_said_at_its_field(specialist: Client) -> None:
    unit = organisation("Sở Y tế")
    organisation("Sở Tài chính")
    said = {**SAID, "name": "Sở Tài chính", "abbreviation": ""}

    taken = specialist.post(at("rename_body", unit.ref), said)
    early = specialist.post(
        at("rename_body", unit.ref), {**said, "name": "Sở Khác", "on": "1990-01-01"}
    )

    assert taken.status_code == early.status_code == 422
    assert "đã có một đơn vị đang hoạt động mang tên này" in words(taken)
    assert "phải sau ngày đơn vị bắt đầu hoạt động" in words(early)


def test_who_saves_second_sees_what_is_there_now_and_may_press_again(specialist: Client) -> None:
    unit = organisation("Sở Y tế")
    rename(unit, "Sở Sức khỏe", on=date(2024, 1, 1))
    said = {**SAID, "name": "Sở Khác", "abbreviation": ""}

    stale = specialist.post(at("rename_body", unit.ref), said)

    assert stale.status_code == 409
    assert 'name="version" value="2"' in words(stale)
    assert specialist.post(at("rename_body", unit.ref), {**said, "version": 2}).status_code == 302


def test_the_address_of_a_merged_record_goes_on_to_the_one_that_stands(specialist: Client) -> None:
    stands, doubled = organisation("Trạm Y tế Suối Mơ"), organisation("Tram Y te Suoi Mo")
    type(doubled).objects.filter(pk=doubled.pk).update(merged_into=stands)
    answer = specialist.get(reverse("office:body", args=[doubled.ref]))
    assert (answer.status_code, answer["Location"]) == (
        302, reverse("office:body", args=[stands.ref])
    )  # fmt: skip


def test_a_body_moves_under_another(specialist: Client) -> None:
    above, other = organisation("Sở A"), organisation("Sở B")
    body = organisation("Phòng C", parent=above)

    same = specialist.post(at("move_body", body.ref), {**SAID, "parent": above.ref})
    moved = specialist.post(at("move_body", body.ref), {**SAID, "parent": other.ref})

    assert "đang thuộc đúng cấp trên này" in words(same)
    assert moved.status_code == 302
    assert "Sở A" in words(specialist.get(at("body", body.ref)))


def test_a_merger_shows_what_it_touches_and_waits_for_a_second_person(specialist: Client) -> None:
    body, heir = organisation("Sở A"), organisation("Sở B")
    child = organisation("Phòng C", parent=body)
    person(unit=body)
    account("canbo", Role.UNIT_OFFICER, unit=body)
    in_round = round_()
    batch(unit=body, in_round=in_round)
    nomination(batch(BatchState.SUBMITTED, unit=body, in_round=in_round))

    form = words(specialist.get(at("merge_body", body.ref)))
    answer = specialist.post(
        at("merge_body", body.ref),
        {**SAID, "heir": heir.ref, "name": "", "abbreviation": "", "beside": []},
    )

    event = newest_event()
    assert answer.headers["Location"] == at("body_event", event.ref)
    own = words(specialist.get(at("body_event", event.ref)))
    head = signed_in(Role.OFFICE_HEAD)
    seen = words(head.get(at("body_event", event.ref)))
    for sentence in (
        "1 người chuyển sang Sở B.",
        "1 đơn vị trực thuộc chuyển sang Sở B: Phòng C.",
        "1 tài khoản thôi vai trò của đơn vị này",
        "1 danh sách đang soạn không nộp được nữa",
        "1 hồ sơ đã nộp tiếp tục được xét",
    ):
        assert sentence in seen
        assert sentence.replace("Sở B", "đơn vị kế tục") in form
    assert "Người ghi không tự xác nhận được" in own
    assert "Sở A sáp nhập thành Sở B" in words(head.get(at("today")))
    assert "Sở A sáp nhập thành Sở B" not in words(specialist.get(at("today")))

    done = head.post(at("confirm_body_event", event.ref), {"version": 1})

    assert done.status_code == 302
    assert "Người xác nhận" in words(head.get(at("body_event", event.ref)))
    child.refresh_from_db()
    assert child.parent == heir
    assert "nay là Sở B" in words(head.get(at("body", body.ref)))
    assert "Sở A" in words(head.get(at("body", heir.ref)))


def test_a_confirmation_without_its_version_changes_nothing() -> None:
    ref = abolish(organisation("Sở A"))
    head = signed_in(Role.OFFICE_HEAD)

    assert head.post(at("confirm_body_event", ref), {}).status_code == 422
    assert head.post(at("confirm_body_event", ref), {"version": 7}).status_code == 422
    assert head.get(at("confirm_body_event", ref)).status_code == 405
    assert newest_event().done_at is None


def test_either_an_existing_heir_or_a_new_one(specialist: Client) -> None:
    body, heir = organisation("Sở A"), organisation("Sở B")
    said = {**SAID, "heir": heir.ref, "name": "Sở C", "abbreviation": ""}

    both = specialist.post(at("merge_body", body.ref), said)
    none = specialist.post(at("merge_body", body.ref), {**said, "heir": "", "name": ""})
    new = specialist.post(at("merge_body", body.ref), {**said, "heir": "", "beside": [heir.ref]})

    assert "không cả hai" in words(both)
    assert "Cần ghi tên đơn vị" in words(none)
    assert new.status_code == 302
    event = newest_event()
    assert "Lập mới khi xác nhận" in words(specialist.get(at("body_event", event.ref)))
    assert event.bodies.filter(part="ENDED").count() == 2


def test_a_split_and_an_end_are_entered(specialist: Client) -> None:
    body, other = organisation("Sở A"), organisation("Sở B")
    said = {**SAID, "heirs": [], "names": "Sở C\n\n Sở D "}

    assert "Thành các đơn vị đã có" in words(specialist.get(at("split_body", body.ref)))
    assert specialist.post(at("split_body", body.ref), said).status_code == 302
    assert [one["name"] for one in newest_event().new_bodies] == ["Sở C", "Sở D"]
    assert "vẫn ghi ở đơn vị cũ" not in words(specialist.get(at("abolish_body", other.ref)))
    person(unit=other)
    assert "1 người vẫn ghi ở đơn vị cũ" in words(specialist.get(at("abolish_body", other.ref)))
    assert specialist.post(at("abolish_body", other.ref), SAID).status_code == 302
    assert newest_event().kind == "ABOLISHED"


def test_a_body_that_ended_without_a_word_may_be_told_how(specialist: Client) -> None:
    silent = organisation("Sở A", until=DECIDED.on)
    waiting = organisation("Sở B")
    abolish(waiting)

    assert at("merge_body", silent.ref) in words(specialist.get(at("body", silent.ref)))
    assert at("rename_body", silent.ref) not in words(specialist.get(at("body", silent.ref)))
    assert at("rename_body", waiting.ref) not in words(specialist.get(at("body", waiting.ref)))


def test_an_event_is_taken_back_with_a_reason(specialist: Client) -> None:
    body = organisation("Sở A")
    ref = rename(body, "Sở A mới")
    address = at("withdraw_body_event", ref)

    assert "trở lại như trước sự kiện" in words(specialist.get(address))
    assert specialist.post(address, {"version": 1, "reason": " "}).status_code == 422
    stale = specialist.post(address, {"version": 5, "reason": "Ghi nhầm"})
    assert stale.status_code == 422
    answer = specialist.post(address, {"version": 1, "reason": "Ghi nhầm đơn vị"})

    assert answer.status_code == 302
    shown = words(specialist.get(at("body_event", ref)))
    assert "Đã rút" in shown
    assert "Ghi nhầm đơn vị" in shown
    body.refresh_from_db()
    assert body.name == "Sở A"


def test_an_event_that_something_rests_on_says_so(specialist: Client) -> None:
    body = organisation("Sở A")
    ref = rename(body, "Sở A mới", note="Theo đề án")
    merge(body, into=organisation("Sở B"))
    rename_again = at("withdraw_body_event", ref)

    assert "Đã có việc ghi sau" in words(specialist.get(at("body_event", ref)))
    assert "Theo đề án" in words(specialist.get(at("body_event", ref)))
    assert specialist.get(rename_again).status_code == 422


def test_the_places_of_the_province_are_loaded_once(specialist: Client) -> None:
    assert "99 xã, phường" in words(specialist.get(at("load_places")))

    first = specialist.post(at("load_places"), {"province": "15"}, follow=True)
    second = specialist.post(at("load_places"), {"province": "15"}, follow=True)

    assert "thêm 99 xã, phường" in words(first)
    assert "đã có sẵn 99" in words(second)
    assert specialist.post(at("load_places"), {"province": "01"}).status_code == 422
    ward = body_named("Ủy ban nhân dân phường Sa Pa")
    assert "03006" in words(specialist.get(at("body", ward.ref)))


def test_a_role_ends_with_its_body_save_that_of_the_administrator() -> None:
    body = organisation("Sở A", until=date(2026, 1, 1))
    officer, administrator = Client(), Client()
    officer.force_login(account("canbo", Role.UNIT_OFFICER, unit=body), backend=BACKEND)
    administrator.force_login(account("quantri", Role.ADMINISTRATOR, unit=body), backend=BACKEND)

    assert officer.get(reverse("units:today")).status_code == 403
    assert administrator.get(at("accounts")).status_code == 200


def test_people_of_a_split_body_are_sent_to_an_heir(specialist: Client) -> None:
    body = organisation("Huyện A")
    somebody = person(unit=body)
    ref = split(body, new=("Xã B", "Xã C"))
    assert specialist.get(at("move_people", body.ref)).status_code == 404
    confirm(ref)
    heir = body_named("Xã C")
    address = at("move_people", body.ref)

    assert address in words(specialist.get(at("body", body.ref)))
    assert "Vàng Thị Lúa Chín, 12/06/1985" in words(specialist.get(address))
    body.refresh_from_db()
    said = {"version": body.version, "heir": heir.ref, "people": [somebody.ref]}
    nobody = specialist.post(address, {**said, "people": []})
    answer = specialist.post(address, said, follow=True)

    assert nobody.status_code == 422
    assert "Cần chọn ít nhất một người" in words(nobody)
    assert "Đã chuyển 1 người." in words(answer)
    assert "đã ghi ở Xã C" in words(answer)
    empty = organisation("Huyện D")
    confirm(split(empty, new=("Xã E", "Xã F")))
    assert "Không có ai để chuyển" in words(specialist.get(at("move_people", empty.ref)))
