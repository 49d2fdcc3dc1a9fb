"""Two officers with one row, or one list, at the same moment; on PostgreSQL, see `meeting`."""

from bangvang.foundation.audit.models import Entry
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.registry.actions.confirm_listed_row import confirm_listed_row
from bangvang.registry.actions.dismiss_listed_row import dismiss_listed_row
from bangvang.registry.actions.take_agency_list import take_agency_list
from bangvang.registry.actions.undo_agency_list import undo_agency_list
from bangvang.registry.models import AgencyList, ListedRow, Notice
from bangvang.registry.tests.agency_lists import (
    HEAD,
    HEADER,
    NOTICE,
    SAID,
    SPECIALIST,
    key,
    line,
    rows_of,
    taken,
)
from bangvang.registry.tests.factories import person

pytestmark = EACH_CONNECTED


def test_of_two_who_confirm_one_row_one_wins() -> None:
    somebody = person()
    found = taken(line())
    (row,) = rows_of(found)

    said = at_once(
        *(
            lambda by=by: confirm_listed_row(
                found.ref, 0, row.row, key(somebody), NOTICE, version=1, actor=by, at=AT
            )
            for by in (SPECIALIST, HEAD)
        )
    )

    assert sorted(said) == ["", "ROW_DECIDED"]
    assert Notice.objects.count() == 1
    assert Entry.objects.filter(verb="confirm_listed_row").count() == 1


def test_a_row_is_confirmed_or_dismissed_never_both() -> None:
    somebody = person()
    found = taken(line())
    (row,) = rows_of(found)

    said = at_once(
        lambda: confirm_listed_row(
            found.ref, 0, row.row, key(somebody), NOTICE, version=1, actor=SPECIALIST, at=AT
        ),
        lambda: dismiss_listed_row(found.ref, 0, row.row, "Bỏ.", version=1, actor=HEAD, at=AT),
    )

    assert sorted(said) == ["", "ROW_DECIDED"]
    assert Notice.objects.count() == (ListedRow.objects.get().state == "CONFIRMED")


def test_a_list_that_is_undone_meanwhile_leaves_no_notice() -> None:
    somebody = person()
    found = taken(line())
    (row,) = rows_of(found)

    said = at_once(
        lambda: confirm_listed_row(
            found.ref, 0, row.row, key(somebody), NOTICE, version=1, actor=SPECIALIST, at=AT
        ),
        lambda: undo_agency_list(found.ref, "Nhầm.", version=1, actor=HEAD, at=AT),
    )

    assert said in (["", ""], ["ALREADY_UNDONE", ""])
    assert not Notice.objects.filter(withdrawn_at__isnull=True).exists()


def test_the_same_file_brought_by_two_is_one_list() -> None:
    data = write_table(HEADER, [line()])

    said = at_once(
        lambda: take_agency_list(data, SAID, original_name="a.xlsx", actor=SPECIALIST, at=AT),
        lambda: take_agency_list(data, SAID, original_name="b.xlsx", actor=HEAD, at=AT),
    )

    assert said == ["", ""]
    assert AgencyList.objects.count() == 1
    assert Entry.objects.filter(verb="take_agency_list").count() == 1
