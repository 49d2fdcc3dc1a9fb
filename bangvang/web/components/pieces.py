"""What the components show: plain frozen shapes that a view fills and a template walks through.

A template reads attributes, so a dictionary with the same keys does as well.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """How an answer looks: the name of its sign and of its colour."""

    MET = "met"
    NOT_MET = "notmet"
    JUDGE = "judge"
    PERSON = "person"
    TWO = "two"
    CELL = "cell"
    NOTE = "note"
    CLOCK = "clock"


class Urgency(StrEnum):
    """How near a deadline is; the empty one is far enough."""

    FAR = ""
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True)
class Answer:
    """A sign, its word and its colour, always the three together."""

    kind: Kind
    label: str


ANSWER_MET = Answer(Kind.MET, "Đủ điều kiện")
ANSWER_NOT_MET = Answer(Kind.NOT_MET, "Không đủ điều kiện")
ANSWER_JUDGE = Answer(Kind.JUDGE, "Đủ điều kiện tính được, chờ đánh giá")
ANSWER_PERSON = Answer(Kind.PERSON, "Cần xem xét")
ANSWER_TWO = Answer(Kind.TWO, "Hai người trùng tên")
ANSWER_WHO = Answer(Kind.TWO, "Chưa xác định là ai")
ANSWER_CELL = Answer(Kind.CELL, "Sai tại ô")
ANSWER_NOTE = Answer(Kind.NOTE, "Chờ đối chiếu văn bản gốc")


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere; without an address, only the words."""

    label: str
    href: str = ""


@dataclass(frozen=True)
class Deadline:
    """A last day in words ("Còn 4 ngày làm việc") and its day."""

    said: str
    on: date | None = None
    urgency: Urgency = Urgency.FAR
    note: str = ""


@dataclass(frozen=True)
class Event:
    """One line of a timeline; `state` is "", "now" or "next"."""

    title: str
    at: datetime | None = None
    when: str = ""
    text: str = ""
    link: Link | None = None
    state: str = ""


@dataclass(frozen=True)
class Fact:
    """One line of facts, with where it comes from."""

    label: str
    value: str = ""
    href: str = ""
    source: str = ""
    source_link: Link | None = None
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Act:
    """Something that can be done: a link to its page, or a press that posts at once."""

    label: str
    href: str
    is_main: bool = False
    is_post: bool = False


@dataclass(frozen=True)
class NotNow:
    """An act that is refused for now: what, why, and what helps."""

    title: str
    why: str
    link: Link | None = None


@dataclass(frozen=True)
class Standing:
    """One of the facts under the name of a case: state, holder, deadline.

    ``is_unprinted``: it stays off paper, which goes from hand to hand.
    """

    label: str
    value: str = ""
    note: str = ""
    chip: Answer | None = None
    deadline: Deadline | None = None
    is_unprinted: bool = False


@dataclass(frozen=True)
class CaseHead:
    """The masthead of a case; the first act is the main one."""

    kind: str
    title: str
    unit: str = ""
    standings: tuple[Standing, ...] = ()
    acts: tuple[Act, ...] = ()
    not_now: tuple[NotNow, ...] = ()


@dataclass(frozen=True)
class Tab:
    """One tab, a real link; `note` is a second line."""

    label: str
    href: str
    is_current: bool = False
    note: str = ""


@dataclass(frozen=True)
class Step:
    """One step of a longer errand; `state` is "", "done" or "now"."""

    label: str
    state: str = ""


@dataclass(frozen=True)
class Task:
    """One thing that waits for somebody, with its reason and its one act."""

    title: str
    href: str
    why: str
    act: Act
    deadline: Deadline


@dataclass(frozen=True)
class TallyItem:
    """One answer of a checked list, its count and the address that shows only it."""

    answer: Answer
    count: int
    href: str
    is_current: bool = False


@dataclass(frozen=True)
class TallyGroup:
    """Answers that belong together; its count is their sum."""

    label: str
    items: tuple[TallyItem, ...]

    @property
    def count(self) -> int:
        """How many rows have one of these answers."""
        return sum(item.count for item in self.items)


@dataclass(frozen=True)
class Segment:
    """A stretch of the bar: where it begins and how long it is, in percent written for SVG."""

    kind: Kind
    begins: str
    takes: str


@dataclass(frozen=True)
class Tally:
    """The coloured bar of a checked list and its filters."""

    groups: tuple[TallyGroup, ...]
    all_href: str
    is_all_current: bool = False

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(group.count for group in self.groups)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The stretches of the bar, from left to right."""
        stretches = []
        begun = 0
        for item in (item for group in self.groups for item in group.items if item.count):
            stretches.append(
                Segment(
                    item.answer.kind, _percent(begun, self.count), _percent(item.count, self.count)
                )
            )
            begun += item.count
        return tuple(stretches)


@dataclass(frozen=True)
class Namesake:
    """One of the people a row may mean; `shared` is what the file says of this one too."""

    value: str
    title: str
    shared: str = ""
    more: str = ""
    href: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table; `width`: index, name, mid, date, num or act; `sorted` as in ARIA."""

    label: str
    width: str = ""
    is_number: bool = False
    is_unseen: bool = False
    href: str = ""
    sorted: str = ""


@dataclass(frozen=True)
class Choice:
    """One option of a filter."""

    value: str
    label: str


@dataclass(frozen=True)
class Filter:
    """A field of the filter row: a list of choices, a day, or free text when it is neither.

    ``is_short``: it holds a year or another few digits.
    """

    name: str
    label: str
    value: str = ""
    choices: tuple[Choice, ...] = ()
    is_wide: bool = False
    is_day: bool = False
    is_short: bool = False


@dataclass(frozen=True)
class FileCard:
    """A file that is kept; `scan` says whether it was found clean."""

    name: str
    kind: str
    size: int
    fingerprint: str
    href: str = ""
    note: str = ""
    scan: Answer | None = None


@dataclass(frozen=True)
class Figure:
    """One of the few numbers a page stands on; `is_needed` marks the bar to reach."""

    label: str
    value: str
    before: str = ""
    after: str = ""
    is_needed: bool = False


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if whole else "0%"


@dataclass(frozen=True)
class Progress:
    """How far a background job is: state in words, percent (0 to 100) where it is known.

    `href` is the page that waits; while `is_open` the piece asks there again and again.
    """

    title: str
    state: Answer
    note: str = ""
    href: str = ""
    is_open: bool = False
    percent: int | None = None
    counted: str = ""
