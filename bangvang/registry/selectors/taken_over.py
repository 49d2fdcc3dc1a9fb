"""Which units have become wholly one unit of today: it reads what they handed in."""

from bangvang.registry.models import EventBody
from bangvang.registry.selectors.body_history import COUNTS
from bangvang.registry.states import BodyEventKind, BodyPart


def units_taken_over(ref: str) -> frozenset[int]:
    """Return the units that merged into this one alone, and those that had merged into them.

    Not those that were split: which heir has whose papers nobody has said. One query where none
    merged, one more for each time.
    """
    merged = EventBody.objects.filter(COUNTS, event__kind=BodyEventKind.MERGED)
    heirs = merged.filter(part=BodyPart.HEIR)
    events = heirs.filter(organisation__ref=ref)
    found: set[int] = set()
    while True:
        ended = merged.filter(part=BodyPart.ENDED, event__in=events.values("event"))
        new = set(ended.values_list("organisation", flat=True)) - found
        if not new:
            return frozenset(found)
        found |= new
        events = heirs.filter(organisation__in=new)
