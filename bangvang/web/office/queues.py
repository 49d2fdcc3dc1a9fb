"""Going through rows one after the other: whose turn it is, how many are left, what is next.

Nothing of it is kept: the address names the rows gone through and the row that is looked at, so a
row that was passed over is simply an open row that stands before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from bangvang.appraisal.selectors.findings import JudgementSeen, last_judgements_of
from bangvang.foundation.actor import Actor, Role
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.selectors.many import BriefRow, at_the_office, brief_rows
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.states import BEFORE_OFFICE, State
from bangvang.web.components.pieces import Act
from bangvang.web.office.limits import Limit, limits_of

PARAMETER = "luot"
"""The word of the address that names the rows gone through."""
OWN = "cua-toi"
"""Instead of a list's reference: all lists that the officer holds."""
COUNTED = tuple(state for state in State if state not in BEFORE_OFFICE | {State.WITHDRAWN})


@dataclass(frozen=True)
class Way:
    """A conclusion to press beside the words: where it goes, and by which key."""

    label: str
    href: str
    key: str
    is_main: bool = False


WAYS = {
    "accept": ("Chấp nhận, sang dòng tiếp", "c"),
    "overrule": ("Trình Trưởng phòng, sang dòng tiếp", "c"),
    "confirm_overrule": ("Đồng ý, sang dòng tiếp", "c"),
    "return_row": ("Trả lại, sang dòng tiếp", "t"),
    "reject_overrule": ("Không đồng ý, sang dòng tiếp", "t"),
    "decline": ("Dừng xét, sang dòng tiếp", "x"),
}
"""The acts that conclude a row, by the name of their address: the button's words and its key."""


@dataclass(frozen=True)
class Place:
    """Where a row stands: its number, of how many, and what is open around it."""

    number: int
    total: int
    left: int
    passed_over: int
    before_ref: str


@dataclass(frozen=True)
class Step:
    """The next open row, nothing at the end, and the rows on the way that are not open."""

    ref: str
    on_the_way: tuple[BriefRow, ...]


@dataclass(frozen=True)
class Queue:
    """Rows in an order that does not change while somebody goes through them."""

    scope: str
    rows: tuple[BriefRow, ...]
    open_refs: frozenset[str]

    def place_of(self, ref: str) -> Place | None:
        """Return where a row stands, nothing if it is none of these."""
        refs = [row.ref for row in self.rows]
        if ref not in refs:
            return None
        at = refs.index(ref)
        passed_over = sum(one in self.open_refs for one in refs[:at])
        before = refs[at - 1] if at else ""
        return Place(at + 1, len(refs), len(self.open_refs), passed_over, before)

    def step_from(self, ref: str) -> Step:
        """Return the first open row after this one; from the beginning if it is none of these."""
        refs = [row.ref for row in self.rows]
        start = refs.index(ref) + 1 if ref in refs else 0
        for at, one in enumerate(refs[start:], start):
            if one in self.open_refs:
                return Step(one, self.rows[start:at])
        return Step("", self.rows[start:])


def queue_of(actor: Actor, scope: str) -> Queue:
    """Return the rows of a list, or all that the actor holds by their limit, then by their sheet.

    Raises:
        Unseen: this actor has no such list.
    """
    if scope == OWN:
        rows = brief_rows(actor, states=COUNTED, held_by=actor)
        limits = limits_of(at_the_office(actor))
        rows.sort(key=lambda row: _due(row, limits.get(row.batch_ref)))
    else:
        batch_for(actor, scope)
        rows = brief_rows(actor, states=COUNTED, batch_ref=scope)
    waiting = [row for row in rows if _is_open(row, actor)]
    mine = [row for row in waiting if scope != OWN or row.holder == actor.name]
    return Queue(scope, tuple(rows), frozenset(row.ref for row in mine))


def queue_address(scope: str, *, after: str = "") -> str:
    """Return the address that leads to the next open row."""
    address = reverse("office:go_on", args=[scope])
    return f"{address}?{urlencode({'sau': after})}" if after else address


def in_queue(href: str, scope: str) -> str:
    """Return an address of a row that keeps whose turn it is."""
    return f"{href}?{urlencode({PARAMETER: scope})}" if scope else href


def ways_among(
    acts: Sequence[Act], ref: str, scope: str
) -> tuple[tuple[Way, ...], tuple[Act, ...]]:
    """Divide the acts of a row: what concludes it stands at the words, the others where they do."""
    names = {reverse(f"office:{name}", args=[ref]): name for name in WAYS}
    ways = tuple(
        Way(WAYS[name][0], in_queue(act.href, scope), WAYS[name][1], act.is_main)
        for act in acts
        if (name := names.get(act.href))
    )
    others = tuple(
        replace(act, href=in_queue(act.href, scope)) for act in acts if act.href not in names
    )
    return ways, others


def by_others(
    actor: Actor, rows: Sequence[BriefRow | NominationRow]
) -> list[tuple[str, JudgementSeen]]:
    """Return the rows that somebody else concluded last, by name, in their order."""
    last = last_judgements_of(row.ref for row in rows)
    return [
        (row.name, last[row.ref])
        for row in rows
        if row.ref in last and last[row.ref].by_ref != actor.account_ref
    ]


def meanwhile(actor: Actor, row: BriefRow | NominationRow) -> JudgementSeen | None:
    """Return what somebody else concluded of a row that is not open any more."""
    found = by_others(actor, [row]) if not _is_open(row, actor) else []
    return found[0][1] if found else None


def _due(row: BriefRow | NominationRow, limit: Limit | None) -> date:
    return min(row.ballot_by, limit.due_on) if limit else row.ballot_by


def _is_open(row: BriefRow | NominationRow, actor: Actor) -> bool:
    is_heads = row.state == State.OVERRULING and actor.has(Role.OFFICE_HEAD)
    return row.state == State.CHECKED or is_heads
