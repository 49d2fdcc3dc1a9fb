"""Conditions shared by certificates that rest on achievements rather than on years and titles.

What a file states: a vote in a movement, an achievement outside the task, a field. What people
judge: how much is «nhiều», how far an achievement reaches.
"""

from datetime import date

from bangvang.law.citation import Citation
from bangvang.law.facts import Codes
from bangvang.law.instruments import Seen
from bangvang.law.stated import IsFact, Judgement

CERTIFICATES: Codes = ("BK_TINH", "BK_BO")
EXCELLENT: Codes = ("HTXSNV",)
GOOD: Codes = ("HTTNV", "HTXSNV")
GRASSROOTS: Codes = ("SK_CO_SO",)
WORKS: Codes = ("DE_TAI_TINH", "DE_TAI_CO_SO", "DE_TAI_TOAN_QUOC")
ANY_SCOPE: Codes = (*GRASSROOTS, "SK_TINH", "SK_TOAN_QUOC", *WORKS)
EXCELLENT_COLLECTIVE: Codes = ("TTLDXS",)

SUDDEN_2019 = Citation("TT-12-2019", 9)
DEFINITION_BEGAN = date(2020, 1, 1)
"""The first day of that circular; before it the definition of the decree of 2017 was not read."""
SUDDEN_2023 = Citation("ND-98-2023", 3, 3)
DEFINITION_ENDED = date(2025, 7, 1)
"""The first day without that decree."""

SCOPE_DOUBT = (
    "Điều khoản chỉ nêu sáng kiến cấp cơ sở; người thẩm định quyết định có tính sáng kiến phạm vi "
    "rộng hơn, đề tài khoa học hay không."
)


def selected(rule: str, cite: Citation, *, known: Seen = Seen.SOURCE) -> IsFact:
    """Voted excellent in a movement, as the minutes of its review say."""
    return IsFact(
        f"{rule}.selected",
        "Thành tích xuất sắc, được bình chọn trong phong trào thi đua",
        cite,
        "BK_PHONG_TRAO_BINH_CHON",
        known=known,
    )


def judged(rule: str, title: str, cite: Citation, *, known: Seen = Seen.SOURCE) -> Judgement:
    """What appraiser and council weigh; ``title`` is the clause's own measure."""
    question = f"{title}: do người thẩm định và Hội đồng đánh giá."
    return Judgement(rule, title, cite, question, known=known)


# Thông tư 12/2019/TT-BNV, Điều 9 (tóm lược): thành tích đột xuất là thành tích lập được ngoài kế
# hoạch; đặc biệt xuất sắc đột xuất là được khu vực, thế giới công nhận (huy chương, giải thưởng,
# chứng nhận được cơ quan có thẩm quyền của Việt Nam thừa nhận) hoặc là hành động dũng cảm.
# Nghị định 98/2023/NĐ-CP, Điều 3 khoản 3 (tóm lược): thành tích đột xuất là thành tích lập được
# ngoài chương trình, kế hoạch, nhiệm vụ mà tập thể, cá nhân phải đảm nhiệm.
def outside_the_task(
    rule: str, *, cite: Citation = SUDDEN_2023, known: Seen = Seen.SOURCE
) -> IsFact:
    """Achieved outside programme, plan and task: what makes an achievement a sudden one.

    The decree that defines it ended; from then on the definition is inferred.
    """
    return IsFact(
        f"{rule}.outside_the_task",
        "Thành tích lập được ngoài chương trình, kế hoạch, nhiệm vụ phải đảm nhiệm",
        cite,
        "BK_DOT_XUAT",
        known=known,
    )
