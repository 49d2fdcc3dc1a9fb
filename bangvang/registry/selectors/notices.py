"""Reading notices: the standing office and the inspector see all, nobody else any."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import ListTopic, Notice
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.states import HolderKind


@dataclass(frozen=True)
class NoticeSeen:
    """A notice as the office's pages show it, with the row of the file it came from."""

    pk: int
    ref: str
    topic_name: str
    matter: str
    about_on: date | None
    paper_no: str
    paper_on: date
    paper_by: str
    recorded_by: str
    recorded_at: datetime
    withdrawn_reason: str
    withdrawn_by: str
    withdrawn_at: datetime | None
    version: int
    list_ref: str
    file_name: str
    sheet: str
    sheet_no: int
    row: int
    holder: HolderKind
    holder_ref: str
    holder_name: str


def notice_visible_to(actor: Actor) -> QuerySet[Notice]:
    """Return the notices an actor may see."""
    return Notice.objects.all() if may_read_bars(actor) else Notice.objects.none()


def notice_for(actor: Actor, ref: str, *, lock: bool = False) -> Notice:
    """Return a notice to act on.

    Raises:
        Unseen: this actor has no such notice.
    """
    found = notice_visible_to(actor).filter(ref=ref)
    notice = (found.select_for_update(of=("self",)) if lock else found).first()
    if notice is None:
        raise Unseen
    return notice


def notice_seen(actor: Actor, ref: str) -> NoticeSeen:
    """Return one notice.

    Raises:
        Unseen: this actor has no such notice.
    """
    found = notices_among(actor, [notice_for(actor, ref).pk])
    return found[0]


def notices_of(actor: Actor, of: HolderKind, holder_ref: str) -> tuple[NoticeSeen, ...]:
    """Return every notice of a person or an organisation, newest first, withdrawn ones last."""
    found = notice_visible_to(actor).filter(**{f"{of}__ref": holder_ref})
    return _seen(found.order_by(F("withdrawn_at").asc(nulls_first=True), "-recorded_at", "-pk"))


def notices_among(actor: Actor, ids: Collection[int]) -> tuple[NoticeSeen, ...]:
    """Return those of these notices that an actor may see, oldest first."""
    return _seen(notice_visible_to(actor).filter(pk__in=list(ids)).order_by("pk"))


def standing_notices(person_ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Return the notices that stand of each of these people, in one query.

    For the checks of the standing office; nobody else may be told what it says.
    """
    found: dict[int, tuple[int, ...]] = {}
    rows = Notice.objects.filter(person__in=list(person_ids), withdrawn_at__isnull=True)
    for pk, person_id in rows.order_by("pk").values_list("pk", "person_id"):
        if person_id is not None:
            found[person_id] = (*found.get(person_id, ()), pk)
    return found


def _seen(notices: QuerySet[Notice]) -> tuple[NoticeSeen, ...]:
    rows = notices.select_related("row__agency_list__file", "person", "organisation")
    return tuple(_one(notice) for notice in rows)


def _one(notice: Notice) -> NoticeSeen:
    row = notice.row
    person, body = notice.person, notice.organisation
    return NoticeSeen(
        pk=notice.pk,
        ref=notice.ref,
        topic_name=str(ListTopic(notice.topic).label),
        matter=notice.matter,
        about_on=notice.about_on,
        paper_no=notice.paper_no,
        paper_on=notice.paper_on,
        paper_by=notice.paper_by,
        recorded_by=notice.recorded_by_name,
        recorded_at=notice.recorded_at,
        withdrawn_reason=notice.withdrawn_reason,
        withdrawn_by=notice.withdrawn_by_name,
        withdrawn_at=notice.withdrawn_at,
        version=notice.version,
        list_ref=row.agency_list.ref,
        file_name=row.agency_list.file.original_name,
        sheet=row.sheet,
        sheet_no=row.sheet_no,
        row=row.row,
        holder=HolderKind.PERSON if person else HolderKind.ORGANISATION,
        holder_ref=person.ref if person else body.ref if body else "",
        holder_name=person.full_name if person else body.name if body else "",
    )
