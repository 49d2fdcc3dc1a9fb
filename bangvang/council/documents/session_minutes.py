"""Minutes of a session (biên bản họp), from the record."""

from bangvang.council.documents.counting_minutes import SYMBOL, results_table
from bangvang.council.documents.wording import chair_posts, heads_of, moment_in_words
from bangvang.council.selectors.agenda import AgendaItemRow
from bangvang.council.selectors.records import SessionFile
from bangvang.council.selectors.results import BallotResult
from bangvang.council.selectors.sessions import AttendanceRow, SessionPage
from bangvang.foundation.documents.paper import (
    Align,
    Block,
    Heading,
    Items,
    OfficialPaper,
    PaperKind,
    Paragraph,
    Signature,
    Table,
)
from bangvang.foundation.vietnamese import roman, say_date


def session_minutes(file: SessionFile, *, head_printed: str) -> OfficialPaper:
    """Return the minutes; `head_printed` is the head of the audit chain."""
    page = file.page
    row = page.row
    return OfficialPaper(
        kind=PaperKind.MINUTES,
        heads=heads_of(page.organisation_name, row.council_name),
        symbol=SYMBOL,
        abstract=f"{row.title} của {row.council_name}",
        year=row.year,
        blocks=(
            Paragraph(f"{moment_in_words(page.opened_at or row.starts_at)}.", label="Thời gian:"),
            Paragraph(f"{row.place}.", label="Địa điểm:"),
            Heading("I. Thành phần"),
            *_who(file),
            Heading("II. Nội dung"),
            *(
                block
                for number, item in enumerate(page.items, 1)
                for block in _item(number, item, file)
            ),
            *_conclusions(file),
            Paragraph(_closing(file)),
            Paragraph(f"Dấu mốc nhật ký: {head_printed}"),
        ),
        signatures=(
            Signature(posts=("Thư ký",), name=page.secretary_name),
            Signature(posts=chair_posts(page.chair), name=page.chair.holder_name),
        ),
        recipients=(
            "Chủ tịch, các Phó Chủ tịch và ủy viên Hội đồng",
            "Lưu: VT, thư ký Hội đồng",
        ),
    )


def _who(file: SessionFile) -> tuple[Block, ...]:
    page = file.page
    present = [row for row in page.attendance if row.is_present]
    absent = [row for row in page.attendance if row.is_absent]
    quorum = page.regulation
    needed = page.quorum_needed
    said = [
        f"Tổng số thành viên Hội đồng: {page.members_total}; có mặt {len(present)}; vắng mặt "
        f"{len(absent)}."
    ]
    if quorum is not None:
        said.append(
            f"Cần có mặt ít nhất {needed} thành viên theo {quorum.quorum_clause} {quorum.cite}; "
            f"{_quorum_said(page)}."
        )
    blocks: list[Block] = [
        Paragraph(
            f"{page.chair.holder_name}, {page.chair.post_title}, {page.chair.role_name}.",
            label="Chủ trì:",
        ),
        Paragraph(f"{page.secretary_name}.", label="Thư ký:"),
        Paragraph(" ".join(said)),
        Paragraph("", label="Có mặt:"),
        _members(present),
    ]
    if absent:
        blocks.append(Paragraph("", label="Vắng mặt:"))
        blocks.append(Items(tuple(_absent(row) for row in absent)))
    return tuple(blocks)


def _quorum_said(page: SessionPage) -> str:
    if page.has_quorum:
        return "phiên họp đủ điều kiện tiến hành"
    return f"lần điểm danh sau cùng có mặt {page.present} thành viên, chưa đủ số cần thiết"


def _members(rows: list[AttendanceRow]) -> Table:
    return Table(
        columns=("TT", "Họ và tên", "Chức vụ", "Trong Hội đồng"),
        rows=tuple(
            (str(number), row.seat.holder_name, row.seat.post_title, row.seat.role_name)
            for number, row in enumerate(rows, start=1)
        ),
        widths=(1, 5, 7, 5),
        aligns=(Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT),
    )


def _absent(row: AttendanceRow) -> str:
    return f"{row.seat.holder_name}, {row.seat.post_title}: {row.reason};"


def _item(number: int, item: AgendaItemRow, file: SessionFile) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(item.title, label=f"{number}.")]
    blocks += [Paragraph(line) for line in item.notes.splitlines() if line.strip()]
    result = file.results.get(item.ballot_ref)
    if result is not None:
        blocks += _vote(result)
    return tuple(blocks)


def _vote(result: BallotResult) -> list[Block]:
    passed = len(result.passed_rows)
    return [
        Paragraph(
            f"Hội đồng bỏ phiếu kín. Phát ra {result.issued} phiếu, thu về {result.collected}, hợp "
            f"lệ {result.valid}, không hợp lệ {result.invalid}; ý kiến bằng văn bản của thành viên "
            f"vắng mặt: {result.written}. Tỷ lệ phải đạt: {result.pass_text} "
            f"({result.needed}/{result.total_members}), theo {result.pass_cite}. Đạt: "
            f"{passed}/{len(result.rows)} trường hợp, có biên bản kiểm phiếu kèm theo."
        ),
        results_table(result),
    ]


def _conclusions(file: SessionFile) -> tuple[Block, ...]:
    tasks = file.page.conclusions
    if not tasks:
        return ()
    return (
        Heading(f"{roman(3)}. Kết luận của người chủ trì"),
        Table(
            columns=("TT", "Nội dung", "Cơ quan, người thực hiện", "Hạn hoàn thành"),
            rows=tuple(
                (str(number), task.title, task.owner_name, say_date(task.due_on))
                for number, task in enumerate(tasks, start=1)
            ),
            widths=(1, 8, 5, 3),
            aligns=(Align.CENTRE, Align.LEFT, Align.LEFT, Align.CENTRE),
        ),
    )


def _closing(file: SessionFile) -> str:
    ended = file.page.ends_at
    when = f" hồi {moment_in_words(ended)}" if ended else ""
    return f"Phiên họp kết thúc{when}. Biên bản được lập và thông qua tại phiên họp."
