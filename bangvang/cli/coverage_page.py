"""`docs/law-coverage.md`: award by regime by route, how sure each is, what is not coded and why."""

from collections.abc import Iterator
from datetime import date

from bangvang.law import (
    Award,
    Gap,
    Kind,
    ProvinceRule,
    Seen,
    WayRead,
    added_ever,
    award_name,
    catalogue,
    kind_name,
    ways_not_coded,
    ways_read,
)

REGIMES = (
    ("from 2017-10-01 until 2024-01-01", date(2017, 10, 1), date(2023, 12, 31)),
    ("from 2024-01-01 until 2026-10-01", date(2024, 1, 1), date(2026, 9, 30)),
)
HOW_SURE = {
    Seen.SOURCE: "read",
    Seen.SECONDARY: "read in another text",
    Seen.INFERRED: "inferred",
    Seen.MEMORY: "recalled",
    Seen.UNVERIFIED: "not verified",
}


def law_coverage() -> str:
    """Return the page, printed from the rulebook."""
    return "\n".join([*_head(), *(line for one in _awards() for line in _award(one)), ""])


def _head() -> list[str]:
    coded = {regime: 0 for regime, *_ in REGIMES}
    left = dict(coded)
    for award in _awards():
        for regime, first, last in REGIMES:
            coded[regime] += len(_ways(award, first, last))
            left[regime] += len(_gaps(award, first, last))
    return [
        "# What of the law is coded",
        "",
        "Printed by `make docs` from the rulebook; do not edit by hand. A route is one way to an",
        "award; how sure it is, is how well its least known condition is known: only what was",
        "*read* decides alone. From 2026-10-01 the amended law's wording has not been read: no",
        "route is computed until people have confirmed it, and what applied until the day before",
        "is shown as a hint.",
        "",
        "| Law | Awards | Routes coded | Ways left to a person |",
        "|---|---|---|---|",
        *(
            f"| {regime} | {sum(1 for award in _awards() if _exists(award, first, last))} | "
            f"{coded[regime]} | {left[regime]} |"
            for regime, first, last in REGIMES
        ),
    ]


def _awards() -> list[Award]:
    return [line for line in catalogue().values() if line.is_award]


def _award(award: Award) -> Iterator[str]:
    yield ""
    yield f"## {award.code}: {award_name(award.code, REGIMES[-1][2])}"
    for regime, first, last in REGIMES:
        if not _exists(award, first, last):
            continue
        yield ""
        yield f"**{regime[:1].upper()}{regime[1:]}**"
        yield ""
        if not _ways(award, first, last) and not _gaps(award, first, last):
            yield "Nothing is coded and no clause is held."
            continue
        yield "| Way | Kind, subject | Clause | How sure | Not coded because |"
        yield "|---|---|---|---|---|"
        for way in _ways(award, first, last):
            yield (
                f"| {way.way} | {kind_name(way.kind)}, {way.subject} | {way.cite.text} | "
                f"{HOW_SURE[way.seen]} | |"
            )
        for gap in _gaps(award, first, last):
            yield (
                f"| {gap.way} | {_kinds(gap)}, {_subjects(gap, award)} | {gap.cite.text} | "
                f"{HOW_SURE[gap.seen]} | {gap.why} |"
            )
        yield from map(_added, _added_in(award, first, last))


def _added_in(award: Award, first: date, last: date) -> list[ProvinceRule]:
    return [
        rule
        for rule in added_ever(award.code)
        if rule.since <= last and (rule.until is None or rule.until > first)
    ]


def _added(rule: ProvinceRule) -> str:
    until = f" until {rule.until}" if rule.until else ""
    why = "" if rule.decides else "Not known to be in force: it stands in no answer. "
    return (
        f"| tiêu chuẩn do tỉnh quy định thêm, from {rule.since}{until} | beside every way | "
        f"{rule.entry.cite.text} | {HOW_SURE[rule.entry.seen]} | {why}|"
    )


def _subjects(gap: Gap, award: Award) -> str:
    return ", ".join(one for one in gap.subjects if one in award.subjects)


def _kinds(gap: Gap) -> str:
    is_all = len(gap.kinds) == len(Kind)
    return "every kind" if is_all else ", ".join(kind_name(kind) for kind in gap.kinds)


def _exists(award: Award, first: date, last: date) -> bool:
    return award.names.get(last) is not None or award.names.get(first) is not None


def _ways(award: Award, first: date, last: date) -> list[WayRead]:
    found: dict[str, WayRead] = {}
    for on in (first, last):
        if award.names.get(on) is not None:
            found |= {way.id: way for way in ways_read(award.code, on)}
    return list(found.values())


def _gaps(award: Award, first: date, last: date) -> list[Gap]:
    found = (gap for on in (first, last) for gap in ways_not_coded(award.code, on))
    return list(dict.fromkeys(found))
