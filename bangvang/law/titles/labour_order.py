"""Huân chương Lao động (HCLD1 to HCLD3) of individuals by merit, the way of many years.

A class rests on the award below it, then five years; «then» is read by achievement years, as at
the certificate of the Prime Minister. Whether the five must reach to the end of the year considered
is not said: years that end the year before are a second reading. The ways that rest on one deed
are in ``labour_order_deeds``, collectives in ``labour_order_collectives``, posts in
``long_service``.
Not coded, since known from memory only: hạng Nhì of 2017 and hạng Nhất of 2024, see the gaps.
"""

from datetime import date

from bangvang.law.catalogue import award_name
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf, Reading
from bangvang.law.counted import CountedInRun, CountedWithin
from bangvang.law.criteria import HeldBefore, Unbroken
from bangvang.law.facts import Codes
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import Judgement
from bangvang.law.year_before import OrTheYearBefore

THIRD_2017 = Citation("ND-91-2017", 24, 1, "a")
FIRST_2017 = Citation("LUAT-2003", 42)
FIRST_INITIATIVES_2017 = Citation("ND-91-2017", 22, 1)
THIRD_2024 = Citation("LUAT-06-2022", 44, 1, "e")
SECOND_2024 = Citation("LUAT-06-2022", 43)

CERTIFICATE: Codes = ("BK_TTG",)
EXCELLENT: Codes = ("HTXSNV",)
GOOD: Codes = ("HTTNV", "HTXSNV")
GRASSROOTS: Codes = ("CSTDCS",)
FIGHTERS: Codes = ("CSTDT", "CSTDB")
PROVINCIAL: Codes = ("SK_TINH",)
WIDER: Codes = ("SK_TINH", "SK_TOAN_QUOC", "DE_TAI_TINH", "DE_TAI_TOAN_QUOC")

RESULTS_DOUBT = (
    "Điều khoản chỉ nêu thành tích xuất sắc, không nêu mức xếp loại; người thẩm định quyết định có "
    "tính năm hoàn thành tốt nhiệm vụ hay không."
)
SCOPE_DOUBT = (
    "Điều khoản chỉ nêu sáng kiến được bộ, tỉnh công nhận; người thẩm định quyết định có tính đề "
    "tài khoa học và sáng kiến phạm vi rộng hơn hay không."
)


def held_before(t: TextsOn, prefix: str, entry: str, cite: Citation, codes: Codes) -> HeldBefore:
    """Return the award that has to come before the years."""
    title = f"Đã được tặng {award_name(codes[0], t.day)}"
    return HeldBefore(f"{prefix}.prior", title, cite, codes, t[f"{entry}.years"])


def _excellent_results(t: TextsOn, prefix: str, entry: str, cite: Citation) -> AnyOf:
    """Excellent years meet the clause however it is read; good ones are a second reading."""
    years, title = t[f"{entry}.years"], "Liên tục có thành tích xuất sắc"
    plain = Unbroken(f"{prefix}.years.excellent", title, cite, EXCELLENT, years, "năm")
    wider = Unbroken(f"{prefix}.years.wider", title, cite, GOOD, years, "năm")
    good = Reading(f"{prefix}.years.good", wider, RESULTS_DOUBT)
    return AnyOf(f"{prefix}.years", title, cite, (plain, good))


def _initiatives(t: TextsOn, prefix: str, entry: str, cite: Citation) -> AnyOf:
    title = "Sáng kiến được bộ, tỉnh công nhận trong những năm đó"
    least, years = t[f"{entry}.initiatives"], t[f"{entry}.years"]
    plain = CountedWithin(f"{prefix}.initiatives.province", title, cite, PROVINCIAL, least, years)
    wider = CountedWithin(f"{prefix}.initiatives.any", title, cite, WIDER, least, years)
    return AnyOf(
        f"{prefix}.initiatives",
        title,
        cite,
        (plain, Reading(f"{prefix}.initiatives.wider", wider, SCOPE_DOUBT)),
    )


# Nghị định 91/2017/NĐ-CP, Điều 24 khoản 1 điểm a (tóm lược, không phải nguyên văn): đã được tặng
# Bằng khen của Thủ tướng Chính phủ; 05 năm tiếp theo liên tục có thành tích xuất sắc; trong thời
# gian đó có 02 sáng kiến được bộ, ngành, tỉnh công nhận.
@route(
    "labour_order_3.merit.2017",
    code="HCLD3",
    way="Bằng khen của Thủ tướng, sau đó nhiều năm liên tục có thành tích xuất sắc",
    cite=THIRD_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
)
def labour_order_3_merit_2017(t: TextsOn) -> Rule:
    """A certificate of the Prime Minister, five years of excellent results, two initiatives."""
    prefix, entry = "labour_order_3.merit", "labour_order_3"
    whole = AllOf(
        prefix,
        "Thành tích công trạng, Huân chương Lao động hạng Ba",
        THIRD_2017,
        (
            held_before(t, prefix, entry, THIRD_2017, CERTIFICATE),
            _excellent_results(t, prefix, entry, THIRD_2017),
            _initiatives(t, prefix, entry, THIRD_2017),
        ),
    )
    return OrTheYearBefore(prefix, whole, (GOOD,))


# Luật Thi đua, khen thưởng 2003 (sửa đổi 2013), Điều 42 (tóm lược, không phải nguyên văn): đã được
# tặng Huân chương Lao động hạng Nhì, 05 năm tiếp theo liên tục có thành tích xuất sắc, có phạm vi
# ảnh hưởng toàn quốc. Nghị định 91/2017/NĐ-CP, Điều 22 khoản 1: số sáng kiến chưa đối chiếu.
@route(
    "labour_order_1.merit.2017",
    code="HCLD1",
    way="Huân chương Lao động hạng Nhì, sau đó nhiều năm liên tục có thành tích xuất sắc",
    cite=FIRST_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
)
def labour_order_1_merit_2017(t: TextsOn) -> Rule:
    """Hạng Nhì and five years may refuse; the influence is judged, the initiatives are not read."""
    prefix, entry = "labour_order_1.merit", "labour_order_1"
    initiatives = CountedWithin(
        f"{prefix}.initiatives",
        "Sáng kiến trong những năm đó",
        FIRST_INITIATIVES_2017,
        ("SK_TOAN_QUOC",),
        t[f"{entry}.initiatives"],
        t[f"{entry}.years"],
    )
    influence = Judgement(
        f"{prefix}.influence",
        "Phạm vi ảnh hưởng toàn quốc",
        FIRST_2017,
        "Thành tích có phạm vi ảnh hưởng toàn quốc: do người thẩm định và Hội đồng đánh giá.",
    )
    whole = AllOf(
        prefix,
        "Thành tích công trạng, Huân chương Lao động hạng Nhất",
        FIRST_2017,
        (
            held_before(t, prefix, entry, FIRST_2017, ("HCLD2",)),
            _excellent_results(t, prefix, entry, FIRST_2017),
            influence,
            initiatives,
        ),
    )
    return OrTheYearBefore(prefix, whole, (GOOD,))


def _years_and_titles(
    t: TextsOn,
    prefix: str,
    entry: str,
    cite: Citation,
    *,
    after: Codes,
    titles: Codes,
    title: str,
    until: str = "",
) -> tuple[Rule, ...]:
    """The award below, good years, and in them excellent ones and titles of after that award.

    ``until``: to when the clause says that the years run, in words; empty where it does not say.
    """
    return (
        held_before(t, prefix, entry, cite, after),
        Unbroken(
            f"{prefix}.years",
            f"Hoàn thành tốt nhiệm vụ trở lên, liên tục{until}",
            cite,
            GOOD,
            t[f"{entry}.years"],
            "năm",
        ),
        CountedInRun(
            f"{prefix}.excellent",
            "Năm hoàn thành xuất sắc nhiệm vụ trong thời gian đó",
            cite,
            EXCELLENT,
            t[f"{entry}.excellent_years"],
            GOOD,
            after=after,
            by_year=True,
        ),
        CountedInRun(
            f"{prefix}.titles", title, cite, titles, t[f"{entry}.titles"], GOOD,
            after=after, by_year=True,
        ),
    )  # fmt: skip


# Luật Thi đua, khen thưởng 2022, Điều 44 khoản 1 điểm e (tóm lược, không phải nguyên văn): đã được
# tặng Bằng khen của Thủ tướng Chính phủ, sau đó có từ 05 năm liên tục trở lên tính đến thời điểm đề
# nghị được công nhận hoàn thành tốt nhiệm vụ trở lên, trong thời gian đó có ít nhất 01 năm hoàn
# thành xuất sắc nhiệm vụ và có 03 lần Chiến sĩ thi đua cơ sở.
@route(
    "labour_order_3.merit.2024",
    code="HCLD3",
    way="Bằng khen của Thủ tướng, sau đó nhiều năm liên tục hoàn thành tốt nhiệm vụ trở lên",
    cite=THIRD_2024,
    since=date(2024, 1, 1),
)
def labour_order_3_merit_2024(t: TextsOn) -> Rule:
    """Five good years up to the proposal, one of them excellent, three grassroots titles."""
    prefix = "labour_order_3.merit"
    whole = AllOf(
        prefix,
        "Thành tích công trạng, Huân chương Lao động hạng Ba",
        THIRD_2024,
        _years_and_titles(
            t,
            prefix,
            "labour_order_3",
            THIRD_2024,
            after=CERTIFICATE,
            titles=GRASSROOTS,
            title="Chiến sĩ thi đua cơ sở trong thời gian đó",
            until=" đến khi đề nghị",
        ),
    )
    return OrTheYearBefore(prefix, whole, (GOOD,))


# Luật Thi đua, khen thưởng 2022, Điều 43 (tóm lược, không phải nguyên văn): đã được tặng Huân
# chương Lao động hạng Ba, sau đó có từ 05 năm liên tục trở lên được công nhận hoàn thành tốt nhiệm
# vụ trở lên, trong thời gian đó có ít nhất 02 năm hoàn thành xuất sắc nhiệm vụ và có 01 lần Chiến
# sĩ thi đua Bộ, ban, ngành, tỉnh.
@route(
    "labour_order_2.merit.2024",
    code="HCLD2",
    way="Huân chương Lao động hạng Ba, sau đó nhiều năm liên tục hoàn thành tốt nhiệm vụ trở lên",
    cite=SECOND_2024,
    since=date(2024, 1, 1),
)
def labour_order_2_merit_2024(t: TextsOn) -> Rule:
    """Five good years, two of them excellent, one title of a ministry or province."""
    prefix = "labour_order_2.merit"
    whole = AllOf(
        prefix,
        "Thành tích công trạng, Huân chương Lao động hạng Nhì",
        SECOND_2024,
        _years_and_titles(
            t,
            prefix,
            "labour_order_2",
            SECOND_2024,
            after=("HCLD3",),
            titles=FIGHTERS,
            title="Chiến sĩ thi đua cấp bộ, tỉnh trong thời gian đó",
        ),
    )
    return OrTheYearBefore(prefix, whole, (GOOD,))


ROUTES = (
    labour_order_3_merit_2017,
    labour_order_1_merit_2017,
    labour_order_3_merit_2024,
    labour_order_2_merit_2024,
)
