"""In which years nothing is missing once two records are one, and what the other one disproves."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bangvang.registry.models import Completeness, Organisation, Person, YearStatementOf
from bangvang.registry.selectors.holdings import Holding, PersonHistory
from bangvang.registry.states import HolderKind
from bangvang.registry.tally import joined, promise_of

Record: TypeAlias = Person | Organisation
Whole: TypeAlias = tuple[int, int | None] | None
"""First and last year in which nothing is missing; no last one where it goes on."""


@dataclass(frozen=True)
class YearsTogether:
    """What is whole of the joined record, by kind; None where nothing of a claim is left.

    `promised` is the year from which the standing office promised everything, where it did.
    `disproved` are the rows of heads' statements that the other record shows to be wrong.
    """

    whole: Mapping[str, Whole]
    promised: Mapping[str, int]
    disproved: frozenset[int]


def years_together(
    of: HolderKind, kept: Record, merged: Record, mine: PersonHistory, theirs: PersonHistory
) -> YearsTogether:
    """Return it, by at most two queries.

    A row that only the other record holds shows that a claim was wrong: a promise then counts from
    the year after, a head's statement of that year no longer counts. Not so where the statement
    named both records: it spoke of what both hold together. Two grades of one year contradict each
    other, but none is missing. Of two promises the one that begins first holds; years that were
    stated join it, or each other, as ``tally.joined`` says.
    """
    claimed = list(Completeness.objects.filter(**{f"{of}__in": [kept.pk, merged.pk]}))
    stated = _stated(of, kept, merged)
    once: dict[int, int] = {}
    for row in stated:
        once[row.statement_id] = once.get(row.statement_id, 0) + 1
    years: defaultdict[str, set[int]] = defaultdict(set)
    promised: dict[str, int] = {}
    disproved = set()
    for record, own, other in ((kept, mine, theirs), (merged, theirs, mine)):
        missed = _missed(own, other)
        for row in stated:
            said = row.statement
            if row.person_id != record.pk:
                continue
            if said.year in missed[said.record_kind] and once[row.statement_id] == 1:
                disproved.add(row.pk)
            else:
                years[said.record_kind].add(said.year)
        for kind, since in _promises(claimed, of, record):
            begins = max((year + 1 for year in missed[kind] if year >= since), default=since)
            promised[kind] = min(begins, promised.get(kind, begins))
    kinds = sorted({row.record_kind for row in claimed})
    whole = {kind: joined(promised.get(kind), years[kind]) for kind in kinds}
    return YearsTogether(whole, promised, frozenset(disproved))


def key_of(holding: Holding) -> tuple[object, ...]:
    """Return by what two facts are one and the same."""
    if holding.record_kind == "AWARD":
        return ("AWARD", holding.code, holding.kind, holding.year, holding.decision_no)
    if holding.record_kind == "GRADE":
        return ("GRADE", holding.code, holding.year)
    return ("INITIATIVE", holding.code, holding.year, holding.title)


def _stated(of: HolderKind, kept: Record, merged: Record) -> list[YearStatementOf]:
    """Return the statements that stand and name one of them; heads speak of people only."""
    if of is not HolderKind.PERSON:
        return []
    rows = YearStatementOf.objects.filter(
        person__in=[kept.pk, merged.pk], statement__withdrawn_at__isnull=True
    )
    return list(rows.select_related("statement").order_by("pk"))


def _promises(
    claimed: list[Completeness], of: HolderKind, record: Record
) -> Iterator[tuple[str, int]]:
    for row in claimed:
        since = promise_of(row.from_year, row.through_year, row.entered_from)
        if getattr(row, f"{of}_id") == record.pk and since is not None:
            yield row.record_kind, since


def _missed(own: PersonHistory, other: PersonHistory) -> defaultdict[str, set[int]]:
    """Return, by kind, the years of which the other record holds what this one lacks."""
    known = {_filled(holding) for holding in own.holdings}
    missed: defaultdict[str, set[int]] = defaultdict(set)
    for holding in other.holdings:
        if _filled(holding) not in known:
            missed[holding.record_kind].add(holding.year)
    return missed


def _filled(holding: Holding) -> tuple[object, ...]:
    """Return the place in the record that a fact fills."""
    return ("GRADE", holding.year) if holding.record_kind == "GRADE" else key_of(holding)
