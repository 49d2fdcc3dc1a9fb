"""Cờ thi đua của Chính phủ (CO_CP), for collectives: by the year and by theme, under both laws.

Three ways: outstanding among those who lead in the province; for a ministry or a province, leading
a cluster of the central council (``CO_CP_KHOI_TRUNG_UONG``); leading a movement of five years.

Left to people, always: who is outstanding, and conduct.
Not coded: the share of 20 % of the collectives that meet the standard of the province's flag (to
2023-12-31), which is a rule over a whole list and not over one collective.
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

LAW_2003 = Citation("LUAT-2003", 25)
ANNUAL_2017 = Citation("ND-91-2017", 11, 1)
CENTRAL_2017 = Citation("ND-91-2017", 11, 2)
THEME_2017 = Citation("ND-91-2017", 11, 3)
ANNUAL_2024 = Citation("LUAT-06-2022", 25, 1)
CENTRAL_2024 = Citation("LUAT-06-2022", 25, 2)
THEME_2024 = Citation("LUAT-06-2022", 25, 3)
DETAIL_2024 = Citation("LUAT-06-2022", 25, 4)

NAME = "Cờ thi đua của Chính phủ"
IN_A_CENTRAL_CLUSTER = "CO_CP_KHOI_TRUNG_UONG"

FOREMOST_OF_QUALIFIED = "DAN_DAU_SO_DAT_CO_TINH"
LEADS = "DAN_DAU_KHOI_CUM_TINH"
LEADS_CENTRAL = "DAN_DAU_KHOI_CUM_TRUNG_UONG"
EXCEEDED = "VUOT_CHI_TIEU"
FOREMOST_OF_THEME = "TIEU_BIEU_NHAT_PHONG_TRAO"
OF_THE_STATE = "PHONG_TRAO_CHU_TICH_NUOC_THU_TUONG"
LEADS_THEME = "DAN_DAU_PHONG_TRAO_THU_TUONG"
REVIEWED = "SO_KET_TONG_KET_PHONG_TRAO"
YEARS_OF_THEME = "SO_NAM_PHONG_TRAO"

EXCEEDED_TITLE = "Hoàn thành vượt mức các chỉ tiêu thi đua và nhiệm vụ được giao"


def _judged(part: str, title: str, cite: Citation) -> Judgement:
    said = f"{title}: do người thẩm định và Hội đồng đánh giá."
    return Judgement(f"government_flag.{part}", title, cite, said)


def _exceeded(cite: Citation) -> IsFact:
    return IsFact("government_flag.exceeded", EXCEEDED_TITLE, cite, EXCEEDED)


def _leads_central(cite: Citation) -> IsFact:
    title = "Dẫn đầu khối, cụm thi đua do Hội đồng Thi đua - Khen thưởng Trung ương tổ chức"
    return IsFact("government_flag.central.leads", title, cite, LEADS_CENTRAL)


def _years(t: TextsOn, cite: Citation) -> AtLeast:
    return AtLeast(
        "government_flag.theme.years",
        "Thời gian của phong trào",
        cite,
        YEARS_OF_THEME,
        t["government_flag.theme.years"],
        "năm",
    )


def _reviewed(cite: Citation) -> IsFact:
    title = "Xét khi sơ kết, tổng kết phong trào"
    return IsFact("government_flag.theme.reviewed", title, cite, REVIEWED)


def _conduct_2003() -> Judgement:
    title = "Nội bộ đoàn kết, đi đầu thực hành tiết kiệm, chống lãng phí, chống tham nhũng"
    return _judged("conduct", title, LAW_2003)


def _detail_2024() -> Judgement:
    """Return the detail that the law leaves to the Government, whose article was not read."""
    return Judgement(
        "government_flag.detail",
        "Quy định chi tiết của Chính phủ",
        DETAIL_2024,
        "Quy định chi tiết của Chính phủ: người thẩm định đối chiếu văn bản.",
        known=Seen.UNVERIFIED,
    )


# Nghị định 91/2017/NĐ-CP, Điều 11 khoản 1 (tóm lược, không phải nguyên văn): tập thể tiêu biểu xuất
# sắc, dẫn đầu trong số các tập thể đạt tiêu chuẩn tặng cờ thi đua cấp bộ, ngành, tỉnh (không quá
# 20 % số tập thể đó). Luật 2003 Điều 25: hằng năm; hoàn thành vượt mức các chỉ tiêu; nội bộ đoàn
# kết, đi đầu thực hành tiết kiệm, chống lãng phí, chống tham nhũng.
@route(
    "government_flag.2017",
    code="CO_CP",
    way="dẫn đầu các tập thể đạt tiêu chuẩn Cờ thi đua của tỉnh",
    cite=ANNUAL_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def government_flag_2017(t: TextsOn) -> Rule:  # noqa: ARG001  # the share is a rule over lists
    """Foremost among those who meet the standard of the province's flag, which chooses itself."""
    return AllOf(
        "government_flag",
        NAME,
        ANNUAL_2017,
        (
            IsFact(
                "government_flag.foremost",
                "Được chọn dẫn đầu trong số các tập thể đạt tiêu chuẩn Cờ thi đua của tỉnh",
                ANNUAL_2017,
                FOREMOST_OF_QUALIFIED,
            ),
            _exceeded(LAW_2003),
            _judged("outstanding", "Tiêu biểu xuất sắc", ANNUAL_2017),
            _conduct_2003(),
        ),
    )


# Nghị định 91/2017/NĐ-CP, Điều 11 khoản 2 (tóm lược, không phải nguyên văn): bộ, ban, ngành, tỉnh
# dẫn đầu khối, cụm thi đua do Hội đồng Thi đua - Khen thưởng Trung ương tổ chức.
@route(
    "government_flag.central.2017",
    code="CO_CP",
    way="dẫn đầu khối, cụm thi đua của Hội đồng Thi đua - Khen thưởng Trung ương",
    cite=CENTRAL_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
    claim=IN_A_CENTRAL_CLUSTER,
)
def government_flag_central_2017(t: TextsOn) -> Rule:  # noqa: ARG001  # the clause has no number
    """For a ministry or a province as a whole."""
    return AllOf(
        "government_flag.central",
        f"{NAME}, khối, cụm thi đua trung ương",
        CENTRAL_2017,
        (_leads_central(CENTRAL_2017), _exceeded(LAW_2003), _conduct_2003()),
    )


# Nghị định 91/2017/NĐ-CP, Điều 11 khoản 3 (tóm lược, không phải nguyên văn): tập thể tiêu biểu nhất
# trong phong trào thi đua theo chuyên đề do Chủ tịch nước hoặc Thủ tướng Chính phủ phát động, khi
# sơ kết, tổng kết phong trào có thời gian từ 05 năm trở lên.
@route(
    "government_flag.theme.2017",
    code="CO_CP",
    way="tiêu biểu nhất phong trào do Chủ tịch nước, Thủ tướng Chính phủ phát động",
    cite=THEME_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
    kind=Kind.THEME,
    subject=Subject.COLLECTIVE,
)
def government_flag_theme_2017(t: TextsOn) -> Rule:
    """Five years of a movement of the State's leaders.

    Article 25 of the law speaks of the flag of the year; whether its standards hold here is not
    said, so they are put to people and refuse nobody.
    """
    foremost = "Tiêu biểu nhất trong phong trào thi đua"
    launched = "Phong trào do Chủ tịch nước hoặc Thủ tướng Chính phủ phát động"
    return AllOf(
        "government_flag.theme",
        f"{NAME}, theo chuyên đề",
        THEME_2017,
        (
            IsFact("government_flag.theme.launched", launched, THEME_2017, OF_THE_STATE),
            _years(t, THEME_2017),
            _reviewed(THEME_2017),
            IsFact("government_flag.theme.foremost", foremost, THEME_2017, FOREMOST_OF_THEME),
            _judged("theme.standards", "Tiêu chuẩn chung của Cờ thi đua của Chính phủ", LAW_2003),
        ),
    )


# Luật Thi đua, khen thưởng 2022, Điều 25 khoản 1 (tóm lược theo bản dịch tiếng Anh cả điều): tặng
# hằng năm cho tập thể tiêu biểu xuất sắc trong số các tập thể dẫn đầu cụm, khối thi đua của bộ,
# ban, ngành, tỉnh; hoàn thành vượt các chỉ tiêu; nội bộ đoàn kết, tổ chức đảng, đoàn thể trong
# sạch, vững mạnh; đi đầu thực hành tiết kiệm, chống lãng phí, tham nhũng, tiêu cực.
@route(
    "government_flag.2024",
    code="CO_CP",
    way="tiêu biểu trong số các tập thể dẫn đầu khối, cụm thi đua của tỉnh",
    cite=ANNUAL_2024,
    since=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def government_flag_2024(t: TextsOn) -> Rule:  # noqa: ARG001  # the clause has no number
    """Leads its cluster in the province; no share is known, and none is applied."""
    return AllOf(
        "government_flag",
        NAME,
        ANNUAL_2024,
        (
            IsFact(
                "government_flag.leads",
                "Dẫn đầu khối, cụm thi đua do tỉnh tổ chức",
                ANNUAL_2024,
                LEADS,
            ),
            _exceeded(ANNUAL_2024),
            _judged("outstanding", "Tiêu biểu xuất sắc trong số các tập thể dẫn đầu", ANNUAL_2024),
            _judged(
                "conduct",
                "Nội bộ đoàn kết, tổ chức đảng, đoàn thể trong sạch, vững mạnh, đi đầu thực hành "
                "tiết kiệm, chống tham nhũng",
                ANNUAL_2024,
            ),
            _detail_2024(),
        ),
    )


# Luật Thi đua, khen thưởng 2022, Điều 25 khoản 2 (tóm lược theo bản dịch tiếng Anh cả điều): tặng
# hằng năm cho tập thể dẫn đầu cụm, khối thi đua do Hội đồng TĐKT Trung ương tổ chức.
@route(
    "government_flag.central.2024",
    code="CO_CP",
    way="dẫn đầu khối, cụm thi đua của Hội đồng Thi đua - Khen thưởng Trung ương",
    cite=CENTRAL_2024,
    since=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
    claim=IN_A_CENTRAL_CLUSTER,
)
def government_flag_central_2024(t: TextsOn) -> Rule:  # noqa: ARG001  # the clause has no number
    """The clause asks for the lead alone; the Government's detail may ask for more."""
    return AllOf(
        "government_flag.central",
        f"{NAME}, khối, cụm thi đua trung ương",
        CENTRAL_2024,
        (_leads_central(CENTRAL_2024), _detail_2024()),
    )


# Luật Thi đua, khen thưởng 2022, Điều 25 khoản 3 (tóm lược theo bản dịch tiếng Anh cả điều): tập
# thể dẫn đầu phong trào thi đua do Thủ tướng Chính phủ phát động có thời gian từ 05 năm trở lên,
# khi sơ kết, tổng kết.
@route(
    "government_flag.theme.2024",
    code="CO_CP",
    way="dẫn đầu phong trào do Thủ tướng Chính phủ phát động",
    cite=THEME_2024,
    since=date(2024, 1, 1),
    kind=Kind.THEME,
    subject=Subject.COLLECTIVE,
)
def government_flag_theme_2024(t: TextsOn) -> Rule:
    """Movements of the Prime Minister only; the President is no longer named."""
    leads = "Dẫn đầu phong trào thi đua do Thủ tướng Chính phủ phát động"
    return AllOf(
        "government_flag.theme",
        f"{NAME}, theo chuyên đề",
        THEME_2024,
        (
            IsFact("government_flag.theme.leads", leads, THEME_2024, LEADS_THEME),
            _years(t, THEME_2024),
            _reviewed(THEME_2024),
            _detail_2024(),
        ),
    )


ROUTES = (
    government_flag_2017,
    government_flag_central_2017,
    government_flag_theme_2017,
    government_flag_2024,
    government_flag_central_2024,
    government_flag_theme_2024,
)
