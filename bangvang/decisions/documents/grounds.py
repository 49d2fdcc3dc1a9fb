"""The căn cứ that a paper stands on, by its day: laws, decrees, circular, regulation, minutes.

The law on local government is left to the drafter: its dates have not been read. Proposed to the
drafter, who holds them against the texts before signing; what belongs to one list
alone is added as extra grounds. Titles of acts follow the office's own papers. The amending law of
2026-10-01 is left to the drafter: its title has not been read.
"""

from dataclasses import dataclass
from datetime import date

from bangvang.council.selectors.sessions import SessionRecord
from bangvang.decisions.models.issuers import COUNCIL
from bangvang.foundation.documents.paper import Ground
from bangvang.foundation.vietnamese import say_long_date


@dataclass(frozen=True)
class DatedGround:
    """One act as papers cite it, on `[since, until)`."""

    since: date
    until: date | None
    text: str


ACTS = (
    DatedGround(
        date(2014, 6, 1),
        date(2024, 1, 1),
        "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số "
        "điều của Luật Thi đua, khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013",
    ),
    DatedGround(
        date(2024, 1, 1),
        None,
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    ),
    DatedGround(
        date(2017, 10, 1),
        date(2024, 1, 1),
        "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi "
        "tiết thi hành một số điều của Luật Thi đua, khen thưởng",
    ),
    DatedGround(
        date(2024, 1, 1),
        date(2025, 7, 1),
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi "
        "tiết thi hành một số điều của Luật Thi đua, khen thưởng",
    ),
    DatedGround(
        date(2025, 7, 1),
        date(2027, 3, 1),
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về "
        "phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn "
        "thi hành một số điều của Luật Thi đua, khen thưởng",
    ),
    DatedGround(
        date(2020, 1, 1),
        date(2024, 1, 1),
        "Căn cứ Thông tư số 12/2019/TT-BNV ngày 04 tháng 11 năm 2019 của Bộ trưởng Bộ Nội vụ quy "
        "định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 "
        "năm 2017",
    ),
    DatedGround(
        date(2024, 7, 15),
        None,
        "Căn cứ Quyết định số 14/2024/QĐ-UBND ngày 30 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh "
        "Lào Cai quy định một số nội dung về công tác thi đua, khen thưởng trên địa bàn tỉnh "
        "Lào Cai",
    ),
)


def grounds(
    session: SessionRecord, extra: str, *, session_on: date, on: date
) -> tuple[Ground, ...]:
    """Return the grounds of a paper of that day, the office's own ones before the minutes.

    Args:
        session: what the council decided in.
        extra: the office's own grounds, one a line.
        session_on: the day of the session.
        on: the paper's day.
    """
    acts = [act.text for act in ACTS if act.since <= on and (act.until is None or on < act.until)]
    own = [line.strip() for line in extra.splitlines() if line.strip()]
    regulation = [f"Căn cứ {session.regulation}"] if session.regulation else []
    minutes = f"Căn cứ Biên bản {session.title} của {COUNCIL} {say_long_date(session_on)}"
    return tuple(Ground(text) for text in (*acts, *regulation, *own, minutes))
