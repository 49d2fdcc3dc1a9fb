"""Enter the ready rows of an import into the register: all of them or none, with their source."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.audit.selectors import newest_number
from bangvang.foundation.db.among import among
from bangvang.foundation.db.insert import update_values
from bangvang.foundation.db.room import roomy
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.sweeping import seldom_swept
from bangvang.registry.actions.entered_bodies import enter_bodies
from bangvang.registry.actions.entered_rows import enter_people, enter_records
from bangvang.registry.actions.settle_again import Change, changes_now
from bangvang.registry.actions.staged_rows import TURN, Report, tell_nobody
from bangvang.registry.actions.stated_complete import people_complete, state_complete
from bangvang.registry.actions.turn import RECIPIENTS_TURN
from bangvang.registry.intake.staging import SETTLED
from bangvang.registry.models import AwardImport, ImportRow
from bangvang.registry.permissions.imports import NOTHING_READY, objection_to_import
from bangvang.registry.selectors.import_entries import stands_as_staged
from bangvang.registry.selectors.import_jobs import is_entering
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState, RowState


@dataclass(frozen=True)
class Accepted:
    """What came into the register: records, people, people stated to be complete; rows left.

    `bodies`: households and collectives that are new.
    """

    records: int
    newcomers: int
    complete: int
    left: int
    bodies: int = 0


@dataclass(frozen=True)
class Settled:
    """How waiting rows stand otherwise than in the table, as of one entry of the audit record.

    `job_ref` is the job that found out, "" without one.
    """

    changes: Sequence[Change]
    entry: int
    job_ref: str

    def is_still_so(self) -> bool:
        """Whether nothing was done since; every act leaves an entry."""
        return newest_number() == self.entry


def settled_now(
    award_import: AwardImport, job_ref: str = "", *, report: Report = tell_nobody
) -> Settled:
    """Settle the waiting rows, unless they still stand as they were staged; nothing is kept."""
    entry = newest_number()
    if stands_as_staged(award_import):
        return Settled((), entry, job_ref)
    return Settled(changes_now(award_import, report=report), entry, job_ref)


@seldom_swept()
@roomy()
@transaction.atomic
def accept_import(
    ref: str,
    *,
    version: int,
    with_newcomers: bool,
    complete_from: Mapping[str, int] | None = None,
    settled: Settled | None = None,
    actor: Actor,
    at: datetime,
) -> Accepted:
    """Enter every row that was ready when it was shown and is so now; the others stay staged.

    The rows are held against the register once more, under a turn that imports take one by one. A
    row that is ready only since then, or means somebody else by now, waits to be looked at.

    Args:
        ref: the import.
        version: the version of the import that was seen.
        with_newcomers: whether people, households and collectives that the register does not know
            are entered as new ones; otherwise their rows stay.
        complete_from: for `AWARD`, `GRADE`, `INITIATIVE` the achievement year from which the file
            is complete for the people whose rows come in.
        settled: the waiting rows as the job that enters them settled them beforehand; used if
            nothing was recorded anywhere since. A job may find nothing ready any more.
        actor: somebody of the standing office.
        at: the moment of the act.

    Raises:
        Unseen: no such import.
        Refused: not the standing office, not read yet, undone, out of date, another job enters
            it, or no row is ready.
    """
    award_import = import_for(actor, ref, lock=True)
    busy = is_entering(ref, but=settled.job_ref if settled else "")
    refuse_if(objection_to_import(actor, award_import, seen=version, is_entering=busy))
    wait_for_turn(TURN)
    wait_for_turn(RECIPIENTS_TURN)
    if settled is None or not settled.is_still_so():
        settled = settled_now(award_import, settled.job_ref if settled else "")
    unseen = _unseen(settled.changes)
    update_values(ImportRow, SETTLED, settled.changes)
    ready = _ready(award_import, with_newcomers=with_newcomers).exclude(pk__in=among(unseen))
    refuse_if(None if ready.exists() or settled.job_ref else NOTHING_READY)
    newcomers = enter_people(award_import, ready)
    bodies = enter_bodies(award_import, ready, on=at.date())
    people = people_complete(award_import, ready, newcomers) if complete_from else []
    records = enter_records(ready, newcomers, bodies, actor, at)
    ready.update(state=RowState.ACCEPTED)
    if records:
        award_import.state = IMPORT_LIFE.target(ImportMove.ACCEPT, ImportState(award_import.state))
    state_complete(award_import, people, complete_from or {})
    left = _open_count(award_import)
    result = Accepted(records, len(newcomers), len(people), left, len(bodies))
    award_import.entered = asdict(result)
    award_import.version += 1
    award_import.save()
    record(
        actor=actor,
        at=at,
        verb="accept_import",
        subject=("import", ref),
        said=f"Ghi {result.records} dòng của tệp {award_import.file.original_name} vào sổ, "
        f"trong đó {result.newcomers} người mới, {result.bodies} hộ, tập thể mới; còn "
        f"{result.left} dòng chưa ghi.",
        details={
            "digest": award_import.digest,
            "records": result.records,
            "newcomers": result.newcomers,
            "bodies": result.bodies,
            "complete_from": dict(complete_from or {}),
            "complete": result.complete,
        },
    )
    return result


def _ready(award_import: AwardImport, *, with_newcomers: bool) -> QuerySet[ImportRow]:
    ready = ImportRow.objects.filter(award_import=award_import, state=RowState.READY)
    return ready if with_newcomers else ready.filter(newcomer="")


def _unseen(changes: Sequence[Change]) -> list[int]:
    """Return the rows that were shown as not ready, or as another person's or body's."""
    means = tuple(SETTLED.index(name) for name in ("person_id", "organisation_id"))
    now = {int(str(change[-1])): tuple(change[at] for at in means) for change in changes}
    shown = ImportRow.objects.filter(pk__in=among(list(now)))
    return [
        pk
        for pk, state, *meant in shown.values_list("pk", "state", "person_id", "organisation_id")
        if state != RowState.READY
        or any(then not in (None, one) for then, one in zip(meant, now[pk], strict=True))
    ]


def _open_count(award_import: AwardImport) -> int:
    rows = ImportRow.objects.filter(award_import=award_import)
    return rows.exclude(state__in=(RowState.ACCEPTED, RowState.HELD)).count()
