"""What is found in cells of ordinary rows, field by field.

Each begins with the bit by which a row notes that the cell said something, and with the cell as
`mending.kept_raw` keeps it.
"""

from typing import NamedTuple


class Text(NamedTuple):
    """A text, and as JSON."""

    bit: int
    raw: str
    text: str
    json: str
    folded: str = ""


class Name(NamedTuple):
    """A name: its keys, and what it looks like."""

    bit: int
    raw: str
    name: str
    json: str
    key: str
    loose: str
    is_collective: bool
    is_several: bool
    written: str


class Birth(NamedTuple):
    """A birth, as far as it is written; `shown` goes into the key of the holder."""

    bit: int
    raw: str
    birth: tuple[int, int | None, int | None] | None
    json: str
    shown: str


class Identity(NamedTuple):
    """An identity number, which is kept nowhere, and its digest."""

    bit: int
    raw: str
    number: str
    digest: str


class Award(NamedTuple):
    """An award, grade or kind of initiative, as a code; empty where the cell is."""

    bit: int
    raw: str
    text: str
    json: str
    code: str
    record: str


class Decision(NamedTuple):
    """The number of a decision, the key of it, and its day if the same cell has it.

    `on` is None where that day cannot be read, or is not to come from here.
    """

    bit: int
    raw: str
    number: str
    json: str
    mark: str
    on: str | None


class Day(NamedTuple):
    """A whole day that is not ahead, as ISO; empty where the cell is."""

    bit: int
    raw: str
    on: str


class Year(NamedTuple):
    """An achievement year."""

    bit: int
    raw: str
    year: int


class Number(NamedTuple):
    """The number of a row in the list: whether there is one, and whether there is nothing."""

    bit: int
    raw: str
    is_number: bool
    is_empty: bool
