"""Answer the law's questions about a row: by which way it is proposed, what no register knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.law import questions
from bangvang.nominations.models import StatedFact
from bangvang.nominations.permissions import (
    objection_to_answer,
    objection_to_stating,
    objection_to_version,
)
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.selectors.stated import facts_of_rows

Value = bool | int | None


@dataclass(frozen=True)
class Stated:
    """An answer and the paper it stands on; None takes an earlier answer back."""

    value: Value
    source: str = ""


@transaction.atomic
def state_facts(
    ref: str, answers: Mapping[str, Stated], *, version: int, actor: Actor, at: datetime
) -> int:
    """Keep the answers that differ from what holds, and return how many did.

    Raises:
        Unseen: this actor has no such row.
        Refused: see `objection_to_stating`; an answer without a source or of the wrong form; or
            changed by somebody else meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    refuse_if(objection_to_stating(actor, nomination))
    refuse_if(objection_to_version(nomination.version, version))
    known = questions()
    for name, answer in answers.items():
        refuse_if(objection_to_answer(known.get(name), answer.value, answer.source))
    held = facts_of_rows([nomination.pk]).get(nomination.pk, {})
    changed = {name: one for name, one in answers.items() if one.value != held.get(name)}
    for name, answer in changed.items():
        StatedFact.objects.create(
            nomination=nomination,
            name=name,
            value=answer.value,
            source=answer.source.strip(),
            by_ref=actor.account_ref,
            by_name=actor.name,
            stated_at=at,
        )
    if changed:
        nomination.version += 1
        nomination.save(update_fields=["version"])
        told = "; ".join(
            f"{known[name].text} {say_answer(answer.value, known[name].unit)}"
            for name, answer in changed.items()
        )
        record(
            actor=actor,
            at=at,
            verb="state_facts",
            subject=("nomination", ref),
            said=f"Ghi dữ kiện: {told}",
        )
    return len(changed)


def say_answer(value: Value, unit: str) -> str:
    """Return an answer in words."""
    if value is None:
        return "chưa rõ"
    if isinstance(value, bool):
        return "có" if value else "không"
    return f"{value} {unit}".strip()
