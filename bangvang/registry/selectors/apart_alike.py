"""Which records of households and foreign collectives may be one, and which cannot be."""

from collections.abc import Iterable, Iterator
from functools import cache

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen
from bangvang.foundation.vietnamese import fold
from bangvang.registry.models import Householder, Organisation
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.body_history import behind
from bangvang.registry.selectors.collectives import CollectiveNamed
from bangvang.registry.selectors.recipients import (
    FOREIGN,
    HOUSEHOLD,
    household_key,
    spellings_of_household,
)
from bangvang.registry.selectors.units_named import portions

AT_MOST = 100
AT_ONCE = 500
OTHER_KIND = Objection(
    "OTHER_KIND",
    "Chỉ gộp hai bản ghi cùng loại: hộ gia đình với hộ gia đình, tập thể nước ngoài với tập thể "
    "nước ngoài.",
)
OTHER_HOUSEHOLD = Objection(
    "OTHER_HOUSEHOLD",
    "Chỉ gộp hai bản ghi của cùng một hộ: cùng tên người đứng tên, hoặc cùng chủ hộ đã ghi; ở cùng "
    "một xã, phường, hoặc xã này nay là xã kia.",
)
OTHER_COUNTRY = Objection("OTHER_COUNTRY", "Chỉ gộp hai tập thể nước ngoài của cùng một nước.")
HOUSEHOLDERS_DIFFER = Objection(
    "HOUSEHOLDERS_DIFFER",
    "Hai hộ đang ghi hai chủ hộ khác nhau; sửa hoặc bỏ một bên trước khi gộp.",
)


def objection_to_joining_apart(kept: Organisation, merged: Organisation) -> Objection | None:
    """Two records of one household, or of one country's collective; a body is none of them.

    Foreign collectives are translated in many ways: of one country, whoever compares decides.
    """
    if kept.kind != merged.kind or kept.kind not in (HOUSEHOLD, FOREIGN):
        return OTHER_KIND
    if kept.kind == FOREIGN:
        return None if kept.parent_id == merged.parent_id else OTHER_COUNTRY
    heads = Householder.objects.filter(household__in=(kept, merged))
    heading = list(heads.values_list("person", flat=True))
    if len(set(heading)) > 1:
        return HOUSEHOLDERS_DIFFER
    is_one = head_named(kept) == head_named(merged) or len(heading) > 1
    return None if is_one and is_one_place(kept, merged) else OTHER_HOUSEHOLD


def head_named(household: Organisation) -> str:
    """Return who a household is called after, folded; the hamlet after the comma is left out."""
    return household_key(household.name).split(",")[0].strip()


def is_one_place(one: Organisation, other: Organisation) -> bool:
    """Tell whether two households are of one commune, as it was or as it is called today."""
    if one.parent_id is None or other.parent_id is None or one.parent_id == other.parent_id:
        return one.parent_id == other.parent_id
    return bool(behind(one.parent_id) & behind(other.parent_id))


def apart_alike() -> Iterator[tuple[str, str]]:
    """Return the pairs of households called after one person, of foreign collectives of one name.

    Under one commune or country; one query.
    """
    alike: dict[tuple[int | None, str], list[str]] = {}
    rows = Organisation.with_apart.filter(kind__in=(HOUSEHOLD, FOREIGN)).order_by("pk")
    for one in rows.only("ref", "name", "kind", "parent"):
        name = head_named(one) if one.kind == HOUSEHOLD else fold(one.name)
        alike.setdefault((one.parent_id, name), []).append(one.ref)
    for refs in alike.values():
        for place, first in enumerate(refs):
            for other in refs[place + 1 :]:
                yield (first, other) if first < other else (other, first)


def households_called(names: Iterable[str]) -> list[CollectiveNamed]:
    """Return the households that these names may mean, each with its commune and what that became.

    Under the name of a record that was merged it is the one that stands.
    One query, and two for each commune that has ended.
    """
    spellings = {spelling for name in names for spelling in spellings_of_household(name)}
    found: list[CollectiveNamed] = []
    communes = cache(_communes)
    for some in portions(sorted(spellings), AT_ONCE):
        rows = Organisation.with_merged.filter(
            kind=HOUSEHOLD, name_fold__in=some, withdrawn_at__isnull=True
        )
        found += [
            CollectiveNamed((one.merged_into or one).ref, one.name, communes(one.parent))
            for one in rows.select_related("parent", "merged_into").order_by("sort_key", "pk")
        ]
    return found


def _communes(commune: Organisation | None) -> tuple[str, ...]:
    if commune is None:
        return ()
    if commune.until is None:
        return (commune.name,)
    heirs = Organisation.objects.filter(pk__in=behind(commune.pk)).order_by("sort_key", "pk")
    return (commune.name, *heirs.values_list("name", flat=True))


def told_apart(one: Organisation, other: Organisation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what speaks for and against two records apart being one, in sentences."""
    place = "xã, phường" if one.kind == HOUSEHOLD else "nước"
    is_head = one.kind == HOUSEHOLD and head_named(one) == head_named(other)
    said = (
        (is_head, "Mang tên cùng một người", ""),
        (fold(one.name) == fold(other.name), "Cùng tên", "Tên viết khác nhau"),
        (one.parent_id == other.parent_id, f"Cùng {place}", f"Khác {place}"),
    )
    return (
        tuple(speaks_for for holds, speaks_for, _ in said if holds),
        tuple(against for holds, _, against in said if against and not holds),
    )


def others_apart(
    actor: Actor, ref: str, words: str
) -> tuple[Organisation, tuple[Organisation, ...]]:
    """Return a household or foreign collective and others of its kind whose name has the words.

    Those of the same commune or country come first.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such record.
    """
    if not may_read_bars(actor):
        raise Unseen
    rows = Organisation.with_apart.filter(kind__in=(HOUSEHOLD, FOREIGN)).select_related("parent")
    one = rows.filter(ref=ref).first()
    if one is None:
        raise Unseen
    found = rows.filter(kind=one.kind, name_fold__contains=fold(words)).exclude(pk=one.pk)
    near = found.filter(parent=one.parent_id).order_by("sort_key", "pk")[:AT_MOST]
    far = found.exclude(parent=one.parent_id).order_by("sort_key", "pk")[:AT_MOST]
    return one, (*near, *far)[:AT_MOST]
