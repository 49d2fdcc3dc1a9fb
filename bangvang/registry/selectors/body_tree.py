"""The office's view of all bodies: the tree of a day, and bodies as choices on forms."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import fold
from bangvang.registry.models import FormerName, Organisation
from bangvang.registry.models.organisations import APART, OrganisationKind
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.body_history import (
    COUNTS,
    AsWritten,
    names_then,
    now_called,
    parents_on,
)

A_PAGE = 100


@dataclass(frozen=True)
class TreeLine:
    """A body of the day; `depth` 0 at the top, `path` what it belongs to, nearest first.

    `now` tells what became of it, if it is called otherwise today. What was found beside those of
    the day has `until`, the first day on which it was no more, or `once`, the name of another day.
    """

    ref: str
    name: str
    abbreviation: str
    kind_name: str
    depth: int
    path: tuple[str, ...]
    now: str = ""
    until: date | None = None
    once: str = ""


@dataclass(frozen=True)
class TreeFound:
    """One page of the bodies of a day, as a tree or as what was found, and how many in all."""

    lines: tuple[TreeLine, ...]
    count: int


@dataclass(frozen=True)
class BodyChoice:
    """A body as a choice on a form."""

    ref: str
    name: str
    until: date | None


def tree_on(actor: Actor, on: date, query: str = "", *, page: int = 1) -> TreeFound:
    """Return one page of the bodies that existed on the day, in the order of the tree.

    With words, only those whose name or abbreviation of that day holds them, and after these the
    bodies of other days, or that bore such a name on another day.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such page.
    """
    _look(actor)
    lines = _lines(on)
    if words := fold(query):
        of_the_day = [line for line in lines if _matches(line[1], words)]
        lines = of_the_day + _of_other_days(words, {pk for pk, _ in of_the_day})
    start = (page - 1) * A_PAGE
    if start < 0 or start >= max(len(lines), 1):
        raise Unseen
    shown = lines[start : start + A_PAGE]
    now = now_called(AsWritten(pk, on, line.name) for pk, line in shown)
    return TreeFound(
        tuple(replace(line, now=now.get(AsWritten(pk, on, line.name), "")) for pk, line in shown),
        len(lines),
    )


def _matches(line: TreeLine, words: str) -> bool:
    return words in fold(line.name) or words == fold(line.abbreviation)


def _of_other_days(words: str, found: set[int]) -> list[tuple[int, TreeLine]]:
    """Return the other bodies that have, or once had, a name with these words, by name."""
    once = {
        one.organisation_id: one.name
        for one in FormerName.objects.filter(COUNTS, name_fold__contains=words).order_by("until")
    }
    named = Q(name_fold__contains=words) | Q(pk__in=once)
    rows = Organisation.objects.filter(named).exclude(pk__in=found)
    return [
        (
            body.pk,
            TreeLine(
                body.ref,
                body.name,
                body.abbreviation,
                body.get_kind_display(),
                0,
                (body.parent.name,) if body.parent else (),
                until=body.until,
                once=once.get(body.pk, ""),
            ),
        )
        for body in rows.select_related("parent").order_by("sort_key", "pk")
    ]


def _lines(on: date) -> list[tuple[int, TreeLine]]:
    """Return every body of the day with its number, depth first, siblings by name."""
    parents, then = parents_on(on), names_then(on)
    found = Organisation.objects.filter(since__lte=on).order_by("sort_key", "pk")
    bodies = {body.pk: body for body in found if body.pk in parents}
    below: dict[int | None, list[int]] = {}
    for pk in bodies:
        above = parents[pk] if parents[pk] in bodies else None
        below.setdefault(above, []).append(pk)
    lines: list[tuple[int, TreeLine]] = []
    waiting: list[tuple[int, tuple[str, ...]]] = [(pk, ()) for pk in reversed(below.get(None, []))]
    while waiting:
        pk, path = waiting.pop()
        body = bodies[pk]
        name, abbreviation = then.get(pk, (body.name, body.abbreviation))
        kind_name = body.get_kind_display()
        lines.append((pk, TreeLine(body.ref, name, abbreviation, kind_name, len(path), path)))
        waiting += [(child, (name, *path)) for child in reversed(below.get(pk, []))]
    return lines


def body_choices(actor: Actor) -> list[BodyChoice]:
    """Return every body by name, those of today first, for forms of the office.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    _look(actor)
    rows = Organisation.objects.order_by("sort_key", "pk").values_list("ref", "name", "until")
    found = [BodyChoice(*row) for row in rows]
    return sorted(found, key=lambda choice: choice.until is not None)


def siblings_of(actor: Actor, ref: str, *, same_kind: bool = False) -> list[BodyChoice]:
    """Return the open bodies beside this one under the same parent, by name.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such body.
    """
    _look(actor)
    body = Organisation.objects.filter(ref=ref).first()
    if body is None:
        raise Unseen
    rows = Organisation.objects.filter(parent=body.parent_id, until__isnull=True)
    if same_kind:
        rows = rows.filter(kind=body.kind)
    beside = rows.exclude(pk=body.pk).order_by("sort_key", "pk")
    return [BodyChoice(*row) for row in beside.values_list("ref", "name", "until")]


def kinds_of_bodies() -> list[tuple[str, str]]:
    """Return what a body of the tree may be: code and words."""
    return [(kind.value, kind.label) for kind in OrganisationKind if kind not in APART]


def _look(actor: Actor) -> None:
    if not may_read_bars(actor):
        raise Unseen
