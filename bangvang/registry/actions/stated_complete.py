"""From which year on an import is complete for its people; and taking that back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bangvang.registry.actions.staged_rows import AT_ONCE
from bangvang.registry.models import (
    AwardImport,
    Completeness,
    ImportRow,
    Person,
    StatedCompleteness,
)
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import RowState


def state_complete(
    award_import: AwardImport,
    ready: Sequence[ImportRow],
    left: Sequence[ImportRow],
    newcomers: Mapping[str, Person],
    complete_from: Mapping[str, int],
) -> int:
    """Keep the statement for everybody of these rows, and return for how many people.

    Left out is whoever may be meant by a row that stays: something of theirs is still missing.
    A statement that reaches further back already stands.
    """
    if not complete_from:
        return 0
    people = _people(ready, left, newcomers)
    for kind, year in complete_from.items():
        for some in portions(sorted(people), AT_ONCE):
            _state(award_import, some, kind, year)
    return len(people)


def _people(
    ready: Sequence[ImportRow], left: Sequence[ImportRow], newcomers: Mapping[str, Person]
) -> set[int]:
    open_rows = [row for row in left if row.state != RowState.HELD]
    if any(not row.near for row in open_rows):
        return set()
    near = {row.near for row in open_rows}
    keys = {candidate["key"] for row in open_rows for candidate in row.candidates}
    people: set[int] = set()
    for row in (*ready, *(row for row in left if row.state == RowState.HELD)):
        person = newcomers.get(row.newcomer) or row.person
        if person and person.name_fold not in near and f"p:{person.ref}" not in keys:
            people.add(person.pk)
    return people


def _state(award_import: AwardImport, people: Sequence[int], kind: str, year: int) -> None:
    rows = Completeness.objects.filter(person__in=people, record_kind=kind)
    known = dict(rows.values_list("person_id", "from_year"))
    later = [pk for pk in people if pk in known and known[pk] > year]
    fresh = [pk for pk in people if pk not in known]
    rows.filter(person__in=later).update(from_year=year)
    Completeness.objects.bulk_create(
        Completeness(person_id=pk, record_kind=kind, from_year=year) for pk in fresh
    )
    StatedCompleteness.objects.bulk_create(
        StatedCompleteness(
            award_import=award_import,
            person_id=pk,
            record_kind=kind,
            from_year=year,
            before=known.get(pk),
        )
        for pk in (*later, *fresh)
    )


def take_back_completeness(award_import: AwardImport) -> None:
    """Let stand again what stood before the import; what somebody said since stays."""
    stated = StatedCompleteness.objects.filter(award_import=award_import)
    alike: defaultdict[tuple[str, int, int | None], list[int]] = defaultdict(list)
    for one in stated.order_by("-pk"):
        alike[one.record_kind, one.from_year, one.before].append(one.person_id)
    for (kind, year, before), people in alike.items():
        for some in portions(people, AT_ONCE):
            rows = Completeness.objects.filter(person__in=some, record_kind=kind, from_year=year)
            if before is None:
                rows.delete()
            else:
                rows.update(from_year=before)
    stated.delete()
