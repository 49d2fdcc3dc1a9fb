"""Reading nominations: one to act on, rows for lists, the page of one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.law import Kind, catalogue, other_forms
from bangvang.nominations.models import Attachment, Nomination
from bangvang.nominations.models.nominations import Identity, Subject
from bangvang.nominations.selectors.batches import OFFICE
from bangvang.nominations.selectors.papers import PaperSeen, paper_seen
from bangvang.nominations.states import STATE_NAMES, BatchState, State
from bangvang.registry.selectors.taken_over import units_taken_over

COUNCIL_SEES = (
    State.READY,
    State.ON_AGENDA,
    State.VOTED_FOR,
    State.VOTED_AGAINST,
    State.FORWARDED,
    State.GRANTED,
)
"""What the office released and what became of it; a row that ended before is not the council's."""


FALLEN_OUT = (State.WITHDRAWN, State.VOTED_AGAINST, State.REFUSED)
"""Rows that nothing will come of."""


@dataclass(frozen=True)
class NominationRow:
    """One nomination, as tables and papers show it.

    `person_ref` or, for a collective or a household, `body_ref`; both are empty for a new one.
    """

    ref: str
    batch_ref: str
    batch_reference: str
    round_title: str
    ballot_by: date
    nominating_unit: str
    nominating_unit_ref: str
    source_row: int
    subject: str
    person_ref: str
    body_ref: str
    identity: str
    identity_name: str
    name: str
    sort_key: str
    birth_on: date | None
    birth_year: int | None
    sex: str
    identity_digest: str
    identity_tail: str
    position: str
    unit_name: str
    unit_ref: str
    award_code: str
    kind: str
    achievement_year: int
    achievement: str
    note: str
    state: str
    state_name: str
    holder: str
    held_since: datetime
    received_on: date | None
    reason: str
    reply: str
    version: int
    origin_ref: str = ""
    origin_row: int = 0
    origin_unit: str = ""
    origin_unit_ref: str = ""
    route_said: str = ""

    @property
    def proposed_by(self) -> str:
        """Who proposed it first: the unit it came from, else the nominating unit."""
        return self.origin_unit or self.nominating_unit

    @property
    def is_person(self) -> bool:
        """Whether a person is proposed, no collective and no household."""
        return self.subject == Subject.PERSON

    @property
    def is_open(self) -> bool:
        """Whether the standing office has to say who is proposed."""
        return self.identity == Identity.OPEN

    @property
    def is_linked(self) -> bool:
        """Whether name and birth or number settled who is proposed, so that nobody had to."""
        return self.identity == Identity.LINKED

    @property
    def is_somebody_new(self) -> bool:
        """Whether it was said that the register does not know who is proposed."""
        return self.identity == Identity.NEW

    @property
    def subject_name(self) -> str:
        """What is proposed, in words."""
        return str(Subject(self.subject).label)


def visible_to(actor: Actor) -> QuerySet[Nomination]:
    """Return the rows an actor may see.

    A unit sees its own, also where its superior gathered them, what units handed in that merged
    into it since, and what waits at it to be gathered; the office what was handed in; the
    secretary and the members what the office released to the agenda and what became of it.
    """
    seen = Q(pk__in=[])
    if actor.has(Role.UNIT_OFFICER, Role.UNIT_HEAD):
        taken_over = units_taken_over(actor.organisation_ref)
        seen |= Q(batch__unit__ref=actor.organisation_ref) & ~Q(batch__state=BatchState.DISCARDED)
        seen |= Q(origin__unit__ref=actor.organisation_ref)
        seen |= Q(batch__superior__ref=actor.organisation_ref, batch__state=BatchState.AT_SUPERIOR)
        seen |= Q(batch__unit__in=taken_over, batch__state=BatchState.SUBMITTED)
        seen |= Q(origin__unit__in=taken_over, batch__state=BatchState.SUBMITTED)
    if actor.has(*OFFICE):
        seen |= Q(batch__state=BatchState.SUBMITTED)
    if actor.has(Role.SECRETARY, Role.CHAIR, Role.MEMBER, Role.TELLER):
        seen |= Q(state__in=[state.value for state in COUNCIL_SEES])
    return Nomination.objects.filter(seen)


def nomination_for(actor: Actor, ref: str, *, lock: bool = False) -> Nomination:
    """Return a row to act on.

    Raises:
        Unseen: this actor has no such row.
    """
    found = visible_to(actor).filter(ref=ref)
    found = found.select_related("batch__unit", "batch__round", "origin__unit")
    if lock:
        found = found.select_for_update(of=("self",))
    nomination = found.first()
    if nomination is None:
        raise Unseen
    return nomination


def nominations_for(
    actor: Actor,
    *,
    batch_ref: str | None = None,
    states: Collection[State] = (),
    award_code: str | None = None,
    round_ref: str | None = None,
    refs: Collection[str] | None = None,
) -> list[NominationRow]:
    """Return the rows an actor may see, by list and by the order of its sheet."""
    return rows_of(
        wanted_of(
            actor,
            batch_ref=batch_ref,
            states=states,
            award_code=award_code,
            round_ref=round_ref,
            refs=refs,
        )
    )


def wanted_of(
    actor: Actor,
    *,
    batch_ref: str | None = None,
    states: Collection[State] = (),
    award_code: str | None = None,
    round_ref: str | None = None,
    refs: Collection[str] | None = None,
    held_by: Actor | None = None,
) -> QuerySet[Nomination]:
    """Return the query of the rows an actor may see, by list and by the order of its sheet.

    `batch_ref`: those in the list, and those of it that its superior has gathered.

    `held_by`: only rows that this officer holds, and those of lists that this officer holds.
    """
    found = visible_to(actor)
    if batch_ref is not None:
        found = found.filter(Q(batch__ref=batch_ref) | Q(origin__ref=batch_ref))
    if states:
        found = found.filter(state__in=[state.value for state in states])
    if award_code is not None:
        found = found.filter(award_code=award_code)
    if round_ref is not None:
        found = found.filter(batch__round__ref=round_ref)
    if refs is not None:
        found = found.filter(ref__in=list(refs))
    if held_by is not None:
        found = found.filter(Q(batch__holder_ref=held_by.account_ref) | Q(holder=held_by.name))
    return found.order_by("batch__reference_year", "batch__reference_no", "source_row", "pk")


def nomination_row(actor: Actor, ref: str) -> NominationRow:
    """Return one row as pages show it.

    Raises:
        Unseen: this actor has no such row.
    """
    rows = rows_of(visible_to(actor).filter(ref=ref))
    if not rows:
        raise Unseen
    return rows[0]


def papers_of(nomination_ref: str) -> list[PaperSeen]:
    """Return the papers attached to one row, oldest first."""
    found = Attachment.objects.filter(nomination__ref=nomination_ref).select_related("file")
    return [paper_seen(attachment) for attachment in found.order_by("added_at", "pk")]


def row_paper_file(nomination_ref: str, paper_ref: str) -> tuple[str, str]:
    """Return the stored file and the name of a paper of a row, for whoever was shown the row.

    Raises:
        Unseen: the row has no such paper.
    """
    found = Attachment.objects.filter(nomination__ref=nomination_ref, ref=paper_ref)
    paper = found.select_related("file").first()
    if paper is None:
        raise Unseen
    return paper.file.ref, paper.file.original_name


def beside(actor: Actor, row: NominationRow) -> list[NominationRow]:
    """Return the other rows of the same person and year with the same award or one of its level.

    Also those of one kind with another form that may be for the same achievement. Open ones and
    granted ones, of those that the actor may see, by award and list.
    """
    if not row.person_ref and not row.identity_digest and not row.body_ref:
        return []
    level = catalogue()[row.award_code].level
    codes = [code for code, line in catalogue().items() if line.level is level and line.is_award]
    meant = Q(pk__in=[])
    if row.person_ref:
        meant |= Q(person__ref=row.person_ref)
    if row.body_ref:
        meant |= Q(body__ref=row.body_ref)
    if row.identity_digest:
        meant |= Q(identity_digest=row.identity_digest)
    forms = other_forms(row.award_code, Kind(row.kind))
    alike = Q(award_code__in=codes) | Q(award_code__in=forms, kind=row.kind)
    found = visible_to(actor).filter(meant, alike, achievement_year=row.achievement_year)
    left = found.exclude(ref=row.ref).exclude(state__in=FALLEN_OUT)
    return rows_of(left.order_by("award_code", "batch__reference_year", "pk"))


def rows_of(nominations: QuerySet[Nomination]) -> list[NominationRow]:
    """Return the rows of a query as plain data, in its order."""
    fetched = nominations.select_related(
        "batch__unit", "batch__round", "origin__unit", "person", "body", "unit"
    )
    return [_row(nomination) for nomination in fetched]


def _row(n: Nomination) -> NominationRow:
    return NominationRow(
        ref=n.ref,
        batch_ref=n.batch.ref,
        batch_reference=n.batch.reference,
        round_title=n.batch.round.title,
        ballot_by=n.batch.round.ballot_by,
        nominating_unit=n.batch.unit.name,
        nominating_unit_ref=n.batch.unit.ref,
        source_row=n.source_row,
        subject=n.subject,
        person_ref=n.person.ref if n.person else "",
        body_ref=n.body.ref if n.body else "",
        identity=n.identity,
        identity_name=Identity(n.identity).label,
        name=n.name,
        sort_key=n.sort_key,
        birth_on=n.birth_on,
        birth_year=n.birth_year,
        sex=n.sex,
        identity_digest=n.identity_digest,
        identity_tail=n.identity_tail,
        position=n.position,
        unit_name=n.unit_name,
        unit_ref=n.unit.ref,
        award_code=n.award_code,
        kind=n.kind,
        achievement_year=n.achievement_year,
        achievement=n.achievement,
        note=n.note,
        state=n.state,
        state_name=STATE_NAMES[State(n.state)],
        holder=n.holder,
        held_since=n.held_since,
        received_on=n.batch.received_on,
        reason=n.reason,
        reply=n.reply,
        version=n.version,
        origin_ref=n.origin.ref if n.origin else "",
        origin_row=n.origin_row or 0,
        origin_unit=n.origin.unit.name if n.origin else "",
        origin_unit_ref=n.origin.unit.ref if n.origin else "",
        route_said=n.origin.route_said if n.origin else n.batch.route_said,
    )
