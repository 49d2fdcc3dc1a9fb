"""Which communes are one commune through time: what merged into it, and what it merged into."""

from collections import defaultdict
from collections.abc import Mapping

from bangvang.registry.models import EventBody
from bangvang.registry.selectors.body_history import COUNTS
from bangvang.registry.states import BodyEventKind, BodyPart

Links = Mapping[int, set[int]]


class CommunesJoined:
    """The mergers of bodies, read in one query.

    Not what was split: which part somebody lives in, nobody has said. Nor are two communes one
    because they merged into a third.
    """

    def __init__(self) -> None:
        self._into: defaultdict[int, set[int]] = defaultdict(set)
        self._from: defaultdict[int, set[int]] = defaultdict(set)
        ended = EventBody.objects.filter(
            COUNTS, part=BodyPart.ENDED, event__kind=BodyEventKind.MERGED
        )
        pairs = ended.filter(event__bodies__part=BodyPart.HEIR).order_by()
        for old, heir in pairs.values_list("organisation", "event__bodies__organisation"):
            self._into[old].add(heir)
            self._from[heir].add(old)

    def one_with(self, commune_id: int) -> frozenset[int]:
        """Return the commune, all that it has become, and all that became it."""
        return frozenset({commune_id, *_all(self._into, commune_id), *_all(self._from, commune_id)})


def _all(links: Links, start: int) -> set[int]:
    found: set[int] = set()
    waiting = [start]
    while waiting:
        for one in links.get(waiting.pop(), set()) - found:
            found.add(one)
            waiting.append(one)
    return found
