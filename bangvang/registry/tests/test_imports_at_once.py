"""Two people with one import at the same moment, each on a connection of their own."""

from collections.abc import Callable
from functools import partial

from pytest_django import Settings

from bangvang.foundation.actor import Actor
from bangvang.foundation.jobs.tests.factories import jobs
from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.ask_accept import ask_accept
from bangvang.registry.actions.take_import import take_import
from bangvang.registry.actions.undo_import import undo_import
from bangvang.registry.models import Award, AwardImport, Person
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.import_files import HEAD, SPECIALIST, UNIT, file_of, line, staged

pytestmark = EACH_CONNECTED


def both(call: Callable[[Actor], object]) -> list[str]:
    """Let two of the office do it at one moment; return what they heard."""
    return sorted(at_once(partial(call, SPECIALIST), partial(call, HEAD)))


def test_of_two_people_who_accept_at_once_one_wins_and_the_other_is_told() -> None:
    organisation(UNIT)
    made = staged(line("Lò Thị Mới", 1990))

    said = both(
        lambda by: accept_import(made.ref, version=1, with_newcomers=True, actor=by, at=AT),
    )

    assert said == ["", "STALE"]
    assert (Award.objects.count(), Person.objects.count()) == (1, 1)


def test_of_two_people_who_undo_at_once_one_wins_and_the_other_is_told() -> None:
    organisation(UNIT)
    made = staged(line("Lò Thị Mới", 1990))

    said = both(lambda by: undo_import(made.ref, "Nhầm tệp.", version=1, actor=by, at=AT))

    assert said == ["", "ALREADY_UNDONE"]


def test_two_files_with_one_newcomer_at_once_make_one_person() -> None:
    organisation(UNIT)
    first = staged(line("Lò Thị Mới", "5/8/1990"))
    second = staged(line("Lò Thị Mới", "5/8/1990", year=2019, number="2/QĐ"), name="b.xlsx")
    of = {SPECIALIST.name: first.ref, HEAD.name: second.ref}

    said = both(
        lambda by: accept_import(of[by.name], version=1, with_newcomers=True, actor=by, at=AT),
    )

    assert said == ["", ""]
    assert (Award.objects.count(), Person.objects.count()) == (2, 1)


def test_of_two_people_who_bring_one_file_at_once_one_brings_it_and_the_other_is_told(
    settings: Settings,
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False
    organisation(UNIT)
    data, told = file_of(line("Lò Thị Mới", 1990)), []

    said = both(
        lambda by: told.append(take_import(data, original_name="a.xlsx", actor=by, at=AT)),
    )

    assert (said, sorted(one.is_new for one in told)) == (["", ""], [False, True])
    assert told[0].ref == told[1].ref
    assert (AwardImport.objects.count(), len(jobs())) == (1, 1)


def test_of_two_people_who_ask_to_enter_at_once_one_is_told_that_it_is_under_way(
    settings: Settings,
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False
    organisation(UNIT)
    made = staged(line("Lò Thị Mới", 1990))

    said = both(
        lambda by: ask_accept(made.ref, version=1, with_newcomers=True, actor=by, at=AT),
    )

    assert (said, len(jobs())) == (["", "ENTERING"], 1)
