"""Undo a whole import with a reason: its records are withdrawn, and nothing shows them again."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.staged_rows import TURN
from bangvang.registry.actions.stated_complete import take_back_completeness
from bangvang.registry.actions.turn import RECIPIENTS_TURN
from bangvang.registry.models import (
    Award,
    AwardImport,
    Grade,
    Initiative,
    Organisation,
    Person,
    RecordSource,
)
from bangvang.registry.permissions.imports import objection_to_undoing
from bangvang.registry.selectors.import_jobs import is_entering
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.selectors.resting import rested_on
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState

AT_ONCE = 500
_Record = TypeVar("_Record", Award, Grade, Initiative)


@dataclass(frozen=True)
class Undone:
    """What was withdrawn, and what stays because something else rests on it by now."""

    records: int
    people: int
    records_kept: int
    people_kept: int
    bodies: int = 0
    bodies_kept: int = 0


@transaction.atomic
def undo_import(
    ref: str, reason: str, *, version: int, actor: Actor, at: datetime, job_ref: str = ""
) -> Undone:
    """Withdraw every record of the import and everybody who came with it, bodies too.

    What something else rests on stays: an initiative that an award was given for, a person or a
    household that is nominated, or holds something from elsewhere. The file and its rows are kept
    with the reason. `job_ref`: the job that does it.

    Raises:
        Unseen: no such import.
        Refused: not the standing office, already undone, out of date, being entered or undone by
            another job, or no reason.
    """
    award_import = import_for(actor, ref, lock=True)
    busy = is_entering(ref, but=job_ref)
    refuse_if(
        objection_to_undoing(actor, award_import, seen=version, reason=reason, is_entering=busy)
    )
    wait_for_turn(TURN)
    wait_for_turn(RECIPIENTS_TURN)
    kept = withdrawn = 0
    for gone, stays in (
        _withdraw(Award, award_import, at),
        _withdraw(Grade, award_import, at),
        _withdraw(Initiative, award_import, at),
    ):
        withdrawn, kept = withdrawn + gone, kept + stays
    take_back_completeness(award_import)
    award_import.state = IMPORT_LIFE.target(ImportMove.UNDO, ImportState(award_import.state))
    award_import.undone_reason = reason
    award_import.undone_by_ref = actor.account_ref
    award_import.undone_by_name = actor.name
    award_import.undone_at = at
    award_import.version += 1
    award_import.save()  # before its people: an import counts as undone for them
    people, people_kept = _withdraw_people(award_import, at)
    bodies, bodies_kept = _withdraw_bodies(award_import, at)
    result = Undone(withdrawn, people, kept, people_kept, bodies, bodies_kept)
    award_import.taken_out = asdict(result)
    award_import.save(update_fields=["taken_out"])
    record(
        actor=actor,
        at=at,
        verb="undo_import",
        subject=("import", ref),
        said=f"Hủy lần nhập tệp {award_import.file.original_name}: rút {withdrawn} lượt và "
        f"{people} người, {bodies} hộ, tập thể mới khỏi sổ; giữ {kept} lượt, {people_kept} người, "
        f"{bodies_kept} hộ, tập thể vì đã được dùng.",
        details={"reason": reason, "digest": award_import.digest, "records": withdrawn},
    )
    return result


def _withdraw(kind: type[_Record], award_import: AwardImport, at: datetime) -> tuple[int, int]:
    """Withdraw the import's records of one kind; return how many went and how many stay."""
    field = kind.__name__.lower()
    sources = RecordSource.objects.filter(row__award_import=award_import)
    ids = set(sources.exclude(**{field: None}).values_list(f"{field}_id", flat=True))
    stays = rested_on(kind, ids)
    for some in portions(sorted(ids - stays), AT_ONCE):
        kind.objects.filter(pk__in=some).update(withdrawn_at=at)
    return len(ids - stays), len(stays)


def _withdraw_people(award_import: AwardImport, at: datetime) -> tuple[int, int]:
    """Withdraw whoever came with this import, or with one undone before, and holds nothing now."""
    came = _came_with(award_import, "newcomer", "person")
    stays = rested_on(Person, came)
    for some in portions(sorted(came - stays), AT_ONCE):
        Person.objects.filter(pk__in=some).update(
            withdrawn_at=at, identity_digest=None, identity_tail=""
        )
    return len(came - stays), len(stays)


def _withdraw_bodies(award_import: AwardImport, at: datetime) -> tuple[int, int]:
    """Withdraw the households and collectives that came so and hold nothing now.

    Whoever gives one of them something locks it, and so waits for this or is waited for.
    """
    came = _came_with(award_import, "new_body", "organisation")
    rows = Organisation.with_apart.select_for_update(of=("self",)).order_by("pk")
    there = {pk for some in portions(sorted(came), AT_ONCE) for pk in _numbers(rows, some)}
    stays = rested_on(Organisation, there)
    for some in portions(sorted(there - stays), AT_ONCE):
        Organisation.with_apart.filter(pk__in=some).update(withdrawn_at=at)
    return len(there - stays), len(stays)


def _numbers(rows: QuerySet[Organisation], some: list[int]) -> list[int]:
    return list(rows.filter(pk__in=some).values_list("pk", flat=True))


def _came_with(award_import: AwardImport, brought: str, holder: str) -> set[int]:
    """Return, by number, who came with this import, or holds of it and came with one undone."""
    touched = RecordSource.objects.filter(row__award_import=award_import)
    came = set(touched.exclude(**{brought: None}).values_list(f"{brought}_id", flat=True))
    of_award = f"award__{holder}"
    held = touched.exclude(**{of_award: None}).values_list(f"{of_award}_id", flat=True)
    earlier = RecordSource.objects.filter(row__award_import__state=ImportState.UNDONE)
    for some in portions(sorted(set(held)), AT_ONCE):
        of_these = earlier.filter(**{f"{brought}__in": some})
        came |= set(of_these.values_list(f"{brought}_id", flat=True))
    return came
