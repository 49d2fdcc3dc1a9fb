"""Enter people and records of ready rows, portion by portion; part of accepting an import."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby

from django.db import models
from django.db.models import QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.db.insert import insert_values, numbers_for
from bangvang.registry.intake.award_rows import record_kind_of
from bangvang.registry.intake.new_records import (
    COLUMNS,
    PERSON,
    RECORDS,
    SOURCE,
    RowReady,
    person_of,
    record_of,
    row_ready,
    source_of,
)
from bangvang.registry.intake.newcomers import AS_PERSON
from bangvang.registry.intake.rows_waiting import in_portions
from bangvang.registry.models import (
    Award,
    AwardImport,
    Grade,
    ImportRow,
    Initiative,
    Person,
    RecordSource,
)
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import NEW_BODY

AT_ONCE = 2_000
_MODELS: Mapping[str, type[models.Model]] = {
    "AWARD": Award,
    "GRADE": Grade,
    "INITIATIVE": Initiative,
}


def enter_people(award_import: AwardImport, ready: QuerySet[ImportRow]) -> dict[str, int]:
    """Enter each newcomer of these rows once; return their numbers by the newcomer's key.

    The import remembers who it is for the rows that are left.
    """
    newcomers = ready.exclude(newcomer="").exclude(identity=NEW_BODY)
    rows = newcomers.order_by("newcomer", "sheet_no", "row")
    numbers: dict[str, int] = {}
    choices: dict[str, str] = {}
    found = map(row_ready, rows.values_list(*COLUMNS).iterator(chunk_size=AT_ONCE))
    people = ((key, list(of_one)) for key, of_one in groupby(found, lambda row: row.newcomer))
    for some in portions(people, AT_ONCE):
        made = []
        for (key, of_one), number in zip(some, numbers_for(Person, len(some)), strict=True):
            ref, values = person_of(of_one)
            made.append((number, ref, *values))
            numbers[key] = number
            choices |= {row.who: AS_PERSON + ref for row in of_one}
        insert_values(Person, ("id", "ref", *PERSON), made)
    award_import.holder_choices = award_import.holder_choices | choices
    return numbers


def enter_records(
    ready: QuerySet[ImportRow],
    newcomers: Mapping[str, int],
    bodies: Mapping[str, int],
    actor: Actor,
    at: datetime,
) -> int:
    """Enter the record of each row and where it came from; return how many.

    The source of a newcomer's first record says that it brought them into the register; so does
    that of a household or collective, see `enter_bodies`.
    """
    brought, count = {**newcomers, **bodies}, 0
    rows = map(row_ready, in_portions(ready, COLUMNS))
    for some in portions(rows, AT_ONCE):
        sources = []
        by_kind: defaultdict[str, list[RowReady]] = defaultdict(list)
        for row in some:
            by_kind[record_kind_of(row.said["code"])].append(row)
        for kind, of_kind in by_kind.items():
            model = _MODELS[kind]
            numbers = numbers_for(model, len(of_kind))
            made = [
                (number, *_record(row, newcomers, bodies))
                for row, number in zip(of_kind, numbers, strict=True)
            ]
            insert_values(model, ("id", *RECORDS[kind]), made)
            sources += [(row, kind, number) for row, number in zip(of_kind, numbers, strict=True)]
        _enter_sources(sources, brought, actor, at)
        count += len(some)
    return count


def _record(
    row: RowReady, newcomers: Mapping[str, int], bodies: Mapping[str, int]
) -> tuple[object, ...]:
    person_id = newcomers.get(row.newcomer, row.person_id)
    return record_of(row, person_id, bodies.get(row.newcomer))


def _enter_sources(
    made: Sequence[tuple[RowReady, str, int]],
    brought: dict[str, int],
    actor: Actor,
    at: datetime,
) -> None:
    in_order = sorted(made, key=lambda one: (one[0].sheet_no, one[0].row))
    sources = [
        source_of(row, kind, number, brought.pop(row.newcomer, None), actor, at)
        for row, kind, number in in_order
    ]
    insert_values(RecordSource, SOURCE, sources)
