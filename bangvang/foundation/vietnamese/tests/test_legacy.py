"""Old encodings: every letter both ways, words as offices wrote them, and nothing unasked."""

import pytest

from bangvang.foundation.vietnamese.damage import Damage
from bangvang.foundation.vietnamese.legacy import (
    TCVN3,
    VNI,
    encoding_of,
    is_certainly_unicode,
    is_recognised,
    may_be,
    to_unicode,
)

LETTERS = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"


def test_both_tables_hold_every_letter_of_the_alphabet() -> None:
    assert set(LETTERS) <= set(TCVN3.values())
    assert set(LETTERS) | set(LETTERS.upper()) == set(VNI.values())


@pytest.mark.parametrize("encoding", [Damage.TCVN3, Damage.VNI])
def test_what_is_written_in_an_old_encoding_comes_back_letter_by_letter(encoding: Damage) -> None:
    table = TCVN3 if encoding is Damage.TCVN3 else VNI
    back = {letter: code for code, letter in table.items()}

    came = [to_unicode(back[letter], encoding) for letter in LETTERS]

    assert came == list(LETTERS)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Hä vµ tªn", "Họ và tên"),
        ("NguyÔn V¨n Bót Ch×", "Nguyễn Văn Bút Chì"),
        ("§¬n vÞ", "Đơn vị"),
        ("ChiÕn sÜ thi ®ua c¬ së", "Chiến sĩ thi đua cơ sở"),
        ("ñy ban nh©n d©n tØnh", "ủy ban nhân dân tỉnh"),
        ("NGUYÔN V¡N", "NGUYỄN VĂN"),
        ("TËp thÓ L­u tr÷", "Tập thể Lưu trữ"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_tcvn3(written: str, meant: str) -> None:
    assert to_unicode(written, Damage.TCVN3) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Hoï vaø teân", "Họ và tên"),
        ("Nguyeãn Vaên Buùt Chì", "Nguyễn Văn Bút Chì"),
        ("Ñôn vò", "Đơn vị"),
        ("ÑOAØN THÒ LYÙ", "ĐOÀN THỊ LÝ"),
        ("Chieán só thi ñua cô sôû", "Chiến sĩ thi đua cơ sở"),
        ("UÛy ban nhaân daân", "Ủy ban nhân dân"),
        ("Öôùc", "Ước"),
    ],
)
def test_vni(written: str, meant: str) -> None:
    assert to_unicode(written, Damage.VNI) == meant


@pytest.mark.parametrize("lost", [Damage.LOST, Damage.MOJIBAKE])
def test_what_cannot_be_turned_back_is_not_tried(lost: Damage) -> None:
    with pytest.raises(ValueError, match=lost.value[:3]):
        to_unicode("Nguy?n", lost)


def test_the_encoding_of_many_texts_is_that_of_most() -> None:
    tcvn3 = ["Hä vµ tªn", "§¬n vÞ", "Nam", "2015", "Hoï vaø teân"]

    assert encoding_of(tcvn3) is Damage.TCVN3
    assert encoding_of(["Hoï vaø teân"]) is Damage.VNI
    assert encoding_of(["Họ và tên", "Đơn vị", "1985", "Lê Hà", "Trần Thị Ô"]) is None


def test_texts_that_could_be_either_are_told_apart() -> None:
    assert is_certainly_unicode("Trần")
    assert not is_certainly_unicode("Lê Hà")
    assert may_be("Tróc", Damage.TCVN3)
    assert not may_be("Hà", Damage.TCVN3)
    assert not may_be("Nam", Damage.TCVN3)
    assert not may_be("Trần", Damage.VNI)
    assert is_recognised("Hä vµ tªn", Damage.TCVN3)
    assert not is_recognised("Tróc", Damage.TCVN3)
