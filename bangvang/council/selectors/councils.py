"""Reading councils: who sits, and what their regulation says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bangvang.council.models import AbsentMode, Council, InvalidLine, PassMark, Regulation, Seat
from bangvang.council.models.councils import SeatRole
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Share, award_name

COUNCIL = (Role.SECRETARY, Role.CHAIR, Role.MEMBER, Role.TELLER)
READERS = (*COUNCIL, Role.OFFICE_HEAD, Role.INSPECTOR)


@dataclass(frozen=True)
class CouncilName:
    """A council as a choice on a form."""

    ref: str
    name: str


@dataclass(frozen=True)
class SeatRow:
    """One seat as it is held on a day; a vacancy has no holder."""

    number: int
    role: str
    role_name: str
    holder_name: str
    post_title: str
    account_ref: str
    since: date
    until: date | None
    decision_no: str
    decided_on: date

    @property
    def is_vacant(self) -> bool:
        """Whether nobody sits here."""
        return not self.holder_name


@dataclass(frozen=True)
class MarkRow:
    """The council's own pass mark for an award."""

    award_code: str
    award_name: str
    share: Share
    clause: str


@dataclass(frozen=True)
class RegulationRow:
    """A regulation as pages and papers cite it."""

    number: str
    issued_on: date
    issued_by: str
    since: date
    until: date | None
    quorum: Share
    quorum_clause: str
    absent_mode: str
    absent_said: str
    invalid_line: str
    invalid_said: str
    marks: tuple[MarkRow, ...]

    @property
    def cite(self) -> str:
        """The regulation as papers name it."""
        return (
            "Quy chế hoạt động của Hội đồng ban hành kèm theo Quyết định số "
            f"{self.number} ngày {say_date(self.issued_on)} của {self.issued_by}"
        )


@dataclass(frozen=True)
class CouncilPage:
    """A council on a day: its seats by number, and the regulation in force, if any."""

    ref: str
    name: str
    organisation: str
    on: date
    seats: tuple[SeatRow, ...]
    former: tuple[SeatRow, ...]
    regulation: RegulationRow | None
    earlier_regulations: tuple[RegulationRow, ...]

    @property
    def total(self) -> int:
        """The total membership: every seat of the decision in force, vacancies included."""
        return len(self.seats)

    @property
    def vacancies(self) -> int:
        """How many seats nobody holds."""
        return sum(seat.is_vacant for seat in self.seats)


def councils_for(actor: Actor) -> list[CouncilName]:
    """Return the councils by name; the council's people, the office's head and inspectors see them.

    One province has one; roles are not yet held for a council.
    """
    if not actor.has(*READERS):
        return []
    return [CouncilName(c.ref, c.name) for c in Council.objects.order_by("name", "pk")]


def council_for(actor: Actor, ref: str, *, lock: bool = False) -> Council:
    """Return a council to act on.

    Raises:
        Unseen: no such council for this actor.
    """
    found = Council.objects.filter(ref=ref).select_related("organisation")
    if lock:
        found = found.select_for_update(of=("self",))
    council = found.first() if actor.has(*READERS, Role.ADMINISTRATOR) else None
    if council is None:
        raise Unseen
    return council


def council_page(actor: Actor, ref: str, *, on: date) -> CouncilPage:
    """Return the composition and the regulation of a council on a day.

    Raises:
        Unseen: no such council for this actor.
    """
    council = council_for(actor, ref)
    now = [seat_row(seat) for seat in seats_on(council.pk, on)]
    ended = Seat.objects.filter(council=council, until__lte=on).order_by("-until", "number", "pk")
    in_force = regulation_on(council.pk, on)
    earlier = Regulation.objects.filter(council=council, until__lte=on).order_by("-since", "pk")
    return CouncilPage(
        ref=council.ref,
        name=council.name,
        organisation=council.organisation.name,
        on=on,
        seats=tuple(now),
        former=tuple(seat_row(seat) for seat in ended),
        regulation=regulation_row(in_force, on) if in_force else None,
        earlier_regulations=tuple(regulation_row(r, on) for r in earlier),
    )


def superior_of(council: Council) -> str:
    """Return the body that a council stands under, as its papers name it.

    That is its organisation, or what the organisation belongs to where the register holds the
    council itself.
    """
    here = council.organisation
    return here.parent.name if here.parent and here.name == council.name else here.name


def seat_roles() -> list[tuple[str, str]]:
    """Return the roles of a seat with their names, by rank."""
    return [(role.value, str(role.label)) for role in SeatRole]


def seats_on(council_id: int, on: date) -> list[Seat]:
    """Return the seats in force on a day by number, vacancies included; they are the total."""
    return list(Seat.objects.filter(_in_force(on), council=council_id).order_by("number", "pk"))


def regulation_on(council_id: int, on: date) -> Regulation | None:
    """Return the regulation in force on a day, None if there is none."""
    found = Regulation.objects.filter(_in_force(on), council=council_id)
    return found.order_by("-since", "pk").first()


def seat_row(seat: Seat) -> SeatRow:
    """Return a seat as plain data."""
    return SeatRow(
        number=seat.number,
        role=seat.role,
        role_name=SeatRole(seat.role).label,
        holder_name=seat.holder_name,
        post_title=seat.post_title,
        account_ref=seat.account_ref,
        since=seat.since,
        until=seat.until,
        decision_no=seat.decision_no,
        decided_on=seat.decided_on,
    )


def regulation_row(regulation: Regulation, on: date) -> RegulationRow:
    """Return a regulation as plain data; awards are named as on that day."""
    marks: Iterable[PassMark] = regulation.pass_marks.order_by("award_code")
    return RegulationRow(
        number=regulation.number,
        issued_on=regulation.issued_on,
        issued_by=regulation.issued_by,
        since=regulation.since,
        until=regulation.until,
        quorum=regulation.quorum,
        quorum_clause=regulation.quorum_clause,
        absent_mode=regulation.absent_mode,
        absent_said=AbsentMode(regulation.absent_mode).label,
        invalid_line=regulation.invalid_line,
        invalid_said=InvalidLine(regulation.invalid_line).label,
        marks=tuple(
            MarkRow(
                m.award_code,
                award_name(m.award_code, on),
                Share(m.num, m.den, m.more_than),
                m.clause,
            )
            for m in marks
        ),
    )


def _in_force(on: date) -> Q:
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))
