"""The chamber's pages: what each shows, what none of them gives away, how much they ask for."""

import re
from datetime import date

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bangvang.council.actions.close_count import close_count
from bangvang.council.actions.create_session import create_session
from bangvang.council.actions.save_count import save_count
from bangvang.council.actions.session_plan import SessionPlan
from bangvang.council.tests.factories import (
    BEFORE,
    LATER,
    SECRETARY,
    STARTS,
    agreed,
    called,
    closed,
    council,
    counting,
    opened,
    planned,
    ready,
    sheet,
)
from bangvang.council.tests.records import AgendaItem, Ballot, Count, CountLine, Session
from bangvang.foundation.actor import Role
from bangvang.web.chamber.tests.people import actor_named, signed_in

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+')
ONE_WORLD = sheet((13, 4), (7, 7), (0, 11), valid=18, invalid=2)
OTHER_WORLD = sheet((0, 0), (1, 0), (20, 0), valid=20)


@pytest.fixture(autouse=True)
def _the_day(settings: LazySettings) -> None:
    settings.BANGVANG_DAY = date(2022, 4, 19)


def go(name: str, *args: object) -> str:
    return reverse(f"council:{name}", args=args)


def seen(client: Client, url: str) -> str:
    """Return a page without the token that changes with every request."""
    return TOKEN.sub("", client.get(url).content.decode())


def put(whole: object) -> None:
    """Let the first count hold other numbers, as if from the beginning."""
    count = Count.objects.get(teller_no=1)
    for name in ("collected", "valid", "invalid"):
        setattr(count, name, getattr(whole, name))
    count.save()
    for order, (no, blank) in whole.lines.items():  # type: ignore[attr-defined]  # a sheet
        CountLine.objects.filter(count=count, row__order=order).update(no=no, blank=blank)


@pytest.mark.parametrize("is_closed", [False, True])
def test_no_page_of_anybody_else_depends_on_the_first_count(is_closed: bool) -> None:
    ref = counting()
    signed_in(Role.TELLER, username="kiemphieu1")
    first = actor_named("kiemphieu1", Role.TELLER)
    save_count(ref, ONE_WORLD, version=0, actor=first, at=LATER)
    if is_closed:
        close_count(ref, ONE_WORLD, version=1, actor=first, at=LATER)
    session_ref = Session.objects.get().ref
    board = [go(name, ref) for name in ("ballot", "count", "compare", "opinions")]
    others = [go("today"), go("ballot", ref), go("session", session_ref), go("sessions")]
    readers = [
        (signed_in(Role.TELLER, username="kiemphieu2"), [*board, *others]),
        (signed_in(Role.SECRETARY), others),
        (signed_in(Role.CHAIR), others),
        (signed_in(Role.MEMBER), others),
        (signed_in(Role.OFFICE_HEAD), others),
    ]

    before = [[seen(client, url) for url in urls] for client, urls in readers]
    put(OTHER_WORLD)
    after = [[seen(client, url) for url in urls] for client, urls in readers]

    assert before == after


def test_the_own_sheet_shows_what_was_typed_and_a_stale_one_says_so() -> None:
    ref = counting()
    client = signed_in(Role.TELLER)
    typed = {"do": "save", "version": 0, "collected": 20, "no_1": 3, "blank_1": 0}
    client.post(go("count", ref), typed)

    assert 'value="3"' in seen(client, go("count", ref))
    answer = client.post(go("count", ref), {**typed, "no_1": 5})
    assert answer.status_code == 422
    assert "vừa được lưu ở nơi khác" in answer.content.decode()
    assert client.post(go("count", ref), {**typed, "no_1": "ba"}).status_code == 422
    client.post(go("discard_count", ref))
    assert not Count.objects.exists()


def test_empty_boxes_are_filled_with_none_when_asked() -> None:
    ref = counting()
    client = signed_in(Role.TELLER)

    client.post(go("count", ref), {"do": "fill", "version": 0, "no_1": 3})

    assert list(CountLine.objects.order_by("row__order").values_list("no", "blank")) == [
        (3, 0),
        (0, 0),
        (0, 0),
    ]


def test_a_session_changed_elsewhere_shows_the_other_version() -> None:
    ref = planned(council())
    client = signed_in(Role.SECRETARY)
    form = {
        "version": 1,
        "number": 1,
        "day": "2022-04-19",
        "time": "15:00",
        "place": "Hội trường lớn",
        "chair": 1,
        "secretary": "Vàng Thị Thư Ký",
    }
    assert client.get(go("change_session", ref)).status_code == 200
    assert client.post(go("change_session", ref), form).status_code == 302

    answer = client.post(go("change_session", ref), {**form, "place": "Phòng nhỏ"})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Người khác vừa lưu thay đổi" in page
    assert "Bản đang lưu" in page
    assert "Hội trường lớn" in page
    assert 'value="Phòng nhỏ"' in page


def test_notes_saved_elsewhere_are_shown_beside_ones_own() -> None:
    session_ref = called(council())
    opened(session_ref)
    item = AgendaItem.objects.get().ref
    client = signed_in(Role.SECRETARY)
    version = Session.objects.get().version
    client.post(go("note_item", session_ref, item), {"version": version, "notes": "Bản một."})

    answer = client.post(
        go("note_item", session_ref, item), {"version": version, "notes": "Bản hai."}
    )

    page = answer.content.decode()
    assert (answer.status_code, "Bản một." in page, "Bản hai." in page) == (422, True, True)
    assert client.post(go("note_item", session_ref, item), {}).status_code == 422


def test_forms_that_lack_something_come_back_with_words() -> None:
    council_ref = council()
    ref = planned(council_ref)
    client = signed_in(Role.SECRETARY)

    assert client.get(go("create_session")).status_code == 200
    taken = {"number": 1, "day": "2022-04-19", "time": "14:00", "place": "X", "chair": 1}
    again = client.post(go("create_session"), {**taken, "secretary": "Y"})
    assert (again.status_code, "mang số này" in again.content.decode()) == (422, True)
    assert client.post(go("add_business", ref), {"title": ""}).status_code == 422
    assert client.post(go("put_on_agenda", ref), {}).status_code == 404
    assert client.post(go("conclusions", ref), {"title": ""}).status_code == 422
    early = {"title": "Việc", "owner_name": "Sở", "due_on": "2022-12-31"}
    assert client.post(go("conclusions", ref), early).status_code == 422
    assert client.get(go("appoint")).status_code == 200
    assert client.post(go("appoint"), {"number": ""}).status_code == 422


def test_the_composition_is_shown_as_on_a_day() -> None:
    council()
    client = signed_in(Role.SECRETARY)
    new = {
        "number": 5,
        "role": "MEMBER",
        "holder_name": "Vàng Thị Kế Nhiệm",
        "post_title": "Giám đốc Sở Y tế",
        "since": "2022-04-01",
        "decision_no": "402/QĐ-UBND",
        "decided_on": "2022-03-30",
    }
    assert client.post(go("appoint"), new).status_code == 302
    assert client.post(go("appoint"), new).status_code == 422

    assert "Vàng Thị Kế Nhiệm" in seen(client, go("composition"))
    assert "Vàng Thị Kế Nhiệm" not in seen(client, go("composition") + "?ngay=2022-03-31")
    assert "Ngày không đọc được" in seen(client, go("composition") + "?ngay=hom-nay")
    member = signed_in(Role.MEMBER)
    assert "Ghi thành viên" not in seen(member, go("composition"))


def test_a_council_that_is_not_there_is_not_found() -> None:
    client = signed_in(Role.SECRETARY)

    assert client.get(go("composition")).status_code == 404
    assert client.get(go("create_session")).status_code == 404


def test_what_is_taken_off_asks_why() -> None:
    ref = planned(council())
    rows = ready(2)
    client = signed_in(Role.SECRETARY)
    client.post(go("put_on_agenda", ref), {"award_code": "CSTDT", "achievement_year": 2021})
    item = AgendaItem.objects.get().ref

    assert client.get(go("take_row_off", ref, rows[0].ref)).status_code == 200
    assert client.post(go("take_row_off", ref, rows[0].ref), {"reason": ""}).status_code == 422
    client.post(go("take_row_off", ref, rows[0].ref), {"reason": "Chờ xác minh."})
    assert client.get(go("take_row_off", ref, rows[0].ref)).status_code == 404
    assert client.get(go("remove_item", ref, item)).status_code == 200
    client.post(go("remove_item", ref, item), {"reason": "Chuyển phiên sau."})
    assert client.get(go("item", ref, item)).status_code == 404


def test_lists_and_moves_are_taken_back_with_a_reason() -> None:
    session_ref = called(council())
    client = signed_in(Role.SECRETARY)
    item = AgendaItem.objects.get().ref
    ballot = client.post(go("freeze_list", session_ref, item))["Location"]
    unfreeze = ballot + "bo-chot/"

    assert client.get(unfreeze).status_code == 200
    assert client.post(unfreeze, {"reason": "Sai tên."}).status_code == 302
    assert client.get(go("revise_session", session_ref)).status_code == 200
    client.post(go("revise_session", session_ref), {"reason": "Đổi giờ."})
    assert Session.objects.get().state == "PREPARING"
    client.post(go("move_item_up", session_ref, item))
    assert client.get(ballot).status_code == 404


def test_a_roll_without_a_reason_comes_back() -> None:
    session_ref = called(council(3))
    client = signed_in(Role.SECRETARY)
    version = Session.objects.get().version

    answer = client.post(go("roll", session_ref), {"version": version, "present_1": "on"})

    assert (answer.status_code, "lý do của người vắng" in answer.content.decode()) == (422, True)


def test_what_cannot_happen_now_is_not_asked() -> None:
    ref = counting()
    client = signed_in(Role.SECRETARY)

    for name in ("open_box", "announce"):
        answer = client.get(go(name, ref))
        assert (answer.status_code, answer["Location"]) == (302, go("ballot", ref))


def test_papers_for_nobody_are_refused_on_the_page() -> None:
    session_ref = called(council())
    opened(session_ref, absent=[21, 22])
    client = signed_in(Role.SECRETARY)
    item = AgendaItem.objects.get().ref
    ballot = client.post(go("freeze_list", session_ref, item))["Location"]

    answer = client.post(ballot + "phat-phieu/", {})

    assert (answer.status_code, "nào nhận phiếu" in answer.content.decode()) == (422, True)


def test_letters_are_asked_for_again_when_something_is_wrong() -> None:
    ref = counting()
    client = signed_in(Role.TELLER)

    assert client.get(go("enter_opinion", ref, 21)).status_code == 200
    assert client.post(go("enter_opinion", ref, 21), {"row_1": "yes"}).status_code == 422
    assert client.get(go("enter_opinion", ref, 1)).status_code == 404
    assert client.get(go("minutes", "nothing")).status_code == 404


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.TELLER, Role.CHAIR, Role.OFFICE_HEAD])
def test_every_state_of_a_ballot_has_its_page(role: Role) -> None:
    client = signed_in(role)
    ref = counting()
    assert client.get(go("ballot", ref)).status_code == 200

    closed(ref, (0, 0), (9, 0), (0, 0))

    page = seen(client, go("ballot", ref))
    assert "Kết quả: 2/3 trường hợp đạt" in page
    assert client.get(go("today")).status_code == 200


def test_the_comparison_is_offered_to_the_counting_board_only() -> None:
    ref = counting()
    agreed(ref, (0, 0), (0, 0), (0, 0))

    assert go("compare", ref) in seen(signed_in(Role.TELLER), go("ballot", ref))
    assert go("compare", ref) not in seen(signed_in(Role.SECRETARY), go("ballot", ref))


def test_the_page_says_when_the_regulation_stands_in_for_an_unread_text() -> None:
    ref = counting()
    client = signed_in(Role.MEMBER)
    assert "nguyên văn" not in seen(client, go("ballot", ref))

    Ballot.objects.update(pass_caveat="Văn bản chưa đối chiếu nguyên văn.")

    assert "chưa đối chiếu nguyên văn." in seen(client, go("ballot", ref))


def test_pages_ask_as_much_for_three_rows_as_for_one() -> None:
    client = signed_in(Role.SECRETARY)
    one = called(council(), rows=1)
    opened(one)
    asked = []
    for more in (0, 2):  # one row and one session, then three of each
        if more:
            for number in (2, 3):
                plan = SessionPlan(number, "Trụ sở", STARTS)
                create_session(_council_ref(), plan, actor=SECRETARY, at=BEFORE)
            ready(more)
            Session.objects.filter(ref=one).update(state="PREPARING")
            client.post(go("put_on_agenda", one), {"award_code": "CSTDT", "achievement_year": 2021})
        counts = []
        for url in (
            go("sessions"),
            go("session", one),
            go("item", one, AgendaItem.objects.get().ref),
        ):
            Session.objects.filter(ref=one).update(state="OPEN")
            with CaptureQueriesContext(connection) as queries:
                client.get(url)
            counts.append(len(queries))
        asked.append(counts)

    assert asked[0] == asked[1]


def _council_ref() -> str:
    return str(Session.objects.order_by("pk")[0].council.ref)


def test_before_the_ballot_a_point_says_how_many_too_many_and_by_which_clause() -> None:
    ref = called(council(), awards=("CSTDCS", "CSTDT"))
    bound, free = AgendaItem.objects.order_by("order")
    member = signed_in(Role.MEMBER)

    shown = seen(member, go("item", ref, bound.ref)).replace("\u00a0", " ")
    other = seen(member, go("item", ref, free.ref))

    assert "Tỷ lệ trên cả danh sách" in shown
    assert "Đề nghị 3 người; chưa rõ số cá nhân" in shown
    assert "khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP" in shown
    assert "Tỷ lệ trên cả danh sách" not in other
