"""Enter somebody's identity number, or put the right one in its place."""

import re
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.models import Person
from bangvang.registry.permissions import STALE
from bangvang.registry.permissions.merges import (
    NUMBER_TAKEN,
    SAME_NUMBER,
    objection_to_entering_number,
)
from bangvang.registry.selectors.holders import person_named
from bangvang.registry.selectors.people import digest_of_identity_number

TAIL = 3


@transaction.atomic
def enter_identity_number(
    person_ref: str, number: str, reason: str, *, seen_tail: str, actor: Actor, at: datetime
) -> None:
    """Keep the number sealed and let the person be recognised by it.

    `seen_tail` are the last digits that stood on the page. What was kept before stays sealed; no
    page leads to it. The audit entry names the person and the reason, never a digit.

    Raises:
        Unseen: there is no such person.
        Refused: not the standing office, a correction that is not the head's, no number of twelve
            or nine digits, no reason or one with a long number, the number of somebody else, the
            same number once more, or changed since it was seen.
    """
    digits = re.sub(r"[\s.\-]", "", number)
    reason = tidy(reason)
    person = person_named(person_ref, lock=True)
    corrects = person.identity_digest is not None
    refuse_if(objection_to_entering_number(actor, digits, reason, corrects=corrects))
    refuse_if(STALE if person.identity_tail != seen_tail else None)
    digest = digest_of_identity_number(digits)
    refuse_if(SAME_NUMBER if person.identity_digest == digest else None)
    refuse_if(NUMBER_TAKEN if Person.every.filter(identity_digest=digest).exists() else None)
    keep_identity_numbers([digits])
    person.identity_digest, person.identity_tail = digest, digits[-TAIL:]
    person.save(update_fields=["identity_digest", "identity_tail"])
    record(
        actor=actor,
        at=at,
        verb="enter_identity_number",
        subject=("person", person.ref),
        said=f"{'Sửa' if corrects else 'Ghi'} số định danh của {person.full_name}. Lý do: {reason}",
    )
