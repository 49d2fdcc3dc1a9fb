"""Bodies through time: the name and the place of a day, and what a past body is today.

A decision keeps the name it wrote; what is said here stands beside it as a hint.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from bangvang.foundation.db.chains import chained
from bangvang.foundation.vietnamese import fold
from bangvang.registry.models import EventBody, FormerName, FormerParent, Organisation
from bangvang.registry.states import ENDINGS, BodyPart

COUNTS = Q(event__withdrawn_at__isnull=True, event__done_at__isnull=False)
NAMED_AT_MOST = 3
BODY = ("name", "sort_key", "parent_id", "until")


class AsWritten(NamedTuple):
    """A body as something of an earlier day names it."""

    body_id: int
    on: date
    name: str


@dataclass(frozen=True)
class _Body:
    name: str
    sort_key: str
    parent_id: int | None
    until: date | None
    former: list[tuple[date, str]]
    """Names it bore, each until which day, in order of time; not read for heirs."""


def parents_on(on: date) -> dict[int, int | None]:
    """Return what every body of the day belonged to then; two queries."""
    there = Organisation.objects.filter(since__lte=on).exclude(until__lte=on)
    parents: dict[int, int | None] = dict(there.values_list("pk", "parent_id"))
    former = FormerParent.objects.filter(COUNTS, since__lte=on, until__gt=on)
    return parents | dict(former.values_list("organisation", "parent"))


def parents_before() -> Callable[[int, int, int | None], int | None]:
    """Return a function of body, year and parent of today: the parent at the end of that year.

    One query, however often the function is called.
    """
    former: dict[int, list[tuple[date, date, int | None]]] = {}
    rows = FormerParent.objects.filter(COUNTS).order_by("pk")
    for body, since, until, parent in rows.values_list("organisation", "since", "until", "parent"):
        former.setdefault(body, []).append((since, until, parent))

    def parent_then(body: int, year: int, today: int | None) -> int | None:
        end = date(year, 12, 31)
        for since, until, parent in former.get(body, ()):
            if since <= end < until:
                return parent
        return today

    return parent_then


def names_then(on: date) -> dict[int, tuple[str, str]]:
    """Return name and abbreviation of the bodies that bore another name on the day."""
    former = FormerName.objects.filter(COUNTS, since__lte=on, until__gt=on)
    rows = former.values_list("organisation", "name", "abbreviation")
    return {body: (name, abbreviation) for body, name, abbreviation in rows}


def bodies_ever_named(words: str) -> QuerySet[FormerName, Any]:
    """Return the bodies that once bore a name with these folded words, for use in a query."""
    return FormerName.objects.filter(COUNTS, name_fold__contains=words).values("organisation")


def now_called(asked: Iterable[AsWritten]) -> dict[AsWritten, str]:
    """Return for each what it is today, as "nay là …"; what is still called so is left out.

    One query where nothing ended, two else, whatever came after whatever in its turn.
    """
    wanted = set(asked)
    if not wanted:
        return {}
    known, heirs = _reach({one.body_id for one in wanted})
    return {
        one: said for one in wanted if one.body_id in known and (said := _say(one, known, heirs))
    }


def behind(body_id: int) -> frozenset[int]:
    """Return the bodies of today behind this one: itself while it goes on."""
    known, heirs = _reach({body_id})
    return frozenset(_last_heirs(body_id, known, heirs))


def _say(one: AsWritten, known: dict[int, _Body], heirs: dict[int, list[int]]) -> str:
    body = known[one.body_id]
    then = next((name for until, name in body.former if until > one.on), body.name)
    today = _names(one.body_id, known, heirs)
    if not today:
        return _by_parent(body, known, heirs)
    said = listed(today)
    if fold(said) in {fold(then), fold(one.name)}:
        return ""
    of = "" if fold(one.name) == fold(then) else f"{then} "
    return f"{of}nay là {said}"


def _by_parent(body: _Body, known: dict[int, _Body], heirs: dict[int, list[int]]) -> str:
    """Say it of what the ended body belonged to, if nothing came in its own place."""
    if body.parent_id is None:
        return ""
    parent = known[body.parent_id]
    if parent.until is None:
        return ""
    names = _names(body.parent_id, known, heirs)
    return f"thuộc {parent.name}, nay là {listed(names)}" if names else ""


def _names(body_id: int, known: dict[int, _Body], heirs: dict[int, list[int]]) -> list[str]:
    last = [known[pk] for pk in _last_heirs(body_id, known, heirs)]
    return [body.name for body in sorted(last, key=lambda body: (body.sort_key, body.name))]


def listed(names: list[str]) -> str:
    """Return names in a row; of many only the first two and how many more there are."""
    if not names:
        return ""
    if len(names) > NAMED_AT_MOST:
        rest = len(names) - NAMED_AT_MOST + 1
        return f"{', '.join(names[: NAMED_AT_MOST - 1])} và {rest} đơn vị khác"
    return " và ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _last_heirs(body_id: int, known: dict[int, _Body], heirs: dict[int, list[int]]) -> set[int]:
    """Return the bodies of today behind this one: itself while it goes on."""
    last, seen, waiting = set(), set(), [body_id]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if known[one].until is None:
            last.add(one)
        waiting += heirs.get(one, [])
    return last


def _reach(ids: Collection[int]) -> tuple[dict[int, _Body], dict[int, list[int]]]:
    """Return these bodies with all that came after the ended ones, and who followed whom.

    What an ended body belonged to is there as well, with its heirs.
    """
    known = _bodies(ids)
    ended = {pk for pk, body in known.items() if body.until is not None}
    heirs: dict[int, list[int]] = {}
    for before, pk, *heir in _heirs_of(ended):
        known.setdefault(pk, _body(heir))
        heirs.setdefault(before, []).append(pk)
    return known, heirs


def _bodies(ids: Collection[int]) -> dict[int, _Body]:
    """Return these bodies, each with its former names, and what each of them belongs to.

    One query, none for nobody.
    """
    found: dict[int, _Body] = {}
    above: dict[int, _Body] = {}
    rows = (
        Organisation.with_apart.filter(pk__in=ids)
        .order_by("former_names__until")
        .values_list(
            "pk",
            *(f"{of}{name}" for of in ("", "parent__") for name in BODY),
            "former_names__name",
            "former_names__until",
            "former_names__event__done_at",
            "former_names__event__withdrawn_at",
        )
    )
    for pk, *row in rows:
        own, parent = row[: len(BODY)], row[len(BODY) : 2 * len(BODY)]
        former, borne_until, done_at, withdrawn_at = row[2 * len(BODY) :]
        body = found.setdefault(pk, _body(own))
        if body.parent_id is not None:
            above[body.parent_id] = _body(parent)
        if done_at is not None and withdrawn_at is None:
            body.former.append((borne_until, former))
    return above | found


def _body(row: Sequence[Any]) -> _Body:
    name, sort_key, parent, until = row
    return _Body(name, sort_key, parent, until, [])


def _heirs_of(ended: Collection[int]) -> list[tuple[Any, ...]]:
    """Return what came after these bodies, and after those in turn: which, which and its row.

    One query.
    """
    followed = EventBody.objects.filter(
        COUNTS,
        part=BodyPart.HEIR,
        event__kind__in=list(ENDINGS),
        event__bodies__part=BodyPart.ENDED,
        event__bodies__organisation__until__isnull=False,
    )
    links = followed.order_by().values_list("event__bodies__organisation", "organisation")
    return chained(links, ended, "registry_organisation", BODY)
