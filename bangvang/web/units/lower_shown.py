"""How a superior's pages say what lower units sent up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from bangvang.foundation.actor import Actor
from bangvang.nominations.selectors.batches import batches_for
from bangvang.nominations.selectors.nominations import NominationRow, nominations_for
from bangvang.nominations.states import BatchState, State
from bangvang.web.components import pieces
from bangvang.web.findings import answer_shown
from bangvang.web.nominations import award_called, state_chip
from bangvang.web.shares import answers_of
from bangvang.web.units.told import untold_rows

NOT_TOLD = "Sổ không ghi người này ở đơn vị mình; cơ quan thường trực đối chiếu."


@dataclass(frozen=True)
class LowerRow:
    """One row of a lower list: what it proposes, what the law says, where it is now."""

    row: NominationRow
    number: int
    award: str
    answer: pieces.Answer | None
    sentence: str
    chip: pieces.Answer
    waits: bool

    @property
    def tick(self) -> str:
        """What a form sends for it."""
        return f"{self.row.ref}:{self.row.version}"


def lower_rows(actor: Actor, rows: Sequence[NominationRow], *, today: date) -> list[LowerRow]:
    """Return the rows in the order of their own list, with what the law of today says of each.

    Of whom the register has outside the superior's own bodies nothing is told.
    """
    untold = untold_rows(actor, rows)
    waiting = [row for row in rows if row.state in (State.SENT_UP, State.GATHERED)]
    told = answers_of([row for row in waiting if row.ref not in untold], today, outside=True)
    found = []
    for row in sorted(rows, key=number_of):
        appraisal = told.get(row.ref)
        answer = answer_shown(appraisal.answer, appraisal.reasons) if appraisal else None
        said = appraisal.deciding().sentence if appraisal else ""
        if row.ref in untold and row.state == State.SENT_UP:
            said = NOT_TOLD
        found.append(
            LowerRow(
                row,
                number_of(row),
                award_called(row, today),
                answer,
                said,
                state_chip(row),
                row.state == State.SENT_UP,
            )
        )
    return found


def number_of(row: NominationRow) -> int:
    """Return the number of a row in the list of the unit that proposed it."""
    return row.origin_row or row.source_row


@dataclass(frozen=True)
class StandingTo:
    """What a row is to the unit that reads it, and where its lists are.

    `works_on`: the row is the unit's own, or in its list. `is_in_own_list`: its head speaks for it.
    `of_before` and `of_lower` name whose row it is otherwise: of a unit that merged into the
    reader's, or of one below it, whose row can be given back at `return_href`.
    """

    works_on: bool
    is_in_own_list: bool
    of_before: str
    of_lower: str
    batch_href: str
    origin_href: str
    return_href: str


def standing_to(actor: Actor, row: NominationRow) -> StandingTo:
    """Return what a row is to the reader's unit."""
    own = actor.organisation_ref
    in_own, is_origin = row.nominating_unit_ref == own, row.origin_unit_ref == own
    waits = row.state in (State.SENT_UP, State.SENT_BACK) and not in_own
    is_lower = waits or (in_own and bool(row.origin_ref))
    may_return = (in_own and row.state == State.GATHERED) or (waits and row.state == State.SENT_UP)
    lower_ref = row.origin_ref or (row.batch_ref if waits else "")
    list_href = reverse("units:lower_list" if waits else "units:batch", args=[row.batch_ref])
    return StandingTo(
        works_on=in_own or is_origin,
        is_in_own_list=in_own,
        of_before="" if in_own or is_origin or waits else row.proposed_by,
        of_lower=row.proposed_by if is_lower else "",
        batch_href="" if is_origin else list_href,
        origin_href=_origin_href(lower_ref, is_origin=is_origin, in_own=in_own),
        return_href=reverse("units:return_lower_row", args=[row.ref]) if may_return else "",
    )


def _origin_href(ref: str, *, is_origin: bool, in_own: bool) -> str:
    if is_origin:
        return reverse("units:batch", args=[ref])
    return reverse("units:lower_list", args=[ref]) if in_own and ref else ""


def rows_of_list(actor: Actor, batch_ref: str) -> list[NominationRow]:
    """Return the rows of a list; those that a superior gathered as the list itself has them."""
    rows = nominations_for(actor, batch_ref=batch_ref)
    return [row if row.batch_ref == batch_ref else _as_of_origin(row) for row in rows]


def _as_of_origin(row: NominationRow) -> NominationRow:
    return replace(
        row,
        nominating_unit=row.origin_unit,
        nominating_unit_ref=row.origin_unit_ref,
        source_row=row.origin_row,
    )


def drafts_of(actor: Actor, round_title: str) -> dict[str, tuple[str, int]]:
    """Return the own drafts of a round by reference: what each is called, and its rows."""
    return {
        row.ref: (f"Bản nháp {row.counted}, {row.holder} giữ", row.version)
        for row in batches_for(actor, states=(BatchState.DRAFT,))
        if row.round_title == round_title and row.unit_ref == actor.organisation_ref
    }
