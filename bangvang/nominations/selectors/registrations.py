"""Reading registrations: a unit its own and those below it, the office and the inspector all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.law import AwardClass, Subject, award_name, catalogue, catalogue_on
from bangvang.nominations.models import RegisteredTitle, Registration, RegistrationYear
from bangvang.nominations.permissions.registrations import objection_to_answering
from bangvang.nominations.states import (
    REGISTRATION_STATE_NAMES,
    RegistrationMove,
    RegistrationState,
)
from bangvang.registry.models import Organisation

EVERYTHING = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)
READERS = (*EVERYTHING, Role.UNIT_OFFICER, Role.UNIT_HEAD)
NOMINATING = ("DEPARTMENT", "COMMUNE", "ASSOCIATION", "ENTERPRISE")
NOT_SENT = "Chưa nộp"


@dataclass(frozen=True)
class YearSeen:
    """A year for which units register."""

    ref: str
    year: int
    submit_by: date
    version: int


@dataclass(frozen=True)
class TitleSeen:
    """One title that somebody strives for."""

    ref: str
    subject: Subject
    name: str
    holder_ref: str
    award_code: str
    award_name: str


@dataclass(frozen=True)
class RegistrationSeen:
    """One unit's registration with its titles; `may_*` for whoever reads it now."""

    ref: str
    year: YearSeen
    unit_ref: str
    unit_name: str
    state: RegistrationState
    state_name: str
    titles: tuple[TitleSeen, ...]
    submitted_by: str
    submitted_at: datetime | None
    decided_by: str
    decided_at: datetime | None
    reason: str
    version: int
    may_approve: bool
    may_return: bool

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many strive for each title, in the order of their names."""
        return sorted(Counter(title.award_name for title in self.titles).items())


@dataclass(frozen=True)
class UnitStatus:
    """Where one unit is: without a registration, not sent."""

    unit_ref: str
    unit_name: str
    state: RegistrationState
    state_name: str
    registration_ref: str
    counts: Mapping[str, int]
    submitted_at: datetime | None


def registration_years(actor: Actor) -> list[YearSeen]:
    """Return the years, newest first; none to whoever may not read them."""
    if not actor.has(*READERS):
        return []
    return [_year(one) for one in RegistrationYear.objects.order_by("-year")]


def year_for(actor: Actor, ref: str, *, lock: bool = False) -> RegistrationYear:
    """Return the record.

    Raises:
        Unseen: there is none for this actor.
    """
    rows = RegistrationYear.objects.filter(ref=ref)
    found = (rows.select_for_update() if lock else rows).first() if actor.has(*READERS) else None
    if found is None:
        raise Unseen
    return found


def year_seen(actor: Actor, ref: str) -> YearSeen:
    """Return one year.

    Raises:
        Unseen: there is none for this actor.
    """
    return _year(year_for(actor, ref))


def registration_for(actor: Actor, ref: str, *, lock: bool = False) -> Registration:
    """Return the record.

    Raises:
        Unseen: there is none, or it is not this actor's to read.
    """
    rows = _visible(actor).filter(ref=ref)
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise Unseen
    return found


def registration_seen(actor: Actor, ref: str) -> RegistrationSeen:
    """Return one registration with its titles.

    Raises:
        Unseen: there is none, or it is not this actor's to read.
    """
    return _seen(actor, registration_for(actor, ref))


def own_registration(actor: Actor, year_ref: str) -> RegistrationSeen | None:
    """Return what the actor's own unit registers for the year, if it has begun."""
    found = _visible(actor).filter(year__ref=year_ref, unit__ref=actor.organisation_ref).first()
    return _seen(actor, found) if found else None


def registrations_below(actor: Actor, year_ref: str) -> list[RegistrationSeen]:
    """Return what bodies right below the actor's unit have handed in, by name."""
    rows = _visible(actor).filter(year__ref=year_ref).exclude(unit__ref=actor.organisation_ref)
    handed = rows.exclude(state=RegistrationState.DRAFT).order_by("unit__sort_key", "pk")
    return [_seen(actor, one) for one in handed]


def registrations_waiting(actor: Actor) -> list[RegistrationSeen]:
    """Return what was handed in and waits for an answer, the earliest first."""
    rows = _visible(actor).filter(state=RegistrationState.SUBMITTED)
    return [_seen(actor, one) for one in rows.order_by("submitted_at", "pk")]


def consolidated(actor: Actor, year_ref: str, *, on: date) -> list[UnitStatus]:
    """Return every unit that nominates, and every other that registered, and where it is.

    What is not handed in shows no titles: it is the unit's own to change still.

    Raises:
        Unseen: no such year, or this actor does not read all units.
    """
    if not actor.has(*EVERYTHING):
        raise Unseen
    year = year_for(actor, year_ref)
    begun = {
        one.unit_id: one for one in Registration.objects.filter(year=year).select_related("unit")
    }
    stands = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))
    units = Organisation.objects.filter((stands & Q(kind__in=NOMINATING)) | Q(pk__in=begun))
    counts = _counts(one.pk for one in begun.values() if one.state != RegistrationState.DRAFT)
    return [_status(unit, begun.get(unit.pk), counts) for unit in units.order_by("sort_key", "pk")]


def titles_of(actor: Actor, year_ref: str) -> list[tuple[str, TitleSeen]]:
    """Return every title of the approved registrations with the unit's name.

    Raises:
        Unseen: no such year for this actor.
    """
    year = year_for(actor, year_ref)
    rows = RegisteredTitle.objects.filter(
        registration__in=_visible(actor).filter(year=year, state=RegistrationState.APPROVED)
    ).select_related("registration__unit", "person", "body")
    on = day_of(year.year)
    ordered = rows.order_by("registration__unit__sort_key", "award_code", "sort_key", "pk")
    return [(row.registration.unit.name, _title(row, on)) for row in ordered]


def titles_on(year: int) -> list[tuple[str, str, tuple[Subject, ...]]]:
    """Return code, name and subjects of the titles of emulation that exist in a year."""
    return [
        (line.award.code, line.name, line.award.subjects)
        for line in catalogue_on(day_of(year))
        if line.award.award_class is AwardClass.TITLE
    ]


def day_of(year: int) -> date:
    """Return the day whose names of titles hold for a year."""
    return date(year, 1, 1)


def _visible(actor: Actor) -> QuerySet[Registration]:
    found = Registration.objects.select_related("year", "unit__parent")
    if actor.has(*EVERYTHING):
        return found
    if actor.has(Role.UNIT_HEAD):
        ref = actor.organisation_ref
        return found.filter(
            Q(unit__ref=ref) | (Q(unit__parent__ref=ref) & ~Q(state=RegistrationState.DRAFT))
        )
    if actor.has(Role.UNIT_OFFICER):
        return found.filter(unit__ref=actor.organisation_ref)
    return found.none()


def _counts(registrations: Iterable[int]) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {}
    rows = RegisteredTitle.objects.filter(registration__in=list(registrations))
    for registration, code in rows.values_list("registration", "award_code"):
        found.setdefault(registration, Counter())[code] += 1
    return found


def _status(
    unit: Organisation, one: Registration | None, counts: Mapping[int, Counter[str]]
) -> UnitStatus:
    state = RegistrationState(one.state) if one else RegistrationState.DRAFT
    is_sent = one is not None and state is not RegistrationState.DRAFT
    return UnitStatus(
        unit_ref=unit.ref,
        unit_name=unit.name,
        state=state,
        state_name=REGISTRATION_STATE_NAMES[state],
        registration_ref=one.ref if one and is_sent else "",
        counts=counts.get(one.pk, Counter()) if one else {},
        submitted_at=one.submitted_at if one and is_sent else None,
    )


def _year(one: RegistrationYear) -> YearSeen:
    return YearSeen(one.ref, one.year, one.submit_by, one.version)


def _seen(actor: Actor, one: Registration) -> RegistrationSeen:
    state = RegistrationState(one.state)
    titles = RegisteredTitle.objects.filter(registration=one).select_related("person", "body")
    on = day_of(one.year.year)
    return RegistrationSeen(
        ref=one.ref,
        year=_year(one.year),
        unit_ref=one.unit.ref,
        unit_name=one.unit.name,
        state=state,
        state_name=REGISTRATION_STATE_NAMES[state],
        titles=tuple(_title(row, on) for row in _ordered(titles)),
        submitted_by=one.submitted_by_name,
        submitted_at=one.submitted_at,
        decided_by=one.decided_by_name,
        decided_at=one.decided_at,
        reason=one.reason,
        version=one.version,
        may_approve=objection_to_answering(actor, one, RegistrationMove.APPROVE) is None,
        may_return=objection_to_answering(actor, one, RegistrationMove.RETURN) is None,
    )


def _ordered(rows: QuerySet[RegisteredTitle]) -> Sequence[RegisteredTitle]:
    places = {code: place for place, code in enumerate(catalogue())}
    return sorted(rows, key=lambda row: (places[row.award_code], row.sort_key, row.pk))


def _title(row: RegisteredTitle, on: date) -> TitleSeen:
    holder = row.person or row.body
    return TitleSeen(
        ref=row.ref,
        subject=Subject(row.subject),
        name=row.name,
        holder_ref=holder.ref if holder else "",
        award_code=row.award_code,
        award_name=award_name(row.award_code, on),
    )
