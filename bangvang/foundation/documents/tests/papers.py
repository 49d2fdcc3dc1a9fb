"""Papers for the tests; every name is invented."""

from datetime import date

from bangvang.foundation.documents.ballot_paper import BallotLine, BallotPaper
from bangvang.foundation.documents.paper import (
    Align,
    Annex,
    Ground,
    Heading,
    Heads,
    Items,
    OfficialPaper,
    PaperKind,
    Paragraph,
    Signature,
    Table,
    article,
)

LONG_UNIT = "Trường Phổ thông Dân tộc Bán trú Trung học cơ sở và Tiểu học xã Nậm Lúc Thượng Chín"
PROVINCE = Heads("", "Ủy ban nhân dân\ntỉnh Lào Cai")
COUNCIL = Heads("Ủy ban nhân dân tỉnh Lào Cai", "Hội đồng\nThi đua - Khen thưởng")


def list_of(count: int) -> Table:
    rows = tuple(
        (str(n), f"Lù Văn Bậc Thang {n}", LONG_UNIT, "Chiến sĩ thi đua\ncấp tỉnh")
        for n in range(1, count + 1)
    )
    return Table(
        columns=("TT", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu"),
        rows=(("I. Cá nhân",), *rows),
        widths=(8, 30, 40, 22),
        aligns=(Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT),
    )


def decision(rows: int = 3) -> OfficialPaper:
    return OfficialPaper(
        kind=PaperKind.DECISION,
        heads=PROVINCE,
        symbol="QĐ-UBND",
        number=5,
        place="Lào Cai",
        on=date(2022, 4, 9),
        abstract="Về việc tặng danh hiệu Chiến sĩ thi đua cấp tỉnh năm 2021",
        authority="Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
        enacting="Quyết định:",
        issued_by="Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
        grounds=(
            Ground("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;"),
            Ground("Theo đề nghị của Giám đốc Sở Nội vụ"),
        ),
        blocks=(
            article(1, "Tặng danh hiệu cho các cá nhân có tên trong danh sách kèm theo."),
            article(2, "Các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành."),
        ),
        signatures=(Signature(("Chủ tịch",), "Vàng Văn Ví Dụ"),),
        recipients=("Như Điều 2", "Lưu: VT, NC"),
        annexes=(Annex("Danh sách cá nhân được tặng danh hiệu", (list_of(rows),)),),
    )


def submission() -> OfficialPaper:
    return OfficialPaper(
        kind=PaperKind.SUBMISSION,
        heads=Heads("Ủy ban nhân dân tỉnh Lào Cai", LONG_UNIT),
        symbol="TTr-SVD",
        place="Lào Cai",
        year=2022,
        abstract="Về việc đề nghị khen thưởng năm 2021",
        addressed_to=("Chủ tịch Ủy ban nhân dân tỉnh", "Hội đồng Thi đua - Khen thưởng tỉnh"),
        blocks=(
            Heading("Phần I", centred=True),
            Heading("1. Kết quả"),
            Paragraph("Đơn vị đã xét theo quy định & <không> thiếu {{ bước }} nào #eval"),
            Items(("Một tập thể;", "Ba cá nhân.")),
            list_of(2),
            Paragraph("Kính trình xem xét, quyết định."),
        ),
        signatures=(Signature(("KT. Giám đốc", "Phó Giám đốc"), "Lò Thị Ví Dụ"),),
        recipients=("Như trên", "Lưu: VT"),
        annexes=(
            Annex("Danh sách tập thể", (list_of(1),)),
            Annex("Danh sách cá nhân", (Paragraph("Không có."),)),
        ),
    )


def minutes() -> OfficialPaper:
    return OfficialPaper(
        kind=PaperKind.MINUTES,
        heads=COUNCIL,
        symbol="BB-HĐTĐKT",
        number=12,
        on=date(2022, 3, 2),
        abstract="Kiểm phiếu bầu Chiến sĩ thi đua cấp tỉnh",
        blocks=(Paragraph("Kết thúc vào 10 giờ cùng ngày."),),
        signatures=tuple(
            Signature((post,), name, "(Ký, ghi rõ họ tên)")
            for post, name in (
                ("Thành viên", "Giàng A Một"),
                ("Thành viên", "Giàng A Hai"),
                ("Trưởng ban", "Giàng A Ba"),
            )
        ),
    )


def letter() -> OfficialPaper:
    return OfficialPaper(
        kind=PaperKind.LETTER,
        heads=Heads("Ủy ban nhân dân tỉnh Lào Cai", "Sở Nội vụ"),
        symbol="SNV-TĐKT",
        number=125,
        place="Lào Cai",
        on=date(2022, 3, 2),
        abstract="lấy ý kiến hiệp y khen thưởng",
        addressed_to=("Công an tỉnh",),
        blocks=(Paragraph("Đề nghị cho ý kiến."),),
        signatures=(Signature(("Giám đốc",), "Lò A Bốn"),),
        recipients=("Như trên", "Lưu: VT"),
    )


def ballot(copies: int = 2, lines: int = 2) -> BallotPaper:
    return BallotPaper(
        heads=COUNCIL,
        award="Danh hiệu Chiến sĩ thi đua cấp tỉnh năm 2021",
        session="Phiên họp thứ hai",
        on=date(2022, 3, 2),
        lines=tuple(BallotLine(f"Vàng Thị Lúa Chín {n}", LONG_UNIT) for n in range(lines)),
        manifest_code="K7QF-2M9X",
        instructions=("Đánh dấu X vào một ô ở mỗi dòng.",),
        copies=copies,
    )
