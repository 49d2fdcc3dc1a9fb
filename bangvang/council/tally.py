"""Counting, pure: shares of the total membership, two counts compared, papers and letters merged.

Whole numbers only; nothing is rounded. Nothing here knows a member: counts are sums, and a written
opinion is only the set of rows it agrees to, and of those it does not.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bangvang.law import Share

CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 12


class Box(NamedTuple):
    """What came out of the ballot box, over all rows."""

    collected: int
    valid: int
    invalid: int


class Line(NamedTuple):
    """Papers against and papers left blank on one row."""

    no: int
    blank: int


@dataclass(frozen=True)
class Counted:
    """One count, by order of row; a later attempt holds only what it counted again."""

    box: Box | None
    lines: Mapping[int, Line]


@dataclass(frozen=True)
class Difference:
    """What two counts do not agree on: the box, and the orders of rows."""

    box: bool
    rows: tuple[int, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self.box or bool(self.rows)


@dataclass(frozen=True)
class RowTotal:
    """The merged total of one row, papers and written opinions together."""

    order: int
    yes: int
    no: int
    blank: int
    passed: bool


class Letter(NamedTuple):
    """A written opinion: the rows it agrees to and those it does not; others are unsaid."""

    agrees: frozenset[int]
    disagrees: frozenset[int]


def fault_in_box(box: Box, *, issued: int) -> str:
    """Return why the numbers cannot be, in Vietnamese; empty if they can."""
    if min(box) < 0:
        return "Số phiếu không thể là số âm."
    if box.collected > issued:
        return f"Thu về {box.collected} phiếu, nhiều hơn số phát ra {issued}."
    if box.collected != box.valid + box.invalid:
        return (
            f"Thu về {box.collected} phiếu, nhưng hợp lệ {box.valid} và không hợp lệ "
            f"{box.invalid} cộng lại là {box.valid + box.invalid}."
        )
    return ""


def rows_beyond(lines: Mapping[int, Line], *, valid: int) -> list[int]:
    """Return the rows on which more papers are against or blank than there are valid ones."""
    return sorted(
        order for order, line in lines.items() if min(line) < 0 or line.no + line.blank > valid
    )


def latest(attempts: Sequence[Counted]) -> Counted:
    """Return one teller's count as it stands after all attempts, the newest word on each part."""
    box: Box | None = None
    lines: dict[int, Line] = {}
    for attempt in attempts:
        box = attempt.box or box
        lines |= attempt.lines
    return Counted(box, lines)


def difference(one: Counted, other: Counted) -> Difference:
    """Return what two whole counts do not agree on.

    A row on which both agree, but which no longer fits into the number of valid papers, has to be
    counted again as well.
    """
    differ = {order for order, line in one.lines.items() if other.lines.get(order) != line}
    if one.box == other.box and one.box is not None:
        differ |= set(rows_beyond(one.lines, valid=one.box.valid))
    return Difference(one.box != other.box, tuple(sorted(differ)))


def totals(
    counted: Counted, letters: Collection[Letter], *, mark: Share, total_members: int
) -> list[RowTotal]:
    """Merge the agreed count with the written opinions and hold every row to the mark.

    Agreed papers are the valid ones neither against nor blank. A letter that says nothing of a row
    is no agreement: it counts as blank.

    Raises:
        ValueError: the box was not counted.
    """
    if counted.box is None:
        raise ValueError("a count without its box")
    valid = counted.box.valid
    merged = []
    for order, line in sorted(counted.lines.items()):
        agreeing = sum(order in letter.agrees for letter in letters)
        against = sum(order in letter.disagrees for letter in letters)
        yes = valid - line.no - line.blank + agreeing
        merged.append(
            RowTotal(
                order=order,
                yes=yes,
                no=line.no + against,
                blank=line.blank + len(letters) - agreeing - against,
                passed=mark.reached(yes, total_members),
            )
        )
    return merged


def code_of(written: object) -> str:
    """Return 12 letters and digits, without look-alikes, that stand for plain data."""
    number = int(digest_of(written), 16)
    letters = []
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(CODE_LETTERS))
        letters.append(CODE_LETTERS[place])
    return "".join(letters)


def digest_of(written: object) -> str:
    """Return the SHA-256, in hexadecimal, of plain data as JSON with sorted keys."""
    text = json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def result_digest(
    totals_: Iterable[tuple[str, RowTotal]], *, manifest_code: str, total_members: int, mark: Share
) -> str:
    """Return the fingerprint of a result: reference and total of every row, and the mark."""
    return digest_of(
        {
            "manifest": manifest_code,
            "members": total_members,
            "mark": [mark.num, mark.den, mark.more_than],
            "rows": [[ref, t.order, t.yes, t.no, t.blank, t.passed] for ref, t in totals_],
        }
    )
