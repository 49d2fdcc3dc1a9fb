"""Reading postings: where somebody worked, as what, and to which class they belonged on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import DateField, DateTimeField, F, Q, QuerySet, Value

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import PersonMoved, Posting
from bangvang.registry.models.postings import SubjectClass
from bangvang.registry.permissions import may_read_bars

_POSTING = (
    "ref", "person__ref", "person__full_name", "unit__ref", "unit__name", "position",
    "subject_class", "since", "until", "source", "end_source", "recorded_by_name", "recorded_at",
    "withdrawn_reason", "withdrawn_by_name", "withdrawn_at", "version",
    "listed_in__posting_list__ref", "listed_in__posting_list__file__original_name",
    "listed_in__sheet", "listed_in__row",
)  # fmt: skip
"""What `PostingSeen` is made of, in its order."""
_NOTHING = Value("")
_LEFT = (
    _NOTHING, _NOTHING, _NOTHING, "came_from__ref", "came_from__name", _NOTHING,
    _NOTHING, Value(None, DateField()), "event__on", "event__decision_no", _NOTHING, _NOTHING,
    "event__recorded_at", _NOTHING, _NOTHING, Value(None, DateTimeField()), Value(0),
    _NOTHING, _NOTHING, _NOTHING, Value(0),
)  # fmt: skip
"""The same of a unit that ended with somebody in it, as far as there is something."""

CLASS_NAMES = {one.value: str(one.label) for one in SubjectClass}


@dataclass(frozen=True)
class PostingSeen:
    """A posting as pages show it; `person_ref` is whose it is.

    `list_ref` and what follows tell the row of a list that it came from, nothing without one.
    """

    ref: str
    person_ref: str
    person_name: str
    unit_ref: str
    unit_name: str
    position: str
    subject_class: str
    since: date | None
    until: date | None
    source: str
    end_source: str
    recorded_by: str
    recorded_at: datetime
    withdrawn_reason: str
    withdrawn_by: str
    withdrawn_at: datetime | None
    version: int
    list_ref: str | None = None
    file_name: str | None = None
    sheet: str | None = None
    row: int | None = None

    @property
    def class_name(self) -> str:
        """The class in words."""
        return CLASS_NAMES.get(self.subject_class, "")

    def holds_on(self, on: date) -> bool:
        """Tell whether it counts on a day."""
        if self.withdrawn_at is not None:
            return False
        began = self.since is None or self.since <= on
        return began and (self.until is None or on < self.until)


@dataclass(frozen=True)
class UnitLeft:
    """A unit that somebody was in until it ended, and the day from which the heir counts."""

    unit_ref: str
    unit_name: str
    until: date
    decision_no: str


def postings_of(actor: Actor, person_ref: str) -> tuple[PostingSeen, ...]:
    """Return a person's postings, newest first, withdrawn ones last; one query.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    return postings_and_units_left(actor, person_ref)[0]


def units_left(actor: Actor, person_ref: str) -> tuple[UnitLeft, ...]:
    """Return the units that ended with the person in them, newest first; one query.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    return postings_and_units_left(actor, person_ref)[1]


def postings_and_units_left(
    actor: Actor, person_ref: str
) -> tuple[tuple[PostingSeen, ...], tuple[UnitLeft, ...]]:
    """Return both of the above by one query.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    if not may_read_bars(actor):
        raise Unseen
    postings = Posting.objects.filter(person__ref=person_ref)
    moved = PersonMoved.objects.filter(person__ref=person_ref, event__withdrawn_at__isnull=True)
    both = (
        part.order_by().values_list(Value(what), "pk", *columns)
        for part, what, columns in ((postings, "POSTING", _POSTING), (moved, "LEFT", _LEFT))
    )
    posted: list[tuple[PostingSeen, int]] = []
    left: list[tuple[PostingSeen, int]] = []
    for what, pk, *row in next(both).union(*both, all=True):
        seen = PostingSeen(*row)
        (posted if what == "POSTING" else left).append((seen, pk))
    return (
        tuple(seen for seen, _ in sorted(posted, key=_newest_first)),
        tuple(
            UnitLeft(seen.unit_ref, seen.unit_name, seen.until or date.max, seen.source)
            for seen, _ in sorted(left, key=_newest_first)
        ),
    )


def _newest_first(row: tuple[PostingSeen, int]) -> tuple[object, ...]:
    """Sort what goes on first, then what ended last; withdrawn ones behind, as they were."""
    seen, pk = row
    return (
        seen.withdrawn_at is not None,
        seen.withdrawn_at.timestamp() if seen.withdrawn_at else 0,
        seen.until is not None,
        -(seen.until or date.max).toordinal(),
        -(seen.since or date.min).toordinal(),
        -pk,
    )


def posting_for(actor: Actor, person_ref: str, ref: str, *, lock: bool = False) -> Posting:
    """Return one posting of just this person, locked on demand.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    if not may_read_bars(actor):
        raise Unseen
    found = Posting.objects.filter(person__ref=person_ref, ref=ref).select_related("unit", "person")
    posting = (found.select_for_update(of=("self",)) if lock else found).first()
    if posting is None:
        raise Unseen
    return posting


def posting_seen(actor: Actor, person_ref: str, ref: str) -> PostingSeen:
    """Return one posting of just this person as pages show it.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    return _seen(posting_for(actor, person_ref, ref))


def postings_on(person_ref: str, on: date) -> tuple[PostingSeen, ...]:
    """Return what the register says of somebody on a day, for who appraises a file of theirs."""
    found = _read(Posting.objects.filter(standing_on(on), person__ref=person_ref))
    return tuple(_seen(row) for row in found.order_by(F("since").desc(nulls_last=True), "-pk"))


def people_of_class(subject_class: str, on: date) -> QuerySet[Posting]:
    """Return the postings by which people belong to a class on a day."""
    return Posting.objects.filter(standing_on(on), subject_class=subject_class)


def standing_on(on: date) -> Q:
    """Return the condition of postings that count on a day."""
    return (
        Q(withdrawn_at__isnull=True)
        & (Q(since__isnull=True) | Q(since__lte=on))
        & (Q(until__isnull=True) | Q(until__gt=on))
    )


def _read(found: QuerySet[Posting]) -> QuerySet[Posting]:
    return found.select_related("unit", "person")


def _seen(row: Posting) -> PostingSeen:
    return PostingSeen(
        ref=row.ref,
        person_ref=row.person.ref,
        person_name=row.person.full_name,
        unit_ref=row.unit.ref,
        unit_name=row.unit.name,
        position=row.position,
        subject_class=row.subject_class,
        since=row.since,
        until=row.until,
        source=row.source,
        end_source=row.end_source,
        recorded_by=row.recorded_by_name,
        recorded_at=row.recorded_at,
        withdrawn_reason=row.withdrawn_reason,
        withdrawn_by=row.withdrawn_by_name,
        withdrawn_at=row.withdrawn_at,
        version=row.version,
    )


def classes_among(postings: Iterable[PostingSeen]) -> frozenset[str]:
    """Return the classes that some postings name."""
    return frozenset(one.subject_class for one in postings if one.subject_class)
