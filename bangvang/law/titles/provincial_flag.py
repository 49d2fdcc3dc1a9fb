"""Cờ thi đua của Ủy ban nhân dân tỉnh (CO_TINH), for collectives, by the year and by theme.

The flag goes to the collective that leads its cluster of collectives (khối, cụm thi đua). Who
leads is found by the cluster itself; the file says so. Collectives of central bodies that work in
the province may be among them.

Left to people, always: who is outstanding in the province, and conduct.
Not coded: what the province's own regulation adds; the flag by theme before 2024.
"""

from datetime import date

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import AtLeast, IsFact, Judgement

DECREE_2017 = Citation("ND-91-2017", 12)
CIRCULAR_2017 = Citation("TT-08-2017", 8)
LAW_2003 = Citation("LUAT-2003", 26)
ANNUAL_2024 = Citation("LUAT-06-2022", 26, 1)
THEME_2024 = Citation("LUAT-06-2022", 26, 2)

NAME = "Cờ thi đua của Ủy ban nhân dân tỉnh"
WAY = "dẫn đầu khối, cụm thi đua do tỉnh tổ chức"

FOREMOST = "NHAT_KHOI_CUM_TINH"
LEADS = "DAN_DAU_KHOI_CUM_TINH"
EXCEEDED = "VUOT_CHI_TIEU"
PARTY_BODIES = "DANG_DOAN_THE_XUAT_SAC"
LEADS_THEME = "DAN_DAU_CHUYEN_DE_TINH"
SUMMED_UP = "TONG_KET_CHUYEN_DE"
YEARS_OF_THEME = "SO_NAM_PHONG_TRAO"


def _judged(part: str, title: str, cite: Citation, known: Seen = Seen.SOURCE) -> Judgement:
    said = f"{title}: do người thẩm định và Hội đồng đánh giá."
    return Judgement(f"provincial_flag.{part}", title, cite, said, known=known)


def _annual_2017(leads_by: Citation, known: Seen) -> Rule:
    """Return the rule of the decree; the circulars under it say who leads, one of them read."""
    return AllOf(
        "provincial_flag",
        NAME,
        DECREE_2017,
        (
            IsFact(
                "provincial_flag.foremost",
                "Tiêu biểu xuất sắc nhất qua bình xét, so sánh theo khối, cụm thi đua",
                DECREE_2017,
                FOREMOST,
            ),
            IsFact(
                "provincial_flag.leads",
                "Dẫn đầu khối, cụm thi đua do tỉnh tổ chức",
                leads_by,
                LEADS,
                known=known,
            ),
            _judged("outstanding", "Thành tích tiêu biểu xuất sắc", DECREE_2017),
            _judged(
                "law",
                "Hoàn thành vượt mức chỉ tiêu, có mô hình mới, thực hành tiết kiệm, chống tham "
                "nhũng",
                LAW_2003,
                Seen.MEMORY,
            ),
        ),
    )


# Nghị định 91/2017/NĐ-CP, Điều 12 (tóm lược, không phải nguyên văn): tặng hằng năm cho tập thể
# tiêu biểu xuất sắc nhất, được bình xét, đánh giá, so sánh theo khối, cụm thi đua do tỉnh tổ chức.
# Luật 2003 Điều 26 chưa được đối chiếu nguyên văn.
@route(
    "provincial_flag.2017",
    code="CO_TINH",
    way=WAY,
    cite=DECREE_2017,
    since=date(2017, 10, 1),
    until=date(2017, 12, 15),
    subject=Subject.COLLECTIVE,
)
def provincial_flag_2017(t: TextsOn) -> Rule:  # noqa: ARG001  # the clause has no number
    """Before the circular: that the foremost of a cluster is the one that leads it is inferred."""
    return _annual_2017(DECREE_2017, Seen.INFERRED)


# Thông tư 08/2017/TT-BNV, Điều 8 (tóm lược, không phải nguyên văn): cờ tặng cho tập thể dẫn đầu
# các cụm, khối thi đua; đơn vị của trung ương đóng tại tỉnh cũng có thể được tặng.
@route(
    "provincial_flag.2017_12",
    code="CO_TINH",
    way=WAY,
    cite=DECREE_2017,
    since=date(2017, 12, 15),
    until=date(2020, 1, 1),
    subject=Subject.COLLECTIVE,
)
def provincial_flag_2017_12(t: TextsOn) -> Rule:  # noqa: ARG001  # the clause has no number
    """While the circular of 2017 was in force, which was read: the flag is for who leads."""
    return _annual_2017(CIRCULAR_2017, Seen.SOURCE)


@route(
    "provincial_flag.2020",
    code="CO_TINH",
    way=WAY,
    cite=DECREE_2017,
    since=date(2020, 1, 1),
    until=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def provincial_flag_2020(t: TextsOn) -> Rule:  # noqa: ARG001  # the clause has no number
    """Thông tư 12/2019/TT-BNV replaced that circular and was not read: inferred once more."""
    return _annual_2017(DECREE_2017, Seen.INFERRED)


# Luật Thi đua, khen thưởng 2022, Điều 26 khoản 1 (tóm lược theo quy định của một tỉnh nhắc lại
# luật; chưa đối chiếu nguyên văn): tặng hằng năm cho tập thể dẫn đầu cụm, khối thi đua do tỉnh tổ
# chức; hoàn thành vượt các chỉ tiêu; tiêu biểu xuất sắc của tỉnh; nội bộ đoàn kết, tổ chức đảng,
# đoàn thể hoàn thành xuất sắc nhiệm vụ; thực hành tiết kiệm, chống lãng phí, tham nhũng.
@route(
    "provincial_flag.2024",
    code="CO_TINH",
    way=WAY,
    cite=ANNUAL_2024,
    since=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def provincial_flag_2024(t: TextsOn) -> Rule:  # noqa: ARG001  # the clause has no number
    """Every condition was read in another text only: each is told, none decides."""
    cite, known = ANNUAL_2024, Seen.SECONDARY
    exceeded = "Hoàn thành vượt các chỉ tiêu, nhiệm vụ được giao"
    party = "Tổ chức đảng, đoàn thể hoàn thành xuất sắc nhiệm vụ"
    return AllOf(
        "provincial_flag",
        NAME,
        cite,
        (
            IsFact(
                "provincial_flag.leads",
                "Dẫn đầu khối, cụm thi đua do tỉnh tổ chức",
                cite,
                LEADS,
                known=known,
            ),
            IsFact("provincial_flag.exceeded", exceeded, cite, EXCEEDED, known=known),
            IsFact("provincial_flag.party_bodies", party, cite, PARTY_BODIES, known=known),
            _judged("outstanding", "Tiêu biểu xuất sắc của tỉnh", cite, known),
            _judged(
                "conduct",
                "Nội bộ đoàn kết, thực hành tiết kiệm, chống lãng phí, tham nhũng",
                cite,
                known,
            ),
        ),
    )


# Luật Thi đua, khen thưởng 2022, Điều 26 khoản 2 (tóm lược theo thông tư của hai bộ; số khoản được
# suy ra): tặng cho tập thể dẫn đầu phong trào thi đua theo chuyên đề do tỉnh phát động, có thời
# gian từ 03 năm trở lên, khi tổng kết.
@route(
    "provincial_flag.theme.2024",
    code="CO_TINH",
    way="dẫn đầu phong trào thi đua theo chuyên đề của tỉnh",
    cite=THEME_2024,
    since=date(2024, 1, 1),
    kind=Kind.THEME,
    subject=Subject.COLLECTIVE,
)
def provincial_flag_theme_2024(t: TextsOn) -> Rule:
    """Leads a movement of the province of three years or more when it is summed up."""
    cite, known = THEME_2024, Seen.SECONDARY
    leads = "Dẫn đầu phong trào thi đua theo chuyên đề do tỉnh phát động"
    return AllOf(
        "provincial_flag.theme",
        f"{NAME}, theo chuyên đề",
        cite,
        (
            IsFact("provincial_flag.theme.leads", leads, cite, LEADS_THEME, known=known),
            AtLeast(
                "provincial_flag.theme.years",
                "Thời gian của phong trào",
                cite,
                YEARS_OF_THEME,
                t["provincial_flag.theme.years"],
                "năm",
                known=known,
            ),
            IsFact(
                "provincial_flag.theme.summed_up",
                "Xét khi tổng kết phong trào",
                cite,
                SUMMED_UP,
                known=known,
            ),
        ),
    )


ROUTES = (
    provincial_flag_2017,
    provincial_flag_2017_12,
    provincial_flag_2020,
    provincial_flag_2024,
    provincial_flag_theme_2024,
)
