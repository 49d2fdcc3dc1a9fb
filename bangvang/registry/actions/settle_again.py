"""Settle rows that wait in the table anew: some after a choice, or all before they come in."""

from collections.abc import Iterable, Iterator, Sequence
from marshal import dumps, loads
from typing import Any

from bangvang.foundation.db.insert import update_values
from bangvang.registry.actions.staged_rows import Pace, Report, tell_nobody
from bangvang.registry.intake.asked_rows import RowAsked, RowsAsked
from bangvang.registry.intake.rows_waiting import RowWaiting, rows_waiting
from bangvang.registry.intake.settling import settle
from bangvang.registry.intake.staging import SETTLED, settled_values
from bangvang.registry.models import AwardImport, ImportRow
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import RowState

AT_ONCE = 500
Change = tuple[object, ...]
"""How a row stands now, as `SETTLED` says, and its number."""


def settle_again(award_import: AwardImport, near: Iterable[str]) -> None:
    """Settle rows under these folded names anew, with all that may be doubles of theirs.

    Those are the rows of whoever was meant before, and of whoever is meant now.
    """
    keys = sorted(set(near))
    rows = sorted(_waiting_where(award_import, "near", keys), key=_place)
    settled = settle(award_import, RowsAsked(row.asked for row in rows))
    holders = [*(row.settled for row in rows), *settled]
    people = sorted({one.person_id for one in holders if one.person_id is not None})
    bodies = sorted({one.organisation_id for one in holders if one.organisation_id is not None})
    alike = [
        row
        for row in (
            *_waiting_where(award_import, "person", people),
            *_waiting_where(award_import, "organisation", bodies),
        )
        if row.asked.near not in keys
    ]
    if alike:
        rows = sorted([*rows, *alike], key=_place)
        settled = settle(award_import, RowsAsked(row.asked for row in rows))
    changed = [
        (*settled_values(now), row.pk)
        for row, now in zip(rows, settled, strict=True)
        if row.settled != now
    ]
    update_values(ImportRow, SETTLED, changed)


def _waiting_where(
    award_import: AwardImport, field: str, values: Sequence[Any]
) -> Iterator[RowWaiting]:
    for some in portions(values, AT_ONCE):
        yield from rows_waiting(award_import, **{f"{field}__in": some})


def _place(row: RowWaiting) -> tuple[int, int]:
    return row.asked.sheet_no, row.asked.row


def changes_now(award_import: AwardImport, *, report: Report = tell_nobody) -> list[Change]:
    """Return how waiting rows stand now that stand otherwise in the table; nothing is kept."""
    waiting = ImportRow.objects.filter(award_import=award_import)
    pace = Pace(waiting.exclude(state=RowState.ACCEPTED).count(), report)
    before: list[bytes] = []

    def asked() -> Iterator[RowAsked]:
        for row in rows_waiting(award_import):
            before.append(dumps((row.pk, tuple(row.settled))))
            yield row.asked

    changes: list[Change] = []
    for now, packed in zip(
        settle(award_import, RowsAsked(asked()), tick=pace.tick), before, strict=True
    ):
        number, stood = loads(packed)  # noqa: S302  packed just before
        if stood != now:
            changes.append((*settled_values(now), number))
    return changes
