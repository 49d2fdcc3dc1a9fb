"""The rows behind amendments: which may be amended, as they are now, locked on demand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet

from bangvang.foundation.objection import Objection, Unseen
from bangvang.registry.models import (
    AmendedRow,
    Amendment,
    Award,
    Grade,
    OwnDecision,
    OwnDecisionRow,
    RecordSource,
)
from bangvang.registry.permissions.amendments import Amending, Paper
from bangvang.registry.states import AmendmentKind, AmendmentState, HolderKind, ImportState

UNDONE = Objection(
    "UNDONE", "Dòng này vào sổ bằng một lần nhập đã hủy; hãy nhập lại thay vì khôi phục."
)
BY_THE_OFFICE = Objection(
    "BY_THE_OFFICE",
    "Thay đổi này do cơ quan thường trực ghi; hãy gửi văn bản đề nghị cơ quan đó khôi phục.",
)
REPLACED = Objection(
    "REPLACED", "Dòng này đã được thay bằng dòng khác; hãy sửa dòng đang có giá trị."
)


@dataclass(frozen=True)
class RowSeen:
    """One award or grade of an amendment, with what it says; `new_ref` is what replaced it."""

    ref: str
    record_kind: str
    of: HolderKind
    holder_ref: str
    holder_name: str
    code: str
    kind: str
    year: int
    name_as_written: str
    unit_as_written: str
    achievement: str
    decision_no: str
    decided_on: date | None
    issued_by: str
    revoked_on: date | None
    new_ref: str = ""


def row_to_amend(ref: str, *, lock: bool = False) -> Award | Grade:
    """Return an award or a grade that counts, or that an amendment took out.

    Raises:
        Unseen: there is none; what an undone import left behind is none.
    """
    taken_out = AmendedRow.objects.filter(amendment__state=AmendmentState.DONE)
    for model, field in ((Award, "award"), (Grade, "grade")):
        found = model.every.filter(ref=ref, set_aside=False).filter(
            Q(withdrawn_at__isnull=True)
            | Q(pk__in=taken_out.filter(**{f"{field}__isnull": False}).values(field))
        )
        held = found.select_related("person", "organisation")
        row = (held.select_for_update(of=("self",)) if lock else held).first()
        if row is not None:
            return row
    raise Unseen


def own_rows(own: OwnDecision, row_ref: str = "", *, lock: bool = False) -> list[Award | Grade]:
    """Return what a unit's confirmed decision brought into the register: all of it, or one row.

    Locked on demand, in one order.
    """
    rows = OwnDecisionRow.objects.filter(decision=own)
    if row_ref:
        rows = rows.filter(ref=row_ref)
    found: list[Award | Grade] = []
    for model, field in ((Award, "award"), (Grade, "grade")):
        ids = rows.filter(**{f"{field}__isnull": False}).values(field)
        held = model.every.filter(pk__in=ids, set_aside=False)
        held = held.select_related("person", "organisation").order_by("pk")
        found += held.select_for_update(of=("self",)) if lock else held
    return found


def objection_to_restoring(row: Award | Grade) -> Objection | None:
    """A row that another one replaced is not restored: the other one stands.

    Nor is one that came in by an import which was undone since: its people may be gone with it.
    """
    if row.withdrawn_at is None:
        return None
    field = "award" if isinstance(row, Award) else "grade"
    came = RecordSource.objects.filter(**{field: row}, row__award_import__state=ImportState.UNDONE)
    if came.exists():
        return UNDONE
    last = _last_of(row)
    is_struck = last is not None and last.amendment.kind == AmendmentKind.STRUCK
    return None if is_struck else REPLACED


def objection_to_undoing_the_office(
    rows: Iterable[Award | Grade], own: OwnDecision
) -> Objection | None:
    """A unit restores what it took out itself; what the office recorded the office restores."""
    for row in rows:
        last = _last_of(row)
        if last is not None and last.amendment.unit_id != own.unit_id:
            return BY_THE_OFFICE
    return None


def _last_of(row: Award | Grade) -> AmendedRow | None:
    """Return what was recorded of a row last."""
    field = "award" if isinstance(row, Award) else "grade"
    done = AmendedRow.objects.filter(**{field: row}, amendment__state=AmendmentState.DONE)
    return done.select_related("amendment").order_by("-amendment__decided_at", "-pk").first()


def amended_rows_of(of: HolderKind) -> QuerySet[AmendedRow]:
    """Return the amended rows of a holder, as a part of a query about holders."""
    mine = Q(**{f"award__{of}": OuterRef("pk")}) | Q(**{f"grade__{of}": OuterRef("pk")})
    return AmendedRow.objects.filter(mine)


def corrected_at(award: OuterRef) -> QuerySet[AmendedRow, datetime | None]:
    """Return when an award took a wrong row's place, as a part of another query."""
    rows = AmendedRow.objects.filter(
        new_award=award,
        amendment__kind=AmendmentKind.CORRECTED,
        amendment__state=AmendmentState.DONE,
    )
    return rows.values_list("amendment__decided_at", flat=True)[:1]


def revoked_of_decision(decision_ref: str, *, on: date) -> dict[str, date]:
    """Return the day from which an award of this decision is revoked, by whose it was."""
    rows = Award.objects.filter(decision_ref=decision_ref, revoked_on__lte=on).values_list(
        "person__ref", "organisation__ref", "revoked_on"
    )
    return {person or body: day for person, body, day in rows if day is not None}


def has_open_amendment(row: Award | Grade) -> bool:
    """Tell whether an amendment of this row waits."""
    field = "award" if isinstance(row, Award) else "grade"
    return AmendedRow.objects.filter(**{field: row}, is_open=True).exists()


def said_of(amendment: Amendment) -> Amending:
    """Return what was proposed."""
    said: dict[str, Any] = dict(amendment.said)
    if said.get("decided_on"):
        said["decided_on"] = date.fromisoformat(said["decided_on"])
    paper = Paper(amendment.paper_no, amendment.paper_on, amendment.paper_by)
    return Amending(AmendmentKind(amendment.kind), amendment.reason, paper, said)


def rows_of(amendments: QuerySet[Amendment]) -> QuerySet[AmendedRow]:
    """Return the rows of some amendments with all that a page says of either, in one query.

    Besides: `own_ref` of the unit's decision and `scan_ref` of the paper, None where there is none.
    """
    rows = AmendedRow.objects.filter(amendment__in=amendments.order_by().values("pk"))
    return rows.annotate(
        own_ref=F("amendment__own_decision__ref"), scan_ref=F("amendment__scan__ref")
    ).select_related(
        "amendment__unit", "award__person", "award__organisation", "grade__person",
        "grade__organisation", "new_award", "new_grade",
    )  # fmt: skip


def row_seen(row: Award | Grade, new_ref: str = "") -> RowSeen:
    """Return what an award or a grade says; `new_ref` is what replaced it."""
    holder = row.person or row.organisation
    assert holder is not None  # noqa: S101  the table's own constraint
    award = row if isinstance(row, Award) else None
    return RowSeen(
        ref=row.ref,
        record_kind="AWARD" if award else "GRADE",
        of=HolderKind.PERSON if row.person_id else HolderKind.ORGANISATION,
        holder_ref=holder.ref,
        holder_name=str(holder),
        code=row.code,
        kind=award.kind if award else "",
        year=row.year,
        name_as_written=award.name_as_written if award else "",
        unit_as_written=award.unit_as_written if award else "",
        achievement=award.achievement if award else "",
        decision_no=row.decision_no,
        decided_on=row.decided_on,
        issued_by=award.issued_by if award else "",
        revoked_on=award.revoked_on if award else None,
        new_ref=new_ref,
    )
