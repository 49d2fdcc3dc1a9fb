"""What a page of the law is made of: lines with their clause, and how well it is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from bangvang.law import Citation, Seen
from bangvang.web.components.pieces import Answer, Column
from bangvang.web.lawpages.words import SEEN

LINE_COLUMNS = (
    Column("Nội dung", "name"),
    Column("Quy định"),
    Column("Điều khoản", "mid"),
    Column("Mức chắc chắn", "mid"),
)


@dataclass(frozen=True)
class Line:
    """One thing the law says; without `seen` nothing was found, and `says` says that."""

    label: str
    says: tuple[str, ...]
    cite: str = ""
    seen: Answer | None = None


@dataclass(frozen=True)
class Part:
    """One part of the page; `note` stands under its heading."""

    title: str
    lines: tuple[Line, ...]
    note: str = ""


def line(label: str, *says: str, cite: Citation, seen: Seen) -> Line:
    """Return a line with its clause."""
    return Line(label, says, cite.text, SEEN[seen])


def nothing(label: str, says: str) -> Line:
    """Return a line that says that nothing was found."""
    return Line(label, (says,))


def named(words: Iterable[str]) -> str:
    """Return words with commas between them, the first letter large."""
    text = ", ".join(words)
    return f"{text[:1].upper()}{text[1:]}"


def lower_first(text: str) -> str:
    """Return the text as it stands inside a sentence."""
    return f"{text[:1].lower()}{text[1:]}"
