"""Writing and reading entries, on both engines."""

from datetime import datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.transaction import TransactionManagementError

from bangvang.foundation.actor import Actor, Origin, Role
from bangvang.foundation.audit.chain import START, Anchor
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.audit.record import record
from bangvang.foundation.audit.selectors import entries_about, head, newest_entries, verify
from bangvang.foundation.clock import HANOI

AT = datetime(2022, 4, 19, 14, 0, tzinfo=HANOI)
CLERK = Actor("a1", "Lù Văn Suối", "Chuyên viên", "o1", "Sở Nội vụ", frozenset({Role.SPECIALIST}))

pytestmark = pytest.mark.django_db


def write(count: int, *, subject: str = "b", actor: Actor = CLERK) -> None:
    with transaction.atomic():
        for number in range(count):
            record(
                actor=actor,
                at=AT,
                verb="submit_batch",
                subject=("batch", subject),
                said=f"Nộp lần {number}.",
                details={"thứ tự": number, "a": [1, None, True]},
            )


def test_entries_are_chained_and_the_head_is_the_newest() -> None:
    write(3)

    count, broken = verify()

    assert (count, broken) == (3, None)
    assert head().seq == 3
    assert head().digest == Entry.objects.get(seq=3).digest


def test_an_empty_record_has_a_head_of_zeros() -> None:
    assert (head().seq, head().digest) == (0, START)
    assert verify() == (0, None)


def test_what_happened_when_and_what_was_recorded_when_are_two_things() -> None:
    write(1)

    entry = Entry.objects.get()

    assert entry.happened_at == AT
    assert entry.recorded_at > AT


def test_a_replay_is_marked() -> None:
    replayer = Actor("a2", "Vàng Thị Lúa", "", "o", "Sở", frozenset(), Origin.REPLAY)

    write(1, actor=replayer)

    assert newest_entries()[0].origin == "REPLAY"


def test_the_history_of_a_thing_holds_only_that_thing() -> None:
    write(2, subject="mine")
    write(1, subject="other")

    lines = entries_about(("batch", "mine"))

    assert [line.said for line in lines] == ["Nộp lần 0.", "Nộp lần 1."]
    assert lines[0].who == "Lù Văn Suối"
    assert lines[0].roles == "chuyên viên thẩm định"


def test_entries_are_read_newest_first_a_page_at_a_time() -> None:
    write(5)

    assert [line.seq for line in newest_entries(count=2)] == [5, 4]
    assert [line.seq for line in newest_entries(before_seq=4, count=2)] == [3, 2]


def test_a_printed_head_is_found_again_as_an_anchor() -> None:
    write(2)
    seq, digest = head().printed.split(":")
    write(3)

    assert verify([Anchor(int(seq), digest.replace("-", ""))]) == (5, None)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET said = 'Khác.' WHERE seq = 1",
        "DELETE FROM audit_entry WHERE seq = 1",
    ],
)
def test_the_database_itself_refuses_a_change(statement: str) -> None:
    write(1)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)

    assert Entry.objects.get().said == "Nộp lần 0."


def test_on_postgresql_the_whole_table_cannot_be_emptied_either() -> None:
    if connection.vendor != "postgresql":
        assert connection.vendor == "sqlite"
        return
    write(1)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute("TRUNCATE audit_entry")


def test_tampering_behind_the_triggers_is_found() -> None:
    write(3)
    cursor = connection.cursor()
    if connection.vendor == "postgresql":
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    else:
        cursor.execute("DROP TRIGGER audit_entry_no_update")

    Entry.objects.filter(seq=2).update(said="Khác.")

    _, broken = verify()
    assert broken is not None
    assert broken.seq == 2


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused() -> None:
    with pytest.raises(TransactionManagementError):
        record(actor=CLERK, at=AT, verb="v", subject=("batch", "b"), said="Không.")


def fail_after_recording() -> None:
    record(actor=CLERK, at=AT, verb="v", subject=("batch", "b"), said="Không.")
    raise RuntimeError


def test_an_entry_of_an_act_that_failed_does_not_stay() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        fail_after_recording()

    assert head().seq == 0
