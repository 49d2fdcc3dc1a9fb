"""Compounds stay together on a line."""

import pytest

from bangvang.web.components.words import NO_BREAK, bind


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("phong trào thi đua", "phong trào thi_đua"),
        ("Ủy ban nhân dân tỉnh", "Ủy_ban_nhân_dân tỉnh"),
        ("quý I năm 2022", "quý_I năm_2022"),
        ("Huân chương Lao động hạng Nhất", "Huân chương Lao_động hạng_Nhất"),
        ("Hội đồng Thi đua - Khen thưởng tỉnh", "Hội đồng Thi_đua_- Khen_thưởng tỉnh"),
        ("kỳ thứ nhất", "kỳ_thứ_nhất"),
        ("điểm b khoản 1 Điều 73", "điểm_b khoản_1 Điều_73"),
        ("ngày 19/04/2022", "ngày_19/04/2022"),
        ("năm anh em", "năm anh em"),
        ("thi đuaX", "thi đuaX"),
        ("", ""),
    ],
)
def test_compounds_are_bound_and_nothing_else(text: str, bound: str) -> None:
    assert bind(text) == bound.replace("_", NO_BREAK)
