"""What the office reads of articles, and what others do not."""

from datetime import timedelta

import pytest

from bangvang.council.models import Session
from bangvang.council.states import SessionState
from bangvang.decisions.tests.factories import council_session
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.publishing import permissions
from bangvang.publishing.actions.draft_article import draft_article
from bangvang.publishing.actions.save_article import save_article
from bangvang.publishing.models import Article, Revision
from bangvang.publishing.selectors.articles import (
    article_case,
    articles_for,
    sessions_to_tell_of,
)
from bangvang.publishing.states import Move, State
from bangvang.publishing.tests.factories import (
    AT,
    EDITOR,
    HEAD,
    ON,
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
        article_case(SPECIALIST, ref, on=ON)


def test_a_case_shows_the_words_and_who_saved_them_last() -> None:
    ref = draft()
    save_article(ref, text("Sửa lại", "## Mục"), version=1, actor=SECOND_EDITOR, at=AT)

    case = article_case(EDITOR, ref, on=ON)

    assert (case.text.title, case.version, case.blocks[0].text) == ("Sửa lại", 2, "Mục")
    assert case.row.written_by == SECOND_EDITOR.name


def test_editors_see_the_ended_sessions_that_nobody_has_told_of() -> None:
    told = council_session()
    waiting = council_session(number=2, signed=False)
    under_way = council_session(number=3)
    Session.objects.filter(pk=under_way.pk).update(state=SessionState.OPEN)
    draft_article(told.ref, actor=EDITOR, at=AT)

    assert [(found.ref, found.title) for found in sessions_to_tell_of(EDITOR)] == [
        (waiting.ref, "phiên họp thứ hai năm 2022")
    ]
    assert sessions_to_tell_of(HEAD) == []


def test_a_case_says_what_whoever_looks_may_not_do() -> None:
    ref = in_review(session_on=ON + timedelta(days=1))

    of_head = article_case(HEAD, ref, on=ON).objections
    of_editor = article_case(EDITOR, ref, on=ON).objections

    assert of_head[Move.APPROVE] == permissions.BEFORE_SESSION
    assert of_head[Move.SEND_BACK] is None
    assert of_editor[Move.APPROVE] == permissions.NOT_OFFICE_HEAD
    assert of_editor[Move.SEND_TO_REVIEW] == permissions.NOT_DRAFT


def test_records_say_what_they_are() -> None:
    ref = draft("Một")

    assert str(Article.objects.get(ref=ref)) == "Một"
    assert str(Revision.objects.get()) == "1: Một"
