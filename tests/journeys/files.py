"""Files that people bring along: a filled template, a signed paper off the scanner."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import load_workbook  # type: ignore[import-untyped]  # ships no types
from playwright.sync_api import Locator, Page
from pypdf import PdfWriter

PDF_BEGINS = b"%PDF-"
DOCX_BEGINS = b"PK\x03\x04"
A4_POINTS = (595, 842)


def downloaded(page: Page, link: Locator) -> bytes:
    """Press a link that hands out a file and return the file."""
    with page.expect_download() as waiting:
        link.click()
    return waiting.value.path().read_bytes()


def filled(template: bytes, rows: Sequence[Sequence[str]], path: Path) -> Path:
    """Write rows under the header of the downloaded template, numbered, and keep it as `path`."""
    path.with_suffix(".template.xlsx").write_bytes(template)
    book = load_workbook(path.with_suffix(".template.xlsx"))
    for place, row in enumerate(rows, start=1):
        book.worksheets[0].append([str(place), *row])
    book.save(path)
    return path


def scanned(path: Path) -> Path:
    """Make a PDF of one empty page, as good as a scan."""
    writer = PdfWriter()
    writer.add_blank_page(*A4_POINTS)
    writer.write(path)
    return path
