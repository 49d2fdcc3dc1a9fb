"""Reading lists and uploads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.nominations.models import Attachment, Batch, MissingPaper, Upload
from bangvang.nominations.models.nominations import Subject
from bangvang.nominations.selectors.gathered import gathered_counts
from bangvang.nominations.selectors.intake_days import DueRow, days_of, due_days
from bangvang.nominations.selectors.papers import (
    PaperAsked,
    PaperSeen,
    paper_seen,
)
from bangvang.nominations.selectors.routes import route_of
from bangvang.nominations.states import (
    ASKED_WITH_EVERY_LIST,
    BATCH_STATE_NAMES,
    OVER,
    BatchState,
    PaperKind,
    Scan,
    State,
    recipients_said,
)
from bangvang.registry.selectors.taken_over import units_taken_over

COUNTED = (
    "rows",
    "open_rows",
    "returned_rows",
    "submitted_rows",
    "appraised_rows",
    "live_rows",
    "collective_rows",
    "household_rows",
)
TO_HAND_IN = (BatchState.DRAFT, BatchState.WITH_HEAD)
OFFICE = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)


@dataclass(frozen=True)
class BatchRow:
    """One list in a table of lists."""

    ref: str
    round_title: str
    submit_by: date
    ballot_by: date
    unit_name: str
    unit_ref: str
    state: str
    state_name: str
    holder: str
    holder_ref: str
    held_since: datetime
    reference: str
    received_on: date | None
    is_late: bool
    waits_for_acceptance: bool
    rows: int
    open_rows: int
    returned_rows: int
    submitted_rows: int
    appraised_rows: int
    live_rows: int
    collective_rows: int
    household_rows: int
    gathered_rows: int = 0
    version: int = 1

    @property
    def counted(self) -> str:
        """How many of whom it proposes, in words."""
        people = self.rows - self.collective_rows - self.household_rows
        return recipients_said(people, self.collective_rows, self.household_rows)


@dataclass(frozen=True)
class BatchPage:
    """One list as its own page shows it; the rows come from `nominations`."""

    row: BatchRow
    round_ref: str
    achievement_year: int
    file_name: str
    prepared_by: str
    submitted_by: str
    submitted_at: datetime | None
    fingerprint: str
    due_on: date | None
    due_rows: tuple[DueRow, ...]
    late_reason: str
    late_accepted_by: str
    late_accepted_at: datetime | None
    late_accepted_why: str
    route_said: str
    through: str
    sent_up_by: str
    sent_up_at: datetime | None
    superior: str
    version: int
    asked: tuple[PaperAsked, ...]
    other_papers: tuple[PaperSeen, ...]

    @property
    def was_late(self) -> bool:
        """Whether it came late for the round it is in; an older list has no day to compare."""
        return bool(self.late_reason) and (self.row.is_late or self.due_on is None)

    @property
    def may_be_recalled(self) -> bool:
        """Whether nobody has taken it up since it was handed in."""
        if self.row.state == BatchState.AT_SUPERIOR:
            return not self.row.gathered_rows
        return (
            self.row.state == BatchState.SUBMITTED
            and not self.row.holder_ref
            and self.row.submitted_rows == self.row.rows
        )

    @property
    def papers_in_order(self) -> bool:
        """Whether every asked paper is attached or its absence explained."""
        return all(asked.is_there or asked.reason for asked in self.asked)


def visible_to(actor: Actor) -> QuerySet[Batch]:
    """Return the lists an actor may see.

    A unit sees its own, what units handed in that merged into it since, and what waits at it to
    be gathered; the office what was handed in.
    """
    seen = Q(pk__in=[])
    if actor.has(Role.UNIT_OFFICER, Role.UNIT_HEAD):
        taken_over = units_taken_over(actor.organisation_ref)
        seen |= Q(superior__ref=actor.organisation_ref, state=BatchState.AT_SUPERIOR)
        seen |= Q(unit__ref=actor.organisation_ref)
        seen |= Q(unit__in=taken_over, state=BatchState.SUBMITTED)
    if actor.has(*OFFICE):
        seen |= Q(state=BatchState.SUBMITTED)
    return Batch.objects.filter(seen)


def batch_for(actor: Actor, ref: str, *, lock: bool = False) -> Batch:
    """Return a list to act on.

    Raises:
        Unseen: this actor has no such list.
    """
    found = visible_to(actor).filter(ref=ref).select_related("unit", "round", "upload__file")
    if lock:
        found = found.select_for_update(of=("self",))
    batch = found.first()
    if batch is None:
        raise Unseen
    return batch


def upload_for(actor: Actor, ref: str, *, lock: bool = False) -> Upload:
    """Return an upload of the actor's unit.

    Raises:
        Unseen: the unit has no such upload.
    """
    found = Upload.objects.filter(ref=ref, unit__ref=actor.organisation_ref)
    found = found.select_related("unit", "round", "file")
    if lock:
        found = found.select_for_update(of=("self",))
    upload = found.first()
    if upload is None or not actor.has(Role.UNIT_OFFICER, Role.UNIT_HEAD):
        raise Unseen
    return upload


def batches_for(
    actor: Actor, *, states: Sequence[BatchState] = (), round_ref: str | None = None
) -> list[BatchRow]:
    """Return the lists an actor may see, last handled first; discarded ones only if asked.

    Not those that wait at the actor's unit: `lower_batches_for`.
    """
    return counted_rows(batches_wanted(actor, states=states, round_ref=round_ref))


def batches_wanted(
    actor: Actor, *, states: Sequence[BatchState] = (), round_ref: str | None = None
) -> QuerySet[Batch]:
    """Return the query of the lists that `batches_for` returns."""
    found = visible_to(actor)
    if actor.has(Role.UNIT_OFFICER, Role.UNIT_HEAD):
        found = found.exclude(superior__ref=actor.organisation_ref)
    if round_ref is not None:
        found = found.filter(round__ref=round_ref)
    found = found.filter(state__in=states) if states else found.exclude(state=BatchState.DISCARDED)
    return found.order_by("-held_since", "-pk")


def lower_batches_for(actor: Actor) -> list[BatchRow]:
    """Return the lists of other units that wait at the actor's, the one that came first first."""
    found = visible_to(actor).filter(superior__ref=actor.organisation_ref)
    return counted_rows(found.order_by("sent_up_at", "pk"))


def batch_page(actor: Actor, ref: str, *, on: date | None = None) -> BatchPage:
    """Return everything the page of one list shows, except its rows.

    With `on` it is said which way a list would take that is not handed in yet; `through` is then
    the superior that it would go to.

    Raises:
        Unseen: this actor has no such list.
    """
    batch = _counted(visible_to(actor)).filter(ref=ref).select_related("upload__file").first()
    if batch is None:
        raise Unseen
    route = route_of(batch, on=on) if batch.state in TO_HAND_IN and on else None
    attached = [
        paper_seen(a)
        for a in Attachment.objects.filter(batch=batch, nomination=None)
        .select_related("file")
        .order_by("added_at", "pk")
    ]
    reasons = dict(MissingPaper.objects.filter(batch=batch).values_list("kind", "reason"))
    asked = tuple(
        PaperAsked(
            kind.value,
            kind.label,
            tuple(p for p in attached if p.kind == kind),
            reasons.get(kind.value, ""),
        )
        for kind in ASKED_WITH_EVERY_LIST
    )
    return BatchPage(
        row=_rows([batch])[0],
        round_ref=batch.round.ref,
        achievement_year=batch.round.achievement_year,
        file_name=batch.upload.file.original_name if batch.upload else "",
        prepared_by=batch.prepared_by,
        submitted_by=batch.submitted_by,
        submitted_at=batch.submitted_at,
        fingerprint=batch.fingerprint,
        due_on=batch.due_on,
        due_rows=days_of(batch),
        late_reason=batch.late_reason,
        late_accepted_by=batch.late_accepted_by,
        late_accepted_at=batch.late_accepted_at,
        late_accepted_why=batch.late_accepted_why,
        route_said=route.said if route else batch.route_said,
        through=route.through if route else "",
        sent_up_by=batch.sent_up_by,
        sent_up_at=batch.sent_up_at,
        superior=batch.superior.name if batch.superior else "",
        version=batch.version,
        asked=asked,
        other_papers=tuple(p for p in attached if p.kind not in ASKED_WITH_EVERY_LIST),
    )


def missing_kinds(batch: Batch) -> list[PaperKind]:
    """Return the asked papers that are neither attached nor explained; malware is no paper."""
    attached = set(
        Attachment.objects.filter(batch=batch, nomination=None)
        .exclude(scan=Scan.INFECTED)
        .values_list("kind", flat=True)
    )
    explained = set(MissingPaper.objects.filter(batch=batch).values_list("kind", flat=True))
    return [kind for kind in ASKED_WITH_EVERY_LIST if kind.value not in attached | explained]


def saved_as(upload: Upload) -> str | None:
    """Return the reference of the list that this upload became, if it did."""
    return Batch.objects.filter(upload=upload).values_list("ref", flat=True).first()


def _counted(batches: QuerySet[Batch]) -> QuerySet[Batch]:
    live = ~Q(nominations__state=State.WITHDRAWN)

    def of(subject: Subject) -> Q:
        return Q(nominations__subject=subject)

    def count(*states: State) -> Count:
        return Count("nominations", filter=Q(nominations__state__in=states))

    return batches.select_related("unit", "round").annotate(
        rows=Count("nominations", filter=live),
        open_rows=count(State.SUBMITTED, State.CHECKED, State.OVERRULING),
        returned_rows=count(State.RETURNED),
        submitted_rows=count(State.SUBMITTED),
        appraised_rows=count(State.APPRAISED),
        live_rows=Count("nominations", filter=~Q(nominations__state__in=OVER)),
        collective_rows=Count("nominations", filter=live & of(Subject.COLLECTIVE)),
        household_rows=Count("nominations", filter=live & of(Subject.HOUSEHOLD)),
    )


def counted_rows(batches: QuerySet[Batch]) -> list[BatchRow]:
    """Return the lists of a query, in its order, with how many rows of each are where."""
    return _rows(list(_counted(batches)))


def _rows(batches: Sequence[Batch]) -> list[BatchRow]:
    due = due_days(batches)
    elsewhere = gathered_counts([b.pk for b in batches if b.state == BatchState.AT_SUPERIOR])
    return [_row(batch, due[batch.pk], elsewhere.get(batch.pk, {})) for batch in batches]


def _row(batch: Batch, due_on: date, elsewhere: Mapping[str, int]) -> BatchRow:
    """Return a list; `elsewhere` counts its rows that a superior gathered."""
    counts = {name: getattr(batch, name) + elsewhere.get(name, 0) for name in COUNTED}
    return BatchRow(
        ref=batch.ref,
        round_title=batch.round.title,
        submit_by=due_on,
        ballot_by=batch.round.ballot_by,
        unit_name=batch.unit.name,
        unit_ref=batch.unit.ref,
        state=batch.state,
        state_name=BATCH_STATE_NAMES[BatchState(batch.state)],
        holder=batch.holder,
        holder_ref=batch.holder_ref,
        held_since=batch.held_since,
        reference=batch.reference,
        received_on=batch.received_on,
        is_late=batch.is_late,
        waits_for_acceptance=batch.waits_for_acceptance,
        gathered_rows=elsewhere.get("rows", 0),
        version=batch.version,
        **counts,
    )
