"""Reading discoveries: the office and the inspector all, a head what was sent to the own unit.

Who reported is read nowhere here: only whether somebody left a name, and that only for the office.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.nominations.models import Discovery, Reporter
from bangvang.nominations.states import (
    DISCOVERY_STATE_NAMES,
    AsideWhy,
    DiscoveryAnswer,
    DiscoveryState,
)
from bangvang.registry.selectors.identity import seals

OFFICE = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)


@dataclass(frozen=True)
class DiscoveryRow:
    """One discovery in a list."""

    ref: str
    said: str
    name: str
    where: str
    received_at: datetime
    state: DiscoveryState
    state_name: str
    unit_name: str
    due_on: date | None
    version: int


@dataclass(frozen=True)
class DiscoveryPage:
    """One discovery as its page shows it; `has_reporter` is False for whoever may not know."""

    row: DiscoveryRow
    happened_on: date | None
    story: str
    place_ref: str
    file: KeptFile | None
    has_reporter: bool
    ending: str
    words: str
    ended_by: str
    ended_at: datetime | None


@dataclass(frozen=True)
class DiscoveryPublic:
    """What whoever reported it reads: how far it is, nothing of anybody."""

    said: str
    received_on: date
    state: DiscoveryState
    unit_name: str
    due_on: date | None
    ending: str


def discoveries_for(actor: Actor, *, state: DiscoveryState | None = None) -> list[DiscoveryRow]:
    """Return what this actor may read, newest first; only of one state if it is given."""
    found = _visible(actor).order_by("-year", "-number")
    if state is not None:
        found = found.filter(state=state)
    return [_row(one) for one in found]


def discovery_for(actor: Actor, ref: str, *, lock: bool = False) -> Discovery:
    """Return the record.

    Raises:
        Unseen: there is none, or this actor may not read it.
    """
    named = _visible(actor).filter(ref=ref)
    found = (named.select_for_update(of=("self",)) if lock else named).first()
    if found is None:
        raise Unseen
    return found


def discovery_page(actor: Actor, ref: str) -> DiscoveryPage:
    """Return one discovery as its page shows it.

    Raises:
        Unseen: there is none, or this actor may not read it.
    """
    one = discovery_for(actor, ref)
    knows = actor.has(*OFFICE) and Reporter.objects.filter(discovery=one).exists()
    return DiscoveryPage(
        row=_row(one),
        happened_on=one.happened_on,
        story=one.story,
        place_ref=one.place.ref if one.place else "",
        file=file_card(one.file) if one.file else None,
        has_reporter=knows,
        ending=_ending(one),
        words=one.words,
        ended_by=one.ended_by,
        ended_at=one.ended_at,
    )


def followed(said: str, code: str) -> DiscoveryPublic:
    """Return how far a discovery is, for whoever holds its number and its code.

    Raises:
        Unseen: number and code do not belong together.
    """
    found = (
        Discovery.objects.filter(code_digest=digest_of_code(code)).select_related("sent_to").first()
    )
    if found is None or found.said != said:
        raise Unseen
    return DiscoveryPublic(
        said=found.said,
        received_on=localtime(found.received_at).date(),
        state=DiscoveryState(found.state),
        unit_name=found.sent_to.name if found.sent_to else "",
        due_on=found.due_on,
        ending=_ending(found),
    )


def digest_of_code(code: str) -> str:
    """Return what is kept of a code."""
    return salted_hmac(
        "bangvang-discovery-kept", code, secret=settings.IDENTITY_KEY, algorithm="sha256"
    ).hexdigest()


def reporters_sealed_with_other_keys() -> int:
    """Return how many reporters are not sealed with the current key."""
    return Reporter.objects.exclude(key_id=seals().current).count()


def names_of_keys_of_reporters() -> list[str]:
    """Return the names of the keys that reporters are sealed with."""
    return list(Reporter.objects.order_by("key_id").values_list("key_id", flat=True).distinct())


def _visible(actor: Actor) -> QuerySet[Discovery]:
    found = Discovery.objects.select_related("place", "sent_to", "file")
    if actor.has(*OFFICE):
        return found
    if actor.has(Role.UNIT_HEAD):
        return found.filter(sent_to__ref=actor.organisation_ref)
    return found.none()


def _row(one: Discovery) -> DiscoveryRow:
    where = ", ".join(filter(None, (one.place_text, one.place.name if one.place else "")))
    return DiscoveryRow(
        ref=one.ref,
        said=one.said,
        name=one.name,
        where=where,
        received_at=one.received_at,
        state=DiscoveryState(one.state),
        state_name=DISCOVERY_STATE_NAMES[DiscoveryState(one.state)],
        unit_name=one.sent_to.name if one.sent_to else "",
        due_on=one.due_on,
        version=one.version,
    )


def _ending(one: Discovery) -> str:
    if one.answer:
        return str(DiscoveryAnswer(one.answer).label)
    return str(AsideWhy(one.aside_why).label) if one.aside_why else ""
