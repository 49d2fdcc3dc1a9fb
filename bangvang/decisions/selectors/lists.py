"""The list that a decision is made of: the passed rows of one ballot, and nothing else."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.appraisal.permissions.consultations import objection_to_gate
from bangvang.appraisal.selectors.barred import unanswered_bars
from bangvang.appraisal.selectors.consulted import held_at
from bangvang.appraisal.states import Gate
from bangvang.council.selectors.results import BallotResult, ResultRow, ballot_result
from bangvang.decisions.models import Decision, Line
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen
from bangvang.nominations.models.nominations import Subject
from bangvang.nominations.selectors.nominations import NominationRow, rows_of, visible_to

ANNEX_ORDER = (Subject.COLLECTIVE, Subject.PERSON, Subject.HOUSEHOLD)
"""In which order an annex names who is commended."""


@dataclass(frozen=True)
class PassedRow:
    """Somebody who passed: the order in the annex, the votes, and the nomination as it is now."""

    nomination_id: int
    order: int
    yes: int
    total: int
    nomination: NominationRow


@dataclass(frozen=True)
class PassedList:
    """The passed rows of a ballot, and the digest that binds them to its result."""

    result: BallotResult
    rows: tuple[PassedRow, ...]

    @property
    def digest(self) -> str:
        """SHA-256 over the result's digest and every passed row, in hexadecimal."""
        written = [self.result.ballot_ref, self.result.result_digest, *map(_written, self.rows)]
        text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def passed_list(actor: Actor, ballot_ref: str) -> PassedList:
    """Return what passed in a ballot.

    Raises:
        Unseen: there is no such closed ballot, or a row of it is not this actor's to see.
    """
    result = ballot_result(ballot_ref)
    passed = [row for row in result.rows if row.passed]
    refs = [row.nomination_ref for row in passed]
    nominations = _nominations(actor, refs)
    ids = dict(visible_to(actor).filter(ref__in=refs).values_list("ref", "pk"))
    return PassedList(
        result,
        tuple(
            PassedRow(ids[row.nomination_ref], order, row.yes, row.total, nomination)
            for order, (row, nomination) in enumerate(_by_subject(passed, nominations), start=1)
        ),
    )


def _by_subject(
    passed: Iterable[ResultRow], nominations: Mapping[str, NominationRow]
) -> list[tuple[ResultRow, NominationRow]]:
    """Return the rows in the order of an annex: collectives, people, households; else as voted."""
    rows = [(row, nominations[row.nomination_ref]) for row in passed]
    return sorted(rows, key=lambda pair: ANNEX_ORDER.index(pair[1].subject))


def list_still_stands(actor: Actor, decision: Decision) -> bool:
    """Tell whether result and rows are what they were when the paper was proposed."""
    return passed_list(actor, decision.ballot.ref).digest == decision.list_digest


def stopped_names(rows: Iterable[tuple[str, str]], *, on: date) -> tuple[str, ...]:
    """Return whom of these rows, reference and name, an open bar stops that nobody answered for."""
    named = dict(rows)
    stopped = unanswered_bars(named, on=on)
    return tuple(name for ref, name in named.items() if ref in stopped)


def stopped_in(decision: Decision, *, on: date) -> tuple[str, ...]:
    """Return the same of the lines of a paper."""
    lines = Line.objects.filter(decision=decision).order_by("order")
    return stopped_names(lines.values_list("nomination__ref", "name"), on=on)


def objection_to_unasked(refs: Iterable[str], *, on: date) -> Objection | None:
    """Say whom of these rows the people are still asked about; all is closed before submission."""
    gate = Gate.BEFORE_SUBMISSION
    return objection_to_gate(held_at(gate, refs, on=on), gate)


def unasked_in(decision: Decision, *, on: date) -> Objection | None:
    """Return the same of the lines of a paper."""
    lines = Line.objects.filter(decision=decision).order_by("order")
    return objection_to_unasked(lines.values_list("nomination__ref", flat=True), on=on)


def _nominations(actor: Actor, refs: Sequence[str]) -> dict[str, NominationRow]:
    found = {row.ref: row for row in rows_of(visible_to(actor).filter(ref__in=refs))}
    if len(found) != len(set(refs)):
        raise Unseen
    return found


def _written(row: PassedRow) -> list[str | int | None]:
    nomination = row.nomination
    return [
        row.order,
        row.yes,
        row.total,
        nomination.ref,
        nomination.name,
        nomination.position,
        nomination.unit_name,
        nomination.unit_ref,
        nomination.award_code,
        nomination.kind,
        nomination.achievement_year,
        nomination.achievement,
        nomination.person_ref or nomination.body_ref,
        nomination.birth_on.isoformat() if nomination.birth_on else None,
        nomination.identity_digest,
    ]
