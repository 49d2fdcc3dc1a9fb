"""Take the people of a decision from its annex; the file is kept as the source of its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SHEETS
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import ReadDate, fold, person_sort_key
from bangvang.law import Subject
from bangvang.registry.actions.own_changes import LARGEST, draft_to_change, touch
from bangvang.registry.intake.granting import objection_to_naming
from bangvang.registry.models import Organisation, OwnDecision, OwnDecisionRow
from bangvang.registry.selectors.organisations import branch_of
from bangvang.registry.selectors.people import digest_of_identity_number

EMPTY_ANNEX = Objection("EMPTY_ANNEX", "Tệp không có dòng nào ghi người được khen.")
TOO_LONG_ANNEX = Objection("TOO_MANY", f"Một quyết định ghi nhiều nhất {LARGEST} người.")
TAIL = 3


@dataclass(frozen=True)
class AnnexRow:
    """One person as the annex writes them; `row` is the sheet's number, `code` a grade."""

    row: int
    name: str
    birth: ReadDate | None = None
    sex: str = ""
    identity_number: str = ""
    position: str = ""
    unit: str = ""
    code: str = ""


@transaction.atomic
def take_own_annex(
    ref: str,
    rows: Sequence[AnnexRow],
    data: bytes,
    *,
    original_name: str,
    actor: Actor,
    at: datetime,
    grade: str = "",
) -> int:
    """Add the rows, replacing those of an earlier annex; return how many there are.

    Identity numbers become keyed digests at once. `grade` is that of rows which name none.

    Raises:
        Unseen: no such decision.
        Refused: not a draft of the own unit, an award for collectives only, no rows or too many,
            or no spreadsheet.
    """
    own = draft_to_change(actor, ref)
    refuse_if(objection_to_naming(Subject.PERSON, own.code))
    refuse_if(None if rows else EMPTY_ANNEX)
    there = OwnDecisionRow.objects.filter(decision=own)
    there.filter(source_row__isnull=False).delete()
    refuse_if(TOO_LONG_ANNEX if there.count() + len(rows) > LARGEST else None)
    own.annex = keep(data, original_name=original_name, actor=actor, at=at, accept=SHEETS)
    units = _units_of(own)
    OwnDecisionRow.objects.bulk_create(_row(own, row, units, grade) for row in rows)
    touch(own)
    record(
        actor=actor,
        at=at,
        verb="take_own_annex",
        subject=("own_decision", ref),
        said=f"Tải phụ lục {own.annex.original_name}: {len(rows)} người.",
        details={"digest": own.annex.digest},
    )
    return len(rows)


def _units_of(own: OwnDecision) -> dict[str, int]:
    """Return the unit and everything below it by folded name."""
    branch = Organisation.objects.filter(pk__in=branch_of(own.unit_id))
    return dict(branch.values_list("name_fold", "pk"))


def _row(own: OwnDecision, row: AnnexRow, units: dict[str, int], grade: str) -> OwnDecisionRow:
    number = row.identity_number
    return OwnDecisionRow(
        decision=own,
        source_row=row.row,
        name=row.name,
        sort_key=person_sort_key(row.name),
        birth_on=row.birth.on if row.birth else None,
        birth_year=row.birth.year if row.birth else None,
        sex=row.sex,
        position=row.position,
        unit_id=units.get(fold(row.unit), own.unit_id),
        unit_as_written=row.unit,
        identity_digest=digest_of_identity_number(number) if number else "",
        identity_tail=number[-TAIL:],
        code=(row.code or grade) if own.record_kind == "GRADE" else "",
    )
