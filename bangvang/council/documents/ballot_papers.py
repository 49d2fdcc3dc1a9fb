"""Ballot papers: all copies alike, with the code of the frozen list and no mark of a voter."""

from bangvang.council.documents.wording import heads_of
from bangvang.council.models import InvalidLine
from bangvang.council.selectors.ballots import BallotPage
from bangvang.foundation.documents.ballot_paper import BallotLine, BallotPaper

HOW_TO_MARK = (
    "Cách bỏ phiếu: ở mỗi dòng, đánh dấu X vào một trong hai ô “Đồng ý” hoặc “Không đồng ý”. "
    "Không ghi thêm tên, không ký và không để lại dấu hiệu nào khác trên phiếu."
)
DOUBLE_MARK = {
    InvalidLine.LINE_BLANK.value: "Dòng đánh dấu cả hai ô hoặc bỏ trống được tính là để trống.",
    InvalidLine.PAPER_INVALID.value: "Phiếu có dòng đánh dấu cả hai ô là phiếu không hợp lệ; dòng "
    "bỏ trống được tính là để trống.",
}


def ballot_papers(page: BallotPage, *, copies: int, invalid_line: str) -> BallotPaper:
    """Return the papers of a ballot; `invalid_line` is the regulation's rule on double marks."""
    return BallotPaper(
        heads=heads_of(page.organisation_name, page.council_name),
        award=f"{page.award_name} năm {page.achievement_year}",
        session=page.session_title[:1].upper() + page.session_title[1:],
        on=page.session_on,
        lines=tuple(
            BallotLine(row.name, "\n".join(part for part in (row.position, row.unit_name) if part))
            for row in page.rows
        ),
        manifest_code=page.manifest_code,
        instructions=(HOW_TO_MARK, DOUBLE_MARK[invalid_line]),
        copies=copies,
    )
