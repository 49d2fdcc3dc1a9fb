"""Reading the letters that tell a unit what became of a row."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from bangvang.appraisal.models import Judgement, LetterRecord
from bangvang.appraisal.permissions.letters import objection_to_letter
from bangvang.appraisal.selectors.findings import differs_outside
from bangvang.foundation.actor import Actor
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.documents.selectors import KeptPaper, paper_card
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Objection, Unseen
from bangvang.law import Appraisal
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.nominations import nomination_for


@dataclass(frozen=True)
class SignedSeen:
    """What was recorded of the signing of a letter; `number` as papers write it."""

    number: str
    signed_on: date
    signer_name: str
    scan: KeptFile
    by_name: str
    recorded_at: datetime


@dataclass(frozen=True)
class LetterSeen(KeptPaper):
    """A letter as pages show it; `signed` None: number, day and scan are not recorded."""

    signed: SignedSeen | None


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


def letters_for(actor: Actor, ref: str) -> list[LetterSeen]:
    """Return the letters about a row, newest first, with what was recorded of their signing.

    Raises:
        Unseen: this actor has no such row.
    """
    found = list(_letters_about(actor, ref).order_by("-made_at", "-pk"))
    signed = {
        one.letter_id: one
        for one in LetterRecord.objects.filter(letter__in=found).select_related("scan")
    }
    return [_seen(row, signed.get(row.pk)) for row in found]


def letter_of(actor: Actor, ref: str, letter_ref: str) -> KeptDocument:
    """Return one letter about a row, to act on.

    Raises:
        Unseen: this actor has no such row, or the row has no such letter.
    """
    found = _letters_about(actor, ref).filter(ref=letter_ref).first()
    if found is None:
        raise Unseen
    return found


def letter_record(letter: KeptDocument) -> LetterRecord | None:
    """Return what was recorded of the signing of a letter."""
    return LetterRecord.objects.filter(letter=letter).first()


def letter_file(actor: Actor, ref: str, file_ref: str) -> KeptFile:
    """Return one file of a letter about a row: a print, or the scan of the signed one.

    Raises:
        Unseen: this actor has no such row, or the row has no such letter.
    """
    for paper in letters_for(actor, ref):
        for file in (paper.pdf, paper.docx, paper.signed.scan if paper.signed else None):
            if file is not None and file.ref == file_ref:
                return file
    raise Unseen


def _letters_about(actor: Actor, ref: str) -> QuerySet[KeptDocument]:
    nomination = nomination_for(actor, ref)
    ids = Judgement.objects.filter(nomination=nomination).values_list("pk", flat=True)
    return _letters().filter(subject_ref__in=[str(pk) for pk in ids])


def _seen(row: KeptDocument, record: LetterRecord | None) -> LetterSeen:
    return LetterSeen(**vars(paper_card(row)), signed=None if record is None else _signed(record))


def _signed(record: LetterRecord) -> SignedSeen:
    return SignedSeen(
        record.number_written,
        record.signed_on,
        record.signer_name,
        file_card(record.scan),
        record.by_name,
        record.recorded_at,
    )


def _letters() -> QuerySet[KeptDocument]:
    return KeptDocument.objects.filter(kind=LETTER, subject_kind=ABOUT).select_related(
        "docx", "pdf"
    )
