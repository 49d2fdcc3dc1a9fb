"""Findings of the gallery: one refused, one open, one whose text was not read."""

from bangvang.web.components.finding_pieces import (
    PART_JUDGE,
    PART_MET,
    PART_NOT_MET,
    PART_PERSON,
    Finding,
    Hint,
    Part,
    YearCell,
    Years,
)
from bangvang.web.components.pieces import ANSWER_JUDGE, ANSWER_NOT_MET, ANSWER_NOTE, Link

NOWHERE = "#noi-dung"
FOR_PRIME_MINISTER = "Bằng khen của Thủ tướng Chính phủ"


def refused_finding() -> Finding:
    """Return a finding whose reason is a missing year."""
    years = Years(
        ("2021", "2022", "2023", "2024", "2025"),
        (
            ("Hoàn thành tốt trở lên", (YearCell("có", "in"),) * 5),
            (
                "Chiến sĩ thi đua cơ sở",
                (
                    YearCell("có", "out", "ngoài chuỗi"),
                    YearCell("không", "off"),
                    YearCell("có", "in"),
                    YearCell("không", "gap"),
                    YearCell("có", "in"),
                ),
            ),
        ),
    )
    return Finding(
        ANSWER_NOT_MET,
        title=f"{FOR_PRIME_MINISTER}, thành tích công trạng",
        cite=Link("điểm b khoản 1 Điều 73 Luật Thi đua, khen thưởng 2022", NOWHERE),
        parts=(
            Part(
                PART_MET,
                "Đã được tặng bằng khen cấp tỉnh.",
                requires=("Phải có: 1 lần",),
                used=(Link("Bằng khen của Chủ tịch UBND tỉnh, QĐ 1874/QĐ-UBND", NOWHERE),),
            ),
            Part(
                PART_NOT_MET,
                "3 lần Chiến sĩ thi đua cơ sở trong thời gian đó: có 2 (2023, 2025).",
                requires=("Phải có: 3 lần trong 2021–2025", "Sổ khen thưởng đủ từ năm 2015"),
                used=(Link("QĐ 412/QĐ-SYT ngày 05/01/2024", NOWHERE), Link("sổ giấy năm 2019")),
                years=years,
                is_deciding=True,
            ),
        ),
        sentence="Không đủ điều kiện đề nghị tặng Bằng khen của Thủ tướng Chính phủ theo điểm b "
        "khoản 1 Điều 73 Luật Thi đua, khen thưởng 2022: không đạt 1 trên 2 điều kiện.",
        summary="Đạt 1 trên 2 điều kiện, 1 không đạt.",
        earliest="Xét thành tích năm 2027, hồ sơ nhận từ ngày 01/01/2028, nếu đến khi đó đạt: "
        "Chiến sĩ thi đua cơ sở trong thời gian đó (ít nhất 3; chờ kết quả năm 2026, 2027).",
        nearest="3 lần Chiến sĩ thi đua cơ sở trong thời gian đó: có 2 (2023, 2025); thiếu 1.",
    )


def open_finding() -> Finding:
    """Return a finding with conditions inside conditions, left to a person."""
    either = (
        Part(PART_NOT_MET, "Đề tài khoa học đã nghiệm thu: chưa có."),
        Part(
            PART_MET,
            "Sáng kiến được công nhận cấp tỉnh: có 1.",
            requires=("Phải có: 1",),
            used=(Link("“Theo dõi người bệnh thở máy từ xa”, QĐ 1203/QĐ-UBND", NOWHERE),),
        ),
    )
    return Finding(
        ANSWER_JUDGE,
        cite=Link("Điều 22 Luật Thi đua, khen thưởng 2022", NOWHERE),
        parts=(
            Part(
                PART_MET,
                "Một trong hai điều sau.",
                parts=either,
                cite=Link("khoản 2 Điều 22", NOWHERE),
            ),
            Part(
                PART_JUDGE,
                "Thành tích xuất sắc tiêu biểu: do người thẩm định đánh giá.",
                requires=("Luật để người đánh giá",),
                is_deciding=True,
            ),
        ),
        can_change=(
            ("Tra cứu, bổ sung trong sổ khen thưởng", ("Sáng kiến cấp tỉnh năm 2023, 2024.",)),
            ("Đánh giá", ("Thành tích xuất sắc tiêu biểu: do người thẩm định đánh giá.",)),
        ),
    )


def unread_finding() -> Finding:
    """Return a finding under an amendment that was not read, with a hint and a note."""
    return Finding(
        ANSWER_NOTE,
        title="Chiến sĩ thi đua cấp tỉnh",
        cite=Link("Luật số 06/2026/QH16"),
        parts=(
            Part(
                PART_PERSON,
                "Từ ngày 01/10/2026, Luật số 06/2026/QH16 sửa đổi quy định nhưng hệ thống chưa có "
                "nguyên văn; người thẩm định đối chiếu văn bản.",
                requires=("Đối chiếu văn bản",),
                cite=Link("Luật số 06/2026/QH16"),
                is_deciding=True,
            ),
        ),
        hint=Hint(
            "30/09/2026",
            PART_NOT_MET,
            "Chiến sĩ thi đua cơ sở 3 năm liên tục 2023–2025: có 2 (2023, 2025); thiếu 2024.",
            Link("Điều 22 Luật Thi đua, khen thưởng 2022", NOWHERE),
        ),
        notes=(
            "Chiến sĩ thi đua cơ sở năm 2023 có 2 quyết định (12/QĐ-SYT, 45/QĐ-SYT): chỉ tính một "
            "lần; cần kiểm tra lại.",
        ),
    )
