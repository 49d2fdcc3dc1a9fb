"""Lists of other agencies for tests; every name is invented."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from bangvang.foundation.actor import Role
from bangvang.foundation.sheets import Value, write_table
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.agency_list_rows import Becomes
from bangvang.registry.actions.confirm_listed_row import confirm_listed_row
from bangvang.registry.actions.match_list_again import match_list_again
from bangvang.registry.actions.staged_rows import tell_nobody
from bangvang.registry.actions.take_agency_list import take_agency_list
from bangvang.registry.models import AgencyList, ListedRow, ListTopic, Organisation, RowMeaning
from bangvang.registry.models.people import Person
from bangvang.registry.permissions.agency_lists import ListSaid, NoticeSaid

SPECIALIST = actor(Role.SPECIALIST, ref="specialist", name="Vàng Thị Bút Mực")
HEAD = actor(Role.OFFICE_HEAD, ref="head", name="Lù Văn Con Dấu")
HEADER = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Nội dung vi phạm", "Ngày vi phạm")
SAID = ListSaid(
    "Công an tỉnh Núi Mây", "512/CAT-PC08", date(2026, 9, 1), ListTopic.TRAFFIC, RowMeaning.NOTICE
)
MATTER = "Vượt đèn đỏ ở ngã ba Cây Gạo"
NOTICE = NoticeSaid(MATTER, date(2026, 5, 4))


def line(
    name: str = "Vàng Thị Lúa Chín",
    birth: Value = "12/06/1985",
    *,
    unit: str = "Sở Y tế tỉnh Lào Cai",
    matter: str = MATTER,
    on: Value = "04/05/2026",
) -> tuple[Value, ...]:
    """Return one row under `HEADER`."""
    return ("", name, birth, unit, matter, on)


def taken(
    *rows: Sequence[Value],
    header: Sequence[str] = HEADER,
    name: str = "vi-pham.xlsx",
    **said: Any,
) -> AgencyList:
    """Return the list of a file of these rows, taken in by the specialist."""
    found = take_agency_list(
        write_table(header, rows), replace(SAID, **said), original_name=name, actor=SPECIALIST,
        at=AT,
    )  # fmt: skip
    return AgencyList.objects.get(ref=found.ref)


def matched_again(agency_list: AgencyList, *, by: Any = SPECIALIST) -> int:
    """Match the waiting rows as the worker does; return how many stand otherwise."""
    return match_list_again(
        agency_list.ref, report=tell_nobody, last_step=transaction.atomic(), actor=by, at=AT
    )


def rows_of(agency_list: AgencyList) -> list[ListedRow]:
    """Return the rows in the order of the file."""
    return list(ListedRow.objects.filter(agency_list=agency_list).order_by("sheet_no", "row"))


def states(agency_list: AgencyList) -> list[str]:
    """Return the states of the rows in the order of the file."""
    return [row.state for row in rows_of(agency_list)]


def key(of: Person | Organisation) -> str:
    """Return how rows name a holder."""
    return ("p:" if isinstance(of, Person) else "o:") + of.ref


def confirmed(row: ListedRow, of: Person | Organisation, becomes: Becomes = NOTICE) -> ListedRow:
    """Confirm a row as the specialist does, and return it as it is then."""
    confirm_listed_row(
        row.agency_list.ref, row.sheet_no, row.row, key(of), becomes,
        version=row.version, actor=SPECIALIST, at=AT,
    )  # fmt: skip
    return ListedRow.objects.get(pk=row.pk)
