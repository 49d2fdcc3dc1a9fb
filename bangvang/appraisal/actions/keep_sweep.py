"""Compute what a change of law does, and keep it in place of what was kept before."""

from contextlib import AbstractContextManager
from datetime import datetime

from bangvang.appraisal.impact import (
    Impact,
    ReadInChunks,
    Report,
    dossiers_compared,
    impact_of,
    impact_on,
)
from bangvang.appraisal.models import Sweep, SweptRow
from bangvang.appraisal.permissions import as_reader, objection_to_sweeping
from bangvang.appraisal.selectors.sweeps import stamp_now
from bangvang.appraisal.states import Side
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.law import Change, Subject
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.selectors.stated import facts_of_refs
from bangvang.nominations.states import OVER, State
from bangvang.registry.selectors.naming import everybody
from bangvang.registry.states import HolderKind

HOLDERS = {
    Subject.PERSON: HolderKind.PERSON,
    Subject.COLLECTIVE: HolderKind.ORGANISATION,
    Subject.HOUSEHOLD: HolderKind.ORGANISATION,
}
STILL_OPEN = tuple(state for state in State if state not in OVER)
AT_A_TIME = 1000


def keep_sweep(
    change: Change,
    *,
    actor: Actor,
    at: datetime,
    report: Report,
    last_step: AbstractContextManager[None],
) -> None:
    """Ask both laws about everybody, then keep the result in the last step.

    The stamp is taken before anything is read: what changes meanwhile makes the result old, not
    wrong. Who asked for it is in the audit record; nobody's record changes here.

    Raises:
        Refused: the actor does not read the register as a whole, or nothing to compare.
        NotInForce: the rulebook does not know the law of one of the days.
    """
    refuse_if(objection_to_sweeping(actor, change))
    reader, stamp = as_reader(actor), stamp_now()
    of = HOLDERS[change.subject]
    dossiers = _over_dossiers(reader, change)
    households = change.subject is Subject.HOUSEHOLD
    crowd = ReadInChunks(everybody(reader, of, households=households), of, report=report)
    register = impact_on(crowd, change)
    report(register.asked, register.asked)
    with last_step:
        same = {"award_code": change.code, "kind": change.kind, "subject": change.subject}
        Sweep.objects.filter(**same, on_day=change.on).delete()
        sweep = Sweep.objects.create(
            **same,
            on_day=change.on,
            stamp=stamp,
            asked_register=register.asked,
            asked_dossiers=dossiers.asked,
            made_at=at,
        )
        _keep(sweep, Side.REGISTER, register)
        _keep(sweep, Side.DOSSIERS, dossiers)


def _over_dossiers(reader: Actor, change: Change) -> Impact:
    found = nominations_for(reader, states=STILL_OPEN, award_code=change.code)
    rows = [row for row in found if (row.kind, row.subject) == (change.kind, change.subject)]
    return impact_of(dossiers_compared(rows, facts_of_refs([row.ref for row in rows]), change))


def _keep(sweep: Sweep, side: Side, impact: Impact) -> None:
    SweptRow.objects.bulk_create(
        (
            SweptRow(sweep=sweep, side=side, about_ref=one.ref, before=one.before, after=one.after)
            for one in impact.moved
        ),
        batch_size=AT_A_TIME,
    )
