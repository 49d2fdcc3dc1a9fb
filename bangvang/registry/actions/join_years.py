"""Carry what heads stated over to the people: from which year to which a record is whole.

A helper of the actions that state or withdraw; it records nothing itself.
"""

from collections import defaultdict
from collections.abc import Sequence

from bangvang.foundation.db.turns import wait_for_turn
from bangvang.registry.models import Completeness, Person, YearStatementOf
from bangvang.registry.tally import joined, promise_of

YEARS_TURN = 4_170_014
"""Statements are carried over one after the other, so that no year of a person is lost."""


AT_ONCE = 5_000
"""People reckoned together: a query names only so many, whatever the size of the unit."""


def join_years(person_ids: Sequence[int], record_kind: str) -> None:
    """Reckon anew from which year to which this kind of these people's records is whole.

    What the standing office promised without an end stays and is only carried further back. Of a
    merged record nothing is reckoned until the merge is undone.
    """
    wait_for_turn(YEARS_TURN)
    for start in range(0, len(person_ids), AT_ONCE):
        _join(person_ids[start : start + AT_ONCE], record_kind)


def _join(person_ids: Sequence[int], record_kind: str) -> None:
    years: defaultdict[int, set[int]] = defaultdict(set)
    stated = YearStatementOf.objects.filter(
        person__in=person_ids,
        statement__record_kind=record_kind,
        statement__withdrawn_at__isnull=True,
    )
    for person, year in stated.values_list("person_id", "statement__year"):
        years[person].add(year)
    rows = Completeness.objects.filter(person__in=person_ids, record_kind=record_kind)
    known = {row.person_id: row for row in rows.select_for_update()}
    new, changed, gone = [], [], []
    for person in Person.objects.filter(pk__in=person_ids).values_list("pk", flat=True):
        row = known.get(person)
        promised = _promised(row)
        span = joined(promised, years[person])
        if span is None:
            gone += [row.pk] if row else []
        elif row is None:
            new.append(_row(person, record_kind, span))
        elif (row.from_year, row.through_year) != span:
            row.from_year, row.through_year = span
            row.entered_from = promised
            changed.append(row)
    Completeness.objects.filter(pk__in=gone).delete()
    Completeness.objects.bulk_create(new)
    Completeness.objects.bulk_update(changed, ["from_year", "through_year", "entered_from"])


def _promised(row: Completeness | None) -> int | None:
    if row is None:
        return None
    return promise_of(row.from_year, row.through_year, row.entered_from)


def _row(person: int, record_kind: str, span: tuple[int, int | None]) -> Completeness:
    return Completeness(
        person_id=person, record_kind=record_kind, from_year=span[0], through_year=span[1]
    )
