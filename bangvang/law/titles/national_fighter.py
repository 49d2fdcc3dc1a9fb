"""Chiến sĩ thi đua toàn quốc (CSTDTQ), under both laws.

«Hai lần liên tục» counts awards; how far apart they may lie, and whether the grassroots titles
behind the first may stand behind the second as well, was not found in a text. No history satisfies
every reading (two years in a row always share grassroots titles), so two titles are left to a
person and only fewer than two refuse.
Left to people, always: who is outstanding. Not coded: the day by which a file has to be sent.
"""

from datetime import date

from bangvang.law.answers import HIGHER_TITLES, SECOND_TITLE_LAST_YEAR
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf, Reading
from bangvang.law.counted import CountedEver
from bangvang.law.criteria import InTheYear
from bangvang.law.facts import Codes
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact, Judgement

DECREE_2017 = Citation("ND-91-2017", 9, 1)
TIME_2017 = Citation("ND-91-2017", 48, 1)
LAW_2022 = Citation("LUAT-06-2022", 21)

NATIONWIDE: Codes = ("SK_TOAN_QUOC", "DE_TAI_TOAN_QUOC")

PREFIX = "national_fighter"
NAME = "Chiến sĩ thi đua toàn quốc"
INITIATIVE = "Sáng kiến, đề tài khoa học có phạm vi ảnh hưởng toàn quốc"
ROW_DOUBT = (
    "Điều khoản tính hai lần liên tục được tặng; chưa thấy văn bản nói hai lần cách nhau bao nhiêu "
    "năm và các lần Chiến sĩ thi đua cơ sở làm căn cứ có được trùng nhau hay không; người thẩm "
    "định quyết định."
)
SPAN_DOUBT = (
    "Điều khoản không nói sáng kiến, đề tài phải thuộc những năm nào; người thẩm định quyết định "
    "có tính sáng kiến ngoài năm xét hay không."
)


def _titles(t: TextsOn, cite: Citation) -> Reading:
    counted = CountedEver(
        f"{PREFIX}.titles.count",
        "Hai lần liên tục Chiến sĩ thi đua cấp bộ, cấp tỉnh",
        cite,
        HIGHER_TITLES,
        t[f"{PREFIX}.titles"],
    )
    return Reading(f"{PREFIX}.titles", counted, ROW_DOUBT)


def _ever(t: TextsOn, cite: Citation) -> CountedEver:
    return CountedEver(
        f"{PREFIX}.initiative.ever", INITIATIVE, cite, NATIONWIDE, t[f"{PREFIX}.initiatives"]
    )


def _outstanding(cite: Citation) -> Judgement:
    return Judgement(
        f"{PREFIX}.outstanding",
        "Thành tích tiêu biểu xuất sắc",
        cite,
        "Thành tích tiêu biểu xuất sắc nhất trong số những người có hai lần liên tục Chiến sĩ thi "
        "đua cấp bộ, cấp tỉnh: do người thẩm định và Hội đồng đánh giá.",
    )


# Nghị định 91/2017/NĐ-CP, Điều 9 khoản 1 (tóm lược, không phải nguyên văn): tiêu biểu xuất sắc
# trong số những người có hai lần liên tục Chiến sĩ thi đua cấp bộ, cấp tỉnh; sáng kiến, đề tài có
# phạm vi ảnh hưởng toàn quốc (theo trí nhớ, chưa đọc nguyên văn).
# Điều 48 khoản 1 (tóm lược, không phải nguyên văn): đề nghị vào năm liền kề với năm có quyết định
# tặng danh hiệu Chiến sĩ thi đua cấp bộ, cấp tỉnh lần thứ hai.
@route(
    "national_fighter.2017",
    code="CSTDTQ",
    way="hai lần liên tục Chiến sĩ thi đua cấp bộ, cấp tỉnh và có sáng kiến",
    cite=DECREE_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
)
def national_fighter_2017(t: TextsOn) -> Rule:
    """Two titles, the second decided the year before the file comes in; the initiative is recalled.

    The register proves the day of a decision it has; otherwise the file is asked.
    """
    decided = IsFact(
        f"{PREFIX}.time",
        "Quyết định tặng lần thứ hai trong năm liền trước năm đề nghị",
        TIME_2017,
        SECOND_TITLE_LAST_YEAR,
    )
    return AllOf(
        PREFIX,
        NAME,
        DECREE_2017,
        (_titles(t, DECREE_2017), decided, _ever(t, DECREE_2017), _outstanding(DECREE_2017)),
    )


# Luật Thi đua, khen thưởng 2022, Điều 21 (tóm lược, không phải nguyên văn): tiêu biểu xuất sắc
# nhất, được lựa chọn trong số cá nhân có 02 lần liên tục được tặng danh hiệu Chiến sĩ thi đua Bộ,
# ban, ngành, tỉnh; có sáng kiến được áp dụng hiệu quả và có khả năng nhân rộng trong toàn quốc hoặc
# đề tài khoa học đã nghiệm thu, có phạm vi ảnh hưởng toàn quốc, do người đứng đầu bộ, tỉnh công
# nhận.
@route(
    "national_fighter.2024",
    code="CSTDTQ",
    way="hai lần liên tục Chiến sĩ thi đua cấp bộ, cấp tỉnh và có sáng kiến",
    cite=LAW_2022,
    since=date(2024, 1, 1),
)
def national_fighter_2024(t: TextsOn) -> Rule:
    """Two titles and a nationwide initiative or research; of another year it is a reading."""
    initiative = AnyOf(
        f"{PREFIX}.initiative",
        INITIATIVE,
        LAW_2022,
        (
            InTheYear(f"{PREFIX}.initiative.year", INITIATIVE, LAW_2022, NATIONWIDE),
            Reading(f"{PREFIX}.initiative.any_year", _ever(t, LAW_2022), SPAN_DOUBT),
        ),
    )
    parts = (_titles(t, LAW_2022), initiative, _outstanding(LAW_2022))
    return AllOf(PREFIX, NAME, LAW_2022, parts)


ROUTES = (national_fighter_2017, national_fighter_2024)
