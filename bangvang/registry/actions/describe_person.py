"""Enter or correct the sex and the ethnic group of somebody in the register."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.models.people import Sex
from bangvang.registry.permissions import NOT_OFFICE, OFFICE, STALE
from bangvang.registry.permissions.merges import objection_to_reason
from bangvang.registry.selectors.holders import person_named

LONGEST = 60
NOTHING_NEW = Objection("NOTHING_NEW", "Sổ đang ghi đúng như vậy.")
NO_SUCH_SEX = Objection("NO_SUCH_SEX", "Giới tính là nam hoặc nữ, hoặc để trống.")
ETHNICITY_TOO_LONG = Objection("ETHNICITY_TOO_LONG", f"Tên dân tộc dài nhất {LONGEST} ký tự.")

Described = tuple[str, str]
"""Sex (`F`, `M` or empty) and ethnic group as the papers write it, or empty."""


@transaction.atomic
def describe_person(
    person_ref: str, said: Described, reason: str, *, seen: Described, actor: Actor, at: datetime
) -> None:
    """Put both in the record; the audit entry names the person and the reason, not what was said.

    `seen` is what stood on the page.

    Raises:
        Unseen: there is no such person.
        Refused: not the standing office, no such sex, a group's name too long, no reason or one
            with a long number, nothing new, or changed since it was seen (`STALE`).
    """
    sex, ethnicity = said[0], tidy(said[1])
    reason = tidy(reason)
    person = person_named(person_ref, lock=True)
    refuse_if(None if actor.has(*OFFICE) else NOT_OFFICE)
    refuse_if(NO_SUCH_SEX if sex and sex not in Sex.values else None)
    refuse_if(ETHNICITY_TOO_LONG if len(ethnicity) > LONGEST else None)
    refuse_if(objection_to_reason(reason))
    stands = (person.sex, person.ethnicity)
    refuse_if(STALE if stands != seen else None)
    refuse_if(NOTHING_NEW if stands == (sex, ethnicity) else None)
    person.sex, person.ethnicity = sex, ethnicity
    person.save(update_fields=["sex", "ethnicity"])
    record(
        actor=actor,
        at=at,
        verb="describe_person",
        subject=("person", person.ref),
        said=f"Ghi giới tính, dân tộc của {person.full_name}. Lý do: {reason}",
    )
