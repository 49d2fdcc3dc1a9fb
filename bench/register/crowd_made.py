"""An invented nation and the lists that name its people, with the noise of real lists.

Made by dice with a fixed seed. Surnames are as unevenly spread as in Vietnam, so that the median
name without marks is shared by dozens among three million. ``NOISE`` says how often a list differs
from the register; one row in ten means somebody whom the register does not have.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bangvang.foundation.vietnamese import fold, name_key, name_key_loose
from bangvang.registry.linking import Described

Whole = npt.NDArray[np.int64]

SURNAMES = {
    "Nguyễn": 300, "Trần": 105, "Lê": 86, "Phạm": 56, "Hoàng": 48, "Vũ": 25, "Võ": 20, "Phan": 27,
    "Đặng": 23, "Bùi": 22, "Đỗ": 19, "Hồ": 14, "Ngô": 14, "Dương": 13, "Lý": 18, "Giàng": 16,
    "Vàng": 15, "Lò": 14, "Sùng": 12, "Thào": 9, "Tẩn": 9, "Chảo": 8, "Bàn": 8, "Triệu": 9,
    "Nông": 9, "Lương": 9, "Hà": 9, "Ma": 5, "Vi": 5, "Cư": 4, "Tráng": 5, "Lù": 5, "Hạng": 4,
    "Đinh": 6, "Mai": 4, "Trịnh": 5, "Đoàn": 5, "Cao": 4, "Tô": 3, "La": 2, "Quàng": 3, "Sìn": 2,
}  # fmt: skip
# fmt: off
MIDDLES = {
    "F": [
        "Thị", "Thị", "Thị", "Thị", "Thị", "Thu", "Ngọc", "Thanh", "Bích", "Kim", "Hồng", "Mỹ",
        "Diệu", "Minh", "Phương", "Thùy", "Xuân",
    ],
    "M": [
        "Văn", "Văn", "Văn", "Văn", "Đức", "Minh", "Quang", "Hữu", "Xuân", "Ngọc", "Quốc",
        "Thanh", "Công", "Đình", "Trọng", "Tiến", "Anh",
    ],
}
SECOND = ["", "", "", "", "", "", "", "Thu", "Ngọc", "Minh", "Mai", "Hải"]
GIVEN = {
    "F": [
        "Hương", "Lan", "Hoa", "Hòa", "Huệ", "Mai", "Cúc", "Đào", "Liên", "Nga", "Ngân",
        "Nhung", "Oanh", "Phượng", "Quyên", "Thảo", "Thơm", "Thu", "Thủy", "Trang", "Tuyết",
        "Vân", "Yến", "Xuân", "Hạnh", "Hằng", "Hiền", "Huyền", "Linh", "Loan", "Lụa", "Ly",
        "Mơ", "Na", "Ngọc", "Nguyệt", "Dung", "Duyên", "Giang", "Chi", "Châu", "Bình", "An",
        "Ánh", "Anh", "Hà", "Hải", "Hậu", "Hồng", "Minh", "Mỷ", "Pàng", "Say", "Sua", "Dở",
        "Chá", "Dí", "Máy", "Mẩy", "Phấy", "Nảy", "Lả", "Pham", "Ỏn", "Tươi", "Thắm", "Thoa",
        "Tâm", "Sen", "Sâm", "Phúc", "Nhàn", "Nhài", "Nụ", "Lý", "Lài", "Khuyên", "Hợi",
    ],
    "M": [
        "Hùng", "Dũng", "Cường", "Sơn", "Hải", "Long", "Nam", "Bắc", "Đông", "Thắng", "Tuấn",
        "Tú", "Tùng", "Trung", "Thành", "Quân", "Quang", "Phúc", "Phong", "Minh", "Mạnh", "Lực",
        "Lâm", "Khoa", "Khánh", "Kiên", "Huy", "Hưng", "Hiếu", "Hòa", "Hoàng", "Giang", "Đức",
        "Đạt", "Dương", "Duy", "Chung", "Chính", "Bình", "Bảo", "An", "Anh", "Ân", "Sáng",
        "Páo", "Sùng", "Pao", "Vảng", "Dế", "Chúng", "Tráng", "Lử", "Seng", "Phà", "Giống",
        "Toàn", "Tiến", "Thái", "Thịnh", "Vinh", "Vũ", "Việt", "Xuân", "Nghĩa", "Nhân",
        "Nguyên", "Lợi", "Lộc", "Hậu", "Hào", "Danh", "Cảnh", "Công", "Chiến", "Bách",
    ],
}
# fmt: on
TITLES = ("", "", "", "", "", "", "Ông ", "Bà ", "Đ/c ")


class Noise(NamedTuple):
    """How often a row of a list differs from the register, each a share of 1."""

    absent: float = 0.10
    no_marks: float = 0.12
    wrong_mark: float = 0.03
    letter: float = 0.03
    syllable: float = 0.015
    upper: float = 0.12
    year_only: float = 0.14
    no_birth: float = 0.03
    swapped: float = 0.01
    slip: float = 0.015
    moved: float = 0.10
    no_unit: float = 0.03
    number: float = 0.35
    wrong_number: float = 0.003


NOISE = Noise()


@dataclass(frozen=True)
class Nation:
    """People as the register has them and rows as lists write them; ``truth`` -1: not there.

    ``written`` are the names before folding, of both, for the plain comparison of texts.
    """

    people: list[Described]
    rows: list[Described]
    truth: Whole
    written: tuple[list[str], list[str]]


def nation(*, people: int, rows: int, noise: Noise = NOISE, seed: int = 20261127) -> Nation:
    """Return so many people and so many rows about them."""
    dice = np.random.default_rng(seed)
    absent = int(rows * noise.absent)
    names = _names(dice, people + absent)
    births = _births(dice, people + absent)
    units = [fold(f"đơn vị {number}") for number in range(max(people // 250, 20))]
    sizes = dice.lognormal(0, 1, len(units))
    at = dice.choice(len(units), people + absent, p=sizes / sizes.sum())
    key = _folder()
    known = births.copy()
    part = dice.random(known.size) < 0.05
    known[part] = known[part] // 10_000 * 10_000
    has_number = dice.random(known.size) < 0.6
    everybody = [
        Described(*key(names[i]), int(known[i]), units[at[i]], str(i) if has_number[i] else "")
        for i in range(people)
    ]
    meant = np.concatenate(
        [dice.choice(people, rows - absent, replace=False), np.arange(people, people + absent)]
    )
    dice.shuffle(meant)
    listed, texts = [], []
    for i in meant.tolist():
        text = _written(dice, names[i], noise)
        texts.append(text)
        unit = units[at[i]] if dice.random() > noise.moved else units[dice.integers(len(units))]
        number = str(i) if dice.random() < noise.number else ""
        if number and dice.random() < noise.wrong_number:
            number = f"{number}-"
        listed.append(
            Described(
                *key(text),
                _said_birth(dice, int(births[i]), noise),
                "" if dice.random() < noise.no_unit else unit,
                number,
            )
        )
    truth = np.where(meant < people, meant, -1)
    return Nation(everybody, listed, truth, (names[:people], texts))


def _names(dice: np.random.Generator, size: int) -> list[str]:
    shares = np.array(list(SURNAMES.values()), float)
    surnames = np.array(list(SURNAMES))[dice.choice(shares.size, size, p=shares / shares.sum())]
    is_female = dice.random(size) < 0.52
    middles, givens = np.empty(size, object), np.empty(size, object)
    for sex, where in (("F", is_female), ("M", ~is_female)):
        count = int(where.sum())
        middles[where] = np.array(MIDDLES[sex], object)[
            dice.integers(len(MIDDLES[sex]), size=count)
        ]
        rank = 1 / (np.arange(len(GIVEN[sex])) + 8.0)
        picked = dice.choice(rank.size, count, p=rank / rank.sum())
        givens[where] = np.array(GIVEN[sex], object)[picked]
    second = np.array(SECOND, object)[dice.integers(len(SECOND), size=size)]
    joined = zip(surnames.tolist(), middles.tolist(), second.tolist(), givens.tolist(), strict=True)
    return [" ".join(filter(None, parts)) for parts in joined]


def _births(dice: np.random.Generator, size: int) -> Whole:
    years = dice.triangular(1950, 1980, 2004, size).astype(np.int64)
    return years * 10_000 + dice.integers(1, 13, size) * 100 + dice.integers(1, 29, size)


def _folder() -> Callable[[str], tuple[str, str]]:
    """Fold each spelling once."""
    known: dict[str, tuple[str, str]] = {}

    def key(name: str) -> tuple[str, str]:
        if name not in known:
            known[name] = (name_key_loose(name), name_key(name))
        return known[name]

    return key


def _written(dice: np.random.Generator, name: str, noise: Noise) -> str:
    syllables = name.split()
    if dice.random() < noise.syllable and len(syllables) > 2:
        del syllables[dice.integers(1, len(syllables) - 1)]
    if dice.random() < noise.letter:
        _slip(dice, syllables)
    text = " ".join(syllables)
    if dice.random() < noise.wrong_mark:
        text = " ".join([fold(syllables[0]).capitalize(), *syllables[1:]])
    if dice.random() < noise.no_marks:
        text = fold(text).title()
    if dice.random() < noise.upper:
        text = text.upper()
    return TITLES[dice.integers(len(TITLES))] + text


def _slip(dice: np.random.Generator, syllables: list[str]) -> None:
    """Change, lose or double one letter of one syllable."""
    place = int(dice.integers(len(syllables)))
    word = syllables[place]
    at = int(dice.integers(len(word)))
    letter = "" if dice.random() < 0.4 and len(word) > 2 else "hnaogtim"[dice.integers(8)]
    syllables[place] = word[:at] + letter + word[at + (dice.random() < 0.7) :]


def _said_birth(dice: np.random.Generator, birth: int, noise: Noise) -> int:
    year, month, day = birth // 10_000, birth // 100 % 100, birth % 100
    draw = dice.random()
    if draw < noise.no_birth:
        return 0
    if draw < noise.no_birth + noise.year_only:
        return year * 10_000
    slip = dice.random()
    if slip < noise.swapped and day <= 12:
        month, day = day, month
    elif slip < noise.swapped + noise.slip:
        parts: Sequence[int] = (year, month, day)
        year, month, day = _one_off(dice, parts)
    return year * 10_000 + month * 100 + day


def _one_off(dice: np.random.Generator, parts: Sequence[int]) -> tuple[int, int, int]:
    year, month, day = parts
    which = dice.integers(3)
    if which == 0:
        return year + int(dice.choice([-10, -1, 1, 10])), month, day
    if which == 1:
        return year, month % 12 + 1, day
    return year, month, day % 28 + 1
