"""Invented people and units, by dice with a fixed seed: as alike as the people of one province.

A few surnames carry most people, a few middle names too; given names have a long tail. Nobody
among them is meant to be anybody.
"""

from dataclasses import dataclass

import numpy as np


def _words(text: str) -> list[str]:
    return text.split()


SURNAMES = _words(
    "Nguyễn Trần Lê Phạm Hoàng Vũ Võ Phan Trương Bùi Đặng Đỗ Ngô Hồ Dương Đinh Lý Lò Vàng "
    "Giàng Sùng Thào Hạng Lù Tẩn Chảo Lồ Hầu Ma Cư Tráng Lừu Sần Vù Mã Ly Phàn Chẻo Tải Lương "
    "Hà Nông Hoàng Cao Mai Tạ Tô Quách Triệu "
)
MIDDLES = _words(
    "Thị Văn Thị Văn Thị Văn A Thị Văn Đức Ngọc Minh Hữu Quang Thanh Thu Xuân Công Đình Kim "
    "Mạnh Hồng Thúy Bích Trọng Tiến Quốc Hải Anh Gia Bảo Seo Mùi Láo Phương Diệu Khánh Tuấn "
    "Duy Như "
)
GIVENS = _words(
    "An Anh Ánh Ân Bách Bằng Bảo Bích Bình Bưởi Cảnh Cẩm Cầu Chà Chải Chi Chiến Chín Chinh Cò "
    "Cở Cúc Cương Cường Dân Dậu Dế Dìn Dơ Dũng Dung Duyên Dương Đạt Đá Điệp Định Đoàn Đô Đông "
    "Đức Gấm Giang Hà Hạ Hải Hạnh Hảo Hằng Hậu Hiên Hiền Hiếu Hoa Hòa Hoài Hoàn Hồng Huấn Huệ "
    "Hùng Huy Huyền Hương Hường Hưng Khang Khánh Khoa Khôi Khuê Kiên Kiều Lan Lâm Lềnh Liên "
    "Liễu Linh Loan Long Lộc Luyến Lúa Lụa Ly Mai Mạnh Mận Mây Minh Mỵ My Na Nam Nga Ngà Ngân "
    "Nghĩa Ngọc Nguyên Nguyệt Nhàn Nhân Nhi Nhung Ninh Nụ Oanh Páo Pha Phấn Phong Phúc Phương "
    "Phượng Quân Quang Quế Quyên Quyết Quỳnh Sáng Sao Sâm Sen Sinh Sơn Sử Sửu Tài Tâm Tân Thà "
    "Thạch Thái Thắm Thanh Thành Thảo Thắng Thêu Thìn Thoa Thông Thơ Thơm Thu Thuận Thủy Thúy "
    "Thùy Thư Thương Tiên Tiến Tình Tính Toàn Toản Trà Trang Trầm Trinh Trúc Trung Trường Tú "
    "Tuấn Tuệ Tùng Tuyến Tuyết Tư Uyên Vân Viên Việt Vinh Vui Vương Xanh Xoan Xuân Xuyến Yên "
    "Yến "
)
UNITS_OF_EACH = 30
DEPARTMENTS = 40
FOUR_SYLLABLES = 0.35


@dataclass(frozen=True)
class Made:
    """Names of people, for each the place of its unit among all below departments, and its birth.

    Births are days as text, 1985-04-19.
    """

    names: list[str]
    units: list[int]
    births: list[str]


def made(people: int, *, seed: int = 20261127) -> Made:
    """Return so many people; the same ones every time."""
    dice = np.random.default_rng(seed)
    surnames = _chosen(dice, SURNAMES, people, 1.1)
    middles = _chosen(dice, MIDDLES, people, 0.9)
    seconds = _chosen(dice, GIVENS, people, 0.3)
    givens = _chosen(dice, GIVENS, people, 0.5)
    is_long = dice.random(people) < FOUR_SYLLABLES
    names = [
        " ".join((surname, middle, second, given) if four else (surname, middle, given))
        for surname, middle, second, given, four in zip(
            surnames, middles, seconds, givens, is_long, strict=True
        )
    ]
    units = dice.integers(0, DEPARTMENTS * UNITS_OF_EACH, people).tolist()
    births = np.datetime64("1960-01-01") + dice.integers(0, 16_000, people)
    return Made(names, units, births.astype(str).tolist())


def _chosen(dice: np.random.Generator, words: list[str], count: int, steepness: float) -> list[str]:
    """Choose words, the first ones more often (Zipf)."""
    weights = 1 / np.arange(1, len(words) + 1) ** steepness
    return list(dice.choice(np.array(words), count, p=weights / weights.sum()))


def asked(register: Made, count: int, *, seed: int = 7) -> list[str]:
    """Return what somebody types: names of people who are there, whole or the last two syllables.

    Without marks, half of them each.
    """
    dice = np.random.default_rng(seed)
    chosen = dice.choice(len(register.names), count, replace=False)
    return [
        register.names[who] if turn % 2 else " ".join(register.names[who].split()[-2:])
        for turn, who in enumerate(chosen.tolist())
    ]
