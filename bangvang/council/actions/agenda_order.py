"""Where the points of an agenda stand."""

from django.db.models import Max

from bangvang.council.models import AgendaItem, Session


def next_order(session: Session) -> int:
    """Return the place after the last point of a locked session's agenda."""
    last = AgendaItem.objects.filter(session=session).aggregate(last=Max("order"))["last"]
    return (last or 0) + 1


def touch(session: Session) -> None:
    """Let a locked session be a newer version, so that a stale form is noticed."""
    session.version += 1
    session.save(update_fields=["version"])
