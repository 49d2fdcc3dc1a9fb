"""All routes and entries together, checked once, with a version that names this exact state."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from bangvang.law import (
    authority,
    bars,
    clock,
    deadlines,
    dossiers,
    groups,
    kinds_apart,
    once,
    paid_together,
    papers,
    province,
    regimes,
    rewards,
    voting,
)
from bangvang.law.dated import Entry, Timeline
from bangvang.law.gaps import gaps
from bangvang.law.loading import Texts, TextsOn, shipped, texts
from bangvang.law.province_layer import province_layer
from bangvang.law.questions import OTHER_WAY, AskedFor, Question, questions
from bangvang.law.routes import Route
from bangvang.law.tables import BadText
from bangvang.law.titles import (
    bravery,
    certificates,
    collective_emulation,
    culture,
    government_flag,
    heroes,
    individual_emulation,
    labour_order,
    labour_order_collectives,
    labour_order_deeds,
    labour_order_workers,
    long_service,
    other_orders,
    provincial_flag,
)

HERE = Path(__file__).parent

ROUTES = (
    *individual_emulation.ROUTES,
    *collective_emulation.ROUTES,
    *provincial_flag.ROUTES,
    *government_flag.ROUTES,
    *culture.ROUTES,
    *certificates.ROUTES,
    *labour_order.ROUTES,
    *labour_order_collectives.ROUTES,
    *labour_order_deeds.ROUTES,
    *labour_order_workers.ROUTES,
    *long_service.ROUTES,
    *bravery.ROUTES,
    *heroes.ROUTES,
    *other_orders.ROUTES,
)
READ_ELSEWHERE = frozenset().union(
    authority.READS,
    bars.READS,
    clock.READS,
    deadlines.READS,
    dossiers.READS,
    groups.READS,
    kinds_apart.READS,
    once.READS,
    paid_together.READS,
    papers.READS,
    province.READS,
    regimes.READS,
    rewards.READS,
    voting.READS,
)


@dataclass(frozen=True)
class Rulebook:
    """The immutable whole: routes, entries, version."""

    routes: tuple[Route, ...]
    texts: Texts
    version: str


def _check_row(route: Route, rows: Mapping[str, Timeline[Entry]]) -> frozenset[str]:
    """Build the rule on every day on which one of its numbers changes; return what it reads."""
    starts = {item.since for row in rows.values() for item in row.items}
    days = {route.since} | {day for day in starts if route.exists_on(day)}
    read: set[str] = set()
    for day in days:
        view = TextsOn(Texts(entry for row in rows.values() for entry in row.items), day)
        route.build(view)
        read |= view.read
    return frozenset(read)


def check(routes: Iterable[Route], known: Texts, read_elsewhere: frozenset[str]) -> None:
    """Refuse a rulebook in which text and code do not meet.

    Raises:
        BadText: a rule or module reads an entry that is not there, nobody reads an entry, two
            routes bear one name, or two versions of one route (its id but for the year) overlap.
        NotInForce: a rule reads an entry on a day on which it has none.
    """
    read = set(read_elsewhere)
    versions: dict[str, list[Route]] = {}
    for route in routes:
        read |= _check_row(route, known.rows)
        versions.setdefault(route.id.rpartition(".")[0], []).append(route)
    for name, found in versions.items():
        _check_versions(name, found)
    for missing in sorted(read - set(known.rows)):
        known.row(missing)
    for unread in sorted(set(known.rows) - read):
        raise BadText(f"{known.rows[unread].items[0].where}: nobody reads {unread}")


def _check_versions(name: str, versions: list[Route]) -> None:
    if len({route.id for route in versions}) < len(versions):
        raise BadText(f"two routes are called {name}")
    found = sorted(versions, key=lambda route: route.since)
    for earlier, later in pairwise(found):
        if earlier.until is None or earlier.until > later.since:
            raise BadText(f"{name}: two versions overlap on {later.since}")


def check_questions(routes: Iterable[Route], known: Mapping[str, Question], texts: Texts) -> None:
    """Refuse a rule that asks a question nobody wrote down, and a question nobody asks.

    Raises:
        BadText: names the question, and the route that asks it.
    """
    asked = {OTHER_WAY: "every file"}
    asked |= dict.fromkeys(province.asked_for_province(), "the province")
    for route in routes:
        names = route.rule_on(route.since, texts).asks()
        asked |= dict.fromkeys((*names, route.claim) if route.claim else names, route.id)
    for name, id_ in asked.items():
        if name not in known:
            raise BadText(f"{id_} asks {name}, which texts/questions does not have")
    for name in known:
        if name not in asked:
            raise BadText(f"texts/questions: nobody asks {name}")
    for route in routes:
        if route.claim and known[route.claim].asked_for is not AskedFor.CLAIM:
            raise BadText(f"{route.id}: {route.claim} is no claim")


def version_of(folder: Path) -> str:
    """Return the SHA-256 of all sources but tests, line ends and trailing blanks set aside."""
    digest = hashlib.sha256()
    for path in sorted((*folder.rglob("*.py"), *folder.rglob("*.toml"))):
        name = path.relative_to(folder).as_posix()
        if name.startswith("tests/"):
            continue
        lines = (line.rstrip() for line in path.read_text(encoding="utf-8").splitlines())
        digest.update("\n".join((name, *lines, "")).encode())
    return digest.hexdigest()


@cache
def _shipped() -> Rulebook:
    known = shipped()
    province_layer()
    gaps()
    check(ROUTES, known, READ_ELSEWHERE)
    check_questions(ROUTES, questions(), known)
    return Rulebook(ROUTES, known, version_of(HERE))


def rulebook() -> Rulebook:
    """Return the rulebook in use: the shipped one, checked once, and what was laid over it.

    Raises:
        BadText: text and code do not meet.
    """
    book, used = _shipped(), texts()
    if not used.version:
        return book
    both = hashlib.sha256(f"{book.version} {used.version}".encode()).hexdigest()
    return Rulebook(book.routes, used, both)


def rulebook_version() -> str:
    """Return the version to store beside every finding, 64 hexadecimal digits."""
    return rulebook().version


def routes_on(code: str, on: date) -> tuple[Route, ...]:
    """Return the coded routes to an award whose wording is read on that day.

    None is not a «no»: see ``gaps`` for what is known not to be coded.
    """
    book = rulebook()
    return tuple(
        route for route in book.routes if route.code == code and route.is_read_on(on, book.texts)
    )
