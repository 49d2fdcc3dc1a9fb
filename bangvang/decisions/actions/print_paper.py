"""Print a decision's paper anew and keep the print; earlier prints stay."""

from datetime import datetime

from bangvang.council.selectors.results import ballot_result
from bangvang.council.selectors.sessions import session_record
from bangvang.decisions.documents.papers import Matter, official_paper
from bangvang.decisions.models import Decision, Line
from bangvang.decisions.states import Kind, State
from bangvang.foundation.actor import Actor
from bangvang.foundation.documents.keep import keep_document

FILE_NAMES = {Kind.DECISION: "quyet-dinh", Kind.SUBMISSION: "to-trinh"}


def print_paper(decision: Decision, *, actor: Actor, at: datetime) -> None:
    """Fill the paper from the record, keep it, and make it the decision's own; saves nothing else.

    Args:
        decision: locked in the caller's transaction.
        actor: who has it printed.
        at: when; also the paper's day while none is recorded.

    Raises:
        Refused: a character cannot be printed.
    """
    is_draft = decision.state == State.DRAFT
    result = ballot_result(decision.ballot.ref)
    matter = Matter(
        decision=decision,
        lines=list(Line.objects.filter(decision=decision).order_by("order")),
        result=result,
        session=session_record(result.session_ref),
        on=at.date() if is_draft else decision.signed_on or at.date(),
    )
    decision.document = keep_document(
        official_paper(matter),
        kind=decision.kind,
        subject=("decision", decision.ref),
        name=_file_name(decision),
        actor=actor,
        at=at,
    )


def _file_name(decision: Decision) -> str:
    what = FILE_NAMES[Kind(decision.kind)]
    number = "du-thao"
    if decision.state != State.DRAFT and decision.number is not None:
        number = f"so-{decision.number:02d}"
    award = decision.award_code.lower().replace("_", "-")
    return f"{what}-{award}-{decision.achievement_year}-{number}"
