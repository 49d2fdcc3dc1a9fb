"""Earlier lists of a unit, from which a new one may start, and where whom they named is now."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.selectors.nominations import NominationRow, nominations_for
from bangvang.nominations.states import BatchState, State
from bangvang.registry.models import Organisation, Person
from bangvang.registry.selectors.organisations import branch_of, organisation_named

STANDING = tuple(state for state in State if state is not State.WITHDRAWN)
"""Rows that stand on their list; a withdrawn one was taken out of it."""

NOT_IN_REGISTER = "Sổ khen thưởng chưa có người, tập thể này; đối chiếu lại theo tên."
LEFT = "Sổ không ghi ở đơn vị."
NO_LONGER = "Bản ghi trong sổ đã được gỡ; xem lại trước khi đề nghị."


@dataclass(frozen=True)
class EarlierRow:
    """A row of an earlier list; `name`, `position` and birth as the register has them today.

    Of whom the register has elsewhere by now they are as the earlier list wrote them.

    `away` says why it is not taken over unless somebody asks for it; `note` says what to look at.
    """

    row: NominationRow
    name: str
    birth_on: date | None
    birth_year: int | None
    position: str
    away: str = ""
    note: str = ""


def awards_proposed_last(actor: Actor) -> list[str]:
    """Return the award codes of the list that the unit handled last; empty if there is none."""
    newest = (
        Batch.objects.filter(unit__ref=actor.organisation_ref)
        .exclude(state=BatchState.DISCARDED)
        .order_by("-held_since", "-pk")
        .first()
    )
    rows = Nomination.objects.filter(batch=newest).exclude(state=State.WITHDRAWN)
    return list(rows.order_by().values_list("award_code", flat=True).distinct())


def earlier_rows(actor: Actor, batch_ref: str, *, on: date) -> list[EarlierRow]:
    """Return the rows that stand on a list, with where whom they name is today; five queries.

    That somebody died is recorded nowhere; who left is known as far as the register was told.
    """
    rows = nominations_for(actor, batch_ref=batch_ref, states=STANDING)
    branch = branch_of(organisation_named(actor.organisation_ref).pk)
    people = {
        person.ref: person
        for person in Person.objects.filter(
            ref__in=[row.person_ref for row in rows if row.person_ref]
        ).select_related("organisation")
    }
    bodies = {
        body.ref: body
        for body in Organisation.with_apart.filter(
            ref__in=[row.body_ref for row in rows if row.body_ref]
        )
    }
    return [
        _person(row, people.get(row.person_ref), branch, on)
        if row.is_person
        else _body(row, bodies.get(row.body_ref), branch, on)
        for row in rows
    ]


def _person(row: NominationRow, person: Person | None, branch: set[int], on: date) -> EarlierRow:
    if person is None:
        away, note = (NO_LONGER, "") if row.person_ref else ("", NOT_IN_REGISTER)
        return EarlierRow(
            row, row.name, row.birth_on, row.birth_year, row.position, away=away, note=note
        )
    if person.organisation_id not in branch:
        return EarlierRow(row, row.name, row.birth_on, row.birth_year, row.position, away=LEFT)
    return EarlierRow(
        row,
        person.full_name,
        person.birth_on,
        person.birth_year,
        person.position or row.position,
        away=_ended(person.organisation, on),
    )


def _body(row: NominationRow, body: Organisation | None, branch: set[int], on: date) -> EarlierRow:
    if body is None:
        away, note = (NO_LONGER, "") if row.body_ref else ("", NOT_IN_REGISTER)
        return EarlierRow(row, row.name, None, None, "", away=away, note=note)
    is_own = body.pk in branch or body.parent_id in branch
    return EarlierRow(
        row, body.name, None, None, "", away=_ended(body, on) or ("" if is_own else LEFT)
    )


def _ended(body: Organisation, on: date) -> str:
    if body.until is None or body.until > on:
        return ""
    return f"{body.name} không còn hoạt động từ {say_date(body.until)}."
