"""Two officers with one list of postings at the same moment; on PostgreSQL, see `meeting`."""

from typing import Any

from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.registry.actions.ask_enter_postings import ask_enter_postings
from bangvang.registry.actions.mend_row import mend_row
from bangvang.registry.actions.undo_posting_list import undo_posting_list
from bangvang.registry.intake.readers import POSTING_LISTS
from bangvang.registry.models import Posting
from bangvang.registry.tests.agency_lists import HEAD, SPECIALIST
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.test_posting_lists import UNIT, line, taken

pytestmark = EACH_CONNECTED


def test_of_two_who_enter_or_mend_the_same_list_one_is_told() -> None:
    person(unit=organisation(UNIT))
    found = taken(line())
    texts = {"position": "Phó giám đốc"}
    at: dict[str, Any] = {"version": 1, "at": AT}

    said = at_once(
        lambda: ask_enter_postings(found.ref, actor=SPECIALIST, **at),
        lambda: mend_row(found.ref, 0, 2, texts, of=POSTING_LISTS, actor=HEAD, **at),
    )

    assert "" in said
    assert set(said) - {""} <= {"STALE", "ENTERING", "IN_THE_REGISTER"}
    assert len(set(said)) == 2


def test_a_list_that_is_undone_meanwhile_leaves_no_posting() -> None:
    person(unit=organisation(UNIT))
    found = taken(line())
    at: dict[str, Any] = {"version": 1, "at": AT}

    said = at_once(
        lambda: ask_enter_postings(found.ref, actor=SPECIALIST, **at),
        lambda: undo_posting_list(found.ref, "Nhầm.", actor=HEAD, **at),
    )

    assert "" in said
    assert not Posting.objects.filter(withdrawn_at__isnull=True).exists() or said[1] != ""
