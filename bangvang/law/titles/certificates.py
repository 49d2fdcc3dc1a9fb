"""Certificates of merit: Bằng khen của Thủ tướng Chính phủ (BK_TTG), individuals by merit, 2017.

Not coded: the routes by movement and by many or sudden achievements (points a and b), workers
and farmers, collectives, families, and the law of 2022; asked about those, the answer is for a
person.
"""

from datetime import date

from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf, Reading
from bangvang.law.counted import CountedWithin
from bangvang.law.criteria import HeldBefore, Unbroken
from bangvang.law.facts import Codes
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact

MERIT_2017 = Citation("ND-91-2017", 38, 1, "c")

CERTIFICATES: Codes = ("BK_TINH", "BK_BO")
EXCELLENT: Codes = ("HTXSNV",)
GRASSROOTS: Codes = ("SK_CO_SO",)
ANY_SCOPE: Codes = ("SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC")
IN_COMBAT = "CHIEN_DAU"

SCOPE_DOUBT = (
    "Điều khoản chỉ nêu sáng kiến cấp cơ sở; người thẩm định quyết định có tính sáng kiến phạm vi "
    "rộng hơn hay không."
)


def _initiatives(t: TextsOn, codes: Codes, part: str) -> CountedWithin:
    return CountedWithin(
        f"prime_minister_certificate.merit.initiatives.{part}",
        "Sáng kiến được công nhận và áp dụng trong những năm đó",
        MERIT_2017,
        codes,
        t["prime_minister_certificate.merit.initiatives"],
        t["prime_minister_certificate.merit.unbroken_years"],
    )


def _combat(t: TextsOn) -> AllOf:
    praised = CountedWithin(
        "prime_minister_certificate.merit.combat.giay_khen",
        "Giấy khen trong những năm đó",
        MERIT_2017,
        ("GIAY_KHEN",),
        t["prime_minister_certificate.merit.combat_giay_khen"],
        t["prime_minister_certificate.merit.unbroken_years"],
    )
    fought = IsFact(
        "prime_minister_certificate.merit.combat.fought",
        "Mưu trí, dũng cảm, sáng tạo trong chiến đấu, phục vụ chiến đấu",
        MERIT_2017,
        IN_COMBAT,
    )
    return AllOf(
        "prime_minister_certificate.merit.combat",
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
    way="bằng khen, rồi nhiều năm liên tục hoàn thành xuất sắc nhiệm vụ",
    cite=MERIT_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
)
def prime_minister_certificate_merit(t: TextsOn) -> Rule:
    """A certificate of the province or a ministry, then five excellent years with initiatives.

    «Then» is read by achievement years: the certificate belongs to a year before the five. The
    five are the last ones, ending with the achievement year. Initiatives are counted one by one;
    wider ones than the clause names are a second reading.
    """
    prefix = "prime_minister_certificate.merit"
    years = t[f"{prefix}.unbroken_years"]
    initiatives = AnyOf(
        f"{prefix}.initiatives",
        "Sáng kiến được công nhận và áp dụng trong những năm đó",
        MERIT_2017,
        (
            _initiatives(t, GRASSROOTS, "grassroots"),
            Reading(
                f"{prefix}.initiatives.wider", _initiatives(t, ANY_SCOPE, "wider"), SCOPE_DOUBT
            ),
            _combat(t),
        ),
    )
    return AllOf(
        prefix,
        "Bằng khen của Thủ tướng Chính phủ, thành tích công trạng",
        MERIT_2017,
        (
            HeldBefore(
                f"{prefix}.certificate", "Bằng khen cấp bộ, tỉnh", MERIT_2017, CERTIFICATES, years
            ),
            Unbroken(
                f"{prefix}.years",
                "Hoàn thành xuất sắc nhiệm vụ liên tục",
                MERIT_2017,
                EXCELLENT,
                years,
                "năm",
            ),
            initiatives,
        ),
    )


ROUTES = (prime_minister_certificate_merit,)
