"""Read an achievement report that a unit filled in in Word; nothing here keeps anything.

The headings are those of `documents.report_paper`, with or without their numbers: Word often counts
these itself. A part that the report has no place for is returned as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from bangvang.foundation.vietnamese import DateUnreadable, fold, read_date, say_date
from bangvang.foundation.vietnamese.damage import damage_in
from bangvang.foundation.word import Document, Paragraph, TableOf
from bangvang.nominations.intake.report_labels import (
    BIRTH,
    COLLECTIVE,
    NAME,
    PERSON,
    SEX,
    Labelled,
    Labels,
    filled,
)
from bangvang.nominations.intake.report_read import FormRead, HistoryRow, Left, Sure, Value, quoted
from bangvang.nominations.intake.report_tables import history_columns, history_rows
from bangvang.nominations.states import ReportPart

LONGEST_HEADING = 200
BOTH = "both"
PARTED = ("position", "unit")
ALWAYS = (NAME, BIRTH, SEX, "ethnicity", *PARTED)
"""Labels that are named also where the file does not have them."""
NARROW = 2
_NUMBERED = re.compile(r"(?:phan )?([ivx]{1,5})\s?[.,):/-]\s?(.*)")
_SMALL = re.compile(r"(?:[ivx]{1,5}\s?[.]\s?)?(?:\d{1,2}|[a-d])\s?[.):/-]\s?(.*)")
_OF_WHOM = re.compile(
    r"(?:của|đồng chí|ông|bà)\s+(?:(?:đồng chí|ông|bà)\s+)?([^,.;:]{4,60})$", re.IGNORECASE
)
_SEXES = {"nam": "Nam", "nu": "Nữ"}


class _Part(Enum):
    """Where on the page the reader is."""

    HEAD = auto()
    SKETCH = auto()
    MERITS = auto()
    HISTORY = auto()
    OTHER = auto()


_STARTS = {
    _Part.SKETCH: ("so luoc ly lich", "so luoc dac diem", "dac diem, tinh hinh", "ly lich"),
    _Part.MERITS: ("thanh tich dat duoc", "thanh tich ca nhan", "thanh tich"),
    _Part.HISTORY: (
        "cac hinh thuc", "danh hieu thi dua", "hinh thuc khen thuong", "cac danh hieu",
    ),
}  # fmt: skip
"""How the headings begin; the long ones are known without a number too."""


@dataclass(frozen=True)
class _Line:
    """A paragraph, or a line of a cell with what stands in the cell beside it."""

    paragraph: Paragraph
    beside: str = ""


def form_in(document: Document, *, is_person: bool) -> FormRead:
    """Return every value of the report with its place and how sure it is."""
    reading = _Reading(PERSON if is_person else COLLECTIVE)
    for block in document.blocks:
        reading.take(block)
    return reading.result()


@dataclass
class _Reading:
    """Walks down the page and remembers under which heading it is."""

    labels: Labels
    part: _Part = _Part.HEAD
    table: ReportPart | None = None
    found: dict[str, Value] = field(default_factory=dict)
    waiting: Labelled | None = None
    whom: Value | None = None
    more: list[Paragraph] = field(default_factory=list)
    merits: list[Paragraph] = field(default_factory=list)
    histories: dict[ReportPart, list[HistoryRow]] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    seen: set[_Part] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def take(self, block: Paragraph | TableOf) -> None:
        """Read the next block of the page."""
        if isinstance(block, Paragraph):
            self._line(_Line(block))
            return
        if columns := history_columns(block.grid):
            self.waiting = None
            for part, row in history_rows(block, columns, self.table):
                self.histories.setdefault(part, []).append(row)
            return
        for line in _lines_of(block):
            self._line(line)

    def _line(self, line: _Line) -> None:
        paragraph = line.paragraph
        if self._enters(paragraph):
            self.waiting = None
            return
        if self.part in (_Part.HEAD, _Part.SKETCH):
            self._sketch(line)
        elif self.part is _Part.MERITS:
            self.merits.append(paragraph)
        elif fold(paragraph.text).strip(" .-:") not in ("khong", "khong co", "chua co"):
            self.left.append(Left(paragraph.place, _whole(paragraph)))

    def _enters(self, paragraph: Paragraph) -> bool:
        """Go on under a heading, if this is one."""
        text = fold(_whole(paragraph))
        if len(text) > LONGEST_HEADING:
            return False
        numbered, small = _NUMBERED.fullmatch(text), _SMALL.fullmatch(text)
        words = (numbered[2] if numbered else small[1] if small else text).strip(" .:")
        part = _heading(words, is_numbered=bool(numbered))
        if part is None and numbered and self.part is not _Part.HEAD:
            self.part, self.table = _Part.OTHER, None
            self.left.append(Left(paragraph.place, _whole(paragraph)))
            return True
        if part is None or (small and not numbered and part is not _Part.HISTORY):
            return False
        if part is _Part.HISTORY:
            if (
                self.part is _Part.MERITS
                and not numbered
                and self.table is None
                and not _is_whole(words)
            ):
                return False
            self.table = _table_of(words)
        self.part = part
        self.seen.add(part)
        return True

    def _sketch(self, line: _Line) -> None:
        paragraph = line.paragraph
        labelled = list(self.labels.found_in(paragraph.text))
        if not labelled:
            self._unlabelled(paragraph)
            return
        self.waiting = None
        for one in labelled:
            is_last = one is labelled[-1]
            if one.value:
                sure = Sure.INFERRED if one.bare else Sure.EXACT
                note = "nhãn không có dấu hai chấm" if one.bare else ""
                self._keep(one, one.value, paragraph, sure, note)
            elif is_last and (value := filled(line.beside)):
                beside = replace(paragraph, text=f"{paragraph.text} | {line.beside}")
                self._keep(one, value, beside, Sure.INFERRED, "ở ô bên cạnh nhãn")
            elif is_last:
                self.waiting = one

    def _unlabelled(self, paragraph: Paragraph) -> None:
        value = filled(paragraph.text)
        if self.waiting and value:
            waiting, self.waiting = self.waiting, None
            self._keep(waiting, value, paragraph, Sure.INFERRED, "ở dòng dưới nhãn")
        elif self.part is _Part.SKETCH:
            self.more.append(paragraph)
        elif found := _OF_WHOM.search(paragraph.text):
            name = filled(found[1])
            self.whom = Value(
                NAME, "", name, paragraph.place, quoted(paragraph.text), Sure.INFERRED,
                "lấy từ phần đầu báo cáo",
            )  # fmt: skip

    def _keep(self, one: Labelled, value: str, paragraph: Paragraph, sure: Sure, note: str) -> None:
        if one.key in self.found:
            again = self.found[one.key]
            if fold(again.value) != fold(value):
                said = f"tệp ghi lần nữa ở {paragraph.place}: {value}"
                self.found[one.key] = replace(
                    again, sure=Sure.INFERRED, note="; ".join(filter(None, (again.note, said)))
                )
            return
        value, doubt = _plain(one.key, value)
        if paragraph.was:
            sure, doubt = Sure.INFERRED, doubt or f"đã chuyển từ {paragraph.was.value}"
        elif damage := damage_in(value):
            sure, doubt = Sure.INFERRED, f"chữ có vẻ hỏng: {damage.value}"
        said = "; ".join(filter(None, (note, doubt)))
        kept = Value(one.key, one.label, value, paragraph.place, quoted(paragraph.text), sure, said)
        self.found[one.key] = replace(kept, sure=Sure.INFERRED) if doubt else kept

    def result(self) -> FormRead:
        """Return what was read; labels that were not found are there, and say so."""
        if NAME not in self.found and self.whom:
            self.found[NAME] = self.whom
        fields = tuple(
            replace(self.found.get(key, Value(key, label)), label=label)
            for key, label in self.labels.named
            if key in self.found or (key in ALWAYS and not (key in PARTED and BOTH in self.found))
        )
        return FormRead(
            fields=fields,
            more=_text("more", "Phần còn lại của mục I", self.more),
            merits=_text("merits", "Thành tích đạt được", self.merits),
            titles=tuple(self.histories.get(ReportPart.TITLES, ())),
            forms=tuple(self.histories.get(ReportPart.FORMS, ())),
            left=tuple(self.left),
            notes=tuple(self._missed()),
        )

    def _missed(self) -> Iterator[str]:
        for part, said in (
            (_Part.SKETCH, "Không thấy đề mục I (sơ lược lý lịch)."),
            (_Part.MERITS, "Không thấy đề mục II (thành tích đạt được)."),
            (_Part.HISTORY, "Không thấy đề mục III (khen thưởng đã được tặng)."),
        ):
            if part not in self.seen and not (part is _Part.HISTORY and self.histories):
                yield said


def _heading(words: str, *, is_numbered: bool) -> _Part | None:
    for part, starts in _STARTS.items():
        for start in starts:
            if words == start or (words.startswith(start) and (is_numbered or len(start) > 10)):
                return part
    return None


def _is_whole(words: str) -> bool:
    """Whether a heading without a number is surely one of the history, not a sentence."""
    return re.fullmatch(
        r"(?:cac )?(?:danh hieu thi dua|hinh thuc khen thuong|hinh thuc da duoc khen thuong)"
        r"(?: da (?:duoc )?(?:tang|khen|dat|nhan).{0,80})?",
        words,
    ) is not None  # fmt: skip


def _table_of(words: str) -> ReportPart | None:
    is_title, is_form = "danh hieu" in words, "hinh thuc" in words
    if is_title == is_form or words.startswith("cac hinh thuc"):
        return None
    return ReportPart.TITLES if is_title else ReportPart.FORMS


def _lines_of(table: TableOf) -> Iterator[_Line]:
    """Yield a layout table cell by cell, and rows of a wide one whole."""
    grid = table.grid
    for row in range(len(grid.rows)):
        place = f"{table.place}, dòng {row + 1}"
        cells = [
            "" if (row, at) in grid.merged else str(value or "")
            for at, value in enumerate(grid.rows[row])
        ]
        filled_in = [cell for cell in cells if cell.strip()]
        if len(filled_in) > NARROW and not any(cell.rstrip().endswith(":") for cell in filled_in):
            text = " | ".join(" ".join(cell.split()) for cell in filled_in)
            yield _Line(Paragraph(place, text, was=table.was))
            continue
        yield from _cells(filled_in, place, table)


def _cells(cells: list[str], place: str, table: TableOf) -> Iterator[_Line]:
    at = 0
    while at < len(cells):
        lines = [" ".join(line.split()) for line in cells[at].split("\n") if line.strip()]
        beside = ""
        if lines[-1].endswith(":") and at + 1 < len(cells):
            at += 1
            beside = " ".join(cells[at].split())
        for line in lines:
            yield _Line(Paragraph(place, line, was=table.was), beside if line is lines[-1] else "")
        at += 1


def _plain(key: str, value: str) -> tuple[str, str]:
    """Return a value as the report writes it, and a doubt about it."""
    if key == BIRTH:
        try:
            read = read_date(value.removeprefix("ngày "))
        except DateUnreadable:
            return value, "không đọc được thành ngày"
        return (say_date(read) if read else value), ""
    if key == SEX:
        said = _SEXES.get(fold(value))
        return (said, "") if said else (value, "không phải Nam hay Nữ")
    if key == BOTH:
        return value, "nhãn ghi chung chức vụ và đơn vị"
    return value, ""


def _whole(paragraph: Paragraph) -> str:
    return f"{paragraph.number} {paragraph.text}".strip()


def _text(key: str, label: str, paragraphs: list[Paragraph]) -> Value:
    if not paragraphs:
        return Value(key, label)
    first, last = paragraphs[0], paragraphs[-1]
    place = first.place if first.place == last.place else f"{first.place} đến {last.place}"
    was = next((one.was for one in paragraphs if one.was), None)
    return Value(
        key,
        label,
        "\n".join(map(_whole, paragraphs)),
        place,
        quoted(first.text),
        Sure.INFERRED,
        f"đã chuyển từ {was.value}" if was else "mọi dòng dưới đề mục, đến đề mục sau",
    )
