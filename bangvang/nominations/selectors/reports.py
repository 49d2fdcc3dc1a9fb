"""Reading achievement reports: one to change, one to show, how far those of a list are."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.nominations.models import Nomination, Report
from bangvang.nominations.permissions import objection_to_writing
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import REPORT_TABLES, ReportPart

Rows = tuple[tuple[str, str, str], ...]
"""Rows of a history table: year, what, decision."""


@dataclass(frozen=True)
class PartSeen:
    """A part as it stands: `text` as it is stored, `rows` of a table, who saved it when."""

    part: ReportPart
    text: str
    version: int
    saved_by: str
    saved_at: datetime

    @property
    def is_table(self) -> bool:
        """Whether it is one of the two history tables."""
        return self.part in REPORT_TABLES

    @property
    def rows(self) -> Rows:
        """The rows of a table; nothing for a text."""
        return rows_in(self.text) if self.is_table else ()


@dataclass(frozen=True)
class ReportSeen:
    """A whole report."""

    parts: tuple[PartSeen, ...]
    begun_by: str
    begun_at: datetime
    finished_by: str
    finished_at: datetime | None
    version: int

    def of(self, part: ReportPart) -> PartSeen:
        """Return one part."""
        return next(one for one in self.parts if one.part is part)


def may_write(actor: Actor, nomination_ref: str) -> bool:
    """Tell whether the actor may write the report of a row now.

    Raises:
        Unseen: this actor has no such row.
    """
    return objection_to_writing(actor, nomination_for(actor, nomination_ref)) is None


def report_to_change(nomination: Nomination) -> Report:
    """Return the report of a row, locked.

    Raises:
        Unseen: nobody has begun one.
    """
    found = Report.objects.select_for_update(of=("self",)).filter(nomination=nomination).first()
    if found is None:
        raise Unseen
    return found


def report_seen(nomination_ref: str) -> ReportSeen | None:
    """Return the report of a row that the reader may see; None while nobody has begun one."""
    report = Report.objects.filter(nomination__ref=nomination_ref).first()
    if report is None:
        return None
    kept = {part.name: part for part in report.parts.all()}
    return ReportSeen(
        parts=tuple(
            PartSeen(part, one.text, one.version, one.saved_by, one.saved_at)
            for part in ReportPart
            if (one := kept.get(part.value))
        ),
        begun_by=report.begun_by,
        begun_at=report.begun_at,
        finished_by=report.finished_by,
        finished_at=report.finished_at,
        version=report.version,
    )


def reports_standing(nomination_refs: Iterable[str]) -> Mapping[str, bool]:
    """Return for each row with a report whether it is finished; one query."""
    found = Report.objects.filter(nomination__ref__in=list(nomination_refs))
    return {
        ref: finished_at is not None
        for ref, finished_at in found.values_list("nomination__ref", "finished_at")
    }


def rows_in(text: str) -> Rows:
    """Return the rows that a stored table holds."""
    return tuple((row[0], row[1], row[2]) for row in json.loads(text)) if text else ()
