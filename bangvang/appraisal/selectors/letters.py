"""Reading the letters that tell a unit what became of a row."""

from django.db.models import QuerySet

from bangvang.appraisal.models import Judgement
from bangvang.appraisal.permissions import objection_to_letter
from bangvang.appraisal.selectors.findings import differs_outside
from bangvang.foundation.actor import Actor
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.documents.selectors import KeptPaper, paper_card
from bangvang.foundation.files.selectors import KeptFile
from bangvang.foundation.objection import Objection, Unseen
from bangvang.law import Appraisal
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.nominations import nomination_for

LETTER = "APPRAISAL_LETTER"
ABOUT = "judgement"
"""A letter is about one conclusion, not about the row: each conclusion has its own."""


def newest_judgement(nomination: Nomination) -> Judgement | None:
    """Return the conclusion that holds, with the stored answer it was drawn from."""
    found = Judgement.objects.filter(nomination=nomination).select_related("finding")
    return found.order_by("-pk").first()


def letter_is_made(judgement: Judgement | None) -> bool:
    """Say whether a conclusion was told by letter already."""
    if judgement is None:
        return False
    return _letters().filter(subject_ref=str(judgement.pk)).exists()


def answer_is_hidden(judgement: Judgement | None) -> bool:
    """Say whether the answer would be another one without the bars, which no unit may read."""
    if judgement is None:
        return False
    return differs_outside(Appraisal.from_json(judgement.finding.finding))


def letter_now(actor: Actor, ref: str) -> Objection | None:
    """Return why no letter can be made of a row now; None if it can.

    Raises:
        Unseen: this actor has no such row.
    """
    nomination = nomination_for(actor, ref)
    return why_no_letter(actor, nomination, newest_judgement(nomination))


def why_no_letter(
    actor: Actor, nomination: Nomination, newest: Judgement | None
) -> Objection | None:
    """Return why no letter can be made of the newest conclusion; None if it can."""
    return objection_to_letter(
        actor,
        nomination,
        newest,
        is_made=letter_is_made(newest),
        is_hidden=answer_is_hidden(newest),
    )


def letters_for(actor: Actor, ref: str) -> list[KeptPaper]:
    """Return the letters about a row, newest first.

    Raises:
        Unseen: this actor has no such row.
    """
    nomination = nomination_for(actor, ref)
    ids = Judgement.objects.filter(nomination=nomination).values_list("pk", flat=True)
    found = _letters().filter(subject_ref__in=[str(pk) for pk in ids])
    return [paper_card(row) for row in found.order_by("-made_at", "-pk")]


def letter_file(actor: Actor, ref: str, file_ref: str) -> KeptFile:
    """Return one file of a letter about a row.

    Raises:
        Unseen: this actor has no such row, or the row has no such letter.
    """
    for paper in letters_for(actor, ref):
        for file in (paper.pdf, paper.docx):
            if file is not None and file.ref == file_ref:
                return file
    raise Unseen


def _letters() -> QuerySet[KeptDocument]:
    return KeptDocument.objects.filter(kind=LETTER, subject_kind=ABOUT).select_related(
        "docx", "pdf"
    )
