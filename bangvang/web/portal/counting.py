"""Count that a page is read; what goes wrong here never keeps a page from its reader."""

import logging
import re
from datetime import datetime

from axes.helpers import get_client_ip_address
from django.db import DatabaseError
from django.http import HttpRequest

from bangvang.publishing.actions.count_view import count_view, visitor_token
from bangvang.publishing.selectors.public import Visits

logger = logging.getLogger(__name__)

_MACHINE = re.compile(
    r"bot|crawl|spider|slurp|preview|monitor|curl|wget|python|httpx|scrapy|java/|go-http|libwww"
    r"|facebookexternalhit|lighthouse|archiver",
    re.IGNORECASE,
)


def visitor_of(request: HttpRequest, *, at: datetime) -> str:
    """Return the token of whoever reads; empty for a machine, a look ahead, or a failure.

    Nothing is asked of the browser and nothing is left in it.
    """
    agent = request.headers.get("User-Agent", "")
    looks_ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    if request.method != "GET" or looks_ahead or not agent or _MACHINE.search(agent):
        return ""
    try:
        return visitor_token(get_client_ip_address(request) or "", agent, on=at.date())
    except DatabaseError:
        logger.warning("views are not counted: no key of the day", exc_info=True)
        return ""


def counted(article_ref: str | None, *, visitor: str, at: datetime, seen: Visits) -> bool:
    """Count the view, and tell whether it was counted.

    Args:
        article_ref: the article that is read, None on any other page.
        visitor: from `visitor_of`.
        at: the moment of the view.
        seen: the numbers read for the page; they say whether there is something to sweep.
    """
    if not visitor:
        return False
    try:
        count_view(article_ref, visitor=visitor, at=at, sweep=seen.has_left)
    except DatabaseError:
        logger.warning("a view was not counted", exc_info=True)
        return False
    return True
