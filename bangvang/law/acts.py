"""The acts that papers of a day stand on, as officials cite them.

Titles follow the office's own papers. Left to the drafter, who adds them by hand: the amending law
of 2026-10-01, whose title has not been read; the circular of 2024, whose first day was not found;
and from 2025-07-01 the province's own regulation, of which nobody knows whether that of 2024 was
replaced after the new decree and the merger. Of the circulars of 2017 and 2025 only number and
day were read, not the title.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Act:
    """One act as a căn cứ, on `[since, until)`."""

    since: date
    until: date | None
    text: str


ACTS = (
    Act(
        date(2014, 6, 1),
        date(2024, 1, 1),
        "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số "
        "điều của Luật Thi đua, khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013",
    ),
    Act(
        date(2024, 1, 1),
        None,
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    ),
    Act(
        date(2017, 10, 1),
        date(2024, 1, 1),
        "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi "
        "tiết thi hành một số điều của Luật Thi đua, khen thưởng",
    ),
    Act(
        date(2024, 1, 1),
        date(2025, 7, 1),
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi "
        "tiết thi hành một số điều của Luật Thi đua, khen thưởng",
    ),
    Act(
        date(2025, 7, 1),
        date(2027, 3, 1),
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về "
        "phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn "
        "thi hành một số điều của Luật Thi đua, khen thưởng",
    ),
    Act(
        date(2017, 12, 15),
        date(2020, 1, 1),
        "Căn cứ Thông tư số 08/2017/TT-BNV ngày 27 tháng 10 năm 2017 của Bộ trưởng Bộ Nội vụ",
    ),
    Act(
        date(2020, 1, 1),
        date(2024, 1, 1),
        "Căn cứ Thông tư số 12/2019/TT-BNV ngày 04 tháng 11 năm 2019 của Bộ trưởng Bộ Nội vụ quy "
        "định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 "
        "năm 2017",
    ),
    Act(
        date(2025, 8, 5),
        None,
        "Căn cứ Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ",
    ),
    Act(
        date(2024, 7, 15),
        date(2025, 7, 1),
        "Căn cứ Quyết định số 14/2024/QĐ-UBND ngày 30 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh "
        "Lào Cai quy định một số nội dung về công tác thi đua, khen thưởng trên địa bàn tỉnh "
        "Lào Cai",
    ),
)


def acts_on(on: date) -> tuple[str, ...]:
    """Return the căn cứ of a paper of that day, laws before decrees before circulars."""
    return tuple(
        act.text for act in ACTS if act.since <= on and (act.until is None or on < act.until)
    )
