"""Compounds that a line never breaks: thi đua, Ủy ban nhân dân, quý I, hạng Nhất."""

import re

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
_DASH = re.compile(r"(?<=thi\u00a0đua) -(?= )", re.IGNORECASE)


def bind(text: str) -> str:
    """Return the text with no-break spaces inside compounds, ordinals and "Thi đua - "."""
    bound = _COMPOUND.sub(_together, text)
    bound = _NUMBERED.sub(_together, bound)
    return _DASH.sub(f"{NO_BREAK}-", bound)


def _together(found: re.Match[str]) -> str:
    return found[0].replace(" ", NO_BREAK)
