"""Huân chương Lao động of workers, farmers and labourers: lighter ways beside the usual one.

Judged only where the file claims them. What the clause counts or wants certified is a question to
the file; what a deed is worth is left to people.
Left out, see the gaps: Điều 23 and 24 of 2017; Điều 42 and 43 of the law of 2022, and the tail of
its Điều 44 khoản 2.
"""

from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import AtLeast, IsFact
from bangvang.law.titles.judged import NEW, OLD, judged, only_judged

LABOUR_1_2017 = Citation("ND-91-2017", 22)
WORKERS_2024 = Citation("LUAT-06-2022", 44, 2)

FIRST = "Huân chương Lao động hạng Nhất"
THIRD = "Huân chương Lao động hạng Ba"


# Nghị định 91/2017/NĐ-CP, Điều 22 (tóm lược, không phải nguyên văn): công nhân có 04 sáng kiến
# mang lại lợi ích giá trị cao, được công nhận ở cấp bộ, và giúp đỡ, đào tạo đồng nghiệp; nông dân
# có phát minh, sáng chế được công nhận ở cấp bộ, hoặc có mô hình sản xuất ổn định từ 05 năm, giúp
# đỡ hộ gia đình, tạo việc làm, được bộ hoặc tỉnh công nhận.
@route(
    "labour_order_1.workers.2017",
    code="HCLD1",
    way="công nhân có nhiều sáng kiến",
    cite=LABOUR_1_2017,
    since=OLD,
    until=NEW,
    claim="HC_CONG_NHAN",
)
def labour_order_1_workers_2017(t: TextsOn) -> Rule:
    """Four initiatives recognised by a ministry, and colleagues trained; their worth is judged."""
    prefix = "labour_order_1.workers"
    return AllOf(
        prefix,
        f"Công nhân có nhiều sáng kiến, {FIRST}",
        LABOUR_1_2017,
        (
            AtLeast(
                f"{prefix}.initiatives",
                "Sáng kiến được công nhận ở cấp bộ",
                LABOUR_1_2017,
                "HC_SANG_KIEN_CAP_BO",
                t[f"{prefix}.initiatives"],
                "sáng kiến",
            ),
            IsFact(
                f"{prefix}.training",
                "Đào tạo, giúp đỡ đồng nghiệp",
                LABOUR_1_2017,
                "HC_GIUP_DONG_NGHIEP",
            ),
            judged(f"{prefix}.worth", "Sáng kiến mang lại lợi ích giá trị cao", LABOUR_1_2017),
        ),
    )


@route(
    "labour_order_1.farmers_invention.2017",
    code="HCLD1",
    way="nông dân có phát minh, sáng chế",
    cite=LABOUR_1_2017,
    since=OLD,
    until=NEW,
    claim="HC_NONG_DAN_SANG_CHE",
)
def labour_order_1_farmers_invention_2017(t: TextsOn) -> Rule:
    """An invention recognised by a ministry: nothing else is asked."""
    prefix = "labour_order_1.farmers_invention"
    return AtLeast(
        prefix,
        "Phát minh, sáng chế của nông dân được công nhận ở cấp bộ",
        LABOUR_1_2017,
        "HC_SANG_CHE_CAP_BO",
        t["labour_order_1.farmers.inventions"],
        "phát minh, sáng chế",
    )


@route(
    "labour_order_1.farmers_model.2017",
    code="HCLD1",
    way="nông dân có mô hình sản xuất ổn định",
    cite=LABOUR_1_2017,
    since=OLD,
    until=NEW,
    claim="HC_NONG_DAN_MO_HINH",
)
def labour_order_1_farmers_model_2017(t: TextsOn) -> Rule:
    """A model of five years that helps households and makes jobs, recognised."""
    prefix = "labour_order_1.farmers_model"
    return AllOf(
        prefix,
        f"Mô hình sản xuất của nông dân, {FIRST}",
        LABOUR_1_2017,
        (
            AtLeast(
                f"{prefix}.years",
                "Mô hình sản xuất ổn định",
                LABOUR_1_2017,
                "HC_NAM_MO_HINH",
                t["labour_order_1.farmers.model_years"],
                "năm",
            ),
            IsFact(f"{prefix}.helps", "Giúp đỡ hộ gia đình", LABOUR_1_2017, "HC_GIUP_HO_GIA_DINH"),
            IsFact(f"{prefix}.jobs", "Tạo việc làm", LABOUR_1_2017, "HC_TAO_VIEC_LAM"),
            IsFact(
                f"{prefix}.recognised",
                "Mô hình được bộ hoặc tỉnh công nhận",
                LABOUR_1_2017,
                "HC_MO_HINH_DUOC_CONG_NHAN",
            ),
        ),
    )


# Luật Thi đua, khen thưởng 2022, Điều 44 khoản 2 (tóm lược, đoạn cuối chưa đọc được): công nhân,
# nông dân, người lao động được bình xét trong phong trào thi đua của bộ, ngành, tỉnh từ 05 năm trở
# lên; có sáng chế, công trình ảnh hưởng trong một lĩnh vực của tỉnh; có nhiều đóng góp; có thành
# tích xuất sắc đột xuất.
OF_WORKERS = (
    only_judged(
        "labour_order_3.workers_sudden.2024", "HCLD3", THIRD,
        "công nhân, nông dân, người lao động: thành tích đột xuất", WORKERS_2024,
        (("degree", "Thành tích xuất sắc đột xuất trong lao động, sản xuất"),),
        kind=Kind.SUDDEN, claim="HC_NGUOI_LAO_DONG",
    ),
    only_judged(
        "labour_order_3.workers_invention.2024", "HCLD3", THIRD,
        "công nhân, nông dân, người lao động: sáng chế, công trình", WORKERS_2024,
        (("influence", "Sáng chế, công trình có ảnh hưởng trong một lĩnh vực của tỉnh"),),
        claim="HC_NGUOI_LAO_DONG_SANG_CHE",
    ),
    only_judged(
        "labour_order_3.workers_contribution.2024", "HCLD3", THIRD,
        "công nhân, nông dân, người lao động: nhiều đóng góp", WORKERS_2024,
        (("degree", "Nhiều đóng góp"),), claim="HC_NGUOI_LAO_DONG_DONG_GOP",
    ),
)  # fmt: skip


@route(
    "labour_order_3.workers_movement.2024",
    code="HCLD3",
    way="công nhân, nông dân, người lao động: bình xét trong phong trào thi đua",
    cite=WORKERS_2024,
    since=NEW,
    kind=Kind.THEME,
    claim="HC_NGUOI_LAO_DONG",
)
def labour_order_3_workers_movement_2024(t: TextsOn) -> Rule:
    """A movement of a ministry or province that has lasted long enough; the choice is judged."""
    prefix = "labour_order_3.workers_movement"
    return AllOf(
        prefix,
        f"Phong trào thi đua, {THIRD}",
        WORKERS_2024,
        (
            AtLeast(
                f"{prefix}.years",
                "Phong trào thi đua do bộ, ngành, tỉnh phát động đã kéo dài",
                WORKERS_2024,
                "HC_NAM_PHONG_TRAO",
                t["labour_order_3.workers.movement_years"],
                "năm",
            ),
            judged(
                f"{prefix}.voted",
                "Thành tích tiêu biểu, được bình xét trong phong trào",
                WORKERS_2024,
            ),
        ),
    )


ROUTES = (
    labour_order_1_workers_2017,
    labour_order_1_farmers_invention_2017,
    labour_order_1_farmers_model_2017,
    *OF_WORKERS,
    labour_order_3_workers_movement_2024,
)
