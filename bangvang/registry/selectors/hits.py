"""What was found, in order, and why: one line a person or organisation."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Count, QuerySet

from bangvang.foundation.db.search import WORD, Found, Words, matching
from bangvang.foundation.vietnamese import fold, name_key, name_key_loose
from bangvang.law import UnknownAward, award_name
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.selectors.organisations import Above, above_of
from bangvang.registry.selectors.sought import Sought, words_of_name, words_of_text
from bangvang.registry.selectors.ways import MOST, Way
from bangvang.registry.states import PEOPLE, HolderKind

A_PAGE = 20
Ids = tuple[int, ...]


@dataclass(frozen=True)
class Hit:
    """Somebody or some organisation that was found; ``why`` says each reason in words.

    ``about`` is the position of a person or the kind of an organisation, ``unit`` what either
    belongs to, ``until`` the first day on which the organisation was no more.
    """

    of: HolderKind
    ref: str
    name: str
    about: str
    unit: str
    awards: int
    why: tuple[str, ...]
    birth_on: date | None = None
    birth_year: int | None = None
    until: date | None = None


class _Held(NamedTuple):
    holder: int
    code: str
    year: int
    decision_no: str
    decided_on: date


def people_in_order(found: Found, text: str, words: Words) -> Ids:
    """Return at most ``MOST`` ids: those of just this name first, then by given name.

    Where more people match than are looked at, those of just this name are looked for besides.
    """
    loose, ids = name_key_loose(text), found.ids
    if found.count > len(ids) and loose:
        whole = Person.objects.filter(name_fold=loose, pk__in=matching(PEOPLE, words))
        namesakes = tuple(whole.order_by("sort_key", "pk").values_list("pk", flat=True)[:MOST])
        ids = (*namesakes, *(pk for pk in ids if pk not in set(namesakes)))[:MOST]
    rows = Person.objects.filter(pk__in=ids).values_list("pk", "name_fold", "sort_key").order_by()
    return tuple(pk for _, _, pk in sorted((fold != loose, key, pk) for pk, fold, key in rows))


def bodies_in_order(ids: Ids, text: str) -> Ids:
    """Return ids of organisations: those called just so first, then by name."""
    if not ids:
        return ()
    bare = fold(text)
    rows = Organisation.objects.filter(pk__in=ids).order_by()
    found = rows.values_list("pk", "name_fold", "abbreviation", "sort_key")
    return tuple(
        pk
        for _, _, pk in sorted(
            (bare not in (name, fold(short)), key, pk) for pk, name, short, key in found
        )
    )


def hits_of(
    bodies: Ids, people: Ids, way: Way, said: Sought, awards: QuerySet[Award] | None
) -> tuple[Hit, ...]:
    """Return the lines of one page in this order."""
    return (*_bodies(bodies, way, said, awards), *_people(people, way, said, awards))


def _people(ids: Ids, way: Way, said: Sought, awards: QuerySet[Award] | None) -> Iterator[Hit]:
    if not ids:
        return
    rows = Person.objects.filter(pk__in=ids).select_related("organisation").order_by()
    by_id = {row.pk: row for row in rows}
    above = above_of({row.organisation_id for row in rows}) if way.units else {}
    counts, meant = _counts("person_id", ids), _meant("person_id", ids, awards)
    for pk in ids:
        person = by_id[pk]
        why = (
            *_name_said(way.text, person),
            *_unit_said(way.units, above.get(person.organisation_id, ())),
            *_award_said(meant.get(pk, ()), said),
        )
        yield Hit(
            HolderKind.PERSON,
            person.ref,
            person.full_name,
            person.position,
            person.organisation.name,
            counts.get(pk, 0),
            why,
            person.birth_on,
            person.birth_year,
        )


def _bodies(ids: Ids, way: Way, said: Sought, awards: QuerySet[Award] | None) -> Iterator[Hit]:
    if not ids:
        return
    rows = Organisation.objects.filter(pk__in=ids).select_related("parent").order_by()
    by_id = {row.pk: row for row in rows}
    counts, meant = _counts("organisation_id", ids), _meant("organisation_id", ids, awards)
    for pk in ids:
        body = by_id[pk]
        yield Hit(
            HolderKind.ORGANISATION,
            body.ref,
            body.name,
            body.get_kind_display(),
            body.parent.name if body.parent else "",
            counts.get(pk, 0),
            (*_body_said(way.text, body), *_award_said(meant.get(pk, ()), said)),
            until=body.until,
        )


def _counts(holder: str, ids: Ids) -> Mapping[int, int]:
    held = Award.objects.filter(**{f"{holder}__in": ids}).order_by()
    return dict(held.values_list(holder).annotate(count=Count("pk")))


def _meant(holder: str, ids: Ids, awards: QuerySet[Award] | None) -> Mapping[int, list[_Held]]:
    """Return the awards that were asked for, newest first, by holder."""
    if awards is None:
        return {}
    found: dict[int, list[_Held]] = {}
    rows = awards.filter(**{f"{holder}__in": ids}).order_by("-year", "code", "pk")
    for row in rows.values_list(holder, "code", "year", "decision_no", "decided_on"):
        held = _Held(*row)
        found.setdefault(held.holder, []).append(held)
    return found


def _name_said(text: str, person: Person) -> Iterator[str]:
    """Say how the words stand in the name; nothing if they do not."""
    typed, loose = words_of_name(text), WORD.findall(name_key_loose(text))
    own, own_loose = WORD.findall(person.name_key), WORD.findall(person.name_fold)
    if not typed:
        return
    with_marks = set(WORD.findall(name_key(text))) <= set(own)
    if set(typed) <= {*own, *own_loose}:
        aside = "" if with_marks else " không dấu"
        if sorted(loose) == sorted(own_loose):
            yield f"trùng họ tên{aside}"
        else:
            yield f"có “{text}” trong họ tên{', không xét dấu' if aside else ''}"
    elif any(word.startswith(typed[-1]) for word in (*own, *own_loose)) and set(typed[:-1]) <= {
        *own,
        *own_loose,
    }:
        yield f"họ tên có chữ bắt đầu bằng “{text.split()[-1]}”"


def _body_said(text: str, body: Organisation) -> Iterator[str]:
    typed = words_of_text(text)
    if not typed:
        return
    if body.abbreviation and fold(text) == fold(body.abbreviation):
        yield f"tên viết tắt {body.abbreviation}"
        return
    own, bare = words_of_text(body.name), words_of_text(body.name_fold)
    aside = "" if set(typed) <= set(own) else " không dấu"
    if fold(text) == body.name_fold:
        yield f"trùng tên{aside}"
    elif set(typed) <= {*own, *bare}:
        yield f"có “{text}” trong tên{', không xét dấu' if aside else ''}"
    else:
        yield f"tên có chữ bắt đầu bằng “{text.split()[-1]}”"


def _unit_said(units: Collection[int], above: Iterable[Above]) -> Iterator[str]:
    """Say through which unit somebody was found: the nearest one that was meant."""
    for one in above:
        if one.pk in units:
            yield f"đơn vị {one.name}"
            return


def _award_said(held: Collection[_Held], said: Sought) -> Iterator[str]:
    """Say which award was meant: the newest of those that fit, and how many more."""
    for newest in list(held)[:1]:
        number = f"số quyết định {newest.decision_no}"
        award = f"{_called(newest)} năm {newest.year}"
        yield f"{number}: {award}" if said.decision else award
        if len(held) > 1:
            yield f"và {len(held) - 1} lượt nữa như vậy"


def _called(held: _Held) -> str:
    try:
        return award_name(held.code, held.decided_on)
    except UnknownAward:
        return "Hình thức khen thưởng khác"
