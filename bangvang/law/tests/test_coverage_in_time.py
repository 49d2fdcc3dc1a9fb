"""Every day to ten years ahead: one version of each way, or one declared gap, for every award."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from bangvang.law.asking import Matter, gaps_of, routes_of
from bangvang.law.catalogue import Award, Subject, catalogue
from bangvang.law.gaps import gaps
from bangvang.law.kinds import Kind
from bangvang.law.loading import texts
from bangvang.law.regimes import regime_on
from bangvang.law.rulebook import ROUTES

FIRST, LAST = date(2017, 10, 1), date(2036, 12, 31)
DAY = timedelta(1)
AWARDS = [award for award in catalogue().values() if award.is_award]
GAPS = [gap for of_award in gaps().values() for gap in of_award]
YEAR_OF_VERSION = re.compile(r"\.\d{4}$")


def changes() -> Iterator[date]:
    """Give the days on which anything begins or ends."""
    spans = [
        *((route.since, route.until) for route in ROUTES),
        *((gap.since, gap.until) for gap in GAPS),
        *((entry.since, entry.until) for entry in texts().row("regime").items),
        *((name.since, name.until) for award in AWARDS for name in award.names.items),
    ]
    for since, until in spans:
        yield since
        yield until or LAST


DAYS = sorted(
    {on for day in {FIRST, LAST, *changes()} for on in (day - DAY, day) if FIRST <= on <= LAST}
)
"""Between these days nothing changes, so that they stand for all."""


def ways_of(award: Award) -> set[tuple[Kind, Subject]]:
    """Return kind and subject of everything that is coded or declared for an award, ever.

    A gap without kinds stands for an article that was not read: it says nothing of its kinds, so
    only the usual one is asked about.
    """
    coded = {(route.kind, route.subject) for route in ROUTES if route.code == award.code}
    declared = {
        (kind, subject)
        for gap in gaps().get(award.code, ())
        for kind in (gap.kinds if len(gap.kinds) < len(Kind) else (Kind.MERIT,))
        for subject in gap.subjects
        if subject in award.subjects
    }
    return coded | declared


@pytest.mark.parametrize("award", AWARDS, ids=lambda award: award.code)
def test_every_day_has_one_version_of_each_way_or_a_declared_gap(award: Award) -> None:
    assert ways_of(award)
    for on in DAYS:
        if award.names.get(on) is None:
            continue
        for kind, subject in ways_of(award):
            matter = Matter(award.code, kind, subject, on.year - 1, on)
            versions = [YEAR_OF_VERSION.sub("", route.id) for route in routes_of(matter)]
            assert len(versions) == len(set(versions)), on
            gaps_then = [(gap.way, gap.cite) for gap in gaps_of(matter)]
            assert len(gaps_then) == len(set(gaps_then)), on
            is_unseen = regime_on(award.code, on).text_unseen is not None
            assert versions or gaps_then or is_unseen, (kind, subject, on)
