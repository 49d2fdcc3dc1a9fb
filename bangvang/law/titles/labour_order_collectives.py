"""Huân chương Lao động of collectives by merit, the way of many years.

The grades are those of the collective; the title Tập thể lao động xuất sắc stands for an excellent
year. Enterprises are judged by the same ways (khoản 5 Điều 44 of the law of 2022 sends them to
khoản 4).
Five years that end the year before the one considered are a second reading of hạng Nhất.
Hạng Nhì and hạng Ba of 2024 were read in a form of a public body only, so nothing of them decides
alone. Of hạng Nhất the award below and the years were read, the flags are recalled.
"""

from datetime import date

from bangvang.law.catalogue import Subject, award_name
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf, Reading
from bangvang.law.counted import CountedInRun
from bangvang.law.criteria import HeldBefore, Unbroken
from bangvang.law.facts import Codes
from bangvang.law.instruments import Seen
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import Judgement
from bangvang.law.year_before import OrTheYearBefore

FIRST_2017 = Citation("LUAT-2003", 42)
FIRST_FLAGS_2017 = Citation("ND-91-2017", 22)
FIRST_2024 = Citation("LUAT-06-2022", 42, 4)
SECOND_2024 = Citation("LUAT-06-2022", 43)
THIRD_2024 = Citation("LUAT-06-2022", 44, 4)

EXCELLENT: Codes = ("HTXSNV",)
OUTSTANDING: Codes = ("TTLDXS",)
GOVERNMENT_FLAG: Codes = ("CO_CP",)
FLAG: Codes = ("CO_TINH",)
CERTIFICATES: Codes = ("BK_TINH", "BK_BO")
COUNTED = {
    GOVERNMENT_FLAG: "Cờ thi đua của Chính phủ",
    FLAG: "Cờ thi đua bộ, tỉnh",
    CERTIFICATES: "Bằng khen bộ, tỉnh",
}

COUNT_DOUBT = (
    "Các tài liệu đã đọc không thống nhất số bằng khen phải có là 1 hay 2; người thẩm định đối "
    "chiếu văn bản."
)
TITLE_DOUBT = (
    "Điều khoản nêu mức hoàn thành xuất sắc nhiệm vụ; người thẩm định quyết định danh hiệu Tập thể "
    "lao động xuất sắc của năm đó có thay được hay không."
)


class _Clause:
    """One clause: name, place, how well it is known, and the award after which things count."""

    def __init__(self, t: TextsOn, rank: int, cite: Citation, after: Codes, known: Seen) -> None:
        self.t, self.cite, self.after, self.known = t, cite, after, known
        self.rule = f"labour_order_{rank}.collective"

    def prior(self) -> HeldBefore:
        """Return the award that has to come before the years."""
        years = self.t[f"{self.rule}.years"]
        return HeldBefore(
            f"{self.rule}.prior",
            f"Đã được tặng {award_name(self.after[0], self.t.day)}",
            self.cite,
            self.after,
            years,
            known=self.known,
        )

    def years(self, or_codes: Codes = OUTSTANDING, part: str = "years") -> Unbroken:
        """Return the unbroken excellent years."""
        return Unbroken(
            f"{self.rule}.{part}",
            "Hoàn thành xuất sắc nhiệm vụ liên tục",
            self.cite,
            EXCELLENT,
            self.t[f"{self.rule}.years"],
            "năm",
            or_codes,
            known=self.known,
        )

    def counted(self, part: str, codes: Codes, *, by_year: bool = True) -> CountedInRun:
        """Return flags or certificates counted inside those years."""
        return CountedInRun(
            f"{self.rule}.{part}",
            f"{COUNTED[codes]} trong thời gian đó",
            self.cite,
            codes,
            self.t[f"{self.rule}.{part}"],
            EXCELLENT,
            OUTSTANDING,
            self.after,
            by_year=by_year,
            known=self.known,
        )

    def both(self, part: str, *parts: Rule) -> AllOf:
        """Return two counts that have to be there together."""
        return AllOf(
            f"{self.rule}.{part}", "Cờ thi đua, bằng khen trong thời gian đó", self.cite, parts
        )

    def any_of(self, *parts: Rule) -> AnyOf:
        """Return the choice between counts."""
        return AnyOf(f"{self.rule}.flags", "Cờ thi đua trong thời gian đó", self.cite, parts)


# Luật Thi đua, khen thưởng 2003 (sửa đổi 2013), Điều 42 (tóm lược, không phải nguyên văn): tập thể
# đã được tặng Huân chương Lao động hạng Nhì, 05 năm tiếp theo liên tục hoàn thành xuất sắc nhiệm
# vụ, nội bộ đoàn kết. Số cờ thi đua ở Nghị định 91/2017/NĐ-CP, Điều 22: chưa đối chiếu.
@route(
    "labour_order_1.collective.2017",
    code="HCLD1",
    way="Huân chương Lao động hạng Nhì, sau đó nhiều năm liên tục hoàn thành xuất sắc nhiệm vụ",
    cite=FIRST_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def labour_order_1_collective_2017(t: TextsOn) -> Rule:
    """Hạng Nhì and five excellent years may refuse; unity is judged, the flags are not read.

    The law of 2003 names the grade; that the title of the collective stands for it is a second
    reading.
    """
    clause = _Clause(t, 1, FIRST_2017, ("HCLD2",), Seen.SOURCE)
    titled = Reading(f"{clause.rule}.years.titled", clause.years(part="years.any"), TITLE_DOUBT)
    years = AnyOf(
        f"{clause.rule}.years",
        "Hoàn thành xuất sắc nhiệm vụ liên tục",
        FIRST_2017,
        (clause.years((), "years.graded"), titled),
    )
    unity = Judgement(
        f"{clause.rule}.unity",
        "Nội bộ đoàn kết",
        FIRST_2017,
        "Nội bộ đoàn kết: do người thẩm định và Hội đồng đánh giá.",
    )
    flags = Judgement(
        f"{clause.rule}.flags",
        "Số cờ thi đua trong thời gian đó",
        FIRST_FLAGS_2017,
        "Số cờ thi đua phải có trong thời gian đó: người thẩm định đối chiếu.",
        known=Seen.UNVERIFIED,
    )
    title = "Công trạng của tập thể, Huân chương Lao động hạng Nhất"
    whole = AllOf(clause.rule, title, FIRST_2017, (clause.prior(), years, unity, flags))
    return OrTheYearBefore(clause.rule, whole, (EXCELLENT, OUTSTANDING))


# Luật Thi đua, khen thưởng 2022, Điều 42 khoản 4 (tóm lược, không phải nguyên văn): đã được tặng
# Huân chương Lao động hạng Nhì, sau đó có từ 05 năm liên tục trở lên tính đến thời điểm đề nghị
# hoàn thành xuất sắc nhiệm vụ hoặc đạt Tập thể lao động xuất sắc; phần về cờ thi đua chưa đọc được.
@route(
    "labour_order_1.collective.2024",
    code="HCLD1",
    way="Huân chương Lao động hạng Nhì, sau đó nhiều năm liên tục hoàn thành xuất sắc nhiệm vụ",
    cite=FIRST_2024,
    since=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def labour_order_1_collective_2024(t: TextsOn) -> Rule:
    """Hạng Nhì and five excellent years may refuse; the counts of flags are recalled and do not."""
    clause = _Clause(t, 1, FIRST_2024, ("HCLD2",), Seen.SOURCE)
    mixed = clause.both(
        "mixed",
        clause.counted("government_flags", GOVERNMENT_FLAG),
        clause.counted("flags_beside", FLAG),
    )
    flags = clause.any_of(clause.counted("flags_alone", FLAG), mixed)
    title = "Công trạng của tập thể, Huân chương Lao động hạng Nhất"
    whole = AllOf(clause.rule, title, FIRST_2024, (clause.prior(), clause.years(), flags))
    return OrTheYearBefore(clause.rule, whole, (EXCELLENT, OUTSTANDING))


# Luật Thi đua, khen thưởng 2022, Điều 43, theo biểu mẫu của một cơ quan: đã được tặng hạng Ba, sau
# đó từ 05 năm liên tục hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc, có 01 Cờ thi
# đua của Chính phủ và 01 Cờ thi đua bộ, tỉnh, hoặc 03 Cờ thi đua bộ, tỉnh.
@route(
    "labour_order_2.collective.2024",
    code="HCLD2",
    way="Huân chương Lao động hạng Ba, sau đó nhiều năm liên tục hoàn thành xuất sắc nhiệm vụ",
    cite=SECOND_2024,
    since=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def labour_order_2_collective_2024(t: TextsOn) -> Rule:
    """Known from a form of a public body: computed for the appraiser, never decided alone."""
    clause = _Clause(t, 2, SECOND_2024, ("HCLD3",), Seen.SECONDARY)
    mixed = clause.both(
        "mixed",
        clause.counted("government_flags", GOVERNMENT_FLAG),
        clause.counted("flags_beside", FLAG),
    )
    flags = clause.any_of(clause.counted("flags_alone", FLAG), mixed)
    title = "Công trạng của tập thể, Huân chương Lao động hạng Nhì"
    return AllOf(clause.rule, title, SECOND_2024, (clause.prior(), clause.years(), flags))


# Luật Thi đua, khen thưởng 2022, Điều 44 khoản 4, theo biểu mẫu của một cơ quan: đã được tặng Bằng
# khen của Thủ tướng, từ 05 năm liên tục hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất
# sắc, trong thời gian đó có 01 Cờ thi đua của Chính phủ, hoặc 02 Cờ thi đua bộ, tỉnh, hoặc 01 Cờ
# thi đua bộ, tỉnh và bằng khen bộ, tỉnh (số bằng khen: tài liệu không thống nhất).
@route(
    "labour_order_3.collective.2024",
    code="HCLD3",
    way="Bằng khen của Thủ tướng, sau đó nhiều năm liên tục hoàn thành xuất sắc nhiệm vụ",
    cite=THIRD_2024,
    since=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def labour_order_3_collective_2024(t: TextsOn) -> Rule:
    """Known from a form of a public body; whether one certificate or two is a second reading."""
    clause = _Clause(t, 3, THIRD_2024, ("BK_TTG",), Seen.SECONDARY)
    certificates = AnyOf(
        f"{clause.rule}.certificates",
        "Bằng khen bộ, tỉnh trong thời gian đó",
        THIRD_2024,
        (
            Reading(
                f"{clause.rule}.certificates.fewer",
                clause.counted("certificates_few", CERTIFICATES, by_year=False),
                COUNT_DOUBT,
            ),
            clause.counted("certificates_many", CERTIFICATES, by_year=False),
        ),
    )
    flags = clause.any_of(
        clause.counted("flags_alone", FLAG),
        clause.counted("government_flags", GOVERNMENT_FLAG),
        clause.both("mixed", clause.counted("flags_beside", FLAG), certificates),
    )
    title = "Công trạng của tập thể, Huân chương Lao động hạng Ba"
    return AllOf(clause.rule, title, THIRD_2024, (clause.prior(), clause.years(), flags))


ROUTES = (
    labour_order_1_collective_2017,
    labour_order_1_collective_2024,
    labour_order_2_collective_2024,
    labour_order_3_collective_2024,
)
