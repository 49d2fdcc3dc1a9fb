"""A count and the announcing of a result are all or nothing, killed in the middle."""

import signal
from pathlib import Path
from typing import Any

from bangvang.foundation.tests.processes import OwnProcess, asked

PROCESS = OwnProcess("bangvang.council.tests.counting_process")
QUERIES = (
    "SELECT state FROM council_ballot",
    "SELECT count(*) FROM council_count WHERE closed_at IS NOT NULL",
    "SELECT count(*) FROM council_ballotrow WHERE yes IS NOT NULL",
    "SELECT group_concat(state) FROM nominations_nomination",
    "SELECT count(*) FROM audit_entry",
)


def written(folder: Path) -> list[Any]:
    return [asked(folder, query)[0][0] for query in QUERIES]


def test_a_count_and_a_result_killed_in_the_middle_leave_nothing(tmp_path: Path) -> None:
    ref = PROCESS.run(tmp_path, "prepare")
    before = written(tmp_path)

    PROCESS.run(tmp_path, "die_counting", ref, status=-signal.SIGKILL)
    after_counting = written(tmp_path)
    assert PROCESS.run(tmp_path, "count", ref) == "counted"
    agreed = written(tmp_path)
    PROCESS.run(tmp_path, "die_closing", ref, status=-signal.SIGKILL)
    after_closing = written(tmp_path)
    assert PROCESS.run(tmp_path, "close", ref) == "closed"
    announced = written(tmp_path)

    assert after_counting == before
    assert after_closing == agreed
    assert (before[0], agreed[0], announced[0]) == ("COUNTING", "AGREED", "CLOSED")
    assert (before[1], agreed[1], announced[2]) == (1, 2, 3)
    assert "VOTED" not in agreed[3]
    assert "VOTED_FOR" in announced[3]
