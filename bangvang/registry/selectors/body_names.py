"""Under which names a list may mean a body: of today, of the day of the list, of before."""

from collections.abc import Collection, Mapping
from datetime import date

from bangvang.foundation.vietnamese import fold
from bangvang.registry.models import EventBody, FormerName, FormerParent, Organisation
from bangvang.registry.selectors.body_history import COUNTS, names_then
from bangvang.registry.states import BodyEventKind, BodyPart


def other_names(ids: Collection[int]) -> dict[int, list[str]]:
    """Return what else these bodies are, or were, called: for telling whom a list means.

    Abbreviations, former names, what they belonged to, and the names of bodies that went over to
    them whole. A body that was split is none of its heirs.
    """
    found: dict[int, list[str]] = {pk: [] for pk in ids}
    rows = Organisation.objects.filter(pk__in=ids).exclude(abbreviation="")
    for pk, abbreviation in rows.values_list("pk", "abbreviation"):
        found[pk].append(abbreviation)
    _add_own_names(found, {pk: {pk} for pk in ids})
    former = FormerParent.objects.filter(COUNTS, organisation__in=ids, parent__isnull=False)
    for pk, name in former.values_list("organisation", "parent__name"):
        found[pk].append(name)
    merged = EventBody.objects.filter(
        COUNTS, organisation__in=ids, part=BodyPart.HEIR, event__kind=BodyEventKind.MERGED
    )
    heir_of = dict(merged.values_list("event", "organisation"))
    if heir_of:
        _add_merged(found, heir_of)
    return found


def _add_merged(found: dict[int, list[str]], heir_of: dict[int, int]) -> None:
    """Add what went over to these heirs, given by event, under all its names."""
    gone: dict[int, set[int]] = {}
    ended = EventBody.objects.filter(event__in=heir_of, part=BodyPart.ENDED)
    for event, pk, name, abbreviation in ended.values_list(
        "event", "organisation", "organisation__name", "organisation__abbreviation"
    ):
        found[heir_of[event]] += filter(None, (name, abbreviation))
        gone.setdefault(pk, set()).add(heir_of[event])
    _add_own_names(found, gone)


def _add_own_names(found: dict[int, list[str]], of: dict[int, set[int]]) -> None:
    """Add the former names of bodies to those whose names they are, given by body."""
    rows = FormerName.objects.filter(COUNTS, organisation__in=of)
    for pk, name, abbreviation in rows.values_list("organisation", "name", "abbreviation"):
        for owner in of[pk]:
            found[owner] += filter(None, (name, abbreviation))


def bodies_by_name(ids: Collection[int], on: date) -> dict[str, int]:
    """Return these bodies by each folded name or abbreviation that means just one of them.

    The names of the day of a list go before those of today, and these before older ones.
    """
    rows = list(
        Organisation.objects.filter(pk__in=ids).values_list(
            "pk", "name", "abbreviation", "since", "until"
        )
    )
    then, others = names_then(on), other_names(ids)
    found: dict[str, int] = {}
    for names in (
        {
            pk: then.get(pk, (name, abbreviation))
            for pk, name, abbreviation, since, until in rows
            if since <= on and (until is None or until > on)
        },
        {pk: (name, abbreviation) for pk, name, abbreviation, _, _ in rows},
        {pk: tuple(others[pk]) for pk, *_ in rows},
    ):
        found = _meaning_one(names) | found
    return found


def _meaning_one(names: Mapping[int, tuple[str, ...]]) -> dict[str, int]:
    meant: dict[str, set[int]] = {}
    for pk, said in names.items():
        for name in said:
            meant.setdefault(fold(name), set()).add(pk)
    return {name: pks.pop() for name, pks in meant.items() if name and len(pks) == 1}
