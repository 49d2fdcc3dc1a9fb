"""Enter the ready rows of an import into the register: all of them or none, with their source."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.audit.selectors import newest_number
from bangvang.foundation.db.insert import insert_all
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.staged_rows import (
    AT_ONCE,
    TURN,
    Pace,
    Report,
    replace_rows,
    rows_waiting,
    tell_nobody,
)
from bangvang.registry.actions.stated_complete import state_complete
from bangvang.registry.intake.new_records import person_of, record_of, source_of
from bangvang.registry.intake.newcomers import AS_PERSON
from bangvang.registry.intake.settling import settle
from bangvang.registry.models import (
    Award,
    AwardImport,
    Grade,
    ImportRow,
    Initiative,
    Person,
)
from bangvang.registry.permissions.imports import NOTHING_READY, objection_to_import
from bangvang.registry.selectors.import_jobs import is_entering
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState, RowState


@dataclass(frozen=True)
class Accepted:
    """What came into the register: records, new people, people stated to be complete; rows left."""

    records: int
    newcomers: int
    complete: int
    left: int


@dataclass(frozen=True)
class Settled:
    """The waiting rows, settled against the register as it was at one entry of the audit record.

    `before` is how each of them stood, `job_ref` the job that does it, "" without one.
    """

    rows: Sequence[ImportRow]
    before: Sequence[tuple[str, str]]
    entry: int
    job_ref: str

    def is_still_so(self) -> bool:
        """Whether nothing was done since; every act leaves an entry."""
        return newest_number() == self.entry


def settled_now(
    award_import: AwardImport, job_ref: str = "", *, report: Report = tell_nobody
) -> Settled:
    """Return the waiting rows as they settle now; nothing is kept."""
    entry = newest_number()
    waiting = rows_waiting(award_import)
    before = [(row.state, row.why) for row in waiting]
    settle(award_import, waiting, tick=Pace(len(waiting), report).tick)
    return Settled(waiting, before, entry, job_ref)


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
    """Enter every row that is ready now; the others stay staged.

    The rows are held against the register once more, under a turn that imports take one by one.

    Args:
        ref: the import.
        version: the version of the import that was seen.
        with_newcomers: whether people whom the register does not know are entered as new ones;
            otherwise their rows stay.
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
    if settled is None or not settled.is_still_so():
        settled = settled_now(award_import, settled.job_ref if settled else "")
    waiting, before = settled.rows, settled.before
    ready = [r for r in waiting if r.state == RowState.READY and (with_newcomers or not r.newcomer)]
    refuse_if(None if ready or settled.job_ref else NOTHING_READY)
    is_ready = {row.pk for row in ready}
    left = [row for row in waiting if row.pk not in is_ready]
    newcomers = _enter_people(award_import, ready)
    _enter_records(ready, newcomers, actor, at)
    for some in portions([row.pk for row in ready], AT_ONCE):
        ImportRow.objects.filter(pk__in=some).update(state=RowState.ACCEPTED)
    if [(row.state, row.why) for row in waiting] != before:
        replace_rows(left)
    if ready:
        award_import.state = IMPORT_LIFE.target(ImportMove.ACCEPT, ImportState(award_import.state))
    complete = state_complete(award_import, ready, left, newcomers, complete_from or {})
    result = Accepted(len(ready), len(newcomers), complete, _open(left))
    award_import.entered = asdict(result)
    award_import.version += 1
    award_import.save()
    record(
        actor=actor,
        at=at,
        verb="accept_import",
        subject=("import", ref),
        said=f"Ghi {result.records} dòng của tệp {award_import.file.original_name} vào sổ, "
        f"trong đó {result.newcomers} người mới; còn {result.left} dòng chưa ghi.",
        details={
            "digest": award_import.digest,
            "records": result.records,
            "newcomers": result.newcomers,
            "complete_from": dict(complete_from or {}),
            "complete": complete,
        },
    )
    return result


def _open(left: Sequence[ImportRow]) -> int:
    return sum(row.state != RowState.HELD for row in left)


def _enter_people(award_import: AwardImport, ready: Sequence[ImportRow]) -> dict[str, Person]:
    """Enter each newcomer once and remember who it is for the rows that are left."""
    rows_of: dict[str, list[ImportRow]] = {}
    for row in ready:
        if row.newcomer:
            rows_of.setdefault(row.newcomer, []).append(row)
    people = {key: person_of(rows) for key, rows in rows_of.items()}
    insert_all(people.values())
    award_import.holder_choices = award_import.holder_choices | {
        row.who: AS_PERSON + people[key].ref for key, rows in rows_of.items() for row in rows
    }
    return people


def _enter_records(
    ready: Sequence[ImportRow], newcomers: Mapping[str, Person], actor: Actor, at: datetime
) -> None:
    made = [record_of(row, newcomers.get(row.newcomer) or row.person) for row in ready]
    for model in (Award, Grade, Initiative):
        insert_all(one for one in made if isinstance(one, model))
    first: set[str] = set()
    sources = []
    for row, one in zip(ready, made, strict=True):
        newcomer = newcomers.get(row.newcomer) if row.newcomer not in first else None
        first.add(row.newcomer)
        sources.append(source_of(row, one, newcomer, actor, at))
    insert_all(sources)
