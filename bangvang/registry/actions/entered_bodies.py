"""Enter the households and collectives of ready rows that are new; part of accepting an import."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from bangvang.foundation.vietnamese import fold, text_sort_key, tidy
from bangvang.registry.intake.groups import as_collective
from bangvang.registry.intake.new_records import COLUMNS, RowReady, row_ready
from bangvang.registry.models import AwardImport, ImportRow, Organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.selectors.apart_named import is_household
from bangvang.registry.selectors.households_named import as_household
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import NEW_BODY

AT_ONCE = 500


def enter_bodies(
    award_import: AwardImport, ready: QuerySet[ImportRow], *, on: date
) -> dict[str, int]:
    """Enter each new household or collective of these rows once; return their numbers by key.

    The import remembers which it is for the rows that are left. `on`: the day on which the
    register hears of a household.
    """
    rows = ready.filter(identity=NEW_BODY).order_by("newcomer", "sheet_no", "row")
    found = rows.values_list("newcomer", "unit_key", *COLUMNS).iterator(chunk_size=AT_ONCE)
    numbers: dict[str, int] = {}
    choices: dict[str, str] = {}
    of_bodies = ((key, list(of_one)) for key, of_one in groupby(found, lambda row: row[0]))
    for some in portions(of_bodies, AT_ONCE):
        made = Organisation.objects.bulk_create(
            _body([row_ready(row[2:]) for row in of_one], on) for _, of_one in some
        )
        for (key, of_one), body in zip(some, made, strict=True):
            numbers[key] = body.pk
            choices |= {row[1]: body.ref for row in of_one}
    award_import.unit_choices = award_import.unit_choices | choices
    return numbers


def _body(rows: Sequence[RowReady], on: date) -> Organisation:
    """Return the body of these rows, called as the newest of them writes it.

    A collective is known from the first day of the first year for which the file names it.
    """
    last = max(rows, key=lambda row: (row.said["year"], row.sheet_no, row.row))
    is_home = is_household(last.said)
    written = last.said["name"]
    name = tidy(as_household(written) if is_home else as_collective(written))
    return Organisation(
        name=name,
        name_fold=fold(name),
        sort_key=text_sort_key(name),
        kind=OrganisationKind.HOUSEHOLD if is_home else OrganisationKind.SUB_UNIT,
        parent_id=last.unit_id,
        since=on if is_home else first_day(row.said for row in rows),
    )


def first_day(said: Iterable[Mapping[str, Any]]) -> date:
    """Return the first day of the first year that rows name."""
    return date(min(row["year"] for row in said), 1, 1)
