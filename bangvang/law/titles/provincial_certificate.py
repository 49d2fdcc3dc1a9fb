"""Bằng khen của Chủ tịch UBND tỉnh (BK_TINH), by merit counted in years: persons, collectives.

The ways by movement, achievement, contribution and labour, and households, stand in
``provincial_achievements``. Of the decree of 2017 only circulars of ministries that repeat the
clause were read: its numbers are computed and shown, and decide nothing before they are
confirmed. The head of the article of 2022 (a person exemplary in keeping to policy and law) was
read at second hand: no person's way is met before its wording is confirmed, and then people still
judge. Not coded, see ``texts/gaps/certificates.toml``: collectives by the decree of 2017, known
from memory only.
"""

from datetime import date

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf, Reading
from bangvang.law.counted import CountedInRun, CountedWithin
from bangvang.law.criteria import EndedTheYearBefore, Unbroken
from bangvang.law.facts import Codes
from bangvang.law.instruments import Seen
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import Judgement
from bangvang.law.titles.achievements import (
    ANY_SCOPE,
    EXCELLENT,
    EXCELLENT_COLLECTIVE,
    GRASSROOTS,
    SCOPE_DOUBT,
    WORKS,
    judged,
)

MERIT_2017 = Citation("ND-91-2017", 39, 1, "c")
MERIT_2022 = Citation("LUAT-06-2022", 74, 1, "d")
ARTICLE_2022 = Citation("LUAT-06-2022", 74)

PREFIX = "provincial_certificate.merit"
TITLES = "provincial_certificate.titles"
COLLECTIVE = "provincial_certificate.collective"
NAME = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"

YEAR_DOUBT = (
    "Văn bản không nói rõ thời gian liên tục phải đến năm đang xét hay có thể kết thúc ở năm liền "
    "trước; người thẩm định quyết định."
)
SPAN_DOUBT = (
    "Văn bản không nói rõ sáng kiến phải có trong 02 năm xét hay trong cả thời gian liên tục dài "
    "hơn; người thẩm định quyết định."
)
MIXED_DOUBT = (
    "Điều khoản nêu 02 sáng kiến cấp cơ sở hoặc 02 đề tài khoa học; người thẩm định quyết định có "
    "tính sáng kiến phạm vi rộng hơn, có cộng sáng kiến với đề tài hay không."
)


def _years(t: TextsOn, cite: Citation) -> AnyOf:
    title, years = "Hoàn thành xuất sắc nhiệm vụ liên tục", t[f"{PREFIX}.unbroken_years"]
    ended = EndedTheYearBefore(
        f"{PREFIX}.years.year_before", f"{title} đến năm liền trước", cite, EXCELLENT, years, "năm"
    )
    return AnyOf(
        f"{PREFIX}.years",
        title,
        cite,
        (
            Unbroken(f"{PREFIX}.years.run", title, cite, EXCELLENT, years, "năm"),
            Reading(f"{PREFIX}.years.reading", ended, YEAR_DOUBT),
        ),
    )


def _counted(
    t: TextsOn, cite: Citation, codes: Codes, part: str, *, ending: int = 0
) -> CountedInRun:
    return CountedInRun(
        f"{PREFIX}.initiatives.{part}",
        "Sáng kiến được công nhận và áp dụng trong thời gian liên tục đó"
        + ", đến năm liền trước" * ending,
        cite,
        codes,
        t[f"{PREFIX}.initiatives"],
        EXCELLENT,
        ending=ending,
    )


def _within_the_years(t: TextsOn) -> tuple[Rule, Rule]:
    """Those of the required years are met; those of a longer run are a second reading."""
    title = "Sáng kiến được công nhận và áp dụng trong những năm đó"
    years = CountedWithin(
        f"{PREFIX}.initiatives.years",
        title,
        MERIT_2017,
        GRASSROOTS,
        t[f"{PREFIX}.initiatives"],
        t[f"{PREFIX}.unbroken_years"],
    )
    in_run = _counted(t, MERIT_2017, GRASSROOTS, "in_run")
    within = AllOf(f"{PREFIX}.initiatives.within", title, MERIT_2017, (years, in_run))
    longer = _counted(t, MERIT_2017, GRASSROOTS, "grassroots")
    return within, Reading(f"{PREFIX}.initiatives.longer_reading", longer, SPAN_DOUBT)


def _initiatives(t: TextsOn, cite: Citation, *named: Rule, doubt: str = SCOPE_DOUBT) -> AnyOf:
    """What the clause names is met; wider scopes and mixtures are a second reading."""
    wider = _counted(t, cite, ANY_SCOPE, "wider")
    year_before = _counted(t, cite, ANY_SCOPE, "year_before", ending=1)
    return AnyOf(
        f"{PREFIX}.initiatives",
        "Sáng kiến được công nhận và áp dụng trong thời gian liên tục đó",
        cite,
        (
            *named,
            Reading(f"{PREFIX}.initiatives.wider_reading", wider, doubt),
            Reading(f"{PREFIX}.initiatives.year_reading", year_before, YEAR_DOUBT),
        ),
    )


# Nghị định 91/2017/NĐ-CP, Điều 39 khoản 1 điểm c (tóm lược theo thông tư của các bộ nhắc lại điều
# này): có 02 năm trở lên liên tục hoàn thành xuất sắc nhiệm vụ, trong thời gian đó có 02 sáng kiến
# được công nhận và áp dụng hiệu quả trong phạm vi cấp cơ sở.
@route(
    "provincial_certificate.merit.2017",
    code="BK_TINH",
    way="nhiều năm liên tục hoàn thành xuất sắc nhiệm vụ, có sáng kiến",
    cite=MERIT_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
)
def provincial_certificate_2017(t: TextsOn) -> Rule:
    """Two excellent years or more in a row, and two grassroots initiatives in that time.

    Initiatives are counted one by one in the two years; those of a longer run are a second
    reading. So are a run that ends the year before, wider initiatives, and research, which the
    clause does not name.
    """
    return AllOf(
        PREFIX,
        f"{NAME}, thành tích công trạng",
        MERIT_2017,
        (_years(t, MERIT_2017), _initiatives(t, MERIT_2017, *_within_the_years(t))),
    )


# Luật Thi đua, khen thưởng 2022, Điều 74 (theo quy định của một tỉnh nhắc lại luật, số khoản chưa
# đối chiếu): cá nhân gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước.
def exemplary(prefix: str) -> Judgement:
    """The head of the article for persons, before each of its ways. Known second-hand."""
    title = "Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước"
    return judged(f"{prefix}.exemplary", title, ARTICLE_2022, known=Seen.SECONDARY)


# Luật Thi đua, khen thưởng 2022, Điều 74 khoản 1 điểm d (tóm lược, không phải nguyên văn): có 02
# lần liên tục được tặng danh hiệu Chiến sĩ thi đua cơ sở; hoặc có liên tục từ 02 năm trở lên được
# công nhận hoàn thành xuất sắc nhiệm vụ, trong thời gian đó có 02 sáng kiến được cơ sở công nhận và
# áp dụng hiệu quả, hoặc 02 đề tài, công trình khoa học đã được nghiệm thu.
@route(
    "provincial_certificate.titles.2024",
    code="BK_TINH",
    way="Chiến sĩ thi đua cơ sở liên tục",
    cite=MERIT_2022,
    since=date(2024, 1, 1),
)
def provincial_certificate_by_titles_2024(t: TextsOn) -> Rule:
    """Two grassroots titles in a row; a pair that ends the year before is a second reading."""
    title, number = "Chiến sĩ thi đua cơ sở liên tục", t[f"{TITLES}.in_a_row"]
    codes = ("CSTDCS",)
    ended = EndedTheYearBefore(
        f"{TITLES}.year_before", f"{title} đến năm liền trước", MERIT_2022, codes, number, "lần"
    )
    in_a_row = AnyOf(
        f"{TITLES}.in_a_row",
        title,
        MERIT_2022,
        (
            Unbroken(f"{TITLES}.run", title, MERIT_2022, codes, number, "lần"),
            Reading(f"{TITLES}.reading", ended, YEAR_DOUBT),
        ),
    )
    whole = f"{NAME}, Chiến sĩ thi đua cơ sở liên tục"
    return AllOf(TITLES, whole, MERIT_2022, (in_a_row, exemplary(TITLES)))


@route(
    "provincial_certificate.merit.2024",
    code="BK_TINH",
    way="nhiều năm liên tục hoàn thành xuất sắc nhiệm vụ, có sáng kiến hoặc đề tài",
    cite=MERIT_2022,
    since=date(2024, 1, 1),
)
def provincial_certificate_2024(t: TextsOn) -> Rule:
    """Two excellent years or more in a row with two initiatives, or two accepted works, in them.

    The clause names accepted works without a scope, so those of any scope count. One of each,
    and wider initiatives, are a second reading.
    """
    kinds = ((GRASSROOTS, "grassroots"), (WORKS, "works"))
    named = (_counted(t, MERIT_2022, codes, part) for codes, part in kinds)
    initiatives = _initiatives(t, MERIT_2022, *named, doubt=MIXED_DOUBT)
    whole = f"{NAME}, thành tích công trạng"
    return AllOf(PREFIX, whole, MERIT_2022, (_years(t, MERIT_2022), initiatives, exemplary(PREFIX)))


# Luật Thi đua, khen thưởng 2022, Điều 74 (theo quy định của một tỉnh nhắc lại luật, số khoản chưa
# đối chiếu): tập thể có 02 năm liên tục hoàn thành xuất sắc nhiệm vụ hoặc đạt Tập thể lao động xuất
# sắc; thực hiện tốt dân chủ, chăm lo đời sống, thực hành tiết kiệm.
@route(
    "provincial_certificate.collective.2024",
    code="BK_TINH",
    way="tập thể nhiều năm liên tục hoàn thành xuất sắc nhiệm vụ",
    cite=ARTICLE_2022,
    since=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def provincial_certificate_collective_2024(t: TextsOn) -> Rule:
    """Two excellent years of a collective, and how it is run. Known second-hand."""
    run = Unbroken(
        f"{COLLECTIVE}.run",
        "Hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc liên tục",
        ARTICLE_2022,
        EXCELLENT,
        t[f"{COLLECTIVE}.unbroken_years"],
        "năm",
        EXCELLENT_COLLECTIVE,
    )
    governed = judged(
        f"{COLLECTIVE}.governed",
        "Thực hiện dân chủ, chăm lo đời sống, thực hành tiết kiệm",
        ARTICLE_2022,
        known=Seen.SECONDARY,
    )
    return AllOf(COLLECTIVE, f"{NAME}, tập thể", ARTICLE_2022, (run, governed))


ROUTES = (
    provincial_certificate_2017,
    provincial_certificate_by_titles_2024,
    provincial_certificate_2024,
    provincial_certificate_collective_2024,
)
