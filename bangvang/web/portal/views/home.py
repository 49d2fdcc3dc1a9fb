"""The first page of the portal."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bangvang.decisions.selectors.public import PublicDecision, decisions_public
from bangvang.foundation import clock
from bangvang.publishing.selectors.public import newest_articles
from bangvang.registry.selectors.public import newest_award, register_figures
from bangvang.web.components.public_pieces import DecisionRow
from bangvang.web.portal.shown import card, honour_of, portal_page

NEWS = 5
DECISIONS = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the way into the register and the newest articles."""
    at = clock.now()
    on = at.date()
    cards = [card(article) for article in newest_articles(at, NEWS)]
    context = {
        "figures": register_figures(on),
        "example": newest_award(on),
        "leading": cards[0] if cards else None,
        "articles": cards[1:],
        "decisions": [_row(decision) for decision in decisions_public(on)[:DECISIONS]],
    }
    return portal_page(request, "portal/home/home.html", context, at=at)


def _row(decision: PublicDecision) -> DecisionRow:
    return DecisionRow(
        title=decision.award_name,
        href=reverse("portal:decision", args=[decision.ref]),
        why=decision.title,
        honour=honour_of(decision.award_code),
        number=decision.number,
        on=decision.signed_on,
        type_label=f"Thành tích năm {decision.achievement_year}",
        whom=f"{len(decision.lines)} trường hợp",
    )
