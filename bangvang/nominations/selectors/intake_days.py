"""Reading until when a round receives which rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.nominations.models import Batch, IntakeDay, Nomination, Round
from bangvang.nominations.receiving import Intake, last_day
from bangvang.nominations.states import BatchState, State
from bangvang.registry.selectors.organisations import branch_of


@dataclass(frozen=True)
class DueRow:
    """How many rows of a list have which last day."""

    submit_by: date
    rows: int


def intakes_of(round_ids: Iterable[int]) -> Mapping[int, tuple[Intake, ...]]:
    """Return the other last days of each round, earliest first."""
    wanted = set(round_ids)
    rows = IntakeDay.objects.filter(round__in=wanted).select_related("sector")
    branches: dict[int, frozenset[int]] = {}
    found: dict[int, list[Intake]] = {round_id: [] for round_id in wanted}
    for row in rows.order_by("submit_by", "pk"):
        if row.sector_id is not None and row.sector_id not in branches:
            branches[row.sector_id] = frozenset(branch_of(row.sector_id))
        found[row.round_id].append(
            Intake(
                ref=row.ref,
                award_code=row.award_code,
                kind=row.kind,
                sector_name=row.sector.name if row.sector else "",
                branch=branches[row.sector_id] if row.sector_id is not None else None,
                submit_by=row.submit_by,
            )
        )
    return {round_id: tuple(intakes) for round_id, intakes in found.items()}


def days_of(batch: Batch) -> tuple[DueRow, ...]:
    """Return the last days of a list's rows, earliest first; of a list without rows the round's."""
    rows = Nomination.objects.filter(batch=batch).exclude(state=State.WITHDRAWN)
    return days_of_rows(
        batch.round, batch.unit_id, list(rows.values_list("award_code", "kind", "pk"))
    )


def due_days(batches: Sequence[Batch]) -> Mapping[int, date]:
    """Return by the list's id the last day of each: as measured when handed in, else as of now."""
    due = {b.pk: b.due_on or b.round.submit_by for b in batches}
    open_ones = {b.pk: b for b in batches if b.due_on is None or b.state != BatchState.SUBMITTED}
    intakes = intakes_of({b.round_id for b in open_ones.values()})
    if not any(intakes.values()):
        return due | {pk: b.round.submit_by for pk, b in open_ones.items()}
    rows = Nomination.objects.filter(batch__in=open_ones).exclude(state=State.WITHDRAWN)
    days: dict[int, set[date]] = {}
    for pk, award_code, kind in rows.values_list("batch", "award_code", "kind").distinct():
        batch = open_ones[pk]
        day = last_day(
            batch.round.submit_by,
            intakes[batch.round_id],
            award_code=award_code,
            kind=kind,
            unit_id=batch.unit_id,
        )
        days.setdefault(pk, set()).add(day)
    return due | {pk: min(days.get(pk, {batch.round.submit_by})) for pk, batch in open_ones.items()}


def days_of_rows(
    round_: Round, unit_id: int, rows: Sequence[tuple[str, str, int]]
) -> tuple[DueRow, ...]:
    """Return the last days of rows given as (award code, kind, anything), earliest first."""
    intakes = intakes_of([round_.pk])[round_.pk]
    counted: dict[date, int] = {}
    for award_code, kind, _ in rows:
        day = last_day(round_.submit_by, intakes, award_code=award_code, kind=kind, unit_id=unit_id)
        counted[day] = counted.get(day, 0) + 1
    if not counted:
        counted[round_.submit_by] = 0
    return tuple(DueRow(day, counted[day]) for day in sorted(counted))


def intakes_for_unit(intakes: Sequence[Intake], unit_id: int) -> tuple[Intake, ...]:
    """Return those that can matter to the lists of a unit."""
    return tuple(one for one in intakes if one.branch is None or unit_id in one.branch)
