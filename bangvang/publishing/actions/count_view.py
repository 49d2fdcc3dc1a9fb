"""Count that a page was opened, without keeping who opened it."""

import hashlib
import hmac
import secrets
from datetime import date, datetime
from functools import lru_cache

from django.db import transaction

from bangvang.foundation.db.tally import add_one
from bangvang.publishing.models import PORTAL, Presence, Views, VisitKey
from bangvang.publishing.selectors.public import ONLINE


def count_view(article_ref: str | None, *, visitor: str, at: datetime, sweep: bool) -> None:
    """Add one view to the portal and, if an article was opened, to the article.

    Two statements, each exact whoever else counts at the same time; the portal's row comes first
    everywhere, so that no two of them wait for each other. No audit entry: nobody acts.

    Args:
        article_ref: the article, None for any other page.
        visitor: see `visitor_token`.
        at: the moment of the view.
        sweep: whether rows of readers who went away wait to be deleted.
    """
    Presence.objects.bulk_create(
        [Presence(token=visitor, last_seen_at=at)],
        update_conflicts=True,
        unique_fields=["token"],
        update_fields=["last_seen_at"],
    )
    if sweep:
        Presence.objects.filter(last_seen_at__lte=at - ONLINE).delete()
    pages = [PORTAL] if article_ref is None else [PORTAL, article_ref]
    add_one(
        Views._meta.db_table, ("page", "day"), [(page, at.date()) for page in pages], count="count"
    )


def visitor_token(address: str, agent: str, *, on: date) -> str:
    """Return what stands for a reader today: a digest under the day's random key.

    The key is thrown away with the day, so nobody can tell later whose token it was, or that two
    tokens of two days were one reader.
    """
    said = f"{address}\n{agent}".encode()
    return hmac.new(key_of(on), said, hashlib.sha256).hexdigest()


@lru_cache(maxsize=1)
def key_of(day: date) -> bytes:
    """Return the key of a day, the same in every process; made by the first who asks."""
    with transaction.atomic():
        kept, is_new = VisitKey.objects.get_or_create(
            day=day, defaults={"key": secrets.token_hex(32)}
        )
        if is_new:
            VisitKey.objects.filter(day__lt=day).delete()
            Presence.objects.all().delete()
    return bytes.fromhex(kept.key)
