"""A name of plain words is what it is when it is looked at whole, whatever words come together."""

import re
import unicodedata
from datetime import date
from itertools import product

import pytest

from bangvang.foundation.vietnamese import names
from bangvang.registry.intake import groups, plain_cells
from bangvang.registry.intake import names as in_cells
from bangvang.registry.intake.plain_cells import Readers
from bangvang.registry.intake.plain_names import plain_name

TELLING = sorted(
    {
        word
        for pattern in (
            names._TITLE.pattern,
            groups._ORGANISATIONS,
            groups._HOUSEHOLD.pattern,
            groups._SIGNATURE.pattern,
            groups._OFFICE.pattern,
            in_cells._AND.pattern,
        )
        for word in re.findall(r"[^\W\d_]+", pattern)
    }
    | {"tướng", "tá", "úy", "sĩ", "nhất", "An"}
)
"""All words of what is no name by itself, and of what is to be cut off from one."""


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> Readers:
    monkeypatch.setattr(plain_cells, "plain_name", lambda _value: None)
    return Readers({}, date(2026, 9, 14))


@pytest.mark.parametrize("behind", ["", " Mẫu", " Văn Mẫu"])
def test_words_that_tell_are_looked_at_whole(whole: Readers, behind: str) -> None:
    texts = [f"{one} {other}{behind}" for one, other in product(TELLING, TELLING)]
    sure = {text: found for text in texts if (found := plain_name(text))}

    differ = [
        text
        for text, found in sure.items()
        if (read := whole.name(text)) is None
        or (read.name, read.key, read.loose, read.is_collective, read.is_several)
        != (*found, False, False)
    ]

    assert differ == []
    assert sure


@pytest.mark.parametrize(
    "text",
    ["Lù Văn Mẫu", " NGUYỄN  THỊ THỬ ", unicodedata.normalize("NFD", "Hoà Thị Thử Lí"), "Đỗ An"],
)
def test_an_ordinary_name_is_told_by_its_words(whole: Readers, text: str) -> None:
    found, read = plain_name(text), whole.name(text)

    assert found is not None
    assert read is not None
    assert found == (read.name, read.key, read.loose)


@pytest.mark.parametrize(
    "value",
    ["Mẫu", "Ông Lù Văn Mẫu", "Trần Văn Thử và Lê Thị Mẫu", "Lù Văn Mẫu\nLê Thị Thử", "Lù V?n Mẫu",
     "1. Lù Văn Mẫu", "Sở Mẫu Một", "Hộ Vàng A Thử", 12, None, ""],
)  # fmt: skip
def test_anything_else_is_not(value: str | int | None) -> None:
    assert plain_name(value) is None
