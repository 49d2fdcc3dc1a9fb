"""Print the minutes of a closed session, with the head of the audit chain."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.kept_minutes import keep_minutes
from bangvang.council.documents.session_minutes import session_minutes
from bangvang.council.models import Minutes, MinutesKind
from bangvang.council.permissions.minutes import objection_to_session_minutes
from bangvang.council.selectors.records import session_file
from bangvang.council.selectors.sessions import session_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.audit.selectors import head
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def print_session_minutes(session_ref: str, *, actor: Actor, at: datetime) -> str:
    """Print the minutes, again until they are signed, and return their reference.

    Raises:
        Unseen: this actor has no such session.
        Refused: not the secretary, not closed, or signed already.
    """
    session = session_for(actor, session_ref, lock=True)
    found = Minutes.objects.filter(session=session, kind=MinutesKind.SESSION)
    minutes = found.select_for_update(of=("self",)).first()
    refuse_if(objection_to_session_minutes(actor, session, minutes))
    now = head()
    kept = keep_minutes(
        minutes or Minutes(session=session, kind=MinutesKind.SESSION),
        session_minutes(session_file(actor, session), head_printed=now.printed),
        head=now,
        name=f"bien-ban-phien-{session.number_in_year}-{session.year}",
        actor=actor,
        at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="print_session_minutes",
        subject=("session", session_ref),
        said=f"In biên bản {session.title}, dấu mốc nhật ký {now.printed}.",
        details={"minutes": kept.ref, "document": kept.document.ref},
    )
    return kept.ref
