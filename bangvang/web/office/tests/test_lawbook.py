"""Comparing values with the official text, as the office goes through it on its pages."""

import re
from datetime import date
from typing import Protocol

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.lawbook.states import State
from bangvang.lawbook.tests.factories import (
    HEAD,
    INITIATIVES,
    PAPER,
    ROUTE,
    SPECIALIST,
    TITLES,
    confirmed,
    document_codes,
    is_any_kept,
    newest,
    proposed,
)
from bangvang.nominations.states import State as RowState

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.BANGVANG_DAY = TODAY


def signed_in(username: str, *roles: Role) -> Client:
    client = Client()
    client.force_login(account(username, *roles))
    return client


@pytest.fixture
def head() -> Client:
    return signed_in("truongphong", Role.OFFICE_HEAD)


@pytest.fixture
def specialist() -> Client:
    return signed_in("chuyenvien", Role.SPECIALIST)


@pytest.fixture
def inspector() -> Client:
    return signed_in("thanhtra", Role.INSPECTOR)


def href(name: str, *args: str) -> str:
    return reverse(f"office:{name}", args=args)


def text_of(client: Client, address: str, *, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode().replace("\u00a0", " ")


class Kept(Protocol):
    """What a test reads of a reading."""

    ref: str
    state: str
    value: object
    instrument: str

    def refresh_from_db(self) -> None: ...


def form_of_titles(**other: object) -> dict[str, object]:
    return {
        "value": "4",
        "since": "2026-10-01",
        "instrument": "LUAT-06-2026",
        "article": "1",
        "clause": "3",
        "compared_on": "2026-11-20",
        "document": SimpleUploadedFile("cong-bao-mau.pdf", PAPER),
        **other,
    }


def enter(client: Client, id_: str = TITLES, **other: object) -> Kept:
    answer = client.post(f"{href('propose_reading')}?muc={id_}", form_of_titles(**other))
    assert answer.status_code == 302, answer.content.decode()
    return newest()


def sought(name: str, more: str = "") -> str:
    return f"{href('waiting_texts')}?tim={name}{more}"


def test_what_waits_is_listed_with_what_uses_it_and_a_way_to_enter_it(specialist: Client) -> None:
    said = text_of(specialist, sought("cơ sở liên tục"))

    assert "Chiến sĩ thi đua cấp tỉnh: Chiến sĩ thi đua cơ sở liên tục (số lần)" in said
    assert "Trước ngày 01/10/2026: 3 lần" in said
    assert f"muc={TITLES}" in said
    assert 'type="date"' in said


def test_day_group_name_and_page_stay_in_the_address(specialist: Client) -> None:
    address = href("waiting_texts")

    assert "trang=2" in text_of(specialist, address)
    assert "trang=2&amp;" not in text_of(specialist, sought("co so lien tuc", "&nhom=rieng"))
    assert f"muc={TITLES}" in text_of(specialist, sought("CO SO lien tuc", "&nhom=rieng"))
    assert f"muc={TITLES}" not in text_of(specialist, sought("co so lien tuc", "&nhom=loi-van"))
    assert f"muc={ROUTE}" in text_of(specialist, sought("co so lien tuc", "&nhom=loi-van"))
    assert f"muc={TITLES}" not in text_of(specialist, sought("co so", "&ngay=2022-04-19"))
    assert "Không có phần nào theo" in text_of(specialist, sought("không đâu có"))
    assert "Chưa có quy định của ngày này" in text_of(specialist, f"{address}?ngay=1990-01-01")
    assert text_of(specialist, f"{address}?ngay=x&trang=999&nhom=")


def test_confirming_says_until_when_it_counts_where_nobody_gave_an_end(head: Client) -> None:
    own = proposed(
        entry_id="deadline.APPRAISE.own",
        value=15,
        since=date(2025, 7, 1),
        instrument="ND-152-2025",
    )

    asked = text_of(head, href("confirm_reading", own.ref))
    assert "Từ ngày 01/07/2025 đến hết ngày 30/09/2026, hệ thống tính theo: 15 ngày" in asked
    assert "; từ 01/10/2026 Luật số 06/2026/QH16 chưa đối chiếu." in asked


def test_a_public_page_says_which_number_people_confirmed_and_names_nobody(client: Client) -> None:
    address = "/van-ban/danh-hieu/cstdt/?ngay=2025-03-01"
    assert "giá trị do cơ quan thường trực đối chiếu" not in text_of(client, address)
    confirmed(since=date(2024, 1, 1), instrument="LUAT-06-2022", article=23, clause=None)

    said = text_of(client, address)
    assert "Điều 23 Luật Thi đua, khen thưởng 2022: giá trị do cơ quan" in said
    assert HEAD.name not in said
    assert SPECIALIST.name not in said


def rows_of(client: Client, code: str, on: str) -> list[str]:
    """Return the conditions of an award's page, one text each, without tags."""
    said = text_of(client, f"/van-ban/danh-hieu/{code}/?ngay={on}")
    rows = re.findall(r'<tr role="row">(.*?)</tr>', said, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


def test_a_confirmed_number_sets_the_day_of_its_own_condition_only(client: Client) -> None:
    confirmed(
        since=date(2024, 1, 1), instrument="LUAT-06-2022", article=23, clause=None, value=3,
        compared_on=date(2026, 9, 14),
    )  # fmt: skip

    rows = rows_of(client, "cstdt", "2025-03-01")

    resting = [row for row in rows if "giá trị do cơ quan thường trực đối chiếu" in row]
    assert [row for row in rows if row.endswith("14/09/2026")] == resting
    assert len(resting) == 4
    assert sum(row.endswith("22/11/2026") for row in rows) == 2
    clauses = text_of(client, "/van-ban/dieu-khoan/?ngay=2025-03-01")
    assert "14/09/2026" not in clauses


def test_a_wording_that_was_compared_is_no_longer_read_second_hand(client: Client) -> None:
    before = rows_of(client, "giay_khen", "2025-03-01")
    assert any("Đọc qua văn bản khác" in row for row in before)
    for kind in ("merit", "movement", "sudden"):
        confirmed(
            entry_id=f"wording.commendation_letter.{kind}.2024", value="AS_CODED",
            since=date(2024, 1, 1), instrument="LUAT-06-2022", article=75, clause=None,
            compared_on=date(2026, 9, 14),
        )  # fmt: skip

    after = rows_of(client, "giay_khen", "2025-03-01")

    assert not any("Đọc qua văn bản khác" in row for row in after)
    assert any(row.endswith("14/09/2026") for row in after)


def test_a_number_read_second_hand_says_that_its_words_still_wait(client: Client) -> None:
    confirmed(
        entry_id="advanced_collective.advanced_members", since=date(2024, 1, 1), value=70,
        instrument="LUAT-06-2022", article=25, clause=None, compared_on=date(2026, 9, 14),
    )  # fmt: skip

    rows = rows_of(client, "ttldtt", "2025-03-01")

    assert sum("Giá trị đã đối chiếu; lời văn đọc qua văn bản khác" in row for row in rows) == 1


def test_an_inspector_reads_and_has_nothing_to_press(inspector: Client) -> None:
    reading = proposed()

    assert "muc=" not in text_of(inspector, href("waiting_texts"))
    page = text_of(inspector, href("reading", reading.ref))
    assert "Hiện không có việc nào cho bạn ở đây" in page
    for name in ("confirm_reading", "reject_reading", "withdraw_reading"):
        assert inspector.get(href(name, reading.ref)).status_code == 403


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR, Role.SECRETARY, Role.UNIT_HEAD])
def test_others_see_nothing_of_it(role: Role) -> None:
    client, reading = signed_in("nguoikhac", role), proposed()

    for address in (
        href("waiting_texts"),
        href("readings"),
        href("reading", reading.ref),
        href("reading_file", reading.ref),
    ):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "cong-bao-mau" not in answer.content.decode()


def test_one_enters_another_confirms_and_the_law_answers(specialist: Client, head: Client) -> None:
    reading = enter(specialist)
    own = text_of(specialist, href("reading", reading.ref))
    assert "Người nhập không tự xác nhận" in own
    assert "Đã nhập, chờ xác nhận" in text_of(specialist, sought("co so lien tuc"))
    assert "Đối chiếu giá trị" in text_of(head, href("today"))
    assert "Đối chiếu giá trị" not in text_of(specialist, href("today"))

    asked = text_of(head, href("confirm_reading", reading.ref))
    assert "3 lần" in asked
    assert "4 lần" in asked
    assert "Từ ngày 01/10/2026, hệ thống tính theo: 4 lần." in asked
    version = re.search(r'name="version" value="(\d+)"', asked)
    assert version
    answer = head.post(href("confirm_reading", reading.ref), {"version": version[1]}, follow=True)

    assert "Đã xác nhận" in answer.content.decode()
    waiting = text_of(specialist, sought("chien si thi dua cap tinh"))
    assert f"muc={TITLES}" not in waiting
    assert f"muc={INITIATIVES}" in waiting


def test_confirming_says_how_many_files_may_be_answered_otherwise(
    head: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        type("Row", (), {"award_code": code, "received_on": on})()
        for code, on in (
            ("CSTDT", date(2026, 11, 1)),
            ("CSTDT", date(2026, 9, 30)),
            ("BK_TTG", date(2026, 11, 1)),
        )
    ]
    asked: dict[str, object] = {}
    monkeypatch.setattr(
        "bangvang.web.office.lawbook_shown.nominations_for",
        lambda _actor, states: asked.setdefault("states", states) and rows,
    )

    own = text_of(head, href("confirm_reading", proposed().ref))
    general = proposed(entry_id="once.achievement", value=True)

    assert "1 hồ sơ nhận trong thời gian này" in own
    assert "2 hồ sơ nhận" in text_of(head, href("confirm_reading", general.ref))
    assert asked["states"] == [RowState.SUBMITTED]


def test_what_was_changed_meanwhile_is_not_confirmed(head: Client) -> None:
    reading = proposed()

    answer = head.post(href("confirm_reading", reading.ref), {"version": "7"})

    assert answer.status_code == 422
    assert "Người khác vừa lưu thay đổi" in answer.content.decode()
    assert newest().state == State.PROPOSED


def test_a_page_for_what_cannot_be_done_is_refused(specialist: Client) -> None:
    reading = confirmed()

    for name in ("confirm_reading", "reject_reading", "withdraw_reading"):
        assert specialist.get(href(name, reading.ref)).status_code == 422


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"value": "bốn"}, "Giá trị (lần):"),
        ({"value": "-4"}, "Giá trị chưa đúng dạng: cần số nguyên không âm"),
        ({"since": "2026-10-02"}, "cần ghi vì sao áp dụng từ ngày này"),
        ({"until": "2026-10-01"}, "Ngày hết hiệu lực phải sau ngày bắt đầu."),
        ({"compared_on": "2026-12-01"}, "Ngày đối chiếu còn ở phía trước."),
        ({"compared_on": "2026-04-01"}, "trước ngày 23/04/2026 chưa có văn bản để đối chiếu"),
        ({"article": ""}, "phải ghi cả số của Điều"),
        ({"document": ""}, "Văn bản đã đối chiếu:"),
        ({"document": SimpleUploadedFile("a.pdf", b"\x00\x01")}, "không phải"),
        ({"instrument": "khac"}, "Văn bản mới cần có số, ký hiệu"),
        ({"point": "1"}, "Chỉ ghi chữ của điểm"),
    ],
)
def test_what_does_not_fit_comes_back_with_its_sentence(
    specialist: Client, change: dict[str, object], sentence: str
) -> None:
    answer = specialist.post(f"{href('propose_reading')}?muc={TITLES}", form_of_titles(**change))

    assert answer.status_code == 422
    assert sentence in answer.content.decode().replace("\u00a0", " ")
    assert not is_any_kept()


def test_the_second_who_enters_the_same_is_told_who_entered_what(
    specialist: Client, head: Client
) -> None:
    first = enter(specialist)
    address = f"{href('propose_reading')}?muc={TITLES}"

    asked = text_of(head, address)
    answer = head.post(address, form_of_titles(value="5"))

    assert "đã nhập “4 lần” cho mục này" in asked
    assert href("reading", first.ref) in asked
    assert answer.status_code == 422
    assert "đã nhập “4 lần” cho mục này" in answer.content.decode().replace("\u00a0", " ")
    assert newest().ref == first.ref


def test_what_waits_for_other_days_does_not_hide_the_way_to_enter(specialist: Client) -> None:
    enter(specialist, until="2027-03-01")

    later = text_of(specialist, sought("co so lien tuc", "&ngay=2027-03-01&nhom=rieng"))
    assert f"muc={TITLES}" in later
    assert "Đã nhập, chờ xác nhận" not in later
    assert "Đã nhập, chờ xác nhận" in text_of(specialist, sought("co so lien tuc", "&nhom=rieng"))


def test_an_entry_that_does_not_exist_has_no_form(specialist: Client) -> None:
    for id_ in ("", "no.such", "regime"):
        assert specialist.get(f"{href('propose_reading')}?muc={id_}").status_code == 404


@pytest.mark.parametrize(
    ("id_", "typed", "kept"),
    [
        ("reward.CSTDT.person", "3,25", "3.25"),
        ("reward.rounding", "up", "up"),
        ("once.achievement", "no", False),
        ("once.achievement", "yes", True),
        ("bars.open", ["CONSIDERED", "DISCIPLINED"], ["CONSIDERED", "DISCIPLINED"]),
        (ROUTE, "on", "AS_CODED"),
    ],
)
def test_each_unit_has_its_own_field(
    specialist: Client, id_: str, typed: object, kept: object
) -> None:
    assert enter(specialist, id_, value=typed).value == kept


def test_a_wording_is_compared_with_the_conditions_as_they_are_computed(
    specialist: Client,
) -> None:
    address = f"{href('propose_reading')}?muc={ROUTE}"
    said = text_of(specialist, address)

    assert "Hệ thống đang tính như sau" in said
    assert "Phải có: 3 lần liên tục" in said
    refused = specialist.post(address, form_of_titles(value=""))
    assert refused.status_code == 422
    assert "Chỉ nhập khi lời văn giống" in refused.content.decode()


def test_a_new_document_is_entered_with_its_value_and_named_on_every_page(
    specialist: Client,
) -> None:
    reading = enter(
        specialist,
        instrument="khac",
        new_number="30/2026/NĐ-TM",
        new_name="Nghị định mẫu 30/2026/NĐ-TM",
        new_since="2026-10-01",
    )

    assert document_codes() == [reading.instrument]
    assert "khoản 3 Điều 1 Nghị định mẫu 30/2026/NĐ-TM" in text_of(
        specialist, href("reading", reading.ref)
    )
    assert "Nghị định mẫu" in text_of(specialist, href("readings"))
    assert "Nghị định mẫu" in text_of(specialist, f"{href('propose_reading')}?muc={INITIATIVES}")


def test_it_is_rejected_or_withdrawn_with_a_reason(specialist: Client, head: Client) -> None:
    reading = enter(specialist)
    data = {"version": "1", "reason": " "}
    assert head.post(href("reject_reading", reading.ref), data).status_code == 422

    head.post(href("reject_reading", reading.ref), data | {"reason": "sai khoản"})
    shown = text_of(specialist, href("reading", reading.ref))
    assert "Không được xác nhận" in shown
    assert "sai khoản" in shown

    again = enter(specialist)
    specialist.post(href("withdraw_reading", again.ref), data | {"reason": "nhập nhầm"})
    again.refresh_from_db()
    assert again.state == State.WITHDRAWN


def test_the_document_is_handed_out_under_its_name(inspector: Client) -> None:
    answer = inspector.get(href("reading_file", proposed().ref))

    assert answer.content == PAPER
    assert "cong-bao-mau.pdf" in answer["Content-Disposition"]


def test_the_list_filters_by_state_and_says_when_it_is_empty(specialist: Client) -> None:
    address = href("readings")
    assert "Chưa nhập giá trị nào" in text_of(specialist, address)

    confirmed()
    assert "4 lần" in text_of(specialist, f"{address}?trang-thai=CONFIRMED")
    assert "Không có giá trị ở trạng thái này" in text_of(
        specialist, f"{address}?trang-thai=REJECTED"
    )


def test_the_list_takes_as_many_statements_for_many_values_as_for_one(
    specialist: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    proposed()
    specialist.get(href("readings"))
    with django_assert_num_queries(5):
        specialist.get(href("readings"))
    for id_ in (INITIATIVES, ROUTE, "once.achievement", "reward.rounding"):
        value = {INITIATIVES: 1, ROUTE: "AS_CODED", "reward.rounding": "up"}.get(id_, True)
        proposed(HEAD if id_ == ROUTE else SPECIALIST, entry_id=id_, value=value)
    specialist.get(href("readings"))
    with django_assert_num_queries(5):
        specialist.get(href("readings"))
