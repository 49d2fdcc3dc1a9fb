"""The agenda (chương trình) of a session, with the list of every ballot as an annex."""

from bangvang.council.documents.wording import chair_posts, heads_of, moment_in_words, place_of
from bangvang.council.selectors.agenda import AgendaItemRow
from bangvang.council.selectors.sessions import SessionPage
from bangvang.foundation.documents.paper import (
    Align,
    Annex,
    OfficialPaper,
    PaperKind,
    Paragraph,
    Signature,
    Table,
)

SYMBOL = "CTr-HĐTĐKT"


def agenda_paper(page: SessionPage) -> OfficialPaper:
    """Return the agenda; number and day are left for the clerk."""
    row = page.row
    return OfficialPaper(
        kind=PaperKind.PROGRAMME,
        heads=heads_of(page.organisation_name, row.council_name),
        symbol=SYMBOL,
        abstract=f"{row.title} của {row.council_name}",
        blocks=(
            Paragraph(f"{moment_in_words(row.starts_at)}.", label="Thời gian:"),
            Paragraph(f"{row.place}.", label="Địa điểm:"),
            Paragraph(
                f"{page.chair.holder_name}, {page.chair.post_title}, {page.chair.role_name}.",
                label="Chủ trì:",
            ),
            Paragraph(f"{page.members_total} thành viên Hội đồng.", label="Thành phần:"),
            Paragraph("", label="Nội dung:"),
            _contents(page),
            Paragraph("Đề nghị các thành viên Hội đồng sắp xếp thời gian dự họp đầy đủ"),
        ),
        signatures=(Signature(posts=chair_posts(page.chair), name=page.chair.holder_name),),
        place=place_of(page.organisation_name),
        year=row.year,
        issued_by=row.council_name,
        recipients=("Các thành viên Hội đồng", "Lưu: VT, thư ký Hội đồng"),
        annexes=tuple(_list(item) for item in page.items if item.rows),
    )


def _contents(page: SessionPage) -> Table:
    return Table(
        columns=("TT", "Nội dung", "Số hồ sơ"),
        rows=tuple(
            (str(number), item.title, str(len(item.rows)) if item.is_ballot else "")
            for number, item in enumerate(page.items, start=1)
        ),
        widths=(1, 10, 2),
        aligns=(Align.CENTRE, Align.LEFT, Align.CENTRE),
    )


def _list(item: AgendaItemRow) -> Annex:
    return Annex(
        title=f"Danh sách kèm theo nội dung: {item.title}",
        blocks=(
            Table(
                columns=("TT", "Họ tên, tên tập thể", "Chức vụ, đơn vị", "Tóm tắt thành tích"),
                rows=tuple(
                    (
                        str(number),
                        row.name,
                        "\n".join(part for part in (row.position, row.unit_name) if part),
                        row.achievement,
                    )
                    for number, row in enumerate(item.rows, start=1)
                ),
                widths=(1, 4, 5, 6),
                aligns=(Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT),
            ),
        ),
    )
