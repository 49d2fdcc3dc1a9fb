"""Compounds that a line never breaks: thi đua, Ủy ban nhân dân, quý I, hạng Nhất."""

import re
from functools import lru_cache

NO_BREAK = "\u00a0"

COMPOUNDS = (
    "Chủ tịch nước",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "thi đua",
    "khen thưởng",
    "Ủy ban",
    "nhân dân",
    "Chiến sĩ",
    "Chủ tịch",
    "Thủ tướng",
    "Chính phủ",
    "Nhà nước",
    "Quốc hội",
    "Lao động",
    "Dũng cảm",
    "Lào Cai",
    "Tổ quốc",
    "y tế",
)
_LETTERS = r"(?<!\w)(?:{})(?!\w)"
_COMPOUND = re.compile(_LETTERS.format("|".join(map(re.escape, COMPOUNDS))), re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<!\w)(?P<what>quý|hạng|kỳ|khóa|lần|điều|khoản|điểm|tháng|năm|ngày|số|bậc|loại)[ ]"
    r"(?P<which>[IVX]+|Nhất|Nhì|Ba|thứ[ ](?:nhất|hai|ba|tư|năm)|\d[\d/.]*"
    r"|[a-zđ](?=[ ,.;)]|$))(?!\w)",
    re.IGNORECASE,
)
REMEMBERED = 4096
SHORT = 200
"""How many texts are bound once, and up to how many characters: labels stand on every page."""
_DASH = re.compile(r"(?<=thi\u00a0đua) -(?= )", re.IGNORECASE)


def bind(text: str) -> str:
    """Return the text with no-break spaces inside compounds, ordinals and "Thi đua - "."""
    return _bind_short(text) if len(text) <= SHORT else _bind(text)


def _bind(text: str) -> str:
    bound = _COMPOUND.sub(_together, text)
    bound = _NUMBERED.sub(_together, bound)
    return _DASH.sub(f"{NO_BREAK}-", bound)


_bind_short = lru_cache(maxsize=REMEMBERED)(_bind)


def _together(found: re.Match[str]) -> str:
    return found[0].replace(" ", NO_BREAK)
