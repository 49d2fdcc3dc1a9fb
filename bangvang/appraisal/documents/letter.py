"""The letter to a unit: what the law said of a row, and what the office concluded.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4 (thông báo).
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localtime

from bangvang.appraisal.models import Verdict
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
from bangvang.foundation.vietnamese import say_date, say_long_date
from bangvang.law import Condition, Explanation, HintSaid, Kind, acts_on, kind_name, proposed
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.states import State

FINGERPRINT_SHOWN = 12
COLUMNS = ("TT", "Điều kiện, dữ kiện đã xét", "Kết quả", "Điều khoản")
WIDTHS = (6, 55, 14, 25)
ALIGNS = (Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT)


@dataclass(frozen=True)
class Office:
    """The standing office as the letter names it; ``head_name`` may be left for the pen."""

    name: str
    superior: str
    symbol: str
    place: str
    head_name: str

    @property
    def head_post(self) -> str:
        """The post that signs: «Trưởng phòng» of a Phòng, «Trưởng ban» of a Ban."""
        return f"Trưởng {self.name.split()[0].lower()}"


@dataclass(frozen=True)
class Told:
    """What is told: the row, the stored answer as a unit may read it, the conclusion.

    ``reason`` is the office's own, only where it is written for the unit; ``on`` the letter's day.
    """

    row: NominationRow
    explanation: Explanation
    asked_at: datetime
    verdict: Verdict
    reason: str
    office: Office
    on: date


def letter(told: Told) -> OfficialPaper:
    """Return the letter; number and day are left for the clerk."""
    row, office, award = told.row, told.office, told.explanation.award
    return OfficialPaper(
        kind=PaperKind.NOTICE,
        heads=Heads(superior=office.superior, issuer=office.name.replace(", ", ",\n", 1)),
        symbol=office.symbol,
        abstract=f"Kết quả đối chiếu điều kiện {proposed(told.explanation.code, award)} "
        f"năm {row.achievement_year} đối với {row.name}",
        grounds=tuple(Ground(text) for text in (*acts_on(told.on), _file(row))),
        blocks=(
            Paragraph(
                f"{office.name} thông báo tới {row.nominating_unit} kết quả đối chiếu điều kiện "
                "như sau:"
            ),
            *_proposed(told),
            *_result(told.explanation),
            *_conclusion(told),
            Paragraph(_made_of(told)),
        ),
        signatures=(Signature(posts=(office.head_post,), name=office.head_name),),
        place=office.place,
        year=told.on.year,
        issued_by=office.name,
        recipients=(row.nominating_unit, "Lưu: VT, hồ sơ đề nghị khen thưởng"),
    )


def _file(row: NominationRow) -> str:
    received = f", nhận {say_long_date(row.received_on)}" if row.received_on else ""
    return (
        f"Căn cứ hồ sơ đề nghị khen thưởng của {row.nominating_unit}, số tiếp nhận "
        f"{row.batch_reference}{received}"
    )


def _proposed(told: Told) -> tuple[Block, ...]:
    row = told.row
    who = ", ".join(part for part in (row.name, row.position, row.unit_name) if part)
    return (
        Heading("1. Trường hợp đề nghị"),
        Paragraph(f"{who}.", label="Người được đề nghị:"),
        Paragraph(
            f"{told.explanation.award}, thành tích năm {row.achievement_year}, loại hình "
            f"{kind_name(Kind(row.kind)).lower()}.",
            label="Hình thức đề nghị:",
        ),
        Paragraph(f"dòng {row.source_row} của danh sách.", label="Vị trí trong hồ sơ:"),
    )


def _result(said: Explanation) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading("2. Kết quả đối chiếu"), Paragraph(said.sentence)]
    if said.summary:
        blocks.append(Paragraph(said.summary))
    if len(said.ways) > 1:
        blocks.append(Paragraph(f"{said.ways[0].title}.", label="Trường hợp xét trước hết:"))
    blocks.append(_table(said.conditions))
    blocks += _listed("Trường hợp khác đã xét:", [_other(way) for way in said.ways[1:]])
    for label, text in (("Gần đạt nhất:", said.nearest), ("Sớm nhất:", said.earliest)):
        if text:
            blocks.append(Paragraph(text, label=label))
    blocks += _listed(
        "Điều còn có thể làm thay đổi kết quả:",
        [f"{one.heading}: {text}" for one in said.can_change for text in one.sentences],
    )
    blocks += _listed("Cần xem lại trong sổ khen thưởng:", list(said.notes))
    if said.hint:
        blocks.append(_hint(said.hint))
    return tuple(blocks)


def _table(conditions: tuple[Condition, ...]) -> Table:
    rows = [
        (str(number), _cell(one), one.word, one.cite) for number, one in enumerate(conditions, 1)
    ]
    return Table(COLUMNS, tuple(rows), WIDTHS, ALIGNS)


def _cell(one: Condition) -> str:
    lines = [one.sentence]
    if one.rows:
        lines.append(f"Dữ kiện: {'; '.join(row.text for row in one.rows)}.")
    lines += [f"- {part.word}: {_said(part)}" for part in one.parts]
    return "\n".join(lines)


def _said(one: Condition) -> str:
    return " ".join([one.sentence, *(_said(part) for part in one.parts)])


def _other(way: Condition) -> str:
    return f"{way.title}: {way.word.lower()}. {way.sentence}"


def _listed(label: str, lines: list[str]) -> list[Block]:
    return [Paragraph("", label=label), Items(tuple(lines))] if lines else []


def _hint(hint: HintSaid) -> Paragraph:
    return Paragraph(
        f"theo quy định áp dụng đến {say_date(hint.until)}: {hint.word.lower()}. {hint.sentence} "
        f"({hint.cite}).",
        label="Chỉ để tham khảo, không phải kết quả:",
    )


def _conclusion(told: Told) -> tuple[Block, ...]:
    heading, office = Heading("3. Kết luận"), told.office.name
    if told.verdict is Verdict.RETURNED:
        return (
            heading,
            Paragraph(told.reason, label="Trả lại để bổ sung:"),
            Paragraph(f"Đề nghị {told.row.nominating_unit} bổ sung rồi nộp lại dòng này."),
        )
    if told.verdict is Verdict.DECLINED:
        return (
            heading,
            Paragraph(told.reason, label="Dừng xét, không đưa ra Hội đồng:"),
            Paragraph(
                "Trường hợp có quyết định, giấy tờ chưa ghi trong sổ khen thưởng, đề nghị "
                f"{told.row.nominating_unit} gửi {office}."
            ),
        )
    return heading, Paragraph(f"Hồ sơ đã thẩm định xong{_what_next(told.row)}.")


def _what_next(row: NominationRow) -> str:
    """Say how far an appraised row has come; released it is when the head did so."""
    if row.state == State.APPRAISED:
        return ", chờ đưa vào danh sách trình Hội đồng"
    return " và được đưa vào danh sách trình Hội đồng"


def _made_of(told: Told) -> str:
    asked = localtime(told.asked_at)
    return (
        f"Kết quả đối chiếu lúc {asked:%H:%M} ngày {say_date(asked.date())} theo quy định có hiệu "
        f"lực ngày {say_date(told.explanation.on)}; bộ quy tắc "
        f"{told.explanation.rulebook_version[:FINGERPRINT_SHOWN]}"
    )
