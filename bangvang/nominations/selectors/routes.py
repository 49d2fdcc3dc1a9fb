"""Which way a list takes to the standing office, and by which paper."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.families import families
from bangvang.nominations.models import Batch, Nomination, Route
from bangvang.nominations.states import RouteWay, State
from bangvang.registry.models import Organisation
from bangvang.registry.models.organisations import OrganisationKind

READERS = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)
NEAREST = {
    RouteWay.TERRITORY: OrganisationKind.COMMUNE,
    RouteWay.SECTOR: OrganisationKind.DEPARTMENT,
}
BY = {RouteWay.TERRITORY: "theo địa bàn", RouteWay.SECTOR: "theo ngành"}
EVERYWHERE = 1_000
"""Further than any body stands above another: a route that names no body."""
USUAL = "Danh sách này nộp thẳng cơ quan thường trực; không có quy định nào về tuyến trình khác."
OF_LOWER = "Danh sách này có dòng tổng hợp từ cấp dưới, nộp thẳng cơ quan thường trực."


@dataclass(frozen=True)
class RouteTaken:
    """To whom a list goes; `through` is empty where it goes to the office, `said` explains it."""

    through_id: int | None
    through: str
    said: str


@dataclass(frozen=True)
class RouteSeen:
    """One route as the office's page shows it."""

    ref: str
    whose: str
    way_said: str
    advisory: str
    paper_said: str
    since: date
    scan: KeptFile
    entered_by: str
    entered_by_ref: str
    entered_at: datetime
    confirmed_by: str
    confirmed_at: datetime | None
    withdrawn_by: str
    withdrawn_at: datetime | None
    withdrawn_reason: str

    @property
    def waits(self) -> bool:
        """Whether a second person has to say something."""
        return self.confirmed_at is None and self.withdrawn_at is None


def route_of(batch: Batch, *, on: date) -> RouteTaken:
    """Return the way that a list takes when it is handed in on a day."""
    rows = Nomination.objects.filter(batch=batch).exclude(state=State.WITHDRAWN)
    if rows.filter(origin__isnull=False).exists():
        return RouteTaken(None, "", OF_LOWER)
    kinds = set(rows.order_by().values_list("kind", flat=True).distinct())
    return route_for(batch.unit, kinds, on=on)


def route_for(unit: Organisation, kinds: Collection[str], *, on: date) -> RouteTaken:
    """Return the way of a unit's list whose rows have these kinds of commendation."""
    line = _upwards(unit)
    route = _fitting(unit, line, kinds, on)
    if route is None:
        return RouteTaken(None, "", USUAL)
    cite = cite_of(route)
    if route.way == RouteWay.DIRECT:
        said = f"Danh sách này nộp thẳng cơ quan thường trực, theo {cite}."
        return RouteTaken(None, "", said)
    superior = route.through or _nearest(line[1:], RouteWay(route.way), on)
    if superior is None:
        said = "không có cấp trên nào như vậy trong cây cơ quan, đơn vị"
        return RouteTaken(None, "", f"Danh sách này nộp thẳng cơ quan thường trực: {said}.")
    if superior.pk == unit.pk:
        said = f"Đơn vị là nơi tổng hợp theo {cite}; danh sách này nộp thẳng cơ quan thường trực."
        return RouteTaken(None, "", said)
    if not _stands(superior, on):
        said = f"{superior.name}, nơi tổng hợp theo {cite}, không còn hoạt động"
        return RouteTaken(None, "", f"Danh sách này nộp thẳng cơ quan thường trực: {said}.")
    return RouteTaken(superior.pk, superior.name, _said(route, superior.name))


def cite_of(route: Route) -> str:
    """Return the paper as others cite it, its clause first."""
    return f"{route.clause} Văn bản số {route.number} ngày {say_date(route.issued_on)}"


def whose(route: Route) -> str:
    """Say in words whose lists a route is for."""
    parts = []
    if route.kind:
        parts.append(str(OrganisationKind(route.kind).label))
    if route.branch:
        name = route.branch.name
        parts = [f"{parts[0]} của {name}"] if parts else [f"{name} và mọi đơn vị bên dưới"]
    if route.family:
        parts.append(f"khen thưởng {families()[route.family].name.lower()}")
    said = ", ".join(parts) or "mọi đơn vị"
    return said[:1].upper() + said[1:]


def routes_seen(actor: Actor) -> list[RouteSeen]:
    """Return every route, withdrawn ones too, the one that begins last first.

    Raises:
        Unseen: not of the standing office, nor an inspector.
    """
    if not actor.has(*READERS):
        raise Unseen
    found = Route.objects.select_related("branch", "through", "scan").order_by("-since", "-pk")
    return [_seen(route) for route in found]


def route_named(actor: Actor, ref: str, *, lock: bool = False) -> Route:
    """Return a route to act on.

    Raises:
        Unseen: no such route for this actor, or withdrawn already.
    """
    found = Route.objects.filter(ref=ref, withdrawn_at__isnull=True)
    found = found.select_related("branch", "through")
    route = (found.select_for_update(of=("self",)) if lock else found).first()
    if route is None or not actor.has(*READERS):
        raise Unseen
    return route


def way_said(route: Route) -> str:
    """Say through whom the lists go."""
    way = RouteWay(route.way)
    if way is RouteWay.DIRECT:
        return "Nộp thẳng cơ quan thường trực"
    nearest = f"{NEAREST[way].label} cấp trên gần nhất"
    return f"Nộp qua {route.through.name if route.through else nearest}, {BY[way]}"


def _said(route: Route, name: str) -> str:
    advisory = f" Đơn vị tham mưu: {route.advisory}." if route.advisory else ""
    return (
        f"Danh sách này nộp lên {name} để tổng hợp, {BY[RouteWay(route.way)]}; {name} gộp với danh "
        f"sách của các đơn vị khác rồi nộp cơ quan thường trực.{advisory} Căn cứ: {cite_of(route)}."
    )


def _upwards(unit: Organisation) -> list[Organisation]:
    line = [unit]
    while line[-1].parent_id is not None:
        above = Organisation.with_apart.filter(pk=line[-1].parent_id).first()
        if above is None:
            break
        line.append(above)
    return line


def _fitting(
    unit: Organisation, line: Sequence[Organisation], kinds: Collection[str], on: date
) -> Route | None:
    """Return the route that names the nearest body, then most, then begins last."""
    distance = {body.pk: steps for steps, body in enumerate(line)}
    found = Route.objects.filter(
        Q(branch__isnull=True) | Q(branch__in=distance),
        since__lte=on,
        confirmed_at__isnull=False,
        withdrawn_at__isnull=True,
        kind__in=("", unit.kind),
    )
    fitting = [one for one in found.select_related("through") if _is_of(one.family, kinds)]

    def order(one: Route) -> tuple[int, int, int, int]:
        steps = EVERYWHERE if one.branch_id is None else distance[one.branch_id]
        named = bool(one.kind) + bool(one.family)
        return (steps, -named, -one.since.toordinal(), -one.pk)

    return min(fitting, key=order, default=None)


def _is_of(family: str, kinds: Collection[str]) -> bool:
    """Tell whether all rows are of a family; no family is meant, all are."""
    return not family or set(kinds) == {families()[family].kind.value}


def _nearest(above: Sequence[Organisation], way: RouteWay, on: date) -> Organisation | None:
    return next((one for one in above if one.kind == NEAREST[way] and _stands(one, on)), None)


def _stands(body: Organisation, on: date) -> bool:
    return body.since <= on and (body.until is None or body.until > on)


def _seen(route: Route) -> RouteSeen:
    return RouteSeen(
        ref=route.ref,
        whose=whose(route),
        way_said=way_said(route),
        advisory=route.advisory,
        paper_said=cite_of(route),
        since=route.since,
        scan=file_card(route.scan),
        entered_by=route.entered_by_name,
        entered_by_ref=route.entered_by_ref,
        entered_at=route.entered_at,
        confirmed_by=route.confirmed_by_name,
        confirmed_at=route.confirmed_at,
        withdrawn_by=route.withdrawn_by_name,
        withdrawn_at=route.withdrawn_at,
        withdrawn_reason=route.withdrawn_reason,
    )
