"""Putting back in which years a record was whole before a merge, as one value with three fields."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bangvang.registry.models import Changed, Completeness
from bangvang.registry.tally import promise_of

WHOLE_FIELDS = ("from_year", "through_year", "entered_from")


def put_back_years(changes: Iterable[Changed]) -> int:
    """Put the rows back whose promise still stands as the merge left it; return the values left.

    What heads stated since does not hinder it: their years are reckoned anew afterwards. A promise
    that was changed since (by an import) stays with the kept record.
    """
    rows: defaultdict[int, list[Changed]] = defaultdict(list)
    for change in changes:
        rows[change.row].append(change)
    return sum(0 if _put_back(pk, some) else len(some) for pk, some in rows.items())


def _put_back(pk: int, changes: Sequence[Changed]) -> bool:
    row = Completeness.objects.filter(pk=pk).first()
    if row is None:
        return False
    now = {field: getattr(row, field) for field in WHOLE_FIELDS}
    after = {**now, **{c.field: c.after for c in changes if c.field in WHOLE_FIELDS}}
    if promise_of(**now) != promise_of(**after):
        return False
    before = {change.field: change.before for change in changes}
    Completeness.objects.filter(pk=pk).update(**before)
    return True
