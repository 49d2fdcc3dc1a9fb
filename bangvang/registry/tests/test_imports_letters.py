"""Text files of past awards in old encodings: named, converted when agreed, refused if unknown."""

import unicodedata

import pytest

from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT
from bangvang.foundation.vietnamese.legacy import TCVN3, VNI
from bangvang.registry.actions.agree_letters import agree_letters
from bangvang.registry.actions.import_awards import try_awards
from bangvang.registry.actions.stage_import import stage_import
from bangvang.registry.actions.take_import import take_import
from bangvang.registry.models import AwardImport, ImportRow
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.import_files import HEADER, SPECIALIST, UNIT, line, states

pytestmark = pytest.mark.django_db

NAME = "Nguyễn Thị Thủy"
TONES_OF_1258 = "\u0300\u0301\u0303\u0309\u0323"


@pytest.fixture(autouse=True)
def _health() -> None:
    organisation(UNIT)


def text() -> str:
    rows = (HEADER, line(NAME, "5/8/1990"), line("Lò Văn Đạt", "1/2/1991", number="2/QĐ"))
    return "".join(";".join(map(str, row)) + "\r\n" for row in rows)


def in_table(table: dict[str, str]) -> bytes:
    back = {letter: sign for sign, letter in reversed(table.items())}
    return "".join(back.get(letter, letter) for letter in text()).encode("cp1252")


def in_1258() -> bytes:
    apart = ""
    for letter in text():
        marks = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in marks if mark in TONES_OF_1258)
        plain = "".join(mark for mark in marks if mark not in TONES_OF_1258)
        apart += unicodedata.normalize("NFC", plain) + tones
    return apart.encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(in_table(TCVN3), "TCVN3"), (in_table(VNI), "VNI"), (in_1258(), "CP1258")],
)
def test_an_old_encoding_is_proposed_and_nothing_is_ready_before_it_is_agreed(
    data: bytes, encoding: str
) -> None:
    ref = take_import(data, original_name="a.csv", actor=SPECIALIST, at=AT).ref
    made = AwardImport.objects.get()

    assert (made.proposed_encoding, set(states(made)) - {"PROBLEM"}) == (encoding, set())
    assert "Họ và tên" in [after for _, after in made.samples]
    agree_letters(ref, encoding, version=1, actor=SPECIALIST, at=AT)
    assert states(made) == ["READY", "READY"]
    names = [row.said["name"] for row in ImportRow.objects.order_by("row")]
    assert names == [NAME, "Lò Văn Đạt"]
    agree_letters(ref, "", version=2, actor=SPECIALIST, at=AT)
    assert set(states(made)) <= {"PROBLEM"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_unicode_with_its_mark_is_read_without_a_question(encoding: str) -> None:
    take_import(text().encode(encoding), original_name="a.csv", actor=SPECIALIST, at=AT)

    made = AwardImport.objects.get()
    assert (made.proposed_encoding, states(made)) == ("", ["READY", "READY"])


def test_letters_of_which_nobody_can_say_what_they_are_are_refused() -> None:
    data = "Ten;Nam\r\nZürich;2020\r\n".encode("cp1252")

    take_import(data, original_name="a.csv", actor=SPECIALIST, at=AT)

    made = AwardImport.objects.get()
    assert (made.state, "bảng mã cũ chưa rõ tên" in made.trouble) == ("REFUSED", True)
    for act in (stage_import, try_awards):
        with pytest.raises(Refused) as refused:
            act(data, original_name="a.csv", actor=SPECIALIST, at=AT)
        assert refused.value.objection.code == "LEGACY_ENCODING"
