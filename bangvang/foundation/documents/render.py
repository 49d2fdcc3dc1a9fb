"""One paper, both files: DOCX to work on, PDF to sign, keep and send."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bangvang.foundation.documents.ballot_paper import BallotPaper
from bangvang.foundation.documents.docx import render_docx
from bangvang.foundation.documents.paper import OfficialPaper
from bangvang.foundation.documents.pdf import OFFICIAL_PARTS, PACKAGE_ROOT, render_pdf

TEMPLATES = "/foundation/documents/templates"


@dataclass(frozen=True)
class RenderedPaper:
    """The files of a paper (no DOCX of a ballot paper), and what they were made from.

    The digests are SHA-256, of the templates with our Typst parts, and of the data.
    """

    docx: bytes
    pdf: bytes
    template_digest: str
    data_digest: str


def render(
    paper: OfficialPaper, *, docx_template: Path | None = None, pdf_template: str = ""
) -> RenderedPaper:
    """Print a paper by the general templates of its kind, or by a stage's own.

    `pdf_template` is named from the package `bangvang` (`/council/documents/templates/x.typ`).

    Raises:
        BadTemplate: a template does not fit the data.
        Refused: the paper holds a character that cannot be printed.
    """
    layout = f"{TEMPLATES}/{paper.kind.layout}"
    typst_file = pdf_template or f"{layout}.typ"
    word_file = docx_template or _below_package(f"{layout}.docx")
    data = paper.as_data()
    return RenderedPaper(
        pdf=render_pdf(typst_file, data),
        docx=render_docx(word_file, data),
        template_digest=_digest_of_files(_below_package(typst_file), OFFICIAL_PARTS, word_file),
        data_digest=_digest_of_data(data),
    )


def render_ballot(paper: BallotPaper) -> RenderedPaper:
    """Print all copies of a ballot paper as one PDF.

    Raises:
        Refused: the paper holds a character that cannot be printed.
    """
    typst_file = f"{TEMPLATES}/phieu-bau.typ"
    data = paper.as_data()
    return RenderedPaper(
        pdf=render_pdf(typst_file, data),
        docx=b"",
        template_digest=_digest_of_files(_below_package(typst_file), OFFICIAL_PARTS),
        data_digest=_digest_of_data(data),
    )


def _below_package(name: str) -> Path:
    return PACKAGE_ROOT / name.removeprefix("/")


def _digest_of_files(*paths: Path) -> str:
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    return hashlib.sha256(" ".join(digests).encode()).hexdigest()


def _digest_of_data(data: Mapping[str, object]) -> str:
    written = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
