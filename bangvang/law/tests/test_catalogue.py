"""Codes are found by whatever the office writes; what could be two codes is not found."""

from datetime import date
from pathlib import Path

import pytest

from bangvang.law import (
    Kind,
    UnknownAward,
    award_abbr,
    award_name,
    catalogue,
    find_code,
    find_kind,
    kind_name,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chiến sĩ thi đua cấp tỉnh", "CSTDT"),
        ("CSTĐ tỉnh", "CSTDT"),
        ("chien si thi dua tinh", "CSTDT"),
        (" cstdt ", "CSTDT"),
        ("Danh hiệu “Chiến sĩ thi đua cơ sở”", "CSTDCS"),
        ("CSTĐCS", "CSTDCS"),
        ("Bằng khen của Thủ tướng Chính phủ", "BK_TTG"),
        ("BKTTg", "BK_TTG"),
        ("BK TTg", "BK_TTG"),
        ("BK_TTG", "BK_TTG"),
        ("Bằng khen Thủ tướng", "BK_TTG"),
        ("Bằng khen của Chủ tịch UBND tỉnh Lào Cai", "BK_TINH"),
        ("Bằng khen UBND tỉnh", "BK_TINH"),
        ("Bằng khen cấp bộ", "BK_BO"),
        ("Giấy khen", "GIAY_KHEN"),
        ("Huân chương Lao động hạng Ba", "HCLD3"),
        ("HCLĐ hạng III", "HCLD3"),
        ("huân chương độc lập hạng nhì", "HCDL2"),
        ("Hoàn thành xuất sắc nhiệm vụ", "HTXSNV"),
        ("Chiến sỹ thi đua cơ sở", "CSTDCS"),
        ("Sáng kiến cấp cơ sở", "SK_CO_SO"),
        ("Sáng kiến cấp tỉnh", "SK_TINH"),
        ("Tập thể Lao động xuất sắc", "TTLDXS"),
        ("Bằng khen", None),
        ("Huân chương Lao động", None),
        ("Chiến sĩ thi đua", None),
        ("Bằng khen Tỉnh ủy", None),
        ("Bằng khen Tỉnh đoàn", None),
        ("Sáng kiến", None),
        ("", None),
    ],
)
def test_a_spelling_finds_its_code(text: str, code: str | None) -> None:
    assert find_code(text) == code


def test_every_code_abbreviation_and_name_finds_its_own_code() -> None:
    for line in catalogue().values():
        names = (name.name for name in line.names.items)
        for text in (line.code, line.abbr, *names):
            assert find_code(text) == line.code


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.MERIT),
        ("Công trạng", Kind.MERIT),
        ("THÀNH TÍCH ĐỘT XUẤT", Kind.SUDDEN),
        ("chuyên đề", Kind.THEME),
        ("Phong trào thi đua", Kind.THEME),
        ("quá trình cống hiến", Kind.LONG_SERVICE),
        ("nien han", Kind.TENURE),
        ("Đối ngoại", Kind.EXTERNAL),
        ("Kháng chiến", Kind.RESISTANCE),
        ("LONG_SERVICE", Kind.LONG_SERVICE),
        ("khác", None),
    ],
)
def test_a_kind_is_found_by_its_name(text: str, kind: Kind | None) -> None:
    assert find_kind(text) is kind


def test_names_follow_the_day_and_begin_with_the_first() -> None:
    assert award_name("THON_VH", date(2023, 12, 31)) == "Thôn, làng, ấp, bản, tổ dân phố văn hóa"
    assert award_name("THON_VH", date(2024, 1, 1)) == "Thôn, tổ dân phố văn hóa"
    assert award_name("CSTDT", date(2010, 1, 1)) == "Chiến sĩ thi đua cấp tỉnh"
    assert award_abbr("CSTDCS") == "CSTĐCS"
    assert kind_name(Kind.LONG_SERVICE) == "Quá trình cống hiến"


def test_an_unknown_code_has_no_name() -> None:
    with pytest.raises(UnknownAward):
        award_name("X", date(2022, 1, 1))
    with pytest.raises(UnknownAward):
        award_abbr("X")


def test_the_contract_names_each_award_once() -> None:
    text = (Path(__file__).parents[3] / "docs" / "contract.md").read_text(encoding="utf-8")
    listed = text.split("the codes\ntoday:\n\n", 1)[1].split("\n\n", 1)[0]

    codes = [code.strip(". ") for code in listed.replace("\n", " ").split(",")]

    assert codes == [code for code, line in catalogue().items() if line.is_award]
