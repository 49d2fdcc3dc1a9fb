"""Bằng khen của Thủ tướng Chính phủ (BK_TTG), by merit counted in years: persons, collectives.

The ways by movement, achievement and contribution, workers and farmers, households stand in
``prime_minister_achievements``. Not coded, see ``texts/gaps/certificates.toml``: collectives by
the decree of 2017, whose clause was not read.
"""

from datetime import date

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf, Reading
from bangvang.law.counted import CountedInRun, CountedWithin
from bangvang.law.criteria import EndedTheYearBefore, EverHeld, HeldBefore, Unbroken
from bangvang.law.facts import Codes, other_grades
from bangvang.law.instruments import Seen
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact
from bangvang.law.titles.achievements import (
    ANY_SCOPE,
    CERTIFICATES,
    EXCELLENT,
    EXCELLENT_COLLECTIVE,
    GOOD,
    GRASSROOTS,
    SCOPE_DOUBT,
)
from bangvang.law.year_before import OrTheYearBefore

MERIT_2017 = Citation("ND-91-2017", 38, 1, "c")
MERIT_2022 = Citation("LUAT-06-2022", 73, 1, "b")
ARTICLE_2022 = Citation("LUAT-06-2022", 73)

PREFIX = "prime_minister_certificate.merit"
COLLECTIVE = "prime_minister_certificate.collective"
HELD_TITLE = "Bằng khen cấp bộ, tỉnh"

YEAR_DOUBT = (
    "Văn bản không nói rõ «đến thời điểm đề nghị» có tính cả năm đang xét hay không; "
    "người thẩm định quyết định."
)


def _initiatives(t: TextsOn, codes: Codes, part: str) -> CountedWithin:
    return CountedWithin(
        f"{PREFIX}.initiatives.{part}",
        "Sáng kiến được công nhận và áp dụng trong những năm đó",
        MERIT_2017,
        codes,
        t[f"{PREFIX}.initiatives"],
        t[f"{PREFIX}.unbroken_years"],
    )


def _combat(t: TextsOn) -> AllOf:
    praised = CountedWithin(
        f"{PREFIX}.combat.giay_khen",
        "Giấy khen trong những năm đó",
        MERIT_2017,
        ("GIAY_KHEN",),
        t[f"{PREFIX}.combat_giay_khen"],
        t[f"{PREFIX}.unbroken_years"],
    )
    fought = IsFact(
        f"{PREFIX}.combat.fought",
        "Mưu trí, dũng cảm, sáng tạo trong chiến đấu, phục vụ chiến đấu",
        MERIT_2017,
        "CHIEN_DAU",
    )
    return AllOf(
        f"{PREFIX}.combat",
        "Giấy khen trong chiến đấu, phục vụ chiến đấu",
        MERIT_2017,
        (praised, fought),
    )


# Nghị định 91/2017/NĐ-CP, Điều 38 khoản 1 điểm c (tóm lược, không phải nguyên văn): đã được tặng
# bằng khen cấp bộ, ngành, tỉnh; 05 năm tiếp theo liên tục hoàn thành xuất sắc nhiệm vụ; trong thời
# gian đó có 05 sáng kiến được công nhận và áp dụng hiệu quả trong phạm vi cấp cơ sở, hoặc (chiến
# đấu, phục vụ chiến đấu) 05 lần giấy khen.
@route(
    "prime_minister_certificate.merit.2017",
    code="BK_TTG",
    way="bằng khen, sau đó nhiều năm liên tục hoàn thành xuất sắc nhiệm vụ",
    cite=MERIT_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
)
def prime_minister_certificate_2017(t: TextsOn) -> Rule:
    """A certificate of the province or a ministry, then five excellent years with initiatives.

    «Then» is read by achievement years: the certificate belongs to a year before the five. The
    five are the last ones, ending with the achievement year; that they may end the year before is
    a second reading. Initiatives are counted one by one; wider ones than the clause names, and
    research, are a second reading too.
    """
    years = t[f"{PREFIX}.unbroken_years"]
    initiatives = AnyOf(
        f"{PREFIX}.initiatives",
        "Sáng kiến được công nhận và áp dụng trong những năm đó",
        MERIT_2017,
        (
            _initiatives(t, GRASSROOTS, "grassroots"),
            Reading(
                f"{PREFIX}.initiatives.wider", _initiatives(t, ANY_SCOPE, "wider"), SCOPE_DOUBT
            ),
            _combat(t),
        ),
    )
    whole = AllOf(
        PREFIX,
        "Bằng khen của Thủ tướng Chính phủ, thành tích công trạng",
        MERIT_2017,
        (
            HeldBefore(f"{PREFIX}.certificate", HELD_TITLE, MERIT_2017, CERTIFICATES, years),
            Unbroken(
                f"{PREFIX}.years",
                "Hoàn thành xuất sắc nhiệm vụ liên tục",
                MERIT_2017,
                EXCELLENT,
                years,
                "năm",
            ),
            initiatives,
        ),
    )
    return OrTheYearBefore(PREFIX, whole, (EXCELLENT,))


def _run(t: TextsOn) -> AnyOf:
    title, years = "Hoàn thành tốt nhiệm vụ trở lên, liên tục", t[f"{PREFIX}.unbroken_years"]
    ended = EndedTheYearBefore(
        f"{PREFIX}.run.year_before",
        f"{title} đến năm liền trước",
        MERIT_2022,
        GOOD,
        years,
        "năm",
        ended_by=other_grades(GOOD),
    )
    return AnyOf(
        f"{PREFIX}.run",
        title,
        MERIT_2022,
        (
            Unbroken(f"{PREFIX}.run.years", title, MERIT_2022, GOOD, years, "năm"),
            Reading(f"{PREFIX}.run.reading", ended, YEAR_DOUBT),
        ),
    )


def _titles_in(t: TextsOn, part: str, title: str, *, ending: int) -> CountedInRun:
    return CountedInRun(
        f"{PREFIX}.titles.{part}",
        title,
        MERIT_2022,
        ("CSTDCS",),
        t[f"{PREFIX}.titles"],
        GOOD,
        by_year=True,
        ending=ending,
    )


# Luật Thi đua, khen thưởng 2022, Điều 73 khoản 1 điểm b (tóm lược, không phải nguyên văn): đã được
# tặng bằng khen của bộ, ban, ngành, tỉnh và có liên tục từ 05 năm trở lên đến thời điểm đề nghị
# được công nhận hoàn thành tốt nhiệm vụ trở lên, trong thời gian đó có 03 lần được tặng danh hiệu
# Chiến sĩ thi đua cơ sở.
@route(
    "prime_minister_certificate.merit.2024",
    code="BK_TTG",
    way="bằng khen và nhiều năm liên tục hoàn thành tốt nhiệm vụ, có Chiến sĩ thi đua cơ sở",
    cite=MERIT_2022,
    since=date(2024, 1, 1),
)
def prime_minister_certificate_2024(t: TextsOn) -> Rule:
    """A certificate, an unbroken run of good years, three grassroots titles inside that run.

    The certificate may be of any year: the clause does not say «then». A run that ends the year
    before the achievement year is a second reading of «đến thời điểm đề nghị»; its titles are
    then those of that run.
    """
    title = "Chiến sĩ thi đua cơ sở trong thời gian liên tục đó"
    year_before = _titles_in(t, "year_before", f"{title}, đến năm liền trước", ending=1)
    titles = AnyOf(
        f"{PREFIX}.titles",
        title,
        MERIT_2022,
        (
            _titles_in(t, "counted", title, ending=0),
            Reading(f"{PREFIX}.titles.reading", year_before, YEAR_DOUBT),
        ),
    )
    return AllOf(
        PREFIX,
        "Bằng khen của Thủ tướng Chính phủ, thành tích công trạng",
        MERIT_2022,
        (
            EverHeld(f"{PREFIX}.certificate", HELD_TITLE, MERIT_2022, CERTIFICATES),
            _run(t),
            titles,
        ),
    )


# Luật Thi đua, khen thưởng 2022, Điều 73 (theo một biểu mẫu phần mềm, số khoản chưa đối chiếu): tập
# thể đã được tặng bằng khen của bộ, ban, ngành, tỉnh, có liên tục từ 05 năm trở lên hoàn thành xuất
# sắc nhiệm vụ hoặc đạt Tập thể lao động xuất sắc, trong thời gian đó có 01 lần được tặng cờ thi đua
# của bộ, ban, ngành, tỉnh.
@route(
    "prime_minister_certificate.collective.2024",
    code="BK_TTG",
    way="tập thể có bằng khen, nhiều năm liên tục xuất sắc và có cờ thi đua",
    cite=ARTICLE_2022,
    since=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def prime_minister_certificate_collective_2024(t: TextsOn) -> Rule:
    """A certificate, five excellent years, a flag of the province in that time. Known second-hand.

    Not coded: two certificates in place of the flag, which are known from memory only, and the
    flag of a ministry, which the catalogue does not have.
    """
    return AllOf(
        COLLECTIVE,
        "Bằng khen của Thủ tướng Chính phủ, tập thể",
        ARTICLE_2022,
        (
            EverHeld(
                f"{COLLECTIVE}.certificate",
                HELD_TITLE,
                ARTICLE_2022,
                CERTIFICATES,
                known=Seen.SECONDARY,
            ),
            Unbroken(
                f"{COLLECTIVE}.run",
                "Hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc liên tục",
                ARTICLE_2022,
                EXCELLENT,
                t[f"{COLLECTIVE}.unbroken_years"],
                "năm",
                EXCELLENT_COLLECTIVE,
            ),
            CountedInRun(
                f"{COLLECTIVE}.flag",
                "Cờ thi đua trong thời gian liên tục đó",
                ARTICLE_2022,
                ("CO_TINH",),
                t[f"{COLLECTIVE}.flags"],
                EXCELLENT,
                EXCELLENT_COLLECTIVE,
                by_year=True,
            ),
        ),
    )


ROUTES = (
    prime_minister_certificate_2017,
    prime_minister_certificate_2024,
    prime_minister_certificate_collective_2024,
)
