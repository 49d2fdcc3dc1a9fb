"""Small papers for the story: what units attach, and the scans of what was signed on paper."""

from datetime import date
from functools import cache

from bangvang.foundation.documents.paper import (
    Heads,
    OfficialPaper,
    PaperKind,
    Paragraph,
    Signature,
)
from bangvang.foundation.documents.pdf import render_pdf

PLACE = "Lào Cai"
TEMPLATES = "/foundation/documents/templates"


def submission(unit: str, head: str, *, number: int, symbol: str, on: date, people: int) -> bytes:
    """Return the tờ trình of a list as PDF, as if signed and scanned."""
    return _pdf(
        OfficialPaper(
            kind=PaperKind.SUBMISSION,
            heads=Heads(superior="", issuer=unit),
            symbol=f"TTr-{symbol}",
            abstract="về việc đề nghị khen thưởng",
            addressed_to=("Hội đồng Thi đua - Khen thưởng tỉnh",),
            blocks=(
                Paragraph(
                    f"{unit} kính trình Hội đồng xem xét {people:02} trường hợp có tên trong "
                    "danh sách gửi kèm, đã được tập thể bình xét và niêm yết tại đơn vị."
                ),
            ),
            signatures=(Signature(("Thủ trưởng đơn vị",), name=head, note="(Đã ký)"),),
            number=number,
            place=PLACE,
            on=on,
            recipients=("Như trên", "Lưu: VT"),
        )
    )


def consideration(unit: str, head: str, *, on: date, people: int) -> bytes:
    """Return the biên bản bình xét of a list as PDF, as if signed and scanned."""
    return _pdf(
        OfficialPaper(
            kind=PaperKind.MINUTES,
            heads=Heads(superior=unit, issuer="Hội đồng thi đua, khen thưởng cơ sở"),
            symbol="BB-HĐTĐKT",
            abstract="bình xét danh hiệu thi đua và hình thức khen thưởng",
            blocks=(
                Paragraph(
                    f"Hội đồng cơ sở đã xem xét {people:02} trường hợp; tất cả đều được trên hai "
                    "phần ba số thành viên đồng ý đề nghị."
                ),
            ),
            signatures=(
                Signature(("Thư ký",), note="(Đã ký)"),
                Signature(("Chủ trì",), name=head, note="(Đã ký)"),
            ),
            number=1,
            on=on,
        )
    )


@cache
def scan(what: str, who: str, on: date) -> bytes:
    """Return a PDF that stands for the scan of something signed on paper."""
    return _pdf(
        OfficialPaper(
            kind=PaperKind.NOTICE,
            heads=Heads(superior="Bản trình diễn", issuer="Bảng Vàng"),
            symbol="BQ",
            abstract=f"bản quét {what}",
            blocks=(
                Paragraph(
                    f"Trang này đứng thay cho bản quét có chữ ký, đóng dấu của {what}. "
                    "Trong bản trình diễn không có chữ ký thật."
                ),
            ),
            signatures=(Signature(("Đã ký",), name=who),),
            number=1,
            place=PLACE,
            on=on,
            recipients=("Lưu: VT",),
        )
    )


def _pdf(paper: OfficialPaper) -> bytes:
    return render_pdf(f"{TEMPLATES}/{paper.kind.layout}.typ", paper.as_data())
