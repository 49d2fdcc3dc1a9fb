"""What a notice says now, to whoever it was made for, as that person may see it now.

Nothing is kept that could become untrue: names, states and days are read through the selectors
of the stages, in the name of the person. What this person may no longer see is not named.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet
from django.utils.timezone import localtime

from bangvang.council.selectors.sessions import SessionRow, sessions_for
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.models import Batch
from bangvang.nominations.selectors import batches, nominations
from bangvang.nominations.selectors.discoveries import DiscoveryRow, discoveries_for
from bangvang.nominations.selectors.intake_days import due_days
from bangvang.nominations.states import BATCH_STATE_NAMES, STATE_NAMES, BatchState, State
from bangvang.notifications.models import Notification
from bangvang.notifications.states import ABOUT, About, Kind

LISTS = (About.UNIT_LIST, About.OFFICE_LIST)
GONE = "Việc này không còn trong phạm vi anh, chị được xem."


@dataclass(frozen=True)
class Told:
    """One notice in words; `now` is how the thing stands, empty where it is gone."""

    ref: str
    title: str
    sentence: str
    now: str
    about: About
    about_ref: str
    made_at: datetime
    is_read: bool

    @property
    def is_gone(self) -> bool:
        """Whether the person may no longer see what it is about."""
        return self.sentence == GONE


@dataclass(frozen=True)
class _Seen:
    """What the person may see now of everything the notices are about."""

    lists: Mapping[str, Batch]
    recalled: Mapping[str, Batch]
    days: Mapping[int, str]
    rows: Mapping[str, State]
    discoveries: Mapping[str, DiscoveryRow] = field(default_factory=dict)
    sessions: Mapping[str, SessionRow] = field(default_factory=dict)


def told_of(found: Sequence[Notification], actor: Actor) -> list[Told]:
    """Return what these notices say to this person now, in the order given."""
    seen = _seen(found, actor)
    return [_told(one, seen) for one in found]


def _told(one: Notification, seen: _Seen) -> Told:
    kind = Kind(one.kind)
    said = _said(one, kind, seen)
    sentence, now = said or (GONE, "")
    title = one.announcement.title if one.announcement else str(kind.label)
    about = ABOUT[kind] if said else About.NOTHING
    return Told(
        one.ref, title, sentence, now, about, one.about_ref, one.made_at, one.read_at is not None
    )


def _said(one: Notification, kind: Kind, seen: _Seen) -> tuple[str, str] | None:
    """Return the sentence and how it stands now; None if the person may not see it."""
    if one.announcement:
        return one.announcement.text, ""
    if kind is Kind.DISCOVERY:
        return _discovery(seen.discoveries.get(one.about_ref))
    if kind is Kind.SESSION_CALLED:
        return _session(seen.sessions.get(one.about_ref))
    if kind is Kind.RECALLED:
        return _recalled(seen.recalled.get(one.about_ref))
    batch = seen.lists.get(one.about_ref)
    if batch is None:
        return None
    if one.row_refs:
        return _rows(batch, one.row_refs, seen)
    return f"{_named(batch)}.", f"Hiện nay: {_standing(batch, seen)}."


def _rows(batch: Batch, refs: Collection[str], seen: _Seen) -> tuple[str, str] | None:
    states = Counter(seen.rows[ref] for ref in refs if ref in seen.rows)
    if not states:
        return None
    said = ", ".join(
        f"{count} hồ sơ «{STATE_NAMES[state]}»" for state in State if (count := states[state])
    )
    return f"{_named(batch)}: {states.total()} hồ sơ.", f"Hiện nay: {said}."


def _named(batch: Batch) -> str:
    number = f" số tiếp nhận {batch.reference}" if batch.reference else " chưa nộp"
    if batch.state == BatchState.AT_SUPERIOR:
        number = " gửi cấp trên"
    return f"Danh sách{number} của {batch.unit.name}, {batch.round.title}"


def _standing(batch: Batch, seen: _Seen) -> str:
    state = BatchState(batch.state)
    if batch.waits_for_acceptance and state is BatchState.SUBMITTED:
        return "đã nộp muộn, chờ Trưởng phòng cho ý kiến"
    named = BATCH_STATE_NAMES[state].lower()
    if state in (BatchState.DRAFT, BatchState.WITH_HEAD):
        return f"{named}, hạn nộp {seen.days[batch.pk]}"
    return named


def _recalled(batch: Batch | None) -> tuple[str, str] | None:
    if batch is None:
        return None
    said = f"{batch.unit.name} thu hồi danh sách đã nộp, {batch.round.title}."
    is_back = batch.state == BatchState.SUBMITTED
    now = f"đã nộp lại, số tiếp nhận {batch.reference}" if is_back else "ở đơn vị"
    return said, f"Hiện nay: {now}."


def _discovery(row: DiscoveryRow | None) -> tuple[str, str] | None:
    if row is None:
        return None
    due = f", trả lời trước khi hết ngày {say_date(row.due_on)}" if row.due_on else ""
    return f"Tin báo số {row.said}{due}.", f"Hiện nay: {row.state_name.lower()}."


def _session(row: SessionRow | None) -> tuple[str, str] | None:
    if row is None:
        return None
    starts = localtime(row.starts_at)
    said = f"{row.title}: {starts:%H:%M} ngày {say_date(starts.date())}, tại {row.place}."
    return said, f"Hiện nay: {row.state_name.lower()}."


def _seen(found: Sequence[Notification], actor: Actor) -> _Seen:
    kinds = {Kind(one.kind) for one in found}
    wanted = {one.about_ref for one in found if ABOUT[Kind(one.kind)] in LISTS}
    lists = _batches(batches.visible_to(actor).filter(ref__in=wanted)) if wanted else []
    due = due_days(lists)
    refs = {ref for one in found for ref in one.row_refs}
    rows = nominations.visible_to(actor).filter(ref__in=refs) if refs else None
    return _Seen(
        lists={batch.ref: batch for batch in lists},
        recalled=_taken_back(found, actor),
        days={pk: say_date(on) for pk, on in due.items()},
        rows={ref: State(state) for ref, state in rows.values_list("ref", "state")}
        if rows is not None
        else {},
        discoveries={row.ref: row for row in discoveries_for(actor)}
        if Kind.DISCOVERY in kinds
        else {},
        sessions={row.ref: row for row in sessions_for(actor)}
        if Kind.SESSION_CALLED in kinds
        else {},
    )


def _batches(found: QuerySet[Batch]) -> list[Batch]:
    return list(found.select_related("unit", "round").order_by("pk"))


def _taken_back(found: Sequence[Notification], actor: Actor) -> dict[str, Batch]:
    """Return lists the office knew and may read no more: only their unit and round are named."""
    refs = {one.about_ref for one in found if one.kind == Kind.RECALLED}
    if not refs or not actor.has(Role.OFFICE_HEAD, Role.SPECIALIST):
        return {}
    return {batch.ref: batch for batch in _batches(Batch.objects.filter(ref__in=refs))}
