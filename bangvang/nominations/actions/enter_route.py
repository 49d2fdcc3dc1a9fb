"""Enter a paper that says through whom some units hand their lists in."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.nominations.families import families
from bangvang.nominations.models import Route
from bangvang.nominations.permissions.routes import (
    THROUGH_ENDED,
    Papered,
    objection_to_entering_route,
    objection_to_superior,
)
from bangvang.nominations.selectors.routes import cite_of, way_said, whose
from bangvang.nominations.states import RouteWay
from bangvang.registry.models import Organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.selectors.organisations import organisation_named

ROUTE_TURN = 4_170_093
"""Routes are entered one after the other, so that no case has two from one day."""


@dataclass(frozen=True)
class RouteEntered:
    """What a paper says: whose lists (empty: all), which way, through whom, from which day."""

    branch_ref: str
    kind: str
    family: str
    way: str
    through_ref: str
    advisory: str
    number: str
    issued_on: date
    clause: str
    since: date
    scan: bytes
    scan_name: str


@transaction.atomic
def enter_route(new: RouteEntered, *, actor: Actor, at: datetime) -> str:
    """Keep the route and return its reference; it holds when a second person has confirmed it.

    Raises:
        Unseen: there is no such body.
        Refused: not of the standing office, no number or clause, issued after today, before its
            own day, another route for the case from that day, no scan, a superior where there is
            none or one that does not exist that day.
    """
    wait_for_turn(ROUTE_TURN)
    branch, through = _body(new.branch_ref), _body(new.through_ref)
    kind = OrganisationKind(new.kind).value if new.kind else ""
    family = families()[new.family].code if new.family else ""
    advisory = tidy(new.advisory)
    paper = Papered(tidy(new.number), tidy(new.clause), new.issued_on, new.since, bool(new.scan))
    same = Route.objects.filter(
        branch=branch, kind=kind, family=family, since=new.since, withdrawn_at__isnull=True
    )
    on = localtime(at).date()
    refuse_if(objection_to_entering_route(actor, paper, is_taken=same.exists(), on=on))
    refuse_if(objection_to_superior(new.way, has_superior=through is not None, advisory=advisory))
    refuse_if(THROUGH_ENDED if through and not _stands(through, new.since) else None)
    route = Route.objects.create(
        branch=branch,
        kind=kind,
        family=family,
        way=RouteWay(new.way),
        through=through,
        advisory=advisory,
        number=paper.number,
        issued_on=new.issued_on,
        clause=paper.clause,
        since=new.since,
        scan=keep(new.scan, original_name=new.scan_name, actor=actor, at=at, accept=SCANS),
        entered_by_ref=actor.account_ref,
        entered_by_name=actor.name,
        entered_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="enter_route",
        subject=("route", route.ref),
        said=f"Ghi tuyến trình từ ngày {say_date(route.since)}: {whose(route)}. "
        f"{way_said(route)}. {cite_of(route)}; chờ xác nhận.",
    )
    return route.ref


def _body(ref: str) -> Organisation | None:
    return organisation_named(ref) if ref else None


def _stands(body: Organisation, on: date) -> bool:
    return body.since <= on and (body.until is None or body.until > on)
