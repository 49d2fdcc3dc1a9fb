"""Reading who made an initiative together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Initiative
from bangvang.registry.permissions import may_read_bars


@dataclass(frozen=True)
class Author:
    """One author with the part in percent; None where the decision names no parts."""

    ref: str
    name: str
    share_percent: Decimal | None


def authors_of(actor: Actor, together: Iterable[str]) -> Mapping[str, tuple[Author, ...]]:
    """Return the authors of each recognition, the largest part first; one query.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    if not may_read_bars(actor):
        raise Unseen
    rows = Initiative.objects.filter(together__in=[ref for ref in together if ref])
    found: defaultdict[str, list[Author]] = defaultdict(list)
    for row in rows.select_related("person").order_by("person__sort_key", "pk"):
        found[row.together].append(Author(row.person.ref, row.person.full_name, row.share_percent))
    return {
        ref: tuple(sorted(authors, key=lambda author: -(author.share_percent or 0)))
        for ref, authors in found.items()
    }
