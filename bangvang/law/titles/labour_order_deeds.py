"""Huân chương Lao động by a deed: sudden, invention, contribution, movement.

How great a deed is and how far it reaches is left to people. Beside the usual way of many years
these ways are judged only where the file claims them; workers and farmers have ways of their own.
Left out, see the gaps: hạng Nhì of 2017, and the points of the law of 2022 that were not read.
"""

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact
from bangvang.law.titles.judged import NEW, OLD, judged, only_judged

SUDDEN_3_2017 = Citation("ND-91-2017", 24, 1, "b")
FIRST_2017 = Citation("LUAT-2003", 42)
FIRST_2024 = Citation("LUAT-06-2022", 42, 4)
SECOND_2024 = Citation("LUAT-06-2022", 43)
THIRD_2024 = Citation("LUAT-06-2022", 44, 4)

SUDDEN = "thành tích đột xuất"
INVENTION = "phát minh, sáng chế, công trình khoa học, tác phẩm"
INVENTION_2017 = "phát minh, sáng chế, công trình khoa học"
CONTRIBUTION = "đóng góp lớn"
MOVEMENT = "bình xét trong phong trào thi đua"

TITLE = {
    "HCLD1": "Huân chương Lao động hạng Nhất",
    "HCLD2": "Huân chương Lao động hạng Nhì",
    "HCLD3": "Huân chương Lao động hạng Ba",
}


# Nghị định 91/2017/NĐ-CP, Điều 24 khoản 1 điểm b (tóm lược, không phải nguyên văn): lập được thành
# tích đặc biệt xuất sắc đột xuất trong một lĩnh vực thuộc bộ, ngành, tỉnh, được bộ, ngành, tỉnh
# công nhận.
@route(
    "labour_order_3.sudden.2017",
    code="HCLD3",
    way=SUDDEN,
    cite=SUDDEN_3_2017,
    since=OLD,
    until=NEW,
    kind=Kind.SUDDEN,
)
def labour_order_3_sudden_2017(t: TextsOn) -> Rule:  # noqa: ARG001  # no numbers
    """Recognised by the ministry or province; how outstanding it is, people judge."""
    prefix = "labour_order_3.sudden"
    return AllOf(
        prefix,
        "Thành tích đột xuất, Huân chương Lao động hạng Ba",
        SUDDEN_3_2017,
        (
            IsFact(
                f"{prefix}.recognised",
                "Thành tích được bộ, ngành, tỉnh công nhận",
                SUDDEN_3_2017,
                "HC_DOT_XUAT_DUOC_CONG_NHAN",
            ),
            judged(
                f"{prefix}.degree",
                "Thành tích đặc biệt xuất sắc đột xuất trong một lĩnh vực của tỉnh",
                SUDDEN_3_2017,
            ),
        ),
    )


# Luật Thi đua, khen thưởng 2003 (sửa đổi 2013), Điều 42 (tóm lược, không phải nguyên văn): lập
# được thành tích đặc biệt xuất sắc đột xuất, có phạm vi ảnh hưởng toàn quốc; có phát minh, sáng
# chế, công trình khoa học cấp nhà nước; tập thể có thành tích đặc biệt, có phạm vi ảnh hưởng toàn
# quốc.
NATIONWIDE = (
    ("degree", "Thành tích đặc biệt xuất sắc"),
    ("influence", "Phạm vi ảnh hưởng toàn quốc"),
)
labour_order_1_sudden_2017 = only_judged(
    "labour_order_1.sudden.2017",
    "HCLD1",
    TITLE["HCLD1"],
    SUDDEN,
    FIRST_2017,
    NATIONWIDE,
    kind=Kind.SUDDEN,
)
labour_order_1_collective_sudden_2017 = only_judged(
    "labour_order_1.collective_sudden.2017",
    "HCLD1",
    TITLE["HCLD1"],
    "thành tích đặc biệt",
    FIRST_2017,
    NATIONWIDE,
    kind=Kind.SUDDEN,
    subject=Subject.COLLECTIVE,
)
labour_order_1_collective_special_2017 = only_judged(
    "labour_order_1.collective_special.2017",
    "HCLD1",
    TITLE["HCLD1"],
    "thành tích đặc biệt",
    FIRST_2017,
    NATIONWIDE,
    subject=Subject.COLLECTIVE,
    claim="HC_THANH_TICH_DAC_BIET",
)


labour_order_1_invention_2017 = only_judged(
    "labour_order_1.invention.2017",
    "HCLD1",
    TITLE["HCLD1"],
    INVENTION_2017,
    FIRST_2017,
    (
        (
            "degree",
            "Phát minh, sáng chế có ảnh hưởng toàn quốc, hoặc công trình khoa học cấp Nhà nước",
        ),
    ),
    claim="HC_PHAT_MINH",
)

OLD_ROUTES = (
    labour_order_3_sudden_2017,
    labour_order_1_sudden_2017,
    labour_order_1_collective_sudden_2017,
    labour_order_1_collective_special_2017,
    labour_order_1_invention_2017,
)


# Luật Thi đua, khen thưởng 2022, Điều 42 khoản 4 và Điều 44 khoản 4, 5 (tóm lược, không phải
# nguyên văn): tập thể, doanh nghiệp có thành tích (hạng Nhất: đặc biệt) đột xuất có phạm vi ảnh
# hưởng toàn quốc (hạng Ba: trong một lĩnh vực của tỉnh); có đóng góp lớn; được bình xét trong
# phong trào thi đua (hạng Nhất: do Chủ tịch nước, Thủ tướng phát động). Điều 43 (tóm lược): cá
# nhân có thành tích đột xuất có phạm vi ảnh hưởng trong tỉnh; đạt giải thưởng quốc tế cao nhất của
# khu vực; có phát minh, công trình ảnh hưởng trong tỉnh; có đóng góp lớn.
CLASSES_OF_COLLECTIVES = (
    (
        "labour_order_1",
        "HCLD1",
        FIRST_2024,
        "đặc biệt xuất sắc, ảnh hưởng toàn quốc",
        " do Chủ tịch nước, Thủ tướng Chính phủ phát động",
    ),
    ("labour_order_3", "HCLD3", THIRD_2024, "xuất sắc trong một lĩnh vực của tỉnh", ""),
)
OF_COLLECTIVES = tuple(
    made
    for prefix, code, cite, reach, launched in CLASSES_OF_COLLECTIVES
    for made in (
        only_judged(
            f"{prefix}.collective_sudden.2024", code, TITLE[code], SUDDEN, cite,
            (("degree", f"Thành tích đột xuất {reach}"),),
            kind=Kind.SUDDEN, subject=Subject.COLLECTIVE,
        ),
        only_judged(
            f"{prefix}.collective_contribution.2024", code, TITLE[code], CONTRIBUTION, cite,
            (("degree", "Đóng góp lớn của tập thể"),),
            subject=Subject.COLLECTIVE, claim="HC_DONG_GOP",
        ),
        only_judged(
            f"{prefix}.collective_movement.2024", code, TITLE[code], MOVEMENT, cite,
            (("voted", f"Thành tích tiêu biểu, được bình xét trong phong trào thi đua{launched}"),),
            kind=Kind.THEME, subject=Subject.COLLECTIVE,
        ),
    )
)  # fmt: skip

OF_SECOND_CLASS = (
    only_judged(
        "labour_order_2.sudden.2024", "HCLD2", TITLE["HCLD2"], SUDDEN, SECOND_2024,
        (("degree", "Thành tích đột xuất có phạm vi ảnh hưởng trong tỉnh"),), kind=Kind.SUDDEN,
    ),
    only_judged(
        "labour_order_2.prize.2024", "HCLD2", TITLE["HCLD2"],
        "giải thưởng quốc tế cao nhất khu vực", SECOND_2024,
        (("prize", "Giải thưởng quốc tế cao nhất của khu vực"),),
        kind=Kind.SUDDEN, claim="HC_GIAI_THUONG",
    ),
    only_judged(
        "labour_order_2.invention.2024", "HCLD2", TITLE["HCLD2"], INVENTION, SECOND_2024,
        (("influence", "Phát minh, công trình, tác phẩm ảnh hưởng trong tỉnh"),),
        claim="HC_PHAT_MINH",
    ),
    only_judged(
        "labour_order_2.contribution.2024", "HCLD2", TITLE["HCLD2"], CONTRIBUTION, SECOND_2024,
        (("degree", "Đóng góp lớn của cá nhân"),), claim="HC_DONG_GOP",
    ),
)  # fmt: skip

ROUTES = (
    *OLD_ROUTES,
    *OF_COLLECTIVES,
    *OF_SECOND_CLASS,
)
