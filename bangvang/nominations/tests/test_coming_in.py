"""Files that come in piece by piece: in order, for their sender alone, and not for ever."""

import os
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files import parts
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions.bring_in import (
    KEPT_FOR,
    LONGEST_PIECE,
    MOST_AT_ONCE,
    ElsewhereNow,
    add_piece,
    begin_bringing_in,
    clear_left_lying,
    let_go,
)
from bangvang.nominations.models import ComingIn
from bangvang.nominations.selectors.coming_in import arrived, whole_file
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

LATER = AT + KEPT_FOR + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _folder(settings: Settings, tmp_path: Any) -> None:
    settings.PRIVATE_FILES_ROOT = tmp_path


@pytest.fixture
def unit() -> Any:
    return organisation("Ủy ban nhân dân xã Suối Mây")


@pytest.fixture
def officer(unit: Any) -> Actor:
    return actor(Role.UNIT_OFFICER, unit=unit, ref="toi")


def begun(officer: Actor, size: int = 6) -> str:
    return begin_bringing_in("scan.pdf", size, actor=officer, at=AT)


def add(ref: str, offset: int, piece: bytes, officer: Actor) -> int:
    return add_piece(ref, offset, piece, actor=officer, at=AT)


def test_pieces_make_the_file(officer: Actor) -> None:
    ref = begun(officer)

    assert add(ref, 0, b"abc", officer) == 3
    assert whole_file(officer, ref) is None
    assert not arrived(officer, ref).is_whole
    assert add(ref, 3, b"def", officer) == 6
    assert whole_file(officer, ref) == (b"abcdef", "scan.pdf")
    assert arrived(officer, ref).is_whole


def test_a_piece_that_begins_elsewhere_is_told_where_to_go_on(officer: Actor) -> None:
    ref = begun(officer)
    add(ref, 0, b"abc", officer)

    for offset in (0, 2, 4, -1):
        with pytest.raises(ElsewhereNow) as elsewhere:
            add(ref, offset, b"x", officer)
        assert elsewhere.value.received_bytes == 3
    add(ref, 3, b"def", officer)
    assert whole_file(officer, ref) == (b"abcdef", "scan.pdf")


def test_what_was_written_and_not_counted_is_written_anew(officer: Actor) -> None:
    ref = begun(officer)
    add(ref, 0, b"abc", officer)
    parts.write_piece(ref, 3, b"half of it")  # the machine stopped before the row was saved

    assert add(ref, 3, b"def", officer) == 6
    assert whole_file(officer, ref) == (b"abcdef", "scan.pdf")


def test_what_the_disk_lost_begins_anew(officer: Actor) -> None:
    ref = begun(officer)
    add(ref, 0, b"abc", officer)
    parts.take_away(ref)

    assert add(ref, 3, b"def", officer) == 0
    add(ref, 0, b"abcdef", officer)
    parts.take_away(ref)
    assert whole_file(officer, ref) is None


def test_size_length_and_count_are_bounded(officer: Actor, settings: Settings) -> None:
    settings.PRIVATE_FILES_LARGEST = 2 * LONGEST_PIECE
    ref = begun(officer)

    with pytest.raises(Refused, match="dài hơn kích thước"):
        add(ref, 0, b"abcdefg", officer)
    with pytest.raises(Refused, match="một lần"):
        add(begun(officer, 2 * LONGEST_PIECE), 0, b"a" * (LONGEST_PIECE + 1), officer)
    with pytest.raises(Refused, match="lớn hơn 2 MB"):
        begun(officer, 2 * LONGEST_PIECE + 1)
    for size in (0, -1):
        with pytest.raises(Refused, match="không có nội dung"):
            begun(officer, size)
    for _ in range(MOST_AT_ONCE):
        newest = begun(officer)
    assert ComingIn.objects.count() == MOST_AT_ONCE
    assert not ComingIn.objects.filter(ref=ref).exists()
    assert arrived(officer, newest)
    assert begin_bringing_in("", 1, actor=officer, at=LATER)
    assert ComingIn.objects.get().name == "tệp"


def test_only_its_sender_for_the_same_unit_goes_on(officer: Actor, unit: Any) -> None:
    ref = begun(officer)
    add(ref, 0, b"abc", officer)
    colleague = actor(Role.UNIT_OFFICER, unit=unit, ref="dong-nghiep")
    moved = actor(Role.UNIT_OFFICER, unit=organisation("Sở Khác"), ref="toi")

    for stranger in (colleague, moved):
        with pytest.raises(Unseen):
            arrived(stranger, ref)
        with pytest.raises(Unseen):
            add(ref, 3, b"def", stranger)
        with pytest.raises(Unseen):
            whole_file(stranger, ref)
        with pytest.raises(Unseen):
            let_go(ref, actor=stranger)
    with pytest.raises(Refused):
        begun(actor(Role.SPECIALIST, unit=unit))
    assert arrived(officer, ref).received_bytes == 3


def test_let_go_it_is_gone_from_the_disk_too(
    officer: Actor, django_capture_on_commit_callbacks: Any
) -> None:
    ref = begun(officer)
    add(ref, 0, b"abc", officer)

    with django_capture_on_commit_callbacks(execute=True):
        let_go(ref, actor=officer)

    assert not parts.place_of(ref).exists()
    with pytest.raises(Unseen):
        arrived(officer, ref)


def test_after_a_day_what_nobody_went_on_with_is_cleared(
    officer: Actor, unit: Any, django_capture_on_commit_callbacks: Any
) -> None:
    assert clear_left_lying(at=LATER) == 0
    other = actor(Role.UNIT_HEAD, unit=unit, ref="thu-truong")
    old, young = begun(officer), begin_bringing_in("b", 6, actor=other, at=LATER)
    add(old, 0, b"abc", officer)
    add_piece(young, 0, b"abc", actor=other, at=LATER)
    parts.write_piece("orphan", 0, b"abc")
    os.utime(parts.place_of("orphan"), (0, 0))
    os.utime(parts.place_of(young), (0, 0))

    with django_capture_on_commit_callbacks(execute=True):
        assert clear_left_lying(at=LATER) == 1

    assert [parts.place_of(ref).exists() for ref in (old, young, "orphan")] == [False, True, False]


@each_connected
def test_of_two_equal_pieces_at_once_one_counts(officer: Actor) -> None:
    ref = begun(officer)

    def send() -> None:
        with suppress(ElsewhereNow):
            add(ref, 0, b"abc", officer)

    assert at_once(send, send) == ["", ""]
    assert arrived(officer, ref).received_bytes == 3
    add(ref, 3, b"def", officer)
    assert whole_file(officer, ref) == (b"abcdef", "scan.pdf")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(min_size=1, max_size=60), st.lists(st.integers(1, 20)), st.randoms())
def test_however_the_line_breaks_the_file_is_whole(
    officer: Actor, content: bytes, lengths: list[int], chance: Any
) -> None:
    ref = begun(officer, len(content))
    received, steps = 0, iter(lengths)
    while received < len(content):
        piece = content[received : received + next(steps, 20)]
        if chance.random() < 0.3:
            parts.write_piece(ref, received, piece[: len(piece) // 2])
        after = add(ref, received, piece, officer)
        if chance.random() < 0.3:
            with pytest.raises(ElsewhereNow):
                add(ref, received, piece, officer)
        received = after

    assert whole_file(officer, ref) == (content, "scan.pdf")
    ComingIn.objects.all().delete()
