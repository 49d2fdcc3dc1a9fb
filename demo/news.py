"""The portal: the article about the session of 2022, other news, and who opened which page."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import cast as typed
from zlib import crc32

from bangvang.foundation.actor import Actor
from bangvang.publishing.actions.approve_article import approve_article
from bangvang.publishing.actions.count_view import count_view
from bangvang.publishing.actions.draft_article import draft_article
from bangvang.publishing.actions.save_article import save_article
from bangvang.publishing.actions.send_to_review import send_to_review
from bangvang.publishing.actions.write_article import write_article
from bangvang.publishing.selectors.articles import ArticleText, article_for, text_of
from demo import DAY
from demo.cast import Cast
from demo.moments import at, on
from demo.tables import records

BAN = "Ban Thi đua - Khen thưởng, Sở Nội vụ tỉnh Lào Cai"
PHONG = "Phòng Thi đua, khen thưởng, Sở Nội vụ tỉnh Lào Cai"
NEW_OFFICE = date(2025, 3, 1)
VIEWS_OF_THE_SESSION = 39
READERS = 40
VIEWS_OVER_DAYS = 20
DAYS_OF_VISITS = 9


@dataclass(frozen=True)
class Published:
    """An article on the portal, since when, and how often it was opened."""

    ref: str
    day: date
    views: int


def tell_of_session(session: str, cast: Cast) -> Published:
    """Draft the article from the record, let another person approve it; it appears next day."""
    editor, head = cast["ban-bt"], cast["ban-truong"]
    ref = draft_article(session, actor=editor, at=at(2022, 4, 20, 10))
    article = article_for(editor, ref)
    text = replace(text_of(article), author_name="Lý Thu Ngàn", author_office=BAN)
    save_article(ref, text, version=article.version, actor=editor, at=at(2022, 4, 20, 10, 25))
    _publish(ref, editor, head, at(2022, 4, 20, 10, 40))
    return Published(ref, date(2022, 4, 20), VIEWS_OF_THE_SESSION)


def tell_the_rest(cast: Cast) -> list[Published]:
    """Publish the other news, each written by one person and approved by another."""
    told = []
    for news in typed(list[dict[str, str]], records("news")["news"]):
        day = date.fromisoformat(news["day"])
        is_new = day >= NEW_OFFICE
        editor, head = cast["ph-bt" if is_new else "ban-bt"], cast[_head(is_new=is_new)]
        text = ArticleText(
            title=news["title"],
            summary=news["summary"],
            body=news["body"],
            author_name=editor.name,
            author_office=PHONG if is_new else BAN,
        )
        ref = write_article(text, actor=editor, at=on(day - timedelta(days=1), 14))
        _publish(ref, editor, head, on(day, 8))
        told.append(Published(ref, day, 12 + crc32(news["title"].encode()) % 50))
    return told


def open_pages(articles: Sequence[Published]) -> int:
    """Count views and visits as readers cause them, the last on the demonstration day."""
    opened = 0
    for page, moment in (*_views(articles), *_visits()):
        opened += 1
        count_view(page, visitor=_reader(opened), at=moment, sweep=False)
    return opened


def _head(*, is_new: bool) -> str:
    return "ph-truong" if is_new else "ban-truong"


def _publish(ref: str, editor: Actor, head: Actor, moment: datetime) -> None:
    send_to_review(ref, actor=editor, at=moment)
    version = article_for(head, ref).version
    approve_article(ref, version=version, actor=head, at=moment + timedelta(minutes=25))


def _views(articles: Sequence[Published]) -> Iterator[tuple[str | None, datetime]]:
    for article in articles:
        for number in range(article.views):
            day = min(article.day + timedelta(days=number * number % VIEWS_OVER_DAYS), DAY)
            yield article.ref, on(day, 11 + number % 10, number % 60)


def _visits() -> Iterator[tuple[str | None, datetime]]:
    for back in range(DAYS_OF_VISITS, -1, -1):
        day = DAY - timedelta(days=back)
        for number in range(14 + crc32(day.isoformat().encode()) % 30):
            hour = 6 if back == 0 else 7 + number % 14
            yield None, on(day, hour, number % 60)


def _reader(number: int) -> str:
    """Return a token like those of real readers, which are digests too."""
    return hashlib.sha256(f"demonstration {number % READERS}".encode()).hexdigest()
