"""Files with a State secret: a number, a holder and a state are all that can be kept."""

from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions.move_secret import move_secret
from bangvang.nominations.actions.register_secret import register_secret
from bangvang.nominations.models import SecretFile
from bangvang.nominations.selectors.secret_files import secret_file_for, secret_files_for
from bangvang.nominations.states import SecretMove
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

HEAD = actor(Role.OFFICE_HEAD, name="Đỗ Thị Trưởng Phòng")


@pytest.fixture
def officer() -> Any:
    return actor(Role.UNIT_OFFICER, unit=organisation("Công an xã Suối Mây"))


def test_nothing_but_number_holder_and_state_can_be_kept() -> None:
    fields = {field.name for field in SecretFile._meta.get_fields()}

    assert fields == {"id", "ref", "number", "unit", "state", "holder", "held_since", "version"}


@pytest.mark.parametrize("number", ["05/2026", "17", "5/TTR-CAX", "05/2026/TTR-UBND"])
def test_a_number_is_kept_once_a_unit(officer: Any, number: str) -> None:
    register_secret(number, actor=officer, at=AT)

    with pytest.raises(Refused, match="đã ghi một hồ sơ mang số này"):
        register_secret(number, actor=officer, at=AT)
    (row,) = secret_files_for(officer)
    assert (row.number, row.holder) == (number, "Công an xã Suối Mây")


@pytest.mark.parametrize("number", ["", "Lù Văn Suối", "05 2026", "05/Suối", "A1", "05/2026\n"])
def test_a_name_is_no_number(officer: Any, number: str) -> None:
    with pytest.raises(Refused, match="Chỉ ghi số của hồ sơ"):
        register_secret(number, actor=officer, at=AT)


def test_the_database_keeps_no_words(officer: Any) -> None:
    ref = register_secret("05/2026", actor=officer, at=AT)

    with pytest.raises(IntegrityError), transaction.atomic():
        SecretFile.objects.filter(ref=ref).update(number="Lù Văn Suối")


def test_the_head_of_the_office_records_where_it_goes(officer: Any) -> None:
    ref = register_secret("05/2026", actor=officer, at=AT)
    move = partial(move_secret, ref, actor=HEAD, at=AT)
    move(SecretMove.RECEIVE, version=1)
    move(SecretMove.GIVE_BACK, version=2)
    (back,) = secret_files_for(officer)
    move(SecretMove.RECEIVE, version=3)
    move(SecretMove.FORWARD, version=4)
    (above,) = secret_files_for(HEAD)

    with pytest.raises(Refused, match="Người khác vừa lưu"):
        move(SecretMove.END, version=4)
    with pytest.raises(Refused, match="đang ở nơi khác"):
        move(SecretMove.RECEIVE, version=5)
    move(SecretMove.END, version=5)

    (ended,) = secret_files_for(HEAD)
    assert (back.holder, above.holder) == ("Công an xã Suối Mây", "Cơ quan cấp trên")
    assert (ended.state_name, ended.moves) == ("Đã xong, đưa vào lưu trữ", ())
    said = Entry.objects.filter(subject_ref=ref).values_list("said", flat=True)
    assert all("số 05/2026" in one for one in said)
    assert len(said) == 6


def test_who_need_not_know_does_not(officer: Any) -> None:
    ref = register_secret("05/2026", actor=officer, at=AT)
    inspector = actor(Role.INSPECTOR)
    others = [
        actor(Role.UNIT_HEAD, unit=organisation("Sở Gió Núi")),
        *(actor(role) for role in (Role.SPECIALIST, Role.SECRETARY, Role.MEMBER, Role.EDITOR)),
    ]

    assert [len(secret_files_for(who)) for who in (officer, HEAD, inspector)] == [1, 1, 1]
    for who in others:
        assert secret_files_for(who) == []
        with pytest.raises(Unseen):
            secret_file_for(who, ref)
    for who in (officer, inspector):
        with pytest.raises(Refused, match="Chỉ Trưởng phòng"):
            move_secret(ref, SecretMove.RECEIVE, version=1, actor=who, at=AT)


@each_connected
def test_two_record_one_number_at_once_and_one_is_told(officer: Any) -> None:
    keep = partial(register_secret, "05/2026", actor=officer, at=AT)

    assert sorted(at_once(keep, keep)) == ["", "NUMBER_TAKEN"]
