"""Chiến sĩ thi đua cấp tỉnh (CSTDT), under both laws.

Left to people, always: who is outstanding among those who qualify.
Not coded: wit and courage in combat, which the ministers of defence and public security
recognise and no province does (declared in ``texts/gaps``); the next title after a first one
(whether three new years are needed was not found in a text).
"""

from datetime import date

from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf, Reading
from bangvang.law.counted import CountedEver, CountedWithin
from bangvang.law.criteria import EndedTheYearBefore, Unbroken
from bangvang.law.facts import Codes
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import Judgement

DECREE_2017 = Citation("ND-91-2017", 9, 2)
LAW_2022 = Citation("LUAT-06-2022", 22)

TITLES: Codes = ("CSTDCS",)
RECOGNISED: Codes = ("SK_TINH", "DE_TAI_TINH")
WIDER: Codes = (*RECOGNISED, "SK_TOAN_QUOC", "DE_TAI_TOAN_QUOC")

WIDER_DOUBT = (
    "Điều khoản chỉ nêu phạm vi tỉnh; người thẩm định quyết định có tính sáng kiến phạm vi rộng "
    "hơn hay không."
)
SPAN_DOUBT = (
    "Điều khoản không nói sáng kiến phải thuộc những năm nào; người thẩm định quyết định có tính "
    "sáng kiến ngoài thời gian liên tục hay không."
)
YEAR_DOUBT = (
    "Văn bản không nói rõ lần thứ ba phải thuộc năm đang xét hay năm liền trước; "
    "người thẩm định quyết định."
)


def _titles(t: TextsOn, cite: Citation) -> Unbroken:
    return Unbroken(
        "provincial_fighter.titles",
        "Chiến sĩ thi đua cơ sở liên tục",
        cite,
        TITLES,
        t["provincial_fighter.titles_in_a_row"],
        "lần",
    )


def _ended_before(t: TextsOn, cite: Citation) -> EndedTheYearBefore:
    return EndedTheYearBefore(
        "provincial_fighter.titles.year_before",
        "Chiến sĩ thi đua cơ sở liên tục đến năm liền trước",
        cite,
        TITLES,
        t["provincial_fighter.titles_in_a_row"],
        "lần",
    )


def _initiative(t: TextsOn, cite: Citation, codes: Codes, part: str) -> CountedWithin:
    return CountedWithin(
        f"provincial_fighter.initiative.{part}",
        "Sáng kiến hoặc đề tài khoa học cấp tỉnh",
        cite,
        codes,
        t["provincial_fighter.initiatives"],
        t["provincial_fighter.titles_in_a_row"],
    )


def _initiatives(t: TextsOn, cite: Citation) -> AnyOf:
    """Recognised in the province and from the years of the titles: met under every reading.

    The clause names neither a span of years nor a wider scope, so an initiative of another year,
    or a nationwide one, counts only if a person reads the clause so.
    """
    wider = Reading(
        "provincial_fighter.initiative.wider", _initiative(t, cite, WIDER, "wider"), WIDER_DOUBT
    )
    ever = CountedEver(
        "provincial_fighter.initiative.ever",
        "Sáng kiến hoặc đề tài khoa học cấp tỉnh",
        cite,
        WIDER,
        t["provincial_fighter.initiatives"],
    )
    any_year = Reading("provincial_fighter.initiative.any_year", ever, SPAN_DOUBT)
    return AnyOf(
        "provincial_fighter.initiative",
        "Sáng kiến hoặc đề tài khoa học cấp tỉnh",
        cite,
        (_initiative(t, cite, RECOGNISED, "province"), wider, any_year),
    )


def _outstanding(cite: Citation) -> Judgement:
    return Judgement(
        "provincial_fighter.outstanding",
        "Thành tích tiêu biểu xuất sắc",
        cite,
        "Thành tích tiêu biểu xuất sắc trong số những người đủ số lần liên tục Chiến sĩ thi "
        "đua cơ sở: do người thẩm định và Hội đồng đánh giá.",
    )


# Luật Thi đua, khen thưởng 2003, Điều 22: «Danh hiệu Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn
# thể trung ương được xét tặng cho cá nhân có thành tích tiêu biểu xuất sắc trong số những cá nhân
# có ba lần liên tục đạt danh hiệu “Chiến sĩ thi đua cơ sở”.»
# Nghị định 91/2017/NĐ-CP, Điều 9 khoản 2 (tóm lược, không phải nguyên văn): như trên, và có sáng
# kiến hoặc đề tài nghiên cứu được Chủ tịch UBND tỉnh công nhận, có phạm vi ảnh hưởng trong tỉnh.
# Ba năm liên tục kết thúc ở năm xét (theo bản trích Điều 9 khoản 2); một thông tư của bộ hướng dẫn
# nghị định cũng xét ở năm có lần thứ ba. Vì thế ba lần kết thúc ở năm liền trước là không đạt.
@route(
    "provincial_fighter.2017",
    code="CSTDT",
    way="Chiến sĩ thi đua cơ sở liên tục và có sáng kiến",
    cite=DECREE_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
)
def provincial_fighter_2017(t: TextsOn) -> Rule:
    """Three grassroots titles in a row ending with the year considered, and an initiative.

    An initiative of the three years meets the clause however it is read; it names no years, so
    one of another year is a second reading, and so is a nationwide one.
    """
    return AllOf(
        "provincial_fighter",
        "Chiến sĩ thi đua cấp tỉnh",
        DECREE_2017,
        (_titles(t, DECREE_2017), _initiatives(t, DECREE_2017), _outstanding(DECREE_2017)),
    )


# Luật Thi đua, khen thưởng 2022, Điều 22 (tóm lược, không phải nguyên văn): thành tích tiêu biểu
# xuất sắc, được lựa chọn trong số cá nhân có 03 lần liên tục được tặng danh hiệu Chiến sĩ thi đua
# cơ sở; có sáng kiến được áp dụng hiệu quả và có khả năng nhân rộng trong tỉnh hoặc đề tài khoa
# học đã nghiệm thu, có phạm vi ảnh hưởng trong tỉnh; do người đứng đầu tỉnh công nhận.
@route(
    "provincial_fighter.2024",
    code="CSTDT",
    way="Chiến sĩ thi đua cơ sở liên tục và có sáng kiến",
    cite=LAW_2022,
    since=date(2024, 1, 1),
)
def provincial_fighter_2024(t: TextsOn) -> Rule:
    """As before; whether the year of the proposal itself must be the third is not settled.

    Titles that end the year before are therefore a second reading.
    """
    ended = Reading("provincial_fighter.titles.reading", _ended_before(t, LAW_2022), YEAR_DOUBT)
    titles = AnyOf(
        "provincial_fighter.titles",
        "Chiến sĩ thi đua cơ sở liên tục",
        LAW_2022,
        (_titles(t, LAW_2022), ended),
    )
    return AllOf(
        "provincial_fighter",
        "Chiến sĩ thi đua cấp tỉnh",
        LAW_2022,
        (titles, _initiatives(t, LAW_2022), _outstanding(LAW_2022)),
    )


ROUTES = (provincial_fighter_2017, provincial_fighter_2024)
