"""Periods and people of the office for tests of keeping and erasing."""

from dataclasses import replace
from datetime import date, timedelta

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, actor
from bangvang.privacy.actions.confirm_period import confirm_period
from bangvang.privacy.actions.forget_all import forget_all
from bangvang.privacy.actions.propose_period import PeriodEntered, propose_period
from bangvang.privacy.models import Period
from bangvang.privacy.states import Matter

SPECIALIST = actor(Role.SPECIALIST, ref="specialist", name="Vàng Thị Bút Mực")
HEAD = actor(Role.OFFICE_HEAD, ref="head", name="Lù Văn Con Dấu")
SECOND_HEAD = actor(Role.OFFICE_HEAD, ref="head-2", name="Tẩn Láo Dấu Son")
SCAN = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
LATER = AT + timedelta(days=400)
ENTERED = PeriodEntered(
    matter=Matter.UPLOADS,
    amount=1,
    unit="YEAR",
    since=date(2026, 9, 1),
    number="77/QĐ-LT",
    issued_on=date(2026, 8, 20),
    clause="mục 4",
    scan=SCAN,
    scan_name="quyet-dinh.pdf",
)


def entered(**more: object) -> Period:
    """Return a period that waits for the head."""
    said = replace(ENTERED, **more)  # type: ignore[arg-type]  # fields of the period
    return Period.objects.get(ref=propose_period(said, actor=SPECIALIST, at=AT))


def confirmed(*matters: Matter, **more: object) -> None:
    """Let each matter be kept a year, as two people said, unless it says otherwise."""
    for matter in matters:
        period = entered(matter=matter, **more)
        confirm_period(period.ref, version=1, actor=HEAD, at=AT)


def forgotten(most: int = 500) -> int:
    """Forget what is past its period more than a year later."""
    return forget_all(actor=HEAD, at=LATER, report=lambda *_: None, most=most)
