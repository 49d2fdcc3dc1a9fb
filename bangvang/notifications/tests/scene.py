"""Two units, their lists and people, and an office, for the tests of notices."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bangvang.accounts.models import Account
from bangvang.accounts.selectors import actors_of
from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Batch, Nomination, Round
from bangvang.nominations.states import BatchState, Move, State
from bangvang.nominations.tests import factories as make
from bangvang.notifications.actions.choose_mail import choose_mail
from bangvang.notifications.actions.look_out import look_out
from bangvang.notifications.selectors.notifications import notifications_for
from bangvang.notifications.selectors.told import Told
from bangvang.notifications.states import MailWay
from bangvang.registry.tests.factories import organisation

LATER = AT + timedelta(minutes=11)
CLERK = actor(Role.SPECIALIST, ref="clerk", name="Giàng A Thẩm Định")


@dataclass
class Scene:
    """A round, the health department with its head and officer, another unit with its head."""

    in_round: Round = field(default_factory=make.round_)

    def __post_init__(self) -> None:
        self.health = organisation("Sở Y tế")
        self.other = organisation("Sở Mây Núi")
        self.office = organisation("Phòng Thi đua, khen thưởng")
        self.head = account("thutruong", Role.UNIT_HEAD, unit=self.health)
        self.officer = account("donvi", Role.UNIT_OFFICER, unit=self.health)
        self.stranger = account("nguoila", Role.UNIT_HEAD, unit=self.other)
        self.chief = account("truongphong", Role.OFFICE_HEAD, unit=self.office)
        look_out(AT - timedelta(days=1))

    def handed_in(self, *states: State, number: int = 7) -> tuple[Batch, list[Nomination]]:
        """Return a list of the health department with one row in each state."""
        made = make.batch(
            BatchState.SUBMITTED, unit=self.health, in_round=self.in_round, number=number
        )
        rows = [
            make.nomination(made, state, row=at, name=f"Thào Thị Sương {at}")
            for at, state in enumerate(states, start=1)
        ]
        return made, rows


def moved(row: Nomination, what: Move, *, by: Actor = CLERK, reason: str = "") -> None:
    """Let a row go on."""
    row.refresh_from_db()
    move(row, what, holder="Phòng Thi đua, khen thưởng", actor=by, at=AT, reason=reason)


def acting(of: Account) -> Actor:
    """Return the account as it acts now."""
    return actors_of(of, on=AT.date())[0]


def told(of: Account) -> list[Told]:
    """Return what the account reads."""
    return notifications_for(acting(of))


def with_mail(of: Account, way: MailWay = MailWay.EACH) -> None:
    """Give the account an address and the wish."""
    of.mail_address = f"{of.username}@vidu.example"
    of.save()
    choose_mail(way, actor=acting(of), at=AT)


def looked(at: datetime = AT) -> None:
    """Let the worker look."""
    look_out(at)
