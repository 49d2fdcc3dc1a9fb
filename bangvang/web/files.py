"""Files as cards, and reading what a form uploads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.core.files.uploadedfile import UploadedFile

from bangvang.appraisal.selectors.letters import LetterSeen
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.files.selectors import KeptFile
from bangvang.nominations.selectors.papers import PaperSeen
from bangvang.nominations.states import Scan
from bangvang.web.components.pieces import Answer, FileCard, Kind

SCANS = {Scan.WAITING: Kind.CLOCK, Scan.CLEAN: Kind.MET, Scan.INFECTED: Kind.NOT_MET}


def paper_card(paper: PaperSeen, href: str) -> FileCard:
    """Return a paper of a list or row as a card."""
    return FileCard(
        name=paper.original_name,
        kind=FileKind(paper.media_kind).name_vi,
        size=paper.size_bytes,
        fingerprint=paper.digest,
        href="" if paper.is_shut else href,
        note=f"{paper.kind_name}, {paper.added_by} đính kèm",
        scan=_scan_said(paper),
    )


def _scan_said(paper: PaperSeen) -> Answer | None:
    """Return what the scanner said; nothing where none is set up."""
    if paper.scan is Scan.NOT_ASKED:
        return None
    found = f": {paper.scan_found}" if paper.scan_found else ""
    return Answer(SCANS[paper.scan], f"{paper.scan.label}{found}")


def kept_card(file: KeptFile, href: str, note: str) -> FileCard:
    """Return a kept file as a card."""
    return FileCard(
        name=file.name,
        kind=file.kind.name_vi,
        size=file.size_bytes,
        fingerprint=file.digest,
        href=href,
        note=note,
    )


def letters_shown(
    letters: Sequence[LetterSeen],
    href_of: Callable[[str], str],
    record_href_of: Callable[[str], str] = lambda _: "",
) -> list[tuple[LetterSeen, list[FileCard], str]]:
    """Return letters with their files as cards, the one to read first; `href_of` a file's ref.

    The third is where the signing of a letter is recorded while it is not, by the letter's ref.
    """
    return [
        (
            letter,
            _letter_cards(letter, href_of),
            "" if letter.signed else record_href_of(letter.ref),
        )
        for letter in letters
    ]


def _letter_cards(letter: LetterSeen, href_of: Callable[[str], str]) -> list[FileCard]:
    files = (
        (letter.signed.scan if letter.signed else None, "bản quét đã ký"),
        (letter.pdf, "bản hệ thống lập, để đọc" if letter.signed else "bản để đọc, in và ký"),
        (letter.docx, "bản Word" if letter.signed else "bản để sửa trước khi ký"),
    )
    return [kept_card(file, href_of(file.ref), note) for file, note in files if file is not None]


def contents(upload: UploadedFile[bytes]) -> tuple[bytes, str]:
    """Return the bytes and the name of an uploaded file."""
    return upload.read(), upload.name or "tệp"
