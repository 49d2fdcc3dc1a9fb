"""What is not coded, and why: ways to an award whose wording is not in our hands.

Declared in ``texts/gaps/``, a file per family, each with its clause, so that an answer can name
the clause that a person has to read, and the page of coverage can say how much is missing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from bangvang.law.catalogue import Subject, catalogue
from bangvang.law.citation import Citation
from bangvang.law.instruments import Instrument, Seen, instruments, seen_in
from bangvang.law.kinds import Kind
from bangvang.law.loading import read_cite
from bangvang.law.tables import TEXTS, Table, read_folder

NOT_READ = "hệ thống chưa có nguyên văn để tính"
FOR_A_PERSON = "do người thẩm định đối chiếu"
FROM_MEMORY = "Ghi theo trí nhớ, chưa đối chiếu"
HINTS_FROM: Mapping[Seen, str] = MappingProxyType(
    {
        Seen.SOURCE: "Tóm lược phần đã đọc",
        Seen.SECONDARY: "Đọc qua văn bản khác",
        Seen.INFERRED: "Suy ra từ văn bản đã đọc",
    }
)
"""Where a hint comes from, if not from memory."""


@dataclass(frozen=True)
class Gap:
    """One way to an award that a person has to compare with the text.

    ``way`` names it in Vietnamese; ``why`` says in English, for the page of coverage, why it is
    not coded; ``hint`` is what is recalled of it, in Vietnamese, and decides nothing.
    """

    code: str
    kinds: tuple[Kind, ...]
    subjects: tuple[Subject, ...]
    way: str
    cite: Citation
    since: date
    until: date | None
    seen: Seen
    why: str
    hint: str

    @property
    def is_read(self) -> bool:
        """Whether its wording was read: then a person compares it, since it is not coded."""
        return self.seen is Seen.SOURCE

    @property
    def hint_from(self) -> str:
        """Where the hint comes from, in Vietnamese."""
        return HINTS_FROM.get(self.seen, FROM_MEMORY)

    def holds(self, kind: Kind, subject: Subject, on: date) -> bool:
        """Say whether this way exists on that day for that kind and subject."""
        is_then = self.since <= on and (self.until is None or on < self.until)
        return is_then and kind in self.kinds and subject in self.subjects


def not_coded_told(gaps: Iterable[Gap], *, full: bool) -> tuple[str, ...]:
    """Name ways in Vietnamese, those whose wording was read apart; ``full``: with the document."""
    listed = tuple(gaps)
    told = []
    for label, is_read in ((NOT_READ, False), (FOR_A_PERSON, True)):
        ways = (
            f"{gap.way} ({gap.cite.text if full else gap.cite.place})"
            for gap in listed
            if gap.is_read is is_read
        )
        if named := "; ".join(dict.fromkeys(ways)):
            told.append(f"{label}: {named}")
    return tuple(told)


def _gaps_of(table: Table, known: Mapping[str, Instrument]) -> tuple[Gap, ...]:
    table.only("codes", "kinds", "subjects", "way", "cite", "since", "until", "seen", "why", "hint")
    codes = table.names("codes")
    for code in codes:
        if code not in catalogue():
            raise table.refuse(f"the catalogue has no {code}")
    try:
        kinds = tuple(Kind(word) for word in table.names("kinds")) or tuple(Kind)
        subjects = tuple(Subject(word) for word in table.names("subjects")) or tuple(Subject)
    except ValueError as error:
        raise table.refuse(str(error)) from error
    since, until = table.span()
    return tuple(
        Gap(
            code=code,
            kinds=kinds,
            subjects=subjects,
            way=table.need("way", str),
            cite=read_cite(table, known),
            since=since,
            until=until,
            seen=seen_in(table),
            why=table.need("why", str),
            hint=table.maybe("hint", str) or "",
        )
        for code in codes
    )


def read_gaps(folder: Path, known: Mapping[str, Instrument]) -> Mapping[str, tuple[Gap, ...]]:
    """Read the declared gaps of every file of a folder, by award and in file order.

    Raises:
        BadText: a key, code, kind, subject or instrument is unknown.
    """
    found: dict[str, tuple[Gap, ...]] = {}
    for table in read_folder(folder, "gap"):
        for gap in _gaps_of(table, known):
            found[gap.code] = (*found.get(gap.code, ()), gap)
    return MappingProxyType(found)


@cache
def gaps() -> Mapping[str, tuple[Gap, ...]]:
    """Return the declared gaps, by award."""
    return read_gaps(TEXTS / "gaps", instruments())


def gaps_on(code: str, kind: Kind, subject: Subject, on: date) -> tuple[Gap, ...]:
    """Return the ways of an award that are not coded on that day, in file order."""
    return tuple(gap for gap in gaps().get(code, ()) if gap.holds(kind, subject, on))
