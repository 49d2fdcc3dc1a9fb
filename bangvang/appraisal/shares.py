"""Shares over a whole list: how many of a unit, or of the province, may be proposed.

Run after each row was asked about alone. Counts are ranges while answers are open. What a share is
taken of comes from the register where it is known. Else the list itself, if it proposes that too,
shows how many there are at least: no list has to name everybody, so a share may hold by it and is
never exceeded by it. Else the answer stays open and says so. Nobody is picked: the pages show how
many too many.

Law: ``law/texts/groups.toml``, by the day of receipt.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.law import (
    Answer,
    Count,
    Finding,
    GroupRule,
    NotInForce,
    Proposal,
    Reason,
    TieHint,
    group_rules_on,
    tie_hint,
)

THE_PROVINCE = ""
"""The group of an award whose share is taken of the whole province."""

OF_THE_PROVINCE = frozenset({"CO_CP"})
"""Shares that a clause takes of all of a ministry or province, and not of each unit."""

PROPOSED_BESIDE: Mapping[str, frozenset[str]] = {
    "CSTDCS": frozenset({"LDTT", "CSTT"}),
    "CO_CP": frozenset({"CO_TINH", "CO_QK"}),
}
"""For each award with a share the awards whose proposals in the same list make its base."""

Known = Mapping[tuple[str, int], int]
"""By group and achievement year, how many the register knows for certain to make the base."""


@dataclass(frozen=True)
class Counted:
    """One row of a list as shares see it; `unit` names the unit that proposes it.

    `is_held`: the award of that year is held already, whatever may be given now.
    """

    id: str
    award_code: str
    year: int
    unit: str
    answer: Answer
    on: date
    woman: bool | None = None
    is_held: bool = False


@dataclass(frozen=True)
class Share:
    """One group held against one share; `group` is the unit, or empty for the province."""

    award_code: str
    year: int
    group: str
    finding: Finding
    hint: TieHint | None


def bound_codes(rows: Iterable[Counted]) -> frozenset[str]:
    """Return the awards of these rows for which a share is set on the day of receipt."""
    asked = {(row.award_code, row.on) for row in rows}
    return frozenset(code for code, on in asked if _rules(code, on))


def shares_of(rows: Sequence[Counted], known: Known) -> tuple[Share, ...]:
    """Return each group that proposes somebody under a share, in the order of the list.

    Nothing where no text sets a share. Rows received under different shares are held apart.
    """
    found: dict[tuple[str, int, GroupRule], list[Counted]] = {}
    for row in rows:
        for rule in _rules(row.award_code, row.on):
            found.setdefault((row.award_code, row.year, rule), []).append(row)
    return tuple(
        share
        for (code, year, rule), proposed in _of_one_law(found).items()
        for share in _asked(code, year, rule, proposed, rows, known)
    )


def _rules(code: str, on: date) -> tuple[GroupRule, ...]:
    try:
        return group_rules_on(code, on)
    except NotInForce:
        return ()


def _of_one_law(
    found: Mapping[tuple[str, int, GroupRule], list[Counted]],
) -> dict[tuple[str, int, GroupRule], list[Counted]]:
    """Put together what differs by the day of receipt only."""
    joined: dict[tuple[str, int, object, object], tuple[GroupRule, list[Counted]]] = {}
    for (code, year, rule), rows in found.items():
        key = (code, year, rule.percent, rule.rounding)
        joined.setdefault(key, (rule, []))[1].extend(rows)
    return {(code, year, rule): rows for (code, year, *_), (rule, rows) in joined.items()}


def _asked(
    code: str,
    year: int,
    rule: GroupRule,
    proposed: Sequence[Counted],
    rows: Sequence[Counted],
    known: Known,
) -> Iterable[Share]:
    proposals = [
        Proposal(row.id, _group(code, row.unit), row.answer, woman=row.woman) for row in proposed
    ]
    groups = dict.fromkeys(proposal.group for proposal in proposals)
    bases = {group: _base(code, year, group, rows, known) for group in groups}
    asked = rule.ask(proposals, {group: base for group, base in bases.items() if base})
    for group, finding in asked.items():
        of_group = [proposal for proposal in proposals if proposal.group == group]
        may_be_over = finding.answer is Answer.NOT_MET or finding.why is Reason.TWO_READINGS
        hint = tie_hint(of_group, rule.on) if may_be_over else None
        yield Share(code, year, group, finding, hint)


def _group(code: str, unit: str) -> str:
    return THE_PROVINCE if code in OF_THE_PROVINCE else unit


def _base(code: str, year: int, group: str, rows: Sequence[Counted], known: Known) -> Count | None:
    """Return what the share is taken of; None where neither register nor list says."""
    certain = known.get((group, year))
    if certain is not None:
        return Count(certain, certain)
    least = sum(
        row.is_held or row.answer is Answer.MET
        for row in rows
        if row.award_code in PROPOSED_BESIDE[code]
        and row.year == year
        and _group(code, row.unit) == group
    )
    return Count(least, least, or_more=True) if least else None
