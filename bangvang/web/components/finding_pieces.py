"""What the law says of a row, as the components show it: frozen shapes, as in `pieces`."""

from dataclasses import dataclass

from bangvang.web.components.pieces import Answer, Kind, Link

PART_MET = Answer(Kind.MET, "Đạt")
PART_NOT_MET = Answer(Kind.NOT_MET, "Không đạt")
PART_JUDGE = Answer(Kind.JUDGE, "Chờ đánh giá")
PART_PERSON = Answer(Kind.PERSON, "Cần xem xét")


@dataclass(frozen=True)
class YearCell:
    """One year of a row: `kind` is in, out, gap or off; `after` is said to screen readers only."""

    said: str
    kind: str = ""
    after: str = ""


@dataclass(frozen=True)
class Years:
    """A small table by year: its columns and its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[YearCell, ...]], ...]


@dataclass(frozen=True)
class Part:
    """One condition of a finding; `is_deciding` makes its sentence bold."""

    answer: Answer
    sentence: str
    requires: tuple[str, ...] = ()
    used: tuple[Link, ...] = ()
    cite: Link | None = None
    years: Years | None = None
    is_deciding: bool = False
    parts: "tuple[Part, ...]" = ()


@dataclass(frozen=True)
class Hint:
    """What the law that applied before would say; never part of the answer."""

    until: str
    answer: Answer
    sentence: str
    cite: Link


@dataclass(frozen=True)
class Finding:
    """What the law says of one row, opened: the tree of its conditions.

    `sentence` is the whole answer, `summary` what the rule adds; `can_change` groups, each under
    its heading, what may still change the answer; `notes` name rows that contradict each other
    or were left out.
    """

    answer: Answer
    title: str = ""
    cite: Link | None = None
    parts: tuple[Part, ...] = ()
    nearest: str = ""
    hint: Hint | None = None
    notes: tuple[str, ...] = ()
    sentence: str = ""
    summary: str = ""
    earliest: str = ""
    can_change: tuple[tuple[str, tuple[str, ...]], ...] = ()
