"""Reading agendas: their points with their rows, and what waits to be put on one."""

from dataclasses import dataclass
from datetime import date

from bangvang.council.models import AgendaItem, AgendaKind, AgendaRow, Session
from bangvang.council.states import BALLOT_STATE_NAMES, BallotState
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.law import award_name
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.nominations import NominationRow, nominations_for, rows_of
from bangvang.nominations.states import State


@dataclass(frozen=True)
class AgendaItemRow:
    """One point of the agenda; a ballot item has an award, its rows and perhaps its ballot."""

    ref: str
    order: int
    kind: str
    title: str
    award_code: str
    achievement_year: int | None
    notes: str
    rows: tuple[NominationRow, ...]
    ballot_ref: str
    ballot_state: str
    ballot_state_name: str

    @property
    def is_ballot(self) -> bool:
        """Whether it is balloted on."""
        return self.kind == AgendaKind.BALLOT


@dataclass(frozen=True)
class ReadyList:
    """Rows of one award and year that the office released and no agenda holds."""

    award_code: str
    award_name: str
    achievement_year: int
    rows: int
    units: tuple[str, ...]
    ballot_by: date


def agenda_of(session: Session) -> tuple[AgendaItemRow, ...]:
    """Return the agenda in order, with the rows of every ballot item, in three queries."""
    items = AgendaItem.objects.filter(session=session).select_related("ballot")
    on_agenda = AgendaRow.objects.filter(item__session=session).order_by("order", "pk")
    places = list(on_agenda.values_list("item_id", "nomination_id"))
    wanted = Nomination.objects.filter(pk__in=[n for _, n in places])
    by_id = dict(
        zip(
            wanted.order_by("pk").values_list("pk", flat=True),
            rows_of(wanted.order_by("pk")),
            strict=True,
        )
    )
    return tuple(
        _item(item, tuple(by_id[n] for i, n in places if i == item.pk))
        for item in items.order_by("order", "pk")
    )


def ready_lists(actor: Actor, *, on: date) -> list[ReadyList]:
    """Return what the secretary can put on an agenda, by award and year.

    `on` decides what an award is called.
    """
    if not actor.has(Role.SECRETARY):
        return []
    groups: dict[tuple[str, int], list[NominationRow]] = {}
    for row in nominations_for(actor, states=(State.READY,)):
        groups.setdefault((row.award_code, row.achievement_year), []).append(row)
    return [
        ReadyList(
            award_code=code,
            award_name=award_name(code, on),
            achievement_year=year,
            rows=len(rows),
            units=tuple(sorted({row.nominating_unit for row in rows})),
            ballot_by=min(row.ballot_by for row in rows),
        )
        for (code, year), rows in sorted(groups.items())
    ]


def item_of(session: Session, item_ref: str) -> AgendaItem:
    """Return a point of a session's agenda to act on.

    Raises:
        Unseen: the session has no such point.
    """
    item = AgendaItem.objects.filter(session=session, ref=item_ref).first()
    if item is None:
        raise Unseen
    return item


def _item(item: AgendaItem, rows: tuple[NominationRow, ...]) -> AgendaItemRow:
    ballot = getattr(item, "ballot", None)
    state = BallotState(ballot.state) if ballot else None
    return AgendaItemRow(
        ref=item.ref,
        order=item.order,
        kind=item.kind,
        title=item.title,
        award_code=item.award_code,
        achievement_year=item.achievement_year,
        notes=item.notes,
        rows=rows,
        ballot_ref=ballot.ref if ballot else "",
        ballot_state=state.value if state else "",
        ballot_state_name=BALLOT_STATE_NAMES[state] if state else "",
    )
