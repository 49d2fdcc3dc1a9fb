"""Enter a recognised initiative or research work with its authors and their shares."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.foundation.ref import new_ref
from bangvang.foundation.vietnamese import say_date
from bangvang.law import RecordKind, catalogue
from bangvang.registry.models import Initiative, Person
from bangvang.registry.permissions.initiatives import InitiativeSaid, objection_to_recognising

SCOPES = tuple(
    code for code, line in catalogue().items() if line.record_kind is RecordKind.INITIATIVE
)


@transaction.atomic
def recognise_initiative(
    said: InitiativeSaid,
    shares: Mapping[str, Decimal | None],
    *,
    actor: Actor,
    at: datetime,
) -> str:
    """Enter it for every author and return what they have in common (`Initiative.together`).

    Args:
        said: what the decision says.
        shares: each author's reference with the part in percent, None where it names no parts.
        actor: somebody of the standing office.
        at: the moment of the act.

    Raises:
        Unseen: one of the authors is not in the register.
        Refused: not the standing office, no authors, parts over the whole, no paper, days that
            cannot be, or an author has it already.
    """
    people = list(
        Person.objects.select_for_update(of=("self",))
        .filter(ref__in=list(shares))
        .order_by("sort_key", "pk")
    )
    refuse_if(objection_to_recognising(actor, said, shares.values(), scopes=SCOPES, on=at.date()))
    if len(people) != len(shares):
        raise Unseen
    refuse_if(objection_to_second(said, people))
    together = new_ref()
    Initiative.objects.bulk_create(
        Initiative(
            person=person,
            code=said.code,
            year=said.year,
            title=said.title,
            decision_no=said.decision_no,
            decided_on=said.decided_on,
            recognised_by=said.recognised_by,
            together=together,
            share_percent=shares[person.ref],
        )
        for person in people
    )
    record(
        actor=actor,
        at=at,
        verb="recognise_initiative",
        subject=("person", people[0].ref),
        said=f"Ghi sáng kiến, đề tài được công nhận năm {said.year} cho {len(people)} tác giả, "
        f"Quyết định số {said.decision_no} ngày {say_date(said.decided_on)}.",
        details={"together": together, "authors": [person.ref for person in people]},
    )
    return together


def objection_to_second(
    said: InitiativeSaid, people: Sequence[Person], *, besides: Sequence[Initiative] = ()
) -> Objection | None:
    """Nobody has one initiative twice; `besides` are the rows that are to be replaced."""
    again = Initiative.objects.filter(
        person__in=people, code=said.code, year=said.year, title=said.title
    ).select_related("person")
    again = again.exclude(pk__in=[row.pk for row in besides])
    names = ", ".join(row.person.full_name for row in again.order_by("person__sort_key", "pk"))
    if not names:
        return None
    return Objection("RECOGNISED_ALREADY", f"Sổ đã ghi sáng kiến này cho {names}.")
