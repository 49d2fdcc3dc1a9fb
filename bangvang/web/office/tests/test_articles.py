"""Articles at the office, as an editor and the head of the office go through them."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from bangvang.accounts.tests.factories import account
from bangvang.decisions.tests.factories import council_session
from bangvang.foundation.actor import Role
from bangvang.publishing.tests.factories import draft, in_review, published

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 14)
WORDS = {
    "title": "Mùa khen thưởng",
    "summary": "Tóm tắt.",
    "body": "## Mục\n\nĐoạn.",
    "author_name": "Lù Thị Bút Mực",
    "author_office": "Sở Nội vụ",
}


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.BANGVANG_DAY = TODAY


def signed_in(*roles: Role) -> Client:
    client = Client()
    client.force_login(account("".join(role.value.lower() for role in roles), *roles))
    return client


@pytest.fixture
def editor() -> Client:
    return signed_in(Role.EDITOR)


@pytest.fixture
def head() -> Client:
    return signed_in(Role.OFFICE_HEAD)


def href(name: str, *args: str) -> str:
    return reverse(f"office:{name}", args=args)


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_article_goes_from_an_editors_form_to_the_portal(editor: Client, head: Client) -> None:
    written = editor.post(href("write_article"), WORDS)
    case = written["Location"]
    editor.post(f"{case}trinh-duyet/")
    asked = text_of(head, f"{case}duyet/")
    approved = head.post(f"{case}duyet/", {"version": "1"}, follow=True)

    assert "Từ lúc này mọi người đọc được tin trên cổng." in asked
    assert "Đã duyệt đăng; tin đã có trên cổng." in approved.content.decode()
    assert "<h1>Mùa khen\u00a0thưởng</h1>" in text_of(Client(), "/tin-tuc/mua-khen-thuong/")


def test_a_session_that_nobody_told_of_becomes_a_draft_to_edit(editor: Client) -> None:
    session = council_session()

    offered = text_of(editor, href("articles"))
    drafted = editor.post(href("draft_article", session.ref), follow=True)

    assert "phiên họp thứ nhất năm\u00a02022" in offered
    assert "chủ trì" in drafted.context["form"]["body"].value()
    assert "Phiên họp chưa có tin" not in text_of(editor, href("articles"))


def test_the_list_narrows_by_state(head: Client) -> None:
    draft("Bản nháp này")
    in_review("Bản chờ duyệt này")

    text = text_of(head, href("articles") + "?trang-thai=IN_REVIEW")

    assert "Bản chờ duyệt này" in text
    assert "Bản nháp này" not in text
    assert "Bản nháp này" in text_of(head, href("articles") + "?trang-thai=LA")
    assert "Viết tin mới" not in text


def test_an_empty_list_says_so(editor: Client) -> None:
    assert "Không có tin bài nào" in text_of(editor, href("articles"))


def test_a_form_that_is_not_whole_keeps_what_was_typed(editor: Client) -> None:
    answer = editor.post(href("write_article"), {**WORDS, "summary": ""})

    assert answer.status_code == 422
    assert "Mùa khen thưởng" in answer.content.decode()


def test_the_form_of_a_new_article_knows_its_author(editor: Client) -> None:
    assert "Phòng Thi đua, khen thưởng, Sở Nội vụ" in text_of(editor, href("write_article"))


def test_a_draft_is_changed(editor: Client) -> None:
    ref = draft()

    assert "Tin về ruộng bậc thang" in text_of(editor, href("edit_article", ref))
    answer = editor.post(href("edit_article", ref), {**WORDS, "version": "1"}, follow=True)

    assert "Đã lưu bản nháp." in answer.content.decode()


def test_a_change_that_is_not_whole_is_not_saved(editor: Client) -> None:
    answer = editor.post(href("edit_article", draft()), {**WORDS, "version": "1", "title": ""})

    assert answer.status_code == 422


def test_who_saves_second_sees_the_other_version_and_may_save_over_it(editor: Client) -> None:
    ref = draft()
    editor.post(href("edit_article", ref), {**WORDS, "version": "1", "title": "Bản thứ nhất"})

    stale = editor.post(
        href("edit_article", ref), {**WORDS, "version": "1", "title": "Bản thứ hai"}
    )
    text = stale.content.decode()

    assert stale.status_code == 409
    assert "Bản đang lưu trong hệ thống" in text
    assert "Bản thứ nhất" in text
    assert 'value="Bản thứ hai"' in text
    assert 'name="version" value="2"' in text


def test_what_waits_for_approval_is_not_saved(editor: Client) -> None:
    answer = editor.post(href("edit_article", in_review()), {**WORDS, "version": "1"})

    assert answer.status_code == 422
    assert "không còn là bản nháp" in answer.content.decode()


def test_the_head_gives_back_with_a_reason(head: Client) -> None:
    ref = in_review()

    without = head.post(href("send_back_article", ref), {"reason": " "})
    answer = head.post(href("send_back_article", ref), {"reason": "Sai ngày"}, follow=True)
    again = head.post(href("send_back_article", ref), {"reason": "Sai ngày"})

    assert without.status_code == 422
    assert "Trả lại để sửa: Sai ngày" in answer.content.decode()
    assert again.status_code == 422
    assert "không ở trạng thái chờ duyệt" in again.content.decode()


def test_a_published_article_is_taken_down_and_opened_again(editor: Client, head: Client) -> None:
    ref = published()

    assert "Lý do" in text_of(head, href("withdraw_article", ref))
    head.post(href("withdraw_article", ref), {"reason": "Sai tên"})
    gone = Client().get("/tin-tuc/tin-ve-ruong-bac-thang/")
    answer = editor.post(href("reopen_article", ref), follow=True)

    assert gone.status_code == 404
    assert "Đã mở lại để sửa." in answer.content.decode()


def test_another_version_than_the_one_read_is_not_published(head: Client) -> None:
    ref = in_review()

    answer = head.post(href("approve_article", ref), {"version": "7"})
    unread = head.post(href("approve_article", ref), {"version": "x"})

    assert (answer.status_code, unread.status_code) == (422, 422)
    assert "xem bản mới" in answer.content.decode()


def test_the_page_says_why_an_act_must_wait(head: Client) -> None:
    ref = in_review(session_on=TODAY + timedelta(days=1))

    text = text_of(head, href("article", ref))

    assert "Chưa duyệt đăng được" in text
    assert "không được đăng trước ngày họp" in text
    assert "15/09/2026" in text


def test_the_page_offers_each_what_they_may_do(editor: Client, head: Client) -> None:
    at_draft, on_portal = draft("Nháp"), published("Đăng")

    assert "Sửa bài" in text_of(editor, href("article", at_draft))
    assert "Sửa bài" not in text_of(head, href("article", at_draft))
    assert "Gỡ khỏi cổng" in text_of(head, href("article", on_portal))
    assert 'href="/tin-tuc/dang/"' in text_of(editor, href("article", on_portal))


def test_without_the_portal_in_this_process_no_link_leads_there(
    editor: Client, settings: Settings
) -> None:
    settings.BANGVANG_DOORS = frozenset({"office"})

    assert "Xem trên cổng" not in text_of(editor, href("article", published()))


def test_nobody_else_comes_in() -> None:
    specialist = signed_in(Role.SPECIALIST)

    assert specialist.get(href("articles")).status_code == 403
    assert specialist.get(href("article", draft())).status_code == 403
    assert Client().get(href("articles")).status_code == 302


def test_the_list_takes_as_many_statements_for_many_articles_as_for_one(
    editor: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    draft("Một")
    editor.get(href("articles"))
    with django_assert_num_queries(4):
        editor.get(href("articles"))
    draft("Hai")
    draft("Ba")

    with django_assert_num_queries(4):
        editor.get(href("articles"))
