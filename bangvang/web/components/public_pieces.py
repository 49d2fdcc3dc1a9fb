"""What only the portal's components show: frozen shapes, as in `pieces`."""

from dataclasses import dataclass
from datetime import date

from bangvang.web.components.pieces import Figure


@dataclass(frozen=True)
class ArticleCard:
    """An article as lists show it."""

    title: str
    href: str
    on: date
    kicker: str = ""
    summary: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class DecisionRow:
    """A decision as the portal lists it; `honour` is paper, flag, order or title."""

    title: str
    href: str
    why: str
    honour: str
    number: str
    on: date
    type_label: str = ""
    whom: str = ""
