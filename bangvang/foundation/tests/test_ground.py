"""Clock, actor, objection, transitions, references."""

from datetime import date, datetime
from enum import StrEnum

import pytest
from django.test import override_settings

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.foundation.ref import ALPHABET, REF_LENGTH, new_ref
from bangvang.foundation.transitions import MoveNotAllowed, Transitions


class Light(StrEnum):
    RED = "RED"
    GREEN = "GREEN"


class Press(StrEnum):
    GO = "GO"
    STOP = "STOP"


LIFE = Transitions[Light, Press](
    {
        Press.GO: (frozenset({Light.RED}), Light.GREEN),
        Press.STOP: (frozenset({Light.GREEN}), Light.RED),
    }
)


def test_a_move_ends_where_the_table_says() -> None:
    assert LIFE.target(Press.GO, Light.RED) == Light.GREEN


def test_a_move_does_not_start_elsewhere() -> None:
    assert not LIFE.can(Press.GO, Light.GREEN)

    with pytest.raises(MoveNotAllowed, match="GO does not start in GREEN"):
        LIFE.target(Press.GO, Light.GREEN)


def test_the_table_is_read_in_its_order() -> None:
    assert [(move, end) for move, _starts, end in LIFE] == [
        (Press.GO, Light.GREEN),
        (Press.STOP, Light.RED),
    ]


def test_an_objection_refuses_with_its_own_words() -> None:
    objection = Objection("LATE", "Đã quá hạn.")

    with pytest.raises(Refused, match="Đã quá hạn") as caught:
        refuse_if(objection)

    assert caught.value.objection is objection


def test_no_objection_refuses_nothing() -> None:
    refuse_if(None)


def test_an_actor_has_only_the_roles_held() -> None:
    actor = Actor("a", "Lù Văn Suối", "", "o", "Sở", frozenset({Role.SECRETARY, Role.MEMBER}))

    assert actor.has(Role.CHAIR, Role.MEMBER)
    assert not actor.has(Role.CHAIR)
    assert actor.role_names == "thư ký Hội đồng, ủy viên Hội đồng"


def test_references_are_opaque_and_do_not_repeat() -> None:
    refs = {new_ref() for _ in range(500)}

    assert len(refs) == 500
    assert all(len(ref) == REF_LENGTH and set(ref) <= set(ALPHABET) for ref in refs)


@override_settings(BANGVANG_DAY=None)
def test_without_a_standing_day_the_machine_tells_the_time() -> None:
    before = datetime.now(tz=clock.HANOI)

    assert before <= clock.now() <= clock.recorded_now()


@override_settings(BANGVANG_DAY=date(2026, 9, 14))
def test_a_standing_clock_keeps_its_day_and_the_record_keeps_the_machine_time() -> None:
    assert clock.today() == date(2026, 9, 14)
    assert clock.now().tzinfo is clock.HANOI
    assert 8 <= clock.now().hour <= 16
    assert clock.now() <= clock.now()
    assert clock.recorded_now().date() != date(2026, 9, 14)
