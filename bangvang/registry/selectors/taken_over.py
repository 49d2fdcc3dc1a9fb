"""Which units have become wholly one unit of today: it reads what they handed in."""

from typing import Any

from django.db.models import Q, QuerySet

from bangvang.registry.models import EventBody
from bangvang.registry.selectors.body_history import COUNTS
from bangvang.registry.states import BodyEventKind, BodyPart


def units_taken_over(ref: str) -> QuerySet[EventBody, Any]:
    """Return the ids of units that merged into this one alone, and of those merged into them.

    For use in a query; it asks nothing itself. Not those that were split: which heir has whose
    papers nobody has said.
    """
    ended = EventBody.objects.filter(COUNTS, part=BodyPart.ENDED, event__kind=BodyEventKind.MERGED)
    into = Q(event__bodies__part=BodyPart.HEIR)
    own = Q(event__bodies__organisation__ref=ref)
    first = ended.filter(into & own).values("organisation")
    through = Q(event__bodies__organisation__in=first)
    return ended.filter(into & (own | through)).values_list("organisation", flat=True)
