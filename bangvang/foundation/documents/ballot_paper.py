"""A ballot paper as plain data. It carries no name, number or mark of a voter, and no serial."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.documents.paper import Data, Heads
from bangvang.foundation.documents.wording import clean, clean_lines, date_in_words


@dataclass(frozen=True)
class BallotLine:
    """One nominee on a ballot paper."""

    name: str
    post_and_unit: str


@dataclass(frozen=True)
class BallotPaper:
    """What is printed on every copy; all copies are the same.

    `award` is the title voted on, `session` names the session, `manifest_code` identifies the
    frozen list of nominees, `instructions` say how to mark the paper.
    """

    heads: Heads
    award: str
    session: str
    on: date
    lines: tuple[BallotLine, ...]
    manifest_code: str
    instructions: tuple[str, ...] = ()
    copies: int = 1
    title: str = "Phiếu bầu"

    def __post_init__(self) -> None:
        """Refuse a paper on which nothing can be voted."""
        if not self.lines or self.copies < 1:
            raise ValueError("a ballot paper has at least one nominee and one copy")

    def as_data(self) -> Data:
        """Return what the engine prints."""
        return {
            **self.heads.as_data(),
            "title": clean(f"{self.title} {self.award}"),
            "heading": clean(self.title).upper(),
            "award": clean(self.award),
            "session": clean(self.session),
            "session_day": date_in_words(self.on),
            "on": self.on.isoformat(),
            "lines": [
                {"name": clean(line.name), "post_and_unit": clean_lines(line.post_and_unit)}
                for line in self.lines
            ],
            "manifest_code": clean(self.manifest_code),
            "instructions": [clean(line) for line in self.instructions],
            "copies": self.copies,
        }
