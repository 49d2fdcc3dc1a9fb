"""The signs of a search are read from any text, and written back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.registry.selectors.operators import (
    MOST_PARTS,
    Part,
    Sign,
    parts_of,
    written,
    years_in,
)

PIECES = st.lists(
    st.sampled_from(
        [
            "lúa", "Chín", "họ", "tên:", "TÊN:", "đv:", "donvi:", "đơn", "vị:", "năm:2019", "nam:",
            "2019..2021", "qđ:742/QĐ-UBND", "dh:cstđcs", '"', "“", "”", "-", "-thôn", ",", ";", " ",
            "  ", "chức:", "a:b", "-10", "10:30", ":", "..", "đ", "ß", "İ",
        ]
    )
    | st.text(max_size=4),
    max_size=14,
)  # fmt: skip


def parts(text: str) -> list[tuple[str, str, bool]]:
    return [(part.sign.name, part.text, part.is_not) for part in parts_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lúa chín, sở y tế", [("WORDS", "lúa chín, sở y tế", False)]),
        ('"Nguyễn Thị Lan"', [("PHRASE", "Nguyễn Thị Lan", False)]),
        ("“Nguyễn Thị Lan” -thôn", [("PHRASE", "Nguyễn Thị Lan", False), ("PHRASE", "thôn", True)]),
        ('-"bản mây" lan', [("PHRASE", "bản mây", True), ("WORDS", "lan", False)]),
        ("năm:2019", [("YEAR", "2019", False)]),
        ("NAM:2019..2021 lan", [("YEAR", "2019..2021", False), ("WORDS", "lan", False)]),
        ("-năm:2019", [("YEAR", "2019", True)]),
        ("đv:syt lan", [("UNIT", "syt", False), ("WORDS", "lan", False)]),
        ('donvi:"sở y tế" lan', [("UNIT", "sở y tế", False), ("WORDS", "lan", False)]),
        ("đơn vị: sở y tế, lan", [("UNIT", "sở y tế", False), ("WORDS", "lan", False)]),
        ("Họ tên: Lúa Chín năm: 2019", [("NAME", "Lúa Chín", False), ("YEAR", "2019", False)]),
        ("qd:742/QĐ-UBND", [("DECISION", "742/QĐ-UBND", False)]),
        ("danhhieu:cstđcs", [("AWARD", "cstđcs", False)]),
        ("chuc:giamdoc lan", [("STRANGE", "chuc:", False), ("WORDS", "lan", False)]),
        ("năm:", [("YEAR", "", False)]),
        ('lan "chưa đóng', [("WORDS", "lan", False), ("PHRASE", "chưa đóng", False)]),
        ("SYT-LC 2019 - 2021 -5 - x 10:30", [("WORDS", "SYT-LC 2019 - 2021 -5 - x 10:30", False)]),
        ('"" \' "', [("WORDS", "'", False)]),
    ],
)
def test_signs_are_read_with_and_without_marks(
    text: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert parts(text) == expected


@given(PIECES.map(" ".join) | PIECES.map("".join) | st.text())
def test_what_is_read_is_written_and_read_again_the_same(text: str) -> None:
    found = parts_of(text[:90])

    assert parts_of(written(found)) == found
    assert len(found) <= MOST_PARTS


@given(PIECES.map(" ".join), st.integers(0, MOST_PARTS))
def test_any_part_can_be_taken_away(text: str, which: int) -> None:
    found = parts_of(text[:90])
    kept = found[:which] + found[which + 1 :]

    signs = [part for part in kept if part.sign is not Sign.WORDS]
    assert [part for part in parts_of(written(kept)) if part.sign is not Sign.WORDS] == signs


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2019", (2019, 2019)),
        ("2019..2021", (2019, 2021)),
        ("2021 - 2019", (2019, 2021)),
        ("2019..", (2019, None)),
        ("..2021", (None, 2021)),
        ("", None),
        ("..", None),
        ("20192021", None),
        ("19", None),
        ("２０１９", None),
    ],
)
def test_years(text: str, years: tuple[int | None, int | None] | None) -> None:
    assert years_in(text) == years


def test_a_part_says_itself() -> None:
    assert written([Part(Sign.PHRASE, "thôn", is_not=True), Part(Sign.UNIT, "sở y tế")]) == (
        '-thôn đv:"sở y tế"'
    )
