"""Reading the submission letter of a list."""

from dataclasses import dataclass, fields
from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.nominations.models import SubmissionLetter
from bangvang.nominations.permissions.submission_letters import objection_to_wording_letter
from bangvang.nominations.selectors.batches import batch_for, visible_to
from bangvang.nominations.selectors.nominations import (
    FALLEN_OUT,
    NominationRow,
    nominations_for,
)


@dataclass(frozen=True)
class LetterText:
    """What a unit writes into its letter, field by field; several entries stand one a line."""

    superior: str
    symbol: str
    place: str
    addressed_to: str
    own_grounds: str
    words: str
    recipients: str
    posts: str
    signer_name: str


WRITTEN = tuple(field.name for field in fields(LetterText))
"""The columns of a letter that a unit writes."""


@dataclass(frozen=True)
class LetterSeen:
    """A letter as it was last saved; `docx` and `pdf` once it is finished."""

    text: LetterText
    saved_by: str
    saved_at: datetime
    finished_by: str
    finished_at: datetime | None
    docx: KeptFile | None
    pdf: KeptFile | None
    version: int


def rows_of_letter(actor: Actor, batch_ref: str) -> list[NominationRow]:
    """Return the rows that the letter of a list proposes; who fell out is left away."""
    rows = nominations_for(actor, batch_ref=batch_ref)
    return [row for row in rows if row.state not in FALLEN_OUT]


def may_word_letter(actor: Actor, batch_ref: str) -> bool:
    """Tell whether the actor may write the letter of a list now.

    Raises:
        Unseen: this actor has no such list.
    """
    return objection_to_wording_letter(actor, batch_for(actor, batch_ref)) is None


def letter_seen(actor: Actor, batch_ref: str) -> LetterSeen | None:
    """Return the letter of a list that the actor may see; None while nobody has saved one."""
    letters = SubmissionLetter.objects.filter(batch__in=visible_to(actor), batch__ref=batch_ref)
    letter = letters.select_related("docx", "pdf").first()
    if letter is None:
        return None
    return LetterSeen(
        text=text_of(letter),
        saved_by=letter.saved_by,
        saved_at=letter.saved_at,
        finished_by=letter.finished_by,
        finished_at=letter.finished_at,
        docx=file_card(letter.docx) if letter.docx else None,
        pdf=file_card(letter.pdf) if letter.pdf else None,
        version=letter.version,
    )


def text_of(letter: SubmissionLetter) -> LetterText:
    """Return what the unit wrote."""
    return LetterText(**{name: getattr(letter, name) for name in WRITTEN})


def letter_to_change(batch_ref: str) -> SubmissionLetter:
    """Return the letter of a list that the caller holds locked.

    Raises:
        Unseen: nobody has saved one.
    """
    letter = SubmissionLetter.objects.filter(batch__ref=batch_ref).first()
    if letter is None:
        raise Unseen
    return letter
