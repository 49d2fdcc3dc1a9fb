"""An official paper as plain data: what a stage fills in, and what both engines print.

Texts are plain Vietnamese sentences; nothing in them is ever read as markup or as a template.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I (components, punctuation, forms of date and number).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum

from bangvang.foundation.documents.wording import (
    clean,
    clean_lines,
    closed,
    date_in_words,
    number_of_paper,
    roman,
    with_ends,
)

Data = dict[str, object]


class PaperKind(Enum):
    """The types of paper that can be printed: name of the type, and layout."""

    DECISION = ("Quyết định", "quyet-dinh")
    SUBMISSION = ("Tờ trình", "to-trinh")
    REPORT = ("Báo cáo", "to-trinh")
    NOTICE = ("Thông báo", "to-trinh")
    PROGRAMME = ("Chương trình", "to-trinh")
    MINUTES = ("Biên bản", "bien-ban")
    LETTER = ("Công văn", "cong-van")

    def __init__(self, type_name: str, layout: str) -> None:
        """Name the two parts of a member."""
        self.type_name = type_name
        self.layout = layout


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True)
class Ground:
    """One căn cứ, without the `;` or `.` at its end: "Căn cứ Luật Thi đua, khen thưởng …"."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body; the label stands before it in bold ("Điều 1.")."""

    text: str
    label: str = ""

    def as_data(self) -> Data:
        """Return what the engines print."""
        label = clean(self.label)
        lead = f"{label} " if label else ""
        return {"kind": "paragraph", "lead": lead, "text": clean(self.text)}


@dataclass(frozen=True)
class Heading:
    """A heading within the body, in bold; centred for a Phần or Chương."""

    text: str
    centred: bool = False

    def as_data(self) -> Data:
        """Return what the engines print."""
        return {"kind": "heading", "text": clean(self.text), "centred": self.centred}


@dataclass(frozen=True)
class Items:
    """A list of dashed lines, printed as they are given."""

    items: tuple[str, ...]

    def as_data(self) -> Data:
        """Return what the engines print."""
        return {"kind": "list", "items": [clean(item) for item in self.items]}


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on each page.

    `widths` are proportions, one for each column. A row with a single cell in a table of several
    columns is a heading across the table ("I. Cá nhân"). A cell may hold line breaks.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    aligns: tuple[Align, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a table whose parts do not fit together."""
        count = len(self.columns)
        if len(self.widths) != count or len(self.aligns) not in (0, count):
            raise ValueError("a table has one width and one alignment for each column")
        if any(len(row) not in (1, count) for row in self.rows):
            raise ValueError(f"a row has {count} cells, or one cell across the table")

    def as_data(self) -> Data:
        """Return what the engines print."""
        aligns = self.aligns or (Align.LEFT,) * len(self.columns)
        return {
            "kind": "table",
            "columns": [
                {"title": clean_lines(title), "width": width, "align": align.value}
                for title, width, align in zip(self.columns, self.widths, aligns, strict=True)
            ],
            "rows": [[clean_lines(cell) for cell in row] for row in self.rows],
        }


Block = Paragraph | Heading | Items | Table


@dataclass(frozen=True)
class Signature:
    """Who signs: the lines of power and post ("TM. HỘI ĐỒNG", "CHỦ TỊCH") and the bare name.

    `note` stands under the post: "(Ký, ghi rõ họ tên)".
    """

    posts: tuple[str, ...]
    name: str = ""
    note: str = ""

    def as_data(self) -> Data:
        """Return what the engines print."""
        return {
            "posts": [clean(line).upper() for line in self.posts],
            "name": clean(self.name),
            "note": clean(self.note),
        }


@dataclass(frozen=True)
class Annex:
    """A phụ lục, on a new page; it is numbered when there are several."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Heads:
    """The bodies at the top left, in official case: superior (may be empty) and issuing body."""

    superior: str
    issuer: str

    def as_data(self) -> Data:
        """Return what the engines print."""
        return {
            "superior": clean_lines(self.superior).upper().splitlines(),
            "issuer": clean_lines(self.issuer).upper().splitlines(),
        }


@dataclass(frozen=True)
class OfficialPaper:
    """One paper of a named type, complete.

    `number` and `on` are empty in a draft: blanks are printed, with `year` if given.
    `issued_by` is who the annexes say issued it ("Chủ tịch Ủy ban nhân dân tỉnh Lào Cai").
    `authority` and `enacting` belong to decisions ("CHỦ TỊCH ỦY BAN …", "QUYẾT ĐỊNH:"),
    `addressed_to` to papers that go to somebody. Minutes may have several signatures, from left to
    right, and print no place and date above (leave `place` empty); others have one signature.
    """

    kind: PaperKind
    heads: Heads
    symbol: str
    abstract: str
    blocks: tuple[Block, ...]
    signatures: tuple[Signature, ...]
    number: int | None = None
    place: str = ""
    on: date | None = None
    year: int | None = None
    issued_by: str = ""
    authority: str = ""
    enacting: str = ""
    addressed_to: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a paper that lacks a part the decree requires."""
        if not self.signatures or (self.kind is not PaperKind.MINUTES and len(self.signatures) > 1):
            raise ValueError("a paper has one signature; only minutes may have several")
        if not self.blocks:
            raise ValueError("a paper without a body")

    @property
    def reference(self) -> str:
        """The paper as others cite it: "Quyết định số 05/QĐ-UBND ngày 19 tháng 4 năm 2022"."""
        number = number_of_paper(self.number, self.symbol)
        when = date_in_words(self.on, year=self.year)
        return f"{self.kind.type_name} số {number} {when}"

    def as_data(self) -> Data:
        """Return what the engines print: strings, lists and dictionaries only."""
        is_letter = self.kind is PaperKind.LETTER
        abstract = clean(self.abstract)
        when = date_in_words(self.on, year=self.year)
        return {
            **self.heads.as_data(),
            "title": clean(f"{self.kind.type_name} {abstract}"),
            "on": self.on.isoformat() if self.on else "",
            "number": f"Số: {number_of_paper(self.number, self.symbol)}",
            "about": f"V/v {abstract}" if is_letter else "",
            "place_date": f"{clean(self.place)}, {when}" if self.place else "",
            "type_name": self.kind.type_name.upper(),
            "abstract": abstract,
            "authority": clean(self.authority).upper(),
            "enacting": clean(self.enacting).upper(),
            "addressed_to": with_ends(self.addressed_to),
            "grounds": with_ends([ground.text for ground in self.grounds]),
            "blocks": [block.as_data() for block in _closed_blocks(self.blocks)],
            "signatures": [signature.as_data() for signature in self.signatures],
            "recipients": [f"- {line}" for line in with_ends(self.recipients)],
            "annexes": [
                self._annex_as_data(annex, position)
                for position, annex in enumerate(self.annexes, start=1)
            ],
        }

    def _annex_as_data(self, annex: Annex, position: int) -> Data:
        by = f" của {clean(self.issued_by)}" if self.issued_by else ""
        return {
            "label": f"Phụ lục {roman(position)}" if len(self.annexes) > 1 else "Phụ lục",
            "title": clean(annex.title).upper(),
            "note": f"(Kèm theo {self.reference}{by})",
            "blocks": [block.as_data() for block in annex.blocks],
        }


def article(number: int, text: str) -> Paragraph:
    """Return "Điều <number>." with its text."""
    return Paragraph(text, label=f"Điều {number}.")


def _closed_blocks(blocks: Sequence[Block]) -> list[Block]:
    *others, last = blocks
    if isinstance(last, Paragraph):
        last = replace(last, text=closed(clean(last.text)))
    return [*others, last]
