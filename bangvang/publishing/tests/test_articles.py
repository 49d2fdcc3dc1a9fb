"""What the office reads of articles, and what others do not."""

import pytest

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.publishing.actions.save_article import save_article
from bangvang.publishing.models import Article, Revision
from bangvang.publishing.selectors.articles import (
    article_case,
    articles_for,
    sessions_written_about,
)
from bangvang.publishing.states import State
from bangvang.publishing.tests.factories import (
    AT,
    EDITOR,
    HEAD,
    SECOND_EDITOR,
    SPECIALIST,
    draft,
    in_review,
    published,
    text,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", [EDITOR, HEAD])
def test_editors_and_the_head_see_every_article_the_newest_first(who: Actor) -> None:
    refs = [draft("Một"), in_review("Hai"), published("Ba")]

    assert [row.ref for row in articles_for(who)] == refs[::-1]


def test_the_list_narrows_to_one_state() -> None:
    draft("Một")
    ref = in_review("Hai")

    rows = articles_for(HEAD, State.IN_REVIEW)

    assert [(row.ref, row.state_name) for row in rows] == [(ref, "Chờ duyệt")]


def test_others_see_no_article() -> None:
    ref = published()

    assert articles_for(SPECIALIST) == []
    with pytest.raises(Unseen):
        article_case(SPECIALIST, ref)


def test_a_case_shows_the_words_and_who_saved_them() -> None:
    ref = draft()
    save_article(ref, text("Sửa lại", "## Mục"), version=1, actor=SECOND_EDITOR, at=AT)

    case = article_case(EDITOR, ref)

    assert (case.text.title, case.version, case.blocks[0].text) == ("Sửa lại", 2, "Mục")
    assert [(saved.version, saved.saved_by) for saved in case.versions] == [
        (2, SECOND_EDITOR.name),
        (1, EDITOR.name),
    ]


def test_sessions_that_are_told_of_are_known() -> None:
    draft("Một", session_ref="phien1")
    draft("Hai")

    assert sessions_written_about() == {"phien1"}


def test_records_say_what_they_are() -> None:
    ref = draft("Một")

    assert str(Article.objects.get(ref=ref)) == "Một"
    assert str(Revision.objects.get()) == "1: Một"
