"""Who may open which printed paper or scan of a session or of the council."""

from django.db.models import Q

from bangvang.council.models import Ballot, Minutes
from bangvang.council.selectors.ballots import BOARD
from bangvang.council.selectors.resolutions import is_resolution_scan
from bangvang.council.selectors.sessions import visible_to
from bangvang.foundation.actor import Actor
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.documents.selectors import KeptPaper, documents_about
from bangvang.foundation.files.selectors import KeptFile, kept_file
from bangvang.foundation.objection import Unseen


def agenda_papers(session_ref: str) -> list[KeptPaper]:
    """Return the printed agendas of a session, oldest first; the caller may see the session."""
    return documents_about("session", session_ref)


def paper_file_for(actor: Actor, file_ref: str) -> KeptFile:
    """Return a file of a session, or the scan of a resolution, that this actor may open.

    Agendas, minutes and resolutions are for everybody who sees the council; ballot papers for the
    board.

    Raises:
        Unseen: no such file, or not for this actor.
    """
    if not any(may(actor, file_ref) for may in (_is_scan, _is_printed, is_resolution_scan)):
        raise Unseen
    return kept_file(file_ref)


def _is_scan(actor: Actor, file_ref: str) -> bool:
    return Minutes.objects.filter(scan__ref=file_ref, session__in=visible_to(actor)).exists()


def _is_printed(actor: Actor, file_ref: str) -> bool:
    document = KeptDocument.objects.filter(
        Q(pdf__ref=file_ref) | Q(docx__ref=file_ref),
        subject_kind__in=["session", "ballot", "minutes"],
    ).first()
    if document is None:
        return False
    subject = document.subject_ref
    sessions = visible_to(actor)
    match document.subject_kind:
        case "session":
            return sessions.filter(ref=subject).exists()
        case "ballot":
            ballots = Ballot.objects.filter(ref=subject, session__in=sessions)
            return actor.has(*BOARD) and ballots.exists()
        case _:
            return Minutes.objects.filter(ref=subject, session__in=sessions).exists()
