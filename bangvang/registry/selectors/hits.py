"""What was found, in order, and why: one line a person or organisation."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from bangvang.foundation.db.search import Words
from bangvang.foundation.db.search_lines import Line, Order, lines, page_in_order
from bangvang.foundation.db.tally import Naming, rows_naming
from bangvang.foundation.vietnamese import fold, name_key, name_key_loose
from bangvang.registry.models import Award, Organisation
from bangvang.registry.selectors.organisations import above_of
from bangvang.registry.selectors.reasons import AwardMeant, Reasons
from bangvang.registry.selectors.sought import Sought, has_marks, words_of_text
from bangvang.registry.selectors.ways import MOST, Way
from bangvang.registry.states import PEOPLE, HolderKind

A_PAGE = 20
AWARDS = "registry_award"
AWARDS_OF_PEOPLE = Naming(AWARDS, "person_id", gone="withdrawn_at", aside="set_aside")
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


class PersonRow(NamedTuple):
    """What a line of a person is made of, as the database gives it."""

    id: int
    ref: str
    full_name: str
    name_fold: str
    name_key: str
    sort_key: str
    position: str
    birth_on: date | str | None
    birth_year: int | None
    unit_id: int
    unit_name: str
    awards: int


LINE = Line(PersonRow._fields[:-3], ("id", "name"), AWARDS_OF_PEOPLE)


@dataclass(frozen=True)
class People:
    """How many people there are, how many can be leafed through, and those of one page in order."""

    count: int = 0
    ordered: int = 0
    rows: tuple[PersonRow, ...] = ()


@dataclass(frozen=True)
class Stretch:
    """The part of what is in order that a page shows."""

    start: int
    size: int

    def of(self, ids: Ids) -> Ids:
        """Return these of the ids."""
        return ids[self.start : self.start + self.size]


def people_rows(ids: Ids) -> tuple[PersonRow, ...]:
    """Return these people in this order, each with the count of awards, in one query."""
    found = {row[0]: PersonRow(*row) for row in lines(PEOPLE, ids, LINE)}
    return tuple(found[pk] for pk in ids)


def people_in_order(text: str, words: Words, part: Stretch) -> People:
    """Count the people who match, and return some of at most ``MOST`` of them; one query.

    Those of just this name come first, then by given name. Where more match than are looked at,
    those of just this name are looked for besides.
    """
    loose = name_key_loose(text)
    called = {"name_fold": loose} if loose else {}
    if loose and has_marks(text):
        called["name_key"] = name_key(text)
    order = Order("sort_key", MOST, called)
    page = page_in_order(PEOPLE, words, order, LINE, start=part.start, size=part.size)
    return People(page.count, page.ordered, tuple(PersonRow(*row) for row in page.lines))


def bodies_in_order(ids: Ids, text: str) -> Ids:
    """Return ids of organisations: those called just so first, then by name."""
    if not ids:
        return ()
    bare = words_of_text(fold(text))
    rows = Organisation.with_apart.filter(pk__in=ids).order_by()
    found = rows.values_list("pk", "name_fold", "abbreviation", "sort_key")
    ordered = sorted(
        (bare not in (words_of_text(name), words_of_text(fold(short))), key, pk)
        for pk, name, short, key in found
    )
    return tuple(pk for _, _, pk in ordered)


def people_hits(
    rows: Collection[PersonRow], way: Way, said: Sought, awards: QuerySet[Award] | None
) -> Iterator[Hit]:
    """Yield the lines of these people, in this order."""
    ids = tuple(row.id for row in rows)
    reasons = Reasons(way.text, said)
    above = above_of({row.unit_id for row in rows}) if way.units else {}
    meant = _meant("person_id", ids, awards)
    for row in rows:
        why = (
            *reasons.of_person(row.name_fold, row.name_key),
            *reasons.of_birth(_day(row.birth_on)),
            *reasons.of_signs(row.full_name),
            *reasons.of_unit(way.units, above.get(row.unit_id, ())),
            *reasons.of_awards(meant.get(row.id, ())),
        )
        yield Hit(
            HolderKind.PERSON,
            row.ref,
            row.full_name,
            row.position,
            row.unit_name,
            row.awards,
            why,
            _day(row.birth_on),
            row.birth_year,
        )


def body_hits(ids: Ids, way: Way, said: Sought, awards: QuerySet[Award] | None) -> Iterator[Hit]:
    """Yield the lines of these organisations, in this order."""
    if not ids:
        return
    reasons, counts = Reasons(way.text, said), _awards_of("organisation_id", ids)
    found = Organisation.with_apart.filter(pk__in=ids).select_related("parent").order_by()
    by_id, meant = {row.pk: row for row in found}, _meant("organisation_id", ids, awards)
    for pk in ids:
        body = by_id[pk]
        yield Hit(
            HolderKind.ORGANISATION,
            body.ref,
            body.name,
            body.get_kind_display(),
            body.parent.name if body.parent else "",
            counts[pk],
            (
                *_body_reasons(reasons, body, way),
                *reasons.of_signs(body.name, body.abbreviation),
                *reasons.of_awards(meant.get(pk, ())),
            ),
            until=body.until,
        )


def _awards_of(column: str, ids: Ids) -> dict[int, int]:
    """Return how many awards count for each holder."""
    return rows_naming(AWARDS, column, ids, gone="withdrawn_at", aside="set_aside")


def _body_reasons(reasons: Reasons, body: Organisation, way: Way) -> Iterator[str]:
    if way.was_called:
        yield f"từng có tên có “{way.was_called}”, hoặc thuộc đơn vị từng có tên ấy"
    else:
        yield from reasons.of_body(body.name, body.name_fold, body.abbreviation)


def _meant(holder: str, ids: Ids, awards: QuerySet[Award] | None) -> Mapping[int, list[AwardMeant]]:
    """Return the awards that were asked for, newest first, by holder."""
    if awards is None:
        return {}
    found: dict[int, list[AwardMeant]] = {}
    rows = awards.filter(**{f"{holder}__in": ids}).order_by("-year", "code", "pk")
    for pk, *held in rows.values_list(holder, "code", "year", "decision_no", "decided_on"):
        found.setdefault(pk, []).append(AwardMeant(*held))
    return found


def _day(value: date | str | None) -> date | None:
    """Return the day; SQLite keeps one as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
