"""The council: who sat in 2022, who sits in 2026, and the two regulations.

Of the regulation of 2019 number and day are known, its content is not: quorum and pass marks are
the demonstration's own, and their clauses say so.
"""

from dataclasses import dataclass
from datetime import date, datetime

from bangvang.accounts.models import Account
from bangvang.council.actions.adopt_regulation import (
    MarkAdopted,
    RegulationAdopted,
    adopt_regulation,
)
from bangvang.council.actions.appoint_seat import Appointment, appoint_seat
from bangvang.council.actions.found_council import found_council
from bangvang.foundation.actor import Actor
from bangvang.law import Share
from demo.places import Places
from demo.tables import tables

COMMITTEE = "Ủy ban nhân dân tỉnh Lào Cai"
OF_THE_DEMONSTRATION = "số liệu đặt ra cho bản trình diễn"


@dataclass(frozen=True)
class Composition:
    """A table of seats and the decision that appointed them; its number is invented."""

    table: str
    decision_no: str
    decided_on: date


IN_2022 = Composition("seats_2022", "2904/QĐ-UBND", date(2021, 8, 16))
IN_2026 = Composition("seats_2026", "1866/QĐ-UBND", date(2025, 9, 22))

REGULATION_2019 = RegulationAdopted(
    number="1207/QĐ-UBND",
    issued_on=date(2019, 5, 3),
    issued_by=COMMITTEE,
    since=date(2019, 5, 3),
    quorum=Share(2, 3),
    quorum_clause=f"Quy chế năm 2019 ({OF_THE_DEMONSTRATION})",
    marks=(MarkAdopted("BK_TTG", Share(80, 100), f"Quy chế năm 2019 ({OF_THE_DEMONSTRATION})"),),
)
REGULATION_2025 = RegulationAdopted(
    number="1867/QĐ-UBND",
    issued_on=date(2025, 9, 22),
    issued_by=COMMITTEE,
    since=date(2025, 9, 22),
    quorum=Share(2, 3),
    quorum_clause=f"khoản 2 Điều 7 ({OF_THE_DEMONSTRATION})",
    marks=(
        MarkAdopted("CSTDT", Share(90, 100), f"khoản 3 Điều 9 ({OF_THE_DEMONSTRATION})"),
        MarkAdopted("BK_TTG", Share(80, 100), f"khoản 4 Điều 9 ({OF_THE_DEMONSTRATION})"),
    ),
)


def found(places: Places, *, actor: Actor, at: datetime) -> str:
    """Enter the council with its seats and regulation of 2022; return its reference."""
    ref = found_council(
        "Hội đồng Thi đua - Khen thưởng tỉnh Lào Cai", places["council"].ref, actor=actor, at=at
    )
    adopt_regulation(ref, REGULATION_2019, actor=actor, at=at)
    _appoint(ref, IN_2022, actor, at)
    return ref


def reconstitute(ref: str, *, actor: Actor, at: datetime) -> None:
    """Enter the composition and the regulation that are in force in 2026."""
    adopt_regulation(ref, REGULATION_2025, actor=actor, at=at)
    _appoint(ref, IN_2026, actor, at)


def _appoint(ref: str, composition: Composition, actor: Actor, at: datetime) -> None:
    accounts = dict(Account.objects.values_list("username", "ref"))
    for number, role, holder, post, username in tables("council")[composition.table]:
        appoint_seat(
            ref,
            Appointment(
                number=int(number),
                role=role,
                holder_name=holder,
                post_title=post,
                since=composition.decided_on,
                decision_no=composition.decision_no,
                decided_on=composition.decided_on,
                account_ref=accounts[username] if username else "",
            ),
            actor=actor,
            at=at,
        )
