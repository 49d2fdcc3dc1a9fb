"""A merge is all or nothing: killed in the middle, and by two people at the same moment."""

import signal
from pathlib import Path

import pytest
from django.db import Error, connection

from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.foundation.tests.processes import OwnProcess, asked
from bangvang.registry.actions.carrying import Carrier
from bangvang.registry.actions.confirm_merge import confirm_merge
from bangvang.registry.actions.decline_merge import decline_merge
from bangvang.registry.actions.record_award import AwardAsDecided, record_award
from bangvang.registry.models import Award, Changed, Merge, Person
from bangvang.registry.selectors.joining import Compared
from bangvang.registry.states import MergeState
from bangvang.registry.tests.test_merging import HEAD, dump, proposed, rich_pair, two

PROCESS = OwnProcess("bangvang.registry.tests.merging_process")
TABLES = ("registry_person", "registry_award", "registry_grade", "registry_changed", "audit_entry")


def written(folder: Path) -> list[list[tuple[object, ...]]]:
    return [asked(folder, f"SELECT * FROM {table} ORDER BY 1") for table in TABLES]  # noqa: S608  our own names


def test_a_merge_killed_in_the_middle_leaves_nothing_and_can_be_done_again(tmp_path: Path) -> None:
    ref = str(PROCESS.run(tmp_path, "prepare"))
    before = written(tmp_path)

    PROCESS.run(tmp_path, "die", ref, status=-signal.SIGKILL)

    assert written(tmp_path) == before
    assert PROCESS.run(tmp_path, "confirm", ref) == "merged"
    assert written(tmp_path) != before


@each_connected
def test_a_merge_whose_connection_dies_in_the_middle_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, merged = rich_pair()
    ref = proposed(kept, merged, chosen={"grade:2021": "merged"})
    before = dump()
    carry = Carrier.carry

    def cut_off(carrier: Carrier, found: Compared) -> int:
        changes = carry(carrier, found)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        return changes

    with monkeypatch.context() as patched:
        patched.setattr(Carrier, "carry", cut_off)
        with pytest.raises(Error):
            confirm_merge(ref, version=1, actor=HEAD, at=AT)
    connection.close()

    assert dump() == before
    assert not Changed.objects.exists()
    confirm_merge(ref, version=1, actor=HEAD, at=AT)
    assert Merge.objects.get().state == MergeState.DONE


@each_connected
def test_of_two_who_decide_at_once_one_is_told() -> None:
    ref = proposed(*two())

    said = at_once(
        lambda: confirm_merge(ref, version=1, actor=HEAD, at=AT),
        lambda: decline_merge(ref, "Thôi", version=1, actor=HEAD, at=AT),
    )

    assert sorted(said) == ["", "NOT_WAITING"]
    assert Merge.objects.get().version == 2


@each_connected
def test_of_two_who_propose_at_once_one_is_told() -> None:
    kept, merged = two()

    said = at_once(lambda: proposed(kept, merged), lambda: proposed(merged, kept))

    assert sorted(said) == ["", "MERGE_PROPOSED"]


@each_connected
def test_an_award_granted_during_a_merge_is_never_lost() -> None:
    kept, merged = two()
    ref = proposed(kept, merged)
    decided = AwardAsDecided(
        merged.ref, kept.organisation.ref, "LDTT", "MERIT", 2024, "Lao động tiên tiến",
        "Vàng Thị Lúa Chín", "Sở Y tế", "", "5/QĐ", AT.date(), "Giám đốc Sở",
    )  # fmt: skip

    said = at_once(
        lambda: confirm_merge(ref, version=1, actor=HEAD, at=AT),
        lambda: record_award(decided, actor=HEAD, at=AT),
    )

    assert sorted(said) in (["", ""], ["", "CHANGED_SINCE"])
    holder = Award.objects.get().person
    assert holder in Person.objects.all()
