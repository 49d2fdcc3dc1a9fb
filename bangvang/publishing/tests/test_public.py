"""What anybody may read: only what is published, and nothing before its moment."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from bangvang.foundation.objection import Unseen
from bangvang.publishing.actions.count_view import count_view, visitor_token
from bangvang.publishing.actions.withdraw_article import withdraw_article
from bangvang.publishing.models import PORTAL, Article, Presence, Views
from bangvang.publishing.selectors.public import (
    Visits,
    article_addresses,
    article_public,
    articles_public,
    newest_articles,
    visits_public,
)
from bangvang.publishing.tests.factories import AT, HEAD, ON, draft, in_review, published

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def hidden() -> list[str]:
    """Make one article of every kind that nobody outside may know of; return their slugs."""
    withdrawn = published("Đã gỡ")
    withdraw_article(withdrawn, reason="Sai", actor=HEAD, at=AT)
    draft("Bản nháp")
    in_review("Chờ duyệt")
    published("Ngày mai", before=-24 * HOUR)
    return ["da-go", "ban-nhap", "cho-duyet", "ngay-mai"]


def test_only_what_is_published_by_now_is_listed_and_counted() -> None:
    hidden()
    published("Cũ", before=2 * HOUR)
    published("Mới", before=HOUR)

    listed = articles_public(AT)

    assert [article.title for article in listed.articles] == ["Mới", "Cũ"]
    assert listed.count == 2
    assert [article.title for article in newest_articles(AT, 1)] == ["Mới"]
    assert [slug for slug, _ in article_addresses(AT)] == ["moi", "cu"]


def test_what_is_not_published_by_now_cannot_be_opened() -> None:
    for slug in hidden():
        with pytest.raises(Unseen):
            article_public(slug, at=AT, visitor="")


def test_the_news_have_as_many_pages_as_they_need() -> None:
    for number in range(11):
        published(f"Tin {number}", before=number * HOUR)

    second = articles_public(AT, page=2)

    assert ([article.title for article in second.articles], second.count) == (["Tin 10"], 11)
    for page in (0, 3):
        with pytest.raises(Unseen):
            articles_public(AT, page=page)


def test_a_portal_without_news_has_one_empty_page() -> None:
    assert articles_public(AT).articles == ()


def test_an_article_comes_with_its_others_and_numbers_in_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    hidden()
    ref = published("Chính", body="## Mục\nĐoạn")
    for number in range(6):
        published(f"Tin {number}", before=(number + 1) * HOUR)
    Views.objects.create(page=ref, day=ON, count=30)
    Views.objects.create(page=ref, day=ON - timedelta(days=40), count=9)

    with django_assert_num_queries(1):
        article = article_public("chinh", at=AT, visitor="")

    assert (article.title, article.views, len(article.blocks)) == ("Chính", 39, 2)
    assert [other.title for other in article.others.articles] == [f"Tin {n}" for n in range(5)]
    assert article.others.count == 6


def test_the_others_turn_pages() -> None:
    published("Chính")
    for number in range(6):
        published(f"Tin {number}", before=(number + 1) * HOUR)

    second = article_public("chinh", at=AT, visitor="", others_page=2)

    assert [other.title for other in second.others.articles] == ["Tin 5"]
    for page in (0, 3):
        with pytest.raises(Unseen):
            article_public("chinh", at=AT, visitor="", others_page=page)


def test_the_only_article_has_no_others() -> None:
    published("Chính")

    others = article_public("chinh", at=AT, visitor="").others

    assert (others.articles, others.count) == ((), 0)


def test_visits_are_counted_for_the_day_the_week_from_monday_and_all_days() -> None:
    monday = ON
    for days, count in ((0, 1), (-1, 10), (-400, 100), (1, 1000)):
        Views.objects.create(page=PORTAL, day=monday + timedelta(days=days), count=count)

    assert visits_public(AT, visitor="") == Visits(online=0, today=1, week=1, all=111)
    wednesday = visits_public(AT + timedelta(days=2), visitor="")
    assert (wednesday.today, wednesday.week, wednesday.all) == (0, 1001, 1111)


def test_nobody_has_come_yet() -> None:
    assert visits_public(AT, visitor="") == Visits(online=0, today=0, week=0, all=0)


def test_online_are_the_others_of_the_last_quarter_of_an_hour() -> None:
    Views.objects.create(page=PORTAL, day=ON, count=1)
    for token, minutes in (("me", 0), ("other", 14), ("gone", 15)):
        Presence.objects.create(token=token, last_seen_at=AT - timedelta(minutes=minutes))

    seen = visits_public(AT, visitor="me")

    assert (seen.online, seen.has_left) == (1, True)
    assert seen.with_this_one() == Visits(online=2, today=2, week=2, all=2, has_left=True)


def test_the_page_shows_what_counting_leaves_behind() -> None:
    ref = published("Chính")
    before = article_public("chinh", at=AT, visitor="me")

    count_view(ref, visitor=visitor_token("10.0.0.1", "A", on=ON), at=AT, sweep=False)

    after = article_public("chinh", at=AT, visitor="me")
    assert after.visits == before.visits.with_this_one()
    assert after.views == before.views + 1


def test_a_published_article_has_its_moment() -> None:
    published("Chính")
    article = Article.objects.get()

    assert article.published_at == AT
