"""What rests on an award or a grade: the law is asked of later awards and open rows twice.

Once with the record as it stands, once as an amendment would leave it. Bars are left aside: the
question is what the amended row carries, and units read the answer too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bangvang.appraisal.facts import record_of
from bangvang.law import (
    Answer,
    Appraisal,
    Days,
    Finding,
    Kind,
    NotInForce,
    Subject,
    UnknownAward,
    appraise,
)
from bangvang.nominations.selectors.open_of import OpenNomination
from bangvang.nominations.selectors.stated import facts_of_refs
from bangvang.registry.selectors.amended_rows import RowSeen
from bangvang.registry.selectors.holdings import Holding, PersonHistory
from bangvang.registry.states import AmendmentKind, HolderKind

SUBJECTS = {
    HolderKind.PERSON: Subject.PERSON,
    HolderKind.ORGANISATION: Subject.COLLECTIVE,
}


@dataclass(frozen=True)
class Resting:
    """An award held, or an open row, whose answer by the law differs, or that uses the row.

    `nomination_ref` is that of an open row, empty for an award. `before` and `after` are None
    where the law of its day is not read here; then somebody has to look.
    """

    ref: str
    nomination_ref: str
    code: str
    year: int
    decision_no: str
    decided_on: date | None
    before: Answer | None
    after: Answer | None
    leans: bool = False
    """Whether one of the two answers rests on the row and the other does not."""

    @property
    def is_changed(self) -> bool:
        """Whether the answer would be another one."""
        return self.before is not self.after


def amended(
    history: PersonHistory, rows: Sequence[RowSeen], kind: AmendmentKind, said: Mapping[str, object]
) -> PersonHistory:
    """Return the history as an amendment of these rows would leave it.

    `said` are corrected values by field, as `Amending` holds them.
    """
    refs = {row.ref for row in rows}
    rest = tuple(held for held in history.holdings if held.ref not in refs)
    if kind in (AmendmentKind.REVOKED, AmendmentKind.STRUCK):
        return replace(history, holdings=rest)
    there = {held.ref: held for held in history.holdings}
    values: dict[str, Any] = {name: said[name] for name in _OF_HOLDING & said.keys()}
    if kind is AmendmentKind.RESTORED:
        values = {"revoked_on": None}
    new = (replace(there.get(row.ref) or _holding(row), **values) for row in rows)
    return replace(history, holdings=(*rest, *new))


_OF_HOLDING = frozenset({"code", "kind", "year", "decision_no", "decided_on", "issued_by"})


def resting_on(
    rows: Sequence[RowSeen],
    before: PersonHistory,
    after: PersonHistory,
    dossiers: Sequence[OpenNomination],
    *,
    of: HolderKind,
    on: date,
) -> tuple[Resting, ...]:
    """Return what rests on these rows of one holder: open rows first, then awards by day.

    An award is asked about with what had been decided before it, by the law of its day.

    Args:
        rows: the amended rows.
        before: the holder's history as it stands, without bars.
        after: the history as the amendment would leave it.
        dossiers: the holder's open rows.
        of: whether the holder is a person.
        on: the day of reading, for rows that were not received yet.
    """
    subject, refs = SUBJECTS[of], frozenset(row.ref for row in rows)
    return tuple(
        found
        for found in (
            *_dossiers(dossiers, before, after, refs, on),
            *_awards(before, after, refs, subject),
        )
        if None in (found.before, found.after) or found.is_changed or found.leans
    )


def _dossiers(
    dossiers: Sequence[OpenNomination],
    before: PersonHistory,
    after: PersonHistory,
    refs: frozenset[str],
    on: date,
) -> Iterator[Resting]:
    facts = facts_of_refs([row.ref for row in dossiers])
    for row in dossiers:
        day = row.received_on or on
        asked = [
            _asked(
                row.award_code, row.kind, row.achievement_year, day, Subject(row.subject), history,
                facts.get(row.ref, {}),
            )
            for history in (before, after)
        ]  # fmt: skip
        yield Resting(
            "", row.ref, row.award_code, row.achievement_year, "", row.received_on,
            *_answers(asked), _leans(asked, refs),
        )  # fmt: skip


def _awards(
    before: PersonHistory, after: PersonHistory, refs: frozenset[str], subject: Subject
) -> Iterator[Resting]:
    amended_rows = [held for held in (*before.holdings, *after.holdings) if held.ref in refs]
    first = min((_day(held) for held in amended_rows), default=date.max)
    later = [
        held
        for held in before.holdings
        if held.record_kind == "AWARD" and held.revoked_on is None and held.ref not in refs
        and held.decided_on is not None and held.decided_on >= first
    ]  # fmt: skip
    for award in sorted(later, key=lambda held: (held.decided_on or date.max, held.ref)):
        day = award.decided_on or date.max
        asked = [
            _asked(award.code, award.kind, award.year, day, subject, _until(history, award), {})
            for history in (before, after)
        ]
        answers = _answers(asked)
        if None in answers and not _could_ask_for(award, amended_rows):
            continue
        yield Resting(
            award.ref, "", award.code, award.year, award.decision_no, award.decided_on, *answers,
            _leans(asked, refs),
        )  # fmt: skip


def _could_ask_for(award: Holding, rows: Sequence[Holding]) -> bool:
    """Tell whether an award of which no law is read may rest on rows of its year or before."""
    return any(row.year <= award.year and row.code != award.code for row in rows)


def _asked(
    code: str,
    kind: str,
    year: int,
    day: date,
    subject: Subject,
    history: PersonHistory,
    facts: Mapping[str, bool | int],
) -> Appraisal | None:
    record = replace(record_of(history), facts=facts)
    try:
        return appraise(
            code,
            record,
            days=Days(day, year),
            kind=Kind(kind) if kind else Kind.MERIT,
            subject=subject,
        )
    except (NotInForce, UnknownAward):
        return None


def _answers(asked: Sequence[Appraisal | None]) -> tuple[Answer | None, Answer | None]:
    before, after = (None if one is None else one.answer for one in asked)
    return before, after


def _leans(asked: Sequence[Appraisal | None], refs: frozenset[str]) -> bool:
    uses = {one is not None and bool(refs & _used(one.finding)) for one in asked}
    return len(uses) > 1


def _used(finding: Finding) -> set[str]:
    used = {row.record_id for row in finding.used}
    return used.union(*(_used(part) for part in finding.parts))


def _until(history: PersonHistory, award: Holding) -> PersonHistory:
    """Return what had been decided before an award; undated rows of its year or earlier count."""
    day = award.decided_on or date.max
    known = tuple(
        held
        for held in history.holdings
        if held.ref != award.ref
        and (held.decided_on < day if held.decided_on else held.year <= award.year)
    )
    return replace(history, holdings=known)


def _day(held: Holding) -> date:
    return held.decided_on or date(held.year, 1, 1)


def _holding(row: RowSeen) -> Holding:
    return Holding(
        row.record_kind, row.ref, row.code, row.kind, row.year, row.decision_no, row.decided_on,
        row.revoked_on, row.achievement, row.issued_by,
    )  # fmt: skip
