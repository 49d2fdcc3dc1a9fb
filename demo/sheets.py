"""The spreadsheets of the units, as units make them: each in a form of its own.

Merged titles, two header rows, a numbering row, group rows, names in decomposed Unicode, years in
columns by sex, a signature below; and one each as .csv and .ods.
"""

import csv
import io
import unicodedata
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from xml.sax.saxutils import escape

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no types
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # ships no types

from bangvang.foundation.vietnamese import say_date
from bangvang.law import award_abbr, award_name

MADE = datetime(2022, 1, 1, tzinfo=UTC).replace(tzinfo=None)
ZIPPED = (2022, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Line:
    """One proposal, as the unit writes it."""

    name: str
    sex: str
    birth_on: date
    identity_number: str
    position: str
    unit: str
    award_code: str
    achievement: str


@dataclass(frozen=True)
class UnitList:
    """A list before it is a file; `on` is the day its names of awards are those of."""

    unit: str
    year: int
    on: date
    lines: Sequence[Line]


def two_headers(what: UnitList) -> bytes:
    """Return an .xlsx with a merged title, two header rows, a numbering row and a signature.

    Only the year of birth stands in it, in the column of the sex; the names are decomposed.
    """

    def fill(page: Worksheet) -> None:
        page.merge_range(0, 0, 0, 6, what.unit.upper())
        page.merge_range(2, 0, 2, 6, f"DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM {what.year}")
        page.merge_range(3, 0, 3, 6, "(Kèm theo Tờ trình của đơn vị)")
        singles = {0: "STT", 1: "Họ và tên", 4: "Chức vụ, đơn vị\ncông tác", 5: "Đề nghị tặng"}
        for column, title in (singles | {6: "Tóm tắt thành tích"}).items():
            page.merge_range(5, column, 6, column, title)
        page.merge_range(5, 2, 5, 3, "Năm sinh")
        page.write_row(6, 2, ["Nam", "Nữ"])
        page.write_row(7, 0, [f"({number})" for number in range(1, 8)])
        for place, line in enumerate(what.lines, start=1):
            year = line.birth_on.year
            page.write_row(
                7 + place,
                0,
                [
                    place,
                    unicodedata.normalize("NFD", line.name),
                    year if line.sex == "M" else None,
                    year if line.sex == "F" else None,
                    f"{line.position}, {line.unit} ",
                    award_name(line.award_code, what.on),
                    line.achievement,
                ],
            )
        end = 9 + len(what.lines)
        page.write(end, 1, f"Tổng cộng: {len(what.lines):02} người")
        page.write(end + 1, 5, "THỦ TRƯỞNG ĐƠN VỊ")

    return _workbook("DS", fill)


def grouped(what: UnitList) -> bytes:
    """Return an .xlsx in which the award is a group row above its people, with real dates."""

    def fill(page: Worksheet) -> None:
        page.merge_range(0, 0, 0, 6, f"Danh sách đề nghị khen thưởng năm {what.year}")
        page.merge_range(1, 0, 1, 6, what.unit)
        headers = ["TT", "Họ và tên", "Ngày sinh", "Nam/Nữ", "Chức vụ", "Đơn vị", "Thành tích"]
        page.write_row(3, 0, headers)
        row = 4
        codes = list(dict.fromkeys(line.award_code for line in what.lines))
        for roman, code in zip(("I", "II", "III"), codes, strict=False):
            page.write_row(row, 0, [roman, award_name(code, what.on).upper()])
            row += 1
            lines = [line for line in what.lines if line.award_code == code]
            for place, line in enumerate(lines, start=1):
                page.write_row(row, 0, [place, line.name])
                page.write_datetime(row, 2, datetime.combine(line.birth_on, datetime.min.time()))
                page.write_row(
                    row,
                    3,
                    [_sex(line), line.position, f" {line.unit}", line.achievement],
                )
                row += 1

    return _workbook("Danh sách", fill)


def template(what: UnitList) -> bytes:
    """Return an .xlsx in the columns of the template that the units download."""
    headers = [
        "TT", "Họ và tên/Tên tập thể", "Ngày sinh", "Giới tính", "Số định danh", "Chức vụ",
        "Đơn vị", "Hình thức đề nghị", "Thành tích", "Ghi chú",
    ]  # fmt: skip

    def fill(page: Worksheet) -> None:
        page.write_row(0, 0, headers)
        for place, line in enumerate(what.lines, start=1):
            page.write_row(
                place,
                0,
                [
                    place,
                    line.name,
                    say_date(line.birth_on),
                    _sex(line),
                    line.identity_number,
                    line.position,
                    line.unit,
                    award_abbr(line.award_code),
                    line.achievement,
                ],
            )

    return _workbook("Danh sách", fill)


def comma_separated(what: UnitList) -> bytes:
    """Return a .csv whose columns stand in another order and whose days have dashes."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["Đơn vị", "Họ và tên", "Chức danh", "Ngày sinh", "Danh hiệu", "Thành tích"])
    for line in what.lines:
        day = f"{line.birth_on.day}-{line.birth_on.month}-{line.birth_on.year}"
        award = award_name(line.award_code, what.on)
        writer.writerow([line.unit, line.name, line.position, day, award, line.achievement])
    return written.getvalue().encode("utf-8-sig")


def open_document(what: UnitList) -> bytes:
    """Return an .ods with double spaces in the names and the sex in words."""
    rows = [["STT", "Tên cá nhân", "Ngày tháng năm sinh", "Giới tính", "Chức vụ", "Đơn vị công tác",
             "Hình thức khen thưởng", "Trích ngang thành tích"]]  # fmt: skip
    rows += [
        [
            "",
            line.name.replace(" ", "  ", 1),
            say_date(line.birth_on),
            _sex(line).lower(),
            line.position,
            line.unit,
            award_abbr(line.award_code),
            line.achievement,
        ]
        for line in what.lines
    ]
    packed = io.BytesIO()
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(packed, "w") as parts:
        for name, text in {
            "mimetype": kind,
            "META-INF/manifest.xml": _manifest(kind),
            "content.xml": _content(rows),
        }.items():
            parts.writestr(zipfile.ZipInfo(name, ZIPPED), text)
    return packed.getvalue()


def households(commune: str, rows: Sequence[tuple[str, str, str]], on: date) -> bytes:
    """Return a .csv of households: name, award and what each did, all of one commune."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["TT", "Họ và tên/Tên tập thể", "Đơn vị", "Hình thức đề nghị", "Thành tích"])
    for place, (name, award, achievement) in enumerate(rows, start=1):
        writer.writerow([place, name, commune, award_name(award, on), achievement])
    return written.getvalue().encode("utf-8-sig")


HOUSEHOLDS = "households"
"""The form of a list that names no people; the others are in `FORMS`."""
FORMS: Mapping[str, Callable[[UnitList], bytes]] = {
    "two_headers": two_headers,
    "grouped": grouped,
    "template": template,
    "csv": comma_separated,
    "open_document": open_document,
}


def _workbook(name: str, fill: Callable[[Worksheet], None]) -> bytes:
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        book.set_properties({"created": MADE})
        fill(book.add_worksheet(name))
    return target.getvalue()


def _sex(line: Line) -> str:
    return "Nữ" if line.sex == "F" else "Nam"


def _manifest(kind: str) -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{space}" '
        f'manifest:version="1.2">{entries}</manifest:manifest>'
    )


def _content(rows: Sequence[Sequence[str]]) -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{space}:{name}:1.0"' for name in ("office", "table", "text"))
    lines = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(cell)}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} '
        'office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Danh sách">'
        f"{lines}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
