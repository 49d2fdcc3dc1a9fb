"""Save parts of an achievement report as they are typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.models import WrittenPart
from bangvang.nominations.permissions import objection_to_writing, objection_to_writing_report
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.selectors.reports import report_to_change
from bangvang.nominations.states import LONGEST_PART, ReportPart


@dataclass(frozen=True)
class Typed:
    """A part as somebody typed it, over the version that they saw."""

    part: ReportPart
    text: str
    version: int


@transaction.atomic
def write_report(
    nomination_ref: str, typed: Iterable[Typed], *, actor: Actor, at: datetime
) -> frozenset[ReportPart]:
    """Save what is typed over the newest version; return the parts somebody else saved meanwhile.

    Those stay as they were saved. A text that says the same is nobody's change. This alone leaves
    no audit entry: each part keeps who saved it last, and finishing the report seals them all
    (decision 0042).

    Raises:
        Unseen: this actor has no such row, or it has no report.
        Refused: the row is not the unit's to write on now, the report is finished, or too long.
    """
    nomination = nomination_for(actor, nomination_ref, lock=True)
    refuse_if(objection_to_writing(actor, nomination))
    report = report_to_change(nomination)
    refuse_if(objection_to_writing_report(report))
    kept = {
        part.name: part for part in WrittenPart.objects.select_for_update().filter(report=report)
    }
    clashes = set()
    for one in typed:
        text = one.text.replace("\r\n", "\n")
        refuse_if(_too_long(one.part, text))
        part = kept[one.part.value]
        if part.text == text:
            continue
        if part.version != one.version:
            clashes.add(one.part)
            continue
        part.text, part.version = text, part.version + 1
        part.saved_by, part.saved_at = actor.name, at
        part.save(update_fields=["text", "version", "saved_by", "saved_at"])
        report.version += 1
    report.save(update_fields=["version"])
    return frozenset(clashes)


def _too_long(part: ReportPart, text: str) -> Objection | None:
    longest = LONGEST_PART[part]
    if len(text) <= longest:
        return None
    said = f"“{part.label}” dài {len(text)} ký tự, nhiều nhất {longest} ký tự."
    return Objection("PART_TOO_LONG", said)
