"""The history of a thing as the timeline shows it."""

from collections.abc import Iterable

from bangvang.foundation.actor import Origin
from bangvang.foundation.audit.selectors import Line
from bangvang.web.components.pieces import Event

ORIGINS = {Origin.REPLAY.value: "diễn lại", Origin.BACK_ENTRY.value: "nhập bổ sung"}


def events_shown(lines: Iterable[Line]) -> list[Event]:
    """Return the lines, newest first, with who acted and how the entry came about."""
    return [
        Event(
            title=line.said,
            at=line.happened_at,
            text=", ".join(
                part for part in (line.who, line.organisation, ORIGINS.get(line.origin, "")) if part
            ),
        )
        for line in reversed(list(lines))
    ]
