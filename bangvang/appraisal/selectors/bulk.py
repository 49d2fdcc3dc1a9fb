"""What an act on many rows would do, row by row, and what it did."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bangvang.appraisal.models import BulkAct, BulkRow
from bangvang.appraisal.permissions import Barred, objection_to_accepting, objection_to_returning
from bangvang.appraisal.permissions.agency_opinions import objection_to_awaited
from bangvang.appraisal.permissions.bulk import (
    ON_PUBLIC_LIST,
    objection_to_accepting_with_others,
    objection_to_handing_row_over,
    objection_to_taking_back,
    objection_to_undoing,
)
from bangvang.appraisal.permissions.charges import Officer, objection_to_receiving
from bangvang.appraisal.permissions.linking import objection_to_unknown
from bangvang.appraisal.permissions.notices import Noticed, objection_to_noticed
from bangvang.appraisal.permissions.readings import (
    READINGS_DIFFER,
    differ,
    objection_to_concluding_unread,
)
from bangvang.appraisal.selectors.agency_opinions import awaited_among
from bangvang.appraisal.selectors.barred import barred_among
from bangvang.appraisal.selectors.consulted import open_row_of
from bangvang.appraisal.selectors.findings import newest_finding
from bangvang.appraisal.selectors.letters import letter_is_made, newest_judgement
from bangvang.appraisal.selectors.noticed import noticed_among
from bangvang.appraisal.selectors.readings import is_read_twice, readings_given
from bangvang.appraisal.states import BulkWork
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen
from bangvang.law import Answer
from bangvang.nominations.models import Attachment, Nomination
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.selectors.batches import visible_to as batches_visible_to
from bangvang.nominations.states import State

NEVER_ASKED = Objection("NEVER_ASKED", "Chưa đối chiếu với luật.")
SOME_REASON = "…"
"""Stands for the words that are asked for on the page of the dry run itself."""


@dataclass(frozen=True)
class Planned:
    """One row that was chosen, and why it would be left; empty where it would be done."""

    ref: str
    version: int
    source_row: int
    name: str
    why_left: str
    needs_judgement: bool


@dataclass(frozen=True)
class BulkLine:
    """One row of an act, as its page shows it; `why_kept` says why it cannot be undone."""

    ref: str
    source_row: int
    name: str
    to_name: str
    why_left: str
    is_undone: bool
    why_kept: str


@dataclass(frozen=True)
class BulkSeen:
    """One act in the list of those on a list of nominations."""

    ref: str
    work_name: str
    done: int
    by_name: str
    done_at: datetime
    undone_at: datetime | None


@dataclass(frozen=True)
class BulkPage:
    """One act with its rows; `unseen` rows were chosen and not reached."""

    ref: str
    batch_ref: str
    batch_reference: str
    work_name: str
    reason: str
    by_name: str
    done_at: datetime
    undone_by_name: str
    undone_at: datetime | None
    lines: tuple[BulkLine, ...]
    not_reached: int
    not_undone: Objection | None


def plan_of(
    actor: Actor,
    batch_ref: str,
    work: BulkWork,
    chosen: Mapping[str, int],
    *,
    to: Mapping[str, Officer] | None = None,
    on: date,
) -> list[Planned]:
    """Return what would become of each row of the list that was chosen, by the order of its sheet.

    Raises:
        Unseen: this actor has no such list.
    """
    batch = batch_for(actor, batch_ref)
    found = Nomination.objects.filter(batch=batch, ref__in=list(chosen))
    rows = list(found.select_related("batch__unit", "origin__unit").order_by("source_row", "pk"))
    touched = _touched(actor, rows, on) if work is BulkWork.ACCEPT else set()
    planned = []
    for row in rows:
        needs = False
        if work is BulkWork.ACCEPT:
            objection, needs = _accepting(actor, row, on, look=row.name in touched)
        elif work is BulkWork.RETURN:
            objection = objection_to_returning(actor, row, reason=SOME_REASON) or (
                ON_PUBLIC_LIST if open_row_of(row) else None
            )
        else:
            objection = (
                objection_to_handing_row_over(actor, row, to[row.ref], reason=SOME_REASON)
                if to and row.ref in to
                else None
            )
        version = chosen[row.ref]
        objection = objection or objection_to_version(row.version, version)
        why = objection.sentence if objection else ""
        planned.append(Planned(row.ref, version, row.source_row, row.name, why, needs and not why))
    return planned


def even_split_of(
    actor: Actor, batch_ref: str, refs: Iterable[str], officers: Sequence[Officer]
) -> dict[str, Officer]:
    """Return which officer would get which of these rows, so that all hold about as many.

    What each holds under appraisal counts, these rows aside; a row stays where it is if that is
    as even. Whoever serves the unit that handed the list in gets none; nobody is left: nothing.

    Raises:
        Unseen: this actor has no such list.
    """
    batch = batch_for(actor, batch_ref)
    fair = sorted(
        (one for one in officers if not objection_to_receiving(one, (batch.unit.ref,))),
        key=lambda one: (one.actor.name, one.ref),
    )
    rows = list(
        Nomination.objects.filter(batch=batch, ref__in=list(refs), state=State.CHECKED).order_by(
            "source_row", "pk"
        )
    )
    others = Nomination.objects.filter(state=State.CHECKED).exclude(pk__in=[row.pk for row in rows])
    held = Counter(others.values_list("holder", flat=True))
    split = {}
    for row in rows if fair else ():
        to = min(fair, key=lambda one: (held[one.actor.name], one.actor.name != row.holder))
        held[to.actor.name] += 1
        split[row.ref] = to
    return split


def bulk_act_for(actor: Actor, ref: str, *, lock: bool = False) -> BulkAct:
    """Return an act on a list that the actor may see.

    Raises:
        Unseen: this actor has no such act.
    """
    found = BulkAct.objects.filter(ref=ref, batch__in=batches_visible_to(actor))
    found = found.select_related("batch")
    act = (found.select_for_update(of=("self",)) if lock else found).first()
    if act is None:
        raise Unseen
    return act


def bulk_acts_of(actor: Actor, batch_ref: str) -> list[BulkSeen]:
    """Return the acts on a list, newest first."""
    found = BulkAct.objects.filter(batch__ref=batch_ref, batch__in=batches_visible_to(actor))
    return [
        BulkSeen(
            act.ref,
            BulkWork(act.work).label,
            sum(not line.why_left for line in act.lines.all()),
            act.by_name,
            act.done_at,
            act.undone_at,
        )
        for act in found.prefetch_related("lines").order_by("-pk")
    ]


def bulk_page(actor: Actor, ref: str) -> BulkPage:
    """Return one act with its rows, and why it cannot be undone if so.

    Raises:
        Unseen: this actor has no such act.
    """
    act = bulk_act_for(actor, ref)
    found = BulkRow.objects.filter(act=act).select_related("nomination", "act")
    lines = list(found.order_by("nomination__source_row", "pk"))
    waiting = [line for line in lines if not line.why_left and not _is_settled(line)]
    return BulkPage(
        ref=act.ref,
        batch_ref=act.batch.ref,
        batch_reference=act.batch.reference,
        work_name=BulkWork(act.work).label,
        reason=act.reason,
        by_name=act.by_name,
        done_at=act.done_at,
        undone_by_name=act.undone_by_name,
        undone_at=act.undone_at,
        lines=tuple(map(_line, lines)),
        not_reached=act.chosen - len(lines),
        not_undone=objection_to_undoing(actor, act, left=len(waiting)),
    )


def why_kept(line: BulkRow) -> Objection | None:
    """Return why a row of an act cannot be put back now."""
    row = line.nomination
    later = Attachment.objects.filter(nomination=row, added_at__gt=line.act.done_at)
    return objection_to_taking_back(
        line,
        told_by_letter=letter_is_made(newest_judgement(row)),
        papers_since=later.exists(),
    )


def _line(line: BulkRow) -> BulkLine:
    row = line.nomination
    kept = line.why_kept
    if not line.why_left and not _is_settled(line) and (objection := why_kept(line)):
        kept = objection.sentence
    return BulkLine(
        row.ref, row.source_row, row.name, line.to_name, line.why_left, line.is_undone, kept
    )


def _is_settled(line: BulkRow) -> bool:
    return line.is_undone or bool(line.why_kept)


def _touched(actor: Actor, rows: Iterable[Nomination], on: date) -> set[str]:
    """Return the names of whom a bar or notice speaks, or who wait: the others need no look."""
    refs = [row.ref for row in rows]
    barred, noticed = barred_among(refs, on=on), noticed_among(actor, refs)
    return {
        *barred.unseen,
        *barred.resting,
        *barred.refused,
        *barred.ended,
        *noticed.waiting,
        *noticed.hindering,
        *(one.name for one in awaited_among(refs, on=on)),
    }


def _accepting(
    actor: Actor, row: Nomination, on: date, *, look: bool
) -> tuple[Objection | None, bool]:
    """Return why a row would not be accepted, and whether words of judgement are needed for it."""
    try:
        finding = newest_finding(row.pk)
    except Unseen:
        return NEVER_ASKED, False
    given = readings_given(row)
    barred = barred_among([row.ref], on=on) if look else Barred()
    noticed = noticed_among(actor, [row.ref]) if look else Noticed()
    awaited = awaited_among([row.ref], on=on) if look else ()
    objection = (
        objection_to_accepting_with_others(row, finding)
        or objection_to_accepting(actor, row, finding, reason=SOME_REASON, barred=barred)
        or objection_to_unknown(row)
        or objection_to_noticed(noticed)
        or objection_to_awaited(awaited)
        or (READINGS_DIFFER if differ(given) else None)
        or objection_to_concluding_unread(
            actor, given, is_asked=is_read_twice(row), reason=SOME_REASON
        )
    )
    return objection, finding.answer == Answer.FOR_A_PERSON
