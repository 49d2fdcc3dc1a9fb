"""From which year on an import is complete for its people; and taking that back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from bangvang.registry.models import (
    AwardImport,
    Completeness,
    ImportRow,
    Person,
    StatedCompleteness,
)
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import RowState

AT_ONCE = 500


def people_complete(
    award_import: AwardImport, ready: QuerySet[ImportRow], newcomers: Mapping[str, int]
) -> list[int]:
    """Return, by number, for whom the file is complete once the ready rows come in.

    Left out is whoever may be meant by a row that stays: something of theirs is still missing.
    `newcomers`: who came in just now, by key.
    """
    waiting = ImportRow.objects.filter(award_import=award_import).exclude(state=RowState.ACCEPTED)
    held = waiting.filter(state=RowState.HELD)
    left = waiting.exclude(state=RowState.HELD).exclude(pk__in=ready.values("pk"))
    near: set[str] = set()
    keys: set[str] = set()
    for name, candidates in left.values_list("near", "candidates").iterator(chunk_size=AT_ONCE):
        near.add(name)
        keys |= {candidate["key"] for candidate in candidates}
    if "" in near:
        return []
    found: set[int] = set()
    for rows in (ready, held):
        meant = rows.values_list("person_id", "newcomer").iterator(chunk_size=AT_ONCE)
        found |= {pk for person, key in meant if (pk := newcomers.get(key, person)) is not None}
    return [pk for some in portions(sorted(found), AT_ONCE) for pk in _whole(some, near, keys)]


def _whole(people: Sequence[int], near: set[str], keys: set[str]) -> list[int]:
    """Return those whom none of these names and keys may mean."""
    known = Person.objects.filter(pk__in=people).order_by("pk")
    named = known.values_list("pk", "name_fold", "ref")
    return [pk for pk, name, ref in named if name not in near and f"p:{ref}" not in keys]


def state_complete(
    award_import: AwardImport, people: Sequence[int], complete_from: Mapping[str, int]
) -> None:
    """Keep for these people from which year the record of a kind is complete.

    A statement that reaches further back already stands.
    """
    for kind, year in complete_from.items():
        for some in portions(people, AT_ONCE):
            _state(award_import, some, kind, year)


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
