"""All routes and entries together, checked once, with a version that names this exact state."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bangvang.law import (
    authority,
    deadlines,
    dossiers,
    paid_together,
    papers,
    province,
    regimes,
    rewards,
    voting,
)
from bangvang.law.dated import Entry, Timeline
from bangvang.law.loading import Texts, TextsOn, texts
from bangvang.law.routes import Route
from bangvang.law.tables import BadText
from bangvang.law.titles import certificates, individual_emulation

HERE = Path(__file__).parent

ROUTES = (
    individual_emulation.provincial_fighter_2017,
    individual_emulation.provincial_fighter_2024,
    certificates.prime_minister_certificate_merit,
)
READ_ELSEWHERE = frozenset().union(
    authority.READS,
    deadlines.READS,
    dossiers.READS,
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
    days = {route.since} | {day for day in starts if route.since <= day < route.until}
    read: set[str] = set()
    for day in days:
        view = TextsOn(Texts(entry for row in rows.values() for entry in row.items), day)
        route.build(view)
        read |= view.read
    return frozenset(read)


def check(routes: Iterable[Route], known: Texts, read_elsewhere: frozenset[str]) -> None:
    """Refuse a rulebook in which text and code do not meet.

    Raises:
        BadText: a rule or module reads an entry that is not there, nobody reads an entry, or two
            routes of one award, kind and subject overlap.
        NotInForce: a rule reads an entry on a day on which it has none.
    """
    read = set(read_elsewhere)
    ways: dict[tuple[str, str, str], list[Route]] = {}
    for route in routes:
        read |= _check_row(route, known.rows)
        ways.setdefault((route.code, route.kind, route.subject), []).append(route)
    for missing in sorted(read - set(known.rows)):
        known.row(missing)
    for unread in sorted(set(known.rows) - read):
        raise BadText(f"{known.rows[unread].items[0].where}: nobody reads {unread}")
    for way, found in ways.items():
        try:
            Timeline(", ".join(way), found)
        except ValueError as error:
            raise BadText(str(error)) from error


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
def rulebook() -> Rulebook:
    """Return the rulebook, built and checked once.

    Raises:
        BadText: text and code do not meet.
    """
    known = texts()
    check(ROUTES, known, READ_ELSEWHERE)
    return Rulebook(ROUTES, known, version_of(HERE))


def rulebook_version() -> str:
    """Return the version to store beside every finding, 64 hexadecimal digits."""
    return rulebook().version


def routes_on(code: str, on: date) -> tuple[Route, ...]:
    """Return the coded routes to an award on that day; none is not a «no»."""
    return tuple(
        route
        for route in rulebook().routes
        if route.code == code and route.since <= on < route.until
    )
