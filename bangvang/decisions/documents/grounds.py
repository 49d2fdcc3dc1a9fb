"""The căn cứ that a paper stands on, by its day: laws, decrees, circular, regulation, minutes.

The law on local government is left to the drafter: its dates have not been read. Proposed to the
drafter, who holds them against the texts before signing; what belongs to one list
alone is added as extra grounds.
"""

from datetime import date

from bangvang.council.selectors.sessions import SessionRecord
from bangvang.decisions.models.issuers import COUNCIL
from bangvang.foundation.documents.paper import Ground
from bangvang.foundation.vietnamese import say_long_date
from bangvang.law import acts_on


def grounds(
    session: SessionRecord, extra: str, *, session_on: date, on: date
) -> tuple[Ground, ...]:
    """Return the grounds of a paper of that day, the office's own ones before the minutes.

    Args:
        session: what the council decided in.
        extra: the office's own grounds, one a line.
        session_on: the day of the session.
        on: the paper's day.
    """
    own = [line.strip() for line in extra.splitlines() if line.strip()]
    regulation = [f"Căn cứ {session.regulation}"] if session.regulation else []
    minutes = f"Căn cứ Biên bản {session.title} của {COUNCIL} {say_long_date(session_on)}"
    return tuple(Ground(text) for text in (*acts_on(on), *regulation, *own, minutes))
