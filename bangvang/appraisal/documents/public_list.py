"""The notice of a public list, and the report that closes it.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4 (thông báo, báo cáo).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from bangvang.appraisal.documents.letter import Office
from bangvang.appraisal.selectors.consultations import ConsultationPage, ListedRow
from bangvang.appraisal.selectors.opinions import OpinionSeen
from bangvang.foundation.documents.paper import (
    Align,
    Block,
    Ground,
    Heading,
    Heads,
    Items,
    OfficialPaper,
    PaperKind,
    Paragraph,
    Signature,
    Table,
)
from bangvang.foundation.vietnamese import roman, say_date
from bangvang.law import acts_on

COLUMNS = ("TT", "Họ tên, tên tập thể", "Năm sinh", "Chức vụ, đơn vị", "Thành tích")
WIDTHS = (5, 20, 9, 30, 36)
ALIGNS = (Align.CENTRE, Align.LEFT, Align.CENTRE, Align.LEFT, Align.LEFT)
OUTCOMES = ("TT", "Họ tên, tên tập thể", "Số ý kiến", "Kết quả")
OUTCOME_WIDTHS = (5, 30, 10, 55)
OUTCOME_ALIGNS = (Align.CENTRE, Align.LEFT, Align.CENTRE, Align.LEFT)


def public_list(page: ConsultationPage, office: Office, *, on: date) -> OfficialPaper:
    """Return the notice; number and day of the paper are left for the clerk."""
    row = page.row
    return OfficialPaper(
        kind=PaperKind.NOTICE,
        heads=_heads(office),
        symbol=office.symbol,
        abstract=f"Lấy ý kiến Nhân dân đối với {row.rows:02d} trường hợp đề nghị khen thưởng",
        grounds=tuple(Ground(text) for text in (*acts_on(on), f"Căn cứ {page.days_ground}")),
        blocks=(
            Paragraph(
                f"{office.name} thông báo lấy ý kiến Nhân dân đối với các trường hợp đề nghị "
                f"khen thưởng của {row.round_title}, như sau:"
            ),
            Paragraph(_window(page), label="1. Thời gian:"),
            Paragraph(f"{page.where_to}.", label="2. Nơi nhận ý kiến:"),
            Paragraph(
                "Ý kiến ghi rõ họ tên, cách liên hệ của người gửi. Thông tin về người gửi được "
                "giữ kín. Khiếu nại, tố cáo được chuyển giải quyết theo pháp luật về khiếu nại, "
                "tố cáo."
            ),
            Heading("3. Danh sách"),
            *_groups(page.rows),
            Paragraph(f"Dấu vân tay của danh sách (SHA-256): {page.fingerprint}"),
        ),
        signatures=(Signature(posts=(office.head_post,), name=office.head_name),),
        place=office.place,
        year=on.year,
        issued_by=office.name,
        recipients=("Cổng thông tin điện tử", "Các đơn vị trình khen", "Lưu: VT"),
    )


def closing_report(
    page: ConsultationPage, opinions: Sequence[OpinionSeen], office: Office, *, on: date
) -> OfficialPaper:
    """Return the report on what came in and what became of it; no sender and no words in it."""
    row = page.row
    return OfficialPaper(
        kind=PaperKind.REPORT,
        heads=_heads(office),
        symbol=office.symbol.replace("TB-", "BC-", 1),
        abstract=f"Kết quả lấy ý kiến Nhân dân, danh sách số {row.number}",
        grounds=tuple(Ground(text) for text in (*acts_on(on), f"Căn cứ {page.days_ground}")),
        blocks=(
            Paragraph(_window(page), label="1. Thời gian công khai:"),
            Paragraph(
                f"{len(page.rows):02d} trường hợp; dấu vân tay của danh sách (SHA-256): "
                f"{page.fingerprint}.",
                label="2. Nội dung công khai:",
            ),
            Paragraph(_counted(opinions), label="3. Ý kiến nhận được:"),
            Heading("4. Kết quả đối với từng trường hợp"),
            Table(
                OUTCOMES,
                tuple(_outcome(one, opinions) for one in page.rows),
                OUTCOME_WIDTHS,
                OUTCOME_ALIGNS,
            ),
            *_general(opinions),
            Paragraph(
                "Mọi ý kiến đã được giải quyết và được Trưởng phòng xác nhận. Việc lấy ý kiến kết "
                f"thúc ngày {say_date(on)}"
            ),
        ),
        signatures=(Signature(posts=(office.head_post,), name=office.head_name),),
        place=office.place,
        year=on.year,
        issued_by=office.name,
        recipients=("Thư ký Hội đồng", "Lưu: VT, hồ sơ đề nghị khen thưởng"),
    )


def _heads(office: Office) -> Heads:
    return Heads(superior=office.superior, issuer=office.name.replace(", ", ",\n", 1))


def _window(page: ConsultationPage) -> str:
    row = page.row
    assert row.opens_on is not None  # noqa: S101  an open list has its days
    assert row.last_on is not None  # noqa: S101  an open list has its days
    assert page.first_last_on is not None  # noqa: S101  an open list has its days
    first = (
        f"{page.working_days:02d} ngày làm việc, từ ngày {say_date(row.opens_on)} đến hết ngày "
        f"{say_date(page.first_last_on)}"
    )
    more = [
        f"; gia hạn đến hết ngày {say_date(one.last_on)} ({one.reason})"
        for one in page.prolongations
    ]
    return f"{first}{''.join(more)}."


def _groups(rows: Iterable[ListedRow]) -> list[Block]:
    """Return a table for each award, its heading with the count, as real notices have it."""
    blocks: list[Block] = []
    by_award = groupby(rows, key=lambda row: (row.award_code, row.award_name))
    for number, ((_, name), group) in enumerate(by_award, start=1):
        listed = list(group)
        heading = (f"Cá nhân ({len(listed):02d} người)",)
        blocks.append(Heading(f"{roman(number)}. {name}"))
        blocks.append(Table(COLUMNS, (heading, *map(_cells, listed)), WIDTHS, ALIGNS))
    return blocks


def _cells(row: ListedRow) -> tuple[str, ...]:
    unit = f"{row.unit_name} ({row.unit_now})" if row.unit_now else row.unit_name
    return (
        str(row.order),
        " ".join(filter(None, (row.title, row.name))),
        str(row.birth_year or ""),
        ", ".join(filter(None, (row.position, unit))),
        f"Năm {row.achievement_year}. {row.achievement}".strip(),
    )


def _counted(opinions: Sequence[OpinionSeen]) -> str:
    if not opinions:
        return "không có ý kiến nào."
    ways: dict[str, int] = {}
    for one in opinions:
        ways[one.way_name] = ways.get(one.way_name, 0) + 1
    return f"{len(opinions)} ý kiến ({', '.join(f'{n} {way}' for way, n in ways.items())})."


def _outcome(row: ListedRow, opinions: Sequence[OpinionSeen]) -> tuple[str, ...]:
    about = [one for one in opinions if one.order == row.order]
    said = "\n".join(_resolved(one) for one in about) or "Không có ý kiến"
    if row.left_on:
        said = f"Rút khỏi danh sách ngày {say_date(row.left_on)}\n{said}"
    return (str(row.order), row.name, str(len(about)), said)


def _general(opinions: Sequence[OpinionSeen]) -> list[Block]:
    general = tuple(_resolved(one) for one in opinions if one.order is None)
    return [Paragraph("", label="Ý kiến về cả danh sách:"), Items(general)] if general else []


def _resolved(one: OpinionSeen) -> str:
    newest = one.newest
    assert newest is not None  # noqa: S101  every opinion of a list that closes is resolved
    passed_on = (
        f" ({newest.to_whom}, số {newest.paper_no} ngày {say_date(newest.paper_on)})"
        if newest.paper_on
        else ""
    )
    return f"Ý kiến số {one.receipt_no}: {newest.kind_name.lower()}{passed_on}"
