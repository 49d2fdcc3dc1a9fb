"""Save what a unit writes into the submission letter of its list."""

from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.models import SubmissionLetter
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.permissions.submission_letters import (
    objection_to_changing_letter,
    objection_to_wording_letter,
)
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.selectors.submission_letters import WRITTEN, LetterText, text_of

LONGEST_LETTER = MappingProxyType(
    {
        "superior": 300,
        "symbol": 30,
        "place": 60,
        "addressed_to": 500,
        "own_grounds": 4000,
        "words": 8000,
        "recipients": 1000,
        "posts": 200,
        "signer_name": 100,
    }
)
"""How many characters a field may hold: a bound of this system, not of the law."""

NEEDED = frozenset({"symbol", "place", "addressed_to", "words", "recipients", "posts"})
LACKS_TEXT = Objection(
    "LACKS_TEXT",
    "Cần ghi ký hiệu, địa danh, nơi kính gửi, nội dung, nơi nhận và chức vụ người ký.",
)
LETTER_TOO_LONG = Objection("LETTER_TOO_LONG", "Một phần của tờ trình dài quá mức cho phép.")


@transaction.atomic
def write_letter(
    batch_ref: str, text: LetterText, *, version: int, actor: Actor, at: datetime
) -> int:
    """Save the letter and return its new version; the first one is saved over version 0.

    A text that says the same as the saved one is nobody's change.

    Raises:
        Unseen: this actor has no such list.
        Refused: the list is not the actor's to write for now, the letter is finished, was changed
            by somebody else meanwhile, lacks a part or is too long.
    """
    batch = batch_for(actor, batch_ref, lock=True)
    refuse_if(objection_to_wording_letter(actor, batch))
    letter = SubmissionLetter.objects.filter(batch=batch).first()
    refuse_if(objection_to_changing_letter(letter) if letter else None)
    refuse_if(objection_to_version(letter.version if letter else 0, version))
    text = _tidied(text)
    refuse_if(_objection_to_text(text))
    if letter is None:
        letter = SubmissionLetter(batch=batch, version=0)
    elif text_of(letter) == text:
        return letter.version
    for name in WRITTEN:
        setattr(letter, name, getattr(text, name))
    letter.saved_by, letter.saved_at = actor.name, at
    letter.version += 1
    letter.save()
    record(
        actor=actor,
        at=at,
        verb="write_letter",
        subject=("batch", batch_ref),
        said="Lưu tờ trình của danh sách.",
        details={"version": letter.version},
    )
    return letter.version


def _tidied(text: LetterText) -> LetterText:
    stripped = {name: getattr(text, name).replace("\r\n", "\n").strip() for name in WRITTEN}
    return replace(text, **stripped)


def _objection_to_text(text: LetterText) -> Objection | None:
    if any(not getattr(text, name) for name in NEEDED):
        return LACKS_TEXT
    too_long = any(len(getattr(text, name)) > most for name, most in LONGEST_LETTER.items())
    return LETTER_TOO_LONG if too_long else None
