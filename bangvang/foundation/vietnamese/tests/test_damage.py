"""Broken text noticed, sound text left alone."""

import pytest

from bangvang.foundation.vietnamese import Damage, damage_in


@pytest.mark.parametrize(
    ("text", "damage"),
    [
        ("NguyÔn V¨n Ruéng", Damage.TCVN3),
        ("TrÇn ThÞ Lóa", Damage.TCVN3),
        ("§Æng Thµnh", Damage.TCVN3),
        ("Nguyeãn Vaên Ruoäng", Damage.VNI),
        ("Tröông Thò Luùa", Damage.VNI),
        ("Ñoaøn Vaên Beù", Damage.VNI),
        ("Nguyá»…n VÄƒn", Damage.MOJIBAKE),
        ("Tráº§n Thá»‹ LÃºa", Damage.MOJIBAKE),
        ("Nguy?n V?n Ru?ng", Damage.LOST),
        ("L\ufffd Th\ufffd", Damage.LOST),
    ],
)
def test_damage_is_recognised(text: str, damage: Damage) -> None:
    assert damage_in(text) is damage


@pytest.mark.parametrize(
    "text",
    [
        "Lù Văn Bậc Thang",
        "Vàng Thị Lúa Chín, Phó Giám đốc Sở Văn hóa, Thể thao và Du lịch",
        "UBND XÃ NẬM CÓ",
        "Hoàn thành chưa? Đã hoàn thành 3½ km² đường",
        "H'Mông A Pháo; Thuỷ, Thúy, khoẻ, uỷ, quý",
        "François Müller",
        "Muñoz Schröder",
        "Trường TH&THCS số 2 «Chữ trong ngoặc»",
        "",
    ],
)
def test_sound_text_is_not_suspected(text: str) -> None:
    assert damage_in(text) is None
