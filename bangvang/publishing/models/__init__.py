"""Records of publishing: articles with every saved version, and counts without any reader."""

from bangvang.publishing.models.articles import Article, Revision
from bangvang.publishing.models.turns import Turn
from bangvang.publishing.models.visits import PORTAL, Presence, Views, VisitKey

__all__ = ["PORTAL", "Article", "Presence", "Revision", "Turn", "Views", "VisitKey"]
