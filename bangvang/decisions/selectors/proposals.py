"""Results of ballots that wait to become a decision or a submission."""

from dataclasses import dataclass
from datetime import date

from bangvang.appraisal.permissions import objection_to_deciding_on
from bangvang.council.selectors.results import BallotResult, passed_ballots
from bangvang.decisions.models import Decision
from bangvang.decisions.permissions import (
    objection_to_authority,
    objection_to_heading,
    objection_to_result,
)
from bangvang.decisions.selectors.decisions import OFFICE
from bangvang.decisions.selectors.lists import (
    PassedRow,
    objection_to_unasked,
    passed_list,
    stopped_names,
)
from bangvang.decisions.states import Kind
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.law import Authority, Level, Seen, authority_for, award_name


@dataclass(frozen=True)
class ResultToDecide:
    """A ballot's result in the list of what waits; `objection` says why it must wait longer."""

    ballot_ref: str
    award_name: str
    achievement_year: int
    session_title: str
    session_on: date
    people: int
    objection: Objection | None


@dataclass(frozen=True)
class Proposal:
    """What a draft would be made of, before it is made.

    `kind` is what it becomes by the law of the day; `needs_confirmation` says that the text of the
    clause was not at hand, so that the head confirms who decides.
    """

    ballot_ref: str
    award_name: str
    achievement_year: int
    session_title: str
    session_on: date
    pass_text: str
    pass_cite: str
    kind: Kind
    authority: str
    authority_cite: str
    needs_confirmation: bool
    rows: tuple[PassedRow, ...]
    objection: Objection | None


def results_to_decide(actor: Actor) -> list[ResultToDecide]:
    """Return results without a paper, oldest first; only the standing office sees them."""
    if not actor.has(*OFFICE):
        return []
    taken = set(Decision.objects.values_list("ballot__ref", flat=True))
    return [_to_decide(result) for result in passed_ballots() if result.ballot_ref not in taken]


def proposal(actor: Actor, ballot_ref: str, *, on: date) -> Proposal:
    """Return what a draft of that day would be.

    Raises:
        Unseen: there is no such closed ballot for this actor.
        NotInForce: the law of this day does not say who decides.
    """
    passed = passed_list(actor, ballot_ref)
    result = passed.result
    authority = authority_for(result.award_code, on=on)
    return Proposal(
        ballot_ref=ballot_ref,
        award_name=award_name(result.award_code, on),
        achievement_year=result.achievement_year,
        session_title=result.session_title,
        session_on=result.session_on,
        pass_text=result.pass_text,
        pass_cite=result.pass_cite,
        kind=kind_under(authority),
        authority=authority.name_vi,
        authority_cite=authority.cite.text,
        needs_confirmation=authority.seen is not Seen.SOURCE,
        rows=passed.rows,
        objection=objection_to_heading(actor)
        or objection_to_result(
            result, already=Decision.objects.filter(ballot__ref=ballot_ref).exists()
        )
        or objection_to_authority(authority)
        or objection_to_deciding_on(
            stopped_names(((row.nomination.ref, row.nomination.name) for row in passed.rows), on=on)
        )
        or objection_to_unasked([row.nomination.ref for row in passed.rows], on=on),
    )


def kind_under(authority: Authority) -> Kind:
    """Return what becomes of a list under this authority: decided here, or submitted."""
    return Kind.DECISION if authority.level is Level.PROVINCE else Kind.SUBMISSION


def _to_decide(result: BallotResult) -> ResultToDecide:
    return ResultToDecide(
        ballot_ref=result.ballot_ref,
        award_name=award_name(result.award_code, result.session_on),
        achievement_year=result.achievement_year,
        session_title=result.session_title,
        session_on=result.session_on,
        people=len(result.passed_rows),
        objection=objection_to_result(result, already=False),
    )
