"""Printing a paper and keeping what was printed, in the caller's transaction."""

from datetime import datetime
from pathlib import Path

from bangvang.foundation.actor import Actor
from bangvang.foundation.documents.ballot_paper import BallotPaper
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.documents.paper import OfficialPaper
from bangvang.foundation.documents.render import RenderedPaper, render, render_ballot
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import PRINTED
from bangvang.foundation.files.models import StoredFile

LONGEST_TITLE = 500


def keep_document(
    paper: OfficialPaper | BallotPaper,
    *,
    kind: str,
    subject: tuple[str, str],
    name: str,
    actor: Actor,
    at: datetime,
    docx_template: Path | None = None,
    pdf_template: str = "",
) -> KeptDocument:
    """Print the paper and keep it.

    Args:
        paper: what to print; a ballot paper becomes a PDF only.
        kind: the stage's stable code of the paper, as `MINUTES`.
        subject: kind and reference of what it is about, as in the audit record.
        name: name of the files without ending, as a person would call them ("to-trinh-05").
        actor: who has it printed.
        at: when.
        docx_template: a stage's own template, see `render`.
        pdf_template: a stage's own template, see `render`.

    Raises:
        BadTemplate: a template does not fit the data.
        Refused: the paper holds a character that cannot be printed, or is too big.
    """
    printed = _printed(paper, docx_template=docx_template, pdf_template=pdf_template)

    def kept(content: bytes, ending: str) -> StoredFile | None:
        if not content:
            return None
        return keep(content, original_name=f"{name}{ending}", actor=actor, at=at, accept=PRINTED)

    return KeptDocument.objects.create(
        kind=kind,
        subject_kind=subject[0],
        subject_ref=subject[1],
        title=str(paper.as_data()["title"])[:LONGEST_TITLE],
        docx=kept(printed.docx, ".docx"),
        pdf=kept(printed.pdf, ".pdf"),
        template_digest=printed.template_digest,
        data_digest=printed.data_digest,
        made_at=at,
        made_by_ref=actor.account_ref,
        made_by_name=actor.name,
    )


def _printed(
    paper: OfficialPaper | BallotPaper, *, docx_template: Path | None, pdf_template: str
) -> RenderedPaper:
    if isinstance(paper, BallotPaper):
        return render_ballot(paper)
    return render(paper, docx_template=docx_template, pdf_template=pdf_template)
