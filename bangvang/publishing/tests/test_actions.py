"""The life of an article: who may do what, and what the record says of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Objection, Refused, Unseen
from bangvang.publishing import permissions
from bangvang.publishing.actions.approve_article import approve_article
from bangvang.publishing.actions.reopen_article import reopen_article
from bangvang.publishing.actions.save_article import save_article
from bangvang.publishing.actions.send_back import send_back
from bangvang.publishing.actions.send_to_review import send_to_review
from bangvang.publishing.actions.withdraw_article import withdraw_article
from bangvang.publishing.actions.write_article import write_article
from bangvang.publishing.models import Article, Revision
from bangvang.publishing.states import State
from bangvang.publishing.tests.factories import (
    AT,
    EDITOR,
    HEAD,
    HEAD_AND_EDITOR,
    SECOND_EDITOR,
    SPECIALIST,
    draft,
    in_review,
    published,
    text,
)

pytestmark = pytest.mark.django_db

LATER = datetime(2026, 9, 15, 3, 0, tzinfo=UTC)


def objection_of(refused: pytest.ExceptionInfo[Refused]) -> Objection:
    return refused.value.objection


def state_of(ref: str) -> str:
    return Article.objects.get(ref=ref).state


def said_about(ref: str) -> list[str]:
    return [line.said for line in entries_about(("article", ref))]


def test_a_draft_is_kept_with_its_first_version_and_said_in_the_record() -> None:
    ref = write_article(text("Mùa  lúa chín"), actor=EDITOR, at=AT)

    article = Article.objects.get(ref=ref)
    assert (article.title, article.slug, article.state) == (
        "Mùa lúa chín",
        "mua-lua-chin",
        State.DRAFT,
    )
    assert Revision.objects.get(article=article).saved_by_name == EDITOR.name
    assert said_about(ref) == ["Soạn bản nháp “Mùa lúa chín”."]


@pytest.mark.parametrize("who", [HEAD, SPECIALIST])
def test_only_editors_write(who: Actor) -> None:
    with pytest.raises(Refused) as refused:
        write_article(text(), actor=who, at=AT)

    assert objection_of(refused) == permissions.NOT_EDITOR


def test_the_same_title_gets_another_address() -> None:
    first, second = draft("Một tin"), draft("Một tin")

    slugs = dict(Article.objects.values_list("ref", "slug"))
    assert slugs == {first: "mot-tin", second: f"mot-tin-{second}"}


def test_a_title_without_letters_still_gets_an_address() -> None:
    ref = draft("!!!")

    assert Article.objects.get(ref=ref).slug == f"-{ref}"


def test_saving_makes_a_version_and_moves_the_address_of_a_draft() -> None:
    ref = draft()

    version = save_article(ref, text("Tên mới"), version=1, actor=SECOND_EDITOR, at=LATER)

    article = Article.objects.get(ref=ref)
    assert (version, article.version, article.slug) == (2, 2, "ten-moi")
    assert article.written_by_name == SECOND_EDITOR.name
    assert list(Revision.objects.order_by("version").values_list("version", flat=True)) == [1, 2]
    assert said_about(ref)[-1] == "Lưu bản thứ 2 của tin bài."


def test_the_second_who_saves_the_same_version_is_refused() -> None:
    ref = draft()
    save_article(ref, text("Bản thứ nhất"), version=1, actor=EDITOR, at=AT)

    with pytest.raises(Refused) as refused:
        save_article(ref, text("Bản thứ hai"), version=1, actor=SECOND_EDITOR, at=AT)

    assert objection_of(refused) == permissions.STALE
    assert Article.objects.get(ref=ref).title == "Bản thứ nhất"


def test_what_waits_for_approval_is_not_changed() -> None:
    ref = in_review()

    with pytest.raises(Refused) as refused:
        save_article(ref, text(), version=1, actor=EDITOR, at=AT)

    assert objection_of(refused) == permissions.NOT_DRAFT


def test_the_head_does_not_save_words() -> None:
    with pytest.raises(Refused) as refused:
        save_article(draft(), text(), version=1, actor=HEAD, at=AT)

    assert objection_of(refused) == permissions.NOT_EDITOR


def test_who_has_no_part_in_articles_does_not_see_them() -> None:
    ref = draft()

    with pytest.raises(Unseen):
        send_to_review(ref, actor=SPECIALIST, at=AT)


def test_an_incomplete_draft_is_not_sent() -> None:
    ref = write_article(replace(text(), summary=" "), actor=EDITOR, at=AT)

    with pytest.raises(Refused) as refused:
        send_to_review(ref, actor=EDITOR, at=AT)

    assert objection_of(refused) == permissions.INCOMPLETE


def test_a_draft_is_sent_once() -> None:
    ref = in_review()

    with pytest.raises(Refused) as refused:
        send_to_review(ref, actor=EDITOR, at=AT)

    assert objection_of(refused) == permissions.NOT_DRAFT
    assert said_about(ref)[-1] == "Trình duyệt bản thứ 1 của tin bài."


def test_a_second_person_publishes() -> None:
    ref = in_review()

    approve_article(ref, version=1, actor=HEAD, at=LATER)

    article = Article.objects.get(ref=ref)
    assert (article.state, article.approved_by_name) == (State.PUBLISHED, HEAD.name)
    assert article.published_at == LATER
    assert said_about(ref)[-1] == "Duyệt đăng bản thứ 1 của tin bài."


def test_the_second_approval_is_refused() -> None:
    ref = published()

    with pytest.raises(Refused) as refused:
        approve_article(ref, version=1, actor=HEAD, at=LATER)

    assert objection_of(refused) == permissions.NOT_IN_REVIEW


def test_an_editor_does_not_approve() -> None:
    with pytest.raises(Refused) as refused:
        approve_article(in_review(), version=1, actor=SECOND_EDITOR, at=LATER)

    assert objection_of(refused) == permissions.NOT_OFFICE_HEAD


def test_nobody_approves_what_they_once_wrote_even_if_another_saved_last() -> None:
    ref = write_article(text(), actor=HEAD_AND_EDITOR, at=AT)
    save_article(ref, text("Sửa"), version=1, actor=EDITOR, at=AT)
    send_to_review(ref, actor=EDITOR, at=AT)

    with pytest.raises(Refused) as refused:
        approve_article(ref, version=2, actor=HEAD_AND_EDITOR, at=LATER)

    assert objection_of(refused) == permissions.OWN_WORDS


def test_another_version_than_the_one_read_is_not_published() -> None:
    ref = in_review()
    send_back(ref, reason="Thiếu nguồn", actor=HEAD, at=AT)
    save_article(ref, text("Sửa"), version=1, actor=EDITOR, at=AT)
    send_to_review(ref, actor=EDITOR, at=AT)

    with pytest.raises(Refused) as refused:
        approve_article(ref, version=1, actor=HEAD, at=LATER)

    assert objection_of(refused) == permissions.STALE


def test_news_of_a_session_is_not_published_before_its_day() -> None:
    ref = in_review(session_on=date(2026, 9, 15))

    with pytest.raises(Refused) as refused:
        approve_article(ref, version=1, actor=HEAD, at=AT)
    approve_article(ref, version=1, actor=HEAD, at=LATER)

    assert objection_of(refused) == permissions.BEFORE_SESSION
    assert state_of(ref) == State.PUBLISHED


def test_what_comes_back_has_its_reason_and_is_a_draft_again() -> None:
    ref = in_review()

    send_back(ref, reason=" Sai ngày họp ", actor=HEAD, at=AT)

    assert state_of(ref) == State.DRAFT
    assert said_about(ref)[-1] == "Trả lại để sửa: Sai ngày họp"


def test_sending_back_asks_for_a_reason_and_for_the_head() -> None:
    ref = in_review()

    with pytest.raises(Refused) as no_reason:
        send_back(ref, reason="  ", actor=HEAD, at=AT)
    with pytest.raises(Refused) as not_head:
        send_back(ref, reason="Sai", actor=EDITOR, at=AT)

    assert objection_of(no_reason) == permissions.NO_REASON
    assert objection_of(not_head) == permissions.NOT_OFFICE_HEAD


def test_a_withdrawn_article_is_corrected_and_approved_again_under_its_address() -> None:
    ref = published("Tin có lỗi")

    withdraw_article(ref, reason="Sai tên đơn vị", actor=HEAD, at=AT)
    reopen_article(ref, actor=EDITOR, at=AT)
    save_article(ref, text("Tin đã sửa"), version=1, actor=EDITOR, at=AT)
    send_to_review(ref, actor=EDITOR, at=AT)
    approve_article(ref, version=2, actor=HEAD, at=LATER)

    article = Article.objects.get(ref=ref)
    assert (article.slug, article.title, article.published_at) == (
        "tin-co-loi",
        "Tin đã sửa",
        LATER,
    )
    assert said_about(ref)[3:5] == [
        "Gỡ tin bài khỏi cổng: Sai tên đơn vị",
        "Mở lại tin bài đã gỡ để sửa.",
    ]


def test_only_the_head_withdraws_and_only_what_is_published() -> None:
    with pytest.raises(Refused) as not_head:
        withdraw_article(published(), reason="Sai", actor=EDITOR, at=AT)
    with pytest.raises(Refused) as not_published:
        withdraw_article(draft(), reason="Sai", actor=HEAD, at=AT)
    with pytest.raises(Refused) as no_reason:
        withdraw_article(published("Khác"), reason="", actor=HEAD, at=AT)

    assert objection_of(not_head) == permissions.NOT_OFFICE_HEAD
    assert objection_of(not_published) == permissions.NOT_PUBLISHED
    assert objection_of(no_reason) == permissions.NO_REASON


def test_only_editors_reopen_and_only_what_was_withdrawn() -> None:
    with pytest.raises(Refused) as not_editor:
        reopen_article(draft(), actor=HEAD, at=AT)
    with pytest.raises(Refused) as not_withdrawn:
        reopen_article(draft("Khác"), actor=EDITOR, at=AT)

    assert objection_of(not_editor) == permissions.NOT_EDITOR
    assert objection_of(not_withdrawn) == permissions.NOT_WITHDRAWN


def test_the_table_itself_refuses_an_article_approved_by_its_writer() -> None:
    ref = published()

    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(ref=ref).update(approved_by_ref=EDITOR.account_ref)
