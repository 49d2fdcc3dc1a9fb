"""Counting minutes (biên bản kiểm phiếu), from the record of one ballot."""

from bangvang.council.documents.wording import heads_of, moment_in_words, share_in_words
from bangvang.council.selectors.records import CountingRecord, Recount
from bangvang.council.selectors.results import BallotResult, ResultRow
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

SYMBOL = "BB-HĐTĐKT"


def counting_minutes(record: CountingRecord, *, head_printed: str) -> OfficialPaper:
    """Return the minutes; `head_printed` is the head of the audit chain."""
    result = record.result
    return OfficialPaper(
        kind=PaperKind.MINUTES,
        heads=heads_of(record.organisation_name, result.council_name),
        symbol=SYMBOL,
        abstract=f"Kiểm phiếu đề nghị tặng {record.award_name} năm {result.achievement_year}",
        year=result.session_on.year,
        blocks=(
            Paragraph(
                f"Hồi {moment_in_words(record.opened_at)}, tại {record.place}, "
                f"{result.session_title} của {result.council_name} (thành lập, kiện toàn theo "
                f"Quyết định số {record.set_up_by}) tiến hành bỏ phiếu đề nghị tặng "
                f"{record.award_name} năm {result.achievement_year}."
            ),
            Heading("I. Ban kiểm phiếu"),
            Items(tuple(f"Ông (bà) {name};" for name in record.tellers)),
            Heading("II. Thành viên tham gia bỏ phiếu"),
            *_electors(record),
            Heading("III. Kết quả kiểm phiếu"),
            *_box(result),
            results_table(result),
            Paragraph(_passed(result)),
            Paragraph(
                f"Danh sách bầu mang mã {record.manifest_code}. {_counted(record.recounts)} "
                f"Dấu mốc nhật ký: {head_printed}"
            ),
        ),
        signatures=tuple(
            Signature(posts=("Ban kiểm phiếu",), name=name, note="(Ký, ghi rõ họ tên)")
            for name in record.tellers
        ),
    )


def results_table(result: BallotResult) -> Table:
    """Return every row of a result, most votes first."""
    return Table(
        columns=(
            "TT",
            "Họ tên, tên tập thể",
            "Năm sinh\nNam",
            "Năm sinh\nNữ",
            "Chức vụ, đơn vị",
            "Số phiếu đồng ý",
            "Tỷ lệ",
        ),
        rows=tuple(_result_row(number, row) for number, row in enumerate(result.by_votes, start=1)),
        widths=(2, 7, 3, 3, 9, 4, 4),
        aligns=(
            Align.CENTRE,
            Align.LEFT,
            Align.CENTRE,
            Align.CENTRE,
            Align.LEFT,
            Align.CENTRE,
            Align.CENTRE,
        ),
    )


def _result_row(number: int, row: ResultRow) -> tuple[str, ...]:
    born = str(row.birth_year) if row.birth_year else ""
    is_woman = row.sex == "F"
    return (
        str(number),
        row.name,
        "" if is_woman else born,
        born if is_woman else "",
        "\n".join(part for part in (row.position, row.unit_name) if part),
        f"{row.yes}/{row.total}",
        share_in_words(row.yes, row.total),
    )


def _electors(record: CountingRecord) -> tuple[Block, ...]:
    result = record.result
    blocks: list[Block] = [
        Paragraph(
            f"Tổng số thành viên Hội đồng theo quyết định: {result.total_members}; có mặt "
            f"{result.electors_present}; nhận phiếu {result.issued}; gửi ý kiến bằng văn bản "
            f"{result.written}."
        )
    ]
    if record.wrote:
        blocks.append(
            Paragraph(
                "Thành viên vắng mặt gửi ý kiến bằng văn bản, được tính vào kết quả: "
                f"{'; '.join(record.wrote)}."
            )
        )
    if record.took_no_part:
        blocks.append(Paragraph("Không tham gia bỏ phiếu:"))
        blocks.append(Items(tuple(f"{line};" for line in record.took_no_part)))
    return tuple(blocks)


def _box(result: BallotResult) -> tuple[Block, ...]:
    caveat = f" {result.pass_caveat}" if result.pass_caveat else ""
    return (
        Paragraph(
            f"Số phiếu phát ra: {result.issued}; thu về: {result.collected}; hợp lệ: "
            f"{result.valid}; không hợp lệ: {result.invalid}. Số dòng trong danh sách bầu: "
            f"{len(result.rows)}."
        ),
        Paragraph(
            f"Tỷ lệ phải đạt: {result.pass_text} ({result.needed}/{result.total_members}), theo "
            f"{result.pass_cite}.{caveat} Số phiếu đồng ý dưới đây gồm phiếu tại phiên họp và ý "
            "kiến bằng văn bản, xếp từ cao xuống thấp."
        ),
    )


def _counted(recounts: tuple[Recount, ...]) -> str:
    if not recounts:
        return "Phiếu được đếm hai lần độc lập, hai lần khớp nhau."
    rounds = "; ".join(f"lượt {at} {_again(one)}" for at, one in enumerate(recounts, start=1))
    return (
        "Phiếu được đếm hai lần độc lập. Phần hai lần đếm lệch nhau được đếm lại "
        f"{len(recounts)} lượt, mỗi lượt cũng hai lần độc lập: {rounds} (số thứ tự theo danh sách "
        "bầu). Sau lượt đếm lại cuối cùng, hai lần đếm khớp nhau."
    )


def _again(recount: Recount) -> str:
    parts = ["số phiếu thu về, hợp lệ, không hợp lệ"] if recount.box else []
    if recount.rows:
        parts.append(f"dòng số {', '.join(map(str, recount.rows))}")
    return f"đếm lại {' và '.join(parts)}"


def _passed(result: BallotResult) -> str:
    passed = [row.name for row in result.by_votes if row.passed]
    if not passed:
        return "Không có trường hợp nào đạt tỷ lệ phiếu phải đạt."
    return f"Đạt tỷ lệ phiếu phải đạt: {len(passed)} trường hợp, gồm {', '.join(passed)}."
